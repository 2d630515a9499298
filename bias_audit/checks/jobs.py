"""What jobs are said to be worth: work that is said to need no skill, and work as a threat."""

from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether, found, phrase

_ONLY = frozenset("just only simply basically merely".split())


def needs_no_skill(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what denies the skill, where the sentence is about a kind of work in ``about``."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    work = [t for t in doc if t.lower_ in about and t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")]
    for denied in found(doc, sentence.shapes["no_skill_needed"]):
        outside = [t for t in work if not denied.start <= t.i < denied.end]
        before = [t for t in outside if t.i < denied.start]
        if denied[0].lower_ in ("is", "are", "was", "were") and not before:
            continue
        if denied[0].lower_ in _ONLY and not any(
            t.dep_ == "nsubj" and t.tag_ == "NNS" and t.head in denied for t in before
        ):
            continue
        if outside:
            yield denied
            return


def job_threat(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield from the threat to the work: "unless you fancy a career at the till". ``about`` calls for the parse."""
    doc = sentence.doc
    for work in found(doc, sentence.shapes["low_work"]):
        around = [t for t in found(doc, sentence.shapes["as_threat"]) if t.end <= work.start or t.start >= work.end]
        if not around:
            continue
        threat = around[0]
        plain_or = threat[0].lower_ == "or"  # "clean the tables or you will slip" is no threat of a job
        if plain_or and work[0].pos_ == "VERB" and work[0].tag_ == "VB":
            continue
        if threat[0].lower_ in ("end", "ends", "ended", "ending", "finish", "finished") and work.start < threat.start:
            continue
        yield phrase(
            doc,
            threat[0] if threat.start < work.start else work[0],
            work[-1] if threat.start < work.start else threat[-1],
        )
        return
