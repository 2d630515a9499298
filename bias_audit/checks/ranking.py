"""One route, subject or job set below another: by a small word, or by a comparison."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from .sentence import Parsed, Words, asks_whether, left_edge, phrase, subject_of

_SMALL = frozenset("just only merely simply".split())
_GONE = frozenset("went go goes gone going".split())


def minimised(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "only did an apprenticeship", "nothing but a cleaner", "even the cleaner", "a mere clerk"."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    for noun in doc:
        if noun.lower_ not in about or noun.pos_ == "VERB" or noun.dep_ in ("compound", "poss", "nmod", "amod"):
            continue
        words = sentence.words
        first = (
            _small_before(noun, words["to_have"])
            or _low(noun, words["low_adjective"])
            or _nothing_but(noun)
            or _even(noun)
        )
        if first is not None:
            yield phrase(doc, first, noun)


def _small_before(noun: Token, to_have: Words) -> Token | None:
    """The small word belongs to the verb of which the noun is the whole point."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("to", "at") and verb.head.lower_ in (_GONE | {"got", "gets"}):
        verb = verb.head
    elif noun.dep_ == "attr":
        if any(c.dep_ == "expl" for c in verb.children) or subject_of(verb) is None:  # "there is only a nurse"
            return None
        if (it := subject_of(verb)) is not None and it.lower_ in ("this", "that", "which", "what", "file"):
            return None
    elif not (noun.dep_ == "dobj" and verb.lower_ in to_have):
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    small = next((c for c in (*verb.children, *noun.children) if c.lower_ in _SMALL and c.i < noun.i), None)
    if small is None or (small.i and doc_word(small, -1) in ("not", "n't")):
        return None
    # "has just done an apprenticeship": a moment ago
    if small.lower_ == "just" and any(
        c.lower_ in ("has", "have", "had", "'ve", "'s") for c in verb.children if c is not noun
    ):
        return None
    return small


def doc_word(token: Token, step: int) -> str:
    """The word ``step`` places from a token, or nothing at the edge."""
    at = token.i + step
    return token.doc[at].lower_ if 0 <= at < len(token.doc) else ""


def _low(noun: Token, low: Words) -> Token | None:
    """ "a mere clerk", "although a humble miner"."""
    return next((c for c in noun.lefts if c.lower_ in low and c.dep_ == "amod"), None)


def _nothing_but(noun: Token) -> Token | None:
    """ "nothing but a cleaner", "nothing more than an HNC", "no further than college"."""
    before = [t.lower_ for t in noun.doc[max(0, left_edge(noun).i - 3) : left_edge(noun).i]]
    for words in (["nothing", "but"], ["nothing", "more", "than"], ["no", "further", "than"], ["no", "more", "than"]):
        if before[-len(words) :] == words:
            return noun.doc[left_edge(noun).i - len(words)]
    return None


def _even(noun: Token) -> Token | None:
    """ "even the cleaner understood it": the surprise is the message."""
    if noun.dep_ != "nsubj" or not any(c.lower_ in ("a", "an", "the") for c in noun.lefts):
        return None
    if any(c.dep_ == "amod" for c in noun.lefts):  # "even the poor fisherman": the surprise is another
        return None
    first = min(noun.i, *(c.i for c in noun.lefts))
    return next((t for t in noun.doc[max(0, first - 1) : noun.i] if t.lower_ == "even"), None)


def ranked_above(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "physics is harder than biology", "NPAs are not as good as Highers": both sides are of ``about``."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    measures, courses = sentence.words["rank_measure"], sentence.words["course"]
    for than in doc:
        if than.lower_ not in ("than", "as", "to"):
            continue
        other = next((t for t in doc[than.i + 1 : than.i + 6] if t.lower_ in about and _itself(t, courses)), None)
        measure = next(
            (t for t in reversed(list(doc[max(0, than.i - 4) : than.i])) if t.lower_ in measures and t.pos_ != "NOUN"),
            None,
        )
        if other is None or measure is None:
            continue
        if than.lower_ == "to" and measure.lower_ not in ("superior", "inferior"):
            continue
        if than.lower_ == "as" and not _unequal(measure):
            continue
        be = next((a for a in measure.ancestors if a.pos_ in ("VERB", "AUX")), None)
        if be is None or be.lower_ not in ("is", "are", "'s", "be", "was", "were", "seen", "counts", "count"):
            continue
        subject = subject_of(be)
        if subject is None or not any(t.lower_ in about and _itself(t, courses) for t in subject.subtree):
            continue
        if re.search(r"\b(?:some|many|may|might|feel|felt|find|found)\b", doc.text.lower()):
            continue
        yield phrase(doc, left_edge(subject), other)
        return


def _itself(word: Token, courses: Words) -> bool:
    """The subject or route is meant, and not something that belongs to it ("college food")."""
    return word.dep_ not in ("compound", "amod", "poss") or word.head.lower_ in courses


def _unequal(measure: Token) -> bool:
    """ "not as good as": the negation stands at the verb."""
    head = next((a for a in measure.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return head is not None and any(c.dep_ == "neg" for c in head.children)
