"""Lines inside one paragraph: a script, a form or a signature is read by line, wrapped prose is not."""

import io

import docx
import pytest

from bias_audit.parsers import parse

APART = [
    "Waiter: Are you ready to order?\nAgnieszka: Yes, I'd like the soup, please.\nWaiter: And for you?",
    "Doctor (kindly): What is the matter?\nPatient: I have a pain in my chest",
    "Name: Kerry Lamont\nAge: 26\nJob: Arborist\nPronouns: she/her",
    "Meet Ngozi\nAge: 31\nJob: Civil engineer",
    "Mr D Ross\nSite Manager",
    "Arborist\nKerry Lamont",
    "Love,\nShona",
    "Yours faithfully,\nMr D Ross\nSite Manager",
    "Dear Ana,\nThank you for coming to see us.",
    "Dr Adaeze Obi\nBorn in Lagos, she moved to Leeds.",
    "Kerry Lamont\nArborist\nAge 26, from Dingwall\nShe loves heights.",
    "Yours sincerely\nOla Reid\nHead Cook",
    "Kind regards\nOla Reid\nCook\nTel: 01463 123456",
    "Love from\nShona",
    "(Mrs) Ola Reid\nDingwall",
    "Kerry Lamont – arborist\nOla Reid – cook\nMr Tan – ferry captain",
    "Kerry - arborist at the Royal Botanic Garden in the middle of Edinburgh\nOla - cook",
    "Head cook – Ola Reid\nJanitor – Mr Tan",
    "Kerry Lamont, arborist\nOla van Dyk, head cook\nMr Tan, janitor",
    "Kerry Lamont (trainee arborist in the north)\nOla Reid (cook).",
    "Kerry Lamont | arborist\nOla Reid | cook",
    "Your guides are at the door of the museum from nine each day\nKerry – arborist\nOla – cook",
    "NGOZI, a vet\nMR ROSS (60s), her boss.\nSHONA – the boss's daughter",
    "The Vet\nNGOZI, a vet who comes from the islands.\nSHONA, a farmer",
    "Ngozi, a vet\nShona, Mr Ross's daughter",
    "Who taught you to climb?\nNgozi: My aunt. She was an arborist.",
    "Who taught you to climb?\nNgozi: My aunt did that.\nWhat would you say to those who start now?\nNgozi: Do it!",
]
WRAPPED = [
    "The pupils of the upper school went down to the harbour and met\nAna and her brother, who had a boat.",
    "We learned about the work of Marie\nCurie and her husband.",
    "The lesson is about rules.\nEverybody writes one down.",
    "The lesson is about rules. One is as follows, so that everybody may\nThink: of what use is it to anybody here",
    "However,\nAna said that it was late.",
    "Bring a pen, a pencil and\nA4 paper",
    "I wandered lonely as a cloud\nThat floats on high",
    "One line\nand the next.",
    "Love is what we feel for\nAna Reid\nAnd for Ben",
    "Thanks to\nAna Reid",
    "At the door stood the guide of the day and\nKerry – who was late – came up with\nOla – her son – at ten.",
    "There we met Kerry Lamont, arborist, and then\nOla Reid, cook, who had a boat.",
    "Mary Rose, a ship of the king which sank near the coast\nHenry Tudor, who watched from the shore.",
    "We saw the Mary Rose (a ship)\nIn the Solent (the sea) it sank.",
    "Ngozi Obi, a vet from Oban, took the ferry to\nStornoway, the town in which she was born.",
    "BBC, STV and others came. Only\nNASA, a body with much money, sent nobody.",
    "Shona, a vet, came late, and that was why\nNgozi was cross.",
    "Who taught you to climb?\nNgozi learned it from her aunt.",
    "We talked about the day on which everybody had\nAsked who may climb?\nNgozi: she may.",
    "Ngozi came late. Was the ferry late?\nIt was: there was a storm.",
]


def as_docx(text: str) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    document.add_paragraph(text)  # which writes a break for a line end
    document.save(data)
    return data.getvalue()


def lines(data: bytes, name: str) -> list[str]:
    return [block.text for block in parse(data, name).blocks]


@pytest.mark.parametrize("text", APART)
def test_lines_that_stand_for_themselves_are_blocks(text: str) -> None:
    expected = text.split("\n")
    assert lines(text.encode(), "a.txt") == expected
    assert lines(text.encode(), "a.md") == expected
    assert lines(text.replace("\n", "  \n").encode(), "a.md") == expected
    assert lines(f"<p>{text.replace(chr(10), '<br>')}</p>".encode(), "a.html") == expected
    assert lines(as_docx(text), "a.docx") == expected


@pytest.mark.parametrize("text", WRAPPED)
def test_wrapped_lines_stay_joined(text: str) -> None:
    expected = [text.replace("\n", " ")]
    assert lines(text.encode(), "a.txt") == expected
    assert lines(text.encode(), "a.md") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<br>b", ["a b"]),
        ("We met<br>at the shop.", ["We met at the shop."]),
        ("We met at the<br>Co-op.", ["We met at the Co-op."]),
        ("Ana, Ben, Chloe, Dev, Eve,<br>Fay and Gus came.", ["Ana, Ben, Chloe, Dev, Eve, Fay and Gus came."]),
        ("It is one thing. It is two.<br>It is three.", ["It is one thing. It is two. It is three."]),
        ("“It is hard work.”<br>– Aidan, apprentice", ["“It is hard work.” – Aidan, apprentice"]),
        ("I learned a lot there.<br>– Robbie Sinclair, 23", ["I learned a lot there.", "– Robbie Sinclair, 23"]),
        ("One<br><br>two", ["One", "two"]),
        (
            "Mary had a small white lamb,<br>It was as white as snow<br>And went with her.",  # verse
            ["Mary had a small white lamb, It was as white as snow And went with her."],
        ),
        ("12 High Street,<br>Dingwall", ["12 High Street,", "Dingwall"]),
    ],
)
def test_breaks_that_are_written_end_a_line_where_nothing_runs_on(text: str, expected: list[str]) -> None:
    assert lines(f"<p>{text}</p>".encode(), "a.html") == expected
    assert lines(text.encode(), "a.md") == expected
    assert lines(as_docx(text.replace("<br>", "\n")), "a.docx") == expected


def test_headings_and_programs_are_not_read_by_line() -> None:
    assert lines(b"<h1>Unit 1<br>Loops</h1><pre>Age: 3\nJob: 4</pre>", "a.html") == ["Unit 1 Loops", "Age: 3\nJob: 4"]


def test_lines_lead_back_to_the_source() -> None:
    text = "Intro.\r\n\r\nName: **Kerry** Lamont\r\nJob: Arborist\r\n"
    for name in ("a.md", "a.txt"):
        blocks = parse(text.encode(), name).blocks[1:]
        assert len(blocks) == 2
        assert {block.place for block in blocks} == {blocks[0].place}  # lines of one paragraph
        for block in blocks:
            for run in block.origin.runs:
                length = run.end - run.start
                assert text[run.offset : run.offset + length] == block.text[run.start : run.end]


def test_a_question_and_its_answer_in_one_paragraph() -> None:
    blocks = parse(b"Q: Who is it?\nA: She is.", "a.txt").blocks
    assert [(b.kind, b.text) for b in blocks] == [("question", "Q: Who is it?"), ("paragraph", "A: She is.")]
