"""Whom a construction ties a pronoun to, whoever else is near: "Ana, with her tape", "ask the vet if she can come"."""

from ..actions import load_actions
from ..parses.grammar import SUBJECTS
from ..scene import Scene, once
from ..someone import Someone
from ..speech.asked_after import asked_after
from .binding import bound_away
from .kinship import beside_kin
from .thought_of import has_others, is_thinker
from .told import ASKS, BECAUSE, who_claims, whose_they_are
from .within import beside_name, goes_on_after, has_met, is_alone, who_has_hers

_UP = ("poss", "pobj", "prep", "conj")
_DEEP = 5  # steps from "her" up to the name
_MAY = frozenset("can could will would".split())
_WHETHER = frozenset({"if", "whether"})
_PAUSES = frozenset({":", ","})
_OF_PLACES = frozenset("leave leaves left leaving speak speaks spoke speaking learn learns learned learning".split())
_WH = ("WP", "WRB", "WDT")
_ONESELF = frozenset({"best", "name", "self", "worst"})  # "Ewan was his usual self"
_IN_HAND = ("in", "with")


def tied_to(here: Scene, i: int) -> Someone | None:
    """The person whom the words around a pronoun leave as the only one; None where there is no such construction."""
    j = _tied(here, i)
    j = j if j is not None else next((k for tie in _BY_WHO if (k := tie(here, i)) is not None), None)
    who = here.who[j] if j is not None else None
    if j is not None and here.is_owner(i) and here.root(j) in bound_away(here, i):
        return None  # "Ana, who was at his side"
    if who is not None and is_thinker(here, i, who) and has_others(here, i, who):
        return None
    return who if who is not None and who.may_be(here.cues[i].genders[0]) else None


@once
def _tied(here: Scene, i: int) -> int | None:
    found = (tie(here, i) for tie in _BY_WORDS)
    return next((j for j in found if j is not None), None)


def _with_hers(here: Scene, i: int) -> int | None:
    """ "Wiktoria, with her dad's tape": what stands straight after a name and goes with it."""
    parse, at = here.around.parse, here.cues[i].first
    if parse.deps[at] != "poss":
        return None
    for _ in range(_DEEP):
        if parse.deps[at] not in _UP:
            return None
        at = parse.heads[at]
        if parse.words[at] == "with":
            before = at - (parse.words[at - 1] == ",")
            return next((j for j in range(i) if here.cues[j].name is not None and here.cues[j].last == before
                         and here.root(j) == parse.heads[at]), None)  # fmt: skip
    return None


def _asked_whether(here: Scene, i: int) -> int | None:
    """ "Ask the technician if she can lend weights": an order, and what the one who is asked may do."""
    parse, at = here.around.parse, here.cues[i].first
    verb = parse.heads[at]
    asks = parse.heads[verb]
    if parse.deps[at] not in SUBJECTS or parse.deps[verb] not in ("advcl", "ccomp") or parse.words[asks] != "ask":
        return None
    if not any(parse.words[kid] in _MAY for kid in parse.kids_of(verb, "aux")) or not any(
        parse.words[kid] in _WHETHER for kid in parse.kids_of(verb, "mark")
    ):
        return None
    people = {here.root(j): j for j in range(i)}
    if any(kid in people or parse.tags[kid] == "PRP" for kid in parse.kids_of(asks, *SUBJECTS)):
        return None
    return next((people[kid] for kid in parse.kids_of(asks, "dobj", "dative") if kid in people), None)


def _asked_what(here: Scene, i: int) -> int | None:
    """ "The tutor asked Ewan what he wanted": about the one who is asked, save in "asked Ewan if he could come"."""
    parse, at = here.around.parse, here.cues[i].first
    verb = parse.heads[at]
    asks = parse.heads[verb]
    if parse.deps[at] not in SUBJECTS or parse.deps[verb] != "ccomp" or parse.words[asks] not in ASKS:
        return None
    if any(parse.tags[kid] == "MD" for kid in parse.kids_of(verb, "aux")):
        return None
    asked = parse.kids_of(asks, "dobj", "dative")
    return next((j for j in range(i) if here.root(j) in asked and "person" not in here.cues[j].kind), None)


def _asked_about(here: Scene, i: int) -> int | None:
    """ "Look at the surgeon: what is she doing?": a question straight after the only person of the sentence."""
    parse, at = here.around.parse, here.cues[i].first
    asks = at - 2
    if (
        asks < 1
        or parse.tags[asks] not in _WH
        or parse.words[asks - 1] not in _PAUSES
        or parse.deps[at] not in SUBJECTS
    ):
        return None
    same = [j for j in range(i) if here.sentence[j] == here.sentence[i] and here.quote[j] == here.quote[i]]
    return same[0] if len(same) == 1 and here.cues[same[0]].last == asks - 1 else None


def _is_and_does(here: Scene, i: int) -> int | None:
    """ "Priya is a nurse and she runs": of whom a clause says what they are, the next one goes on to tell."""
    parse, at = here.around.parse, here.cues[i].first
    verb = parse.heads[at]
    is_ = parse.heads[verb]
    if parse.deps[at] not in SUBJECTS or parse.deps[verb] != "conj" or not parse.kids_of(is_, "attr"):
        return None
    subjects = parse.kids_of(is_, *SUBJECTS)
    return next((j for j in range(i) if here.root(j) in subjects), None)


def _has_with(here: Scene, i: int) -> int | None:
    """ "The keeper wrote in his diary", "walked with his map in his hand": what somebody does with what is theirs."""
    parse, at = here.around.parse, here.cues[i].first
    owned = parse.heads[at]
    verb = here.clause(i)
    if not here.is_owner(i) or parse.deps[owned] != "pobj" or parse.words[parse.heads[owned]] not in _IN_HAND:
        return None
    j = here.subject_of(verb, i)
    who = here.who[j] if j is not None else None
    return (
        j if j is not None and who is not None and is_alone(here, j, i) and not _is_by_stranger(here, i, who) else None
    )


_BY_WORDS = (_with_hers, beside_kin, _asked_whether, _asked_what, _asked_about, _is_and_does)
# these ask who is who so far, which changes from one reading to the next: not worked out `once`
_BY_WHO = (
    who_claims,
    whose_they_are,
    who_has_hers,
    _has_with,
    goes_on_after,
    beside_name,
    has_met,
    asked_after,
)


def bound_to(here: Scene, i: int) -> Someone | None:
    """The subject to whose clause a pronoun's own clause is tied: "the referee stopped play when he saw it".

    Somebody with a name only if the pronoun owns something ("as his brother does"), and only where nobody else is near.
    """
    verb = _clause_above(here, i)
    j = here.subject_of(verb, i) if verb is not None else None
    if j is None or (who := here.who[j]) is None:
        return None
    if (here.cues[j].kind != "role" or who.named) and not here.is_owner(i):
        return None
    between = {w for w in here.who[j + 1 : i] if w is not None and w.may_be(here.cues[i].genders[0])} - {who}
    return None if between or _is_another(here, i, who) else who


def _is_another(here: Scene, i: int, who: Someone) -> bool:
    """ "His guest ate nothing until he had told her": the same pronoun has meant somebody else in the sentence.

    Not in "Her friend wants it back because she is saving".
    """
    parse = here.around.parse
    because = any(parse.words[kid] in BECAUSE for kid in parse.kids_of(here.clause(i), "mark"))
    if because or parse.deps[here.cues[i].first] not in SUBJECTS:
        return False
    same = (
        j for j in range(i) if here.sentence[j] == here.sentence[i] and here.cues[j].genders == here.cues[i].genders
    )
    return any(here.cues[j].kind == "pronoun" and here.who[j] not in (None, who) for j in same)


@once
def _clause_above(here: Scene, i: int) -> int | None:
    parse = here.around.parse
    verb = here.clause(i)
    for _ in range(2):
        if parse.deps[verb] == "advcl":
            break
        verb = parse.heads[verb]
    return parse.heads[verb] if parse.deps[verb] == "advcl" else None


def of_whom(here: Scene, i: int) -> int | None:
    """The cue of the Petra of "Petra is his wife", who is not "he": of whom what a pronoun owns is said."""
    if not here.is_owner(i) or here.is_her_own(i):
        return None
    owned = here.around.parse.heads[here.cues[i].first]
    of = next((cue.of for j, cue in enumerate(here.cues) if here.root(j) == owned and cue.of is not None), None)
    parse = here.around.parse
    if of is None and parse.deps[owned] == "attr" and parse.words[owned] not in _ONESELF:  # "if Petra were his sister"
        subjects = parse.kids_of(parse.heads[owned], *SUBJECTS)
        of = next((j for j in range(i) if here.root(j) in subjects), None)
    return of if of is not None and of < i else None


def may_be_others(here: Scene, i: int, who: Someone) -> bool:
    """Whether a pronoun that says a gender of somebody may well mean another: a stranger, or one of several."""
    strange = _is_by_stranger(here, i, who) or (here.is_owner(i) and _is_strangers(here, i))
    return strange or (who.in_passing and who.said == 1)


def _takes_place(verb: str) -> bool:
    """ "Left Dundee", "speaks Cantonese": what such a verb takes is no person, for all its capital."""
    return verb in _OF_PLACES or load_actions().class_of.get(verb) == "move"


def _is_strangers(here: Scene, i: int) -> bool:
    """Whether the subject of a pronoun's clause looks like a name that nobody knows: "Una broke her arm"."""
    parse = here.around.parse
    subjects = parse.kids_of(here.clause(i), *SUBJECTS)
    return any(parse.tags[at] == "NNP" and not any(cue.first <= at < cue.last for cue in here.cues) for at in subjects)


def _is_by_stranger(here: Scene, i: int, who: Someone) -> bool:
    """Whether what looks like a name that nobody knows stands between: "Ewan sat with Quilla in her car"."""
    parse = here.around.parse
    last = max(j for j in range(i) if here.who[j] is who)
    if here.sentence[last] != here.sentence[i]:
        return False
    for at in range(here.cues[last].last, here.cues[i].first):
        above = parse.words[parse.heads[at]]
        whom = parse.deps[at] in ("dobj", "dative") and not _takes_place(above)
        by = whom or (parse.deps[at] == "pobj" and above == "with")
        if by and parse.tags[at] == "NNP" and not any(cue.first <= at < cue.last for cue in here.cues):
            return True
    return False
