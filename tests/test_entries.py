"""Every entry by its own examples, and every global guard by what changes without it."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest
from rules import block, document, look, profile_with

from bias_audit.entries import Entry, StrengthEntry, marked_spans
from bias_audit.guards import GUARDS
from bias_audit.lexicon import load_lexicon
from bias_audit.lexicon_examples import document_of, entry_problems, strength_problems
from bias_audit.model import Dimension, Document, Place, Profile
from bias_audit.pipeline import Pipeline

LEXICON = load_lexicon()
SENSES = [(h.word, sense) for h in LEXICON.homographs for sense in h.senses]


@pytest.mark.parametrize("entry", LEXICON.entries, ids=lambda e: e.id)
def test_entry_does_what_its_examples_say(entry: Entry, pipeline: Pipeline) -> None:
    assert list(entry_problems(entry, pipeline)) == []


@pytest.mark.parametrize("strength", LEXICON.strengths, ids=lambda s: s.id)
def test_strength_does_what_its_examples_say(strength: StrengthEntry, pipeline: Pipeline) -> None:
    assert list(strength_problems(strength, pipeline)) == []


def test_homograph_in_its_harmless_sense_is_silent(pipeline: Pipeline) -> None:
    """All senses, each in a plain sentence and a paragraph of its own."""
    sentences = [f"The next page is about {sense} again." for _, sense in SENSES]
    findings, _ = look(document(*sentences), pipeline)
    loud = [f"{f.entry} speaks in {p.sentence!r}" for f in findings if f.severity >= 1 for p in f.places]
    assert loud == []


def test_homograph_senses_name_their_word_and_stand_once() -> None:
    twice = [sense for sense, count in Counter(sense.lower() for _, sense in SENSES).items() if count > 1]
    assert twice == []


def test_every_dimension_has_a_dozen_entries() -> None:
    counts = Counter(e.dimension for e in LEXICON.entries)
    assert {d: counts[d] for d in get_args(Dimension) if counts[d] < 12} == {}


def test_entries_name_known_sources_and_keep_their_ids_apart() -> None:
    ids = [e.id for e in (*LEXICON.entries, *LEXICON.strengths)]
    assert len(set(ids)) == len(ids)
    assert {code for e in LEXICON.entries for code in e.source} <= set(LEXICON.sources)


def texts_of(entry: Entry) -> Iterator[str]:
    yield from (marked_spans(t)[0] for t in entry.examples.ignore)
    yield from (marked_spans(e.text)[0] for e in entry.examples.lowered)


SECTION = Place("paragraph 1", section="Past paper of the SQA")
# Guards that a one-paragraph example cannot show: a document, and the profile it is read with.
FILLER = "Pour the water into the tall jar. " * 200
MILD = next(e for e in LEXICON.entries if e.severity == 1 and e.swap)
CAPITAL = next(
    e for e in LEXICON.entries if e.dimension == "race" and any(p.istitle() and p.isalpha() for p in e.phrases)
)
SURNAME = next(p for p in CAPITAL.phrases if p.istitle() and p.isalpha())
DOCUMENTS: dict[str, tuple[Document, Profile]] = {
    "GG05": (document("The class joined the Handyman Repairs team in town."), Profile()),
    "GG06": (document("Save it as pictures/jobs/the-fireman/day_2.png today."), Profile()),
    "GG12": (document(FILLER, marked_spans(MILD.examples.flag[0])[0]), Profile()),
    "GG14": (document(block("Name two tasks of a fireman.", place=SECTION)), Profile()),
    "GG15": (document(block("Ask the fireman to start.", audience="teacher")), Profile()),
    "GG17": (document(block("Der fireman wartet.", language="de")), Profile()),
    "GG19": (document("A baker makes 60 rolls for his shop. How many trays of 12 is that?"), Profile()),
    "GG20": (document("Families without a printer can use ours. Print it on your own printer at home."), Profile()),
    "GG21": (document("They said that girls are neater than boys."), Profile()),
    "GG22": (document("Shake it, then open the lid. Thus the gas gets out."), Profile()),
    "GG23": (document('"Come," said the fox. ' * 5 + "Obviously the hen stayed away."), Profile()),
    "GG24": (document('"Alas," said the fox. ' * 5 + "Quoth he: thou hast, unto thy foe, a fireman."), Profile()),
    "GG18": (document(f"We asked Mr {SURNAME} about the trip."), Profile()),
}


@pytest.fixture(scope="module")
def silenced_in_examples(pipeline: Pipeline) -> dict[str, list[str]]:
    """By guard: examples in which it may have silenced or lowered something (all read as one document)."""
    texts = [text for entry in pipeline.lexicon.entries for text in texts_of(entry)]
    seen: dict[str, list[str]] = {id: [] for id in GUARDS}
    # over one document these two would silence what they do not silence in a paragraph
    for hit in look(document(*texts), pipeline, without=("GG09", "GG12"))[1]:
        seen[hit.guard].append(texts[hit.place.block])
    seen["GG09"] = [t for e in pipeline.lexicon.entries if e.counterpart for t in texts_of(e)]
    return seen


@pytest.mark.parametrize("guard", [g for g in GUARDS if g != "GG13"])
def test_guard_is_needed(guard: str, pipeline: Pipeline, silenced_in_examples: dict[str, list[str]]) -> None:
    """Switched off, something is said that was not said, or louder."""
    cases = [(document_of(text), Profile()) for text in silenced_in_examples[guard][:20]]
    cases += [DOCUMENTS[guard]] if guard in DOCUMENTS else []
    assert cases, f"no example needs {guard}, and no document shows it"
    assert any(
        look(case, pipeline, profile)[0] != look(case, pipeline, profile, without=(guard,))[0]
        for case, profile in cases
    )


def test_setting_guard_is_needed(pipeline: Pipeline) -> None:
    """GG13: an entry that is silent in a setting speaks again when the guard is off."""
    named = [e for e in pipeline.lexicon.entries if e.silent_in]
    assert named, "no entry names a setting in which it is silent"
    for entry in named:
        text = marked_spans(entry.examples.flag[0])[0]
        for profile in map(profile_with, entry.silent_in):
            quiet = {f.entry for f in look(text, pipeline, profile)[0]}
            loud = {f.entry for f in look(text, pipeline, profile, without=("GG13",))[0]}
            assert entry.id not in quiet and entry.id in loud, entry.id
