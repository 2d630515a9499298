"""Where "university" and "college" are a body or a building, and no way into work."""

from itertools import pairwise

from spacy.tokens import Doc

from .text import Sentence

_THIS_ONE = frozenset({"the", "this", "that"})
_BESIDE = frozenset("near beside outside past opposite behind by around".split())
_ONE = frozenset({"a", "an"})
_TO_STUDY = frozenset("to can could will would".split())  # "a study" is no studying


def names_a_body(doc: Doc, sentence: Sentence, first: int, last: int, study_words: frozenset[str]) -> bool:
    """Whether the bare word names a body or a building, at which the sentence says nobody to study.

    "Glasgow Clyde College", "the university opened a lab", "near a college"; not "went to the university".
    """
    if last - first > 1:
        return False
    if doc[first].is_title and _in_a_name(doc, sentence, first, last):
        return _none_of(study_words, doc, sentence.first, first)
    return _in_a_place(doc, sentence, first) and _none_of(study_words, doc, sentence.first, sentence.last)


def _in_a_name(doc: Doc, sentence: Sentence, first: int, last: int) -> bool:
    before = first > sentence.first and doc[first - 1].is_title
    return before or (last < sentence.last and (doc[last].lower_ == "of" or doc[last].is_title))


def _in_a_place(doc: Doc, sentence: Sentence, first: int) -> bool:
    lead = doc[first - 1].lower_ if first > sentence.first else ""
    return lead in _THIS_ONE or (lead in _ONE and first - 1 > sentence.first and doc[first - 2].lower_ in _BESIDE)


def _none_of(words: frozenset[str], doc: Doc, first: int, last: int) -> bool:
    said = [token.lower_ for token in doc[first:last]]
    return words.isdisjoint(said) and not any(
        word == "study" and before in _TO_STUDY for before, word in pairwise(said)
    )
