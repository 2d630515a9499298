"""Names of people in tokenised text, by a list of given names and by what stands around a word.

A name that is nothing else counts wherever it stands. A name that is also a word, a place, a unit or a
month counts only where the sentence or the rest of the document shows a person. Nothing is read from a
name but that it is one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .people_lexicon import PeopleWords, fold
from .text import Tokenised

_MIXED_CASE = re.compile(r"(?:Mc|Mac|O'|D'|De|Le|La|Fitz|N')[A-Z][a-z]+")
_JOINED_LINK = re.compile(r"(?:de|di|du|van|von)[A-Z][a-z]+")  # deGrasse
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_ARTICLES = frozenset({"the", "a", "an", "this", "each", "every", "any"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";", '"', ")"})
PAIRED_BY = frozenset({",", "and", "&", "or"})
_SLIPS = 3  # a word is ordinary unless it has a capital more than three times as often
LONGEST = 5  # words of one name
_TITLE_CASE = 0.7  # share of capitalised longer words from which a block is in title case


@dataclass(frozen=True, slots=True)
class Tokens:
    """A block's tokens as words. ``starts`` are the first tokens of its sentences and quotations."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    spaced: tuple[bool, ...]  # a space follows
    starts: frozenset[int]
    title_case: bool

    def word(self, index: int) -> str:
        """The lower-case word there, "" outside the block."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


@dataclass(frozen=True, slots=True)
class FoundName:
    """Tokens ``first:last`` name someone. ``kind`` says why a single word may be no name after all."""

    first: int
    last: int
    parts: tuple[str, ...]  # the name's words without its title and initials
    title: str = ""  # "mrs", or the family word of "Uncle Tam"
    kind: str = "plain"  # plain, word, eponym, place, hardly; "family" for a surname known from elsewhere
    sure: bool = True


def read_tokens(text: Tokenised, block: int, lexicon: PeopleWords) -> Tokens:
    """The words of a block."""
    doc = text.docs[block]
    words = tuple([t.text for t in doc])
    starts = set()
    for sentence in text.sentences[block]:
        at = sentence.first
        while at < sentence.last - 1 and not words[at][0].isalnum():
            at += 1
        starts.add(at)
    starts |= {i + 1 for i, w in enumerate(words) if w in (":", '"') and i + 1 < len(words)}
    long = [w for w in words if len(w) > 3 and w.isalpha() and fold(w) not in lexicon.names]
    capitals = sum(w[0].isupper() for w in long)
    title_case = len(long) >= 4 and words[-1] not in _SENTENCE_ENDS and capitals >= _TITLE_CASE * len(long)
    lower = tuple([w.lower() for w in words])
    return Tokens(words, lower, tuple([bool(t.whitespace_) for t in doc]), frozenset(starts), title_case)


def find_names(blocks: Sequence[Tokens], lexicon: PeopleWords) -> list[list[FoundName]]:
    """The names in each block, in reading order. ``blocks`` are one document: it is read as a whole."""
    common = _common(blocks)
    if newcomers := _newcomers(blocks, common, lexicon):
        lexicon = replace(lexicon, names=lexicon.names | newcomers)
    found = [_with_neighbours(list(_scan(b, common, lexicon)), b, lexicon) for b in blocks]
    sure = [name for names in found for name in names if name.sure]
    given = {fold(n.parts[0]) for n in sure if not n.title or len(n.parts) > 1}
    last = {fold(n.parts[-1]) for n in sure if len(n.parts) > 1 or n.title}
    family = last | {half for name in last for half in name.split("-")}
    return [
        _known(names, tokens, given | family, family - common, lexicon)
        for names, tokens in zip(found, blocks, strict=True)
    ]


def _common(blocks: Sequence[Tokens]) -> set[str]:
    """Words that the document writes without a capital, slips and parts of addresses aside."""
    lower = Counter(w for b in blocks for w in b.words if w.islower())
    capital = Counter(w.lower() for b in blocks for w in b.words if w[0].isupper())
    return {word for word, count in lower.items() if _SLIPS * count >= capital[word]}


def _newcomers(blocks: Sequence[Tokens], common: set[str], lexicon: PeopleWords) -> set[str]:
    """Words in no list that act and think as people do: names that the list does not know."""
    does: dict[str, set[str]] = defaultdict(set)
    for tokens in blocks:
        for at, word in enumerate(tokens.words):
            verb = tokens.word(at + 1)
            if verb not in lexicon.person_verbs or not word.isalpha() or not is_name_shaped(word):
                continue
            lower, led = tokens.lower[at], tokens.words[at - 1] if at and at not in tokens.starts else ""
            known = lower in lexicon.not_in_name or lower in lexicon.thing_names or lower in lexicon.cue_words
            if not (known or lower in common or led in _ARTICLES or _capital(led, lexicon)):
                does[fold(word)].add(verb)
    acting = {w for w, verbs in does.items() if len(verbs) > 1 and verbs & lexicon.mind_verbs}
    return {w for w in acting if not _kind(w, common, lexicon)}


def _capital(word: str, lexicon: PeopleWords) -> bool:
    return word[:1].isupper() and word.lower() not in lexicon.not_in_name


def is_name_shaped(word: str) -> bool:
    """Whether a word is spelled as a name is: Priya, O'Neill, McLeod; not NASA, iPad or X."""
    return (
        len(word) > 1
        and word[0].isupper()
        and ((word[1:].islower() and word.isalpha()) or bool(_MIXED_CASE.fullmatch(word)))
    )


def _scan(tokens: Tokens, common: set[str], lexicon: PeopleWords) -> Iterator[FoundName]:
    """Sure names, and those that need a neighbour or another mention to be sure."""
    at = 0
    while at < len(tokens.words):
        word = tokens.words[at]
        name = None
        if word[0].isupper():
            name = _titled(tokens, at, common, lexicon) or _given(tokens, at, common, lexicon)
        if name is None:
            at += 1
        else:
            yield name
            at = name.last


def _titled(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> FoundName | None:
    """A title, or the word for an aunt or uncle, with the name after it."""
    title = tokens.lower[at].rstrip(".")
    if title not in lexicon.gender["titles"] and title not in lexicon.kin_before_name:
        return None
    name_at = at + 1
    if (
        tokens.word(name_at) in ("and", "&")
        and tokens.word(name_at + 1).rstrip(".") in lexicon.gender["titles"]
    ):
        name_at += 2  # "Mr and Mrs Okafor": both have the name
        last = at + 1
    else:
        last = 0
    while tokens.word(name_at) == "." or _is_initial(tokens, name_at):
        name_at += 1
    if name_at in tokens.starts and tokens.word(name_at - 1) != ".":
        return None
    if not _may_be_surname(tokens, name_at, common, lexicon) or tokens.word(
        name_at
    ) in lexicon.not_before.get(title, ()):
        return None
    end, parts = _extent(tokens, name_at, common, lexicon)
    if _is_thing(tokens, at, end, parts, lexicon, titled=True):
        return None
    return FoundName(at, last or end, parts, title)


def _given(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> FoundName | None:
    """A name that begins with a known given name."""
    word = tokens.words[at]
    kind = _kind(word, common, lexicon) if is_name_shaped(word) else ""
    if not kind:
        return None
    end, parts = _extent(tokens, at, common, lexicon)
    if _is_thing(tokens, at, end, parts, lexicon, titled=False):
        return None
    if kind == "eponym" and at and tokens.words[at - 1][-1].isdigit():
        return None
    opens = at in tokens.starts and len(parts) > 1 and tokens.lower[at] in lexicon.sentence_openers
    if opens and _verb(tokens, end) not in lexicon.person_verbs:  # "Will Priya come?", "Mark Tom's work"
        return None
    name = FoundName(at, end, parts, kind=kind)
    return replace(name, sure=_stands_alone(tokens, name, lexicon))


def _kind(word: str, common: set[str], lexicon: PeopleWords) -> str:
    folded = fold(word)
    for kind, group in (
        ("hardly", lexicon.hardly_names),
        ("place", lexicon.places),
        ("eponym", lexicon.eponyms),
    ):
        if folded in group:
            return kind
    if folded in lexicon.wordlike:
        return "word"
    if folded in lexicon.names:
        return "word" if folded in common else "plain"
    return ""


def _is_initial(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at].rstrip(".") if at < len(tokens.words) else ""
    return len(word) == 1 and word.isupper()


def _may_be_surname(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> bool:
    if at >= len(tokens.words):
        return False
    if not is_name_shaped(tokens.words[at]):
        return bool(_JOINED_LINK.fullmatch(tokens.words[at]))
    word = tokens.lower[at]
    return word not in lexicon.not_in_name and (word not in common or fold(word) in lexicon.names)


def _extent(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> tuple[int, tuple[str, ...]]:
    """Where the name that begins at a token ends, and its words without initials."""
    parts, end = [tokens.words[at]], at + 1
    while len(parts) < LONGEST and end < len(tokens.words) and end not in tokens.starts:
        if _hyphen(tokens, end) and is_name_shaped(tokens.words[end + 1]):
            parts[-1] += "-" + tokens.words[end + 1]
            end += 2
        elif tokens.title_case and fold(tokens.words[end]) not in lexicon.names:
            break
        elif _may_be_surname(tokens, end, common, lexicon):
            parts.append(tokens.words[end])
            end += 1
        elif _is_initial(tokens, end) and _may_be_surname(tokens, end + 1, common, lexicon):
            end += 1
        else:
            links = 0
            while tokens.word(end + links) in lexicon.surname_links and links < 2:
                links += 1
            if not links or not _may_be_surname(tokens, end + links, common, lexicon):
                break
            parts.append(" ".join(tokens.words[end : end + links + 1]))
            end += links + 1
    return end, tuple(parts)


def _hyphen(tokens: Tokens, at: int) -> bool:
    inside = 0 < at < len(tokens.words) - 1
    return inside and tokens.words[at] == "-" and not tokens.spaced[at - 1] and not tokens.spaced[at]


def _is_thing(
    tokens: Tokens, at: int, end: int, parts: tuple[str, ...], lexicon: PeopleWords, *, titled: bool
) -> bool:
    """Whether what looks like a name is the name of a law, a unit, a street, a source."""
    before, after = tokens.word(at - 1) if at not in tokens.starts else "", tokens.word(end)
    person_follows = titled or _verb(tokens, end) in lexicon.person_verbs
    if any(p.lower() in lexicon.thing_names for p in parts[1:-1]):
        return True
    if len(parts) > 1 and parts[-1].lower() in lexicon.thing_names and not person_follows:
        return True
    if after in lexicon.law_words or after in lexicon.thing_words:
        return True
    if after in lexicon.thing_names and (after == "&" or tokens.words[end][0].isupper()):
        return True
    if _goes_on(tokens, end):
        return True
    if before in lexicon.thing_before and tokens.words[at - 1][0].isupper():
        return True
    if before in ("@", "#", "/", "_", "&") or (before == "-" and not tokens.spaced[at - 1]):
        return True
    if after in ("-", "/", "_", "=") and end + 1 < len(tokens.words) and not tokens.spaced[end - 1]:
        return not tokens.spaced[end]  # part of a longer word: "Taylor-made"
    if after in ("'s", "'"):
        at_noun = end + 1
        while at_noun < end + 4 and tokens.word(at_noun) in lexicon.law_between:
            at_noun += 1
        if tokens.word(at_noun) in lexicon.law_words:
            return True
    if after == "et" and tokens.word(end + 1).startswith("al"):
        return True
    if titled or len(parts) > 1:
        return False
    if before in _ARTICLES:
        return True
    if after == "," and _is_initial(tokens, end + 1) and tokens.words[end + 1].endswith("."):
        return True
    cited = after in ("(", ",") and _YEAR.fullmatch(tokens.word(end + 1))
    return bool(cited and tokens.word(end + 2) in (")", ",", ";", ":", ""))


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether an ordinary word with a capital follows, as in the name of a telescope or a fund."""
    if end >= len(tokens.words) or end in tokens.starts or tokens.title_case:
        return False
    return is_name_shaped(tokens.words[end])


def _verb(tokens: Tokens, at: int) -> str:
    """The word there, or the one after an adverb."""
    word = tokens.word(at)
    return (
        tokens.word(at + 1)
        if word.endswith("ly") or word in ("also", "then", "now", "never", "always")
        else word
    )


def _stands_alone(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """Whether the words around a name show that it is a person's."""
    verb, before, starts = _verb(tokens, name.last), tokens.word(name.first - 1), name.first in tokens.starts
    after = tokens.word(name.last)
    if name.kind == "plain":
        return True
    if len(name.parts) > 1:
        if any(fold(part) in lexicon.places for part in name.parts[1:]):
            return verb in lexicon.person_verbs
        if name.kind == "hardly":
            return verb in lexicon.person_verbs and not starts
        return not (name.kind == "place" and before in lexicon.place_leads) and not tokens.title_case
    if name.kind == "word":
        owns = after == "'s" and tokens.word(name.last + 1) in lexicon.owned
        led = before in lexicon.person_leads and not starts
        mild = starts and tokens.lower[name.first] in lexicon.sentence_openers
        return verb in (lexicon.mind_verbs if mild else lexicon.person_verbs) or owns or led
    return verb in lexicon.mind_verbs


def _with_neighbours(names: list[FoundName], tokens: Tokens, lexicon: PeopleWords) -> list[FoundName]:
    """A possible name in a row with a sure one ("Priya and Grace") is sure as well."""
    for step in (-1, 1):
        for i in range(len(names))[::-step]:
            if not names[i].sure and 0 <= i + step < len(names):
                name, other = names[i], names[i + step]
                left, right = (other, name) if step < 0 else (name, other)
                joined = right.first == left.last + 1 and tokens.lower[left.last] in PAIRED_BY
                if (
                    joined
                    and other.sure
                    and name.kind != "hardly"
                    and not _is_place(name, other, tokens, lexicon)
                ):
                    names[i] = replace(name, sure=True)
    return names


def _is_place(name: FoundName, other: FoundName, tokens: Tokens, lexicon: PeopleWords) -> bool:
    led = tokens.word(name.first - 1) in lexicon.place_leads
    return name.kind == "place" and (led or other.kind != "plain")


def _known(
    names: list[FoundName], tokens: Tokens, known: set[str], families: set[str], lexicon: PeopleWords
) -> list[FoundName]:
    """Sure names, possible ones that the document knows as someone's, and known surnames on their own."""
    kept = [n for n in names if n.sure or _is_known(n, tokens, known, lexicon)]
    taken = {i for n in names for i in range(n.first, n.last)}
    if families:
        for at, word in enumerate(tokens.words):
            if at in taken or not word[0].isupper() or not is_name_shaped(word) or fold(word) not in families:
                continue
            if (
                tokens.lower[at] in lexicon.not_in_name
                or tokens.lower[at] in lexicon.hardly_names
                or _is_thing(tokens, at, at + 1, (word,), lexicon, titled=False)
            ):
                continue
            kept.append(FoundName(at, at + 1, (word,), kind="family"))
    return sorted(kept, key=lambda n: n.first)


def _is_known(name: FoundName, tokens: Tokens, known: set[str], lexicon: PeopleWords) -> bool:
    if fold(name.parts[0]) not in known or len(name.parts) > 1:
        return False
    if name.first in tokens.starts and tokens.lower[name.first] in lexicon.sentence_openers:
        return False
    return not (name.kind == "place" and tokens.word(name.first - 1) in lexicon.place_leads)
