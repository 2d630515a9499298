"""Several files at once: which are the same, and who is in them all together. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .model import Count, Document, Occurrence, Report, Share, Table

ALIKE = 0.8  # of the runs of words in two files, the part that both have
_ENOUGH = 10  # sentences that a report quotes, from which they tell whether another is of nearly the same words
_RUN = 5  # words
_BESIDE = frozenset({"header", "footer", "alt_text", "comment", "code"})  # formats keep these differently


@dataclass(frozen=True, slots=True)
class Same:
    """Files that are the same (``identical``: byte for byte), as their places in what was given."""

    members: tuple[int, ...]
    identical: bool


@dataclass(frozen=True, slots=True)
class Total:
    """A count over several files, and the part of each file that has any: (its place, its own count)."""

    label: str
    share: Share
    parts: tuple[tuple[int, Count], ...]


Runs = frozenset[tuple[str, ...]]


def same(documents: Sequence[Document]) -> tuple[Same, ...]:
    """Groups of two or more that are the same file, or hold nearly the same words (a lesson in Word and as PDF)."""
    return _grouped([(document.sha256, _runs_of(document)) for document in documents])


def same_reports(reports: Sequence[Report]) -> tuple[Same, ...]:
    """The same of reports, whose documents are not at hand: by the sentences that they quote, where these are many."""
    return _grouped([(report.sha256, _quoted_runs(report)) for report in reports])


def _grouped(files: Sequence[tuple[str, Runs]]) -> tuple[Same, ...]:
    group = list(range(len(files)))
    for later, (sha256, runs) in enumerate(files):
        for earlier in range(later):
            if sha256 == files[earlier][0] or _alike(files[earlier][1], runs):
                group[later] = group[earlier]
                break
    found = []
    for first in dict.fromkeys(group):
        members = tuple(index for index, of in enumerate(group) if of == first)
        if len(members) > 1:
            found.append(Same(members, len({files[index][0] for index in members}) == 1))
    return tuple(found)


def _runs_of(document: Document) -> Runs:
    return _runs(" ".join(block.text for block in document.blocks if block.kind not in _BESIDE))


def _quoted_runs(report: Report) -> Runs:
    found = {(mention.block, mention.sentence) for mention in report.people.mentions}
    found |= {(place.block, place.sentence) for place in _quoted(report)}
    return _runs(" ".join(sentence for _, sentence in sorted(found))) if len(found) >= _ENOUGH else frozenset()


def _quoted(report: Report) -> Iterable[Occurrence]:
    yield from report.representation.places
    yield from (hit.place for hit in report.silenced)
    for finding in report.findings:
        yield from finding.places
    for strength in report.strengths:
        yield from strength.places


def _runs(text: str) -> Runs:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)) if words)


def _alike(a: Runs, b: Runs) -> bool:
    if not a or not b or min(len(a), len(b)) < ALIKE * max(len(a), len(b)):
        return False
    both = len(a & b)
    return both >= ALIKE * (len(a) + len(b) - both)


def once(number: int, groups: Sequence[Same]) -> tuple[int, ...]:
    """The places of ``number`` files without those that only repeat another."""
    again = {index for group in groups for index in group.members[1:]}
    return tuple(index for index in range(number) if index not in again)


def people_in_all(people: Table, reports: Sequence[Report]) -> tuple[Total, ...]:
    """How people are described, by their table over all files, and each count in the files that it opens to."""
    return tuple(Total(c.label, c.share, tuple(_parts(c, reports))) for c in people.counts)


def _parts(count: Count, reports: Sequence[Report]) -> Iterable[tuple[int, Count]]:
    for index in count.reports:
        yield from ((index, c) for c in reports[index].representation.described_as if c.label == count.label)
