"""Whom of several a pronoun most likely means, by weights: where no rule decides, and somebody is clearly ahead.

What counts is where each stands, and what the words have said of their gender; never a name or a job. The weights
say how much each thing is worth.
"""

from collections.abc import Sequence
from math import exp, log

from ...model import GenderWords
from ..cue import Cue
from ..parses.grammar import SUBJECTS
from ..scene import Scene
from ..someone import Someone
from .centre import is_rivalled

# Fitted by ``python -m evaluation.pronoun_weights`` on the sets "fourth", "fifth" and "sixth".
WEIGHTS = {
    "adverbial, subject here": 0.5,
    "another is known": -0.4,
    "another is known, subject here": -0.3,
    "far": -0.14,
    "known": 1.84,
    "known by a noun": -0.41,
    "mentioned last": 1.44,
    "mentioned last but one": 0.81,
    "nobody of these": -0.93,
    "not in the same speech": -0.31,
    "subject before": 0.32,
    "subject here": 0.83,
    "subject of its clause, object": -0.99,
    "subject of its clause, owner": 0.43,
}
_LIKELY = 0.65  # the share from which somebody is clearly ahead
_MOST = 2  # how far down the list of those mentioned last it matters


def likely(here: Scene, i: int, people: Sequence[Someone]) -> Someone | None:
    """The person whom a pronoun most likely means, if that is likely enough and nothing has said their gender yet."""
    every = (*signs_of(here, i, people), NOBODY)
    shares = [exp(sum(WEIGHTS[name] * much for name, much in signs.items())) for signs in every]
    best = max(range(len(people)), key=shares.__getitem__)
    who, gender = people[best], here.cues[i].genders[0]
    if who.is_known(gender) or shares[best] < _LIKELY * sum(shares):
        return None
    open_too = [w for w in people if w is not who and not w.is_known(gender)]
    return None if who.named and open_too and is_rivalled(here, i, who, open_too) else who


NOBODY = {"nobody of these": 1.0}


def signs_of(here: Scene, i: int, people: Sequence[Someone]) -> list[dict[str, float]]:
    """What speaks for each person, or against."""
    cue, sentence = here.cues[i], here.sentence[i]
    gender, place = cue.genders[0], _place(here, i)
    mentions: dict[Someone, list[int]] = {who: [] for who in people}
    for j in range(i):
        if (who := here.who[j]) in mentions and who is not None:
            mentions[who].append(j)
    recent = sorted((who for who in people if mentions[who]), key=lambda who: -mentions[who][-1])
    known = [who for who in people if who.is_known(gender)]
    own = here.own_subject(i)
    adverbial = here.around.parse.deps[here.clause(i)] == "advcl"
    every: list[dict[str, float]] = []
    for who in people:
        signs: dict[str, float] = {}
        every.append(signs)
        if who.is_known(gender):
            signs["known"] = 1.0
        elif len(known) == 1:
            signs["another is known"] = 1.0
        if not mentions[who]:
            continue
        last = mentions[who][-1]
        signs["far"] = log(1 + cue.first - here.cues[last].last)
        if (rank := recent.index(who)) < _MOST:
            signs[("mentioned last", "mentioned last but one")[rank]] = 1.0
        if here.quote[last] != here.quote[i]:
            signs["not in the same speech"] = 1.0
        if any(_is_noun_of(here.cues[j], gender) for j in mentions[who]):
            signs["known by a noun"] = 1.0
        if any(here.acting[j] and here.sentence[j] == sentence for j in mentions[who]):
            signs["subject here"] = 1.0
            signs["adverbial, subject here"] = float(adverbial)
            if place == "subject" and "another is known" in signs:
                signs["another is known, subject here"] = 1.0
        if who is own and place != "subject":
            signs[f"subject of its clause, {place}"] = 1.0
        if any(here.acting[j] and here.apart(i, j) == 1 for j in mentions[who]):
            signs["subject before"] = 1.0
    return every


def _place(here: Scene, i: int) -> str:
    if here.is_owner(i):
        return "owner"
    return "subject" if here.around.parse.deps[here.cues[i].first] in SUBJECTS else "object"


def _is_noun_of(cue: Cue, gender: GenderWords) -> bool:
    return cue.name is None and cue.kind != "pronoun" and gender in cue.genders
