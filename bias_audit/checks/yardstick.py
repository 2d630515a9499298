"""One group as the measure of another: "as good as boys", "even girls can"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from .sentence import Parsed, Words, is_generic, left_edge, names_group, names_one, phrase

_EVEN_THOUGH = frozenset({"though", "if", "when", "so", "after"})
_MANAGED = frozenset("understand understands manage manages managed know knows get gets".split())
_SKILL = frozenset("at with of in".split())


def yardstick(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "even girls", "as good as boys", "not just for boys", "girls can do it too"."""
    doc = sentence.doc
    people = sentence.words["people_noun"]
    for noun in doc:
        if not names_group(noun, about, people) and not (noun.lower_ in about and noun.pos_ == "NOUN"):
            continue
        if any(c.tag_ == "POS" for c in noun.children):  # "as heavy as Dad's": of their things
            continue
        start = min([noun.i, *(c.i for c in noun.lefts)])
        yield from _even(doc, noun, start)
        yield from _as_good_as(doc, noun, start, sentence.words["measured_doing"])
        yield from _not_just_for(doc, noun, start)
        yield from _than_any(doc, noun)
        yield from _can_too(doc, noun, about)


def _even(doc: Doc, noun: Token, start: int) -> Iterator[Span]:
    """ "even girls", "even a girl": the surprise is the message."""
    first = doc[start] if doc[start].lower_ == "even" else (doc[start - 1] if start else None)
    if first is None or first.lower_ != "even":
        return
    if any(c.dep_ == "poss" and c.lower_ in ("its", "his", "her", "their") for c in noun.children):
        return  # "even its brothers": theirs, and nobody's measure
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ in ("in", "from", "of"):
        return
    if noun.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "ROOT", "attr", "appos", "npadvmod"):
        yield phrase(doc, first, noun)


def _as_good_as(doc: Doc, noun: Token, start: int, doing: Words) -> Iterator[Span]:
    """ "as good as boys": an adjective or adverb between the two words, and a group on the other side."""
    if start < 3 or doc[start - 1].lower_ != "as":
        return
    skill = next((i for i in range(start - 3, max(1, start - 8), -1) if doc[i].lower_ in _SKILL), start - 1)
    quality, opener = doc[skill - 1], doc[skill - 2]  # "as good as boys", "as good at maths as boys"
    if opener.lower_ != "as":
        return
    if quality.lower_ == "well" and not any(t.lower_ in doing for t in doc[max(0, start - 7) : start - 3]):
        return
    if quality.lower_ in ("many", "few", "much", "soon", "far", "long", "often"):
        return
    if any(c.dep_ == "nummod" for c in noun.children):  # "as large as 100 men"
        return
    if quality.pos_ in ("ADJ", "ADV", "VERB", "NOUN"):
        yield phrase(doc, opener, noun)


def _than_any(doc: Doc, noun: Token) -> Iterator[Span]:
    """ "faster than any girl", "more patient than most men": a whole group is the measure."""
    if noun.i < 3 or doc[noun.i - 1].lower_ not in ("any", "most", "all") or doc[noun.i - 2].lower_ != "than":
        return
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ in ("in", "of", "on", "at", "who", "from"):
        return  # "taller than any girl in the team": one among those who were counted
    quality = next((t for t in reversed(doc[max(0, noun.i - 6) : noun.i - 2]) if t.tag_ in ("JJR", "RBR")), None)
    if quality is not None:
        yield phrase(doc, quality, noun)


def _not_just_for(doc: Doc, noun: Token, start: int) -> Iterator[Span]:
    """ "not just for boys": says whose it was."""
    if start < 3 or doc[start - 1].lower_ != "for" or doc[start - 2].lower_ not in ("just", "only"):
        return
    if any(t.lower_ in ("not", "n't", "isn't", "aren't") for t in doc[max(0, start - 5) : start - 2]):
        not_word = next(t for t in doc[max(0, start - 5) : start - 2] if t.lower_ in ("not", "n't", "isn't", "aren't"))
        if not_word.lower_ == "n't":  # the whole word: "isn't", not "n't"
            not_word = doc[not_word.i - 1]
        yield phrase(doc, not_word, noun)


def _can_too(doc: Doc, noun: Token, about: Words) -> Iterator[Span]:
    """ "girls can be engineers too"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or not is_generic(noun):
        return
    if not any(c.lower_ in ("can", "could") and c.dep_ == "aux" for c in verb.children):
        return
    if any(t.lower_ in about and t.i != noun.i for t in doc):  # both groups are named: no yardstick
        return
    too = next(
        (t for t in doc if t.lower_ == "too" and t.dep_ == "advmod" and t.head.pos_ != "ADJ" and t.i > verb.i),
        None,
    )
    if too is not None:
        yield phrase(doc, noun, too)


def even_they(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "even deaf pupils" where the surprise is that they can do or understand something."""
    doc, words = sentence.doc, sentence.words
    for noun in doc:
        if noun.dep_ != "nsubj" or not (
            names_group(noun, about, words["people_noun"]) or names_one(noun, about, words)
        ):
            continue
        start = left_edge(noun)
        before = doc[max(0, start.i - 2) : noun.i]
        even = next((t for t in before if t.lower_ == "even" and doc[t.i + 1].lower_ not in _EVEN_THOUGH), None)
        verb = noun.head
        able = any(c.dep_ == "aux" and c.lower_ in ("can", "could", "will") for c in verb.children)
        if even is not None and (able or verb.lower_ in _MANAGED) and not any(c.dep_ == "neg" for c in verb.children):
            yield phrase(doc, even, verb)
