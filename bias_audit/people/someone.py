"""People in the making, and the named ones of a document by their names."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from types import MappingProxyType

from ..model import GenderWords
from .cue import Cue
from .name_context import FoundName
from .words import fold

_STEM = 3  # letters of a first name that is no mere short form
_TITLE_NOUNS = {
    "dr": ("doctor",), "prof": ("professor",), "cllr": ("councillor",), "rev": ("minister", "vicar", "priest"),
    "reverend": ("minister", "vicar", "priest"), "father": ("priest",), "constable": ("constable", "officer"),
    "pc": ("constable", "officer"), "wpc": ("constable", "officer"),
}  # fmt: skip
_IN_CAPITALS = frozenset({"pc", "wpc"})  # titles
_OTHERS = {  # nobody is called both: "Dr Reid", "Nurse Reid"
    "nurse": {"doctor", "professor"}, "dr": {"nurse"}, "doctor": {"nurse"}, "prof": {"nurse"}, "professor": {"nurse"},
    "constable": {"sergeant", "inspector"}, "sergeant": {"constable", "inspector"},
    "inspector": {"constable", "sergeant"},
}  # fmt: skip


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
    acts: bool = False  # a noun for them is a subject
    any_one: bool = False  # brought with "a" or "any", or as one of people in general
    thing: bool = False  # a chatbot, a ship, a dog: nobody, though "she" may mean it
    narrates: bool = False  # says "I" outside of quotations
    relative: bool = False  # brought as somebody's mother, brother …
    in_passing: bool = False  # brought as the last of several: "pupils and a baker"
    byline: bool = False  # only named on a line of its own, as authors are

    def add(self, cue: Cue) -> None:
        """Take in what a cue says."""
        self.genders.update(g for g in cue.genders if g != "not stated")
        self.general = self.general and cue.general
        self.relative = self.relative or (cue.kind == "kin" and self.said <= 1)
        self.said += 1
        self.thing = self.thing or (cue.name is not None and cue.name.thing)
        if cue.name is not None and cue.name.title:
            self.titles.update(_TITLE_NOUNS.get(cue.name.title, (cue.name.title,)))
        if cue.role and not any(f" {role}".endswith(f" {cue.role}") for role in self.roles):
            self.roles.append(cue.role)

    def may_be(self, gender: GenderWords) -> bool:
        """Whether nothing said speaks against that gender."""
        known = self.genders or self.expected
        return not known or gender in known

    def may_be_all(self, genders: Iterable[GenderWords]) -> bool:
        """Whether nothing said speaks against any of those genders."""
        return all(map(self.may_be, genders))

    def is_of_other_rank(self, title: str) -> bool:
        """Whether somebody has been called by a title that goes with no other of its kind."""
        return title in _OTHERS and not _OTHERS[title].isdisjoint(self.titles)

    def is_known(self, gender: GenderWords) -> bool:
        """Whether the words say that gender, here or elsewhere."""
        return gender in (self.genders or self.expected)


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke, and whether that was to ask something."""

    who: Someone
    asks: bool


class Named:
    """The named people of one document: full names first, so that "Curie" finds Marie Curie anywhere."""

    def __init__(
        self,
        names: Sequence[FoundName],
        expected: Mapping[str, frozenset[GenderWords]],
        chapters: Sequence[int] = (),  # of each name
        apart: Mapping[tuple[str, str], Collection[tuple[GenderWords, str]]] = MappingProxyType({}),
    ) -> None:
        self.expected = expected
        self.apart = {name: others for name, others in apart.items() if others}
        self.full: dict[tuple[str, str], Someone] = {}
        self.short: dict[tuple[str, str], Someone] = {}  # (what the title says, or "", and the name)
        self.by_word: dict[str, list[Someone]] = defaultdict(list)  # full names by each of their words
        self.first_short: dict[str, Someone] = {}  # the first of those with that name
        self.latest: dict[Someone, int] = {}  # when each was mentioned last
        self.said = 0  # names read so far
        self.chapter = 0
        self.heard: dict[Someone, int] = {}  # the chapter in which each was mentioned last, or will be first
        for name, chapter in zip(names, chapters or repeat(0), strict=False):
            first, last = _ends(name)
            if len(name.parts) > 1 and (slip := self._slip(first, last)) is not None:
                self.full[first, last] = slip
            elif len(name.parts) > 1 and (first, last) not in self.full:
                self.full[first, last] = who = self._new(" ".join(name.parts))
                self.heard[who] = chapter
                for word in {first, last, *last.split("-"), *last.split()}:
                    self.by_word[word].append(who)

    def _slip(self, first: str, last: str) -> Someone | None:
        """Whose name this is but for an "s" or "e": Luke Segar, Luke Segars."""
        names = [last + letter for letter in "se"] + [last[:-1]] * last.endswith(("s", "e"))
        return next((self.full[first, name] for name in names if (first, name) in self.full), None)

    def misspelled(self) -> dict[Someone, Someone]:
        """Two who share surname, job and all but the end of the first name: Emmanuel and Emmanuelle, the tutor."""
        people = [(first, last, who) for (first, last), who in self.full.items()]
        return {
            other: who
            for n, (first, last, who) in enumerate(people)
            for second, name, other in people[n + 1 :]
            if name == last and other is not who and len(first) > _STEM and len(second) > _STEM
            and (second.startswith(first) or first.startswith(second)) and {*who.roles} & {*other.roles}
            and len(who.genders | other.genders) < 2
        }  # fmt: skip

    def _new(self, label: str) -> Someone:
        return Someone(label, named=True, expected=self.expected.get(label, frozenset()))

    def everyone(self) -> list[Someone]:
        """All named people."""
        return list(dict.fromkeys((*self.full.values(), *self.short.values())))

    def who(
        self, cue: Cue, name: FoundName, *, alone: bool = False, beside: Collection[Someone | None] = ()
    ) -> Someone:
        """The person of that name, as one with all who bear it so far as the text shows.

        ``alone``: the name is all that its block holds. ``beside``: who surely are others: "Leo Brown and Mrs Brown".
        """
        someone = self.find(cue, name, beside)
        someone.byline = alone and (someone.byline or not someone.said)
        someone.add(cue)
        self.said += 1
        self.latest[someone] = self.said
        self.heard[someone] = self.chapter
        return someone

    def _is_far_off(self, who: Someone) -> bool:
        """Whether a first name alone is somebody else's: its bearer comes up chapters before or after."""
        return abs(self.chapter - self.heard.get(who, self.chapter)) > 1

    def find(self, cue: Cue, name: FoundName, beside: Collection[Someone | None] = ()) -> Someone:
        """Whom a name means, of whom nothing more is said by that."""
        first, last = _ends(name)
        if len(name.parts) > 1:
            return self.full[first, last]
        said = cue.genders[0] if cue.genders else "not stated"
        fits = [who for who in self.by_word[last] if said == "not stated" or who.may_be(said)]
        fits = [who for who in fits if who not in beside]
        if cue.kind == "title" and (known := self.short.get((said, last))) is not None and known not in beside:
            return known  # once told apart from whoever bears it in full
        fits = [who for who in fits if fold(who.label.split()[-1]) == last or not self._is_far_off(who)]
        if cue.kind == "title" and self.apart:
            others = {
                who for full, titled in self.apart.items() if (said, last) in titled and (who := self.full.get(full))
            }
            fits = [who for who in fits if who not in others]
        if cue.kind == "title":  # Professor Grand, long after the author's name, is somebody else
            fits = [who for who in fits if not (who.byline and self.heard.get(who) != self.chapter)]
            fits = [who for who in fits if not who.is_of_other_rank(name.title)]
        if len(fits) > 1:  # several people share the name: the one mentioned last
            fits = sorted((w for w in fits if w in self.latest), key=self.latest.__getitem__)[-1:]
        if fits:
            return fits[0]
        known = self.first_short.get(last)
        apart = known is not None and known.is_of_other_rank(name.title)
        if known is not None and not apart and (cue.kind == "name" or said == "not stated"):
            return known
        if cue.kind != "name" and (other := self.short.get(("", last))) and said != "not stated" and other.may_be(said):
            return other
        title = name.title.upper() if name.title in _IN_CAPITALS else name.title.capitalize()
        label = f"{title} {name.parts[0]}" if title else name.parts[0]
        key = said if said != "not stated" else "title" if cue.kind == "title" else ""
        who = self.short.setdefault((name.title if apart else key, last), self._new(label))
        self.first_short.setdefault(last, who)
        return who


def _ends(name: FoundName) -> tuple[str, str]:
    """First and last word, so that a middle name makes nobody new."""
    return fold(name.parts[0]), fold(name.parts[-1])
