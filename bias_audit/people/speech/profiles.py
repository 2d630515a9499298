"""Profiles that tell themselves: "Dan, apprentice joiner", and below it "I always liked making things"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Block
from ...text import Tokenised
from ..cue import I_WORDS, SHE_OR_HE, Cue
from ..cues.said_labels import fills_line
from ..name_context import FULL
from ..scene import Seen, says_i

LEADS = (
    ("meet",), ("name", ":"), ("introducing",), ("profile", ":"), ("interview", "with"), ("a", "day", "with"),
    ("a", "day", "in", "the", "life", "of"),
)  # fmt: skip
_OWN_LEADS = frozenset((
    *LEADS, ("profile", "of"), ("career", "profile", ":"), ("job", "profile", ":"), ("case", "study", ":"),
    ("a", "day", "in", "the", "life", ":"), ("my", "story", ":"), ("my", "job", ":"),
    ("interview", ":"), ("q", "and", "a", "with"), ("q", "&", "a", "with"), ("q&a", "with"), ("q", "and", "a", ":"),
    ("q&a", ":"), ("for", ":"), ("against", ":"),
))  # fmt: skip
_BY = ((",", "by"), ("by",))  # "My day, by Dan"
_OWN = frozenset("story journey day career job week".split())  # "Dan's story"
_BESIDE = frozenset({",", "(", "-", "–", "—", "|"})
_AGED = re.compile(r"(?:aged? )?\d\d?\b(?! (?:am|pm|minutes?|hours?|metres?|marks?)\b)")
_CARD = re.compile(r"(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+(?:, \d\d?| \(\d\d?\))\s*")  # of whoever has no known name
_LABELLED = re.compile(r"(?:age|job|job title|role|occupation|works? (?:as|at|for)):? \S")
_ASKS = frozenset({"interviewer", "q", "question"})
_ANSWERS = frozenset({"a", "answer"})
_YOU = frozenset({"you", "your"})
_KINDS = frozenset({"heading", "paragraph"})
_WORDS = 12  # of a line that says whose profile it is
_JOB = 3  # words of a job beside a name
_TOP = 4  # blocks in which it stands, if it is no heading
_FEWEST = 2  # "I" and "my" under a name and no more


@dataclass(frozen=True, slots=True)
class Profile:
    """The block and the cue that name whose profile it is, and the block before which it ends.

    ``within``: the block tells as well: "I am Billy, a plant operator."
    """

    at: int
    cue: int
    end: int
    within: bool = False

    def holds(self, at: int) -> bool:
        """Whether "I" is the one named in a block."""
        return self.at + (not self.within) <= at < self.end


def find_profiles(text: Tokenised, seen: Sequence[Seen]) -> list[Profile]:
    """The parts of a document under a name, in which "I" is whoever bears it."""
    opens: list[tuple[int, int, bool]] = []  # block, cue, and whether no more than a name is there
    for at, one in enumerate(seen):
        heading = text.blocks[one.block].kind == "heading"
        if one.cues and (heading or at < _TOP or opens) and (found := _named(text, seen, at)) is not None:
            opens.append((at, *found))
    if opens and any(_is_told(text, one) for one in seen[: opens[0][0]]):
        opens = [one for one in opens if text.blocks[seen[one[0]].block].kind == "heading"]  # names below what they say
    profiles = []
    for n, (at, cue, alone) in enumerate(opens):
        end = opens[n + 1][0] if n + 1 < len(opens) else len(seen)
        end = _end(text, seen, at, end)
        if _tells_itself(text, seen, Profile(at, cue, end), fewest=_FEWEST if alone else 1):
            profiles.append(Profile(at, cue, end))
    return profiles


def find_introductions(text: Tokenised, seen: Sequence[Seen]) -> list[Profile]:
    """Where one after another says who it is, "I am Billy, …", "I am Joanne, …": there, and as far as the next one."""
    opens: list[tuple[int, int]] = []
    for at, one in enumerate(seen):
        for i, cue in enumerate(one.cues):
            if _is_said_of_i(one, cue) and one.around.quote[i] is None and not one.tokens.title_case:
                last = seen[opens[-1][0]].cues[opens[-1][1]] if opens else cue
                if not opens or (at > opens[-1][0] and not _is_same(cue, last)):
                    opens.append((at, i))
    if len(opens) < _FEWEST:
        return [Profile(at, cue, len(seen), within=True) for at, cue in opens]
    ends = [at for at, _ in opens[1:]] + [len(seen)]
    kinds = [text.blocks[one.block].kind for one in seen]
    headings = [at for at, kind in enumerate(kinds) if kind == "heading"]
    ends = [min((h for h in headings if at < h < end), default=end) for (at, _), end in zip(opens, ends, strict=True)]
    return [  # an item of a list tells of itself alone
        Profile(at, cue, at + 1 if kinds[at] == "list" else end, within=True)
        for (at, cue), end in zip(opens, ends, strict=True)
    ]


def find_interviews(text: Tokenised, seen: Sequence[Seen]) -> tuple[list[Profile], frozenset[int]]:
    """ "Q: What do you do, Dr Orr?", "A: I'm a geologist.": who is asked by name says "I" below; and the questions."""
    labels = [one.tokens.word(0) if one.tokens.word(1) == ":" else "" for one in seen]
    asks = frozenset(at for at, label in enumerate(labels) if label in _ASKS)
    if not asks or _ANSWERS.isdisjoint(labels):
        return [], frozenset()
    asked = [(at, cue) for at in sorted(asks) if (cue := _is_asked(seen[at])) is not None]
    if not asked:
        return [], frozenset()
    ends = [*(at for at, _ in asked[1:]), len(seen)]
    ends = [_end(text, seen, at, end) for (at, _), end in zip(asked, ends, strict=True)]
    return [Profile(at, cue, end) for (at, cue), end in zip(asked, ends, strict=True)], asks


def _is_asked(one: Seen) -> int | None:
    """The cue of whom a question calls by name: "…, Dr Orr?", "Q: Dr Orr, …"; not "Who was Dr Orr?"."""
    words, first = one.tokens, len(("Q", ":"))
    if _YOU.isdisjoint(words.lower):
        return None
    called = (
        i
        for i, cue in enumerate(one.cues)
        if cue.name is not None
        and ((cue.first == first and words.word(cue.last) == ",") or words.word(cue.last) == "?")
        and (cue.first == first or words.word(cue.first - 1) == ",")
    )
    return next(called, None)


def _named(text: Tokenised, seen: Sequence[Seen], at: int) -> tuple[int, bool] | None:
    """The cue that a line names, if it says whose profile it is; and whether the line holds no more than the name."""
    one, block = seen[at], text.blocks[seen[at].block]
    names = [i for i, cue in enumerate(one.cues) if cue.name is not None]
    if block.kind not in _KINDS or len(names) != 1 or len(one.tokens.words) > _WORDS:
        return None
    if one.tokens.lower[:1] == ("my",) and _is_by(one, one.cues[names[0]]):
        return names[0], False
    if block.text.rstrip().endswith((".", "!", "?", ":")) or any(cue.head in I_WORDS for cue in one.cues):
        return None
    cue, words = one.cues[names[0]], one.tokens
    if words.lower[: cue.first] in _OWN_LEADS:
        return names[0], False
    after = words.word(cue.last)
    if cue.first:
        return None
    if after == "'s":
        own = words.word(cue.last + 1) in _OWN and cue.last + 2 == len(words.words)  # "Dan's story"
        return (names[0], False) if own else None
    if not after:
        below = at + 1 < len(seen) and _says_who(text.blocks[seen[at + 1].block], seen[at + 1])
        first = at == 0 or block.kind == "heading"
        full = cue.name is not None and len(cue.name.parts) >= FULL
        return (names[0], not below) if below or (first and full) else None
    rest = " ".join(words.lower[cue.last + 1 :])
    job = words.words[cue.last + 1 :]  # also one that the tool does not know
    said = len(job) <= _JOB and all(word.isalpha() and word.islower() for word in job)
    said = said or any(other.kind == "role" and other.of == names[0] for other in one.cues)
    said = said or bool(_AGED.match(rest)) or rest.startswith("from ")
    return (names[0], False) if after in _BESIDE and said else None


def _is_by(one: Seen, name: Cue) -> bool:
    """ "My day, by Dan": what is whose, and no more."""
    lead, own = one.tokens.lower[: name.first], [cue for cue in one.cues if cue.head in I_WORDS]
    whole = name.last == len(one.tokens.words) and len(own) == 1
    return whole and lead[1:2] != () and lead[1] in _OWN and lead[2:] in _BY


def _says_who(block: Block, one: Seen) -> bool:
    """Whether the line below a name says an age or a job and no more: "Site manager, Wick", "Age 26, from Perth"."""
    line = block.text.lower()
    if len(one.tokens.words) > _WORDS or line.rstrip().endswith((".", "!", "?")):
        return False
    job = len(one.cues) == 1 and one.cues[0].kind == "role" and one.cues[0].bare
    return bool(_AGED.match(line) or _LABELLED.match(line)) or (job and fills_line(one.tokens, one.cues[0]))


def _end(text: Tokenised, seen: Sequence[Seen], at: int, end: int) -> int:
    """Where a profile ends: at a line such as "Xyz Abc, 22", or under a heading at the next that stands no lower."""
    cards = (n for n in range(at + 1, end) if not seen[n].cues and _CARD.fullmatch(text.blocks[seen[n].block].text))
    end = next(cards, end)
    first = text.blocks[seen[at].block]
    if first.kind != "heading":
        return end
    blocks = ((n, text.blocks[seen[n].block]) for n in range(at + 1, end))
    return next((n for n, block in blocks if block.kind == "heading" and block.level <= first.level), end)


def _is_told(text: Tokenised, one: Seen) -> bool:
    """Whether somebody says "I" in a block: no heading, no question and no aim such as "I can add"."""
    block = text.blocks[one.block]
    return block.kind not in ("heading", "question") and any(says_i(one, i) for i in range(len(one.cues)))


def _tells_itself(text: Tokenised, seen: Sequence[Seen], profile: Profile, fewest: int) -> bool:
    """Whether "I" is the one named: somebody tells, nobody else is named as teller, and nobody tells of the name."""
    own = seen[profile.at].cues[profile.cue]
    told, others = 0, False
    for one in seen[profile.at + 1 : profile.end]:
        alone = bool(one.cues) and one.cues[0].name is not None and one.cues[0].last == len(one.tokens.words)
        heading = text.blocks[one.block].kind == "heading" or alone
        asked = text.blocks[one.block].text.rstrip().endswith("?")
        for i, cue in enumerate(one.cues):
            if one.around.quote[i] is not None or heading:
                continue
            told += cue.head == "i" and not asked and says_i(one, i)
            same = _is_same(cue, own)
            if cue.name is not None and same != _is_said_of_i(one, cue):
                return False  # "Dan works …", "I'm Gemma"
            if cue.head in SHE_OR_HE and not others:
                return False  # "I think she was brave."
            others = others or cue.kind in ("role", "kin", "name", "title")
    return told >= fewest


def _is_same(cue: Cue, own: Cue) -> bool:
    return cue.name is not None and own.name is not None and not {*cue.name.parts}.isdisjoint(own.name.parts)


def _is_said_of_i(one: Seen, cue: Cue) -> bool:
    """ "I'm Dan", "My name is Dan"."""
    return cue.name is not None and cue.of is not None and one.cues[cue.of].kind == "first person"
