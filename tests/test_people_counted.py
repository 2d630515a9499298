"""Which people are counted in long texts and stories, and which are left out because nobody is sure whom they mean."""

import pytest
from counts import blocks_of, counted, report_of

from bias_audit.audit import analyse
from bias_audit.model import Block, Document, Mention, People, Person, Place, Report
from bias_audit.people.counts.excerpts import of_excerpts
from bias_audit.pipeline import load_model
from bias_audit.reports.people_lines import people_line
from bias_audit.tables import tables_of
from bias_audit.text import tokenise


def cells(report: Report, table: str) -> dict[tuple[str, str], int]:
    found = tables_of(report.representation)
    return {(c.label, c.by): c.share.count for c in found[table].counts} if table in found else {}


def who(*texts: str) -> dict[str, str]:
    """Everyone who is counted, with what the words say."""
    people, representation = counted(*texts)
    of = {people.mentions[i].person for c in representation.described_as for i in c.mentions}
    return {people.persons[p].label: people.persons[p].gender for p in sorted(of)}


TALE = (
    'The fox came to the well. "Good day," he said. "It is cold," said the well.',
    'A miller sat by the road and he slept. A carter passed. He saw the fox, and he took his hat. "Wake up!" he cried.',
    'The wolf looked at the miller. He laughed. "Where is your bread?" he asked. "In the sack," was the answer.',
    'The carter and the miller shouted. He ran, and he threw his stick. "Stop!" "I will not," he said.',
    'He hid in the wood. He ate his bread. "Who is there?" "Only I." He shut his eyes.',
    '"Come out!" "No!" He thought of his den. He wept, and he washed his face. Then he slept.',
)


def test_a_story_in_which_he_may_be_anybody_is_left_out_and_can_be_opened() -> None:
    sections = ("Notes", *["The Fox"] * len(TALE))
    report = report_of("tales.txt", "Isla Reid wrote down this tale, and she drew the map.", *TALE, sections=sections)
    counts = {c.label: c.share.count for c in report.representation.described_as}
    assert (counts["she"], counts["he"]) == (1, 0)
    assert {part for _, part in cells(report, "sections")} == {"Notes"}
    left = tables_of(report.representation)["left-out"].counts[0]
    assert left.label == "The Fox"
    assert left.mentions
    assert {report.people.mentions[i].place.section for i in left.mentions} == {"The Fox"}


_HILL = "There came a weaver walking down the long hill."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((f"It opens: “{_HILL}”", _HILL), {0}),
        ((f"It opens: “{_HILL}”", f"“{_HILL}”"), set()),  # nobody tells it
        ((f"It opens: {_HILL}", _HILL), set()),  # no excerpt
        ((f"It opens: “{_HILL}”", "There came a weaver walking by the long hill."), set()),  # of another
        (("It opens: “There came a weaver!”", "There came a weaver!"), set()),  # too few words
    ],
)
def test_whoever_comes_up_in_an_excerpt_of_a_tale_counts_there(texts: tuple[str, ...], expected: set[int]) -> None:
    text = tokenise(blocks_of(*texts), load_model())
    at = [one.index("a weaver") for one in texts]
    mentions = tuple(
        Mention(n, at[n], at[n] + len("a weaver"), "a weaver", "role", n, one, text.blocks[n].place)
        for n, one in enumerate(texts)
    )
    people = People((Person("a weaver", named=False, gender="not stated"),) * len(texts), mentions)
    assert of_excerpts(people, {n: (n,) for n in range(len(texts))}, text) == expected


def test_a_chapter_about_the_people_of_such_a_story_is_left_out_with_it() -> None:
    chapter = ("Tam Reid fed his hens. He shut his gate. He lit his lamp. He ate his bread. He sang to his dog.",) * 2
    notes = ("Isla Reid wrote down this tale. " + "She drew her map. She cut her stencils. " * 8,)
    tale = (*TALE, "Then Tam Reid came with a smith and a weaver.")
    sections = (*["The Farm"] * len(chapter), *["The Fox"] * len(tale), "Notes")
    report = report_of("tales.txt", *chapter, *tale, *notes, sections=sections)
    assert {part for _, part in cells(report, "sections")} == {"Notes"}
    alone = report_of("tales.txt", *chapter, *notes, sections=(*["The Farm"] * len(chapter), "Notes"))
    assert {part for _, part in cells(alone, "sections")} == {"The Farm", "Notes"}


def test_the_first_line_tells_how_many_words_are_left_out_and_no_more() -> None:
    sections = ("Notes", *["The Fox"] * 5 * len(TALE))
    report = report_of("tales.txt", "Isla Reid wrote down this tale, and she drew it.", *TALE * 5, sections=sections)
    left = sum(count.share.count for count in tables_of(report.representation)["left-out"].counts)
    assert sum(len(c.mentions) for c in tables_of(report.representation)["left-out"].counts) == left
    assert f" {left} more words for people are not counted" in people_line(report)


def test_a_document_of_nothing_but_such_a_story_says_that_nobody_is_counted() -> None:
    report = report_of("tale.txt", *TALE, sections=("The Fox",) * len(TALE))
    assert people_line(report) == "Nobody is counted: it is not sure whom the words for people mean."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # several who are nothing but "he" may be one, or each other
        (("He mended the pump.", "The rain came.", "It was late.", "The road was wet.", "The gate was shut.",
          "The hens were in.", "The bridge was down.", "He lit the stove."), {}),
        (("She mended the pump.",), {"someone called she": "she"}),
        # who is counted once: the author is one of the people with names
        (("Nadia Okoro was born in Leeds.", "The tale was one of the author's first."),
         {"Nadia Okoro": "not stated"}),
        # two players, kept apart by their order
        (("The first surgeon was late. She ran. The second surgeon had the keys, and he waited.",),
         {"The first surgeon": "she", "The second surgeon": "he"}),
        # another each time
        (("A woman sold eggs.", "A woman swept the yard."), {"A woman": "she"}),
        (("The king was old and he slept.", "The prince sang."), {"The king": "he", "The prince": "he"}),
        # the husband of his wife
        (("A man sang, and his wife danced. Her husband laughed.",),
         {"A man": "he", "wife": "she"}),
        # who tells the text
        (("Ailsa Munro: My Year", "I was born in Wick. I mended my boat and I sailed it to Orkney."),
         {"Ailsa Munro": "not stated"}),
        (("By Callum Reid", "I was born in Wick. I mended my boat and I sailed it to Orkney."),
         {"Callum Reid": "not stated"}),
        # a form
        (("My helper was [name of the helper].", "The steps that my helper took:"), {}),
        (("It can be drawn, or \"said\" by a narrator.",), {}),
        # nobody's: a thing, an animal, anybody
        (("Isla Reid fed the fox. The fox licked his paw.",), {"Isla Reid": "not stated"}),
        (("Happy is he who has found his trade, said Isla Reid.",), {"Isla Reid": "not stated"}),
        (("Isla Reid sang. Happy is he who has found his “tinder-box”.",), {"Isla Reid": "not stated"}),
        (("Choose a costume (hearts, stars, Alonzo, doves). Alonzo asks for a number.",), {}),
        # a list in brackets
        (("Famous women figures in science (Nadia Okoro, Isla Reid).",), {"Nadia Okoro": "she", "Isla Reid": "she"}),
        # one name, spelled in two ways
        (("Tutor: Emmanuel Okoro, engineer", "Our tutor Emmanuelle Okoro came."), {"Emmanuel Okoro": "not stated"}),
        (("A lecture by Luke Segar.", "Luke Segars spoke for an hour."), {"Luke Segar": "not stated"}),
        (("Mathieu Reid came.", "The maintainer is Mathieu REID."), {"Mathieu Reid": "not stated"}),
        # a name told by a noun
        (("My little girl, Azamazi, swims.",), {"Azamazi": "she"}),
        # names of firms, colleges and papers
        (("It came from Charles Reid's Sons in Leeds, and from Duncan Reid Jr. University.",), {}),
        (("The heading was Mother & Son.",), {}),
        (("The humble guardian of the gate slept. Praise their genius.",), {}),
    ],
)  # fmt: skip
def test_people_are_counted_once_or_left_out(texts: tuple[str, ...], expected: dict[str, str]) -> None:
    assert who(*texts) == expected


def test_you_and_they_are_not_counted_as_words_for_one_person() -> None:
    report = report_of("a.txt", 'Amina Khan met Tom Reid. "You may sit," Amina Khan said. Nadia slept while they sang.')
    words = {report.people.mentions[i].text.lower() for c in tables_of(report.representation)["sections"].counts
             for i in c.mentions}  # fmt: skip
    assert not words & {"you", "they"}


def test_scare_quotes_and_titles_are_nobodys_speech() -> None:
    text = "Amina Khan took the role of the “judge”. Tom Reid is known for “The Happy Prince,” which he wrote."
    assert cells(report_of("a.txt", text), "speech") == {}


def test_a_message_that_names_somebody_is_not_said_by_them() -> None:
    report = report_of("a.txt", "If Sarah is playing, the message should say “Sorry, Sarah, that is not it.”")
    assert cells(report, "speech") == {}


@pytest.mark.parametrize(
    "text",
    ["Isla Reid had to stay at home and she sat down.", "Isla Reid grew tired, but she trained hard."],
)
def test_resting_and_growing_tired_are_neither_acting_nor_looking_on(text: str) -> None:
    assert cells(report_of("a.txt", text), "acts") == {}


def test_a_vice_president_is_no_president() -> None:
    report = report_of("a.txt", "Sarah Wagener is vice president of a bank, and she agreed.")
    assert cells(report, "jobs-gender") == {}


def test_a_first_name_far_from_a_full_name_is_somebody_else() -> None:
    filler = [f"The sample number {n} was weighed." for n in range(25)]
    texts = ["The names are John and Sally.", *filler, "Rain fell.", *filler, "John McAllister gave a lecture."]
    sections = ("Names", *["Samples"] * 25, "Rain", *["More"] * 25, "Lectures")
    report = report_of("long.txt", *texts, sections=sections)
    assert {"John", "John McAllister"} <= {p.label for p in report.people.persons}


def test_an_author_named_on_top_is_not_a_professor_of_the_same_name_far_below() -> None:
    filler = [f"The sample number {n} was weighed." for n in range(25)]
    texts = ["Martha Grand", *filler, "To quote Professor Grand in his own words: the earth is flat."]
    report = report_of("long.txt", *texts, sections=("Title", *["Samples"] * 25, "Quoting"))
    assert {p.label: p.gender for p in report.people.persons} == {"Martha Grand": "not stated", "Professor Grand": "he"}


def test_people_of_the_first_page_open_there_alone() -> None:
    report = report_of("a.txt", "Isla Reid came and she sang.", "Later Isla Reid spoke.")
    assert {c.label for c in tables_of(report.representation)["parts"].counts} == {"body"}


def test_the_first_of_several_pages_is_counted_apart_and_an_only_page_is_not() -> None:
    pages = tuple(Block("Isla Reid came and she sang.", "paragraph", Place(f"page {n}", page=n)) for n in (1, 2, 3))
    for read, expected in ((pages, {"first page and pictures", "body"}), (pages[:2], {"body"})):
        report = analyse(Document("a.pdf", "application/pdf", "0" * 64, read))
        assert {c.label for c in tables_of(report.representation)["parts"].counts} == expected


def test_what_notes_show_is_no_act_of_the_person_beside_them() -> None:
    people, _ = counted("Bring a picture of Isla Reid or her notes that show the fault.")
    assert [act.verb for mention in people.mentions for act in mention.acts] == []


def test_a_name_before_brackets_does_nothing_that_stands_in_them() -> None:
    people, _ = counted("It need not look like Isla Reid (a simple figure will suffice).")
    assert [act.verb for mention in people.mentions for act in mention.acts] == []


def test_what_somebody_never_becomes_is_no_role() -> None:
    people, _ = counted("Tom Reid is a poet. He never boasts and becomes a philosopher.")
    assert people.persons[0].roles == ("poet",)


def test_a_line_of_code_holds_no_people() -> None:
    people, _ = counted("Tom Reid wrote this.", 'parts = name.split("-") # parts = ["Tom", "Reid"]')
    assert [m.text for m in people.mentions] == ["Tom Reid"]


def test_a_name_in_a_note_on_code_is_nobody() -> None:
    people, _ = counted("Tom Reid wrote this.", "del names[2] # removes Emily")
    assert [m.text for m in people.mentions] == ["Tom Reid"]
    people, _ = counted("# Tom Reid wrote names[2] with Isla [sic]")
    assert [m.text for m in people.mentions] == ["Tom Reid", "Isla"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Isla Reid was concerned with the cost.", []),
        ("Isla Reid was worried by the noise.", [("worried", "passive")]),
        ("Isla Reid was interested in birds and drew them.", [("drew", "subject")]),
        ("Isla Reid was chosen for the team.", [("chosen", "passive")]),
    ],
)
def test_nothing_is_done_to_somebody_who_feels_something(text: str, expected: list[tuple[str, str]]) -> None:
    people, _ = counted(text)
    assert [(act.verb, act.grammar) for act in people.mentions[0].acts] == expected


def test_a_job_before_an_unknown_name_is_somebody_new() -> None:
    people, _ = counted("The poet Lew Gardner sang.", "It cited illustrated poet Xq Hall on this.")
    assert not any(m.text.endswith("illustrated poet") and m.person == 0 for m in people.mentions)


def test_nobody_is_mentioned_most_where_two_come_first() -> None:
    assert not cells(report_of("a.txt", "Ana Silva came. Omar Reid left."), "central")
    assert cells(report_of("a.txt", "Ana Silva came. Omar Reid left. Ana slept."), "central")
    assert cells(report_of("a.txt", "Ana Silva came."), "central")


def test_what_describes_somebody_keeps_the_capitals_of_the_text() -> None:
    _, made = counted("Omar was born in Ghana.", "Amal is from Kenya.", "Ana is from Kenya. Ravi is deaf.")
    labels = {count.label: count.share.count for table in made.tables for count in table.counts
              if table.id in ("described-race", "described-disability")}  # fmt: skip
    assert labels == {"born in Ghana": 1, "from Kenya": 2, "deaf": 1}
