"""Patterns of counts: thresholds just under and at, merging, and numbers that open."""

from collections.abc import Mapping

import pytest
from counts import counted

from bias_audit.document_patterns import PATTERNS, document_patterns, patterns_in
from bias_audit.model import Count, PatternFinding, Table
from bias_audit.representation import load_patterns
from bias_audit.shares import wilson
from bias_audit.tables import opened

Cells = Mapping[str, int] | Mapping[tuple[str, str], int]


def table(id: str, cells: Cells, total: int | None = None) -> Table:
    """A table of one way ({"university": 4}) or two ({("she", "acting"): 4})."""
    both = [(k if isinstance(k, tuple) else (k, ""), n) for k, n in cells.items()]
    whole = total if total is not None else sum(n for _, n in both)
    rows = {row: sum(n for (r, _), n in both if r == row) for (row, _), _ in both}
    return Table(id, whole, tuple(Count(r, wilson(n, rows[r] if by else whole), by=by) for (r, by), n in both))


def found(*tables: Table, level: str = "library") -> dict[str, PatternFinding]:
    return {p.entry: p for p in patterns_in({t.id: t for t in tables}, level)}  # type: ignore[arg-type]


def she_he(id: str, column: str, other: str, she: tuple[int, int], he: tuple[int, int]) -> Table:
    return table(id, {("she", column): she[0], ("she", other): she[1], ("he", column): he[0], ("he", other): he[1]})


SPREAD = {("he", "A"): 3, ("he", "B"): 2, ("everyone", "Box"): 9, ("everyone", "A"): 9, ("everyone", "B"): 9}
CASES: list[tuple[str, list[Table], list[Table], str]] = [
    # (pattern, just under, at, level)
    ("gender/people-mostly-one", [table("people", {"she": 0, "he": 9, "not stated": 30})],
     [table("people", {"she": 0, "he": 10, "not stated": 30})], "document"),
    ("gender/people-mostly-one", [table("people", {"she": 3, "he": 8})],  # chance may explain it
     [table("people", {"she": 2, "he": 10})], "document"),
    ("gender/people-mostly-one", [table("people", {"she": 13, "he": 37})],  # 74 %
     [table("people", {"she": 12, "he": 38})], "document"),
    ("gender/people-mostly-one",  # a biography
     [table("people", {"he": 12}), table("central", {"the person mentioned most": 51}, 100)],
     [table("people", {"he": 12}), table("central", {"the person mentioned most": 50}, 100)], "document"),
    ("gender/named-mostly-one", [table("named", {("named", "he"): 9, ("not named", "he"): 9})],
     [table("named", {("named", "he"): 10, ("not named", "she"): 9})], "document"),
    ("gender/quoted-mostly-one", [table("speech", {"he": 9})], [table("speech", {"he": 10})], "document"),
    ("gender/job-of-one", [table("jobs-gender", {("nurse", "she"): 3, ("nurse", "not stated"): 5})],
     [table("jobs-gender", {("nurse", "she"): 4})], "document"),
    ("gender/job-of-one", [table("jobs-gender", {("nurse", "she"): 8, ("nurse", "he"): 1})],
     [table("jobs-gender", {("nurse", "she"): 8})], "document"),
    ("gender/list-of-men",  # half of the figures are women
     [table("figure-lists", {"all described as he": 1}), table("figures", {("living", "he"): 3, ("living", "she"): 3})],
     [table("figure-lists", {"all described as he": 1}), table("figures", {("living", "he"): 3})], "document"),
    ("gender/who-acts", [she_he("acts", "acting", "looking on", (0, 9), (10, 0))],
     [she_he("acts", "acting", "looking on", (0, 10), (10, 0))], "document"),
    ("gender/who-acts", [she_he("acts", "acting", "looking on", (5, 5), (8, 2))],
     [she_he("acts", "acting", "looking on", (1, 9), (9, 1))], "document"),
    ("gender/who-is-subject", [she_he("grammar", "subject", "object", (10, 0), (8, 2))],
     [she_he("grammar", "subject", "object", (1, 9), (9, 1))], "document"),
    ("gender/how-named", [she_he("designations", "first name", "surname", (9, 0), (0, 10))],
     [she_he("designations", "first name", "surname", (10, 0), (0, 10))], "document"),
    ("gender/pair-order", [table("pairs", {"he first": 5})], [table("pairs", {"he first": 6})], "library"),
    ("gender/cover-and-body", [she_he("parts", "she", "he", (0, 0), (0, 0))],
     [table("parts", {("first page and pictures", "she"): 10, ("body", "she"): 1, ("body", "he"): 12})], "document"),
    ("intersection/in-one-section", [table("sections", {("she", "Box"): 4, **SPREAD})],
     [table("sections", {("she", "Box"): 5, **SPREAD})], "document"),
    ("intersection/in-one-section", [table("sections", {("she", "Box"): 6, ("she", "A"): 3, **SPREAD})],  # 67 %
     [table("sections", {("she", "Box"): 7, ("she", "A"): 3, **SPREAD})], "document"),
    ("intersection/in-one-section",  # nobody else is met outside the box
     [table("sections", {("she", "Box"): 9, ("everyone", "Box"): 9, ("everyone", "A"): 9, ("everyone", "B"): 9})],
     [table("sections", {("race", "Box"): 9, ("everyone", "Box"): 9, ("everyone", "A"): 9, ("everyone", "B"): 9})],
     "document"),
    ("pathways/one-route", [table("routes", {"university": 4})], [table("routes", {"university": 5})], "document"),
    ("pathways/one-route", [table("routes", {"university": 8, "college": 2})],  # 80 % is not over 80 %
     [table("routes", {"university": 9, "college": 2})], "library"),
    ("pathways/job-levels", [table("levels", {"professional": 9})], [table("levels", {"professional": 10})],
     "document"),
    ("pathways/past-only", [table("figures", {("not living", "he"): 9})],
     [table("figures", {("not living", "he"): 9, ("living", "she"): 1})], "document"),
    ("pathways/past-only", [table("figures", {("not living", "he"): 8, ("living", "she"): 2})],  # 80 % is not over
     [table("figures", {("not living", "he"): 9, ("living", "she"): 2})], "document"),
    ("pathways/one-context", [table("contexts", {"sport": 9})], [table("contexts", {"sport": 10})], "library"),
    ("rurality/not-here", [table("places", {"Europe": 9})], [table("places", {"Europe": 10})], "library"),
    ("rurality/not-here", [table("places", {"Europe": 10})],  # about one part of the world
     [table("places", {"Europe": 8, "Asia": 2})], "document"),
    ("rurality/not-here", [table("places", {"Europe": 5, "Asia": 3, "Africa": 2})],  # about the whole world
     [table("places", {"Europe": 6, "Asia": 2, "Africa": 2})], "document"),
    ("rurality/not-here", [table("places", {"Europe": 40, "Scotland": 1})], [table("places", {"Asia": 20})], "library"),
    ("race/places-of-hardship", [table("place-contexts", {("Africa", "hardship"): 9})],
     [table("place-contexts", {("Africa", "hardship"): 7, ("Africa", "science and city life"): 3})], "library"),
    ("race/places-of-hardship", [table("place-contexts", {("Europe", "hardship"): 30})],
     [table("place-contexts", {("Asia", "hardship"): 30})], "library"),
    ("religion/one-tradition", [table("festivals", {"Christian": 9})], [table("festivals", {"Christian": 10})],
     "library"),
    ("family/one-kind-of-family", [table("families", {"grandparents": 30})],
     [table("families", {"mum and dad": 10, "grandparents": 2})], "library"),
    ("family/one-kind-of-family", [table("families", {"mum and dad": 5, "parents": 5, "grandparents": 3})],
     [table("families", {"mum and dad": 5, "parents": 5})], "library"),
    ("poverty/costs-without-another-way", [table("costs", {("money", "no other way said"): 9})],
     [table("costs", {("money", "no other way said"): 9, ("a visit or a lift", "another way"): 1})], "document"),
    ("disability/seldom-acting", [table("disability-mode", {"only mentioned": 6, "with a job": 4})],
     [table("disability-mode", {"only mentioned": 7, "with a job": 3})], "library"),
    ("ability/talent-talk", [table("talk", {"talent": 6, "effort": 4})], [table("talk", {"talent": 7, "effort": 3})],
     "document"),
    ("ability/easy-and-hard", [table("difficulty", {"easy": 9}, 100)],
     [table("difficulty", {"easy": 9, "hard": 1}, 100)],
     "document"),
    ("ability/easy-and-hard", [table("difficulty", {"easy": 10}, 2001)], [table("difficulty", {"easy": 10}, 2000)],
     "document"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "under", "at", "level"), CASES)
def test_a_pattern_speaks_at_its_threshold_and_not_under_it(
    entry: str, under: list[Table], at: list[Table], level: str
) -> None:
    assert entry not in found(*under, level=level)
    said = found(*at, level=level)[entry]
    assert "{" not in said.saw and '""' not in said.saw
    if said.counts[0].share.total < 20:
        assert "%" not in said.saw


def test_every_pattern_has_a_case_and_its_words() -> None:
    assert {entry for entry, *_ in CASES} == {pattern.id for pattern in PATTERNS}
    assert {pattern.id for pattern in PATTERNS} <= {rule.id for rule in load_patterns()}


def test_patterns_of_nothing_are_none() -> None:
    ids = {"people", "named", "speech", "jobs-gender", "acts", "sections", "parts", "difficulty", "costs", "central"}
    for level in ("document", "library"):
        assert found(level=level) == {}
        assert found(*(Table(id, 0) for id in ids), level=level) == {}
        assert found(*(table(id, {"she": 0, "he": 0}) for id in ids), level=level) == {}


def test_a_pattern_known_only_from_a_library_is_not_said_of_a_document() -> None:
    assert "religion/one-tradition" not in found(table("festivals", {"Christian": 30}), level="document")


# --- documents ----------------------------------------------------------------------------------


def test_a_list_of_men_opens_its_sentence() -> None:
    people, representation = counted(
        "Everyone knows Isaac Newton, Michael Faraday and James Clerk Maxwell. Light is a wave."
    )
    (pattern,) = document_patterns(people, representation)
    assert (pattern.entry, pattern.severity, pattern.dimension) == ("gender/list-of-men", 1, "gender")
    assert pattern.places[0].text == "Isaac Newton, Michael Faraday and James Clerk Maxwell"
    assert pattern.places[0].sentence.startswith("Everyone knows")


@pytest.mark.parametrize(
    "text",
    [
        "Everyone knows Isaac Newton and Michael Faraday.",
        "Isaac Newton, Michael Faraday and Marie Curie are known to all. So is Ada Lovelace.",
        "Newton's second law, the Faraday cage and the Maxwell equations are in the exam.",
        "We measured 5 newtons, 3 joules and 2 watts.",
    ],
)
def test_a_list_of_men_is_said_of_nothing_else(text: str) -> None:
    assert document_patterns(*counted(text)) == ()


def test_one_route_opens_the_sentences_that_name_it() -> None:
    texts = [f"{who} went to university to study." for who in ("Amal", "Priya", "Ewan", "Zosia", "Kofi")]
    (pattern,) = document_patterns(*counted(*texts))
    assert pattern.entry == "pathways/one-route"
    assert [place.sentence for place in pattern.places] == texts
    assert document_patterns(*counted(*texts[1:])) == ()


# --- every count opens ---------------------------------------------------------------------------


def test_every_count_of_a_document_opens() -> None:
    people, representation = counted(
        "Dr Amina Yusuf is an engineer. She built a bridge in Glasgow and went to college. “It holds,” she said.",
        "Mr Tom Kerr, a nurse, watched. His mum and dad like football. Marie Curie worked hard at Christmas in Malawi.",
        "At the festival, drought and poverty in Malawi were obviously hard. He is a genius.",
    )
    for table_ in representation.tables:
        for count in table_.counts:
            places = list(opened(count, people, representation))
            assert count.share.count == 0 or places, (table_.id, count)
            assert 0 <= count.share.count <= count.share.total
            assert all(p.sentence[p.at : p.at + len(p.text)] == p.text for p in places)
