"""Whom a pronoun means by the clause before it: "Sandra has the key, and she can open", "a vet checks her list"."""

from collections.abc import Mapping

from .actions import load_actions
from .grammar import SUBJECTS
from .scene import Scene
from .someone import Someone


def going_on(here: Scene, i: int, near: Mapping[Someone, float]) -> Someone | None:
    """The subject of the clause before, the other one of a pair, or a newcomer who owns something; None if not sure.

    ``near``: how well each person before the pronoun fits it.
    """
    return (
        _other_of_pair(here, i, near)
        or _in_same_speech(here, i, near)
        or _subject_before(here, i, near)
        or _who_says_so(here, i, near)
        or _newcomer(here, i, near)
    )


def _in_same_speech(here: Scene, i: int, near: Mapping[Someone, float]) -> Someone | None:
    """ "“Tariq’s, for he blew on it,” she said.": the only one whom that sentence of the speech has brought."""
    quote, words = here.quote[i], here.around.tokens
    if quote is None or here.around.speakers[quote] is None:
        return None
    here_named = [j for j in range(i) if here.quote[j] == quote and here.sentence[j] == here.sentence[i]]
    fits = dict.fromkeys(here.who[j] for j in here_named if here.who[j] in near and here.cues[j].name is not None)
    if len(fits) != 1:
        return None
    who, last = next(iter(fits)), here.cues[here_named[0]].last
    others = [here.who[j] for j in here_named if here.who[j] is not who and here.who[j] is not None]
    spoken_to = words.word(last) in (",", "!", "?")
    gender = here.cues[i].genders[0]
    return who if who is not None and not others and not spoken_to and who.may_be(gender) else None


def _other_of_pair(here: Scene, i: int, near: Mapping[Someone, float]) -> Someone | None:
    """ "Ailsa and Ruaridh are twins, but she …": the one who can be "she" where the other one is "he"."""
    parse, gender = here.around.parse, here.cues[i].genders[0]
    for j in range(i - 1, -1, -1):
        root, who = here.root(j), here.who[j]
        if here.sentence[j] != here.sentence[i]:
            return None
        if parse.deps[root] != "conj" or who is None or here.quote[j] != here.quote[i]:
            continue
        first = next((k for k in range(j) if here.root(k) == parse.heads[root]), None)
        other = here.who[first] if first is not None else None
        if other is None or other is who or parse.deps[parse.heads[root]] not in SUBJECTS:
            return None
        fits = [w for w in (who, other) if w.may_be(gender)]
        rest = [w for w in (who, other) if not w.may_be(gender)]
        return fits[0] if len(fits) == 1 and rest and not fits[0].general and fits[0] in near else None
    return None


def _subject_before(here: Scene, i: int, near: Mapping[Someone, float]) -> Someone | None:
    """ "Sandra has the key, and she can open": the subject of the clause to which the pronoun's own is joined."""
    parse, at = here.around.parse, here.cues[i].first
    verb, gender = parse.heads[at], here.cues[i].genders[0]
    if parse.deps[at] not in SUBJECTS or parse.deps[verb] != "conj":
        return None
    subjects = parse.kids_of(parse.heads[verb], *SUBJECTS)
    j = next((j for j in range(i) if subjects and here.root(j) == subjects[0]), None)
    if (
        j is None
        or (who := here.who[j]) is None
        or here.quote[j] != here.quote[i]
        or parse.kids_of(subjects[0], "conj")
    ):
        return None
    between = {here.who[k] for k in range(j + 1, i)} - {who, None}
    rivals = [w for w in near if w is not who and (w in between or w.is_known(gender)) and w.may_be(gender)]
    return None if rivals or not who.may_be(gender) else who


def _who_says_so(here: Scene, i: int, near: Mapping[Someone, float]) -> Someone | None:
    """ "Nurse Chen says she could not run the ward alone": of herself, where nobody else is spoken of."""
    parse, at = here.around.parse, here.cues[i].first
    verb, gender = parse.heads[at], here.cues[i].genders[0]
    above = parse.heads[verb]
    if parse.deps[at] not in SUBJECTS or parse.deps[verb] != "ccomp" or parse.words[above] not in load_actions().say:
        return None
    j = here.subject_of(above, i)
    if j is None or (who := here.who[j]) is None or not who.may_be(gender) or here.quote[j] != here.quote[i]:
        return None
    inside = {here.who[k] for k in range(i) if here.sentence[k] == here.sentence[i]} - {who, None}
    before = [(k, here.who[k]) for k in range(i) if here.apart(i, k) == 1]
    acted = {w for k, w in before if w is not None and (w.named or parse.deps[here.root(k)] in SUBJECTS)}
    rivals = [w for w in near if w.may_be(gender) and w in inside | acted]
    return None if any(w is not who for w in rivals) else who


def _newcomer(here: Scene, i: int, near: Mapping[Someone, float]) -> Someone | None:
    """ "A vet checks her list": somebody new and what is theirs, with nobody near who is known to be "she"."""
    gender, own = here.cues[i].genders[0], here.subject_of(here.clause(i), i) if here.is_owner(i) else None
    if own is None or here.cues[own].led_by not in ("a", "an"):
        return None
    who = here.who[own]
    if who is None or who.genders or who.named or here.quote[own] != here.quote[i]:
        return None
    return None if any(w is not who and w.is_known(gender) for w in near) else who
