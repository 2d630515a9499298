"""Lines that open with somebody and a colon: what is said in a script, "Callum: Force is …", and fields of forms."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...text import Tokenised
from ..actions import load_actions
from ..cue import I_WORDS, Cue
from ..cues.worker_lines import names_worker
from ..name_context import Tokens
from ..words import load_people_words
from .pull_quotes import colon_after_label
from .quotations import MARKS, SAID_TO_THE_END, TALK, Quote

_TIME = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?")  # before a line of a chat
_LINE = 6  # words before the colon of a line in a script
_ASIDE = 15  # tokens of how a line of a script is said: "Callum (crossly): …"
_BESIDE = frozenset({",", "(", "-", "–", "—", "|", "/", "&", "and"})  # after a name in a form
_IN_FIRMS = frozenset({"of", "and", "the", "for", "&", "-"})
_FEWEST = 2  # words of a firm
_OWNER = 2  # tokens of "Farmer's"
_TELLERS = frozenset("announcer chorus narrator presenter reader storyteller".split())
_ARE = (("are",), ("'re",))
_A = (("a",), ("an",), ("the",))
_ALOUD = frozenset("? ! i i'm me my yes no hello hi thanks".split())
_BRINGS_SPEECH = ((",",), (":",))
_PAIR = 2  # marks of a quotation
_LONGEST_FRAME = 15  # tokens that say who says it


def script_line(text: Tokenised, block: int, cues: Sequence[Cue], tokens: Tokens) -> Quote | None:
    """The speech of a script's line, "Callum: Force is …", where the block begins with somebody and a colon."""
    doc, words = text.docs[block], tokens.words
    colon = _colon(cues, tokens)
    if colon is None or any(
        tells_otherwise(tokens, cues, colon) for tells_otherwise in (_is_field, _is_frame, is_card_of_part)
    ):
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
        or (cues[0].led_by and not _is_somebodys(tokens, cues[0]))
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
    return not before or called or _is_somebodys(tokens, cue) or bool(_TIME.fullmatch("".join(before)))


def _is_somebodys(tokens: Tokens, cue: Cue) -> bool:
    """ "Farmer's wife: Pull!"."""
    return cue.first == _OWNER and tokens.word(1) == "'s" and tokens.lower[0] in load_people_words().cue_words


def colon_after_speaker(words: Sequence[str]) -> int | None:
    """Which of the words after who speaks is the colon, past how a script's line is said: ": …", "(crossly): …"."""
    at = 0
    if words and words[0] == "(":
        at = next((i for i, word in enumerate(words[:_ASIDE]) if word in (")", "):")), 0)
        at += words[at] == ")"  # spaCy takes "):" for a face
    return at if at < len(words) and words[at] in (":", "):") else None


def is_voices(tokens: Tokens, cues: Sequence[Cue], i: int) -> bool:
    """Whether "I" or "his" is that of a voice that no list knows: "TROLL: I am here.", "Fox: (licking his lips) …"."""
    if cues[i].kind != "pronoun":
        return tokens.voiced and cues[i].kind == "first person" and cues[i].head in I_WORDS
    colon = tokens.words.index(":") if ":" in tokens.words[:_LINE] else len(tokens.words)
    if tokens.word(colon + 1) != "(" or cues[0].first < colon:
        return False
    return ")" not in tokens.words[colon : cues[i].first]


def speaks_as_kin(tokens: Tokens, cue: Cue) -> bool:
    """ "Wife: I told you.", "MOTHER: Are you cold?"; not "Mother: Olga Bell" on a form, nor "Ex: Do I need it?"."""
    relative = cue.kind == "kin" and not cue.first and "not stated" not in cue.genders
    colon = colon_after_speaker(tokens.lower[cue.last :]) if relative else None
    said = tokens.words[cue.last + colon + 1 :] if colon is not None else ()
    return bool(said) and opens_speech(said[0]) and not TALK.isdisjoint(tokens.lower[cue.last :])


def opens_speech(word: str) -> bool:
    """Not "Reporter: asks the questions", "Ref: 22/451": what somebody says has a capital, or "i" and "my"."""
    return word in I_WORDS or not (word[:1].islower() or word[:1].isdigit())


def _is_field(tokens: Tokens, cues: Sequence[Cue], colon: int) -> bool:
    """Whether a line names who is what and says nothing: "Tutor: Emma Reid, engineer", "Leader: Ms Reid (Room 2)"."""
    if len(cues) == 1 or cues[1].name is None or cues[1].first != colon + 1:
        return False
    end, job = cues[1].last, cues[0].kind == "role"
    after, last = tokens.word(end), tokens.word(len(tokens.words) - 1)
    if end + (after == ".") >= len(tokens.words) or names_worker(tokens, cues, 0):
        return True
    if job and ":" in tokens.words[end:] and (after in ("(", ".") or _names_more(tokens, end)):
        return True
    if last in SAID_TO_THE_END:
        return False
    return after == "," or (job and after in _BESIDE and TALK.isdisjoint(tokens.lower[end:]))


def _names_more(tokens: Tokens, first: int) -> bool:
    """Whether another field follows in the line: "Leader: Cerys. Cook: Una.", "Teacher: Emma Reid  Date: 4 May"."""
    return any(tokens.words[at - 1].istitle() for at, word in enumerate(tokens.words) if word == ":" and at > first)


def _is_frame(tokens: Tokens, cues: Sequence[Cue], colon: int) -> bool:
    """Whether a label only says whose words a line reports: "Witness: Ana Reid said: “…”"; not "Narrator: …"."""
    if tokens.words[-1] not in MARKS or cues[0].name is not None or cues[0].head in _TELLERS:
        return False
    marks = [at for at, word in enumerate(tokens.words) if word in MARKS and at > colon]
    told = tokens.lower[colon + 1 : marks[0]]
    says = told[-1:] in _BRINGS_SPEECH and told[-2] in load_actions().say if len(told) > 1 else False
    if not says or len(marks) > _PAIR or len(told) > _LONGEST_FRAME or not TALK.isdisjoint(told):
        return False
    return any(colon < cue.first < marks[0] and cue.kind in ("name", "title", "kin", "role") for cue in cues)


def is_card_of_part(tokens: Tokens, cues: Sequence[Cue], colon: int | None = None) -> bool:
    """ "Student A: You are a customer. Ask the price.": what a card tells whoever has it; not "You are a star!".

    Also "Student A: You are Ana. You were a vet.", where "you" is Ana.
    """
    colon = _colon(cues, tokens) if colon is None and "you" in tokens.lower[:_LINE] else colon
    if colon is None or cues[0].name is not None:
        return False
    label, said = tokens.words[colon - 1], tokens.lower[colon + 1 :]
    if said[:1] != ("you",) or said[1:2] not in _ARE or not (label.isdigit() or len(label) == 1):
        return False
    named = any(cue.name is not None and cue.first == colon + 1 + len(("you", "are")) for cue in cues)
    return (named or said[2:3] in _A) and _ALOUD.isdisjoint(said)


def unframed(tokens: Tokens, cues: Sequence[Cue]) -> list[Cue]:
    """The cues without the label of a line that reports somebody's words, which is nobody, or whoever it names."""
    colon = _colon(cues, tokens) if tokens.words[-1:] and tokens.words[-1] in MARKS else None
    if colon is None or cues[0].of is not None or not _is_frame(tokens, cues, colon):
        return list(cues)
    return [replace(cue, of=cue.of - 1 if cue.of else None) for cue in cues[1:]]


def names_firm(tokens: Tokens, cues: Sequence[Cue]) -> bool:
    """ "Employer: Lothian Buses": a line of a form that names a firm, so that nobody is in it."""
    if len(cues) != 1 or cues[0].kind != "role" or cues[0].name is not None or cues[0].first:
        return False
    words = tokens.words[cues[0].last + 1 :]
    if tokens.word(cues[0].last) != ":" or len(words) < _FEWEST or not TALK.isdisjoint(tokens.lower):
        return False
    small = all(word in _IN_FIRMS or (word[0].isupper() and word.isalpha()) for word in words)
    return small and words[0].isalpha() and words[-1][0].isupper()
