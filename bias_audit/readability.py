"""How hard a document is to read and to take part in: information for its author, never a mark.

Only learner-facing English counts. Formulas are rough, so a reading age is a band over four of them, and there is
none under 100 words. Hard and many-meaning words come with their places; glossing them is up to the author.
"""

import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field
from spacy.tokens import Doc

from .entries import STRICT, Text
from .lexicon import lexicon_folder
from .model import Block, Document, Mode, Profile, Reading, Term
from .phrases import numbers_of
from .text import Sentence, Tokenised, occurrence_at
from .yaml_file import load_list, load_one

Places = dict[str, list[tuple[int, int]]]

_READ = frozenset({"paragraph", "list", "question"})  # kinds of blocks whose sentences are counted, all of them
_SAMPLE = 3000  # words, spread over the document, that the formulas look at
_LEAST = 100  # words under which a reading age means nothing
_SHOWN = 3  # places kept of a word with two meanings
_HARD_WORDS = 20
COUNTED = _READ | {"cell"}
_ENDS, _CLOSING = (".", "!", "?"), "\"'”’) \n\t"  # by which a cell is told to hold a sentence, and what may follow
_ROW, _ITEM = 12, 2  # words of a row of words, and of what stands between two of its commas
_STEPS = frozenset({"then", "now", "please", "next", "first", "finally", "and"})  # "Then draw …"
_FULL = 150  # words of a text that is about a subject, for each word of the subject in it
_BEFORE_ACTS = frozenset(  # "to work", "what do you mean"
    "to not n't can could will would shall should may might must do does did i we you they who it let let's 'll".split()
)
_MARKS = frozenset("0123456789.)(-*•abcdefivx")  # of numbered tasks


@dataclass(frozen=True, slots=True)
class Stage:
    """What counts as long or hard at a stage. ``age`` 0: no age was said."""

    long_sentence: Annotated[int, Field(ge=1)]
    age: int
    long_paragraph: Annotated[int, Field(ge=1)]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """The groups of reading.yaml, where each is explained."""

    stages: dict[str, Stage]
    modes: dict[Text, list[Text]]
    explained_by: list[Text]
    explained_under: list[Text]
    everyday: list[Text]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class ManyMeanings:
    """A subject word with an everyday meaning; ``subject``: its meanings there, each with words that go with it."""

    word: Text
    forms: list[Text]
    everyday: Text
    subject: Annotated[dict[Text, Annotated[list[Text], Field(min_length=1)]], Field(min_length=1)]
    unless: list[Text] = field(default_factory=list)
    noun: bool = False
    __pydantic_config__ = STRICT


@cache
def load_reading(folder: Path | None = None) -> tuple[ReadingWords, tuple[ManyMeanings, ...]]:
    """reading.yaml and many_meanings.yaml of a language folder (English by default). Raises LexiconError."""
    base = folder or lexicon_folder() / "en"
    words = load_one(base / "reading.yaml", ReadingWords)
    return words, tuple(load_list(base / "many_meanings.yaml", "words", ManyMeanings))


def reading_of(document: Document, text: Tokenised, profile: Profile) -> Reading:
    """The reading load of a document for the stage of the profile."""
    words, many = load_reading()
    stage = words.stages[profile.stage]
    sentences = [(s, n) for s in _sentences(text) if (n := _length(text, s)) >= 3 and not _lists_words(text, s, n)]
    lengths = sorted(n for _, n in sentences)
    long = sorted((s for s in sentences if s[1] > stage.long_sentence), key=lambda s: (-s[1], s[0].block, s[0].start))
    sample = _sample(text, [s for s, _ in sentences], sum(lengths))
    where = _where(text)
    return Reading(
        sentences=len(lengths),
        words_a_sentence=round(sum(lengths) / len(lengths), 1) if lengths else 0.0,
        nine_in_ten=lengths[(9 * len(lengths) - 1) // 10] if lengths else 0,
        long_sentence=stage.long_sentence,
        long_sentences=tuple(occurrence_at(text, s.block, s.start, s.end) for s, _ in long),
        age=_age(sample) if sum(lengths) >= _LEAST else None,
        hard_words=_hard_words(sample, text, where, words) if sum(lengths) >= _LEAST else (),
        many_meanings=tuple(_many_meanings(text, where, many)),
        modes=tuple(_modes(text, words)),
        headings=sum(block.kind == "heading" for block in document.blocks),
    )


def for_learners(block: Block) -> bool:
    """Whether learners read a block, in English."""
    return block.audience == "learner" and block.language == "en"


def _sentences(text: Tokenised) -> Iterator[Sentence]:
    for block, sentences in zip(text.blocks, text.sentences, strict=True):
        if block.kind in _READ and for_learners(block):
            yield from sentences
        elif block.kind == "cell" and for_learners(block):
            yield from (s for s in sentences if block.text[: s.end].rstrip(_CLOSING).endswith(_ENDS))


def _written(text: Tokenised, sentence: Sentence) -> str:
    return text.blocks[sentence.block].text[sentence.start : sentence.end]


def _length(text: Tokenised, sentence: Sentence) -> int:
    return sum(any(c.isalnum() for c in word) for word in _written(text, sentence).split())


def _lists_words(text: Tokenised, sentence: Sentence, words: int) -> bool:
    """Whether it is a row of words to be sorted or spelled, set off by commas, and no sentence at all."""
    written = _written(text, sentence)
    return words >= _ROW and words <= _ITEM * sum(map(written.count, (", ", "; ")))


def _sample(text: Tokenised, sentences: Sequence[Sentence], words: int) -> str:
    """All sentences, or every n-th of a long document, each ended by a full stop so that formulas see its end."""
    step = max(1, -(-words // _SAMPLE))
    written = (_written(text, s).strip() for s in sentences[::step])
    return " ".join(w if w.endswith((".", "!", "?")) else w + "." for w in written)


def _age(sample: str) -> tuple[int, int]:
    """The youngest and the oldest reader that four formulas give, in years; school year 1 is age 6."""
    textstat = _textstat()
    grades = (
        textstat.flesch_kincaid_grade(sample),
        textstat.gunning_fog(sample),
        textstat.coleman_liau_index(sample),
        textstat.automated_readability_index(sample),
    )
    ages = [min(22, max(5, round(grade + 5))) for grade in grades]
    return min(ages), max(ages)


@cache
def _textstat() -> Any:
    """textstat, whose import and word list leave warnings that are none of our user's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import textstat

        textstat.difficult_words_list("Photosynthesis.")
    return textstat.textstat


def _where(text: Tokenised) -> Places:
    """By word, the block and token of each place in learner-facing text."""
    where: dict[int, list[tuple[int, int]]] = defaultdict(list)  # by spaCy's number for a word
    for block, doc in enumerate(text.docs):
        if for_learners(text.blocks[block]) and text.blocks[block].kind not in ("code", "reference"):
            for at, number in enumerate(numbers_of(doc)["LOWER"]):
                where[number].append((block, at))
    return {text.docs[0].vocab.strings[number]: places for number, places in where.items()}


def _hard_words(sample: str, text: Tokenised, where: Places, words: ReadingWords) -> tuple[Term, ...]:
    """Long words outside the everyday list that come twice or more and are nowhere explained, commonest first.

    One and many are one word: "coordinate", "coordinates".
    """
    everyday = _known(tuple(words.everyday))
    hard = {w for w in _textstat().difficult_words_list(sample, syllable_threshold=3) if w.isalpha()} - everyday
    forms: dict[str, list[str]] = defaultdict(list)
    there = hard & where.keys()
    for word in there:
        forms[word[:-1] if word.endswith("s") and word[:-1] in there else word].append(word)
    found = []
    for word, written in forms.items():
        places = sorted(place for form in written for place in where[form])
        small = any(text.docs[b][i].is_lower for b, i in places)  # never small: a name
        if len(places) > 1 and small and not any(_is_explained(text, b, i, words) for b, i in places):
            found.append(_term(text, word, places))
    return tuple(sorted(found, key=lambda term: (-term.count, term.word))[:_HARD_WORDS])


@cache
def _known(words: tuple[str, ...]) -> frozenset[str]:
    """The words with their endings: "decide", "decides", "decided", "deciding", "decider"."""
    stems = {word.removesuffix("e") for word in words} | {word[:-1] + "i" for word in words if word.endswith("y")}
    return frozenset(words) | {
        stem + end
        for stem in {*words, *stems}
        for end in ("s", "es", "d", "ed", "ing", "ly", "r", "er", "ers", "est", "ment", "al", "ally", "ity", "ness")
    }


def _is_explained(text: Tokenised, block: int, token: int, words: ReadingWords) -> bool:
    doc, section = text.docs[block], text.blocks[block].place.section.lower()
    if any(cue in section for cue in words.explained_under):
        return True
    after = doc[token + 1 : token + 6].text.lower()
    before = doc[max(0, token - 4) : token].text.lower()
    if after.startswith(("(", "- ", ": ", "= ")) or before.endswith(("(", "called", "known as")):
        return True
    return any(after.startswith(cue + " ") for cue in words.explained_by)


def _term(text: Tokenised, word: str, places: Sequence[tuple[int, int]], everyday: str = "", subject: str = "") -> Term:
    """A long word keeps all its places, for a pattern counts them."""
    shown = [(b, text.docs[b][i]) for b, i in (places[:_SHOWN] if everyday else places)]
    found = tuple(occurrence_at(text, b, t.idx, t.idx + len(t)) for b, t in shown)
    return Term(word, len(places), found, everyday, subject)


def _many_meanings(text: Tokenised, where: Places, many: Sequence[ManyMeanings]) -> Iterator[Term]:
    """Each word in the meaning in which it is here most often: "period" in a lesson on waves, not in a timetable."""
    words = sum(len(places) for word, places in where.items() if word.isalpha())
    found = []
    for entry in many:
        said = sorted(place for form in entry.forms for place in where.get(form, ()))
        said = [(block, at) for block, at in said if not _everyday(text.docs[block], at, entry)]
        meant = [(_places_meant(said, needs, where, words), subject) for subject, needs in entry.subject.items()]
        places, subject = max(meant, key=lambda m: len(m[0]))
        if places:
            found.append(_term(text, entry.word, places, entry.everyday, subject))
    yield from sorted(found, key=lambda term: (-term.count, term.word))


def _places_meant(
    said: Sequence[tuple[int, int]], needs: Sequence[str], where: Places, words: int
) -> Sequence[tuple[int, int]]:
    """Where a word has the meaning of ``needs``: beside one of them, or everywhere in a text full of two of them."""
    there = [where[need] for need in needs if need in where] if said else []
    if len(there) > 1 and sum(map(len, there)) * _FULL >= words:
        return said
    blocks = {block for places in there for block, _ in places}
    return [(block, at) for block, at in said if not blocks.isdisjoint((block - 1, block, block + 1))]


def _everyday(doc: Doc, at: int, entry: ManyMeanings) -> bool:
    """Whether a word is in a phrase that has its everyday meaning, or says what someone does."""
    if entry.noun and at and doc[at - 1].lower_ in _BEFORE_ACTS:
        return True
    around = f" {' '.join(token.lower_ for token in doc[max(0, at - 3) : at + 4])} "
    return any(f" {phrase} " in around for phrase in entry.unless)


def _modes(text: Tokenised, words: ReadingWords) -> Iterator[Mode]:
    """The ways in which tasks ask for an answer, told by the verb that begins a sentence."""
    asks = {verb: mode for mode, verbs in words.modes.items() for verb in verbs}
    found: dict[str, list[Sentence]] = {mode: [] for mode in words.modes}
    for sentence in _sentences(text):
        doc = text.docs[sentence.block]
        for token in doc[sentence.first : min(sentence.last, sentence.first + 4)]:
            if mode := asks.get(token.lower_):
                found[mode].append(sentence)
            if token.lower_ not in _STEPS and not set(token.lower_) <= _MARKS:
                break
    for mode, sentences in found.items():
        if sentences:
            yield Mode(mode, tuple(occurrence_at(text, s.block, s.start, s.end) for s in sentences))
