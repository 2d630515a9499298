"""Patterns that one table of counts shows by itself: one label that holds nearly all of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Count, Dimension
from .shares import JUDGE_FROM
from .tables import Tables, cells_of, counts_of, part, together
from .word_counts import load_count_words
from .wording import rate

ROUTE_FROM, ROUTE_SHARE = 5, 0.8
SECTION_SHARE = 0.7
NEARLY_ALL = 0.8
HALF = 0.5
TALENT_SHARE = 0.6
EASY_OR_HARD = 5  # times in 1,000 words
_ELSEWHERE = ("Africa", "Asia", "South and Central America")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern: the count that its sentence says, others behind it, and what it is about."""

    count: Count
    what: str = ""
    more: tuple[Count, ...] = ()
    dimension: Dimension | None = None  # where it is not the rule's own


def _one_label(tables: Tables, id: str, least: int, share: float, label: str = "") -> Iterator[Found]:
    """One label of a table (any, or ``label``) that holds more than ``share`` of it."""
    for count in counts_of(tables, id):
        if count.share.total >= least and part(count.share) > share and label in ("", count.label):
            yield Found(count, count.label)


def one_route(tables: Tables) -> Iterator[Found]:
    """Of the ways into work, nearly all are one."""
    yield from _one_label(tables, "routes", ROUTE_FROM, ROUTE_SHARE)


def one_festival(tables: Tables) -> Iterator[Found]:
    """Of the festivals, nearly all are of one tradition."""
    yield from _one_label(tables, "festivals", JUDGE_FROM, NEARLY_ALL)


def one_family(tables: Tables) -> Iterator[Found]:
    """Families are nearly always mum and dad, or parents: both together, where both are said."""
    counts = [c for c in counts_of(tables, "families") if c.label in ("mum and dad", "parents") and c.share.count]
    if counts:
        both = together(" or ".join(c.label for c in counts), counts, counts[0].share.total)
        if both.share.total >= JUDGE_FROM and part(both.share) > NEARLY_ALL:
            yield Found(both, both.label, tuple(counts) if len(counts) > 1 else ())


def one_context(tables: Tables) -> Iterator[Found]:
    """Most examples come from one part of life."""
    yield from _one_label(tables, "contexts", JUDGE_FROM, SECTION_SHARE)


def talent_talk(tables: Tables) -> Iterator[Found]:
    """Talent is spoken of more than effort."""
    yield from _one_label(tables, "talk", JUDGE_FROM, TALENT_SHARE, "talent")


def easy_and_hard(tables: Tables) -> Iterator[Found]:
    """Easy and hard are often spoken of."""
    counts = counts_of(tables, "difficulty")
    if counts:
        both = together("easy or hard", counts, counts[0].share.total)
        often = 1000 * both.share.count >= EASY_OR_HARD * both.share.total
        if both.share.count >= JUDGE_FROM and often:
            yield Found(both, rate(both.share), counts)


def job_levels(tables: Tables) -> Iterator[Found]:
    """Nearly all jobs need a degree or are in charge."""
    counts = counts_of(tables, "levels")
    total = sum(c.share.count for c in counts)
    if total < JUDGE_FROM:
        return
    top = together("need a degree or are in charge",
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


def no_scotland_in_one(tables: Tables) -> Iterator[Found]:
    """A document nearly all about one part of the world is about that part, and one of many parts about the world."""
    yield from (found for found in no_scotland(tables) if HALF < part(found.count.share) <= NEARLY_ALL)


def no_scotland(tables: Tables) -> Iterator[Found]:
    """Of many places, none is in Scotland."""
    places = {c.label: c for c in counts_of(tables, "places")}
    total = sum(c.share.count for c in places.values())
    if total >= JUDGE_FROM and "Scotland" not in places:
        most = max(places.values(), key=lambda c: c.share.count)
        yield Found(most, most.label)


def hardship_places(tables: Tables) -> Iterator[Found]:
    """A part of the world that comes up mostly beside words for hardship."""
    for region, row in cells_of(tables, "place-contexts").items():
        hardship = row.get("hardship")
        enough = hardship is not None and hardship.share.total >= JUDGE_FROM
        if hardship is not None and enough and region in _ELSEWHERE and part(hardship.share) >= SECTION_SHARE:
            yield Found(hardship, region)


def list_of_men(tables: Tables) -> Iterator[Found]:
    """A sentence or list of public figures all described as he, where hardly another one is met in the text."""
    lists = {c.label: c for c in counts_of(tables, "figure-lists")}
    he = lists.get("all described as he")
    figures = counts_of(tables, "figures")
    others = sum(c.share.count for c in figures if c.by != "he")
    if he is not None and 3 * others < sum(c.share.count for c in figures):
        yield Found(he)


def past_only(tables: Tables) -> Iterator[Found]:
    """Of the people of science whose lives are known, nearly all are dead."""
    rows = cells_of(tables, "figures")
    total = sum(c.share.count for life in ("living", "not living") for c in rows.get(life, {}).values())
    dead = together("not living", tuple(rows.get("not living", {}).values()), total) if total >= JUDGE_FROM else None
    if dead is not None and part(dead.share) > NEARLY_ALL:
        yield Found(dead)
