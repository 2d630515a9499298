"""The language model as we run it says what it says as it comes."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

from bias_audit import word_vectors
from bias_audit.pipeline import UNUSED, load_model
from bias_audit.stepped_parser import PARSER, SteppedParser
from bias_audit.word_vectors import keep_word_vectors

TEXTS = [
    line
    for path in sorted((Path(__file__).parent.parent / "benchmarks" / "texts").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line
]


@pytest.fixture(scope="module")
def theirs() -> Language:
    """The model without anything of ours."""
    ours = load_model()
    return spacy.load(ours.meta["lang"] + "_" + ours.meta["name"], exclude=UNUSED)


def test_stepped_parser_parses_as_spacys_own(theirs: Language) -> None:
    texts = [*TEXTS, "", "Stop!", "”"]
    assert isinstance(load_model().get_pipe(PARSER), SteppedParser)
    for one, other in zip(load_model().pipe(texts), theirs.pipe(texts), strict=True):
        assert [(t.text, t.dep_, t.head.i) for t in one] == [(t.text, t.dep_, t.head.i) for t in other]


def test_stepped_parser_leaves_a_parser_with_a_beam(theirs: Language) -> None:
    own = theirs.get_pipe("parser")
    own.cfg["beam_width"] = 2
    try:
        assert theirs.add_pipe(PARSER) is own
    finally:
        own.cfg["beam_width"] = 1
        theirs.remove_pipe(PARSER)


def test_word_vectors_are_the_models_own(theirs: Language) -> None:
    docs = [theirs.make_doc(text) for text in (*TEXTS, "", "Bogglewump!")]
    own = theirs.get_pipe("tok2vec").model.predict(docs)
    ours = load_model().get_pipe("tok2vec").model.predict([load_model().make_doc(doc.text) for doc in docs])
    for one, other in zip(ours, own, strict=True):
        assert one.shape == other.shape
        assert np.allclose(one, other, atol=1e-4)


def test_word_vectors_are_the_same_to_the_bit_in_any_company(theirs: Language) -> None:
    nlp = spacy.load(theirs.meta["lang"] + "_" + theirs.meta["name"], exclude=UNUSED)
    embed = nlp.get_pipe("tok2vec").model
    keep_word_vectors(nlp)
    docs = [nlp.make_doc(text) for text in TEXTS[:40]]
    alone = []
    for doc in docs:
        embed.layers[0].attrs["known"] = {}
        alone.append(embed.layers[0].predict([doc])[0])
    embed.layers[0].attrs["known"] = {}
    for one, other in zip(alone, embed.layers[0].predict(docs), strict=True):
        assert one.tobytes() == other.tobytes()


def test_word_vectors_are_forgotten_when_there_are_many(theirs: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "_KEPT", 5)
    nlp = spacy.load(theirs.meta["lang"] + "_" + theirs.meta["name"], exclude=UNUSED)
    keep_word_vectors(nlp)
    kept = nlp.get_pipe("tok2vec").model.layers[0]
    first, second = (nlp.make_doc(text) for text in ("Amina mends bikes.", "Boats float on water."))
    before = kept.predict([first])[0]
    kept.predict([second])
    assert len(kept.attrs["known"]) == 5  # the second text's alone: its full stop was known already, and is told anew
    assert np.array_equal(kept.predict([first])[0], before)


def test_word_vectors_of_a_model_of_another_kind_are_left() -> None:
    blank = spacy.blank("en")
    keep_word_vectors(blank)
    embed = {"@architectures": "spacy.CharacterEmbed.v2", "width": 8, "rows": 10, "nM": 4, "nC": 2}
    embed |= {"include_static_vectors": False, "feature": "LOWER"}
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 8, "depth": 1, "window_size": 1}
    encode |= {"maxout_pieces": 2}
    spelled = blank.add_pipe(
        "tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}}
    )
    before = list(spelled.model.layers)
    keep_word_vectors(blank)
    assert spelled.model.layers == before
