"""Of several files, where to start: an order with its reason in words. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from . import wording
from .model import Dimension, Finding, PatternFinding, Report, Severity
from .wording import counted, listed


@dataclass(frozen=True, slots=True)
class Turn:
    """One file in the order. ``index`` is its place in what was given, ``levels`` its findings by severity."""

    index: int
    levels: tuple[tuple[Severity, int], ...]
    reason: str


def start_here(reports: Sequence[Report], priorities: Sequence[Dimension] = ()) -> tuple[Turn, ...]:
    """Where most can be won first: what must change, what the setting puts first, what is worth changing.

    Of files that are alike in that, the shorter comes first: it takes less time. What counting over a document
    shows counts as a finding does.
    """
    ordered = sorted(range(len(reports)), key=lambda index: _weight(reports[index], priorities, index))
    return tuple(Turn(i, tuple(levels(reports[i]).items()), _reason(reports[i], priorities)) for i in ordered)


def levels(report: Report) -> dict[Severity, int]:
    """How many findings and patterns there are of each severity, the weightiest first."""
    counts = Counter(found.severity for found in _found(report))
    return {level: counts[level] for level in (3, 2, 1, 0)}


def _found(report: Report) -> list[Finding | PatternFinding]:
    return [*report.findings, *report.patterns]


def _weight(report: Report, priorities: Sequence[Dimension], index: int) -> tuple[int, ...]:
    counts = levels(report)
    return -counts[3], -len(_first(report, priorities)), -counts[2], -counts[1], report.words, index


def _first(report: Report, priorities: Sequence[Dimension]) -> list[Dimension]:
    """The dimensions of what weighs most and is about what the setting puts first, one for each."""
    return [one.dimension for one in _found(report) if one.severity >= 2 and one.dimension in priorities]


def _reason(report: Report, priorities: Sequence[Dimension]) -> str:
    counts = levels(report)
    if not report.words:
        return "There were no words to check."
    if counts[3]:
        said = f"{counted(counts[3], 'thing')} to change first"
    elif counts[2]:
        said = f"{counted(counts[2], 'thing')} worth changing"
    elif counts[1]:
        return f"Only {counted(counts[1], 'small thing')} to have a look at."
    elif counts[0]:
        return "Nothing to change stood out; a few notes for interest."
    else:
        return "Nothing stood out in the wording."
    if first := _first(report, priorities):
        topics = listed(wording.DIMENSIONS[name] for name in dict.fromkeys(first))
        said += f"; {counted(len(first), 'is', 'are')} about what you put first ({topics})"
    return f"{said}."
