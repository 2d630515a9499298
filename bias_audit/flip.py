"""The flip test: a sentence with its genders swapped, so that a reader can ask whether both sound right.

Words are data (``flip.yaml``); his and her are told apart by the parse. Names and jobs stay as they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from .entries import STRICT, Text
from .lexicon import lexicon_folder
from .model import Document, Place
from .people.sentences import SKIPPED
from .people.words import load_people_words
from .pipeline import load_model
from .rewrite import match_case
from .text import parse, tokenise
from .yaml_file import load_one

_PRONOUNS = frozenset({"her", "hers", "him", "his"})


@dataclass(frozen=True, slots=True)
class Flipped:
    """A sentence with at least one gendered word, in pieces: each as written, and as swapped (or the same)."""

    place: Place
    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return "".join(before for before, _ in self.pieces)

    @property
    def twin(self) -> str:
        """The sentence with its genders swapped."""
        return "".join(after for _, after in self.pieces)


@dataclass(frozen=True, slots=True)
class _Words:
    pairs: list[tuple[Text, Text]]
    one_way: dict[Text, Text]
    titles: dict[Text, Text]
    __pydantic_config__ = STRICT


@cache
def _load(folder: Path | None = None) -> tuple[dict[str, str], dict[str, str]]:
    """The swaps, and those of titles before a name. Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "flip.yaml"
    words = load_one(path, _Words)
    swaps: dict[str, str] = {}
    for he, she in words.pairs:
        swaps.setdefault(he, she)
        swaps.setdefault(she, he)
    return swaps | words.one_way, words.titles


def flip(document: Document) -> tuple[Flipped, ...]:
    """Every sentence of the document that has a word to swap, in reading order. Code and references are left out."""
    swaps, titles = _load()
    known = {*swaps, *titles, *_PRONOUNS}
    text = tokenise(document.blocks, load_model())
    wanted = [
        sentence
        for block, sentences in enumerate(text.sentences)
        if document.blocks[block].kind not in SKIPPED and document.blocks[block].language == "en"
        for sentence in sentences
        if any(t.lower_.removesuffix(".") in known for t in text.docs[block][sentence.first : sentence.last])
    ]
    parses = parse(text, wanted, load_model())
    found = []
    for sentence in wanted:
        # the parse reads straightened quotes and dashes, one character for one: the words are the block's own
        written = document.blocks[sentence.block].text[sentence.start : sentence.end]
        pieces = tuple(_pieces(written, list(parses[sentence])))
        if any(before != after for before, after in pieces):
            found.append(Flipped(document.blocks[sentence.block].place, pieces))
    return tuple(found)


def _pieces(written: str, tokens: list[Token]) -> Iterator[tuple[str, str]]:
    end = 0
    for token in tokens:
        if new := _swapped(token, tokens):
            if token.idx > end:
                yield written[end : token.idx], written[end : token.idx]
            end = token.idx + len(token)
            yield written[token.idx : end], match_case(new, token.text)
    if end < len(written):
        yield written[end:], written[end:]


def _swapped(token: Token, tokens: list[Token]) -> str:
    """The other word, or "" where there is none."""
    swaps, titles = _load()
    word, stop = token.lower_.removesuffix("."), "." * token.text.endswith(".")  # "Mr." is one token
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if word in _PRONOUNS:
        return _other_pronoun(token)
    if word in titles and token.text[0].isupper() and after is not None and after.text[0].isupper():
        return titles[word] + stop
    if word not in swaps or _in_a_name(token) or _is_thing(token, after, tokens):
        return ""
    return swaps[word]


def _other_pronoun(token: Token) -> str:
    """She and he have three more forms each, and they do not match one for one."""
    word = token.lower_
    if word == "hers":
        return "his"
    if word == "him":
        return "her"
    owns = token.dep_ == "poss" or (token.tag_ == "PRP$" and token.head.i > token.i)
    if word == "her":
        return "his" if owns else "him"
    return "her" if owns else "hers"


def _in_a_name(token: Token) -> bool:
    """ "The Happy Prince", "Mother Goose": a capital inside a sentence. "Mum said" is no such name."""
    return (
        token.is_title and token.i > 0 and token.pos_ != "PRON" and token.lower_ not in load_people_words().kin_as_name
    )


def _is_thing(token: Token, after: Token | None, tokens: list[Token]) -> bool:
    """ "Queen bee", "mother tongue", "man-made", "male and female flowers": nobody's gender."""
    if after is None:
        return False
    if after.text == "-" and not token.whitespace_:
        return token.i + 2 >= len(tokens) or tokens[token.i + 2].lower_ != "in"
    return after.lower_ in load_people_words().not_before.get(token.lower_, ())
