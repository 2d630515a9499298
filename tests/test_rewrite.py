"""The changed sentence: case, article, comma, and nothing else touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias_audit.rewrite import match_case, rewrite


@pytest.mark.parametrize(
    ("replacement", "original", "written"),
    [
        ("firefighter", "fireman", "firefighter"),
        ("firefighter", "Fireman", "Firefighter"),
        ("firefighter", "FIREMAN", "FIREFIGHTER"),
        ("police officer", "Policeman", "Police officer"),
        ("police officer", "POLICEMAN", "POLICE OFFICER"),
        ("HGV driver", "lorryman", "HGV driver"),
        ("they", "I", "They"),
        ("people", "17", "people"),
        ("", "man", ""),
    ],
)
def test_match_case_writes_as_the_original_is_written(replacement: str, original: str, written: str) -> None:
    assert match_case(replacement, original) == written


# (sentence with [words], replacement, the changed sentence)
@pytest.mark.parametrize(
    ("marked", "replacement", "changed"),
    [
        ("The [fireman] came.", "firefighter", "The firefighter came."),
        ("[Firemen] came.", "firefighters", "Firefighters came."),
        ("An [air hostess] came.", "flight attendant", "A flight attendant came."),
        ("She is a [policeman] now.", "officer", "She is an officer now."),
        ("AN [AIR HOSTESS] CAME", "flight attendant", "A FLIGHT ATTENDANT CAME"),
        ("A [POLICEMAN] CAME", "officer", "AN OFFICER CAME"),
        ("A [policeman] came.", "officer", "An officer came."),
        ("a [x] hat", "honest", "an honest hat"),
        ("a [x] hat", "hour-long", "an hour-long hat"),
        ("an [x] hat", "honey", "a honey hat"),
        ("an [x] hat", "European", "a European hat"),
        ("an [x] hat", "one-way", "a one-way hat"),
        ("an [x] hat", "useful", "a useful hat"),
        ("an [x] hat", "united", "a united hat"),
        ("an [x] hat", "uniform", "a uniform hat"),
        ("a [x] hat", "unimportant", "an unimportant hat"),
        ("a [x] hat", "uninterested", "an uninterested hat"),
        ("a [x] hat", "urban", "an urban hat"),
        ("a [x] hat", "umbrella", "an umbrella hat"),
        ("a [x] hat", "HGV driver's", "an HGV driver's hat"),
        ("a [x] hat", "MSP's", "an MSP's hat"),
        ("an [x] hat", "UK", "a UK hat"),
        ("an  [x] hat", "red", "a  red hat"),
        ("a\n[x] hat", "old", "an\nold hat"),
        ("a young [fireman]", "officer", "a young officer"),
        ("Banana [man] pie", "eater", "Banana eater pie"),
        ("[x] and a x", "old", "old and a x"),
        ("x and the [x]", "old", "x and the old"),
        ("There is little time [e.g.] at noon.", "for example,", "There is little time, for example, at noon."),
        ("Use a metal ([e.g.] copper).", "for example,", "Use a metal (for example, copper)."),
        ("Use a metal, [e.g.] copper.", "for example,", "Use a metal, for example, copper."),
    ],
)
def test_rewrite_fits_case_and_article(marked: str, replacement: str, changed: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert rewrite(marked.replace("[", "").replace("]", ""), start, end, replacement) == changed


@given(st.text(max_size=40), st.text(min_size=1, max_size=10), st.text(max_size=40))
def test_rewrite_keeps_what_follows_and_all_but_an_article_before(before: str, words: str, after: str) -> None:
    changed = rewrite(before + words + after, len(before), len(before + words), "learner")
    assert changed.endswith(after)
    assert "learner" in changed.lower()
    if not before.rstrip().lower().endswith(("a", "an")):
        assert changed.startswith(before)
