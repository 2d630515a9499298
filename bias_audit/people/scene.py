"""What the linker knows: a block as read, what the document has said so far, and who is who in the block."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..model import Grammar
from .cue import I_WORDS, Cue
from .name_context import Tokens
from .parses.grammar import SUBJECTS
from .parses.parse import Parse
from .someone import Named, Someone, Turn
from .speech.quotations import Quote

RECENT = 5  # blocks that count as a little while ago
CAN = frozenset("can will could 'll".split())  # "I can find …" is an aim, not somebody's story
_THEIRS = frozenset("hers his theirs mine yours".split())
_PAST = 3  # blocks without people past which the only one before them is still meant
_TO_ANOTHER = frozenset({"with", "to", "at", "for"})
_CARRIES = frozenset(
    "bring bringing brings brought carried carries carry carrying had has have having keep keeps kept take taken takes "
    "taking took".split()
)
_DEEP = 8  # steps from a word up to its verb
_Rest = ParamSpec("_Rest")
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Around:
    """A block as the linker sees it. ``speakers``: of each quotation, the cue of who says it."""

    tokens: Tokens
    cues: Sequence[Cue]
    parse: Parse
    starts: Sequence[int]  # the first token of each sentence
    acts: Sequence[Mapping[tuple[int, Grammar], None]]  # of each cue
    quotes: Sequence[Quote]
    speakers: Sequence[int | None]
    told: Sequence[int] = ()  # of each sentence: how many up to it are not speech throughout
    announces: int | None = None  # the cue of whose words the next block holds: "Amina wrote:"
    may_sign: bool = False  # the block before is a name alone, whose job may stand here
    # of each cue: the token that the rest of it hangs on, the verb of its clause, its sentence, the quotation in which
    # it stands, and whether it is a subject
    roots: Sequence[int] = field(init=False, default=())
    clauses: Sequence[int] = field(init=False, default=())
    sentence: Sequence[int] = field(init=False, default=())
    quote: Sequence[int | None] = field(init=False, default=())
    acting: Sequence[bool] = field(init=False, default=())
    by_sentence: Sequence[Sequence[int]] = field(init=False, default=())  # the cues of each sentence that has any
    brings: bool = field(init=False, default=False)  # whether any cue may be one person: not "we" and "students" alone
    subjects: Mapping[int, Sequence[int]] = field(init=False, default_factory=dict)  # cues that are a verb's subject
    known: dict[tuple[object, int], Any] = field(init=False, default_factory=dict)  # what `once` has worked out

    def __post_init__(self) -> None:
        if not self.cues:  # as in most blocks
            return
        object.__setattr__(self, "roots", [self.parse.root_of(cue.first, cue.last) for cue in self.cues])
        object.__setattr__(self, "clauses", [self._clause_of(root) for root in self.roots])
        object.__setattr__(self, "sentence", [bisect_right(self.starts, cue.first) - 1 for cue in self.cues])
        object.__setattr__(self, "quote", [self._quote_at(cue) for cue in self.cues])
        object.__setattr__(self, "acting", [self._is_subject(i) for i in range(len(self.cues))])
        object.__setattr__(self, "brings", any(map(_may_be_one, self.cues)))
        by_sentence = [list(cues) for _, cues in groupby(range(len(self.cues)), key=self.sentence.__getitem__)]
        object.__setattr__(self, "by_sentence", by_sentence)
        subjects: dict[int, list[int]] = {}
        for i, acts in enumerate(self.acts):
            for verb, grammar in acts:
                if grammar == "subject":
                    subjects.setdefault(verb, []).append(i)
        object.__setattr__(self, "subjects", subjects)

    def _clause_of(self, at: int) -> int:
        for _ in range(_DEEP):
            at = self.parse.heads[at]
            if self.parse.tags[at].startswith("VB"):
                break
        return at

    def _is_subject(self, i: int) -> bool:
        return self.parse.deps[self.roots[i]] in SUBJECTS or any(g != "object" for _, g in self.acts[i])

    def _quote_at(self, cue: Cue) -> int | None:
        return next((q for q, quote in enumerate(self.quotes) if quote.first <= cue.first < quote.last), None)


def _may_be_one(cue: Cue) -> bool:
    return cue.kind != "group" and not (cue.kind == "first person" and cue.head not in I_WORDS)


@dataclass(frozen=True, slots=True)
class Seen:
    """A block in which people may be, as read before anything is linked."""

    block: int
    tokens: Tokens
    parse: Parse
    cues: tuple[Cue, ...]
    around: Around
    marked: tuple[Quote, ...]  # all that stands in quotation marks, said or not


@dataclass(slots=True)
class Memory:
    """What a document has said so far. ``narrator``: who says "I" outside of quotations, if anybody.

    ``sure_only``: a pronoun that may mean several people says nothing of any of them yet.
    """

    named: Named
    sure_only: bool = False
    left_open: bool = False  # a pronoun was left open only because of that
    nouns: list[tuple[str, Someone]] = field(default_factory=list)  # by their noun, in reading order
    counts: tuple[int, int] = (0, 0)  # how many nouns there were before the last block, and after it
    kin: dict[Someone, tuple[str, Someone]] = field(default_factory=dict)  # somebody's relatives: (mother, of whom)
    before: list[Someone] = field(default_factory=list)  # who the block before mentions
    level: int = 0  # of the heading that has mentioned them and nobody else since, 0 if it is none
    since: int = 0  # blocks since then that mention nobody
    recent: deque[list[Someone]] = field(default_factory=lambda: deque(maxlen=RECENT))  # who the last few mention
    turns: list[Someone] = field(default_factory=list)  # who spoke, in reading order
    dialogue: list[Turn] = field(default_factory=list)  # who has spoken since a block in which nobody did
    talked_of: set[Someone] = field(default_factory=set)  # who the block before names in what others say alone
    announced: Someone | None = None  # whose words the next block holds: "Amina wrote:"
    unsigned: "Scene | None" = None  # the block before, where it is a quotation that nobody says
    asking: "list[Scene]" = field(default_factory=list)  # the last two blocks, where somebody may be in them
    narrator: Someone | None = None
    written_to: Someone | None = None  # to whom a letter is: its "you"
    profiled: Someone | None = None  # whom a profile or an interview is about: "Meet Pardeep"
    same: dict[Someone, Someone] = field(default_factory=dict)  # found to be one person later on

    def end_block(self, who: Sequence[Someone | None], level: int = 0) -> None:
        """Remember whom a block mentions, whose ``level`` is 0 unless it is a heading."""
        people = list(dict.fromkeys([w for w in who if w is not None and not w.general])) if who else []
        if not who and self._goes_on(level):
            self.since += 1
            self.recent.append([])
        else:
            self.level = self.level if self.level and people == self.before else level
            self.before, self.since = people, 0
            self.recent.append(people)
        self.counts = (self.counts[1], len(self.nouns))

    def _goes_on(self, level: int) -> bool:
        """ "Morag Bain", "Works with: horses", "She …": whether those before stay so past a block without people."""
        one = len(self.before) == 1 and self.before[0].named and self.since < _PAST
        return one and (not level or 0 < self.level < level)

    def turn_to_new_chapter(self) -> None:
        """Forget everyone without a name: the king of the next tale is another king."""
        self.nouns, self.before, self.turns, self.dialogue, self.announced = [], [], [], [], None
        self.asking = []
        self.recent.clear()
        self.counts = (0, 0)
        self.named.chapter += 1

    def any_one(self) -> Someone | None:
        """The last person whom a noun has brought, here or in the block before, if it is anybody at all."""
        last = self.nouns[-1][1] if len(self.nouns) > self.counts[0] else None
        return last if last is not None and last.any_one and not last.genders - {"she", "he"} else None

    def is_brought(self, who: Someone) -> bool:
        """Whether a name or a noun has brought somebody, not a pronoun alone."""
        return who.named or any(someone is who for _, someone in self.nouns)

    def merge(self, someone: Someone, other: Someone) -> None:
        """Say that someone is the other, who has a name."""
        self.same[someone] = other
        other.genders |= someone.genders
        other.roles += [role for role in someone.roles if role not in other.roles]
        other.said += someone.said
        self.nouns = [(noun, other if who is someone else who) for noun, who in self.nouns]
        if someone in self.kin:
            self.kin.setdefault(other, self.kin[someone])


@dataclass(slots=True)
class Scene:
    """The block that is being linked."""

    around: Around
    memory: Memory
    cues: Sequence[Cue]  # of the block
    who: list[Someone | None]  # of each cue
    said_by: list[Someone | None]  # of each quotation
    sentence: Sequence[int]  # of each cue
    quote: Sequence[int | None]  # of each cue
    acting: Sequence[bool]  # of each cue: a subject
    pronouns: dict[str, Someone] = field(default_factory=dict)  # nobody known, one for each gender
    doubts: dict[int, tuple[Someone, ...]] = field(default_factory=dict)  # whom each pronoun left open may mean

    def root(self, i: int) -> int:
        """The token of a cue that the rest of it hangs on."""
        return self.around.roots[i]

    def clause(self, i: int) -> int:
        """The verb of the clause in which a cue stands."""
        return self.around.clauses[i]

    def opening(self, i: int) -> int:
        """The token with which the sentence of a cue opens."""
        return self.around.starts[self.sentence[i]] if self.around.starts else 0

    def subject_of(self, verb: int, i: int) -> int | None:
        """The cue before a cue that is a verb's subject."""
        return next((j for j in self.around.subjects.get(verb, ()) if j < i and self.who[j] is not None), None)

    def own_subject(self, i: int) -> Someone | None:
        """The subject of the clause in which a cue stands, if it is not the subject itself."""
        j = self.subject_of(self.clause(i), i)
        return self.who[j] if j is not None else None

    def apart(self, i: int, j: int) -> int:
        """Sentences between a cue and one before it; what somebody says in between does not count in what is told."""
        if self.quote[i] is not None or self.quote[j] is not None:
            return self.sentence[i] - self.sentence[j]
        return self.around.told[self.sentence[i]] - self.around.told[self.sentence[j]]

    def is_other(self, i: int, j: int) -> bool:
        """Subject and object of one verb, unless it says "herself", are two people."""
        if self.cues[i].head.endswith(("self", "selves")):
            return False
        own, others = self.around.acts[i], self.around.acts[j]
        if others and (verb := self._with_whom(i)) is not None:
            return (verb, "subject") in others
        if not own or not others:
            return False
        verbs = dict(iter(own))
        return any(verbs.get(verb, grammar) != grammar for verb, grammar in others)

    def _with_whom(self, i: int) -> int | None:
        """ "Zara played with him": the verb of what somebody does with another one; not "took her bag with her"."""
        parse, at = self.around.parse, self.cues[i].first
        by = parse.heads[at]
        verb = parse.heads[by] if parse.deps[parse.heads[by]] != "dobj" else parse.heads[parse.heads[by]]
        beside = parse.deps[at] == "pobj" and parse.words[by] in _TO_ANOTHER and parse.tags[verb].startswith("VB")
        return verb if beside and parse.words[verb] not in _CARRIES else None

    def is_speaker(self, other: int, cue: int) -> bool:
        """Whether a cue stands in what the other says: then it is somebody else."""
        quote = self.quote[cue]
        speaker = self.around.speakers[quote] if quote is not None else None
        return speaker is not None and (other == speaker or self.who[other] is self.who[speaker] is not None)

    def is_owner(self, i: int) -> bool:
        """Whether a cue says whose something is: "her pen", "he likes his"."""
        return self.around.parse.deps[self.cues[i].first] == "poss" or stands_for_thing(self.around.parse, self.cues[i])

    def is_her_own(self, i: int) -> bool:
        """ "In her own folder": the subject's."""
        return self.is_owner(i) and self.around.tokens.word(self.cues[i].last) == "own"

    def is_said_by(self, speaker: Someone, j: int) -> bool:
        """Whether a cue stands in what somebody says."""
        quote = self.quote[j]
        cue = self.around.speakers[quote] if quote is not None else None
        return cue is not None and self.who[cue] is speaker

    def is_i(self, i: int, who: Someone) -> bool:
        """Whether somebody says "I" where a cue stands, so that "he" is another one: "I gave Tom his own key"."""
        return any(
            self.who[j] is who and cue.kind == "first person" and self.quote[j] == self.quote[i]
            for j, cue in enumerate(self.cues)
        )

    def last_of(self, who: Someone, i: int) -> int | None:
        """The last cue of somebody before a cue."""
        return next((j for j in range(i - 1, -1, -1) if self.who[j] is who), None)

    def is_new(self, who: Someone, since: int = 0) -> bool:
        """Whether nothing has told of somebody before this block, or before one of its cues."""
        return who.said <= sum(one is who for one in self.who[since:])

    def mean(self, someone: Someone, named: Someone) -> None:
        """Say that someone is another one, who has a name: in what was said so far, and in this block."""
        self.memory.merge(someone, named)
        self.who[:] = [named if who is someone else who for who in self.who]

    def near(self, i: int, reach: int) -> Iterator[tuple[int, Someone]]:
        """The cues of people before a cue, the last first, up to so many sentences back."""
        for j in range(i - 1, -1, -1):
            who = self.who[j]
            if self.apart(i, j) > reach:
                return
            if who is not None:
                yield j, who


def once(
    work: Callable[Concatenate[Scene, int, _Rest], _Answer],
) -> Callable[Concatenate[Scene, int, _Rest], _Answer]:
    """For what a block alone says of a cue, whoever is meant: worked out once, however often the block is linked."""

    def known(here: Scene, i: int, /, *rest: _Rest.args, **more: _Rest.kwargs) -> _Answer:
        answers, key = here.around.known, (work, i)
        if key not in answers:
            answers[key] = work(here, i, *rest, **more)
        answer: _Answer = answers[key]
        return answer

    return known


def scene(around: Around, memory: Memory) -> Scene:
    """A block before anybody in it is linked."""
    cues = around.cues
    return Scene(
        around,
        memory,
        cues,
        who=[None] * len(cues),
        said_by=[None] * len(around.quotes),
        sentence=around.sentence,
        quote=around.quote,
        acting=around.acting,
    )


def sentences_told(starts: Sequence[int], length: int, quotes: Sequence[Quote]) -> list[int]:
    """Of each sentence, how many up to it do not stand in a quotation as a whole, but for the marks."""
    if not quotes:
        return list(range(1, len(starts) + 1))
    ends = (*starts[1:], length)
    told = (
        not any(q.first <= first and last <= q.last + 1 for q in quotes)
        for first, last in zip(starts, ends, strict=True)
    )
    return list(accumulate(map(int, told)))


def stands_for_thing(parse: Parse, cue: Cue) -> bool:
    """ "Jamie likes his with honey": a pronoun for somebody and what is theirs."""
    return cue.head in _THEIRS and parse.deps[cue.first] not in ("poss", "")


def says_i(seen: Seen, i: int) -> bool:
    """Whether a cue is "I" or "my" of somebody who tells, outside of quotations."""
    cue = seen.cues[i]
    return cue.head in I_WORDS and seen.around.quote[i] is None and tells(seen, cue)


def tells(seen: Seen, cue: Cue) -> bool:
    """Whether "I" may tell of somebody here: not in a title, nor in "I can add", nor "TROLL: I am hungry."."""
    tokens = seen.tokens
    return not (tokens.title_case or tokens.voiced) and (cue.head != "i" or tokens.word(cue.last) not in CAN)
