"""Hits become findings: merging, keys that stay, offsets that hold."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules import alone, block, document, entry, knowing, look, words_found

from bias_audit.audit import analyse
from bias_audit.findings import finding_key
from bias_audit.model import Document, Finding
from bias_audit.pipeline import Pipeline, load_pipeline

SWAP = {"fireman": "firefighter", "firemen": "firefighters", "police man": "police officer"}
JOBS = entry(swap=SWAP)
PRONOUN = entry("gender/he", form="default", check="generic_pronoun", about=["pronoun_gendered"])


def findings_in(what: Document | str, pipeline: Pipeline) -> tuple[Finding, ...]:
    return look(what, alone(JOBS, pipeline))[0]


def key_of(text: str, pipeline: Pipeline) -> str:
    (finding,) = findings_in(text, pipeline)
    return finding.key


def test_finding_merges_the_same_words_of_one_entry(pipeline: Pipeline) -> None:
    whole = document("The fireman came.", "Two firemen waved.", "THE FIREMAN SLEPT", "Fireman wanted.")
    findings = findings_in(whole, pipeline)
    assert [[p.text for p in f.places] for f in findings] == [["fireman", "FIREMAN", "Fireman"], ["firemen"]]
    assert [p.block for p in findings[0].places] == [0, 2, 3]


def test_one_and_many_of_a_word_in_one_sentence_are_one_finding(pipeline: Pipeline) -> None:
    whole = document("The fireman came to meet firemen.", "A police man waved.", "Firemen slept.")
    findings = findings_in(whole, pipeline)
    assert [[p.text for p in f.places] for f in findings] == [["fireman", "firemen", "Firemen"], ["police man"]]
    assert findings[0].key == key_of("The fireman came to meet firemen.", pipeline)
    apart = document("The fireman came to meet a police man.")
    assert len(findings_in(apart, pipeline)) == 2


def test_finding_merges_all_words_of_an_entry_that_says_so(pipeline: Pipeline) -> None:
    whole = document("The fireman came.", "Two firemen waved.")
    (finding,) = look(whole, alone(replace(JOBS, merge="entry"), pipeline))[0]
    assert [p.text for p in finding.places] == ["fireman", "firemen"]


def test_finding_keeps_weights_apart(pipeline: Pipeline) -> None:
    whole = document("The fireman came.", block("The fireman waits.", audience="teacher"))
    plain, lowered = findings_in(whole, pipeline)
    assert (plain.severity, plain.guards, plain.places[0].audience) == (2, (), "learner")
    assert (lowered.severity, lowered.guards, lowered.places[0].audience) == (1, ("GG15",), "teacher")
    assert plain.key != lowered.key


def test_findings_stand_in_reading_order(pipeline: Pipeline) -> None:
    whole = document("Two firemen waved.", "The fireman came to meet them.")
    first = [(f.places[0].block, f.places[0].start) for f in findings_in(whole, pipeline)]
    assert first == sorted(first) and len(first) == 2


@pytest.mark.parametrize(
    "again",
    [
        "The fireman's hat is 'red'.",
        "The fireman’s hat is ‘red’.",
        "The  fireman's   hat is 'red'.",
        "The fireman's hat is \n'red'.",
        "The fireman's\u00a0hat is “red”!",
        "THE fireman's hat is 'red'.",
        "It rains. The fireman's hat is 'red'. It is late.",
    ],
)
def test_key_is_the_same_with_other_spacing_quotes_and_neighbours(again: str, pipeline: Pipeline) -> None:
    assert key_of(again, pipeline) == key_of("The fireman's hat is 'red'.", pipeline)


@pytest.mark.parametrize(
    "other",
    [
        "The fireman's hat is green.",
        "The fireman's hats is red.",
        "The firemen's hat is red.",
        "A fireman's hat is red.",
    ],
)
def test_key_is_another_for_another_sentence(other: str, pipeline: Pipeline) -> None:
    assert key_of(other, pipeline) != key_of("The fireman's hat is red.", pipeline)


def test_key_is_the_same_in_another_place_and_document(pipeline: Pipeline) -> None:
    (one,) = findings_in("The fireman came.", pipeline)
    other = replace(document("Hello.", block("The fireman came.", kind="cell")), name="other.docx")
    (two,) = findings_in(other, pipeline)
    assert one.key == two.key
    assert len(one.key) == 16 and int(one.key, 16) >= 0


def test_key_depends_on_entry_words_and_sentence_only() -> None:
    key = finding_key("gender/a", "his", "Each pupil brings his book.")
    assert key == finding_key("gender/a", "HIS", "each pupil brings his book")
    assert key == finding_key("gender/a", "his", " Each   pupil brings “his” book! ")
    assert key != finding_key("gender/b", "his", "Each pupil brings his book.")
    assert key != finding_key("gender/a", "her", "Each pupil brings his book.")
    assert key != finding_key("gender/a", "his", "Each pupil brings his pen.")
    assert finding_key("a/b", "police man", "A police man.") == finding_key("a/b", "police  man", "A police\nman.")


def test_key_of_a_merged_finding_is_that_of_its_first_place(pipeline: Pipeline) -> None:
    (merged,) = findings_in(document("The fireman came.", "The fireman left."), pipeline)
    assert merged.key == key_of("The fireman came.", pipeline)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "fireman",
                "Firemen",
                "’",
                "“",
                "”",
                " ",
                ". ",
                "! ",
                "\n",
                "\t",
                "İ",
                "ß",
                "🧑🏽‍🔬",
                "é",
                "-",
                "a",
                "an ",
            ]
        ),
        min_size=1,
        max_size=25,
    ).map("".join)
)
def test_occurrence_offsets_hold(text: str) -> None:
    whole = document("First.", text)
    findings, silenced = look(whole, alone(JOBS, load_pipeline()))
    for place in [p for f in findings for p in f.places] + [s.place for s in silenced]:
        assert whole.blocks[place.block].text[place.start : place.end] == place.text
        assert place.sentence[place.at : place.at + len(place.text)] == place.text
        assert place.text.lower() in ("fireman", "firemen")
        assert place.sentence in whole.blocks[place.block].text
        assert (place.rewrite and place.text not in place.rewrite) or place.sentence.count(place.text) > 1


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("Hi. A fireman came. Bye.", "A firefighter came."),
        ("FIREMEN AT WORK", "FIREFIGHTERS AT WORK"),
        ("The “fireman” came.", "The “firefighter” came."),
        ("The police man’s hat.", "The police officer’s hat."),
    ],
)
def test_occurrence_shows_the_changed_sentence(text: str, rewrite: str, pipeline: Pipeline) -> None:
    (finding,) = findings_in(text, pipeline)
    assert finding.places[0].rewrite == rewrite


def test_occurrence_has_no_changed_sentence_without_a_swap(pipeline: Pipeline) -> None:
    (finding,) = look("Each pupil brings his book.", alone(PRONOUN, pipeline))[0]
    assert (finding.places[0].text, finding.places[0].rewrite) == ("his", "")


def test_empty_documents_give_nothing(pipeline: Pipeline) -> None:
    for whole in (document(), document(""), document(" ", "\n")):
        assert look(whole, pipeline) == ((), ())


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        # within a dimension: the heavier, and the longer of two that weigh the same
        (("gender", ["old man"], 2), ("gender", ["man"], 2), ["old man"]),
        (("gender", ["old man"], 1), ("gender", ["man"], 3), ["man"]),
        (("gender", ["wise old"], 2), ("gender", ["old man sat"], 2), ["old man sat"]),
        # across dimensions: one where one holds the other, both where they only touch
        (("gender", ["old man"], 2), ("age", ["man"], 2), ["old man"]),
        (("gender", ["old man"], 1), ("age", ["man"], 2), ["man"]),
        (("gender", ["wise old"], 2), ("age", ["old man"], 2), ["wise old", "old man"]),
        # apart: both
        (("gender", ["wise"], 2), ("gender", ["man"], 1), ["wise", "man"]),
    ],
)
def test_hits_that_share_their_words_give_one_finding(
    first: tuple[str, list[str], int],
    second: tuple[str, list[str], int],
    found: list[str],
    pipeline: Pipeline,
) -> None:
    rules = [
        entry(f"{dimension}/{name}", phrases=phrases, severity=severity)
        for name, (dimension, phrases, severity) in zip(("one", "two"), (first, second), strict=True)
    ]
    assert words_found("The wise old man sat.", knowing(pipeline, *rules)) == found


def test_hidden_hit_does_not_keep_another_from_being_seen(pipeline: Pipeline) -> None:
    hidden = entry("gender/one", form="assumption", phrases=["old man"], severity=3)
    seen = entry("gender/two", phrases=["man"], severity=1)
    assert words_found("He is no old man.", knowing(pipeline, hidden, seen)) == ["man"]


def test_words_that_two_strengths_find_count_for_one() -> None:
    text = "Take an example from your own experience. Choose something you enjoy in any way you like."
    found = analyse(document(text))
    places = [(o.block, at) for s in found.strengths for o in s.places for at in range(o.start, o.end)]
    assert places and len(places) == len(set(places))
