"""Whom else a lesson could show: people of its topic from the table of public figures, as a mix."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from .figure_words import Around, singular
from .public_figures import Figure, find, load_figures

FEWEST, MOST = 4, 6  # people, where so many fit
_SMALL = frozenset("a an and for in of on our the to with science studies topic lesson".split())

# words of topics that alone are none: "time" asks for neither times tables nor geological time
_VAGUE = frozenset(
    "age big black change culture cycle development effect emergency green law learning life living matter method "
    "power property public source system table thing time travel".split()
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NOTES = frozenset("pronoun born died death country topics Scotland".split())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody whom a lesson could show, and the topics of theirs that are the lesson's (``near``: or lie near it)."""

    figure: Figure
    topics: tuple[str, ...]
    near: bool = False


def suggest(asked: str, besides: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """People whom a lesson on what is ``asked`` could show as well as those it shows (``besides``), as a mix.

    Four come first, those who are least like the others: by gender as described, living or not, from Scotland and by
    country. Up to two join them so that somebody is a woman, somebody lives and somebody is from Scotland. Where those
    of the topic are few, people of topics near to it fill up; nobody else does, so that they may be three, or two. At
    most one has a surname known to everybody. Empty where the file has nobody for it; never one person alone. The same
    call gives the same answer.
    """
    own = topics_of(asked)
    near = [t for topic in own for t in load_figures().topics.related.get(topic, ()) if t not in own]
    shown = [f for name in besides if (f := _shown(name)) is not None]
    others = [f for f in load_figures().everyone if f not in shown]
    chosen: list[Figure] = []
    pools = ([f for f in others if _of(f, own)], [f for f in others if _of(f, near) and not _of(f, own)])
    for pool in pools:
        while len(chosen) < FEWEST and (left := _left(pool, chosen)):
            chosen.append(min(left, key=lambda f: (_cost(f, [*shown, *chosen]), f.name)))
    while len(chosen) < MOST and (wants := _wants([*shown, *chosen])):
        joining = [
            (-sum(want(f) for want in wants), place, _cost(f, [*shown, *chosen]), f.name, f)
            for place, pool in enumerate(pools)
            for f in _left(pool, chosen)
            if any(want(f) for want in wants)
        ]
        if not joining:
            break
        chosen.append(min(joining, key=lambda entry: entry[:4])[4])
    return tuple(_suggestion(f, own, near) for f in chosen) if len(chosen) > 1 else ()


def offer(asked: str, besides: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """The four of ``suggest`` that are together the best mix, those that came first where several are as good."""
    people = suggest(asked, besides)
    if len(people) <= FEWEST:
        return people
    return min(combinations(people, FEWEST), key=lambda four: len(_wants([s.figure for s in four])))


def _shown(name: str) -> Figure | None:
    """The figure whom a lesson of science means by a name, also one that many people bear."""
    return find(name) or find(name, around=Around(company=FEWEST))


def not_known(besides: Collection[str]) -> tuple[str, ...]:
    """The names among those shown already that the file does not know."""
    return tuple(name for name in besides if name.strip() and _shown(name) is None)


def pages_of(figure: Figure) -> tuple[str, ...]:
    """The pages in which the facts were read, without notes of what was read there: "space.com (he): pronoun, born"."""
    parts = (part.strip().partition(": ") for part in _BRACKETS.sub("", figure.checked).split(";"))
    kept = (
        tail if tail and _is_note(head) else head if _is_note(tail) else head + mark + tail
        for head, mark, tail in parts
    )
    return tuple(dict.fromkeys(filter(None, kept)))


def _is_note(text: str) -> bool:
    return all(word.strip() in _NOTES for word in text.split(","))


def _of(figure: Figure, topics: Collection[str]) -> bool:
    return any(topic in topics for topic in (*figure.topics, figure.field))


def _suggestion(figure: Figure, own: Collection[str], near: Collection[str]) -> Suggestion:
    its = (*figure.topics, figure.field)
    topics = tuple(dict.fromkeys(t for t in its if t in own))
    return Suggestion(figure, topics) if topics else Suggestion(figure, tuple(t for t in its if t in near), near=True)


def topics_of(asked: str) -> tuple[str, ...]:
    """The topics of the file that a lesson is on: "climate change" is on climate, pollution and renewable energy.

    The topic itself comes first, then what lessons are called, then topics and words for them that are part of it
    ("electricity in the home"), and last those that it is part of ("energy").
    """
    words = load_figures().topics
    said = tuple(word for word in singular(asked).split() if word not in _SMALL)
    names = topic_names()
    exact = names.get(singular(asked)) or names.get(" ".join(said))
    if exact is not None:
        return exact
    called = [topics for phrase, topics in words.asked.items() if _within(singular(phrase).split(), said)]
    parts = [topics for phrase, topics in names.items() if _within(phrase.split(), said)]
    found = _flat([*called, *parts])
    if not found and len(said) == 1 and said[0] not in _VAGUE:
        found = _flat(topics for phrase, topics in names.items() if said[0] in phrase.split())
    return found


@cache
def topic_names() -> dict[str, tuple[str, ...]]:
    """Every topic and field, and each other word and name for topics, in the singular, with the topics it means."""
    figures = load_figures()
    topics = sorted({t for f in figures.everyone for t in (*f.topics, f.field)})
    names = {singular(phrase): tuple(means) for phrase, means in figures.topics.asked.items()}
    # "medicine" and "medicines" are two topics
    names |= {name: tuple(t for t in topics if singular(t) == name) for name in map(singular, topics)}
    for topic, more in figures.topics.words.items():
        for word in sorted(more):
            names.setdefault(singular(word), (topic,))
    return names


def _within(part: Collection[str], said: tuple[str, ...]) -> bool:
    sought = [word for word in part if word not in _SMALL]
    ends = range(len(said) - len(sought) + 1)
    return bool(sought) and any(list(said[at : at + len(sought)]) == sought for at in ends)


def _flat(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topic for group in groups for topic in group))


def _left(pool: Iterable[Figure], chosen: list[Figure]) -> list[Figure]:
    starred = any(f.surname_alone for f in chosen)
    return [f for f in pool if f not in chosen and not (starred and f.surname_alone)]


def _wants(people: list[Figure]) -> list[Callable[[Figure], bool]]:
    """What nobody among them is yet."""
    kinds: tuple[Callable[[Figure], bool], ...] = (_is_she, _is_he, _is_living, _is_scottish)
    return [is_such for is_such in kinds if not any(map(is_such, people))]


def _is_she(figure: Figure) -> bool:
    return figure.gender == "she"


def _is_he(figure: Figure) -> bool:
    return figure.gender == "he"


def _is_living(figure: Figure) -> bool:
    return figure.living is True


def _is_scottish(figure: Figure) -> bool:
    return bool(figure.scottish)


def _cost(figure: Figure, shown: list[Figure]) -> int:
    """How much like those shown already."""
    genders = Counter(f.gender for f in shown)
    living = Counter(f.living is True for f in shown)
    countries = {c for f in shown for c in f.countries}
    cost = 3 * genders[figure.gender] + 2 * living[figure.living is True]
    cost += 4 * (figure.gender == "not stated") + any(c in countries for c in figure.countries)
    return cost - 2 * (bool(figure.scottish) and not any(f.scottish for f in shown))
