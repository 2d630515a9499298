"""Hits become findings: judged by the guards, weighed, merged where the same words recur."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from .entries import Guard
from .guards import Context, Hit, Spot, judge
from .model import Document, Finding, Occurrence, Severity, SilencedHit
from .rewrite import rewrite
from .severity import weigh
from .text import Tokenised, normalise


def find_all(
    document: Document,
    found: list[Hit],
    context: Context,
    *,
    without: Iterable[str] = (),
) -> tuple[tuple[Finding, ...], tuple[SilencedHit, ...]]:
    """The findings and the silenced hits of a document. ``without`` turns global guards off (for tests)."""
    silenced: list[SilencedHit] = []
    standing: dict[tuple[str, str, Severity], list[tuple[Hit, Occurrence, tuple[Guard, ...]]]] = defaultdict(
        list
    )
    for hit in found:
        guards = judge(hit, context, without)
        place = occurrence(hit, document, context.text, hit.entry.swap)
        silenced += [
            SilencedHit(hit.entry.id, g.id, "hidden" if g.effect == "hide" else "lowered", place)
            for g in guards
        ]
        if any(g.effect == "hide" for g in guards):
            continue
        weight = weigh(hit.entry.severity, hit.entry.confidence, hit.entry.form, guards)
        same = "" if hit.entry.merge == "entry" else normalise(place.text).lower()
        standing[hit.entry.id, same, weight].append((hit, place, guards))
    findings = [_finding(group, weight) for (_, _, weight), group in standing.items()]
    return tuple(sorted(findings, key=lambda f: (f.places[0].block, f.places[0].start, f.entry))), tuple(
        silenced
    )


def _finding(group: list[tuple[Hit, Occurrence, tuple[Guard, ...]]], weight: Severity) -> Finding:
    entry, first = group[0][0].entry, group[0][1]
    return Finding(
        key=finding_key(entry.id, first.text, first.sentence),
        entry=entry.id,
        dimension=entry.dimension,
        form=entry.form,
        severity=weight,
        confidence=entry.confidence,
        places=tuple(place for _, place, _ in group),
        guards=tuple(sorted({g.id for _, _, guards in group for g in guards})),
    )


def finding_key(entry: str, words: str, sentence: str) -> str:
    """The name of a finding that decisions hang on: the same in the next version of the file."""
    plain = re.sub(r"\W+", " ", normalise(sentence).lower()).strip()
    said = " ".join(normalise(words).lower().split())
    return hashlib.sha256(f"{entry}\0{said}\0{plain}".encode()).hexdigest()[:16]


def occurrence(
    hit: Spot, document: Document, text: Tokenised, swap: Mapping[str, str] | None = None
) -> Occurrence:
    """Where a hit stands, with its sentence and, where ``swap`` knows one, the changed sentence."""
    block = document.blocks[hit.sentence.block]
    span = text.docs[hit.sentence.block][hit.first : hit.last]
    start, end = span.start_char, span.end_char
    sentence = block.text[hit.sentence.start : hit.sentence.end]
    at = start - hit.sentence.start
    words = block.text[start:end]
    replacement = {normalise(k).lower(): v for k, v in (swap or {}).items()}.get(normalise(words).lower(), "")
    return Occurrence(
        block=hit.sentence.block,
        start=start,
        end=end,
        text=words,
        sentence=sentence,
        at=at,
        place=block.place,
        audience=block.audience,
        rewrite=rewrite(sentence, at, at + len(words), replacement) if replacement else "",
    )
