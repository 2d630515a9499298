"""Several reports counted as one: repeats left out, figures and titles once, patterns that only all of them show."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from counts import report_of
from test_document_patterns import she_he, table

from bias_audit.library_counts import added, counted_reports, library_of, merged
from bias_audit.model import Count, Library, Report, Results, Settings, Table
from bias_audit.reports import WRITERS, json_report
from bias_audit.reports.count_tables import documents, over_all, same_lines
from bias_audit.shares import wilson
from bias_audit.tables import tables_of
from bias_audit.ui import render_files

HE = (
    "Omar", "Callum", "Ewan", "Rajesh", "Piotr", "Andrew", "Stuart", "Hamish", "Kenneth", "Gordon", "Malcolm", "Graham",
)  # fmt: skip
SHE = ("Fiona", "Priya", "Morag", "Aisha", "Kirsty", "Eilidh", "Agnieszka", "Shona")


def measured(names: Sequence[str], pronoun: str) -> list[str]:
    return [f"{name} measured the bridge and wrote down what {pronoun} saw." for name in names]


def library(*texts: Sequence[str]) -> Library:
    made = library_of([report_of(f"lesson-{n}.md", *text) for n, text in enumerate(texts)])
    assert made is not None
    return made


def tables(made: Library) -> dict[str, Table]:
    return {table.id: table for table in made.tables}


def numbers(one: Table) -> dict[tuple[str, str], tuple[int, int]]:
    return {(c.label, c.by): (c.share.count, c.share.total) for c in one.counts if c.share.count}


def entries(made: Library) -> list[str]:
    return [pattern.entry for pattern in made.patterns]


# --- adding -------------------------------------------------------------------------------------


def test_adding_sums_rows_and_keeps_where_they_come_from() -> None:
    one, two = table("routes", {"university": 3, "college": 1}), table("routes", {"university": 2})
    routes = added("routes", [(0, one), (2, two)])
    assert [(c.label, c.share.count, c.share.total, c.reports) for c in routes.counts] == [
        ("university", 5, 6, (0, 2)), ("college", 1, 6, (0,)),
    ]  # fmt: skip
    assert routes.total == 6
    acts = added("acts", [(1, she_he("acts", "acting", "looking on", (1, 1), (0, 2)))])
    assert [(c.label, c.by, c.share.count, c.share.total) for c in acts.counts] == [
        ("she", "acting", 1, 2), ("she", "looking on", 1, 2), ("he", "acting", 0, 2), ("he", "looking on", 2, 2),
    ]  # fmt: skip


def test_what_means_something_in_one_document_only_is_left_out() -> None:
    reports = [report_of(f"{n}.md", f"{HE[n]} won. He ran.", "Water boils.") for n in range(2)]
    assert "central" in tables_of(reports[0].representation)
    assert "central" not in {one.id for one in merged(reports, (0, 1))}


# --- repeats ------------------------------------------------------------------------------------


def test_a_file_that_repeats_another_is_counted_once() -> None:
    text = [*measured(HE[:5], "he"), "She went to university.", "Apply to university.", "A university was open."]
    twice = library(text, text)
    assert twice.same == ((0, 1),) and counted_reports(twice, 2) == (0,)
    assert entries(twice) == []
    assert tables(twice)["routes"].total == 3
    once_more = library(text, text, ["A university is near.", "See a university.", "Apply to university now."])
    assert entries(once_more) == ["pathways/one-route"]
    assert once_more.patterns[0].counts[0].reports == (0, 2)


def test_nearly_the_same_words_are_a_repeat_and_the_next_lesson_of_the_same_kind_is_not() -> None:
    text = [*measured(HE, "he"), *measured(SHE[:3], "she")]
    assert library(text, [*text, "Page 1"]).same == ((0, 1),)
    assert library(measured(HE[:6], "he"), measured(HE[6:], "he")).same == ()
    assert library(["Ask your mum and dad."], ["Ask your mum and dad.", "Water boils."]).same == ()  # too little


def test_a_public_figure_counts_once_over_all_documents() -> None:
    texts = [["Isaac Newton asked.", "Marie Curie asked.", f"Lesson {n}"] for n in range(6)]
    made = tables(library(*texts))
    assert numbers(made["figures"]) == {("not living", "he"): (1, 2), ("not living", "she"): (1, 2)}
    assert numbers(made["people"]) == {("she", ""): (1, 2), ("he", ""): (1, 2)}
    assert made["people"].counts[0].reports == (0, 1, 2, 3, 4, 5)
    assert entries(library(*texts)) == []


def test_a_figure_is_the_same_by_surname() -> None:
    made = tables(library(["Isaac Newton asked. Newton wrote."], ["Newton watched an apple."]))
    assert numbers(made["figures"]) == {("not living", "he"): (1, 1)}


def test_somebody_else_counts_in_each_document_but_repeats_alone_reach_no_threshold() -> None:
    again = [[*measured([HE[0]], "he"), f"Lesson {n} is about water."] for n in range(10)]
    made = library(*again)
    assert numbers(tables(made)["people"]) == {("he", ""): (10, 10)}
    assert entries(made) == []
    others = [[*measured([HE[n]], "he"), f"Lesson {n} is about water."] for n in range(10)]
    assert entries(library(*others)) == ["gender/people-mostly-one"]


def test_a_title_counts_once_over_all_documents() -> None:
    made = tables(library(["The engineer is here.", "A welder came."], ["Ask the engineer.", "See an engineer."]))
    assert numbers(made["jobs"]) == {("engineer", ""): (3, 4), ("welder", ""): (1, 4)}
    assert made["levels"].total == 2 and sum(c.share.count for c in made["levels"].counts) == 2


def test_what_words_say_of_people_is_held_against_everybody() -> None:
    made = tables(library(["A Nigerian engineer built it."], ["A Nigerian nurse came.", *measured(HE[:2], "he")]))
    assert numbers(made["described-race"]) == {("nigerian", ""): (2, 4)}


# --- patterns -----------------------------------------------------------------------------------


def test_a_library_says_what_no_document_says() -> None:
    things = ("heat", "sound", "light", "ice", "wood")
    texts = [f"They may go to university to learn about {thing}." for thing in things]
    reports = tuple(report_of(f"lesson-{n}.md", text) for n, text in enumerate(texts))
    assert all(not report.patterns for report in reports)
    made = library_of(reports)
    assert made is not None
    assert entries(made) == ["pathways/one-route"]
    assert made.patterns[0].counts[0].reports == (0, 1, 2, 3, 4)
    assert [rule.id for rule in made.rules] == ["pathways/one-route"]


def test_a_library_takes_two_and_minds_what_is_switched_off() -> None:
    text = "She went to university. The university is near. A degree is at a university. Another university."
    one, two = report_of("a.md", text), report_of("b.md", f"{text} It is big.")
    assert library_of((one,)) is None and library_of(()) is None
    settings = Settings(off=("pathways/one-route",))
    kept = library_of((replace(one, settings=settings), replace(two, settings=settings)))
    assert kept is not None and kept.patterns == ()


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (measured(SHE, "she"), ["intersection/in-one-section"]),
        (measured(SHE[:4], "she"), []),  # too few
    ],
)
def test_a_group_that_is_kept_to_one_document(last: list[str], found: list[str]) -> None:
    men = [measured(HE[n : n + 4], "he") for n in (0, 4, 8)]
    assert [id for id in entries(library(*men, last)) if id.startswith("intersection")] == found


def test_a_group_that_is_met_all_over_is_kept_to_no_document() -> None:
    mixed = [[*measured(HE[n : n + 4], "he"), *measured(SHE[n // 4 : n // 4 + 1], "she")] for n in (0, 4, 8)]
    assert "intersection/in-one-section" not in entries(library(*mixed, measured(SHE[3:], "she")))


def test_men_in_one_document_and_women_in_another_are_no_group_kept_apart() -> None:
    made = library(measured(HE[:6], "he"), measured(SHE[:6], "she"), ["A nurse came."])
    assert "intersection/in-one-section" not in entries(made)


def test_people_described_by_origin_kept_to_one_document() -> None:
    month = ["A Black engineer built it.", "A Nigerian physicist solved it.", "A Jamaican nurse came.",
             "A Kenyan teacher spoke.", "A Black inventor made it.", "An Indian chemist won."]  # fmt: skip
    made = library(measured(HE[:6], "he"), measured(SHE[:6], "she"), month)
    (pattern,) = [p for p in made.patterns if p.entry == "intersection/in-one-section"]
    assert pattern.dimension == "race" and pattern.counts[0].reports == (2,)


def test_documents_of_the_same_name_stay_apart() -> None:
    reports = [report_of("a.md", *measured(HE[:2], "he")), report_of("a.md", *measured(SHE[:2], "she"))]
    where = {one.id: one for one in merged(reports, (0, 1))}["sections"]
    assert {c.by for c in where.counts} == {"a.md", "a.md (2)"}


def test_two_things_at_once_keep_their_columns_over_all_documents() -> None:
    first = ["A blind woman spoke. She won.", "A blind man spoke. He sang."]
    made = tables(library(first, ["A deaf woman ran. She won."]))
    assert numbers(made["described-gender"]) == {("disability", "she"): (2, 3), ("disability", "he"): (1, 3)}
    assert numbers(made["described-disability"]) == {("blind", ""): (2, 3), ("deaf", ""): (1, 3)}
    shown = next(one for one in over_all(library(["A blind woman spoke."], ["A blind man ran."]))
                 if one.id == "described-gender")  # fmt: skip
    assert set(shown.columns) == {"described as she", "described as he"}


# --- in reports ---------------------------------------------------------------------------------


def test_a_library_is_shown_in_every_report() -> None:
    reports: tuple[Report, ...] = (
        report_of("a.md", "They go to university. A university is near. Ask at a university."),
        report_of("b.md", "Apply to university. No university was full. See <b>universities</b>."),
    )
    results = Results(reports, (), library_of(reports))
    for name in ("text", "html"):
        text = WRITERS[name](results)
        assert "All documents together" in text and "nearly all are one – university" in text.replace("\n  ", " ")
    assert json_report.read_results(WRITERS["json"](results)) == results
    assert tables_of(reports[0].representation)["routes"].total == 3


def test_reports_show_counts_and_documents_of_all_together() -> None:
    second = report_of("b.md", *measured(HE[5:10], "he"), *measured(SHE[:1], "she"))
    reports = (report_of("a.md", *measured(HE[:5], "he")), second)
    results = Results(reports, (), library_of(reports))
    text = WRITERS["text"](results)
    assert "11 people: 1 described as she, 10 as he. Too few for a percentage." in text
    assert "described as he: 10 of 11 – a.md and b.md" in text
    assert "Someone who is in two documents counts in each" in text
    html = WRITERS["html"](results)
    assert '<details id="all-people" open><summary>People, as described</summary>' in html
    assert '<td class="n">10 of 11</td><td><details><summary>2 documents</summary><ul><li><a href="#d1">a.md' in html
    assert '<a href="#all-people">Counted, what the words say of people&#39;s gender' in html


def test_a_rate_is_said_in_one_way_of_all_documents() -> None:
    first = report_of("a.md", "This is easy. It is hard.", "Water boils.")
    reports = (first, report_of("b.md", "Rain is easy to see."))
    made = library_of(reports)
    assert made is not None and numbers(tables(made)["difficulty"])["easy", ""] == (2, 13)
    assert "2 in 13 words" in WRITERS["html"](Results(reports, (), made))
    assert "2 in 13 words" in render_files.more_counts(made, reports)


def test_folder_table_of_a_page_counts_people_as_the_others_do() -> None:
    first = report_of("a.md", "A learner asks. Learners answer. Omar won; he sang.")
    reports = (first, report_of("b.md", "Water boils."))
    assert len(reports[0].people.persons) > 1
    html = WRITERS["html"](Results(reports, (), library_of(reports)))
    row = html.split('<a href="#d1">a.md</a></th>')[1].split("</tr>")[0]
    assert row.startswith('<td class="n">9</td><td class="n">1</td>')


def test_pairs_of_a_document_stand_once_and_open() -> None:
    made = report_of("a.md", "Boys and girls measured the bridge.", "Men and women built it.")
    html = WRITERS["html"](Results((made,)))
    assert html.count("who comes first</summary>") == 1 and "each time." not in html
    assert '<a href="#d1-pairs">Counted, ' in html and 'id="d1-pairs"' in html


def test_every_link_of_a_page_leads_somewhere() -> None:
    routes = [f"{name} went to university to study." for name in HE[:5]]
    reports = (report_of("a.md", *measured(SHE[:3], "she")), report_of("b.md", *routes, *measured(HE[5:], "he")))
    assert reports[1].patterns
    html = WRITERS["html"](Results(reports, (), library_of(reports)))
    ids = set(re.findall(r'id="([^"]+)"', html))
    assert {"d2p0", "all-routes"} <= set(re.findall(r'href="#([^"]+)"', html)) <= ids


def test_repeats_are_named() -> None:
    reports = tuple(report_of(name, "Water boils at 100 degrees.") for name in ("a.md", "b.md"))
    (line,) = same_lines(Results(reports, (), library_of(reports)))
    assert line.startswith("a.md and b.md hold the same") and line.endswith("nothing to compare.")
    assert same_lines(Results(reports[:1])) == []


def test_many_documents_of_a_count_are_named_in_part() -> None:
    reports = [report_of(f"{n}.md", "Water boils.") for n in range(6)]
    every = Count("x", wilson(6, 6), reports=tuple(range(6)))
    assert documents(every, reports) == "0.md, 1.md, 2.md and 3 more documents"
    assert documents(Count("x", wilson(2, 2), reports=(0, 4)), reports) == "0.md and 4.md"
