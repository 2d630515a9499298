"""Literal forms, token patterns and shields."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules import alone, document, entry, words_found
from spacy.matcher import PhraseMatcher

from bias_audit.detect import hits
from bias_audit.entries import Entry
from bias_audit.guards import GUARDS
from bias_audit.phrases import compile_phrases, find_phrases, split
from bias_audit.pipeline import Pipeline, load_model, load_pipeline
from bias_audit.text import normalise, tokenise

SWAP = entry(swap={"layman": "layperson", "man-made": "made by hand", "chairman’s": "chair's"})
PHRASES = entry(phrases=["suffers from", "wheelchair - bound", "don't ask", "ask", "ask your mum"])
CAPITAL = entry(phrases=["Oriental", "AIDS victim"], case_sensitive=True)
ASK = entry(
    pattern=[
        [
            {"LOWER": {"IN": ["ask", "tell"]}},
            {"LOWER": {"IN": ["your", "their"]}},
            {"LOWER": {"IN": ["mum", "dad"]}},
        ]
    ]
)
GAP = entry(
    pattern=[
        [{"LOWER": "bring"}, {"OP": "*", "IS_PUNCT": False}, {"LOWER": "laptop"}],
        [{"LOWER": "fetch"}, {"OP": "*"}, {"LOWER": "laptop"}],
    ]
)
OPTIONAL = entry(pattern=[[{"LOWER": "very", "OP": "?"}, {"LOWER": "naughty"}, {"LOWER": "boy", "OP": "+"}]])
GROUPED = entry(pattern=[[{"LOWER": "spoilt"}, {"LOWER": {"IN": ["@learner", "lodger"]}}]])
NUMBER = entry(pattern=[[{"IS_DIGIT": True}, {"LOWER": "handicapped"}]])
TWO_CONTRACTED = entry(
    pattern=[[{"LOWER": "girls"}, {"LOWER": {"IN": ["ca", "can"]}}, {"LOWER": {"IN": ["n't", "not"]}}]]
)
NEAR = entry(phrases=["suffers from"], near=["learner"])
BOTH = entry(phrases=["copied his notes"], near=["learner"], together=[[["his notes"], ["copied"], ["sister"]]])
HYPHEN = entry(phrases=["are behind"], near=["poverty_adjective"])
SHIELDED = entry(phrases=["master", "master bedroom"], unless=["master's degree", "scrum master", "master key"])
CHECKED = entry(form="generic", check="generalisation", about=["gender_group"], unless=["boys love football"])


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        (SWAP, "A layman, a LAYMAN and a Layman's hat.", ["layman", "LAYMAN", "Layman"]),
        (SWAP, "Man-made, man‑made and man–made.", ["Man-made", "man‑made", "man–made"]),
        (SWAP, "The chairman’s hat and the chairman's bag.", ["chairman’s", "chairman's"]),
        (SWAP, "A laymans hat, the layman.", ["layman"]),
        (PHRASES, "She suffers from cold.", ["suffers from"]),
        (PHRASES, "She suffers. From May it rains.", []),
        (PHRASES, "Who suffers\u00a0from it?", ["suffers\u00a0from"]),
        (PHRASES, "A wheelchair-bound uncle.", ["wheelchair-bound"]),
        (PHRASES, "Don’t ask.", ["Don’t ask"]),
        (PHRASES, "Ask your mum or ask Ali.", ["Ask your mum", "ask"]),  # the longest, once
        (CAPITAL, "An Oriental rug, an oriental rug.", ["Oriental"]),
        (CAPITAL, "An AIDS victim, an Aids victim.", ["AIDS victim"]),
        (ASK, "Ask your mum. Tell their dad.", ["Ask your mum", "Tell their dad"]),
        (ASK, "Ask your. Mum knows. ask, your mum", []),
        (ASK, "TELL YOUR DAD", ["TELL YOUR DAD"]),
        (GAP, "Please bring your own new laptop.", ["bring your own new laptop"]),
        (GAP, "Bring a pen, a laptop and lunch.", []),
        (GAP, "Bring one two three four five six seven eight nine ten laptop.", []),  # too far apart
        (GAP, "Fetch a pen. The laptop is here.", []),  # another sentence
        (OPTIONAL, "A very naughty boy.", ["very naughty boy"]),
        (OPTIONAL, "A naughty boy boy came.", ["naughty boy boy"]),
        (GROUPED, "A spoilt pupil and a spoilt lodger.", ["spoilt pupil", "spoilt lodger"]),
        (GROUPED, "A spoilt pear.", []),
        (NUMBER, "We saw 3 handicapped seats.", ["3 handicapped"]),
        (NUMBER, "3 seats. Handicapped.", []),
        (
            TWO_CONTRACTED,
            "Girls can't, girls can’t, girls cannot and girls can not.",
            ["Girls can't", "girls can’t", "girls cannot", "girls can not"],
        ),
        (NEAR, "The pupil suffers from hay fever.", ["suffers from"]),
        (NEAR, "The bridge suffers from rust. A pupil crosses it.", []),
        # a fixed form that lacks what it needs does not hide words that say it together
        (BOTH, "His sister copied his notes.", ["sister copied his notes"]),
        (BOTH, "The clerk copied his notes.", []),
        (BOTH, "The pupil copied his notes.", ["copied his notes"]),
        (HYPHEN, "Some working-class pupils are behind with it.", ["are behind"]),
        (HYPHEN, "Some pupils working in class are behind with it.", []),
        (SHIELDED, "The master has a master's degree, a master key and a Scrum Master.", ["master"]),
        (SHIELDED, "The master bedroom is cold.", ["master bedroom"]),
        (CHECKED, "Boys love rugby. Boys love football.", ["Boys love rugby"]),
    ],
)
def test_find_gives_these_words(rule: Entry, text: str, found: list[str], pipeline: Pipeline) -> None:
    assert words_found(text, alone(rule, pipeline), without=tuple(GUARDS)) == found


def test_shield_of_one_entry_is_not_a_shield_of_another(pipeline: Pipeline) -> None:
    plain = entry(phrases=["master"])
    assert words_found("A scrum master.", alone(plain, pipeline), without=tuple(GUARDS)) == ["master"]
    assert words_found("A scrum master.", alone(SHIELDED, pipeline), without=tuple(GUARDS)) == []


def test_hits_stand_in_reading_order_and_inside_one_sentence(pipeline: Pipeline) -> None:
    whole = document("Tell your dad. Ask your mum.", "", "No. Ask your dad! ask your mum")
    text = tokenise(whole.blocks, pipeline.nlp)
    found = hits(text, alone(ASK, pipeline))[0]
    at = [(h.sentence.block, h.first) for h in found]
    assert at == sorted(at) and len(at) == 4
    assert all(h.sentence.first <= h.first < h.last <= h.sentence.last for h in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["fetch", "bring", "laptop", "a", ".", "!", "\n", "?", "ask", "your", "mum", "  ", ","]),
        max_size=20,
    )
)
def test_hits_never_leave_their_sentence(words: list[str]) -> None:
    for rule in (GAP, ASK):
        pipe = alone(rule, load_pipeline())
        text = tokenise(document(" ".join(words)).blocks, load_model())
        for hit in hits(text, pipe)[0]:
            assert hit.sentence.first <= hit.first < hit.last <= hit.sentence.last


WORDS = "the The wheelchair - bound can not cannot do n't don't girl GIRL é 4B , agent MARK".split()


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=8),
    st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join),
)
def test_phrases_are_those_that_spacy_finds(forms: list[str], text: str) -> None:
    nlp = load_model()
    doc = nlp.make_doc(text)
    for attribute in ("LOWER", "ORTH"):
        theirs = PhraseMatcher(nlp.vocab, attr=attribute)
        for number, form in enumerate(forms):
            theirs.add(str(number), [nlp.make_doc(form)])
        ours = compile_phrases(((str(n), [form]) for n, form in enumerate(forms)), nlp, exact=attribute == "ORTH")
        assert sorted(find_phrases(doc, ours)) == sorted((nlp.vocab.strings[k], a, z) for k, a, z in theirs(doc))


def test_plain_words_are_split_as_the_tokenizer_splits_them(pipeline: Pipeline) -> None:
    forms = {form for e in pipeline.lexicon.entries for form in (*e.phrases, *e.swap, *e.unless)}
    forms |= {word for words in pipeline.lexicon.words.values() for word in words} | set(pipeline.nlp.tokenizer.rules)
    wrong = [form for form in forms if split(form, pipeline.nlp) != [t.text for t in pipeline.nlp.make_doc(form)]]
    assert [form for form in wrong if normalise(form) == form] == []


def test_patterns_are_found_at_their_place_in_a_long_block(pipeline: Pipeline) -> None:
    filler = "Pour the water into the jar and wait. " * 40
    assert words_found(filler + "Ask your mum. " + filler + "Tell their dad.", alone(ASK, pipeline)) == [
        "Ask your mum",
        "Tell their dad",
    ]
