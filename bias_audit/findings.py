"""Hits become findings: judged by the guards, weighed, merged where the same words recur."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .entries import Guard
from .guards import judge
from .model import Document, Finding, Occurrence, Severity, SilencedHit
from .rewrite import rewrite
from .severity import weigh, weigh_repeated
from .spots import Context, Hit, Spot
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
    judged: list[_Judged] = []
    for hit in found:
        guards = judge(hit, context, without)
        place = occurrence(hit, document, context.text, hit.entry.swap)
        silenced += [
            SilencedHit(hit.entry.id, g.id, "hidden" if g.effect == "hide" else "lowered", place) for g in guards
        ]
        if not any(g.effect == "hide" for g in guards):
            recognised = document.blocks[place.block].recognised
            entry = hit.entry
            weight = weigh(entry.severity, entry.confidence, entry.form, guards, recognised=recognised)
            judged.append(_Judged(hit, place, guards, weight, recognised))
    same: dict[tuple[str, str, Severity], list[_Judged]] = defaultdict(list)
    for one in _one_card_a_place(judged):
        words = "" if one.hit.entry.merge == "entry" else normalise(one.place.text).lower()
        same[one.hit.entry.id, words, one.weight].append(one)
    findings = sorted(map(_finding, _joined(same)), key=lambda f: (f.places[0].block, f.places[0].start, f.entry))
    return tuple(findings), tuple(silenced)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A hit that stands, with the guards that lowered it and what it weighs."""

    hit: Hit
    place: Occurrence
    guards: tuple[Guard, ...]
    weight: Severity
    recognised: bool  # in a picture


def _joined(same: Mapping[tuple[str, str, Severity], list[_Judged]]) -> Iterator[list[_Judged]]:
    """One and many of a word in one sentence are one finding: "a Chinaman" and "Chinamen"."""
    families: dict[tuple[str, str, Severity], list[list[_Judged]]] = defaultdict(list)
    for (entry, words, weight), group in same.items():
        kept = families[entry, _of_one(words), weight]
        here = next((other for other in kept if not _sentences(other).isdisjoint(_sentences(group))), None)
        if here is None:
            kept.append(group)
        else:
            here += group
            here.sort(key=lambda one: (one.place.block, one.place.start))
    for groups in families.values():
        yield from groups


def _of_one(words: str) -> str:
    """ "chinaman" for "chinamen", "slave" for "slaves"."""
    if words.endswith("men"):
        return f"{words[:-2]}an"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _sentences(group: list[_Judged]) -> set[tuple[int, str]]:
    return {(one.place.block, one.place.sentence) for one in group}


def _one_card_a_place(judged: list[_Judged]) -> list[_Judged]:
    """Where hits share their words, the heaviest speaks: on a tie an intersection, a fixed form, then the longest.

    Rivals are hits that overlap within a dimension, and across dimensions those of which one holds the other.
    """
    kept: dict[int, list[_Judged]] = defaultdict(list)

    def rank(one: _Judged) -> tuple[int, bool, bool, int, int, int, str]:
        place, entry = one.place, one.hit.entry
        crossing = entry.dimension == "intersection"  # says more than either of the dimensions that meet
        length = place.end - place.start
        return -one.weight, not crossing, one.hit.loose, -length, place.block, place.start, entry.id

    for one in sorted(judged, key=rank):
        if not any(_rivals(one, other) for other in kept[one.place.block]):
            kept[one.place.block].append(one)
    standing = [one for block in kept.values() for one in block]
    return sorted(standing, key=lambda o: (o.place.block, o.place.start, o.place.end, o.hit.entry.id))


def _rivals(one: _Judged, other: _Judged) -> bool:
    a, b = one.place, other.place
    if a.start >= b.end or b.start >= a.end:
        return False
    holds = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
    return holds or one.hit.entry.dimension == other.hit.entry.dimension


def _finding(group: list[_Judged]) -> Finding:
    entry, first = group[0].hit.entry, group[0].place
    confidence = "please check" if all(one.recognised for one in group) else entry.confidence
    return Finding(
        key=finding_key(entry.id, first.text, first.sentence),
        entry=entry.id,
        dimension=entry.dimension,
        form=entry.form,
        severity=weigh_repeated(group[0].weight, confidence, entry.form, len(group)),
        confidence=confidence,
        places=tuple(one.place for one in group),
        guards=tuple(sorted({g.id for one in group for g in one.guards})),
    )


def finding_key(entry: str, words: str, sentence: str) -> str:
    """The name of a finding that decisions hang on: the same in the next version of the file."""
    plain = re.sub(r"\W+", " ", normalise(sentence).lower()).strip()
    said = " ".join(normalise(words).lower().split())
    return hashlib.sha256(f"{entry}\0{said}\0{plain}".encode()).hexdigest()[:16]


def occurrence(hit: Spot, document: Document, text: Tokenised, swap: Mapping[str, str] | None = None) -> Occurrence:
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
