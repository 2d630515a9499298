"""A workshop over one document: what the group marked, beside what the tool saw. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from .entries import Entry, marked_spans
from .lexicon import Lexicon
from .model import Dimension, Document, Place, Report, SilencedHit
from .pipeline import load_model
from .text import tokenise

_NOT_READ = frozenset({"code", "reference"})
_LONGEST_SQUARE = 70  # characters that a square of a bingo card holds


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the document: characters ``start:end`` of a block."""

    block: int
    start: int
    end: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that the group marked, and why in a word."""

    block: int
    start: int
    end: int
    text: str
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a workshop over one document stands: its marks, whether the tool's are shown, and what was agreed."""

    marks: tuple[Mark, ...] = ()
    shown: bool = False
    actions: str = ""  # one on each line
    rewrites: tuple[tuple[str, tuple[str, ...]], ...] = ()  # a sentence, and the versions that were written of it


@dataclass(frozen=True, slots=True)
class Both:
    """A mark of the group and a finding of the tool about the same words."""

    mark: Mark
    finding: int
    at: int  # which of the finding's places


@dataclass(frozen=True, slots=True)
class OnlyWe:
    """A mark where the tool says nothing; ``quiet``: where it saw the words, and stayed quiet on purpose."""

    mark: Mark
    quiet: tuple[SilencedHit, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What both saw, what only one saw (``only_tool`` indexes the findings), and where the tool stayed quiet."""

    both: tuple[Both, ...]
    only_we: tuple[OnlyWe, ...]
    only_tool: tuple[int, ...]
    quiet: tuple[SilencedHit, ...]


def passages(document: Document) -> tuple[Passage, ...]:
    """The sentences of a document in reading order, without code and references."""
    blocks = document.blocks
    return tuple(
        Passage(s.block, s.start, s.end, blocks[s.block].text[s.start : s.end].strip(), blocks[s.block].place)
        for sentences in tokenise(blocks, load_model()).sentences
        for s in sentences
        if blocks[s.block].kind not in _NOT_READ
    )


def mark(document: Document, passage: Passage, words: str, why: str) -> Mark | None:
    """The words marked where they stand in the passage, or all of it without any; None where they are not in it."""
    whole = document.blocks[passage.block].text[passage.start : passage.end]
    pattern = r"\s+".join(re.escape(part) for part in _straight(words).split())
    found = re.search(pattern, _straight(whole), re.IGNORECASE) if pattern else re.search(r"\S(?:.*\S)?", whole, re.S)
    if found is None:
        return None
    start, end = passage.start + found.start(), passage.start + found.end()
    return Mark(passage.block, start, end, whole[found.start() : found.end()], why.strip(), passage.place)


def rewritten(meeting: Meeting, sentence: str, versions: tuple[str, ...]) -> Meeting:
    """The meeting with these versions of a sentence; those that change nothing are no versions."""
    rewrites = dict(meeting.rewrites) | {sentence: versions}
    if all(version.strip() in ("", sentence.strip()) for version in versions):
        del rewrites[sentence]
    return replace(meeting, rewrites=tuple(rewrites.items()))


def _straight(text: str) -> str:
    """Quotation marks and dashes as a keyboard types them, one character for one."""
    return text.translate(str.maketrans("“”‘’–—", "\"\"''--"))


def compare(marks: Sequence[Mark], report: Report) -> Comparison:
    """The marks of the group beside the report. What is only for interest counts where the group marked it, too."""
    both: list[Both] = []
    only_we: list[OnlyWe] = []
    shared: set[int] = set()
    explained: set[SilencedHit] = set()
    hidden = [hit for hit in report.silenced if hit.effect == "hidden"]
    for one in marks:
        met = [
            (index, at)
            for index, finding in enumerate(report.findings)
            for at, place in enumerate(finding.places)
            if _meet(one, place.block, place.start, place.end)
        ]
        shared.update(index for index, _ in met)
        quiet = tuple(hit for hit in hidden if _meet(one, hit.place.block, hit.place.start, hit.place.end))
        if met:
            both.append(Both(one, *met[0]))
        else:
            only_we.append(OnlyWe(one, quiet))
            explained.update(quiet)
    only_tool = tuple(i for i, f in enumerate(report.findings) if i not in shared and f.severity > 0)
    return Comparison(tuple(both), tuple(only_we), only_tool, tuple(h for h in hidden if h not in explained))


def _meet(one: Mark, block: int, start: int, end: int) -> bool:
    return one.block == block and one.start < end and start < one.end


def questions(report: Report, most: int = 6) -> tuple[str, ...]:
    """Questions to talk about, from what was found: the weightiest first, each once."""
    asks = {rule.id: rule.ask for rule in report.rules if rule.ask}
    found = [(-f.severity, f.entry) for f in report.findings] + [(-p.severity, p.entry) for p in report.patterns]
    ordered = sorted(found, key=lambda item: item[0])
    return tuple(dict.fromkeys(asks[entry] for _, entry in ordered if entry in asks))[:most]


# --- cards made from the rules ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence to talk about: an example of a rule in three parts, and its question."""

    dimension: Dimension
    before: str
    words: str
    after: str
    ask: str
    why: str


def discussion_cards(
    lexicon: Lexicon, dimensions: Iterable[Dimension] = (), number: int = 12, seed: int = 0
) -> tuple[Card, ...]:
    """Cards from rules with a question, turn and turn about between the dimensions (all, when none is named)."""
    chosen = _shuffled([entry for entry in _fit_for_a_table(lexicon, dimensions) if entry.ask], seed)
    return tuple(_card(entry) for entry in _in_turn(chosen)[:number])


def _card(entry: Entry) -> Card:
    text, spans = marked_spans(entry.examples.flag[0])
    start, end = spans[0]
    return Card(entry.dimension, text[:start], text[start:end], text[end:], entry.ask, entry.why)


def bingo_cards(
    lexicon: Lexicon, dimensions: Iterable[Dimension] = (), number: int = 6, seed: int = 0, side: int = 4
) -> tuple[tuple[str, ...], ...]:
    """Cards of ``side`` by ``side`` things to spot in materials; one in four is something that works well."""
    spot = list(dict.fromkeys(e.saw for e in _fit_for_a_table(lexicon, dimensions) if len(e.saw) <= _LONGEST_SQUARE))
    good = list(dict.fromkeys(s.saw for s in lexicon.strengths if len(s.saw) <= _LONGEST_SQUARE))
    cards = []
    for turn in range(number):
        random = Random(f"{seed} {turn}")
        nice = random.sample(good, min(len(good), side * side // 4))
        rest = random.sample(spot, min(len(spot), side * side - len(nice)))
        squares = [*nice, *rest]
        random.shuffle(squares)
        cards.append(tuple(squares))
    return tuple(cards)


def _fit_for_a_table(lexicon: Lexicon, dimensions: Iterable[Dimension]) -> list[Entry]:
    """Rules that can be read out among colleagues: no slurs, nothing that is only for interest."""
    wanted = set(dimensions)
    return [
        entry
        for entry in lexicon.entries
        if entry.form != "slur" and 0 < entry.severity < 3 and (not wanted or entry.dimension in wanted)
    ]


def _shuffled(entries: list[Entry], seed: int) -> list[Entry]:
    mixed = sorted(entries, key=lambda entry: entry.id)
    Random(seed).shuffle(mixed)
    return mixed


def _in_turn(entries: Sequence[Entry]) -> list[Entry]:
    """One of each dimension, then a second of each, and so on; a question is asked once."""
    rounds: dict[Dimension, int] = {}
    asked: set[str] = set()
    ranked = []
    for entry in entries:
        if entry.ask not in asked:
            asked.add(entry.ask)
            ranked.append((rounds.setdefault(entry.dimension, 0), entry))
            rounds[entry.dimension] += 1
    return [entry for _, entry in sorted(ranked, key=lambda item: item[0])]
