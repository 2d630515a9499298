"""Patterns that one table of counts shows by itself: one label that holds nearly all of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Count, Dimension
from .shares import JUDGE_FROM
from .tables import Tables, counts_of, part, together
from .word_counts import load_count_words

ROUTE_FROM, ROUTE_SHARE = 5, 0.8
SECTION_SHARE = 0.7
NEARLY_ALL = 0.8
CONTEXTS_FROM = 20
TALENT_SHARE = 0.6
EASY_OR_HARD = 5  # times in 1,000 words


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern: the count that its sentence says, others behind it, and what it is about."""

    count: Count
    what: str = ""
    more: tuple[Count, ...] = ()
    dimension: Dimension | None = None  # where it is not the rule's own


def _one_label(
    tables: Tables, id: str, least: int, share: float, labels: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """One label of a table (any, or one of ``labels``) that holds more than ``share`` of it."""
    for count in counts_of(tables, id):
        over = count.share.total >= least and part(count.share) > share
        if over and (not labels or count.label in labels):
            yield Found(count, count.label)


def one_route(tables: Tables) -> Iterator[Found]:
    """Of the ways into work, nearly all are one."""
    yield from _one_label(tables, "routes", ROUTE_FROM, ROUTE_SHARE)


def one_festival(tables: Tables) -> Iterator[Found]:
    """Of the festivals, nearly all are of one tradition."""
    yield from _one_label(tables, "festivals", JUDGE_FROM, NEARLY_ALL)


def one_family(tables: Tables) -> Iterator[Found]:
    """Families are nearly always mum and dad, or parents."""
    yield from _one_label(tables, "families", JUDGE_FROM, NEARLY_ALL, frozenset(["mum and dad", "parents"]))


def one_context(tables: Tables) -> Iterator[Found]:
    """Most examples come from one part of life."""
    yield from _one_label(tables, "contexts", CONTEXTS_FROM, SECTION_SHARE)


def talent_talk(tables: Tables) -> Iterator[Found]:
    """Talent is spoken of more than effort."""
    yield from _one_label(tables, "talk", JUDGE_FROM, TALENT_SHARE, frozenset(["talent"]))


def easy_and_hard(tables: Tables) -> Iterator[Found]:
    """Easy and hard are often spoken of."""
    counts = counts_of(tables, "difficulty")
    if counts:
        both = together("easy or hard", counts, counts[0].share.total)
        often = 1000 * both.share.count >= EASY_OR_HARD * both.share.total
        if both.share.count >= JUDGE_FROM and often:
            yield Found(both, more=counts)


def job_levels(tables: Tables) -> Iterator[Found]:
    """Nearly all jobs lead, answer for expert work or belong to a university."""
    counts = counts_of(tables, "levels")
    total = sum(c.share.count for c in counts)
    if total < JUDGE_FROM:
        return
    top = together("answer for expert work, lead or teach at a university",
               [c for c in counts if c.label in load_count_words().top_levels], total)  # fmt: skip
    if part(top.share) > NEARLY_ALL:
        yield Found(top, more=counts)


def costs(tables: Tables) -> Iterator[Found]:
    """Tasks nearly always cost something, without another way."""
    counts = counts_of(tables, "costs")
    total = sum(c.share.count for c in counts)
    if total >= JUDGE_FROM:
        without = together("no other way said", [c for c in counts if c.by == "no other way said"], total)
        if part(without.share) > NEARLY_ALL:
            yield Found(without, more=counts)


def disability_mode(tables: Tables) -> Iterator[Found]:
    """Disabled people are seldom shown at work or doing things."""
    counts = counts_of(tables, "disability-mode")
    total = sum(c.share.count for c in counts)
    if total >= JUDGE_FROM:
        passive = together("having things done to them, or only mentioned",
                       [c for c in counts if c.label in ("having things done to them", "only mentioned")],
                       total)  # fmt: skip
        if part(passive.share) >= SECTION_SHARE:
            yield Found(passive, more=counts)
