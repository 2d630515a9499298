"""The same lesson in several formats: the same sentences give the same findings."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from bias_audit import analyse
from bias_audit.parsers import parse

BOOK = "intro-book-complete"
PAIRS = [
    (f"{BOOK}.docx", f"{BOOK}.pdf"),
    ("Lab_3.2_What_Goes_Up.docx", "Lab_3.2_What_Goes_Up.pdf"),
    ("Project_3_Platform_Game.docx", "Project_3_Platform_Game.pdf"),
    ("Project_4_Snowman.docx", "Project_4_Snowman.pdf"),
    ("lesson_02.md", f"{BOOK}.docx"),
    ("lesson_02.md", f"{BOOK}.pdf"),
    ("lesson_02.md", "TEALS_SNAP_0.2.pptx"),
    ("lesson_46.md", f"{BOOK}.docx"),
    ("lesson_46.md", f"{BOOK}.pdf"),
]


def bare(sentence: str) -> str:
    return " ".join(re.findall(r"\w+", sentence.lower()))


@cache
def sentences_and_findings(path: Path) -> tuple[frozenset[str], frozenset[tuple[str, str, str]]]:
    """Sentences of six words or more, and (entry, words, sentence) of every place of a finding.

    A line break inside a paragraph ends a sentence here, as not every format has one there; and what one
    format marks as a program cannot be told from prose in a PDF, so such sentences are not compared.
    """
    document = parse(path.read_bytes(), path.name)
    prose, code = set[str](), set[str]()
    for block in document.blocks:
        pieces = re.split(r"(?<=[.!?])\s+|\n", block.text)
        (code if block.kind == "code" else prose).update(bare(s) for s in pieces if len(s.split()) >= 6)
    findings = set[tuple[str, str, str]]()
    for finding in analyse(document).findings:
        for o in finding.places:
            start, end = o.sentence.rfind("\n", 0, o.at) + 1, o.sentence.find("\n", o.at)
            line = o.sentence[start : end if end >= 0 else None]
            findings.add((finding.entry, o.text.lower(), bare(line)))
    return frozenset(prose - code), frozenset(findings)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_shared_sentences_give_the_same_findings(one: str, other: str) -> None:
    materials = os.environ.get("BIAS_AUDIT_MATERIALS")
    if not materials:
        pytest.skip("set BIAS_AUDIT_MATERIALS to the test materials")
    folder = Path(materials) / "real" / "teals-intro"
    (sentences, found), (others, found_there) = (sentences_and_findings(folder / name) for name in (one, other))
    shared = sentences & others
    assert shared
    assert {f for f in found if f[2] in shared} == {f for f in found_there if f[2] in shared}
