"""Decisions: which one holds where, and the row that reports a false alarm."""

from dataclasses import replace

import pytest
import yaml

from bias_audit import audit_bytes
from bias_audit.decisions import (
    Choice,
    Decision,
    applying,
    decided,
    false_alarm,
    forgotten,
    reopened,
    still_open,
    without_names,
)
from bias_audit.model import Finding, Report

HERE = Decision("k1", "kept", "bridges.docx", "a quotation")
EVERYWHERE = Decision("k1", "not an issue")


@pytest.mark.parametrize(
    ("decisions", "document", "choice"),
    [
        ([], "bridges.docx", None),
        ([HERE], "bridges.docx", "kept"),  # also when the file is its next version: the name is the same
        ([HERE], "other.docx", None),
        ([EVERYWHERE], "other.docx", "not an issue"),
        ([EVERYWHERE, HERE], "bridges.docx", "kept"),
        ([HERE, EVERYWHERE], "bridges.docx", "kept"),  # the document's own goes first, in any order
        ([HERE, EVERYWHERE], "other.docx", "not an issue"),
    ],
)
def test_decision_holds_in_its_document_or_everywhere(
    decisions: list[Decision], document: str, choice: Choice | None
) -> None:
    found = applying(decisions, document).get("k1")
    assert (found.choice if found else None) == choice


def test_new_decision_takes_the_place_of_the_old_one() -> None:
    new = replace(HERE, choice="changed", reason="")
    other = replace(HERE, document="other.docx")
    assert decided([HERE, other, EVERYWHERE], new) == (other, EVERYWHERE, new)


@pytest.mark.parametrize(
    ("key", "document", "left"),
    [
        ("k1", "bridges.docx", ()),
        ("k1", "other.docx", (HERE,)),
        ("k2", "bridges.docx", (HERE, EVERYWHERE)),
    ],
)
def test_reopened_finding_has_no_decision_left(key: str, document: str, left: tuple[Decision, ...]) -> None:
    assert reopened([HERE, EVERYWHERE], key, document) == left


def test_forgotten_document_takes_its_decisions_along() -> None:
    assert forgotten([HERE, EVERYWHERE], "bridges.docx") == (EVERYWHERE,)


def reviewed(text: str) -> Report:
    return audit_bytes(text.encode(), "lesson.md")


def finding_of(report: Report, words: str) -> Finding:
    return next(f for f in report.findings if words in f.places[0].text)


def test_same_words_in_the_next_version_stay_put_aside() -> None:
    first = reviewed("The fireman came.\n\nThe chairman spoke.\n")
    held = applying([Decision(finding_of(first, "fireman").key, "kept", "lesson.md")], "lesson.md")
    after = reviewed("# New title\n\nSome more words.\n\nThe fireman came.\n\nThe chairman spoke.\n")
    assert [f.places[0].text for _, f in still_open(after.findings, held) if f.severity] == ["chairman"]


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Isla Munro met the fireman.", "fireman", "Sam met the fireman."),
        ("Isla Munro met the fireman and Isla waved.", "fireman", "Sam met the fireman and Sam waved."),
        ("Mrs Telford met the fireman.", "fireman", "Mrs Sam met the fireman."),
        ("Isla and Fergus met the fireman.", "fireman", "Sam and Robin met the fireman."),
        ("Isla told Sam about the fireman.", "fireman", "Robin told Alex about the fireman."),
        ("The fireman came to Isla's class.", "fireman", "The fireman came to Sam's class."),
        ("The fireman came.", "fireman", "The fireman came."),
    ],
)
def test_names_are_replaced_and_the_words_found_are_not(text: str, words: str, sentence: str) -> None:
    report = reviewed(text)
    assert without_names(report, finding_of(report, words)) == sentence


def test_name_known_from_elsewhere_is_replaced_too() -> None:
    report = reviewed("Isla Munro is an engineer. She builds bridges.\n\nMunro met the fireman.\n")
    assert "Munro" not in without_names(report, finding_of(report, "fireman"))


def test_false_alarm_is_a_row_for_the_lexicon() -> None:
    report = reviewed('Isla said: "The fireman: that\'s <b>him</b>", she said.')
    finding = finding_of(report, "fireman")
    row = yaml.safe_load(false_alarm(report, finding))
    assert row == [{"id": finding.entry, "examples": {"ignore": [without_names(report, finding)]}}]
    assert "Isla" not in false_alarm(report, finding)
