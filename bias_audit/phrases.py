"""Literal forms found in one pass: a tree of words, walked from every token that can begin one.

Words are kept as spaCy's numbers for them. Its own PhraseMatcher finds the same, but every form has to be made into a
document first, and every word into a lexeme: seconds for some ten thousand forms.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from .text import normalise

Key = TypeVar("Key")
_ATTRIBUTES: list[int | str] = ["LOWER", "ORTH", "SPACY"]
_NUMBERS = "bias_audit_numbers"  # where a doc keeps them
_END = 0  # the number of no word: in its place, the keys of the forms that end there


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Key]):
    """Forms by their words, each with its keys; ``attribute`` is LOWER, or ORTH where capitals matter."""

    attribute: str
    tree: dict[int, Any]


def compile_phrases(forms: Iterable[tuple[Key, Iterable[str]]], nlp: Language, exact: bool = False) -> Phrases[Key]:
    """Compile once, use for every document. ``exact``: capitals matter."""
    tree: dict[int, Any] = {}
    number = nlp.vocab.strings.add  # spaCy's own words ("agent", "mark") have numbers that are no hashes
    for key, phrases in forms:
        for phrase in phrases:
            node = tree
            for word in split(phrase, nlp):
                node = node.setdefault(number(word if exact else word.lower()), {})
            keys = node.setdefault(_END, [])
            if key not in keys:
                keys.append(key)
    return Phrases("ORTH" if exact else "LOWER", tree)


def split(phrase: str, nlp: Language) -> list[str]:
    """The tokens of a phrase. Plain words need no tokenizer, save those that it takes apart ("cannot")."""
    tokenizer: Any = nlp.tokenizer
    plain, exceptions = normalise(phrase), tokenizer.rules
    words = plain.split(" ")
    if plain.isascii() and all(word.isalpha() and word not in exceptions for word in words):
        return words
    return [token.text for token in nlp.make_doc(plain)]


def numbers_of(doc: Doc) -> dict[str, list[int]]:
    """spaCy's numbers for the words of a doc by attribute, and whether a space follows, kept with it.

    Many sets of forms are looked for in one doc.
    """
    if _NUMBERS not in doc.user_data:
        doc.user_data[_NUMBERS] = dict(zip(_ATTRIBUTES, doc.to_array(_ATTRIBUTES).T.tolist(), strict=True))
    numbers: dict[str, list[int]] = doc.user_data[_NUMBERS]
    return numbers


def find_phrases(doc: Doc, phrases: Phrases[Key]) -> Iterator[tuple[Key, int, int]]:
    """Key, first and last token of every form in a doc, also of those inside others."""
    words, tree = numbers_of(doc)[phrases.attribute], phrases.tree
    if tree.keys().isdisjoint(words):
        return
    for first in [at for at, word in enumerate(words) if word in tree]:  # most words begin none
        node, last = tree[words[first]], first + 1
        while node is not None:
            for key in node.get(_END, ()):
                yield key, first, last
            node, last = node.get(words[last]) if last < len(words) else None, last + 1
