"""What a lesson is on: topics that its title, its headings or its text name; and words that only look like it."""

import pytest

from bias_audit.model import Block, Document, Place
from bias_audit.people.figures.figure_words import load_topics, singular
from bias_audit.people.figures.lesson_topics import lesson_topics
from bias_audit.people.figures.who_else import FEWEST, offer, suggest, topic_names, topics_of


def lesson(*headings: str, name: str = "lesson.md", title: str = "", text: str = "", opening: str = "Aims") -> Document:
    blocks = [Block(heading, "heading", Place("")) for heading in (opening, *headings)]
    return Document(name, "text/markdown", "", (*blocks, Block(text, "paragraph", Place(""))), title=title)


@pytest.mark.parametrize(
    ("heading", "topics"),
    [
        ("Plate tectonics", ("plate tectonics",)),
        ("P6: Volcanoes and their gases", ("volcanoes", "gases")),
        ("What is a force?", ("forces",)),
        ("FORCES AND MOTION", ("forces", "motion")),
        ("Light & sound: a quiz", ("light", "sound")),
        ("Lesson 3: Electricity in the home", ("electricity",)),
        ("Climate change", ("climate change",)),
        ("Newton’s laws of motion", ("Newton's laws",)),
        ("Acids and bases", ("acids and bases",)),
        ("Types of rock", ("rocks",)),
        ("Biology: photosynthesis", ("photosynthesis", "biology")),
        ("Penicillin", ("antibiotics",)),
    ],
)
def test_headings_name_topics(heading: str, topics: tuple[str, ...]) -> None:
    assert lesson_topics(lesson(heading)) == topics


@pytest.mark.parametrize(
    "heading",
    [
        "The task force",
        "A light snack",
        "Sound advice",
        "In light of your comments",
        "Space for notes",
        "Food for thought",
        "Bridge the gap",
        "The school climate",
        "Prison cells",
        "Health and safety",
        "Health and wellbeing",
        "Materials",
        "Materials and resources",
        "Differentiation",
        "A wave of the hand",
        "Number talk",
        "Work force and police force",
        "The Romans",
        "",
    ],
)
def test_words_of_another_sense_name_none(heading: str) -> None:
    assert lesson_topics(lesson(heading)) == ()


def test_the_title_comes_first_then_what_most_headings_name() -> None:
    headings = ("Fossils", "Insects", "Insects at night", "Rivers")
    assert lesson_topics(lesson(*headings)) == ("insects", "fossils")
    assert lesson_topics(lesson(*headings, title="Earthquakes")) == ("earthquakes", "insects")
    assert lesson_topics(lesson(*headings, name="P5_Vaccines-2.docx")) == ("vaccines", "insects")
    assert lesson_topics(lesson(*headings, opening="Dinosaurs")) == ("dinosaurs", "insects")


def test_what_plans_have_as_headings_is_a_topic_only_as_a_whole_title() -> None:
    assert lesson_topics(lesson(name="P5 materials.docx")) == ("materials",)
    assert lesson_topics(lesson(title="Space")) == ("space",)
    assert lesson_topics(lesson(title="Lesson materials")) == ()


def test_lines_in_bold_stand_for_headings() -> None:
    block = Block("We look at old bones.", "paragraph", Place("page 1", section="Fossils"))
    assert lesson_topics(Document("lesson.docx", "", "", (block,))) == ("fossils",)


def test_the_text_names_a_topic_several_times_where_nothing_else_does() -> None:
    often = "Leaves need light for photosynthesis. " * 4
    assert lesson_topics(lesson(text=often)) == ("photosynthesis",)
    assert lesson_topics(lesson("Insects", text=often)) == ("insects",)
    assert lesson_topics(lesson(text="Photosynthesis needs light.")) == ()
    assert lesson_topics(lesson(text=often + "We went for a walk by the river. " * 200)) == ()
    senses = "The task force met over a light snack, full of energy. It gave sound advice on the use of space. "
    assert lesson_topics(lesson(text=senses * 9)) == ()


def test_one_topic_under_two_names_is_one() -> None:
    assert lesson_topics(lesson("Artificial intelligence", "AI", "Insects")) == ("artificial intelligence", "insects")


def test_whatever_is_found_has_people() -> None:
    for name in topic_names():
        for topic in lesson_topics(lesson(title=name)):
            assert topics_of(topic) and len(offer(topic)) >= 2, topic


def test_words_of_several_senses_are_names_of_topics() -> None:
    words = load_topics()
    assert {singular(word) for word in words.several_senses} <= set(topic_names())
    assert {singular(word) for word in words.plan_headings} <= set(topic_names())


def test_an_offer_is_four_people_as_mixed_as_they_can_be() -> None:
    for topic in ("plate tectonics", "computers", "light", "plants", "electricity"):
        people = offer(topic)
        figures = [s.figure for s in people]
        assert len(people) == FEWEST and set(people) <= set(suggest(topic))
        assert {"she", "he"} <= {f.gender for f in figures} and any(f.living for f in figures), topic
        assert any(f.scottish for f in figures), topic
    assert "Alfred Wegener" not in {s.figure.name for s in offer("plate tectonics", ["Alfred Wegener"])}
