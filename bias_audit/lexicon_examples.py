"""Run the examples that every entry carries: the tests that a lexicon brings with it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .detect import examine
from .entries import Entry, StrengthEntry, marked_spans
from .findings import find_all
from .model import Block, Document, Finding, Place, Profile, SilencedHit
from .pipeline import Pipeline, with_entries
from .strengths import find_strengths

LONGEST_TEXT = 200  # characters of saw, why, fine_when
# Words that the texts do not use: theory, blame, praise inflation.
_NOT_OUR_TONE = re.compile(
    r"\b(problematic|privilege[ds]?|microaggressions?|heteronormativ\w*|hegemon\w*|you are biased|racist|sexist"
    r"|unacceptable|shame)\b|!",
    re.IGNORECASE,
)


def document_of(*texts: str) -> Document:
    """A document of plain learner-facing paragraphs."""
    blocks = tuple(Block(t, "paragraph", Place(f"paragraph {i}")) for i, t in enumerate(texts, 1))
    return Document("example", "text/plain", "", blocks)


def look(
    document: Document, pipeline: Pipeline, *, without: Iterable[str] = ()
) -> tuple[tuple[Finding, ...], tuple[SilencedHit, ...]]:
    """Findings and silenced hits, without the rest of a report. An example is short: nothing is too seldom (GG22)."""
    context, found = examine(document, pipeline, Profile())
    return find_all(document, found, context, without=(*without, "GG22"))


def spans_of(findings: Iterable[Finding], entry: str) -> list[tuple[int, int]]:
    """Where an entry was found, in one-block documents."""
    return sorted((o.start, o.end) for f in findings if f.entry == entry for o in f.places)


def only_entry(pipeline: Pipeline, entry: Entry) -> Pipeline:
    """A pipeline with one entry: quick to compile, for trying an entry without one of its guards."""
    return with_entries(pipeline, (entry,))


def check_examples(pipeline: Pipeline) -> list[str]:
    """Every problem with the entries' examples, guards and texts, each as one sentence."""
    problems: list[str] = []
    for entry in pipeline.lexicon.entries:
        problems += [f"{entry.id}: {p}" for p in entry_problems(entry, pipeline)]
    for strength in pipeline.lexicon.strengths:
        problems += [f"{strength.id}: {p}" for p in strength_problems(strength, pipeline)]
    return problems


def entry_problems(entry: Entry, pipeline: Pipeline) -> Iterator[str]:
    """What is wrong with one entry."""
    yield from _text_problems(entry)
    for example in entry.examples.flag:
        plain, spans = marked_spans(example)
        findings, silenced = look(document_of(plain), pipeline)
        if spans_of(findings, entry.id) != spans and not _left_to_another(entry, plain, spans, findings, pipeline):
            yield f"should be found exactly where it is marked: {example!r}{_instead(findings, silenced, entry.id)}"
        for other in findings:
            speaks = spans_of(findings, entry.id) == spans
            if other.entry != entry.id and other.dimension == entry.dimension and other.severity > 0 and speaks:
                yield f"{other.entry} is found as well in {example!r}"
            if other.entry == entry.id and other.severity != entry.severity and not _capped(entry):
                by = ", ".join(other.guards)
                yield f"{example!r} is shown at severity {other.severity}, not {entry.severity} ({by})"
        yield from _swap_problems(entry, findings, pipeline)
    for example in entry.examples.ignore:
        findings, _ = look(document_of(marked_spans(example)[0]), pipeline)
        if spans_of(findings, entry.id):
            yield f"should stay quiet: {example!r}"
    for lowered in entry.examples.lowered:
        plain, spans = marked_spans(lowered.text)
        findings, silenced = look(document_of(plain), pipeline)
        guards = {s.guard for s in silenced if s.entry == entry.id}
        if lowered.guard not in guards or (
            spans_of(findings, entry.id) != spans and not _left_to_another(entry, plain, spans, findings, pipeline)
        ):
            seen = ", ".join(sorted(guards)) or "none"
            yield f"{lowered.guard} should lower it: {lowered.text!r} (guards seen: {seen})"
    yield from _idle_guards(entry, pipeline)


def _left_to_another(
    entry: Entry, text: str, spans: list[tuple[int, int]], findings: Iterable[Finding], pipeline: Pipeline
) -> bool:
    """Alone it finds just these words, and what is missing a rule of another dimension says instead."""
    alone, _ = look(document_of(text), only_entry(pipeline, entry))
    if spans_of(alone, entry.id) != spans:
        return False
    others = [o for f in findings if f.dimension != entry.dimension for o in f.places]
    found = spans_of(findings, entry.id)
    return all(
        any(o.start < end and start < o.end for o in others) for start, end in spans if (start, end) not in found
    )


def _capped(entry: Entry) -> bool:
    return entry.confidence == "please check" and entry.form != "slur"


def _instead(findings: Iterable[Finding], silenced: Iterable[SilencedHit], entry: str) -> str:
    seen = [o.text for f in findings if f.entry == entry for o in f.places]
    quiet = [f"{s.place.text!r} silenced by {s.guard}" for s in silenced if s.entry == entry]
    taken = [f"{f.entry} at {f.places[0].text!r}" for f in findings if f.entry != entry]
    notes = [f"found {seen}" if seen else "not found", *quiet, *taken]
    return f" ({'; '.join(notes)})"


def _swap_problems(entry: Entry, findings: Iterable[Finding], pipeline: Pipeline) -> Iterator[str]:
    for finding in findings:
        for place in finding.places:
            if finding.entry == entry.id and place.rewrite:
                again, _ = look(document_of(place.rewrite), pipeline)
                if any(f.dimension == entry.dimension and f.severity > 0 for f in again):
                    yield f"the changed sentence is found again: {place.rewrite!r}"


def _idle_guards(entry: Entry, pipeline: Pipeline) -> Iterator[str]:
    """Guards of the entry's own that no example needs."""
    quiet = [marked_spans(t)[0] for t in entry.examples.ignore] + [
        marked_spans(e.text)[0] for e in entry.examples.lowered
    ]

    if not (entry.unless or entry.near or entry.counterpart):
        return
    alone = only_entry(pipeline, entry)
    before = [look(document_of(text), alone) for text in quiet]

    def speaks_without(changed: Entry) -> bool:
        without = only_entry(pipeline, changed)
        return any(look(document_of(t), without) != b for t, b in zip(quiet, before, strict=True))

    for shield in entry.unless:
        if not speaks_without(replace(entry, unless=[s for s in entry.unless if s != shield])):
            yield f"no 'ignore' example needs the shield {shield!r}: add one or take the shield out"
    if entry.near and not speaks_without(replace(entry, near=[])):
        yield "no 'ignore' example needs 'near': add one or take it out"
    if entry.counterpart and not speaks_without(replace(entry, counterpart=[])):
        yield "no 'ignore' example needs 'counterpart': add one or take it out"


def _text_problems(entry: Entry | StrengthEntry) -> Iterator[str]:
    for name in ("saw", "why", "fine_when", "ask"):
        text = getattr(entry, name, "")
        if len(text) > LONGEST_TEXT:
            yield f"'{name}' has {len(text)} characters; {LONGEST_TEXT} at most"
        if match := _NOT_OUR_TONE.search(text):
            yield f"'{name}' says {match[0]!r}, which is not our tone"
        if text and name != "ask" and text[-1] not in ".?":
            yield f"'{name}' should end with a full stop"


def strength_problems(entry: StrengthEntry, pipeline: Pipeline) -> Iterator[str]:
    """What is wrong with one strength."""
    yield from _text_problems(entry)
    for texts, wanted in ((entry.examples.flag, True), (entry.examples.ignore, False)):
        for example in texts:
            plain, spans = marked_spans(example)
            document = document_of(*[plain] * entry.least)
            context, _ = examine(document, pipeline, Profile())
            places = [p for s in find_strengths(document, context, pipeline) if s.entry == entry.id for p in s.places]
            found = [(p.start, p.end) for p in places if p.block == 0]
            if wanted and found != spans:
                yield f"should be found exactly where it is marked: {example!r} (found {[p.text for p in places]})"
            if not wanted and found:
                yield f"should stay quiet: {example!r} (found {[p.text for p in places]})"
