"""Framework elements answered from reports, and figures beside counts."""

from dataclasses import replace

import pytest
from counts import counted, report_of
from typer.testing import CliRunner

from bias_audit.cli import app
from bias_audit.document_patterns import PATTERNS
from bias_audit.framework_reading import IDIOMS
from bias_audit.framework_view import MEASURES, framework_view, table_line
from bias_audit.frameworks import load_frameworks, load_lenses
from bias_audit.lens_view import LENSED, beside, people_needed
from bias_audit.lexicon import load_lexicon
from bias_audit.model import Profile, Report, Results, Settings
from bias_audit.reports import WRITERS
from bias_audit.reports import framework as page
from bias_audit.representation import load_patterns
from bias_audit.settings import load_settings
from bias_audit.tables import tables_of
from bias_audit.wording import TABLES

THINGS = ("paper", "wool", "glue", "card", "paint")
TEXT = "The fireman left. Amina is an engineer. She went to college. Pack a lunch, or we provide one."


def test_every_element_is_answered_and_says_what_software_cannot_tell() -> None:
    report = report_of("a.txt", TEXT)
    answers = framework_view([report])
    assert [a.element.id for a in answers] == [e.id for e in load_frameworks().elements]
    assert all(a.asks and a.element.human for a in answers)
    text = page.as_text("a.txt", answers, [report])
    assert text.count("What software cannot tell") == len(answers)
    assert all(len(line) <= 100 for line in text.splitlines())


def test_what_was_seen_stands_under_the_element_that_asks_for_it() -> None:
    seen = lines(report_of("a.txt", TEXT))
    assert "Counted, routes into work and learning: college 1." in seen["stem-equity/careers-and-pathways"]
    assert any("job title" in line for line in seen["sadker/linguistic-bias"])


def test_several_reports_are_answered_together() -> None:
    seen = lines(report_of("a.txt", TEXT), report_of("b.txt", f"{TEXT} It rained."))
    assert "Counted, routes into work and learning: college 2." in seen["stem-equity/careers-and-pathways"]
    assert any(line.endswith("(2 places).") for line in seen["sadker/linguistic-bias"])


def test_a_report_that_repeats_another_is_answered_once() -> None:
    seen = lines(report_of("a.txt", TEXT), report_of("b.txt", TEXT), report_of("c.txt", "Water boils."))
    assert "Counted, routes into work and learning: college 1." in seen["stem-equity/careers-and-pathways"]
    assert not any(line.endswith("(2 places).") for line in seen["sadker/linguistic-bias"])


def test_patterns_of_all_documents_are_seen() -> None:
    cards = [f"We make a card for {day} with {thing}." for day in ("Christmas", "Easter") for thing in THINGS]
    reports = [report_of("a.txt", *cards[:5]), report_of("b.txt", *cards[5:])]
    (answer,) = [a for a in framework_view(reports) if a.element.id == "stem-equity/religion-or-belief"]
    (line,) = [line for line in answer.seen if line.pattern]
    assert line.text.startswith("Over all documents: Of the festivals") and line.pattern == (-1, 0)


def test_patterns_of_one_of_several_documents_say_which() -> None:
    names = ("Amal", "Priya", "Ewan", "Zosia", "Kofi")
    routes = report_of("a.txt", *[f"{who} went to university to study." for who in names])
    seen = lines(routes, report_of("b.txt", "She went to college. A college is near. Apply to college. The college."))
    assert [line[:9] for line in seen["stem-equity/careers-and-pathways"] if "ways into work" in line] == ["In a.txt:"]


def test_reading_and_access_are_said_where_they_are_asked_for() -> None:
    seen = lines(report_of("a.txt", "Write down what you see. The current flows through the wire. Draw the circuit."))
    load = "Counted, reading load: 3 sentences for learners, 4.7 words each on average."
    assert load in seen["stem-equity/esol"] and load in seen["stem-equity/attainment"]
    assert any(line.startswith("Counted, ways to answer: ") for line in seen["stem-equity/additional-support-needs"])
    assert any(line.startswith("Counted, words with many meanings: ") for line in seen["stem-equity/esol"])


def test_what_a_line_counted_can_be_opened() -> None:
    (answer,) = [a for a in framework_view([report_of("a.txt", TEXT)]) if a.element.id == "sadker/linguistic-bias"]
    (line,) = [line for line in answer.seen if "job title" in line.text]
    assert line.text.endswith("(1 place).") and [place.text for _, place in line.places] == ["fireman"]


def test_a_group_kept_apart_and_a_cover_are_counted_or_not() -> None:
    missing = {a.element.id: a.not_seen for a in framework_view([report_of("a.txt", "Water boils.")])}
    assert missing["sadker/fragmentation"] == ("Nothing to count: how far a group is kept to one section.",)
    assert missing["sadker/cosmetic-bias"] == ("Nothing to count: cover and pictures beside the body; pictures.",)
    assert not any("No wording" in line or "None of" in line for some in missing.values() for line in some)


def lines(*reports: Report) -> dict[str, list[str]]:
    return {a.element.id: [line.text for line in a.seen] for a in framework_view(reports)}


def test_ids_of_idioms_are_rules() -> None:
    assert {entry.id for entry in load_lexicon().entries} >= IDIOMS


def test_community_learning_is_asked_in_its_own_words() -> None:
    from dataclasses import replace

    report = replace(report_of("a.txt", TEXT), settings=Settings(profile=Profile(sector="cld")))
    asks = {a.element.id: a.asks for a in framework_view([report])}
    assert "participants" in asks["stem-equity/careers-and-pathways"]


def test_an_empty_document_is_answered_too() -> None:
    assert all(not a.seen for a in framework_view([report_of("a.txt", "Water boils.")]))


def test_measures_rest_on_what_exists() -> None:
    file, patterns = load_frameworks(), {rule.id for rule in load_patterns()}
    assert set(MEASURES) <= set(file.counts)
    named = {table for tables, _ in MEASURES.values() for table in tables}
    assert named <= set(TABLES) | {"people", "pairs", "pictures"}
    used = {pattern for _, ids in MEASURES.values() for pattern in ids}
    assert used <= patterns
    assert used == {pattern.id for pattern in PATTERNS}


def test_table_line_names_the_commonest_first() -> None:
    tables = tables_of(counted("She went to college. College is near. Amina is an engineer; she won.")[1])
    assert table_line(tables["routes"]) == "college 2"
    assert table_line(tables["jobs-gender"]) == "engineer: described as she 1"


def test_framework_command_writes_every_element(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "lesson.txt"
    path.write_text(TEXT, "utf-8")
    result = CliRunner().invoke(app, ["framework", str(path)])
    assert result.exit_code == 0
    assert result.stdout.startswith("lesson.txt") and "Seven forms of bias" in result.stdout


# --- lenses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "people"), [(2.2, 135), (4.5, 66), (12.9, 22), (14, 20), (16.9, 17), (24, 11), (100, 1), (0, 1)]
)
def test_people_needed_are_as_many_as_chance_asks(share: float, people: int) -> None:
    assert people_needed(share) == people


def test_lenses_stand_beside_counts_as_information() -> None:
    _, representation = counted("Amina said she won. Tom said he ran.")
    found = {one.lens: one for one in beside(representation, "gender")}
    assert list(found) == ["an even split", "the field today", "starting out today"]
    field = found["the field today"]
    assert "keeps today's gap" in field.note and field.few == "Too few people here to compare (10 needed)."
    assert field.figures[0].endswith(": 16.9% (UK, 2024)") and field.figures[-1].endswith(". An estimate.")
    assert not any("Higher" in figure for figure in field.figures)
    assert "men in early learning and childcare and in primary teaching (Scotland)" in field.unknown
    assert all(field.sources)


def test_lenses_say_beside_which_figures_people_are_too_few() -> None:
    _, representation = counted(" ".join(f"{name} sang." for name in ("Amina", "Tom", "Priya", "Olek")))
    start = beside(representation, "gender")[-1]
    assert start.few == "Too few people here to compare with 51% or less (5 needed)."
    assert start.figures[-1].endswith("(Scotland, 2016)")


def test_lenses_say_nothing_beside_nothing() -> None:
    assert beside(counted("Water boils.")[1], "gender") == ()
    assert beside(counted("Amina said she won.")[1], "religion") == ()


def test_every_dimension_with_figures_is_shown_beside_something() -> None:
    file = load_lenses()
    assert {one.dimension for one in (*file.figures, *file.unknown)} <= set(LENSED)
    _, representation = counted("Ask your mum and dad.", "A farm is near.", "She went to college.", "Buy a kit.")
    assert all(beside(representation, dimension) for dimension in ("family", "rurality", "pathways"))


def test_reports_say_our_learners_once_and_where_people_are_too_few() -> None:
    report = report_of("a.md", "Fiona is deaf. She is a Muslim engineer.")
    profile = Profile(learners=(("girls", 48.5),))
    made = replace(report, settings=replace(report.settings, profile=profile))
    for kind in ("text", "html"):
        said = " ".join(WRITERS[kind](Results((made,))).split())
        assert said.count("girls 48.5%") == 2  # beside the counts and among the settings
        assert kind == "text" or "No checked figure yet: people whose day-to-day activities" in said
        assert kind == "text" or ("Muslim people: 2.2% (Scotland, 2022)" in said and "Sources: " in said)
        assert "Too few people here to compare" in said


def test_learners_are_read_from_the_setting(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "setting.toml"
    path.write_text("[profile.learners]\ngirls = 48.5\nboys = 51\n", "utf-8")
    assert load_settings(path).profile.learners == (("girls", 48.5), ("boys", 51.0))


def test_learners_over_a_hundred_per_cent_are_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from bias_audit.errors import SettingsError

    path = tmp_path / "setting.toml"
    path.write_text("[profile.learners]\ngirls = 148\n", "utf-8")
    with pytest.raises(SettingsError, match="per cent"):
        load_settings(path)
