"""Entries made for one test, and what they find in a text."""

from typing import Any, get_args, get_type_hints

from bias_audit.detect import examine
from bias_audit.entries import Entry, Examples
from bias_audit.findings import find_all
from bias_audit.lexicon_examples import document_of, only_entry
from bias_audit.model import Block, Document, Finding, Place, Profile, SilencedHit
from bias_audit.pipeline import Pipeline, with_entries

NO_PROFILE = Profile()


def entry(id: str = "gender/test", **fields: Any) -> Entry:
    """An entry with the texts filled in; ``fields`` say what it finds and how much it weighs."""
    texts: dict[str, Any] = {
        "form": "term",
        "severity": 2,
        "saw": "Seen.",
        "why": "Because.",
        "fine_when": "Sometimes.",
        "source": ["VERV15"],
        "examples": Examples([], []),
        "dimension": id.split("/", 1)[0],
    }
    return Entry(id=id, **{**texts, **fields})


def block(text: str, **fields: Any) -> Block:
    return Block(text, **{"kind": "paragraph", "place": Place("paragraph 1"), **fields})


def document(*blocks: Block | str) -> Document:
    """A document of blocks; a string is a learner-facing paragraph."""
    made = tuple(b if isinstance(b, Block) else block(b) for b in blocks)
    return Document("test", "text/plain", "", made)


def look(
    what: Document | str,
    pipeline: Pipeline,
    profile: Profile = NO_PROFILE,
    without: tuple[str, ...] = (),
) -> tuple[tuple[Finding, ...], tuple[SilencedHit, ...]]:
    """Findings and silenced hits of a document, or of one paragraph."""
    whole = document_of(what) if isinstance(what, str) else what
    context, found = examine(whole, pipeline, profile)
    return find_all(whole, found, context, without=without)


def words_found(what: Document | str, pipeline: Pipeline, least: int = 0, without: tuple[str, ...] = ()) -> list[str]:
    """The words that are pointed at, in reading order, at severity ``least`` or above."""
    findings, _ = look(what, pipeline, without=without)
    places = [p for f in findings if f.severity >= least for p in f.places]
    return [p.text for p in sorted(places, key=lambda p: (p.block, p.start))]


def guards_of(what: Document | str, pipeline: Pipeline, profile: Profile = NO_PROFILE) -> list[str]:
    """The guards that hid or lowered something, sorted."""
    _, silenced = look(what, pipeline, profile)
    return sorted({s.guard for s in silenced})


def alone(entry: Entry, pipeline: Pipeline) -> Pipeline:
    """A pipeline that knows this entry only."""
    return only_entry(pipeline, entry)


def profile_with(flag: str) -> Profile:
    """The profile that says this one thing: "rural", "early", "esol"."""
    for name in ("stage", "sector", "place"):
        if flag in get_args(get_type_hints(Profile)[name]):
            return Profile(**{name: flag})  # type: ignore[arg-type]
    return Profile(**{flag: True})  # type: ignore[arg-type]


def knowing(pipeline: Pipeline, *entries: Entry) -> Pipeline:
    """A pipeline that knows these entries only."""
    return with_entries(pipeline, entries)
