"""Shares with their intervals, and how they are said."""

from functools import lru_cache
from math import floor, sqrt

from .model import Share

PERCENT_FROM = 20  # people or things from which a percentage is said as well
JUDGE_FROM = 10  # and from which a pattern says anything, where its own rule gives no other number
_WHOLE = 100
_Z = 1.959964  # of the normal distribution, for 95 %


@lru_cache(maxsize=4096)  # the same small numbers come again in every table
def wilson(count: int, total: int) -> Share:
    """``count`` of ``total`` with its Wilson 95 % interval; of nothing, the interval is 0 to 1."""
    if not 0 <= count <= total:
        raise ValueError(f"{count} of {total} is not a share.")
    if not total:
        return Share(0, 0, 0.0, 1.0)
    part, square = count / total, _Z * _Z
    middle = (part + square / (2 * total)) / (1 + square / total)
    reach = _Z / (1 + square / total) * sqrt(part * (1 - part) / total + square / (4 * total * total))
    low = 0.0 if count == 0 else min(part, max(0.0, middle - reach))
    high = 1.0 if count == total else max(part, min(1.0, middle + reach))
    return Share(count, total, low, high)


def say(share: Share) -> str:
    """A share for readers: "5 of 11", and from 20 upwards "12 of 40, 30%"."""
    words = f"{share.count:,} of {share.total:,}"
    return words if share.total < PERCENT_FROM else f"{words}, {per_cent(share)}"


def per_cent(share: Share) -> str:
    """A share in words: "30%", "under 1%" of a few among very many, and "over 99%" of nearly all."""
    if share.count and not percent(share):
        return "under 1%"
    return "over 99%" if share.count < share.total and percent(share) == _WHOLE else f"{percent(share)}%"


def percent(share: Share) -> int:
    """A share in whole per cent, as every output says it: halves go up, and of nothing it is 0."""
    return (200 * share.count + share.total) // (2 * share.total) if share.total else 0


def bounds(share: Share) -> tuple[int, int]:
    """The interval of a share in whole per cent."""
    return floor(100 * share.low + 0.5), floor(100 * share.high + 0.5)
