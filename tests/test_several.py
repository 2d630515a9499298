"""Several files at once: where to start and why, which are the same, and who is in them all."""

from dataclasses import replace

import pytest

from bias_audit.audit import analyse
from bias_audit.lexicon_examples import document_of
from bias_audit.library_counts import merged
from bias_audit.model import Document, Finding, Occurrence, Place, Report, Table
from bias_audit.ordering import levels, start_here
from bias_audit.several import once, people_in_all, same, same_reports

PLAIN = analyse(document_of("The bridge bends when we load it."))
PLACE = Occurrence(0, 0, 3, "The", "The bridge bends when we load it.", 0, Place("paragraph 1"))


def finding(severity: int, dimension: str = "gender") -> Finding:
    return Finding(f"k{severity}", f"{dimension}/x", dimension, "term", severity, "sure", (PLACE,))


def report(name: str, *found: Finding, words: int = 100) -> Report:
    return replace(PLAIN, name=name, findings=found, patterns=(), words=words)


HARD = report("hard", finding(3))
WORTH = report("worth", finding(2), finding(2), finding(1))
SMALL = report("small", finding(1))
NOTES = report("notes", finding(0))
CLEAN = report("clean")
POOR = report("poor", finding(2, "poverty"))


@pytest.mark.parametrize(
    ("given", "priorities", "order"),
    [
        ((), (), []),
        ((CLEAN, SMALL, WORTH, HARD), (), ["hard", "worth", "small", "clean"]),
        ((WORTH, POOR), (), ["worth", "poor"]),
        ((WORTH, POOR), ("poverty",), ["poor", "worth"]),
        ((HARD, POOR), ("poverty",), ["hard", "poor"]),
        ((replace(SMALL, words=900), replace(SMALL, name="short", words=90)), (), ["short", "small"]),
        ((CLEAN, replace(CLEAN, name="twin")), (), ["clean", "twin"]),
        ((NOTES, SMALL), (), ["small", "notes"]),
    ],
)
def test_order_of_files(given: tuple[Report, ...], priorities: tuple, order: list[str]) -> None:
    assert [given[turn.index].name for turn in start_here(given, priorities)] == order


@pytest.mark.parametrize(
    ("one", "priorities", "reason"),
    [
        (HARD, (), "1 thing to change first."),
        (WORTH, (), "2 things worth changing."),
        (
            POOR,
            ("poverty",),
            "1 thing worth changing; 1 is about what you put first (Poverty and social class).",
        ),
        (SMALL, ("gender",), "Only 1 small thing to have a look at."),
        (NOTES, (), "Nothing to change stood out; a few notes for interest."),
        (CLEAN, (), "Nothing stood out in the wording."),
        (replace(CLEAN, words=0), (), "There were no words to check."),
    ],
)
def test_reason_says_why_a_file_comes_there(one: Report, priorities: tuple, reason: str) -> None:
    assert start_here([one], priorities)[0].reason == reason


def test_levels_count_findings_and_patterns() -> None:
    assert levels(WORTH) == {3: 0, 2: 2, 1: 1, 0: 0}


LONG = [f"Sentence number {n} tells how the bridge bends when load {n} is put on it." for n in range(30)]


def words(*texts: str, sha: str) -> Document:
    return replace(document_of(*texts), sha256=sha)


def test_same_file_and_same_words_are_grouped() -> None:
    word = words(*LONG, sha="a")
    pdf = words(" ".join(LONG[:10]), " ".join(LONG[10:]), "Page 1", sha="b")
    copy = words(*LONG, sha="a")
    other = words(*[text.replace("bridge", "boat").replace("load", "sail") for text in LONG], sha="c")
    (group,) = same([word, other, pdf, copy])
    assert group.members == (0, 2, 3) and not group.identical
    assert once(4, [group]) == (0, 1)
    (twins,) = same([word, copy])
    assert twins.identical


def test_next_version_with_much_changed_is_another_file() -> None:
    assert same([words(*LONG, sha="a"), words(*LONG[:15], *[f"New words {n} here." for n in range(40)], sha="b")]) == ()


@pytest.mark.parametrize("texts", [((), ()), (("A.",), ("B.",))])
def test_files_without_words_are_not_the_same(texts: tuple) -> None:
    assert same([words(*some, sha=str(n)) for n, some in enumerate(texts)]) == ()


def test_people_are_counted_over_all_files() -> None:
    texts = ("Moira fixed her boat. She sails.", "My aunt said she would come.", "Bob ate his lunch.")
    reports = [analyse(document_of(text)) for text in texts]
    totals = {total.label: total for total in people_in_all(people(reports, 0, 1, 2), reports)}
    assert (totals["she"].share.count, totals["she"].share.total) == (2, 3)
    assert [index for index, _ in totals["he"].parts] == [2]
    assert {one.label: one.share.total for one in people_in_all(people(reports, 0, 2), reports)}["she"] == 2


def people(reports: list[Report], *wanted: int) -> Table:
    return next(table for table in merged(reports, wanted) if table.id == "people")


def test_reports_are_the_same_by_what_they_quote() -> None:
    names = ("Omar", "Callum", "Ewan", "Rajesh", "Piotr", "Andrew", "Stuart", "Hamish", "Kenneth", "Gordon", "Malcolm")
    long = [f"{name} measured the bridge and wrote down what he saw of {name}." for name in names]
    word, pdf = (replace(analyse(document_of(*texts)), sha256=sha) for texts, sha in ((long, "a"), ((*long, "1"), "b")))
    other = replace(analyse(document_of(*[text.replace("bridge", "tall old boat") for text in long])), sha256="c")
    short = [replace(analyse(document_of("Bob ate his lunch.")), sha256=sha) for sha in "de"]
    assert [group.members for group in same_reports([word, other, pdf, *short])] == [(0, 2)]
    assert same_reports([short[0], short[0]])[0].identical
