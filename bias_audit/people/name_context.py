"""A block as words, and names found in it: what everything that looks for names reads."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import compress

from spacy.strings import StringStore

from ..phrases import numbers_of
from ..text import Tokenised
from .parses.stamps import after_stamp
from .words import PeopleWords, fold

_MIXED_CASE = re.compile(r"(?:Mc|Mac|Nic|O'|D'|De|Le|La|Fitz|N')[A-ZÀ-Þ][a-zß-ÿ]+")
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";", '"', ")"})
_LABEL = 4  # tokens of "Class teacher:"
_OPENS_STAMPED = frozenset({"He", "Her", "His", "She"})
FULL = 2  # words of a full name
_TITLE_CASE = 0.7  # share of capitalised longer words from which a block is in title case
_SPELLED: dict[int, tuple[str, str, bool]] = {}  # by spaCy's number, which stands for the same word everywhere


@dataclass(frozen=True, slots=True)
class Tokens:
    """A block's tokens as words. ``starts`` are the first tokens of its sentences and quotations."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    spaced: tuple[bool, ...]  # a space follows
    starts: frozenset[int]
    title_case: bool
    capitals: tuple[int, ...]  # the tokens that begin with a capital
    lettered: bool = False  # the letter that opens it stands for who speaks: "A: Hello."
    listed: bool = False  # it is an item of a list
    voiced: bool = False  # it is a line of a play, whoever speaks: "TROLL: I am hungry."

    def word(self, index: int) -> str:
        """The lower-case word there, "" outside the block."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


@dataclass(frozen=True, slots=True)
class FoundName:
    """Tokens ``first:last`` name someone. ``kind`` says why a single word may be no name after all."""

    first: int
    last: int
    parts: tuple[str, ...]  # the name's words without its title and initials
    title: str = ""  # "mrs", or the family word of "Uncle Tam"
    kind: str = "plain"  # plain, word, eponym, place, hardly; "family" for a surname known from elsewhere
    sure: bool = True
    thing: bool = False  # the document gives it to a thing or an animal


def read_tokens(text: Tokenised, block: int, lexicon: PeopleWords) -> Tokens:
    """The words of a block."""
    doc = text.docs[block]
    strings = doc.vocab.strings
    numbers = numbers_of(doc)  # a spaCy token for each costs more
    spelled = [_SPELLED.get(number) or _spell(number, strings) for number in numbers["ORTH"]]
    words, lower, capital = zip(*spelled, strict=True) if spelled else ((), (), ())
    starts = set()
    for sentence in text.sentences[block]:
        at = sentence.first
        while at < sentence.last - 1 and not words[at][0].isalnum():
            at += 1
        starts.add(at)
    if ":" in words or '"' in words:
        starts |= {i + 1 for i, w in enumerate(words) if w in (":", '"') and i + 1 < len(words)}
    if ":" in words[:_LABEL]:
        starts |= _fields(lower, lexicon)
    if not _OPENS_STAMPED.isdisjoint(words):
        stamped = [after_stamp(lower, at, lexicon.times) for at in starts if at < len(words)]
        starts |= {at for at in stamped if at is not None}
    spaced, capitals = tuple(map(bool, numbers["SPACY"])), tuple(compress(range(len(words)), capital))
    listed = text.blocks[block].kind == "list" or words[:1] == ("•",)
    return Tokens(words, lower, spaced, frozenset(starts), _is_title_case(words, lexicon), capitals, listed=listed)


def _fields(lower: Sequence[str], lexicon: PeopleWords) -> set[int]:
    """Where the further fields of a form begin in one line, by their labels: "Teacher: Ewa Nowak  Class: P4"."""
    labels = [at - 1 for at, word in enumerate(lower) if word == ":"][1:]
    labels = [at for at in labels if lower[at] in lexicon.field_labels or lower[at] in lexicon.cue_words]
    return {at - (lower[at - 1] in lexicon.field_labels) for at in labels}  # "Class teacher: …"


def _spell(number: int, strings: StringStore) -> tuple[str, str, bool]:
    """A word, its lower case, and whether it begins with a capital: words come again and again."""
    word = strings[number]
    return _SPELLED.setdefault(number, (word, word.lower(), word[0].isupper()))


def _is_title_case(words: Sequence[str], lexicon: PeopleWords) -> bool:
    if not words or words[-1] in _SENTENCE_ENDS:
        return False
    long = [w for w in words if len(w) > 3 and w.isalpha() and fold(w) not in lexicon.names]
    return len(long) >= 4 and sum(w[0].isupper() for w in long) >= _TITLE_CASE * len(long)


def is_name_shaped(word: str) -> bool:
    """Whether a word is spelled as a name is: Priya, O'Neill, McLeod; not NASA, iPad or X."""
    return (
        len(word) > 1
        and word[0].isupper()
        and ((word[1:].islower() and word.isalpha()) or bool(_MIXED_CASE.fullmatch(word)))
    )


def is_initial(tokens: Tokens, at: int) -> bool:
    """Whether the token is one capital letter, with or without a stop."""
    word = tokens.words[at].rstrip(".") if at < len(tokens.words) else ""
    return len(word) == 1 and word.isupper()


def verb_after(tokens: Tokens, at: int) -> str:
    """The word there, or the one after an adverb."""
    word = tokens.word(at)
    return tokens.word(at + 1) if word.endswith("ly") or word in ("also", "then", "now", "never", "always") else word


def kind_of(word: str, lexicon: PeopleWords, common: Set[str] = frozenset()) -> str:
    """What a word is besides a name: plain if nothing; "" if it is no name at all."""
    folded = fold(word)
    if folded in common and folded in lexicon.kin_as_name:
        return ""  # "Nana", whom the text calls "Jamie's nana" too
    for kind, group in (
        ("hardly", lexicon.hardly_names),
        ("place", lexicon.places),
        ("eponym", lexicon.eponyms),
    ):
        if folded in group:
            return kind
    if folded in lexicon.wordlike:
        return "word"
    if lexicon.is_name(folded):
        return "word" if folded in common else "plain"
    return ""
