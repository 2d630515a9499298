from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml_files import archive, assert_offsets_hold, links

from bias_audit import errors
from bias_audit.parsers import media
from bias_audit.parsers.table_list import parse_csv, parse_xlsx

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("word,use\nfireman,12\n", ["word", "use", "fireman"]),
        ("fireman;Feuerwehr, alt\nnurse;b, c\n", ["fireman", "Feuerwehr, alt", "nurse", "b, c"]),
        ("fireman\t1,5\nnurse\t2,5\n", ["fireman", "nurse"]),
        ('"a, b",c\n', ["a, b", "c"]),
        ('"two\nlines",c\n', ["two lines", "c"]),
        ("fireman\nnurse\n", ["fireman", "nurse"]),
        ("", None),
    ],
)
def test_parse_csv_reads_cells_with_letters(text: str, expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(errors.Empty):
            parse_csv(text.encode(), "a.csv")
        return
    document = parse_csv(text.encode("utf-8-sig"), "a.csv")
    assert [block.text for block in document.blocks] == expected
    assert document.media_type == media.CSV


def test_parse_csv_says_where_cells_stand() -> None:
    (first, second) = parse_csv(b"1,fireman\nnurse,2\n", "a.csv").blocks
    assert (first.kind, first.place.label, first.place.row, first.place.column) == (
        "cell",
        "row 1, column 2",
        1,
        2,
    )
    assert second.place.label == "row 2, column 1"


def test_parse_csv_refuses_a_cell_without_end() -> None:
    with pytest.raises(errors.Damaged, match="quotation mark"):
        parse_csv(b'"' + b"word " * 300_000, "a.csv")


@given(st.binary(min_size=1, max_size=200))
def test_parse_csv_raises_only_read_errors(data: bytes) -> None:
    with suppress(errors.ReadError):
        parse_csv(data, "a.csv")


def workbook(sheets: dict[str, str], strings: str = "", state: str = "", comments: str = "") -> bytes:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="worksheet{n}"{state}/>' for n, name in enumerate(sheets, 1)
    )
    targets = {f"worksheet{n}": f"worksheets/s{n}.xml" for n in range(1, len(sheets) + 1)}
    others = {"xl/worksheets/_rels/s1.xml.rels": links(comments1="../c.xml")} if comments else {}
    return archive(
        {
            "[Content_Types].xml": f'<Types><Override ContentType="{media.XLSX}.main+xml"/></Types>',
            "_rels/.rels": links(officeDocument1="xl/workbook.xml"),
            "xl/workbook.xml": f"<workbook {MAIN} {OFFICE}><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": links(**targets, sharedStrings9="strings.xml"),
            "xl/strings.xml": f"<sst {MAIN}>{strings}</sst>",
            **{
                f"xl/worksheets/s{n}.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
                for n, rows in enumerate(sheets.values(), 1)
            },
            **others,
            "xl/c.xml": f"<comments {MAIN}><commentList>{comments}</commentList></comments>",
        }
    )


def test_parse_xlsx_reads_strings_of_all_kinds_with_their_places() -> None:
    strings = "<si><t>fireman</t></si><si><r><t>head</t></r><r><t>master</t></r><rPh><t>x</t></rPh></si>"
    rows = (
        '<row r="2"><c r="B2" t="s"><v>1</v></c><c t="inlineStr"><is><t>nurse</t></is></c></row>'
        '<row r="4"><c r="AA4" t="str"><f>A1</f><v>dinner lady</v></c><c t="n"><v>12</v></c>'
        '<c t="s"><v>99</v></c></row><row><c t="s"><v>0</v></c></row>'
    )
    note = '<comment ref="B2"><text><t>Say head teacher</t></text></comment>'
    data = workbook({"Jobs": rows}, strings, comments=note)
    document = parse_xlsx(data, "a.xlsx")
    assert_offsets_hold(data, document)
    assert [(b.kind, b.audience, b.place.label, b.text) for b in document.blocks] == [
        ("cell", "learner", "row 2, column 2", "headmaster"),
        ("cell", "learner", "row 2, column 3", "nurse"),
        ("cell", "learner", "row 4, column 27", "dinner lady"),
        ("cell", "learner", "row 5, column 1", "fireman"),
        ("comment", "teacher", "row 2, column 2, comment", "Say head teacher"),
    ]
    assert document.media_type == media.XLSX


def test_parse_xlsx_names_its_sheets_and_says_which_are_hidden() -> None:
    row = '<row><c t="inlineStr"><is><t>nurse</t></is></c></row>'
    document = parse_xlsx(workbook({"Jobs": row, "Toys": row}, state=' state="hidden"'), "a.xlsx")
    assert [b.place.label for b in document.blocks] == [
        "sheet Jobs, row 1, column 1",
        "sheet Toys, row 1, column 1",
    ]
    assert [b.place.table for b in document.blocks] == [1, 2]
    assert [(w.code, w.count) for w in document.warnings] == [("hidden-sheets", 2)]


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", errors.Empty), (b"PK", errors.Damaged), (archive({"a": "b"}), errors.Damaged)],
)
def test_parse_xlsx_says_what_is_wrong(data: bytes, error: type[errors.ReadError]) -> None:
    with pytest.raises(error) as raised:
        parse_xlsx(data, "a.xlsx")
    assert "Word" not in str(raised.value)


SAMPLE = workbook({"Jobs": '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'}, "<si><t>fireman</t></si>")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_parse_xlsx_raises_only_read_errors_on_broken_files(data: st.DataObject) -> None:
    changed = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(errors.ReadError):
        parse_xlsx(bytes(changed), "a.xlsx")
