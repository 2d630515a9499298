"""Numbers over scored rows: rates with Wilson intervals, MCC with a bootstrap over sentence frames."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .rows import Row


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding in a row. ``span`` is (start, end) in the text, or None for a pattern finding."""

    entry: str
    dimension: str
    severity: int
    confidence: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Scored:
    """A row with what was found in it."""

    row: Row
    hits: tuple[Hit, ...]

    def flagged(self, least: int) -> bool:
        """Whether anything was found at severity ``least`` or above."""
        return any(h.severity >= least for h in self.hits)

    def rightly(self, least: int) -> bool:
        """The same, in a dimension that the category allows."""
        wanted = self.row.dimensions
        return any(h.severity >= least and (not wanted or h.dimension in wanted) for h in self.hits)


def rate(rows: Sequence[Scored], least: int, *, right: bool = False) -> float | None:
    """The share of rows that are flagged; None for no rows."""
    if not rows:
        return None
    return sum((r.rightly if right else r.flagged)(least) for r in rows) / len(rows)


def mcc(rows: Iterable[Scored], least: int) -> float | None:
    """Matthews' correlation of flag and label; None unless both labels occur, 0 when all flags agree."""
    table = Counter((r.row.label, r.flagged(least)) for r in rows if r.row.label is not None)
    tp, fn, fp, tn = table[1, True], table[1, False], table[0, True], table[0, False]
    if not tp + fn or not fp + tn:
        return None
    below = math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return (tp * tn - fp * fn) / below if below else 0.0


def bootstrap_mcc(rows: Sequence[Scored], least: int, draws: int = 400) -> tuple[float, float] | None:
    """A 95 % interval of the MCC, drawing whole sentence frames; None when there is no MCC."""
    if mcc(rows, least) is None:
        return None
    frames: dict[str, list[Scored]] = defaultdict(list)
    for row in rows:
        frames[row.row.frame].append(row)
    groups, chance = list(frames.values()), random.Random(20)
    values = []
    for _ in range(draws):
        drawn = [row for group in chance.choices(groups, k=len(groups)) for row in group]
        value = mcc(drawn, least)
        if value is not None:
            values.append(value)
    values.sort()
    return values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]


def summary(rows: Sequence[Scored], least: int) -> dict[str, Any]:
    """The numbers of one set or category, as in the JSON output."""
    positives = [r for r in rows if r.row.label == 1]
    negatives = [r for r in rows if r.row.label == 0]
    words = sum(len(r.row.text.split()) for r in rows)
    severities = Counter(h.severity for r in rows for h in r.hits)
    return {
        "n": len(rows),
        "positives": len(positives),
        "negatives": len(negatives),
        "words": words,
        "recall": rate(positives, least),
        "false_positive_rate": rate(negatives, least),
        "mcc": mcc(rows, least),
        "per_1000_words": {str(s): 1000 * severities[s] / words if words else 0.0 for s in range(4)},
    }
