"""The language of a passage, by its small words and its script: only to know where English rules do not fit.

Careful on purpose: a passage counts as English unless its own words say clearly that it is something else.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from .lexicon import lexicon_folder
from .model import Block, Document, ReadingWarning
from .yaml_file import load_one

_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile(r"[A-Za-z]+")  # the same, found in half of the time
_FEWEST_WORDS = 5
_PLAINLY_ENGLISH = 12  # words of English in a passage that its file calls another language
_FEWEST_LETTERS = 12  # of another script; symbols in a formula are fewer
_LEAST_SHARE = 0.25  # of the words of a sentence are small ones, in any language here
_LEAST_SCOTS = 0.12  # Scots shares its smallest words with English
_UNREAD = ("code", "reference")  # their words are no sentences


@dataclass(frozen=True, slots=True)
class _Language:
    name: str
    words: list[str]


@dataclass(frozen=True, slots=True)
class _Script:
    name: str
    ranges: list[str]


@dataclass(frozen=True, slots=True)
class _File:
    languages: dict[str, _Language]
    scripts: dict[str, _Script]


@dataclass(frozen=True, slots=True)
class Profiles:
    """Small words by language, characters by script and of any, names of both, and small words that English has not."""

    words: dict[str, frozenset[str]]
    scripts: dict[str, re.Pattern[str]]
    any_script: re.Pattern[str]
    names: dict[str, str]
    not_english: frozenset[str]


@cache
def load_profiles(folder: Path | None = None) -> Profiles:
    """The profiles in languages.yaml. Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "languages.yaml"
    file = load_one(path, _File)
    words = {tag: frozenset(each.words) for tag, each in file.languages.items()}
    scripts = {tag: re.compile(_characters(each.ranges)) for tag, each in file.scripts.items()}
    any_script = re.compile(_characters(span for each in file.scripts.values() for span in each.ranges))
    names = {tag: each.name for tag, each in (file.languages | file.scripts).items()}
    own = frozenset().union(*words.values()) - words["en"] - _ALSO_ENGLISH
    return Profiles(words, scripts, any_script, names, frozenset(filter(str.islower, own)))


def _characters(ranges: Iterable[str]) -> str:
    spans = [[chr(int(end, 16)) for end in each.split("-")] for each in ranges]
    return "[" + "".join(f"{low}-{high}" for low, high in spans) + "]"


def guess(text: str) -> str:
    """The language of a passage as a tag ("en", "gd", "sco", "fr" …); "" where its words do not tell."""
    profiles = load_profiles()
    ascii_only = text.isascii()
    if not ascii_only and profiles.any_script.search(text) and (script := _script(text, profiles)):
        return script
    found = (_ASCII_WORD if ascii_only else _WORD).findall(text)
    if len(found) < _FEWEST_WORDS:
        return ""
    english = profiles.words["en"]
    # a capital may make a name of a word (Los Angeles, Ken): such a word is no evidence
    plain = profiles.not_english.intersection(found)
    if not plain:
        two = islice(filter(english.__contains__, map(str.lower, found)), 2)
        return "en" if len(list(two)) == 2 else ""
    lower = [word.lower() for word in found]
    in_english = sum(word in english for word in lower)
    seen = frozenset(lower)
    counts = {
        tag: sum(word in words for word in lower)
        for tag, words in profiles.words.items()
        if tag != "en" and (own := len(plain & words)) and (own >= 2 or (not in_english and len(seen & words) >= 4))
    }
    if not counts:
        return "en" if in_english >= 2 else ""
    best = max(counts, key=lambda tag: (len(plain & profiles.words[tag]), counts[tag]))
    words = profiles.words[best]
    if best == "sco":
        is_other = sum(word in words and word not in english for word in lower) >= max(3, _LEAST_SCOTS * len(found))
    else:
        only_english = sum(word in english and word not in words for word in lower)
        enough = max(3, _LEAST_SHARE * len(found))
        is_other = counts[best] >= enough and counts[best] > 1.5 * only_english
    return best if is_other else "en" if in_english >= 2 else ""


# Words of other languages that English has too, or that names, sums and programs hold.
_ALSO_ENGLISH = frozenset(
    "am ann air mar na ken kens wee bairn bairns lass lang aye die dies den los les la le de du des et en un e i o y w"
    " x z s al da el ma pa mi re si te se ne hi fe far fear sin sa san sec oh as os il al est per son man men fait sans"
    " pas plus son sur pan del dos mu mo ba ane ore gang greet bonnie yon mane lo on do no so to our ha cap ay as ad id"
    " con par pour main sub min max van der von das war hat bin also came come more mais tout deux seo ag ar ach cad"
    " don fir is are ni os at er uit op om be by my we ze ty ja ale po od za co gun gum fin tu una ac tak mak fo"
    " ris".split()
)


def _script(text: str, profiles: Profiles) -> str:
    letters = sum(map(str.isalpha, text))
    for tag, characters in profiles.scripts.items():
        of_script = len(characters.findall(text))
        least = 4 if tag in ("ja", "zh", "ko") else _FEWEST_LETTERS
        if of_script >= least and of_script > (0.2 if tag == "ja" else 0.5) * letters:
            return tag
    return ""


def with_languages(document: Document) -> Document:
    """The document with the language of each block, and a warning where that is not English.

    What a reader already said (HTML's ``lang``) stays. A passage too short to tell follows the document's
    language where most of the document's words are in one that is not English.
    """
    guessed = [_of_block(block) for block in document.blocks]
    if not set(guessed) - {"en", ""}:
        return document
    words: Counter[str] = Counter()
    for block, tag in zip(document.blocks, guessed, strict=True):
        words[tag] += len(block.text.split())
    main, most = words.most_common(1)[0] if words else ("", 0)
    rest = main if main and 2 * most > words.total() else "en"
    tags = [
        tag or ("en" if block.kind in _UNREAD else rest) for block, tag in zip(document.blocks, guessed, strict=True)
    ]
    others = Counter(tag for tag in tags if tag != "en")
    if not others:
        return document
    blocks = tuple(
        block if block.language == tag else replace(block, language=tag)
        for block, tag in zip(document.blocks, tags, strict=True)
    )
    return replace(document, blocks=blocks, warnings=(*document.warnings, _warning(others)))


def _of_block(block: Block) -> str:
    if block.kind in _UNREAD:
        return "" if block.language == "en" else block.language
    found = guess(block.text)
    # files often name the language of the program that made them: plain English is believed first
    if block.language != "en" and (found != "en" or len(block.text.split()) < _PLAINLY_ENGLISH):
        return block.language
    return found


def _warning(others: Counter[str]) -> ReadingWarning:
    names = load_profiles().names
    by_name: Counter[str] = Counter()
    for tag, count in others.items():
        by_name[names.get(tag, "another language")] += count
    said = [
        f"{count} passage{'s are' if count > 1 else ' is'} in {name}"
        for name, count in sorted(by_name.items(), key=lambda item: (-item[1], item[0]))
    ]
    listed = said[0] if len(said) == 1 else ", ".join(said[:-1]) + " and " + said[-1]
    total = others.total()
    return ReadingWarning(
        "other-language",
        f"{listed}: rules for English were not used on {'them' if total > 1 else 'it'}.",
        total,
    )
