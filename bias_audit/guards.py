"""Reasons to stay silent or to say less. What each does is data (guards.yaml); how it sees is here.

Each function answers one question about one hit and has no effect of its own.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from .entries import Entry, Guard
from .language import guess
from .lexicon import Lexicon
from .model import Profile
from .setting_effects import flags
from .text import Sentence, Tokenised, normalise


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens ``first:last`` of a block's doc, in ``sentence``."""

    sentence: Sentence
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Hit(Spot):
    """A spot where an entry was found."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Context:
    """What the guards may look at: the whole tokenised document, the lexicon and the setting."""

    text: Tokenised
    lexicon: Lexicon
    profile: Profile
    words: int
    whole: str  # the document's text in lower case
    homographs: Mapping[int, Sequence[tuple[int, int]]]  # by block: first and last token of harmless senses
    balanced: frozenset[str]  # checks whose counter case was seen
    hits_of: Mapping[str, int]  # by entry: how often it was found
    topic: frozenset[str]  # words of the document's name, title and first heading, in lower case

    def doc(self, hit: Spot) -> Doc:
        """The tokens of the hit's block."""
        return self.text.docs[hit.sentence.block]


NEAR = 25  # words within which an alternative counts as offered
LONG_DOCUMENT = 1000  # words, over which one mild hit is not worth a line
_REACH = 7  # tokens back that a negation reaches
_TITLES = frozenset("mr mrs ms miss mx dr doctor prof professor sir dame lord lady st saint rev".split())
_DETERMINERS = frozenset("a an the this that these those our your my their his her every each some".split())
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|scot|edu|gov|io)\b\S*|(?<!\S)[.~]{0,2}/\S*/\S+|\S+/\S+/\S*[._\d]\S*|\w:\\\S+"
)
_YEAR = re.compile(r"\b(1[0-9]\d\d|20[01]\d)\b")
_NUMBER = re.compile(r"\d")
_ANAPHORA = frozenset(["this", "that", "these", "those", "such", "it", "statements"])


@cache
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((re.escape(c) for c in cues), key=lambda c: (-len(c), c))
    return re.compile(r"(?<![\w'])(?:" + "|".join(longest_first) + r")(?![\w])")


def _cue(guard: Guard, text: str) -> re.Match[str] | None:
    return _pattern(tuple(guard.cues)).search(text)


def _lower(hit: Spot, context: Context, *, without_hit: bool = False) -> str:
    """The sentence in lower case; with the hit's own words blanked out on request."""
    doc, sentence = context.doc(hit), hit.sentence
    text = doc.text[sentence.start : sentence.end].lower()
    if without_hit:
        span = doc[hit.first : hit.last]
        start, end = span.start_char - sentence.start, span.end_char - sentence.start
        text = text[:start] + "_" * (end - start) + text[end:]
    return text


def _neighbours(hit: Spot, context: Context) -> tuple[str, str]:
    """The sentences before and after in the block, in lower case ("" where there is none)."""
    doc, around = context.doc(hit), context.text.sentences[hit.sentence.block]
    at = around.index(hit.sentence)
    before = around[at - 1] if at else None
    after = around[at + 1] if at + 1 < len(around) else None
    return (
        doc.text[before.start : before.end].lower() if before else "",
        doc.text[after.start : after.end].lower() if after else "",
    )


def quotation(hit: Spot, context: Context, guard: Guard) -> bool:
    """Inside quotation marks that open and close around it, or in a quoted block."""
    if context.text.blocks[hit.sentence.block].kind == "quote":
        return True
    doc = context.doc(hit)
    start, end = doc[hit.first].idx, doc[hit.last - 1].idx + len(doc[hit.last - 1])
    return _double_quoted(doc.text, start, end) or _single_quoted(doc.text, start, end)


# A mark after a letter or digit opens nothing (6" pipe); one before a letter, after a space, does not close.
_OPENS, _ONLY_OPENS = re.compile(r'(?<!\w)"'), re.compile(r'(?<![^\s(\[])"(?=\w)')


def _double_quoted(text: str, start: int, end: int) -> bool:
    """Between double quotes that open and close; one that never closes ends where the next opens."""
    opened: int | None = None
    for mark in (i for i, char in enumerate(text) if char == '"'):
        if opened is None:
            opened = mark if _OPENS.match(text, mark) else None
        elif _ONLY_OPENS.match(text, mark):
            opened = mark
        elif opened < start and end <= mark:
            return True
        else:
            opened = None
    return False


# Words that begin with an apostrophe open no quotation: 'tis, 'em, the '90s, rock 'n' roll.
_SINGLE_QUOTED = re.compile(
    r"(?<!\w)'(?!(?:tis|twas|til|em|n|cause|\d0s)\b)(?=\w)[^'\n]*(?:\w'\w[^'\n]*)*[\w.,!?…)]'(?!\w)",
    re.IGNORECASE,
)


def _single_quoted(text: str, start: int, end: int) -> bool:
    """Between single quotes that are not apostrophes."""
    return any(m.start() < start and end <= m.end() for m in _SINGLE_QUOTED.finditer(text))


def critique(hit: Spot, context: Context, guard: Guard) -> bool:
    """Denied or challenged: in the sentence, in the neighbour that speaks of it, or by the heading above."""
    sentence = _lower(hit, context, without_hit=True)
    if _cue(guard, sentence) or _judged(sentence, context.lexicon):
        return True
    before, after = _neighbours(hit, context)
    if before.rstrip().endswith(":") and _cue(guard, before):
        return True
    opening = after.split()[:4]
    if any(word.strip(",.") in _ANAPHORA for word in opening) and (
        _cue(guard, after) or _judgement(after, context.lexicon)
    ):
        return True
    return bool(_cue(guard, normalise(context.text.blocks[hit.sentence.block].place.section).lower()))


def _judgement(text: str, lexicon: Lexicon) -> bool:
    return not lexicon.words["judgement"].isdisjoint(re.findall(r"[\w'-]+", text))


def _judged(text: str, lexicon: Lexicon) -> bool:
    """Someone's saying is reported and judged: "it is wrong to think that …"."""
    words = re.findall(r"[\w'-]+", text)
    return not lexicon.words["judgement"].isdisjoint(words) and not lexicon.words["speech"].isdisjoint(words)


def about_the_term(hit: Hit, context: Context, guard: Guard) -> bool:
    """The word itself is the topic, the heading says glossary, or the whole document is about stereotypes."""
    if not context.topic.isdisjoint(context.lexicon.words["about_stereotypes"]):
        return True
    section = context.text.blocks[hit.sentence.block].place.section.lower()
    text = _lower(hit, context, without_hit=True)
    for phrase in guard.except_after:  # "read the words": words, but not about one
        text = text.replace(phrase, "_")
    return bool(_cue(guard, text)) or "glossary" in section or "word bank" in section


def dated_source(hit: Hit, context: Context, guard: Guard) -> bool:
    """A year and a kind of source in the same sentence."""
    text = _lower(hit, context, without_hit=True)
    return bool(_YEAR.search(text)) and bool(_cue(guard, text))


def _written_with_capitals(entry: Entry) -> bool:
    """Capitals say nothing when the entry's own forms have them, or when a check chose the words."""
    return bool(entry.check) or entry.case_sensitive or any(p != p.lower() for p in (*entry.swap, *entry.phrases))


def _name_like(token: Token) -> bool:
    return token.is_title or (token.is_upper and token.is_alpha and len(token) > 1)


def _shouted(hit: Spot, context: Context) -> bool:
    """Most words of the block are capitalised: capitals say nothing there."""
    words = [t for t in context.doc(hit) if t.is_alpha and not t.is_stop]
    return not words or sum(_name_like(t) for t in words) > 0.8 * len(words)


def proper_noun(hit: Hit, context: Context, guard: Guard) -> bool:
    """Capitalised, with a capitalised neighbour, where capitals mean something."""
    if _written_with_capitals(hit.entry):
        return False
    doc = context.doc(hit)
    inside = doc[hit.first : hit.last]
    if not any(_name_like(t) for t in inside) or _shouted(hit, context):
        return False
    content = [t for t in inside if t.is_alpha and not t.is_stop]
    if hit.first > hit.sentence.first and content and all(_name_like(t) for t in content):
        return True
    after = doc[hit.last] if hit.last < hit.sentence.last else None
    before = doc[hit.first - 1] if hit.first > hit.sentence.first else None
    if after is not None and after.lower_ in {"of", "in", "who", "for", "and"} and hit.last + 1 < hit.sentence.last:
        after = doc[hit.last + 1] if not _name_like(after) else after
    starts_low = before is None or not _name_like(before) or before.i == hit.sentence.first
    if after is not None and _name_like(after) and _name_like(inside[-1]):
        return True
    return not starts_low and _name_like(inside[0])


def address_or_code(hit: Hit, context: Context, guard: Guard) -> bool:
    """In code, in a reference list, or inside a web address or path."""
    if context.text.blocks[hit.sentence.block].kind in ("code", "reference"):
        return True
    doc = context.doc(hit)
    start, end = doc[hit.first].idx, doc[hit.last - 1].idx + len(doc[hit.last - 1])
    return any(m.start() < end and start < m.end() for m in _ADDRESS.finditer(doc.text))


# "I was told that …", "we are going to see …": what follows is not about the speaker.
_OF_OTHERS = frozenset(
    "that told asked see seeing meet meeting help helping teach teaching visit visiting watching reading"
    " writing talking going about for".split()
)


def self_description(hit: Hit, context: Context, guard: Guard) -> bool:
    """The first person stands before the words, and nobody else is spoken of between them."""
    doc = context.doc(hit)
    before = doc[hit.sentence.first : hit.last].text.lower()
    cues = list(_pattern(tuple(guard.cues)).finditer(before))
    return bool(cues) and _OF_OTHERS.isdisjoint(before[cues[-1].end() :].split())


def statistics(hit: Hit, context: Context, guard: Guard) -> bool:
    """A number, and a word of counting or research."""
    text = _lower(hit, context, without_hit=True)
    return "%" in text or (bool(_NUMBER.search(text)) and bool(_cue(guard, text)))


def counterpart(hit: Hit, context: Context, guard: Guard) -> bool:
    """One of the entry's counterparts, or the counter case of its check, stands somewhere in the document."""
    if hit.entry.check in context.balanced:
        return True
    return bool(hit.entry.counterpart) and bool(
        _pattern(tuple(normalise(c).lower() for c in hit.entry.counterpart)).search(context.whole)
    )


def alternative(hit: Hit, context: Context, guard: Guard) -> bool:
    """Another way is offered within 25 words on either side, in the same block."""
    doc = context.doc(hit)
    before = doc[max(0, hit.first - NEAR) : hit.first].text.lower()
    after = doc[hit.last : hit.last + NEAR].text.lower()
    return bool(_cue(guard, before) or _cue(guard, after))


def technical_sense(hit: Hit, context: Context, guard: Guard) -> bool:
    """The hit touches a harmless phrase of the homograph list that is not just a part of it."""
    if hit.entry.check:
        return False
    return any(
        first < hit.last
        and hit.first < last
        and not (last - first < hit.last - hit.first and hit.first <= first and last <= hit.last)
        for first, last in context.homographs[hit.sentence.block]
    )


def single_mild_hit(hit: Hit, context: Context, guard: Guard) -> bool:
    """Severity 1, once, in a long document."""
    return hit.entry.severity == 1 and context.hits_of[hit.entry.id] == 1 and context.words > LONG_DOCUMENT


def setting(hit: Hit, context: Context, guard: Guard) -> bool:
    """The entry names this kind of setting as one in which it is silent."""
    return not flags(context.profile).isdisjoint(hit.entry.silent_in)


def exam_wording(hit: Hit, context: Context, guard: Guard) -> bool:
    """The setting says exam text, or the sentence or heading names an exam board."""
    section = context.text.blocks[hit.sentence.block].place.section.lower()
    return context.profile.exam_text or bool(
        _cue(guard, _lower(hit, context, without_hit=True)) or _cue(guard, section)
    )


def teacher_note(hit: Hit, context: Context, guard: Guard) -> bool:
    """The block is for staff."""
    return context.text.blocks[hit.sentence.block].audience == "teacher"


_CLAUSE_ENDS = frozenset(
    {",", ";", ":", "-", "—", "--", "(", ")", ".", "!", "?", "but", "because", "so", "while", "although"}
)


def negation(hit: Spot, context: Context, guard: Guard) -> bool:
    """A negation in the same clause, a few words before."""
    doc = context.doc(hit)
    clause: list[str] = []
    for i in range(hit.first - 1, max(hit.sentence.first, hit.first - _REACH) - 1, -1):
        if doc[i].lower_ in _CLAUSE_ENDS:
            break
        clause.insert(0, doc[i].lower_)
    text = " ".join(clause).replace(" n't", "n't")
    if any(_bounded(phrase, text) for phrase in guard.except_after):
        return False
    return not set(guard.cues).isdisjoint(clause)


def _bounded(phrase: str, text: str) -> bool:
    return f" {phrase} " in f" {text} "


def other_language(hit: Hit, context: Context, guard: Guard) -> bool:
    """The block is in another language, or this sentence of it is."""
    block = context.text.blocks[hit.sentence.block]
    if block.language != "en":
        return True
    return guess(block.text[hit.sentence.start : hit.sentence.end]) not in ("en", "")


def person_name(hit: Hit, context: Context, guard: Guard) -> bool:
    """A capitalised single word beside a title or another name."""
    doc = context.doc(hit)
    if hit.last - hit.first != 1 or not doc[hit.first].is_title or _shouted(hit, context):
        return False
    before = doc[hit.first - 1] if hit.first > hit.sentence.first else None
    if before is not None and before.text.rstrip(".").lower() in _TITLES and before.text[0].isupper():
        return True
    if _written_with_capitals(hit.entry):
        return False
    return before is not None and not before.is_punct and before.lower_ not in _DETERMINERS


# In the order in which they are asked: those that hide first.
GUARDS: dict[str, Callable[[Hit, Context, Guard], bool]] = {
    "GG06": address_or_code,
    "GG13": setting,
    "GG17": other_language,
    "GG11": technical_sense,
    "GG05": proper_noun,
    "GG18": person_name,
    "GG07": self_description,
    "GG09": counterpart,
    "GG10": alternative,
    "GG16": negation,
    "GG02": critique,
    "GG01": quotation,
    "GG03": about_the_term,
    "GG04": dated_source,
    "GG08": statistics,
    "GG14": exam_wording,
    "GG15": teacher_note,
    "GG12": single_mild_hit,
}


def judge(hit: Hit, context: Context, without: Iterable[str] = ()) -> tuple[Guard, ...]:
    """The guards that speak for silence: one that hides, alone, or all that lower. ``without`` turns some off."""
    off = {*hit.entry.without, *without}
    lowering: list[Guard] = []
    for id, asks in GUARDS.items():
        guard = context.lexicon.guards[id]
        if id in off or (guard.forms and hit.entry.form not in guard.forms):
            continue
        if asks(hit, context, guard):
            if guard.effect == "hide":
                return (guard,)
            lowering.append(guard)
    return tuple(lowering)
