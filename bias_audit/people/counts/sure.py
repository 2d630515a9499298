"""Which mentions surely mean somebody: those that are counted, and those that are left out.

In a story with many people and few names "he" is one and soon another. A mention is left out there rather than given
to the wrong person, and so is somebody who is nothing but "he" or "she" among many.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from ...model import People, Place
from ..cue import SHE_OR_HE, THEY
from ..words import load_people_words

UNTITLED = "before the first heading"
_BRINGS = frozenset({"name", "title", "role", "kin"})  # kinds of mention that bring somebody
_MANY = 12  # people of whom a lone "he" may mean anybody
_STORY = 20  # "he" and "she" from which a part of a document may tell of many people at once
_OPEN = 0.05  # of these, those that nobody is found for
_TALK = 10  # quotations that make a part a talk
_UNHEARD, _EXAMPLES = 0.2, 0.9  # of these, those that nobody is found to say; where nobody says any, they are examples
_SAME = 0.5  # of what a part says of people, what is of the people of another part
_NAMED = 0.5  # of the people in a part, those with a name


def sure_mentions(
    people: People, unclear: Collection[str]
) -> tuple[dict[int, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """The mentions of each person that is counted, and by the part of the document those that are left out.

    ``unclear``: the parts that ``unclear_parts`` finds.
    """
    loose = _loose(people)
    sure: dict[int, list[int]] = defaultdict(list)
    left_out: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(people.mentions):
        if mention.person < 0 or people.persons[mention.person].general:
            continue
        part = section_of(mention.place)
        if mention.person in loose or part in unclear:
            left_out[part].append(index)
        elif mention.kind != "second person" and (
            mention.text.lower() not in THEY or people.persons[mention.person].gender == "they"
        ):
            sure[mention.person].append(index)
    if unclear:  # who is brought in an unclear part only
        for person in sorted(_brought(people) & sure.keys()):
            if not any(people.mentions[index].kind in (*_BRINGS, "first person") for index in sure[person]):
                for index in sure.pop(person):
                    left_out[section_of(people.mentions[index].place)].append(index)
    return {p: tuple(some) for p, some in sure.items()}, {part: tuple(some) for part, some in left_out.items()}


def section_of(place: Place) -> str:
    """The part of a document that a place belongs to: its heading, else its slide or page."""
    if place.section:
        return place.section
    if place.slide is not None:
        return f"slide {place.slide}"
    return f"page {place.page}" if place.page is not None else UNTITLED


def _brought(people: People) -> frozenset[int]:
    """Whom a name has brought, or a noun before any "he" or "she", or who tells the text."""
    first = {m.person: m.kind in _BRINGS for m in reversed(people.mentions)}
    return frozenset(i for i, p in enumerate(people.persons) if p.named or p.label == "I" or first.get(i))


def _loose(people: People) -> frozenset[int]:
    """People who may well be one of the others: nothing but "he" or "she" among many, or nothing but "the author"."""
    brought = _brought(people)
    told = sum(not people.persons[i].general for i in brought)
    alone = [i for i, p in enumerate(people.persons) if not p.general and i not in brought]
    size = Counter(people.persons[i].gender for i in alone)
    lone = {i for i in alone if told >= _MANY or size[people.persons[i].gender] > 1}
    return frozenset(lone | _called_again(people, many=told >= _MANY))


def _called_again(people: People, *, many: bool) -> set[int]:
    """Who is only "the author", or among many "the old man" whom nothing has brought: one of those before."""
    words = load_people_words()
    brought = {mention.person for mention in people.mentions if mention.kind in _BRINGS}
    again = {i for i, p in enumerate(people.persons) if i in brought and not p.named and not p.general}
    before: set[int] = set()
    told: dict[int, set[int]] = {}  # who was there before each came up
    for mention in people.mentions:
        told.setdefault(mention.person, set(before))
        if mention.person >= 0:
            before.add(mention.person)
        led, *rest = mention.text.lower().split() or [""]
        known = mention.person >= 0 and people.persons[mention.person].gender != "not stated"
        role = (not known and " ".join(rest) in words.epithets) or (many and rest and rest[-1] in words.renaming)
        if mention.kind in _BRINGS and not (led in ("the", "this", "that") and role):
            again.discard(mention.person)
    return {i for i in again if i in told and any(_may_be(people, i, other) for other in told[i])}


def _may_be(people: People, one: int, other: int) -> bool:
    """Whether what is said of two people may be said of one."""
    genders = {people.persons[i].gender for i in (one, other)} - {"not stated"}
    return len(genders) < 2 and not people.persons[other].general


def unclear_parts(people: People) -> frozenset[str]:
    """Parts of a document that tell of many people without names, in which "he" and "I" may be another each time."""
    brought = _brought(people)
    said: Counter[str] = Counter()
    nobody: Counter[str] = Counter()
    there: dict[str, set[int]] = defaultdict(set)
    for mention in people.mentions:
        part = section_of(mention.place)
        if mention.text.lower() in SHE_OR_HE:
            said[part] += 1
            nobody[part] += mention.person not in brought
        if mention.person in brought and not people.persons[mention.person].general:
            there[part].add(mention.person)
    talk = Counter(section_of(quotation.place) for quotation in people.quotations)
    unheard = Counter(section_of(quotation.place) for quotation in people.quotations if quotation.person < 0)
    unclear = {part for part, times in said.items() if times >= _STORY and nobody[part] >= _OPEN * times}
    unclear |= {
        part
        for part, times in talk.items()
        if times >= _TALK and _UNHEARD * times <= unheard[part] <= _EXAMPLES * times
    }
    unclear = {part for part in unclear if _named(people, there[part]) < _NAMED * len(there[part])}
    return frozenset(unclear | _same_tale(people, unclear)) if unclear else frozenset()


def _same_tale(people: People, unclear: Collection[str]) -> set[str]:
    """Parts that go on with the people of an unclear part: most of what they say of people is of these."""
    of_tale = {m.person for m in people.mentions if m.person >= 0 and section_of(m.place) in unclear}
    total: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for mention in people.mentions:
        if mention.person >= 0 and not people.persons[mention.person].general:
            total[section_of(mention.place)] += 1
            theirs[section_of(mention.place)] += mention.person in of_tale
    return {part for part, times in theirs.items() if times >= _STORY and times > _SAME * total[part]}


def _named(people: People, persons: Iterable[int]) -> int:
    return sum(people.persons[person].named for person in persons)
