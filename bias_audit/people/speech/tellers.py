"""Who tells a document: whoever signs it, is named on top as its author, or whose profile it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...closings import CLEAR_CLOSINGS, CLOSE_WORDS, CLOSINGS, closes
from ...text import Tokenised
from ..cues.said_labels import is_card, title_in_brackets
from ..name_context import FULL
from ..scene import Seen, says_i
from .profiles import Profile, find_interviews, find_introductions, find_profiles
from .set_off import set_off

GREETINGS = ("dear ", "hi ", "hello ", "hey ")
_FEWEST = 2  # "I" and "my" in a document that somebody tells
_SIGNED_WORDS = 8
_SIGNED = (("signed", ":"), ("written", "by"), ("reviewed", "by"), ("review", "by"), ("story", "by"))
_DIARIES = frozenset("diary diaries journal memoir memoirs".split())
_TALKED = (("was", "talking", "to"), ("was", "speaking", "to"))  # "Delroy Francis was talking to Emma Stubbs."
_LINE = 16  # tokens of a line that says where a passage is from
_NAMES_WHO = frozenset("from regards wishes sincerely faithfully truly".split())  # not "Thanks Ewan"
_KISSES = re.compile("[xX]+|xoxo")
_CLOSE_LETTERS = max(map(len, CLOSINGS))
_TOP = 6  # blocks at the top, in which an author is named


@dataclass(frozen=True, slots=True)
class Telling:
    """Whether somebody tells a document, the block that names who, and the profiles in it that tell themselves.

    ``others``: the blocks in which somebody else says "I".
    """

    told: bool
    teller: int | None
    profiles: Sequence[Profile] = ()
    others: frozenset[int] = frozenset()


def telling(text: Tokenised, seen: Sequence[Seen]) -> Telling:
    """Who says "I" outside of quotations."""
    every = [at for at, one in enumerate(seen) for i in range(len(one.cues)) if says_i(one, i)]
    signature, author = _signature(text, seen), _author(text, seen)
    above = min([*every[:1], *([author] if author is not None else [])], default=len(seen))
    others = frozenset(at for at, brought in set_off(text, seen) if brought > above) if every else frozenset()
    said = [at for at in every if at not in others]
    if signature is None and len(said) >= _FEWEST:
        signature = _byline(text, seen)
    if not said or signature is not None or author is not None:
        told = len(said) >= _FEWEST or signature is not None
        return Telling(told, signature if signature is not None else author, (), others)
    own = find_introductions(text, seen)
    interviews, asks = find_interviews(text, seen)
    if interviews:
        others |= asks
        outside = sum(not (at in others or any(one.holds(at) for one in interviews)) for at in said)
        return Telling(outside >= _FEWEST, None, interviews, others)
    profiles = [] if any(_greets(text, one) for one in seen[:_TOP]) else find_profiles(text, seen)
    profiles = profiles or (own if len(own) > 1 else [])
    outside = sum(not any(profile.holds(at) for profile in profiles) for at in said)
    return Telling(outside >= _FEWEST or (len(own) == 1 and not profiles), None, profiles, others)


def _greets(text: Tokenised, one: Seen) -> bool:
    return text.blocks[one.block].text.lower().startswith(GREETINGS)


def _signature(text: Tokenised, seen: Sequence[Seen]) -> int | None:
    """Where somebody signs a letter: the name on a line of its own after the closing words."""
    dear = any(block.text.lower().startswith((*GREETINGS, "my dear ")) for block in text.blocks[:5])
    closing = False
    for at, one in enumerate(seen):
        if dear and _closes_with_name(one):
            return at
        if closing and one.cues and one.cues[0].name is not None and _begins(one):
            return at
        closing = (closing and dear) or _closes(text.blocks[one.block].text, dear=dear)
    return None


def _author(text: Tokenised, seen: Sequence[Seen]) -> int | None:
    """Where a text begins with the name of who tells it: "By Dexter Thomas", "Zanele Situ: My Story", an interview."""
    starts = [text.blocks[one.block].text[:2] for one in seen]
    interview = starts.count("Q:") > 1 < starts.count("A:")
    for at, one in enumerate(seen[:_TOP]):
        if _is_diary_of(one):
            return at
        words, cue = one.tokens, one.cues[0] if one.cues else None
        if cue is None or cue.name is None:
            continue
        byline = cue.first == 1 and words.word(0) == "by"
        if len(cue.name.parts) < FULL:
            byline = byline or words.lower[: cue.first] == ("written", "by")
            if byline and _is_line(text, one):
                return at
            continue
        own = cue.first == 0 and words.word(cue.last) == ":" and words.word(cue.last + 1) == "my"
        asked = words.word(1) == ":" and words.word(0) in ("q", "a")  # "Q: Did you know Ana Reid?"
        if (byline or own or (interview and not asked)) and text.blocks[one.block].kind != "list":
            return at
    return None


def _is_diary_of(one: Seen) -> bool:
    """ "From the diary of Private James Rennie, October 1915": what stands below is told by its first person."""
    words = one.tokens.lower[: len(("from", "the", "diary", "of"))]
    opens = words[:2] == ("from", "the") and not _DIARIES.isdisjoint(words[2:3]) and words[3:] == ("of",)
    named = any(cue.name is not None for cue in one.cues)
    return opens and named and len(one.tokens.words) <= _LINE and one.cues[0].first <= len(words) + 1


def _byline(text: Tokenised, seen: Sequence[Seen]) -> int | None:
    """The last line, where it names who has told what stands above: "– Robbie Sinclair, 23", "Gail Munro, baker"."""
    last = len(seen) - 1
    if not seen or not _is_byline(text.blocks[seen[last].block].text, seen[last], seen):
        return None
    earlier = any(_is_byline(text.blocks[one.block].text, one, seen) for one in seen[:last])
    return None if earlier else last


def _is_byline(line: str, one: Seen, seen: Sequence[Seen]) -> bool:
    if len(line.split()) > _SIGNED_WORDS or not one.cues or (name := one.cues[0].name) is None:
        return False
    if line.startswith(("-", "–", "—")):
        return one.cues[0].first == 1
    if one is not seen[-1]:
        return False
    names = [c.name.parts[-1] for s in seen for c in s.cues if c.name is not None]
    if names.count(name.parts[-1]) > 1:
        return False
    own, words = one.cues[0], one.tokens
    if own.first == 0 and words.lower[own.last : own.last + 3] in _TALKED:
        return True
    if line.rstrip().endswith((".", "!", "?", ":")):
        return words.lower[: own.first] in _SIGNED
    if len(name.parts) == 1 and own.first == 0:
        others = [(s.tokens, s.cues[0].name) for s in seen[:-1] if s.cues]
        return own.last == len(words.words) and not any(n is not None and is_card(tokens, n) for tokens, n in others)
    return _begins(one) or words.lower[: own.first] in _SIGNED


def _begins(one: Seen) -> bool:
    """Whether a line begins with a name, or with a title in brackets before it: "(Mrs) Leila Hosseini"."""
    return one.cues[0].first == 0 or title_in_brackets(one.tokens, one.cues[0].first)


def _closes_with_name(one: Seen) -> bool:
    """ "Yours faithfully, Leila Hosseini (14)", "Love, Leila xx": closing words, name and age or kisses on one line."""
    own, words = next(iter(one.cues), None), one.tokens
    if own is None or own.name is None or not 0 < own.first <= CLOSE_WORDS:
        return False
    after = words.words[own.last :]
    kissed = any(after) and all(_KISSES.fullmatch(word) for word in after)
    after = () if kissed else after
    if words.word(own.first - 1) == ",":
        clear = words.lower[0] in ("yours", "your") or " ".join(words.lower[: own.first - 1]) in CLEAR_CLOSINGS
        with_love = kissed or words.word(own.first - 2) == "love"
        clear = clear or (with_love and closes(" ".join(words.words[: own.first - 1])))
    else:
        clear = words.word(own.first - 1) in _NAMES_WHO and closes(" ".join(words.words[: own.first]))
    return clear and (not after or (len(after) == len(("(", "14", ")")) and after[1].isdigit()))


def _is_line(text: Tokenised, one: Seen) -> bool:
    """Whether a block is a line of its own that says no more than who wrote it: "By Hodan, Entry 3"."""
    block = text.blocks[one.block]
    short = len(block.text.split()) <= _SIGNED_WORDS and len(one.cues) == 1
    return short and block.kind != "list" and not block.text.rstrip().endswith((".", "!", "?", ":"))


def _closes(line: str, *, dear: bool) -> bool:
    opens = line[:_CLOSE_LETTERS].lower().startswith(CLOSINGS if dear else CLEAR_CLOSINGS)
    return opens and len(line.split()) <= CLOSE_WORDS
