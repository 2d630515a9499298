import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias_audit.errors import Empty, ReadError
from bias_audit.parsers.markdown import parse
from bias_audit.parsers.plain import decode


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in parse(text.encode(), "a.md").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\nText *and* `code` go\non.", [("heading", "One"), ("paragraph", "Text and code go on.")]),
        ("- a [link](https://x.org) here\n- b", [("list", "a link here"), ("list", "b")]),
        ("> Said she", [("quote", "Said she")]),
        ("```py\nx = 1\n```", [("code", "x = 1")]),
        (
            "| Job | Pay |\n|---|---|\n| Cook | 20 |",
            [("cell", "Job"), ("cell", "Pay"), ("cell", "Cook"), ("cell", "20")],
        ),
        (
            "Before ![A girl builds](g.png) after",
            [("paragraph", "Before after"), ("alt_text", "A girl builds")],
        ),
        ("---\ntitle: Work\n---\n\nWords", [("paragraph", "Words")]),
        ("<div><p>Raw <b>words</b></p></div>\n\nNext", [("paragraph", "Raw words"), ("paragraph", "Next")]),
        ("A <b>bold</b> word<br>here", [("paragraph", "A bold word here")]),
        (
            '{panel type="note"}\n\n# Codes {.challenge}\n\n{term word="key"}A secret{term end} `key`{.code} fits.',
            [("heading", "Codes"), ("paragraph", "A secret key fits.")],
        ),
        ("The set {a, b}, {name} and f{.5}", [("paragraph", "The set {a, b}, {name} and f{.5}")]),
        ("Fish \\& chips &amp; peas", [("paragraph", "Fish & chips & peas")]),
    ],
)
def test_parse_reads_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_parse_takes_the_title_from_front_matter_or_heading() -> None:
    assert parse(b"---\ntitle: 'Work'\n---\n# Other", "a.md").title == "Work"
    assert parse(b"# Other\n\nText", "a.md").title == "Other"


def test_parse_reads_alt_text() -> None:
    document = parse(b"![](a.png) ![IMG_2034.jpg](b.png) ![Two joiners at a bench](c.png)", "a.md")
    assert [picture.alt_quality for picture in document.pictures] == ["decorative", "file name", "written"]


def test_parse_names_no_part_by_a_number() -> None:
    text = "# The Reef\n\nOne.\n\n# 190\n\nTwo.\n\n# 2. Day\n\nThree.\n"
    found = [(b.text, b.place.section) for b in parse(text.encode(), "page.md").blocks if b.kind == "paragraph"]
    assert found == [("One.", "The Reef"), ("Two.", "The Reef"), ("Three.", "2. Day")]


def test_parse_knows_teacher_notes_until_the_next_heading_of_that_level() -> None:
    text = "# Lesson\n\nA\n\n## Teacher notes\n\nB\n\n### More\n\nC\n\n## Task\n\nD\n\n## References\n\nE"
    found = {block.text: (block.audience, block.kind) for block in parse(text.encode(), "a.md").blocks}
    assert [found[letter][0] for letter in "ABCDE"] == ["learner", "teacher", "teacher", "learner", "learner"]
    assert found["E"][1] == "reference"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_parse_runs_lead_back_to_the_source(newline: str) -> None:
    text = (
        "---\nx: 1\n---\n# The *first* head\n\nA [link](http://a.b/link) and link, **bold** `code`\n"
        "next line &amp; on.\n\n1. the item\n   goes on\n\n"
        "| the | the |\n|--|--|\n| a | the |\n\n> the quote\n\n```\nthe code\n```\n"
    ).replace("\n", newline)
    source = decode(text.encode())
    last = -1
    for block in parse(text.encode(), "a.md").blocks:
        assert block.origin.runs
        for run in block.origin.runs:
            assert source[run.offset : run.offset + run.end - run.start] == block.text[run.start : run.end]
            assert run.offset > last
            last = run.offset


def test_parse_refuses_an_empty_file() -> None:
    with pytest.raises(Empty):
        parse(b"", "a.md")


@given(st.text(alphabet="ab *_[]()!`#>|-\n\\&;<:1.", max_size=120))
def test_parse_keeps_offsets_on_any_text(text: str) -> None:
    data = text.encode()
    try:
        document = parse(data, "a.md")
    except ReadError:
        return
    for block in document.blocks:
        for run in block.origin.runs:
            assert text[run.offset : run.offset + run.end - run.start] == block.text[run.start : run.end]


@given(st.binary(max_size=200))
def test_parse_raises_only_read_errors(data: bytes) -> None:
    with suppress(ReadError):
        parse(data, "a.md")


@pytest.mark.skipif("BIAS_AUDIT_MATERIALS" not in os.environ, reason="set BIAS_AUDIT_MATERIALS to the test materials")
def test_parse_places_nearly_all_words_of_the_materials() -> None:
    for path in sorted((Path(os.environ["BIAS_AUDIT_MATERIALS"]) / "real").rglob("*.md")):
        data = path.read_bytes()
        source = decode(data)
        letters = placed = 0
        for block in parse(data, path.name).blocks:
            letters += len(block.text)
            for run in block.origin.runs:
                assert source[run.offset : run.offset + run.end - run.start] == block.text[run.start : run.end]
                placed += run.end - run.start
        assert placed > 0.7 * letters, path.name


def audiences(text: str) -> dict[str, str]:
    return {block.text: block.audience for block in parse(text.encode(), "a.md").blocks}


@pytest.mark.parametrize(
    ("title", "audience"),
    [
        ("# Scheme of work for term two", "teacher"),
        ("TEACHER'S S.3 SCHEME OF WORK FOR TERM THREE 2023", "teacher"),
        ("Teacher Toolkit", "teacher"),
        ("# Fractions: lesson plan", "teacher"),
        ("# Lesson 3: fractions", "learner"),
        ("# My plan for a toolkit", "learner"),
        ("We planned the scheme of work, and then we all went home to write it down in full.", "learner"),
        ("- Lesson plan", "learner"),  # one of several papers
        ("# My lesson plan for teaching my dog", "learner"),
        ("# Business unit plan", "learner"),
        ("# Write your lesson plan here", "learner"),
        ("Make a lesson plan", "learner"),
        ("# Design and technology: lesson plan", "teacher"),
        ("# Fractions\n\nWrite your lesson plan here", "learner"),
        ("Oban school\n\nSCHEME OF WORK FOR TERM TWO", "teacher"),
        ("# Fractions\n\nA lesson plan for us", "learner"),  # a line of text, no title
    ],
)
def test_parse_takes_a_title_of_teachers_for_the_whole_file(title: str, audience: str) -> None:
    text = f"{title}\n\n## Week one\n\nAdd halves.\n\n## Week two\n\nAdd thirds.\n"
    assert (audiences(text)["Add halves."], audiences(text)["Add thirds."]) == (audience, audience)


@pytest.mark.parametrize(
    ("heading", "audience"),
    [
        ("Student worksheet (PDF)", "learner"),
        ("Pupil handout 2", "learner"),
        ("Discussion questions", "learner"),
        ("Week two", "teacher"),
        ("Worksheet [20 minutes]", "teacher"),  # a step of the lesson
    ],
)
def test_parse_gives_learners_their_part_of_a_lesson_plan(heading: str, audience: str) -> None:
    task = "Add halves.\n\n### Teacher notes\n\nHelp."
    text = f"# Lesson plan\n\nStart.\n\n## {heading}\n\n{task}\n\n## Close\n\nStop.\n"
    found = audiences(text)
    assert (found["Start."], found["Add halves."], found["Help."], found["Stop."]) == (
        "teacher", audience, "teacher", "teacher",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "audience"),
    [
        ("Pacing guide", "teacher"),
        ("Accommodation and differentiation", "teacher"),
        ("Accommodations/Differentiation", "teacher"),
        ("Differentiation and extension", "teacher"),
        ("Differentiation", "learner"),  # of functions, in a lesson of maths
        ("Accommodation", "learner"),  # on a journey
        ("Accommodations", "learner"),
    ],
)
def test_parse_takes_parts_of_a_plan_for_teachers(heading: str, audience: str) -> None:
    text = f"# Lists\n\n## {heading}\n\nEncourage these students.\n\n## Tasks\n\nAdd halves.\n"
    found = audiences(text)
    assert (found["Encourage these students."], found["Add halves."]) == (audience, "learner")
