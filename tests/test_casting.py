"""Parts given out by gender: who does what, and what counts as balance."""

import pytest

from bias_audit.lexicon_examples import document_of, look, spans_of
from bias_audit.pipeline import Pipeline


def found(pipeline: Pipeline, entry: str, *texts: str) -> bool:
    findings, _ = look(document_of(*texts), pipeline)
    return any(f.entry == entry for f in findings)


@pytest.mark.parametrize(
    "text",
    [
        "The boys soldered the badge while the girls arranged the flowers and swept up, giggling.",
        "Auntie Jean knits and Uncle Rab mends the fence.",
        "The tarts were baked by the girls and the hut was built by the lads.",
        "Mrs Orr irons. Mr Orr repairs the mower.",
        "Boys: rockets and robots. Girls: bracelets.",
    ],
)
def test_casting_finds_parts_given_out_by_gender(text: str, pipeline: Pipeline) -> None:
    assert found(pipeline, "gender/cast-apart", text)


@pytest.mark.parametrize(
    "text",
    [
        "Auntie Jean mends the fence and Uncle Rab knits.",
        "She does not cook and he mends the fence.",
        "The boys and girls built a hut and baked tarts.",
        "The hen sits on the eggs and the male guards the nest.",
        "Isla sewed the flag while Rory built the raft.",
    ],
)
def test_casting_stays_quiet(text: str, pipeline: Pipeline) -> None:
    assert not found(pipeline, "gender/cast-apart", text)


@pytest.mark.parametrize(
    "text",
    [
        "Could one of the lads bring in the benches?",
        "Girls, would you tidy the paint trays?",
        "Pick a girl with neat writing to take the minutes.",
        "The boys will be needed to shift the piano.",
    ],
)
def test_given_by_gender_finds_jobs_in_the_room(text: str, pipeline: Pipeline) -> None:
    assert found(pipeline, "gender/strong-boys", text)


@pytest.mark.parametrize(
    "text",
    [
        "Could one of the pupils bring in the benches?",
        "Girls, would you open the window?",
        "The boys and the girls could shift the piano.",
        "The boys shifted the piano and went home.",
    ],
)
def test_given_by_gender_stays_quiet(text: str, pipeline: Pipeline) -> None:
    assert not found(pipeline, "gender/strong-boys", text)


def test_casting_is_silenced_when_the_document_shows_it_both_ways(pipeline: Pipeline) -> None:
    document = document_of("Mum bakes while Dad mends the van.", "Next door Dad bakes while Mum mends the van.")
    findings, silenced = look(document, pipeline)
    assert not spans_of(findings, "gender/cast-apart")
    assert [s.guard for s in silenced if s.entry == "gender/cast-apart"] == ["GG09"]


def test_casting_across_sentences_leaves_stories_alone(pipeline: Pipeline) -> None:
    assert not found(pipeline, "gender/cast-apart", "She cooked the fish. He repaired the net.")
