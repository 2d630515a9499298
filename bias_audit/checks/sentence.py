"""What every check is given, and the questions about a parse that several of them ask."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ..text import hyphenated

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One parsed sentence, the parses of up to two sentences before it, and the lexicon's word groups and shapes."""

    doc: Doc
    before: tuple[Doc, ...]
    words: Mapping[str, Words]
    shapes: Mapping[str, re.Pattern[str]]


Check = Callable[[Parsed, Words], Iterator[Span]]
# Whether a sentence, as tokens, is worth parsing; with the sentences before it, the entry's words and all groups.
BeforeParse = Callable[[Span, Span, Words, Mapping[str, Words]], bool]

SPECIFYING = frozenset(
    "some many most few several both these those my your his her our their its this that the two three"
    " four five six ten certain other such which what any more fewer".split()
)


def asks_whether(sentence: Doc) -> bool:
    """ "Do boys prefer physics?" opens a discussion; "Why do boys ...", "Don't boys ...?" take it for granted."""
    first = sentence[0]
    if any(t.lower_ in ("n't", "not") for t in sentence[:4]):
        return False
    return sentence[-1].text == "?" and (first.tag_ in ("MD", "VBP", "VBZ", "VBD") or first.pos_ == "AUX")


def is_plural(token: Token) -> bool:
    """A plural noun, by tag or because it has no other form."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "folk", "women", "men", "children")


def names_group(token: Token, about: Words, people: Words) -> bool:
    """The noun is a group of ``about`` ("girls"), or people with a word of it before them ("deaf pupils")."""
    if (token.lower_ in about or hyphenated(token) in about) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return is_plural(token) or token.tag_ == "NNP"
    return token.lower_ in people and any(
        (child.lower_ in about or hyphenated(child) in about) and child.dep_ in ("amod", "compound", "nmod")
        for child in token.children
    )


ONE_PERSON = frozenset("person child pupil learner student man woman boy girl kid teenager".split())
_IRREGULAR = {"woman": "women", "man": "men", "child": "children", "lady": "ladies", "granny": "grannies"}


def many(word: str) -> str:
    """The plural of a word for someone."""
    return _IRREGULAR.get(word, word + "s")


def names_one(token: Token, about: Words, words: Mapping[str, Words]) -> bool:
    """One of a group, in the singular: "a girl", "a disabled person"."""
    word = token.lower_
    if token.tag_ not in ("NN", "NNP"):
        return False
    if many(word) in about:
        return True
    return word in ONE_PERSON and any(c.lower_ in about and c.dep_ in ("amod", "compound") for c in token.children)


def is_generic_one(token: Token) -> bool:
    """ "a girl", "girls", "any woman": not one that was pointed out."""
    return all(c.lower_ in ("a", "an", "any", "all") for c in token.children if c.dep_ in ("det", "poss", "nummod"))


def is_generic(token: Token, collective: Words = frozenset()) -> bool:
    """The noun stands for the whole group: no article, number, owner or clause that narrows it.

    "all girls" and "the Chinese" (``collective``) count as the whole group.
    """
    for child in token.children:
        word = child.lower_
        if child.dep_ in ("det", "predet", "poss", "nummod") and word not in ("all", "every", "each"):
            if word == "the" and token.lower_ in collective:
                continue
            return False
        if child.dep_ == "amod" and word in SPECIFYING:
            return False
        if child.dep_ in ("relcl", "acl", "appos"):
            return False
        if child.dep_ == "prep" and word in ("in", "on", "at", "from", "of", "with", "by"):
            return False
    # "some of the girls", "a group of boys"
    return not (token.dep_ == "pobj" and token.head.lower_ == "of")


def found(doc: Doc, shape: re.Pattern[str]) -> Iterator[Span]:
    """Where a shape stands in the lower-case sentence, as whole words."""
    for match in shape.finditer(doc.text.lower()):
        if span := doc.char_span(match.start(), match.end(), alignment_mode="expand"):
            yield span


def subject_of(verb: Token) -> Token | None:
    """The subject that stands at a verb."""
    return next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)


def phrase(doc: Doc, first: Token, last: Token) -> Span:
    """The span from one token to another, whichever stands first."""
    return doc[min(first.i, last.i) : max(first.i, last.i) + 1]


def left_edge(token: Token) -> Token:
    """The first of the adjectives, compounds and determiners before a noun."""
    before = [c for c in token.lefts if c.dep_ in ("amod", "compound", "det", "nmod", "predet", "advmod")]
    first = before[0] if before else token
    return token.doc[first.i - 2 * hyphenated(first).count("-")]
