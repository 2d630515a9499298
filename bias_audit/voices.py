"""Guards that ask whose words these are: quoted, challenged, taught about, from an old source, or reported."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from .entries import Guard
from .lexicon import Lexicon
from .spots import Context, Hit, Spot, cue, lower, neighbours, pattern
from .text import normalise

_YEAR = re.compile(r"\b1(?:[0-8]\d\d|9[0-7]\d)\b")  # old enough to speak for its time
_FEWEST_SPOKEN, _SPOKEN = 5, 3  # times that someone speaks in a story: at least, and per 1,000 words
_FEWEST_OLD, _OLD = 5, 1  # words of long ago: different ones at least, and per 1,000 words
_SCRAP = 3  # words in quotation marks that are no sentence
_ANAPHORA = frozenset(["this", "that", "these", "those", "such", "it", "statements"])


def quotation(hit: Spot, context: Context, guard: Guard) -> bool:
    """Inside quotation marks that open and close around it, or in a quoted block.

    A pronoun in a scrap of a few words ('a nurse who "loves her job"') speaks in the writer's own sentence.
    """
    if context.text.blocks[hit.sentence.block].kind == "quote":
        return True
    doc = context.doc(hit)
    start, end = doc[hit.first].idx, doc[hit.last - 1].idx + len(doc[hit.last - 1])
    first_end, last_start = start + len(doc[hit.first]), doc[hit.last - 1].idx
    quoted = _quoted(doc.text, start, end) or (
        _quoted(doc.text, start, first_end) and _quoted(doc.text, last_start, end)  # "savages" or "primitive"
    )
    quoted = quoted or _at_arms_length(doc.text[max(0, start - 1) : end + 1])
    if not quoted or hit.last - hit.first > 1 or doc[hit.first].lower_ not in context.lexicon.words["pronoun_gendered"]:
        return bool(quoted)
    return len(quoted.split()) > _SCRAP


def story(hit: Hit, context: Context, guard: Guard) -> bool:
    """A mild rule on how a task is worded, in a text full of direct speech: a tale sets no task.

    What its people say to each other ("buy food", "ask your mother") is not said to learners at any weight.
    """
    spoken = hit.entry.form in ("assumption", "access")
    return _is_story(context.whole, tuple(guard.cues), context.words) and (
        hit.entry.severity <= 1 or (spoken and quotation(hit, context, guard))
    )


@lru_cache(maxsize=4)  # asked of every hit of a document
def _is_story(text: str, said: tuple[str, ...], words: int) -> bool:
    spoken = len(re.findall(rf"[\"”'’] (?:\w+ ){{0,2}}(?:{'|'.join(said)})\b", text))
    return spoken >= _FEWEST_SPOKEN and 1000 * spoken >= _SPOKEN * words


def old_tale(hit: Hit, context: Context, guard: Guard) -> bool:
    """A word for people, where a tale is told in the words of long ago: nobody will reword it."""
    said = tuple(context.lexicon.guards["GG23"].cues)
    old = _is_old(context.whole, tuple(guard.cues), context.words)
    return old and not hit.entry.check and hit.entry.severity < 3 and _is_story(context.whole, said, context.words)


@lru_cache(maxsize=4)
def _is_old(text: str, archaic: tuple[str, ...], words: int) -> bool:
    found = pattern(archaic).findall(text)
    return len({*found}) >= _FEWEST_OLD and 1000 * len(found) >= _OLD * words


# A mark after a letter or digit opens nothing (6" pipe); one before a letter, after a space, does not close.
_OPENS, _ONLY_OPENS = re.compile(r'(?<!\w)"'), re.compile(r'(?<![^\s(\[])"(?=\w)')


_DOUBTED = re.compile(r'"\w+(?:ed|ly)"')


def _at_arms_length(hit: str) -> str:
    """The word that claims, in quotation marks of its own: 'Park "discovered" the river', '"naturally" tidy'."""
    return found[0] if (found := _DOUBTED.search(hit)) else ""


def _quoted(text: str, start: int, end: int) -> str:
    return _double_quoted(text, start, end) or _single_quoted(text, start, end)


def _double_quoted(text: str, start: int, end: int) -> str:
    """What stands between double quotes that open and close; one that never closes ends where the next opens."""
    opened: int | None = None
    for mark in (i for i, char in enumerate(text) if char == '"'):
        if opened is None:
            opened = mark if _OPENS.match(text, mark) else None
        elif _ONLY_OPENS.match(text, mark):
            opened = mark
        elif opened < start and end <= mark:
            return text[opened + 1 : mark]
        else:
            opened = None
    return ""


# Words that begin with an apostrophe open no quotation: 'tis, 'em, the '90s, rock 'n' roll.
_SINGLE_QUOTED = re.compile(
    r"(?<!\w)'(?!(?:tis|twas|til|em|n|cause|\d0s)\b)(?=\w)[^'\n]*(?:\w'\w[^'\n]*)*[\w.,!?…)]'(?!\w)",
    re.IGNORECASE,
)


def _single_quoted(text: str, start: int, end: int) -> str:
    """What stands between single quotes that are not apostrophes."""
    return next((m[0] for m in _SINGLE_QUOTED.finditer(text) if m.start() < start and end <= m.end()), "")


def critique(hit: Spot, context: Context, guard: Guard) -> bool:
    """Denied or challenged: in the sentence, in the neighbour that speaks of it, or by what stands above.

    Who asks "is it fair?" of what is said does not ask it of a default in the words ("a nurse … her shift").
    """
    if not (isinstance(hit, Hit) and hit.entry.form == "default"):
        guard = replace(guard, cues=[*guard.cues, *guard.claim_cues])
    loose = isinstance(hit, Hit) and hit.loose  # words that stand together may hold "it is not true that"
    sentence = _QUIZ.sub("_", lower(hit, context, without_hit=not loose))
    if cue(guard, sentence) or _judged(sentence, context.lexicon):
        return True
    before, after = neighbours(hit, context)
    if cue(guard, before) and (before.rstrip().endswith(":") or _POINTS_ON.search(before)):
        return True
    if any(word.strip(",.") in _ANAPHORA for word in after.split()[:4]) and (
        cue(guard, after) or _judgement(after, context.lexicon)
    ):
        return True
    if _ANSWERED.match(after) or (after.rstrip().endswith("?") and cue(guard, after)):
        return True
    return any(cue(guard, text) for text in _above(hit, context))


_QUIZ = re.compile(r"\btrue or false\b|\b(?:true|false) *[/|] *(?:true|false)\b")
_POINTS_ON = re.compile(r"\b(?:here (?:is|are)|following|below|examples of)\b")
_ANSWERED = re.compile(r"\W*(?:answer\W+)?(?:false|untrue|not true|wrong|nonsense)\b")


def _above(hit: Spot, context: Context) -> Iterator[str]:
    """The heading above, and the line that opens the list that the hit stands in, in lower case."""
    blocks, at = context.text.blocks, hit.sentence.block
    yield normalise(blocks[at].place.section).lower()
    if blocks[at].kind == "list":
        opener = next((b.text for b in reversed(blocks[:at]) if b.kind != "list"), "")
        if opener.rstrip().endswith(":"):
            yield normalise(opener).lower()


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
    text = lower(hit, context, without_hit=True)
    for phrase in guard.except_after:  # "read the words": words, but not about one
        text = text.replace(phrase, "_")
    text = _OTHER_TERM.sub("_", text)
    return bool(cue(guard, text)) or "glossary" in section or "word bank" in section


# the word "fair": another word than the hit, whose place holds underscores
_OTHER_TERM = re.compile(r"""\b(?:words?|terms?|phrases?) (["'])[^"'_]*\1""")


def dated_source(hit: Hit, context: Context, guard: Guard) -> bool:
    """A year and a kind of source in the same sentence."""
    text = lower(hit, context, without_hit=True)
    return bool(_YEAR.search(text)) and bool(cue(guard, text))


_AFTER_VERB = 6  # words that may stand between a verb of saying and what is said
_ENDS = frozenset({";", ":", ".", "!", "?", "but", "because", "although", "so", "while", "then"})


def reported(hit: Hit, context: Context, guard: Guard) -> bool:
    """Someone else said or once believed it, or asks about it, or a story shows it; not what "we" or "experts" say."""
    if hit.entry.form == "default" and not hit.entry.check:  # a job title in a story stays a job title
        return False
    doc, words = context.doc(hit), context.lexicon.words
    before = [t.lower_ for t in doc[hit.sentence.first : hit.first]]
    if hit.entry.form == "term":
        return _named_by_some(before, words["distant_voice"])
    asked = "?" in lower(hit, context)[-2:] + neighbours(hit, context)[1]
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _ENDS:
            return False
        if before[at] in guard.cues and _leads_to(before[at + 1 :], hit):
            # "they say that ..." agrees more often than not, unless something is asked about it
            past = before[at].endswith("ed") or before[at] in _PAST or "used" in before[max(0, at - 2) : at]
            return (past or asked) and _someone_else(before[:at], words["endorser"], guard)
        led = before[max(0, at - 4) : at]
        if (
            before[at] in words["shown_in"]
            and "in" in led
            and _EACH.isdisjoint(led)
            and before[at + 1 :][:1] in _CLOSED
        ):
            return True
    return False


_NAMED_AS = frozenset("describe describes described dismiss dismisses dismissed portray portrays portrayed".split())


def _named_by_some(before: list[str], voices: frozenset[str]) -> bool:
    """ "Some guidebooks describe it as": a few others have this word for it, and the text says so."""
    return any(
        word in _NAMED_AS and "as" in before[at:] and not voices.isdisjoint(before[max(0, at - 4) : at])
        for at, word in enumerate(before)
    )


_CLOSED: tuple[list[str], ...] = ([], [","], ["the"], ["a"], ["of"], ["by"])  # what may follow "in the film"
_EACH = frozenset({"either", "each", "every", "any"})  # "in either case" is no story
_PAST = frozenset({"said", "thought", "wrote", "told", "taught"})


def _leads_to(between: list[str], hit: Hit) -> bool:
    """A verb of saying governs the hit: "that" comes next, or the claim itself after a few words."""
    if between[:1] in (["to"], ["on"]):  # "what a tutor believes to be her task", "insists on his own way"
        return False
    return between[:1] == ["that"] or (len(between) < _AFTER_VERB and ("that" in between or bool(hit.entry.check)))


def _someone_else(before: list[str], endorsers: frozenset[str], guard: Guard) -> bool:
    """The words before a verb of saying name a speaker who is not the text itself or an authority."""
    while before and before[-1] in guard.except_after:  # "once", "used to", "was"
        before = before[:-1]
    if not before or before[-1] in {"to", ","}:
        return False
    return endorsers.isdisjoint(before[-3:])
