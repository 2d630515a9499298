"""Lines that open with somebody and a colon: what is said in a script, "Callum: Force is …", and fields of forms."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .cues import I_WORDS, Cue
from .name_context import Tokens
from .people_lexicon import load_people_words
from .pull_quotes import colon_after_label
from .quotations import MARKS, SAID_TO_THE_END, Quote
from .text import Tokenised

TALK = frozenset(
    "? ! i i'm im you u ur your we me my hi hiya hey hello yes yeah yep no nope ok okay thanks cheers please sorry "
    "lol".split()
)
_TIME = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?")  # before a line of a chat
_LINE = 6  # words before the colon of a line in a script
_ASIDE = 15  # tokens of how a line of a script is said: "Callum (crossly): …"
_BESIDE = frozenset({",", "(", "-", "–", "—", "|", "/", "&", "and"})  # after a name in a form
_IN_FIRMS = frozenset({"of", "and", "the", "for", "&", "-"})
_FEWEST = 2  # words of a firm
_SAID = 2  # tokens of "said:"


def script_line(text: Tokenised, block: int, cues: Sequence[Cue], tokens: Tokens) -> Quote | None:
    """The speech of a script's line, "Callum: Force is …", where the block begins with somebody and a colon."""
    doc, words = text.docs[block], tokens.words
    colon = _colon(cues, tokens)
    if colon is None or _is_field(tokens, cues, colon) or _reports_another(tokens, cues, colon):
        return None
    marked = words[colon + 1] in MARKS and words[-1] == words[colon + 1] and colon + 3 < len(words)
    if marked and words[-1] not in words[colon + 2 : -1]:  # "Emma (14): “…”": the marks are no part of what is said
        return Quote(doc[colon + 2].idx, doc[-1].idx, colon + 2, len(doc) - 1, line=True)
    first, last = _aloud(tokens, colon + 1)
    if first >= last:
        return None  # "PAM: (sits down)"
    end = len(text.blocks[block].text.rstrip()) if last == len(doc) else doc[last - 1].idx + len(doc[last - 1])
    return Quote(doc[first].idx, end, first, last, line=True)


def _aloud(tokens: Tokens, first: int) -> tuple[int, int]:
    """The tokens that are said, without what somebody does before or after it: "(to himself) I must! (He sits.)"."""
    words, last = tokens.words, len(tokens.words)
    if words[first] == "(" and ")" in words[first : first + _ASIDE]:
        first = words.index(")", first) + 1
    stop = last - (words[-1] == ".")
    if words[stop - 1] == ")" and "(" in words[first:stop]:
        opens = max(at for at in range(first, stop) if words[at] == "(")
        does = opens > first and words[opens - 1] in SAID_TO_THE_END and TALK.isdisjoint(tokens.lower[opens:])
        last = opens if does or opens == first else last
    return first, last


def _colon(cues: Sequence[Cue], tokens: Tokens) -> int | None:
    """The token of the colon after who speaks: "Young Robert: …", "Farmer Giles: …", "[09:14] Ana: …"."""
    if (
        not cues
        or not _opens_line(tokens, cues[0])
        or cues[0].led_by
        or cues[0].last > _LINE
        or cues[0].kind not in ("name", "title", "role", "kin")
    ):
        return None
    at = cues[0].last
    if len(cues) > 1 and cues[0].kind == "role" and cues[1].name is not None and cues[1].first == at:
        at = cues[1].last
    said = tokens.words[at : at + _ASIDE + 1]
    colon = colon_after_speaker(said)
    if colon is None and any(cue.head in I_WORDS for cue in cues):
        colon = colon_after_label(said)
    if colon is None or at + colon + 2 >= len(tokens.words) or not opens_speech(tokens.words[at + colon + 1]):
        return None
    return at + colon


def _opens_line(tokens: Tokens, cue: Cue) -> bool:
    before = tokens.words[: cue.first]
    called = len(before) == 1 and cue.name is not None and tokens.lower[0] in load_people_words().speaker_leads
    return not before or called or bool(_TIME.fullmatch("".join(before)))


def colon_after_speaker(words: Sequence[str]) -> int | None:
    """Which of the words after who speaks is the colon, past how a script's line is said: ": …", "(crossly): …"."""
    at = 0
    if words and words[0] == "(":
        at = next((i for i, word in enumerate(words[:_ASIDE]) if word in (")", "):")), 0)
        at += words[at] == ")"  # spaCy takes "):" for a face
    return at if at < len(words) and words[at] in (":", "):") else None


def opens_speech(word: str) -> bool:
    """Not "Reporter: asks the questions", "Ref: 22/451": what somebody says has a capital, or "i" and "my"."""
    return word in I_WORDS or not (word[:1].islower() or word[:1].isdigit())


def _is_field(tokens: Tokens, cues: Sequence[Cue], colon: int) -> bool:
    """Whether a line names who is what and says nothing: "Tutor: Emma Reid, engineer", "Leader: Ms Reid (Room 2)"."""
    if len(cues) == 1 or cues[1].name is None or cues[1].first != colon + 1:
        return False
    end, job = cues[1].last, cues[0].kind == "role"
    after, last = tokens.word(end), tokens.word(len(tokens.words) - 1)
    if end + (after == ".") >= len(tokens.words):
        return True
    if job and ":" in tokens.words[end:] and (after in ("(", ".") or _names_more(tokens, end)):
        return True
    if last in SAID_TO_THE_END:
        return False
    return after == "," or (job and after in _BESIDE and TALK.isdisjoint(tokens.lower[end:]))


def without_slot(tokens: Tokens, cues: list[Cue]) -> list[Cue]:
    """The cues of a line without a label that is nobody's, and no job, where somebody else has said what follows."""
    colon = _colon(cues, tokens)
    if colon is None or cues[0].role or cues[0].of is not None or not _reports_another(tokens, cues, colon):
        return cues
    return [replace(cue, of=cue.of - 1 if cue.of else None) for cue in cues[1:]]


def _reports_another(tokens: Tokens, cues: Sequence[Cue], colon: int) -> bool:
    """ "Witness: Rahul Sen said: “I saw it.”": a slot of a frame, whose quotation is somebody else's, named there.

    Not "Ana: Rahul said, “I saw it.”", which Ana may well tell, nor "Teacher: My son said: “I saw it.”".
    """
    words = tokens.lower
    if cues[0].name is not None or cues[-1].first < colon or words[-1] not in MARKS:
        return False
    mark = next((at for at in range(colon + 1, len(words) - 1) if words[at] in MARKS), 0)
    before = words[colon + 1 : mark]
    if len(before) < _SAID or before[-1] not in (":", ",") or before[-2] not in load_people_words().brings_speech:
        return False
    named = [cue for cue in cues if colon < cue.first < mark and cue.name is not None]
    return bool(named) and named[-1].last >= mark - _SAID - 1 and TALK.isdisjoint(before) and "." not in before


def _names_more(tokens: Tokens, first: int) -> bool:
    """Whether another field follows in the line: "Leader: Cerys. Cook: Una.", "Teacher: Emma Reid  Date: 4 May"."""
    return any(tokens.words[at - 1].istitle() for at, word in enumerate(tokens.words) if word == ":" and at > first)


def names_firm(tokens: Tokens, cues: Sequence[Cue]) -> bool:
    """ "Employer: Lothian Buses": a line of a form that names a firm, so that nobody is in it."""
    if len(cues) != 1 or cues[0].kind != "role" or cues[0].name is not None or cues[0].first:
        return False
    words = tokens.words[cues[0].last + 1 :]
    if tokens.word(cues[0].last) != ":" or len(words) < _FEWEST or not TALK.isdisjoint(tokens.lower):
        return False
    small = all(word in _IN_FIRMS or (word[0].isupper() and word.isalpha()) for word in words)
    return small and words[0].isalpha() and words[-1][0].isupper()
