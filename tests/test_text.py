"""Tokens, sentences and parses: offsets that hold for any text."""

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from rules import block

from bias_audit.pipeline import UNUSED, Pipeline, load_model
from bias_audit.text import Tokenised, normalise, parse, tokenise
from bias_audit.word_classes import word_classes

ANY_TEXT = st.text(max_size=300) | st.text(
    st.sampled_from("aA.?! \n\t'\"’“”–—-…\u00a0\u00ad\u200bİßﬁ́é🧑🏽‍🔬£5@/:;()"), max_size=120
)


def tokenised(*texts: str) -> Tokenised:
    return tokenise([block(t) for t in texts], load_model())


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_normalise_keeps_the_length_and_is_stable(text: str) -> None:
    assert len(normalise(text)) == len(text)
    assert normalise(normalise(text)) == normalise(text)
    assert len(normalise(text).lower()) == len(text), "offsets hold in lower case too"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("don’t", "don't"),
        ("‘a’ “b” „c”", '\'a\' "b" "c"'),
        ("wheelchair‑bound – yes", "wheelchair-bound - yes"),
        ("a\u00a0b\u202fc", "a b c"),
        ("plain 'text' stays-as it is — £5", "plain 'text' stays-as it is — £5"),
    ],
)
def test_normalise_writes_quotes_hyphens_and_spaces_plainly(written: str, plain: str) -> None:
    assert normalise(written) == plain


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_TEXT, max_size=3))
def test_tokenise_offsets_hold(texts: list[str]) -> None:
    text = tokenised(*texts)
    assert [b.text for b in text.blocks] == texts
    for index, (doc, sentences) in enumerate(zip(text.docs, text.sentences, strict=True)):
        assert doc.text == normalise(texts[index])
        assert "".join(t.text_with_ws for t in doc) == doc.text
        for sentence in sentences:
            assert sentence.block == index
            span = doc[sentence.first : sentence.last]
            assert (span.start_char, span.end_char) == (sentence.start, sentence.end)
            assert span.text.strip()
        ends = [(s.first, s.last) for s in sentences]
        assert all(a[1] <= b[0] for a, b in pairwise(ends)), "in order, apart"
        covered = {i for s in sentences for i in range(s.first, s.last)}
        assert all(t.is_space for t in doc if t.i not in covered), "every word is in a sentence"


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_sentence_at_finds_the_sentence_of_every_word(written: str) -> None:
    text = tokenised(written)
    for sentence in text.sentences[0]:
        for token in text.docs[0][sentence.first : sentence.last]:
            assert text.sentence_at(0, token.idx) == sentence


@settings(max_examples=40, deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=3))
def test_parse_token_i_is_token_first_plus_i(texts: list[str]) -> None:
    text = tokenised(*texts)
    wanted = [s for block in text.sentences for s in block]
    parses = parse(text, wanted, load_model())
    assert set(parses) == set(wanted)
    for sentence, parsed in parses.items():
        span = text.docs[sentence.block][sentence.first : sentence.last]
        assert [t.text for t in parsed] == [t.text for t in span]
        assert len(list(parsed.sents)) == 1, "the parser does not split what the rules kept together"


def test_parse_gives_only_what_was_wanted_and_each_once(pipeline: Pipeline) -> None:
    text = tokenised("It rains. The bus is late. We wait.", "The dog sleeps.")
    second, other = text.sentences[0][1], text.sentences[1][0]
    parses = parse(text, [other, second, other], pipeline.nlp)
    assert list(parses) == [second, other]
    assert [t.dep_ for t in parses[other]] == ["det", "nsubj", "ROOT", "punct"]
    assert parse(text, [], pipeline.nlp) == {}


def test_parse_does_not_depend_on_what_else_is_parsed(pipeline: Pipeline) -> None:
    text = tokenised(*[f"Pupil {n} reads a book and then she draws it." for n in range(150)])
    wanted = [s[0] for s in text.sentences]
    together = parse(text, wanted, pipeline.nlp)
    for sentence in (wanted[0], wanted[70], wanted[149]):
        single = parse(text, [sentence], pipeline.nlp)[sentence]
        assert [(t.dep_, t.head.i, t.tag_) for t in single] == [(t.dep_, t.head.i, t.tag_) for t in together[sentence]]


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("", []),
        (" \n ", []),
        ("Dr. Ross and Mr. Khan came.", ["Dr. Ross and Mr. Khan came."]),
        ("Use 2.5 ml, e.g. of oil. Stir.", ["Use 2.5 ml, e.g. of oil.", "Stir."]),
        ("“Stop!” she said.", ["“Stop!”", "she said."]),
    ],
)
def test_tokenise_splits_sentences_by_rule(written: str, sentences: list[str]) -> None:
    text = tokenised(written)
    assert [written[s.start : s.end].strip() for s in text.sentences[0]] == sentences


def test_parts_of_speech_are_those_of_the_models_own_rules() -> None:
    """Every ending of our own texts, with what the attribute ruler makes of tag, word and dependency."""
    ours = load_model()
    theirs = spacy.load(ours.meta["lang"] + "_" + ours.meta["name"], exclude=UNUSED)
    texts = [
        path.read_text("utf-8").replace("\n", " ")
        for path in sorted((Path(__file__).parent.parent / "benchmarks" / "texts").glob("*.txt"))
    ]
    texts += ["There's a nurse. Is there?  That is what they said once it was, but then, do it!", " ", "I'd been here."]
    for one, other in zip(ours.pipe(texts), theirs.pipe(texts), strict=True):
        assert [(t.text, t.pos_, t.tag_) for t in one] == [(t.text, t.pos_, t.tag_) for t in other]


def test_ruler_with_rules_of_another_kind_is_left_in_place() -> None:
    ruler = SimpleNamespace(patterns=[{"patterns": [[{"LEMMA": "be"}]], "attrs": {"POS": "AUX"}, "index": 0}])
    with pytest.raises(ValueError, match="LEMMA"):
        word_classes(ruler, load_model().vocab.strings)
    ruler.patterns = [{"patterns": [[{"TAG": "IN"}] * 3], "attrs": {"POS": "AUX"}, "index": 0}]
    with pytest.raises(ValueError, match="the one before"):
        word_classes(ruler, load_model().vocab.strings)
