"""Mentions that surely mean one person become one person.

Linking is cautious: a pronoun gives its gender to somebody only when nobody else could well be meant. What is left
over is one unnamed person for each pronoun in a block, so that doubt does not add up to many people.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .grammar import Parse
from .mentions import I_WORDS, THEY, Cue
from .model import GenderWords, Grammar
from .name_context import FoundName, Tokens
from .people_lexicon import fold
from .quotations import Quote

_REACH = 2  # sentences that a pronoun looks back
_KNOWN, _OWN = 1.2, 0.8  # for somebody whose gender is known to fit, and for the subject of the clause
_SURE = 0.9  # by how much one person must stand out among several
_TITLE_NOUNS = {"dr": "doctor", "prof": "professor", "cllr": "councillor", "rev": "minister"}
_MAIN = 2  # mentions from which somebody may be the main person of a text
_UNSAID = frozenset({"a", "an", "another", "any", "one", "some"})
_OBJECT = frozenset({"him", "her", "them"})


@dataclass(slots=True, eq=False)
class Someone:
    """A person in the making; two are the same only if they are one object."""

    label: str
    named: bool
    general: bool = False
    genders: set[GenderWords] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    expected: frozenset[GenderWords] = frozenset()  # what the rest of the document says
    titles: set[str] = field(default_factory=set)
    said: int = 0  # mentions so far
    called_they: int = 0  # how often "they" means this one person

    def add(self, cue: Cue) -> None:
        """Take in what a cue says."""
        self.genders.update(g for g in cue.genders if g != "not stated")
        self.general = self.general and cue.general
        self.said += 1
        if cue.name is not None and cue.name.title:
            self.titles.add(_TITLE_NOUNS.get(cue.name.title, cue.name.title))
        if cue.role and not any(f" {role}".endswith(f" {cue.role}") for role in self.roles):
            self.roles.append(cue.role)

    def may_be(self, gender: GenderWords) -> bool:
        """Whether nothing said speaks against that gender."""
        known = self.genders or self.expected
        return not known or gender in known

    def is_known(self, gender: GenderWords) -> bool:
        """Whether the words say that gender, here or elsewhere."""
        return gender in (self.genders or self.expected)


class Named:
    """The named people of one document: full names first, so that "Curie" finds Marie Curie anywhere."""

    def __init__(self, names: Sequence[FoundName], expected: Mapping[str, frozenset[GenderWords]]) -> None:
        self.expected = expected
        self.full: dict[tuple[str, str], Someone] = {}
        self.short: dict[tuple[str, str], Someone] = {}  # (what the title says, or "", and the name)
        self.by_word: dict[str, list[Someone]] = defaultdict(list)  # full names by each of their words
        self.first_short: dict[str, Someone] = {}  # the first of those with that name
        self.latest: dict[Someone, int] = {}  # when each was mentioned last
        self.said = 0  # names read so far
        for name in names:
            first, last = _ends(name)
            if len(name.parts) > 1 and (first, last) not in self.full:
                self.full[first, last] = who = self._new(" ".join(name.parts))
                for word in {first, last, *last.split("-"), *last.split()}:
                    self.by_word[word].append(who)

    def _new(self, label: str) -> Someone:
        return Someone(label, named=True, expected=self.expected.get(label, frozenset()))

    def everyone(self) -> list[Someone]:
        """All named people."""
        return list(dict.fromkeys((*self.full.values(), *self.short.values())))

    def who(self, cue: Cue, name: FoundName) -> Someone:
        """The person of that name, as one with all who bear it so far as the text shows."""
        someone = self._find(cue, name)
        someone.add(cue)
        self.said += 1
        self.latest[someone] = self.said
        return someone

    def _find(self, cue: Cue, name: FoundName) -> Someone:
        first, last = _ends(name)
        if len(name.parts) > 1:
            return self.full[first, last]
        said = cue.genders[0] if cue.genders else "not stated"
        fits = [who for who in self.by_word[last] if said == "not stated" or who.may_be(said)]
        if len(fits) > 1:  # several people share the name: the one mentioned last
            fits = sorted((w for w in fits if w in self.latest), key=self.latest.__getitem__)[-1:]
        if fits:
            return fits[0]
        if last in self.first_short and (cue.kind == "name" or said == "not stated"):
            return self.first_short[last]
        if cue.kind != "name" and (other := self.short.get(("", last))) and said != "not stated" and other.may_be(said):
            return other
        label = f"{name.title.capitalize()} {name.parts[0]}" if name.title else name.parts[0]
        key = said if said != "not stated" else "title" if cue.kind == "title" else ""
        who = self.short.setdefault((key, last), self._new(label))
        self.first_short.setdefault(last, who)
        return who


def _ends(name: FoundName) -> tuple[str, str]:
    """First and last word, so that a middle name makes nobody new."""
    return fold(name.parts[0]), fold(name.parts[-1])


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

    def quote_at(self, cue: Cue) -> int | None:
        """The quotation in which a cue stands."""
        return next((q for q, quote in enumerate(self.quotes) if quote.first <= cue.first < quote.last), None)


@dataclass(slots=True)
class Memory:
    """What a document has said so far. ``narrator``: who says "I" outside of quotations, if anybody."""

    named: Named
    nouns: list[tuple[str, Someone]] = field(default_factory=list)  # by their noun, in reading order
    before: list[Someone] = field(default_factory=list)  # who the block before mentions
    turns: list[Someone] = field(default_factory=list)  # who spoke, in reading order
    narrator: Someone | None = None


def link(around: Around, memory: Memory, epithets: frozenset[str]) -> tuple[list[Someone | None], list[Someone | None]]:
    """The person of each cue of a block, and of each quotation; None for several people, and where nobody is sure."""
    linker = _Linker(around, memory, epithets)
    return linker.link(), linker.said_by


class _Linker:
    """Links the cues of one block, sentence by sentence."""

    def __init__(self, around: Around, memory: Memory, epithets: frozenset[str]) -> None:
        self.epithets = epithets
        self.around, self.cues, self.memory = around, around.cues, memory
        self.who: list[Someone | None] = [None] * len(around.cues)
        self.sentence = [bisect_right(around.starts, cue.first) - 1 for cue in around.cues]
        self.pronouns: dict[GenderWords, Someone] = {}
        self.acting = [self._is_subject(i) for i in range(len(around.cues))]
        self.quote = [around.quote_at(cue) for cue in around.cues]
        self.said_by: list[Someone | None] = [None] * len(around.quotes)

    def link(self) -> list[Someone | None]:
        """Names first in each sentence, then the rest in reading order; "I" and "you" when it is known who speaks."""
        firsts = [cue.first for cue in self.cues]
        ends = (*self.around.starts[1:], len(self.around.tokens.words))
        spoken = [i for i in range(len(self.cues)) if self._waits(i)]
        for start, end in zip(self.around.starts, ends, strict=True):
            here = range(bisect_left(firsts, start), bisect_left(firsts, end))
            for i in here:
                name = self.cues[i].name
                if name is not None:
                    self.who[i] = self.memory.named.who(self.cues[i], name)
            late = [i for i in here if (of := self.cues[i].of) is not None and of > i and self.cues[of].name is None]
            for i in (*(i for i in here if i not in late), *late):
                if self.who[i] is None and i not in spoken:
                    self._one(i)
        self._turns()
        for i in spoken:
            self._one(i)
        return self.who

    def _waits(self, i: int) -> bool:
        """ "I" and "you" in a quotation, and what is said of them, wait until it is known who speaks."""
        cue = self.cues[i]
        if cue.of is not None and self.cues[cue.of].kind in ("first person", "second person"):
            return self._waits(cue.of)
        return (cue.kind in ("first person", "second person") or self._addresses(i)) and self.quote[i] is not None

    def _addresses(self, i: int) -> bool:
        """ "Yes, Miss." """
        return self.cues[i].kind == "title" and self.cues[i].name is None

    def _turns(self) -> None:
        """Who says each quotation: as the words around it say, or in turns with the speaker before."""
        turns = self.memory.turns
        for q, cue in enumerate(self.around.speakers):
            who = self.who[cue] if cue is not None else None
            if cue is None and len(turns) > 1 and self.around.quotes[q].alone:
                who = next((w for w in reversed(turns) if w is not turns[-1]), None)
            self.said_by[q] = who
            if who is not None and (not turns or turns[-1] is not who):
                turns.append(who)

    def _one(self, i: int) -> None:
        cue = self.cues[i]
        if cue.kind in ("role", "kin"):
            self.who[i] = self._noun(i)
        elif cue.kind == "pronoun":
            self._pronoun(i)
        elif cue.head in I_WORDS:
            quote = self.quote[i]
            self.who[i] = self.said_by[quote] if quote is not None else self.memory.narrator
        elif cue.kind == "second person" or self._addresses(i):
            self.who[i] = self._addressee(i)
        if (who := self.who[i]) is not None and cue.kind in ("first person", "second person", "title"):
            who.add(cue)

    def _addressee(self, i: int) -> Someone | None:
        """Whom a quotation is said to: the one it names, or the one who spoke before."""
        quote = self.quote[i]
        if quote is None:
            return None  # a word in quotation marks that nobody says
        speaker = self.said_by[quote]
        words = self.around.tokens
        for j, cue in enumerate(self.cues):
            if cue.name is None or self.quote[j] != quote or self.who[j] is speaker:
                continue
            before, after = words.word(cue.first - 1), words.word(cue.last)
            if not after.isalpha() and after != "'s" and not before.isalpha() and not self.around.acts[j]:
                return self.who[j]
        if speaker is None:
            return None
        told = self._told(quote)
        if told is not None:
            return told
        others = [w for w in self.memory.turns if w is not speaker]
        if others:
            return others[-1]
        near = list(dict.fromkeys(w for w in (*self.memory.before, *self.who) if w is not None and w is not speaker))
        if self.memory.narrator is not None and speaker is not self.memory.narrator:
            return self.memory.narrator
        return near[0] if len(near) == 1 else None

    def _told(self, quote: int) -> Someone | None:
        speaker = self.around.speakers[quote]
        if speaker is None:
            return None
        said = {verb for verb, grammar in self.around.acts[speaker] if grammar == "subject"}
        for j, acts in enumerate(self.around.acts):
            if self.quote[j] is None and any(verb in said and grammar == "object" for verb, grammar in acts):
                return self.who[j]
        return None

    def _noun(self, i: int) -> Someone:
        cue = self.cues[i]
        someone = self.who[cue.of] if cue.of is not None else None
        if cue.bare and cue.last == len(self.around.tokens.words) and len(self.memory.before) == 1:
            someone = self.memory.before[0]  # a job on the line below a name
        if someone is None and cue.led_by != "another" and (cue.led_by not in _UNSAID or cue.kind != "kin"):
            someone = self._known_noun(cue)
        if someone is None:
            label = " ".join(self.around.tokens.words[cue.first : cue.last])
            someone = Someone(label, named=False, general=cue.general)
        self.memory.nouns.append((cue.head, someone))
        someone.add(cue)
        return someone

    def _known_noun(self, cue: Cue) -> Someone | None:
        """The person whom the same noun has called so, or whose job it is: "the engineer", "Grandpa"."""
        said = next((g for g in cue.genders if g != "not stated"), None)
        head = cue.head.split()[-1]
        for noun, who in reversed(self.memory.nouns):
            shorter = cue.led_by not in _UNSAID and noun.split()[-1] == head
            if (noun == cue.head or shorter) and (said is None or who.may_be(said)):
                if cue.led_by in _UNSAID and who.named:
                    return None
                return who
        if cue.led_by in ("the", "this", "that"):
            for who in reversed(self.memory.named.latest):
                if head in who.titles:
                    return who
            if cue.head in self.epithets and cue.role:
                return self._main_person(said)
        return None

    def _main_person(self, said: GenderWords | None) -> Someone | None:
        """Of whom a life story tells: the person with a full name who is mentioned most so far."""
        full = sorted((w for w in self.memory.named.full.values() if w.said), key=lambda w: -w.said)
        stands_out = full and full[0].said >= _MAIN and (len(full) == 1 or full[0].said > full[1].said)
        return full[0] if stands_out and (said is None or full[0].may_be(said)) else None

    def _pronoun(self, i: int) -> None:
        cue = self.cues[i]
        if cue.head in THEY and not cue.paired:
            self.who[i] = self._they(i)
            return
        someone, doubtful = self._meant(i)
        if someone is None and not cue.paired and not doubtful:
            label = f"someone called {cue.genders[0]}"
            someone = self.pronouns.setdefault(cue.genders[0], Someone(label, named=False))
        if someone is not None:
            someone.add(cue)
            self.who[i] = someone

    def _candidates(self, i: int) -> dict[Someone, float]:
        """How well each person before a pronoun fits it: near, a subject, spoken of more."""
        cue = self.cues[i]
        scores: dict[Someone, float] = {}
        mine = self.around.acts[i]
        for j in range(i):
            who = self.who[j]
            distance = self.sentence[i] - self.sentence[j]
            if who is None or distance > _REACH or who is self.memory.narrator or self._is_speaker(j, i):
                continue
            said = self.quote[j]
            if said is not None and said != self.quote[i] and self.around.speakers[said] == i:
                continue  # who says something is not whom it names
            score = -distance + (0.6 if self.acting[j] else 0.0) + (0.3 if who.named else 0.0)
            score -= 0.5 if self.quote[j] != self.quote[i] and said is not None else 0.0
            score += 0.4 if not distance and self.acting[j] else 0.0
            if self._is_other(i, j, mine):
                scores[who] = -9.0
            elif scores.get(who, -8.0) > -9.0:
                scores[who] = max(scores.get(who, -8.0), score)
        return {who: score for who, score in scores.items() if score > -9.0 or cue.paired}

    def _is_other(self, i: int, j: int, mine: Mapping[tuple[int, Grammar], None]) -> bool:
        """Subject and object of one verb, unless it says "herself", are two people."""
        if self.cues[i].head.endswith(("self", "selves")):
            return False
        verbs: dict[int, Grammar] = dict(iter(mine))
        return any(verbs.get(verb, grammar) != grammar for verb, grammar in self.around.acts[j])

    def _meant(self, i: int) -> tuple[Someone | None, bool]:
        """The only person whom a pronoun can well mean, and whether it may mean one of several."""
        cue = self.cues[i]
        gender: GenderWords = "more than one" if cue.paired else cue.genders[0]
        scores = self._candidates(i)
        if cue.paired:
            fitting = {w: s for w, s in scores.items() if not w.named and not w.genders - {"she", "he"}}
            return (max(fitting, key=fitting.__getitem__) if fitting else None), False
        own = self._own_subject(i)
        if own is not None and own.may_be(gender) and cue.head.endswith("self"):
            return own, False
        fitting = {
            w: s + (_KNOWN if w.is_known(gender) else 0.0) + (_OWN if w is own and self._is_owner(i) else 0.0)
            for w, s in scores.items()
            if w.may_be(gender)
        }
        if fitting:
            ranked = sorted(fitting, key=fitting.__getitem__, reverse=True)
            best = ranked[0]
            if len(ranked) == 1 or (best.is_known(gender) and not ranked[1].is_known(gender)):
                return best, False
            rivals = fitting[best] - fitting[ranked[1]]
            if (best.is_known(gender) and rivals > 0) or (rivals >= _SURE and not self._is_mixed(i)):
                return best, False
            return None, True
        earlier = [w for w in self.who[:i] if w is not None]
        if known := next((w for w in reversed(earlier) if w.is_known(gender)), None):
            return known, False
        return self._from_before(gender, only_known=bool(earlier)), False

    def _is_owner(self, i: int) -> bool:
        root = self.cues[i].first
        return self.around.parse.deps[root] == "poss"

    def _own_subject(self, i: int) -> Someone | None:
        """The subject of the clause in which a pronoun stands, if it is not the subject itself."""
        parse, at = self.around.parse, self.cues[i].first
        for _ in range(8):
            at = parse.heads[at]
            if parse.tags[at].startswith("VB"):
                break
        for j, acts in enumerate(self.around.acts):
            if j < i and self.who[j] is not None and (at, "subject") in acts:
                return self.who[j]
        return None

    def _is_mixed(self, i: int) -> bool:
        """The sentence has "he" as well as "she"."""
        return any(
            cue.kind == "pronoun" and not cue.paired and cue.head not in THEY and cue.genders != self.cues[i].genders
            for j, cue in enumerate(self.cues) if self.sentence[j] == self.sentence[i]
        )  # fmt: skip

    def _from_before(self, gender: GenderWords, *, only_known: bool) -> Someone | None:
        before = self.memory.before
        known = [who for who in before if who.is_known(gender)]
        if len(known) == 1 or only_known:
            return known[0] if len(known) == 1 else None
        fitting = [who for who in before if who.may_be(gender)]
        return fitting[0] if len(fitting) == 1 else None

    def _they(self, i: int) -> Someone | None:
        """One person who is called "they", or of whom nobody has said "he" or "she"; None for several people."""
        scores = self._candidates(i)
        called = {w: s for w, s in scores.items() if w.is_known("they")}
        if not called:
            called = {w: 0.0 for w in self.memory.before if w.is_known("they")} if not scores else {}
        many = [self.sentence[i] - self.sentence[j] for j in range(i) if self.cues[j].kind == "group"]
        if called:
            who = max(called, key=called.__getitem__)
            who.add(self.cues[i])
            return who
        open_ = {w: s for w, s in scores.items() if not w.genders - {"they"}}
        if not open_ or len(scores) > 1 or (many and min(many) <= _REACH):
            return None
        who = max(open_, key=open_.__getitem__)
        who.called_they += 1
        return who

    def _is_speaker(self, other: int, pronoun: int) -> bool:
        """Whether the pronoun stands in what the other says: then it is somebody else."""
        quote = self.quote[pronoun]
        speaker = self.around.speakers[quote] if quote is not None else None
        return speaker is not None and (other == speaker or self.who[other] is self.who[speaker] is not None)

    def _is_subject(self, i: int) -> bool:
        cue = self.cues[i]
        root = self.around.parse.root_of(cue.first, cue.last)
        return self.around.parse.deps[root] in ("nsubj", "nsubjpass") or any(
            g != "object" for _, g in self.around.acts[i]
        )
