"""Several files at once: which are the same, and who is in them all together. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .model import Count, Document, Report, Share
from .shares import wilson

ALIKE = 0.8  # of the runs of words in two files, the part that both have
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


def same(documents: Sequence[Document]) -> tuple[Same, ...]:
    """Groups of two or more that are the same file, or hold nearly the same words (a lesson in Word and as PDF)."""
    runs = [_runs(document) for document in documents]
    group = list(range(len(documents)))
    for later, document in enumerate(documents):
        for earlier in range(later):
            if document.sha256 == documents[earlier].sha256 or _alike(runs[earlier], runs[later]):
                group[later] = group[earlier]
                break
    found = []
    for first in dict.fromkeys(group):
        members = tuple(index for index, of in enumerate(group) if of == first)
        if len(members) > 1:
            found.append(Same(members, len({documents[index].sha256 for index in members}) == 1))
    return tuple(found)


def _runs(document: Document) -> frozenset[tuple[str, ...]]:
    text = " ".join(block.text for block in document.blocks if block.kind not in _BESIDE)
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)) if words)


def _alike(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    if not a or not b or min(len(a), len(b)) < ALIKE * max(len(a), len(b)):
        return False
    both = len(a & b)
    return both >= ALIKE * (len(a) + len(b) - both)


def once(number: int, groups: Sequence[Same]) -> tuple[int, ...]:
    """The places of ``number`` files without those that only repeat another."""
    again = {index for group in groups for index in group.members[1:]}
    return tuple(index for index in range(number) if index not in again)


def people_in_all(reports: Sequence[Report], wanted: Sequence[int]) -> tuple[Total, ...]:
    """How people are described over the ``wanted`` reports. Someone who is in two files counts in each."""
    labels = dict.fromkeys(count.label for index in wanted for count in reports[index].representation.described_as)
    return tuple(_total(label, [(i, c) for i in wanted for c in _counts(reports[i], label)]) for label in labels)


def _counts(report: Report, label: str) -> Iterator[Count]:
    return (count for count in report.representation.described_as if count.label == label)


def _total(label: str, parts: list[tuple[int, Count]]) -> Total:
    share = wilson(sum(count.share.count for _, count in parts), sum(count.share.total for _, count in parts))
    return Total(label, share, tuple((index, count) for index, count in parts if count.share.count))
