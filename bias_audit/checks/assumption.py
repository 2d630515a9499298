"""What a page takes every learner or family to have, to bring or to do: "your garden", "bring a kilo of flour"."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from ..text import hyphenated
from .sentence import Parsed, Words, phrase
from .shown import HOME, Cue, everyone_has, habit, is_you, lived, owned, told, whole_noun, with_yours, wondered

_PENCE = re.compile(r"\d+p$")
_SUBJECT = ("nsubj", "nsubjpass", "expl")
_FARTHEST = 12  # tokens from the word that shows an assumption to the thing
_OPEN = frozenset("if whether unless may might could".split())


def assumption(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what is taken as part of every reader's life, or must be brought or done at home.

    "your garden", "when you go on holiday", "which instrument do you play?". Silent for what is
    offered ("if you have", "you may"), provided ("the school garden") or made up.
    """
    yield from _shown(sentence, about, (owned, wondered, habit, lived, everyone_has, *HOME))


def from_home(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what readers must bring, buy, own, or use outside school.

    "bring flour", "print it at home", "use your own laptop". Using the same thing in class is silent.
    """
    yield from _shown(sentence, about, HOME)


def own_use(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what readers are told to do with a thing of their own: "film it on your phone", "using your mobile"."""
    yield from _shown(sentence, about, (with_yours,))


def instruction(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what every reader is told to do, by its verb or its object: "run to the wall", "ask your dad"."""
    yield from _shown(sentence, about, (told,))


def _shown(sentence: Parsed, about: Words, cues: tuple[Cue, ...]) -> Iterator[Span]:
    """The spans from the word that shows the assumption to the thing assumed, none inside another."""
    doc, words = sentence.doc, sentence.words
    made_up = any(t.lower_ in words["made_up_word"] or hyphenated(t) in words["made_up_word"] for t in doc)
    if made_up or _priced(doc, words["reader"]):
        return
    reached = -1
    for thing in doc:
        if thing.i <= reached or not (thing.lower_ in about or hyphenated(thing) in about):
            continue
        whole = whole_noun(thing, words["portion"])
        if _given(whole, words["given_word"]) or _conditional(thing):
            continue
        clause = _clause(thing, words)
        for cue in cues:
            if (shown := cue(sentence, thing, clause)) is not None:
                last = max(whole, thing, shown, key=lambda t: t.i)
                first = min(shown, thing, key=lambda t: t.i)
                if last.i - first.i <= _FARTHEST:
                    reached = last.i
                    yield phrase(doc, first, last)
                break


def _priced(doc: Doc, readers: Words) -> bool:
    """ "two pens at 35p each", "£2 per hour": a sum about money. "£2 per pupil" is a price that someone pays."""
    return any(
        (t.lower_ in ("at", "cost", "costs", "costing") and (n.text == "£" or _PENCE.match(n.text)))
        or (t.lower_ == "per" and n.lower_ not in readers and "£" in doc.text)
        for t, n in pairwise(doc)
    )


def _given(noun: Token, given: Words) -> bool:
    """ "the school garden", "our spare goggles", "a toy car": nobody has to own it."""
    if any(c.lower_ == "own" for c in noun.lefts):
        return False
    return any(c.lower_ in given or (c.dep_ == "poss" and any(g.lower_ in given for g in c.lefts)) for c in noun.lefts)


def _conditional(thing: Token) -> bool:
    """In an if-clause, after "whether", "some of you" and "those of you", or with "may" and "could"."""
    for word in (thing, *thing.ancestors):
        if any(c.lower_ in _OPEN and c.i < thing.i for c in word.lefts):
            return True
    before = [t.lower_ for t in thing.doc[: thing.i]]
    return any(before[i : i + 3] in (["some", "of", "you"], ["those", "of", "you"]) for i in range(len(before)))


def _clause(thing: Token, words: Mapping[str, Words]) -> Token | None:
    """The verb that tells a reader to do something with the thing; None when someone else does it."""
    for word in (thing, *thing.ancestors):
        subject = _subject(word)
        if word.pos_ not in ("VERB", "AUX") and subject is None and not _opens(word, words["task_verb"]):
            continue
        helpers = [c.lower_ for c in word.children if c.dep_ in ("aux", "auxpass")]
        slipped = subject is not None and word.tag_ == "VB" and not helpers and subject.tag_ == "NN"
        if slipped and word.lower_ in words["task_verb"]:  # "For the bridge test bring ...": no subject after all
            return word
        if subject is not None:
            return word if _is_reader(subject, word, words) else None
        if _opens(word, words["task_verb"]) or (word.tag_ in ("VB", "VBP") and not helpers):
            return word
    return None


def _subject(verb: Token) -> Token | None:
    """Who does it; of "we must buy and sell" the "we" does both."""
    while (own := next((c for c in verb.children if c.dep_ in _SUBJECT), None)) is None and verb.dep_ == "conj":
        verb = verb.head
    return own


def _opens(word: Token, verbs: Words) -> bool:
    """The first word of the sentence, bar "please" and the like, and a verb that gives a task."""
    before = {t.lower_ for t in word.doc[: word.i] if t.is_alpha}
    return word.lower_ in verbs and before <= {"please", "then", "now", "next", "first", "kindly", "step"}


def _is_reader(subject: Token, verb: Token, words: Mapping[str, Words]) -> bool:
    """ "you", "everyone", "all pupils", "families": not some people seen doing something."""
    if subject.lower_ in ("you", "we"):
        return subject.lower_ == "you"
    if subject.lower_ in ("everyone", "everybody", "all"):
        return True
    narrowed = any(c.lower_ in words["given_word"] or c.dep_ in ("relcl", "nummod") for c in subject.children)
    if subject.lower_ not in words["reader"] or narrowed:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "did" in helpers and is_you(subject, words):  # "where did your family stay?"
        return True
    one = subject.tag_ == "NN"
    every = any(c.lower_ in ("each", "every", "all", "your") for c in subject.children)
    told = bool(helpers & words["must_word"]) or verb.lower_ in words["must_word"]
    if "can" in helpers:  # "pupils can save it online": they need not
        return False
    seen = verb.tag_ == "VBD" or (verb.tag_ == "VBG" and not told) or bool(helpers & {"had", "did", "were", "was"})
    return not seen and (told or every or not one)
