"""Difficulty as a gate, and surprise at who gets through it."""

from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether, found, phrase, subject_of


def difficulty_gate(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what says that most people cannot, where the sentence is about a subject or task (``about``)."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    for gate in found(doc, sentence.shapes["beyond_most"]):
        if any(t.lower_ in about for t in doc if not gate.start <= t.i < gate.end or t.lower_ != "class"):
            yield gate
            return


def surprise(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "surprisingly, she understood", "to everyone's surprise a girl won": ``about``: words of surprise."""
    doc = sentence.doc
    words = sentence.words
    few = words["surprising_person"]
    for word in doc:
        if word.lower_ not in about or asks_whether(doc):
            continue
        for verb in (v for v in doc if v.pos_ == "VERB" and v.lower_ in words["achieved"]):
            subject = subject_of(verb)
            if subject is None or not {subject.lower_, *(c.lower_ for c in subject.lefts)} & few:
                continue
            if any(c.dep_ == "neg" for c in verb.children) or abs(subject.i - word.i) > 6:
                continue
            yield phrase(doc, word, verb)
            return
