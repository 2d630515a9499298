"""What is said to be a pity or of no use: work that someone takes up, a language that someone speaks."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from .sentence import Parsed, Words, asks_whether, found, left_edge, phrase

_DENIED = frozenset({"no", "not", "n't", "never", "hardly", "nobody", "nothing"})
_SOMEONE = frozenset({"he", "she", "they"})


def regretted(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "a shame that he is going to be a joiner": work of ``about`` that someone takes up, and that is regretted.

    "She could have been a doctor. Instead she works in a nursery." is told in two sentences.
    """
    doc = sentence.doc
    if asks_whether(doc):
        return
    for work in (t for t in doc if t.lower_ in about):
        verb = _taking_up(work, sentence.words["taking_up"])
        if verb is None or any(c.dep_ == "neg" for c in verb.children):
            continue
        here = [s for s in found(doc, sentence.shapes["regret"]) if not _denied(s) and not s.start <= work.i < s.end]
        if here:
            first, last = sorted([here[0][0], work, here[0][-1]], key=lambda t: t.i)[::2]
            yield phrase(doc, first, last)
            return
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
        known = subject is not None and subject.lower_ in _SOMEONE
        before = sentence.before[-1] if sentence.before else None
        if known and before is not None and any(not _denied(s) for s in found(before, sentence.shapes["missed"])):
            yield phrase(doc, left_edge(work), work)
            return


def _taking_up(work: Token, verbs: Words) -> Token | None:
    """The verb by which the work becomes someone's own: "is a joiner", "works in a nursery", "goes into a trade"."""
    noun = work.head if work.dep_ in ("compound", "nmod", "amod") and work.head.pos_ == "NOUN" else work
    if noun.dep_ == "pobj" and noun.head.lower_ == "than":  # "hoped for more than a trade"
        return noun.head
    if noun.dep_ == "pobj" and noun.head.dep_ in ("prep", "pcomp"):
        verb = noun.head.head
    elif noun.dep_ in ("attr", "dobj", "oprd"):
        verb = noun.head
    else:
        return None
    return verb if verb.lower_ in verbs else None


def _denied(span: Span) -> bool:
    """ "It is no shame", "not a waste"."""
    doc = span.doc
    return any(t.lower_ in _DENIED for t in doc[max(0, span.start - 3) : span.start])


def language_worth(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "Gaelic is charming, but nobody needs it": what says that a language of ``about`` is of no use."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    for token in (t for t in doc if t.lower_ in about and t.pos_ != "VERB" and not _tells_which(t, about)):
        for useless in found(doc, sentence.shapes["useless_language"]):
            if doc[max(0, useless.start - 2) : useless.start].text.lower() == "told to":  # a wrong that is told of
                continue
            if (useless.start > token.i or token.i >= useless.end) and _of_it(token, useless):
                first, *_, last = sorted([token, useless[0], useless[-1]], key=lambda t: t.i)
                yield phrase(doc, first, last)
                return


def _tells_which(word: Token, about: Words) -> bool:
    """ "The Polish ship": no language."""
    return word.dep_ in ("amod", "compound", "nmod") and word.head.pos_ == "NOUN" and word.head.lower_ not in about


def _of_it(language: Token, useless: Span) -> bool:
    """The language stands in the same clause, or "it" does."""
    between = useless.doc[language.i + 1 : useless.start]
    said_of_it = any(t.lower_ in ("it", "them") for t in (*between, *useless))
    return said_of_it or all(t.text not in ",;:" for t in between)
