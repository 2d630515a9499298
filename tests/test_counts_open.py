"""Every number opens to what it counted, and nothing else; one number is said in one way."""

import pytest
from counts import counted, report_of

from bias_audit import wording
from bias_audit.audit import audit_bytes
from bias_audit.document_patterns import document_patterns
from bias_audit.model import PatternFinding, Results
from bias_audit.reports import WRITERS
from bias_audit.representation import patterns
from bias_audit.shares import say, wilson
from bias_audit.tables import opened, tables_of

NAMES = (
    "Omar Callum Ewan Rajesh Piotr Andrew Stuart Hamish Kenneth Gordon Malcolm Graham Alasdair Brodie Duncan Finlay"
).split()
MEN = [f"{name} measured the bridge and wrote down what he saw." for name in NAMES]
WOMEN = [f"A woman from {place} measured the bridge and she smiled." for place in
         ("Oban", "Perth", "Skye", "Leith", "Govan", "Ayr", "Fife", "Stirling")]  # fmt: skip


def found(*texts: str) -> dict[str, PatternFinding]:
    return {pattern.entry: pattern for pattern in document_patterns(*counted(*texts))}


def places(id: str, label: str, *texts: str, by: str = "") -> list[str]:
    people, representation = counted(*texts)
    counts = tables_of(representation)[id].counts
    count = next(c for c in counts if (c.label, c.by) == (label, by))
    return [place.sentence for place in opened(count, people, representation)]


@pytest.mark.parametrize(("part", "total"), [(25, 40), (13, 200), (1, 200), (200, 200), (5, 40), (29, 200)])
def test_one_number_has_one_percentage(part: int, total: int) -> None:
    share = wilson(part, total)
    said = say(share).partition(", ")[2]
    assert said.endswith("%") and f"({said}," in wording.share(share)


def test_a_pattern_keeps_every_place_and_says_how_many_more_there_are() -> None:
    assert len(found(*MEN)["gender/people-mostly-one"].places) == len(MEN)
    text = WRITERS["text"](Results((report_of("lesson.md", *MEN),)))
    assert f"and {len(MEN) - 3} more places" in text


def test_rows_of_one_pattern_are_told_apart() -> None:
    counts = found(*MEN[:10], MEN[0].replace("Omar", "Fiona").replace("he saw", "she saw"), *WOMEN)[
        "gender/named-mostly-one"
    ].counts
    assert [(c.label, c.by, c.share.count) for c in counts] == [("named", "he", 10), ("named", "she", 1)]


WELDERS = [f"{name} is a welder and he works here." for name in NAMES[:4]]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (WELDERS, "All 4 welders whose gender is said are men or boys."),
        ([*WELDERS, "The women painters meet on Fridays."], "All 4 welders whose gender is said are men or boys."),
        ([*WELDERS, "The welders met the women of the town council."], ""),  # too near to tell
        ([*WELDERS, "Three women here are welders."], ""),
        ([*WELDERS, "The women welders meet on Fridays."], ""),
        ([*WELDERS, "Two more are female welders."], ""),
        ([*WELDERS, "The men welders meet on Fridays."], "All 4 welders whose gender is said are men or boys."),
    ],
)
def test_a_job_of_one_gender_minds_the_groups_in_it(texts: list[str], said: str) -> None:
    pattern = found(*texts).get("gender/job-of-one")
    assert (pattern.saw if pattern else "") == said


def test_pairs_open_whoever_comes_first() -> None:
    texts = [*["The boys and girls ran."] * 6, "The girls and boys sat."]
    assert places("pairs", "she first", *texts) == ["The girls and boys sat."]
    (pattern,) = patterns(counted(*texts)[1])
    assert len(pattern.places) == 6
    assert [(c.label, len(c.places)) for c in pattern.counts] == [("he first", 6), ("she first", 1)]


def test_who_is_quoted_opens_to_what_is_said() -> None:
    texts = ["Fiona has a boat. She paints it.", "“It never leaks at all,” said Fiona.", "Fiona sleeps."]
    assert places("speech", "she", *texts) == ["“It never leaks at all,” said Fiona."]


def test_a_description_opens_to_the_words_that_say_it() -> None:
    texts = ["Fiona is deaf. She has two cats."]
    assert places("described-disability", "deaf", *texts) == ["Fiona is deaf."]
    assert places("described-gender", "disability", *texts, by="she") == ["Fiona is deaf."]


def test_two_things_are_counted_at_once() -> None:
    texts = ("Fiona is deaf. She sings.", "Omar is a deaf Muslim baker. He bakes.", "A deaf vet left.")
    counts = tables_of(counted(*texts)[1])["described-gender"].counts
    cells = {(c.label, c.by): (c.share.count, c.share.total) for c in counts}
    assert cells[("disability", "she")] == (1, 3) and cells[("disability", "not stated")] == (1, 3)
    assert cells[("religion", "he")] == cells[("more than one of these", "he")] == (1, 1)


def test_the_words_that_stand_out_are_whole_words() -> None:
    people, representation = counted("Omar fixed the bridge. Then the children saw what he did.")
    places = [place for count in tables_of(representation)["people"].counts
              for place in opened(count, people, representation) if place.text == "he"]  # fmt: skip
    assert [place.sentence[place.at - 5 : place.at + 3] for place in places] == ["what he "]


def test_a_picture_that_differs_from_the_text_is_said_once() -> None:
    pictures = "\n\n".join(f"![A woman measures bridge number {n} with her gauge](i{n}.png)" for n in range(10))
    text = "\n\n".join(["# Cover", pictures, "## Text", *MEN])
    made = audit_bytes(text.encode(), "a.md")
    (pattern,) = [p for p in made.patterns if p.dimension == "gender"]
    assert pattern.entry == "gender/cover-and-body"
    assert pattern.saw == (
        "On the first page and in pictures, 10 of the 10 people whose gender is said are women or girls;"
        f" in the text, 0 of {len(MEN)}."
    )


def test_of_nobody_no_row_of_nothing_is_shown() -> None:
    said = WRITERS["html"](Results((report_of("a.md", "Water boils."),)))
    assert "0 of 0" not in said and "No people were found in the words." in said
