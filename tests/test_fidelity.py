import io
import os
import zipfile
from pathlib import Path

import pytest

from evaluation.fidelity import by_count, by_words, independent_words, main, measured, table

# Each has its reason in docs/fidelity.md.
EXCEPTIONS = {
    "hostile/docx/equations.docx",
    "hostile/pptx/hidden_slides.pptx",
    "hostile/odf/footnote.odt",
}


def materials() -> Path:
    folder = os.environ.get("BIAS_AUDIT_MATERIALS")
    if not folder:
        pytest.skip("set BIAS_AUDIT_MATERIALS to the test materials")
    return Path(folder)


def test_words_are_compared_whatever_their_order() -> None:
    row = by_words("a.odt", ["one", "two", "two"], ["two", "one", "four", "five"])
    assert (row.independent, row.ours, row.lost, row.invented) == (3, 4, 1, 2)
    assert not row.within


@pytest.mark.parametrize(("ours", "within"), [(100, True), (99, True), (98, False), (101, True), (102, False)])
def test_one_per_cent_either_way_is_allowed(ours: int, within: bool) -> None:
    assert by_count("a.docx", 100, ours).within is within


def test_independent_count_leaves_out_comments_and_keeps_words_whole() -> None:
    xml = (
        "<office:body><text:p>A <text:span>ship</text:span>wright<office:annotation><text:p>why?</text:p>"
        "</office:annotation> &amp; a<text:tab/>tug</text:p><text:p>4 crew</text:p></office:body>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document>{xml}</office:document>")
    assert independent_words(buffer.getvalue()) == ["A", "shipwright", "a", "tug", "4", "crew"]


def test_table_marks_exceptions_and_sums() -> None:
    shown = table([by_count("a.docx", 100, 100), by_count("b.docx", 100, 50)])
    assert "| b.docx (!) | 100 | 50 | 50 | 0 | 50.0 % |" in shown
    assert shown.splitlines()[-1].startswith("| all 2 files")


def test_command_says_when_there_is_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "MANIFEST.tsv" in capsys.readouterr().err


def test_materials_keep_their_words() -> None:
    rows = list(measured(materials()))
    assert len(rows) >= 80
    assert {row.path for row in rows if not row.within} <= EXCEPTIONS
    assert sum(row.lost for row in rows) <= 0.003 * sum(row.independent for row in rows)
