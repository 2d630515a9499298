"""What counts show when they are put side by side: small functions of tables, for one document or a whole library.

None speaks under the number of things that its rule gives (ten where it gives none), and none of a raw share of
pronouns: people are counted, and a text about one person is no pattern.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from .jobs import load_occupations
from .model import (
    Count,
    Dimension,
    Occurrence,
    PatternFinding,
    People,
    Representation,
    Severity,
    Table,
)
from .people.counts.counted import SAID
from .representation import PAIRS_FROM, PAIRS_SHARE, pattern_finding
from .shares import JUDGE_FROM
from .table_patterns import (
    SECTION_SHARE,
    Found,
    costs,
    disability_mode,
    easy_and_hard,
    hardship_places,
    job_levels,
    list_of_men,
    no_scotland,
    no_scotland_in_one,
    one_context,
    one_family,
    one_festival,
    one_route,
    past_only,
    talent_talk,
)
from .tables import Tables, apart, cells_of, counts_of, held_against, opened, part, tables_of, together
from .wording import GENDER_SAID

Level = Literal["document", "library"]

SECTION_FROM = 5
JOB_FROM = 4  # people in one job, all described alike
MOSTLY = 0.75  # of people described, with an interval that stays above one half
HERO = 0.5  # of all mentions: then the text is about one person
_WHO = {"she": "women or girls", "he": "men or boys", "they": "described as they"}
_FORMAL = frozenset(["full name", "surname", "title", "job"])
_FAMILIAR = frozenset(["first name", "family tie", "look"])


Finder = Callable[[Tables], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An id of patterns.yaml with the severity that it has in a document and in a library (None: not said there)."""

    id: str
    dimension: Dimension
    document: Severity | None
    library: Severity | None
    find: Finder


def document_patterns(people: People, representation: Representation) -> tuple[PatternFinding, ...]:
    """The patterns of one document, with the places that they open to."""
    return patterns_in(
        tables_of(representation), "document", lambda count: tuple(opened(count, people, representation))
    )


def patterns_in(
    tables: Tables, level: Level, places: Callable[[Count], tuple[Occurrence, ...]] = lambda count: ()
) -> tuple[PatternFinding, ...]:
    """Every pattern that ``tables`` show, in the order of PATTERNS."""
    return tuple(
        pattern_finding(
            pattern.id,
            found.dimension or pattern.dimension,
            severity,
            found.count,
            places(found.count),
            what=found.what,
            more=found.more,
        )
        for pattern in PATTERNS
        if (severity := pattern.document if level == "document" else pattern.library) is not None
        for found in pattern.find(tables)
    )


# Patterns that show in another way what the first two say: that one gender comes up in the words of pictures only.
_PICTURES_ONLY = ("gender/cover-and-body", "gender/one-gender-only-in-pictures")
_THE_SAME = frozenset(
    "gender/one-gender-only-in-pictures gender/named-mostly-one gender/who-acts gender/who-is-subject "
    "gender/how-named".split()
)


def said_once(patterns: tuple[PatternFinding, ...]) -> tuple[PatternFinding, ...]:
    """The patterns without those that say the same of the same people in other words."""
    said = {pattern.entry for pattern in patterns}
    if not said.issuperset(_PICTURES_ONLY):
        return patterns
    return tuple(pattern for pattern in patterns if pattern.entry not in _THE_SAME)


# --- who is there -------------------------------------------------------------------------------


def _mostly(said: dict[str, Count]) -> Iterator[Found]:
    """Most of those whose gender words say are described alike, and chance does not explain it."""
    known = {g: said[g] for g in SAID if g in said}
    total = sum(c.share.count for c in known.values())
    if total < JUDGE_FROM:
        return
    gender, most = max(known.items(), key=lambda item: item[1].share.count)
    count = held_against(most, total)
    if part(count.share) >= MOSTLY and count.share.low > 0.5:
        others = tuple(held_against(c, total) for g, c in known.items() if g != gender and c.share.count)
        yield Found(count, GENDER_SAID[gender], others)


def _one_hero(tables: Tables) -> bool:
    return any(part(count.share) > HERO for count in counts_of(tables, "central"))


def _mostly_one_gender(tables: Tables) -> Iterator[Found]:
    if not _one_hero(tables):
        yield from _mostly({c.label: c for c in counts_of(tables, "people")})


def _named_mostly_one_gender(tables: Tables) -> Iterator[Found]:
    """Only where it is not already so of everybody."""
    if not _one_hero(tables) and not any(_mostly_one_gender(tables)):
        yield from _mostly(cells_of(tables, "named").get("named", {}))


def _quoted_mostly_one_gender(tables: Tables) -> Iterator[Found]:
    yield from _mostly({c.label: c for c in counts_of(tables, "speech")})


def _jobs_of_one_gender(tables: Tables) -> Iterator[Found]:
    """Not where the words speak of a group of others in the job, which no count of people holds."""
    groups = cells_of(tables, "jobs-groups")
    for job, row in cells_of(tables, "jobs-gender").items():
        said = {g: row[g] for g in SAID if g in row}
        total = sum(c.share.count for c in said.values())
        if total >= JOB_FROM and len(said) == 1:
            ((gender, count),) = said.items()
            if groups.get(job, {}).keys() - {gender}:
                continue
            plural = load_occupations().by_title[job].plural
            what = f"{total:,} {plural} whose gender is said are {_WHO[gender]}"
            yield Found(held_against(count, total, plural), what)


# --- who does what ------------------------------------------------------------------------------


def _two_rows(rows: dict[str, dict[str, Count]], columns: frozenset[str], label: str) -> tuple[Count, Count] | None:
    """For she and he: how much of their rows stands in ``columns``; None under ten each or where chance explains it."""
    found: list[Count] = []
    for gender in ("she", "he"):
        row = rows.get(gender, {})
        total = sum(c.share.count for c in row.values())
        if total < JUDGE_FROM:
            return None
        chosen = [c for by, c in row.items() if by in columns]
        found.append(together(f"{GENDER_SAID[gender]}, {label}", chosen, total))
    she, he = found
    return (she, he) if apart(she.share, he.share) else None


def _side_by_side(tables: Tables, id: str, columns: frozenset[str], label: str) -> Iterator[Found]:
    if not _one_hero(tables) and (both := _two_rows(cells_of(tables, id), columns, label)):
        low, high = sorted(both, key=lambda count: part(count.share))
        yield Found(high, high.label.partition(",")[0], (low,))


def _who_acts(tables: Tables) -> Iterator[Found]:
    yield from _side_by_side(tables, "acts", frozenset(["acting"]), "making, leading or finding out")


def _who_is_subject(tables: Tables) -> Iterator[Found]:
    yield from _side_by_side(tables, "grammar", frozenset(["subject"]), "doing something")


def _how_named(tables: Tables) -> Iterator[Found]:
    known = _FORMAL | _FAMILIAR
    rows = {g: {by: c for by, c in row.items() if by in known} for g, row in cells_of(tables, "designations").items()}
    yield from _side_by_side(
        {"": _flat(rows)}, "", _FAMILIAR, "called by a first name, a family tie or a look"
    )  # fmt: skip


def _flat(rows: dict[str, dict[str, Count]]) -> Table:
    return Table("", 0, tuple(count for row in rows.values() for count in row.values()))


def _pair_order(tables: Tables) -> Iterator[Found]:
    for count in counts_of(tables, "pairs"):
        if count.label == "he first" and count.share.total >= PAIRS_FROM and part(count.share) >= PAIRS_SHARE:
            yield Found(count)


# --- where --------------------------------------------------------------------------------------

_KEPT: dict[str, Dimension] = {
    "she": "gender", "he": "gender", "they": "gender", "disability": "disability", "race": "race",
    "religion": "religion", "age": "age",
}  # fmt: skip


def _in_one_section(tables: Tables) -> Iterator[Found]:
    """A group of which nearly every mention stands in one part, while the others are met all over.

    The others of "she" are those described as "he", and the other way round; of all else, everybody.
    """
    rows = cells_of(tables, "sections")
    for group, dimension in _KEPT.items():
        if not (row := rows.get(group)) or len(rows["everyone"]) <= 2:
            continue
        section, most = max(row.items(), key=lambda item: item[1].share.count)
        other = {"she": "he", "he": "she"}.get(group, "everyone")
        others = {name: c.share.count for name, c in rows.get(other, {}).items()}
        if other == "everyone":
            others = {name: n - (row[name].share.count if name in row else 0) for name, n in others.items()}
        elsewhere = sum(n for name, n in others.items() if name != section)
        enough = most.share.total >= SECTION_FROM and elsewhere >= max(SECTION_FROM, others.get(section, 0))
        all_over = sum(n > 0 for name, n in others.items() if name != section) > 1
        if enough and all_over and part(most.share) >= SECTION_SHARE:
            yield Found(most, _GROUPS[group], dimension=dimension)


_GROUPS = {
    "disability": "described as disabled",
    "race": "described by where they come from",
    "religion": "described by a religion",
    "age": "described by their age",
} | GENDER_SAID


_PARTS = {"first page and pictures": "on the first page and in pictures", "body": "in the text"}


def _cover_and_body(tables: Tables) -> Iterator[Found]:
    rows = cells_of(tables, "parts")
    found = []
    for where in _PARTS:
        row = rows.get(where, {})
        total = sum(c.share.count for c in row.values())
        if total < JUDGE_FROM:
            return
        she = [c for by, c in row.items() if by == "she"]
        found.append(together(f"{_PARTS[where]}, {GENDER_SAID['she']}", she, total))
    cover, body = found
    if apart(cover.share, body.share):
        people = f"{cover.share.count:,} of the {cover.share.total:,} people whose gender is said are women or girls"
        yield Found(cover, f"{people}; in the text, {body.share.count:,} of {body.share.total:,}", (body,))


PATTERNS: tuple[_Pattern, ...] = (
    _Pattern("gender/people-mostly-one", "gender", 1, 1, _mostly_one_gender),
    _Pattern("gender/named-mostly-one", "gender", 1, 1, _named_mostly_one_gender),
    _Pattern("gender/quoted-mostly-one", "gender", 1, 1, _quoted_mostly_one_gender),
    _Pattern("gender/job-of-one", "gender", 1, 1, _jobs_of_one_gender),
    _Pattern("gender/list-of-men", "gender", 1, 1, list_of_men),
    _Pattern("gender/who-acts", "gender", 1, 1, _who_acts),
    _Pattern("gender/who-is-subject", "gender", 0, 0, _who_is_subject),
    _Pattern("gender/how-named", "gender", 1, 1, _how_named),
    _Pattern("gender/pair-order", "gender", None, 0, _pair_order),  # of a document: representation.py
    _Pattern("gender/cover-and-body", "gender", 1, None, _cover_and_body),
    _Pattern("intersection/in-one-section", "intersection", 1, 1, _in_one_section),
    _Pattern("pathways/one-route", "pathways", 1, 1, one_route),
    _Pattern("pathways/job-levels", "pathways", 0, 1, job_levels),
    _Pattern("pathways/past-only", "pathways", 0, 1, past_only),
    _Pattern("pathways/one-context", "pathways", None, 0, one_context),
    _Pattern("rurality/not-here", "rurality", 0, None, no_scotland_in_one),
    _Pattern("rurality/not-here", "rurality", None, 0, no_scotland),
    _Pattern("race/places-of-hardship", "race", None, 1, hardship_places),
    _Pattern("religion/one-tradition", "religion", None, 1, one_festival),
    _Pattern("family/one-kind-of-family", "family", None, 1, one_family),
    _Pattern("poverty/costs-without-another-way", "poverty", 1, 1, costs),
    _Pattern("disability/seldom-acting", "disability", None, 1, disability_mode),
    _Pattern("ability/talent-talk", "ability", 1, 1, talent_talk),
    _Pattern("ability/easy-and-hard", "ability", 0, None, easy_and_hard),
)
