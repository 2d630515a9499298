"""Who a document mentions: cues become mentions, and mentions that surely mean one person become one person.

Linking is cautious: a pronoun gives its gender to somebody only when nobody else could be meant. What is left
over is one unnamed person for each pronoun in a block, so that doubt does not add up to many people.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from .mentions import Cue, read_cues
from .model import GenderWords, Mention, People, Person
from .name_context import FoundName, Tokens, read_tokens
from .names import find_names
from .people_lexicon import PeopleWords, fold, load_people_words
from .text import Tokenised

SKIPPED = frozenset({"code", "reference"})  # block kinds in which nobody is looked for
_CLOSE = 4  # "Priya thanked him": so near, the object is somebody else
_AFTER_OBJECT = frozenset("to in on at with for from by and or but that when if what how why a an the as about".split())


@dataclass(slots=True, eq=False)
class _Someone:
    """A person in the making; two are the same only if they are one object."""

    label: str
    named: bool
    general: bool = False
    genders: set[GenderWords] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)

    def add(self, cue: Cue) -> None:
        """Take in what a cue says."""
        self.genders.update(g for g in cue.genders if g != "not stated")
        self.general = self.general and cue.general
        if cue.kind == "role" and not any(f" {role}".endswith(f" {cue.head}") for role in self.roles):
            self.roles.append(cue.head)

    def may_be(self, gender: GenderWords) -> bool:
        """Whether nothing said so far speaks against that gender."""
        return not self.genders or self.genders == {gender}


def find_people(text: Tokenised, lexicon: PeopleWords | None = None) -> People:
    """Everyone whom the blocks mention, in reading order; groups are mentions without a person (-1).

    People in general ("a learner") count only where the text says more of them. Code and reference blocks
    are left out. Nobody's gender is ever taken from a name. ``lexicon``: the shipped words when not given.
    """
    lexicon = lexicon or load_people_words()
    read = [b for b, block in enumerate(text.blocks) if block.kind not in SKIPPED]
    tokens = [read_tokens(text, b, lexicon) for b in read]
    names = find_names(tokens, lexicon)
    named = _Named([n for found in names for n in found])
    order: dict[_Someone, int] = {}
    mentions: list[Mention] = []
    before: list[_Someone] = []
    for block, words, found in zip(read, tokens, names, strict=True):
        cues = read_cues(words, found, lexicon)
        linked = _Linker(words, cues, named, before).link(text, block)
        for cue, who in zip(cues, linked, strict=True):
            if who is None and cue.kind == "group":
                mentions.append(_mention(text, block, cue, -1))
            elif who is not None and not who.general:
                mentions.append(_mention(text, block, cue, order.setdefault(who, len(order))))
        before = _unique([who for who in linked if who is not None and not who.general])
    persons = tuple(Person(who.label, who.named, _gender(who), tuple(who.roles)) for who in order)
    return People(persons, tuple(mentions))


def _unique(people: Sequence[_Someone]) -> list[_Someone]:
    return list(dict.fromkeys(people))


def _gender(who: _Someone) -> GenderWords:
    if len(who.genders) > 1:
        return "more than one"
    return next(iter(who.genders), "not stated")


def _mention(text: Tokenised, block: int, cue: Cue, person: int) -> Mention:
    doc, whole = text.docs[block], text.blocks[block]
    start, end = doc[cue.first].idx, doc[cue.last - 1].idx + len(doc[cue.last - 1])
    sentence = text.sentence_at(block, start)
    return Mention(
        block=block,
        start=start,
        end=end,
        text=whole.text[start:end],
        kind=cue.kind,
        person=person,
        sentence=whole.text[sentence.start : max(sentence.end, end)],
        place=whole.place,
    )


class _Named:
    """The named people of one document: full names first, so that "Curie" finds Marie Curie anywhere."""

    def __init__(self, names: Sequence[FoundName]) -> None:
        self.full: dict[tuple[str, str], _Someone] = {}
        self.short: dict[tuple[str, str], _Someone] = {}  # (what the title says, or "", and the name)
        self.by_word: dict[str, list[_Someone]] = defaultdict(list)  # full names by each of their words
        self.first_short: dict[str, _Someone] = {}  # the first of those with that name
        self.latest: dict[_Someone, int] = {}  # when each was mentioned last
        self.said = 0  # names read so far
        for name in names:
            first, last = _ends(name)
            if len(name.parts) > 1 and (first, last) not in self.full:
                self.full[first, last] = who = _Someone(" ".join(name.parts), named=True)
                for word in {first, last, *last.split("-")}:
                    self.by_word[word].append(who)

    def who(self, cue: Cue, name: FoundName) -> _Someone:
        """The person of that name, as one with all who bear it so far as the text shows."""
        someone = self._find(cue, name)
        someone.add(cue)
        self.said += 1
        self.latest[someone] = self.said
        return someone

    def _find(self, cue: Cue, name: FoundName) -> _Someone:
        first, last = _ends(name)
        if len(name.parts) > 1:
            return self.full[first, last]
        said = cue.genders[0] if cue.genders else "not stated"
        fits = [who for who in self.by_word[last] if said == "not stated" or who.may_be(said)]
        if len(fits) > 1:  # several people share the name: the one mentioned last
            fits = sorted((w for w in fits if w in self.latest), key=self.latest.__getitem__)[-1:]
        if fits:
            return fits[0]
        if cue.kind != "title" and last in self.first_short:
            return self.first_short[last]
        label = f"{name.title.capitalize()} {name.parts[0]}" if name.title else name.parts[0]
        key = said if said != "not stated" else "title" if cue.kind == "title" else ""
        who = self.short.setdefault((key, last), _Someone(label, named=True))
        self.first_short.setdefault(last, who)
        return who


def _ends(name: FoundName) -> tuple[str, str]:
    """First and last word, so that a middle name makes nobody new."""
    return fold(name.parts[0]), fold(name.parts[-1])


class _Linker:
    """Links the cues of one block, sentence by sentence. ``before``: who the block before it mentions."""

    def __init__(self, tokens: Tokens, cues: Sequence[Cue], named: _Named, before: Sequence[_Someone]) -> None:
        self.tokens, self.cues, self.named, self.before = tokens, cues, named, before
        self.who: list[_Someone | None] = [None] * len(cues)
        self.nouns: dict[tuple[str, tuple[GenderWords, ...]], _Someone] = {}
        self.pronouns: dict[GenderWords, _Someone] = {}
        self.quoted = [0]  # quotation marks before each token
        for word in tokens.words:
            self.quoted.append(self.quoted[-1] + (word == '"'))

    def link(self, text: Tokenised, block: int) -> list[_Someone | None]:
        """The person of each cue; None for groups and for "he or she" of nobody in particular."""
        previous: list[int] = []
        starts = [cue.first for cue in self.cues]
        for sentence in text.sentences[block]:
            here = list(range(bisect_left(starts, sentence.first), bisect_left(starts, sentence.last)))
            said_of_pronoun = [i for i in here if self._is_of(i, "pronoun")]
            for i in here:
                name = self.cues[i].name
                if name is not None:
                    self.who[i] = self.named.who(self.cues[i], name)
            for i in here:
                if self.cues[i].kind in ("role", "kin") and self.who[i] is None and i not in said_of_pronoun:
                    self.who[i] = self._noun(self.cues[i])
            self._pronouns(here, previous)
            for i in said_of_pronoun:
                self.who[i] = self._noun(self.cues[i])
            previous = here
        return self.who

    def _is_of(self, index: int, kind: str) -> bool:
        of = self.cues[index].of
        return of is not None and self.cues[of].kind == kind

    def _noun(self, cue: Cue) -> _Someone:
        someone = self.who[cue.of] if cue.of is not None else None
        if someone is None and not cue.fresh:
            said: list[tuple[GenderWords, ...]] = [cue.genders]
            if cue.genders == ("not stated",):
                said += [("she",), ("he",), ("they",)]
            someone = next((self.nouns[cue.head, g] for g in said if (cue.head, g) in self.nouns), None)
        if someone is None:
            label = " ".join(self.tokens.words[cue.first : cue.last])
            someone = self.nouns[cue.head, cue.genders] = _Someone(label, named=False, general=cue.general)
            if " " in cue.head:  # "a civil engineer … the engineer"
                self.nouns.setdefault((cue.head.split()[-1], cue.genders), someone)
        someone.add(cue)
        return someone

    def _pronouns(self, here: Sequence[int], previous: Sequence[int]) -> None:
        pronouns = [i for i in here if self.cues[i].kind == "pronoun"]
        mixed = len({self.cues[i].genders for i in pronouns if not self.cues[i].paired}) > 1
        for i in pronouns:
            cue = self.cues[i]
            near = [j for j in (*previous, *here) if self.who[j] is not None and self.cues[j].first < cue.first]
            someone = self._meant(i, near, mixed=mixed)
            if someone is None and not cue.paired:
                label = f"someone called {cue.genders[0]}"
                someone = self.pronouns.setdefault(cue.genders[0], _Someone(label, named=False))
            if someone is not None and not (cue.paired and someone.general):
                someone.add(cue)
                self.who[i] = someone

    def _meant(self, pronoun: int, near: Sequence[int], *, mixed: bool) -> _Someone | None:
        """The only person whom a pronoun can mean, if there is one."""
        cue = self.cues[pronoun]
        gender = cue.genders[0]
        around = [(j, w) for j in near if (w := self.who[j]) is not None and not self._is_speaker(j, cue)]
        if cue.paired:  # "he or she" may be said of anybody
            only = [who for who in _unique([w for _, w in around]) if who not in self.pronouns.values()]
            return only[0] if len(only) == 1 and "they" not in only[0].genders else None
        fitting = [(j, who) for j, who in around if who.may_be(gender)]
        if settled := [who for _, who in fitting if who.genders]:
            return settled[-1]
        if fitting:
            only = _unique([who for _, who in fitting])
            acts_here = self._is_object(cue) and any(cue.first - self.cues[j].last < _CLOSE for j, _ in fitting)
            return only[0] if len(only) == 1 and not mixed and not acts_here else None
        earlier = _unique([w for j, w in enumerate(self.who) if w is not None and self.cues[j].first < cue.first])
        if earlier:
            return next((who for who in reversed(earlier) if who.genders == {gender}), None)
        if len(self.before) == 1 and self.before[0].named and self.before[0].may_be(gender) and not mixed:
            return self.before[0]
        known = [who for who in self.before if who.genders == {gender}]
        return known[0] if len(known) == 1 else None

    def _is_speaker(self, other: int, pronoun: Cue) -> bool:
        """Whether the pronoun stands in a quotation that the other cue stands outside of."""
        return self.quoted[pronoun.first] % 2 == 1 and self.quoted[self.cues[other].first] != self.quoted[pronoun.first]

    def _is_object(self, cue: Cue) -> bool:
        after = self.tokens.word(cue.last)
        return cue.head == "him" or (cue.head == "her" and (not after.isalpha() or after in _AFTER_OBJECT))
