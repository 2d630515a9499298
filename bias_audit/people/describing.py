"""The words by which a text describes somebody: described.yaml, loaded and checked."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..entries import STRICT
from ..lexicon import lexicon_folder
from ..yaml_file import load_one

Words = frozenset[Annotated[str, Field(min_length=1, strict=True)]]


@dataclass(frozen=True, slots=True)
class Describing:
    """described.yaml: its groups are explained there."""

    words: dict[str, Words]
    level_before_noun: Words
    level_not: Words
    has: dict[str, Words]
    things: Words
    subjects: Words
    walks_with: Words
    lost: Words
    of_old: Words
    faiths: Words
    languages: Words
    speak: Words
    from_: Annotated[Words, Field(alias="from")]
    numbers: Words
    __pydantic_config__ = STRICT

    def dimension(self, phrase: str) -> str | None:
        """The dimension of a word or phrase."""
        return next((name for name, words in self.words.items() if phrase in words), None)


@cache
def load_describing(folder: Path | None = None) -> Describing:
    """The describing words of a language folder (English by default). Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "described.yaml"
    return load_one(path, Describing)


def opening(text: str, words: Words) -> str | None:
    """The longest of some words and phrases with which a text opens, before a space."""
    first, _, _ = text.partition(" ")
    return next((phrase for phrase in _by_first(words).get(first, ()) if text.startswith(f"{phrase} ")), None)


@cache
def _by_first(words: Words) -> dict[str, list[str]]:
    """Words and phrases by their first word, those first that hold others."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(words, key=lambda word: (-len(word), word)):
        found.setdefault(phrase.split(" ")[0], []).append(phrase)
    return found
