from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias_audit.errors import Empty, ReadError
from bias_audit.parsers.plain import decode, parse


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in parse(text.encode(), "a.txt").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\nand the next.\n\nTwo.", [("paragraph", "One line and the next."), ("paragraph", "Two.")]),
        ("* Nurse\n- Joiner\n2. Pilot", [("list", "Nurse"), ("list", "Joiner"), ("list", "Pilot")]),
        ("Q: Who is it?\nA: She is.", [("question", "Q: Who is it?"), ("paragraph", "A: She is.")]),
        ("SAFETY AT WORK\n\nWear a hat.", [("heading", "SAFETY AT WORK"), ("paragraph", "Wear a hat.")]),
        ("Task:\nWear a hat.", [("heading", "Task:"), ("paragraph", "Wear a hat.")]),
        ("A short line\n\nNext.", [("paragraph", "A short line"), ("paragraph", "Next.")]),
        ("   \n\t\n", []),
    ],
)
def test_parse_finds_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_decode_knows_the_encoding(encoding: str) -> None:
    text = "The baker’s café was open all day, and the crème brûlée was good."
    assert decode(text.encode(encoding)) == text


def test_parse_finds_words_behind_invisible_characters() -> None:
    document = parse("The fire\u200bman and chair\u00adman, ﬁreman".encode(), "a.txt")
    assert document.blocks[0].text == "The fireman and chairman, fireman"


def test_parse_marks_teacher_notes_and_references() -> None:
    text = "Read the story.\n\nTeacher notes:\n\nAsk them why.\n\nReferences:\n\nSmith, A. (2019) Work."
    document = parse(text.encode(), "a.txt")
    by_text = {block.text: block for block in document.blocks}
    assert by_text["Read the story."].audience == "learner"
    assert by_text["Ask them why."].audience == "teacher"
    assert by_text["Smith, A. (2019) Work."].kind == "reference"
    assert by_text["Ask them why."].place.section == "Teacher notes:"


def test_parse_does_not_take_an_answer_for_a_heading() -> None:
    document = parse(b"Answer: 42\n\nThe pupils go on.", "a.txt")
    assert [block.audience for block in document.blocks] == ["learner", "learner"]


def test_parse_refuses_an_empty_file() -> None:
    with pytest.raises(Empty):
        parse(b"", "a.txt")


@given(st.text(alphabet="abcXY :.-*\t\r\n1)é’", max_size=200))
def test_parse_runs_lead_back_to_the_source(text: str) -> None:
    data = text.encode()
    if not data:
        return
    source = decode(data)
    for block in parse(data, "a.txt").blocks:
        assert block.text == block.text.strip()
        for run in block.origin.runs:
            assert source[run.offset : run.offset + run.end - run.start] == block.text[run.start : run.end]
        covered = sum(run.end - run.start for run in block.origin.runs)
        assert covered >= len(block.text.replace(" ", ""))


@given(st.binary(max_size=300))
def test_parse_raises_only_read_errors(data: bytes) -> None:
    with suppress(ReadError):
        parse(data, "a.txt")
