"""Who of the people of a document is counted, as whom, and the public figures among them."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import GenderWords, Mention, People, Quotation
from ...text import Tokenised
from ..figures.figure_words import Around, is_aged, is_alive, singular_words
from ..figures.public_figures import Figure, find, load_figures, needs_context
from ..words import fold
from .credits import credited
from .excerpts import of_excerpts
from .sure import section_of, sure_mentions, unclear_parts

SAID: tuple[GenderWords, ...] = ("she", "he", "they")  # what words can say of one person
_AFTER = 4  # words after a name that may make it the name of a thing
_SAYING = 3  # words of what somebody says; fewer may be a "so-called" word
_LONG = 4  # letters of a word that has a capital in a title
_WORD = re.compile(r"\w+")
LIST_FROM = 3  # public figures that make a list


@dataclass(frozen=True, slots=True)
class Counted:
    """The people of a document as they are counted: individuals whom the words single out, and not only in credits.

    ``genders``: by the words, and where these are silent, by how public sources describe a public figure.
    ``mentions_of``: those that surely mean them. ``quoted``: what each says whose quotations are counted.
    ``left_out``: by the part of the document, mentions of somebody that are not counted (see ``sure.py``).
    """

    people: People
    persons: tuple[int, ...]
    genders: Mapping[int, GenderWords]
    figures: Mapping[int, Figure]
    mentions_of: Mapping[int, tuple[int, ...]]
    quoted: Mapping[int, Sequence[Quotation]]
    left_out: Mapping[str, tuple[int, ...]]

    def mentions(self) -> list[tuple[int, Mention]]:
        """The mentions of all who are counted, in reading order."""
        every = sorted(index for some in self.mentions_of.values() for index in some)
        return [(index, self.people.mentions[index]) for index in every]


def counted_people(people: People, text: Tokenised) -> Counted:
    """Who counts, as whom, and which of them the table of public figures knows."""
    unclear = unclear_parts(people)
    mentions, left_out = sure_mentions(people, unclear)
    for person in credited(people, mentions, text) | of_excerpts(people, mentions, text):
        del mentions[person]
    persons = tuple(sorted(mentions))
    figures = _figures(people, persons, mentions, text)
    genders: dict[int, GenderWords] = {}
    for index in persons:
        gender = people.persons[index].gender
        genders[index] = figures[index].gender if gender == "not stated" and index in figures else gender
    quoted: dict[int, list[Quotation]] = defaultdict(list)
    for q in people.quotations:
        if q.person in genders and section_of(q.place) not in unclear and _is_said(q, people, text, mentions[q.person]):
            quoted[q.person].append(q)
    return Counted(people, persons, genders, figures, mentions, quoted, left_out)


def _is_said(quotation: Quotation, people: People, text: Tokenised, of_speaker: Sequence[int]) -> bool:
    """Whether somebody says it: no "so-called" word, and nothing that names the one who is said to say it."""
    block = text.blocks[quotation.block].text
    before = block[: quotation.start].rstrip("“‘\"' ")
    inside = (
        mention.kind in ("name", "title") and quotation.start <= mention.start < quotation.end
        for mention in (people.mentions[index] for index in of_speaker)
        if mention.block == quotation.block
    )
    said = block[quotation.start : quotation.end]
    long = [word for word in _WORD.findall(said) if len(word) >= _LONG]
    if len(said.split()) > 1 and long and all(word[0].isupper() for word in long) and not said.endswith(("!", "?")):
        return False  # "The Happy Prince"
    opens = not before or not (before[-1].isalnum() or before[-1] == ")")
    return (opens or len(said.split()) >= _SAYING) and not any(inside)


def _figures(
    people: People, persons: Sequence[int], mentions: Mapping[int, Sequence[int]], text: Tokenised
) -> dict[int, Figure]:
    """The public figures among those named: full names first, which make surnames sure."""
    named = [i for i in persons if people.persons[i].named]
    lists = _runs(text)
    found: dict[int, Figure] = {}
    units: Counter[tuple[int, str]] = Counter()
    document: frozenset[str] | None = None  # its words, read once and only for those whose name many bear
    # those whose name many bear come last: who stands beside them helps to tell
    for index in sorted(named, key=lambda i: (_needs_context(people, i), " " not in people.persons[i].label)):
        known = {figure.name for figure in found.values()}
        own = [people.mentions[at] for at in mentions[index]]
        names = [mention for mention in own if mention.kind in ("name", "title")]
        around = None
        if _needs_context(people, index):
            if document is None:
                document = singular_words(word for block in text.blocks for word in _WORD.findall(block.text))
            around = Around(_words_beside(own), document, _company(names, units, lists), _is_alive(names, text))
        for mention in names:
            block = text.blocks[mention.block].text
            before, after = block[: mention.start].split()[-1:], _words_after(block[mention.end :])
            label = people.persons[index].label
            name = label if fold(mention.text) in fold(label) else mention.text
            figure = find(name, before=before[0] if before else "", after=after, around=around, known=known)
            if figure is not None:
                if figure.living is False and _is_aged(names, text):
                    break
                found[index] = figure
                units.update({_unit(mention, lists) for mention in names})
                break
    return found


def _needs_context(people: People, person: int) -> bool:
    return " " in people.persons[person].label and needs_context(people.persons[person].label)


def _words_beside(own: Sequence[Mention]) -> frozenset[str]:
    """The words of all sentences that speak of somebody."""
    return singular_words(word for sentence in {m.sentence for m in own} for word in _WORD.findall(sentence))


def _company(names: Sequence[Mention], units: Counter[tuple[int, str]], lists: Sequence[int]) -> int:
    """The public figures named beside somebody; where many are named in the document, one more of them is likelier."""
    beside = max((units[_unit(mention, lists)] for mention in names), default=0)
    return beside or int(len(units) >= LIST_FROM)


def _is_alive(names: Sequence[Mention], text: Tokenised) -> bool:
    eponyms = load_figures().eponyms
    return any(is_alive(text.blocks[m.block].text[m.end :], eponyms) for m in names)


def _is_aged(names: Sequence[Mention], text: Tokenised) -> bool:
    """Whether an age stands beside a name, and in no past that its sentence dates."""
    return any(is_aged(text.blocks[m.block].text[m.end :], m.sentence) for m in names)


def _unit(mention: Mention, lists: Sequence[int]) -> tuple[int, str]:
    """The list, or the sentence, in which a mention stands."""
    run = lists[mention.block]
    return (run, "") if run >= 0 else (mention.block, mention.sentence)


def _runs(text: Tokenised) -> list[int]:
    """Of each block the first of the list items that follow one another there, -1 of what is no list."""
    runs: list[int] = []
    for index, block in enumerate(text.blocks):
        follows = index > 0 and text.blocks[index - 1].kind == "list"
        runs.append(-1 if block.kind != "list" else runs[-1] if follows else index)
    return runs


def _words_after(text: str) -> list[str]:
    owned = text[:2].lower() in ("'s", "’s")
    rest = text[2:] if owned else text
    if rest[:1] not in ("", " "):  # a comma: nothing that follows belongs to the name
        return ["'s"] if owned else []
    return (["'s"] if owned else []) + rest[:80].split()[:_AFTER]


def figure_lists(counted: Counted, text: Tokenised) -> list[tuple[tuple[int, ...], bool]]:
    """Sentences and lists that name three public figures or more: their mentions, and whether all are described as he.

    List items that follow one another are one list.
    """
    units: dict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    lists = _runs(text)
    for index, mention in enumerate(counted.people.mentions):
        if mention.person in counted.figures and mention.kind in ("name", "title"):
            units[_unit(mention, lists)].setdefault(mention.person, index)
    return [
        (tuple(found.values()), all(counted.genders[person] == "he" for person in found))
        for found in units.values()
        if len(found) >= LIST_FROM
    ]
