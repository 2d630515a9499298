"""Whose it is where somebody does something for another: "thanked the cook for her help", "driven by her dad"."""

from ..actions import load_actions
from ..parses.grammar import FINITE, SUBJECTS
from ..scene import Scene, once

_THANKS = frozenset(
    "applauded applauds commended commends congratulated congratulates praised praises thank thanked thanking "
    "thanks".split()
)
_GIVEN = frozenset(
    "advice care dedication effort efforts encouragement generosity guidance help honesty hospitality kindness loyalty "
    "patience service support understanding".split()
)  # what somebody is thanked for: not "thanked the surgeon for her new hip"
_SHOWS = frozenset("show showed showing shows taught teach teaches teaching".split())
_ONES_OWN = frozenset(
    "coat face fingernails hair hands inhaler jacket laces nails nose seatbelt shoelace shoelaces shoes teeth tie "
    "toenails".split()
)  # what people learn to wash, tie and use on themselves: not "how to hold his rabbit"
_PEERS = frozenset(
    "classmate colleague flatmate friend housemate mate neighbour neighbor pal roommate schoolfriend teammate".split()
)
_PICTURED = frozenset({"eating", "drinking", "riding", "wearing"})  # what a picture shows of somebody, with their own
_NEAR = 6  # tokens from "each" to "her own"
_TWO = 2
_REACH = 2  # sentences back to another "she"
_GOES = frozenset("came come comes go goes going gone went".split())
_SEES = frozenset("fetch find meet see visit".split())
_AWAY = frozenset("asleep away busy gone out".split())
_TELLS = frozenset("ask asked asks beg begged begs order ordered orders tell told tells warn warned warns".split())


def thanked_for(here: Scene, i: int) -> int | None:
    """ "Ravi thanked the cook for her help": of the one who is thanked."""
    parse, owned = here.around.parse, here.around.parse.heads[here.cues[i].first]
    by = parse.heads[owned]
    if parse.words[owned] not in _GIVEN or parse.words[by] not in ("for", "on") or not here.is_owner(i):
        return None
    verb = here.clause(i)
    if parse.words[verb] not in _THANKS or parse.deps[owned] != "pobj":
        return None
    return _object_of(here, i, verb)


def shown_how(here: Scene, i: int) -> int | None:
    """ "The nurse shows Mina how to brush her teeth": of the one who is shown it, if nobody else is near."""
    parse, owned = here.around.parse, here.around.parse.heads[here.cues[i].first]
    does = parse.heads[owned]
    if parse.words[owned] not in _ONES_OWN or parse.deps[owned] != "dobj" or not here.is_owner(i):
        return None
    if parse.words[max(0, does - 2) : does] != ("how", "to"):
        return None
    shows = next((at for at in range(does - 3, here.opening(i) - 1, -1) if parse.words[at] in _SHOWS), None)
    j = _object_of(here, i, shows) if shows is not None else None
    if j is None or shows is None:
        return None
    shower, gender = here.subject_of(shows, i), here.cues[i].genders[0]
    own = (here.who[j], here.who[shower] if shower is not None else None)
    others = any(who.may_be(gender) and who not in own for _, who in here.near(i, 1))
    return None if others else j  # "Ana was ill. The nurse showed Tom how to wash her hair."


def met_by_own(here: Scene, i: int) -> int | None:
    """ "Ana's friend Mina is driven by her dad": by Mina's, not by Ana's."""
    parse, owned = here.around.parse, here.around.parse.heads[here.cues[i].first]
    by = parse.heads[owned]
    if parse.deps[by] != "agent" or parse.deps[here.cues[i].first] != "poss" or owned not in here.around.roots:
        return None
    for friend in parse.kids_of(parse.heads[by], "nsubjpass"):
        if parse.words[friend] in _PEERS and parse.kids_of(friend, "poss"):
            return next((j for j in range(i) if here.root(j) == friend and here.who[j] is not None), None)
    return None


@once
def is_pictured(here: Scene, i: int) -> int | None:
    """ "Photo 3: Petra Gow, plumber, wearing her mask": of the only one in a line that tells no more."""
    parse, owned = here.around.parse, here.around.parse.heads[here.cues[i].first]
    does, opens = parse.heads[owned], here.opening(i)
    if parse.words[does] not in _PICTURED or parse.deps[owned] != "dobj" or not here.is_owner(i):
        return None
    if not FINITE.isdisjoint(parse.tags[opens : here.cues[i].first]) or parse.kids_of(does, *SUBJECTS, "aux"):
        return None
    before = [j for j in range(i) if here.sentence[j] == here.sentence[i]]
    named = [j for j in before if here.cues[j].name is not None]
    others = [j for j in before if j not in named and here.cues[j].of not in named]
    straight = bool(before) and here.cues[before[-1]].last in (does, does - 1)
    return named[0] if straight and len(named) == 1 and not others else None


def told_to_stop(here: Scene, i: int) -> int | None:
    """ "A boy pushes Mina. Ana tells him to stop.": of whoever does what has just been told."""
    parse, at = here.around.parse, here.cues[i].first
    if parse.words[at + 1 : at + 3] != ("to", "stop") or parse.words[at - 1] not in _TELLS:
        return None
    teller, gender = here.own_subject(i), here.cues[i].genders[0]
    if any(here.acting[j] and who is not teller and who.may_be(gender) for j, who in here.near(i, 0)):
        return None  # "Mr Orr was late again, and Ana told him to stop."
    last = here.around.told[here.sentence[i]] - 1
    did = [j for j in range(i) if here.acting[j] and here.around.told[here.sentence[j]] == last]
    people = {here.who[j] for j in did if here.quote[j] is None} - {None}
    return did[0] if len(people) == 1 and here.who[did[0]] in people else None


def is_each_ones(here: Scene, i: int) -> bool:
    """ "Ana and Mina argue: give each of them her own": nobody's alone, and so both are "she"."""
    parse, at = here.around.parse, here.cues[i].first
    words = parse.words[max(here.opening(i), at - _NEAR) : at]
    if "each" not in words or not here.is_her_own(i):
        return False
    each = at - len(words) + words.index("each")
    if parse.deps[each] == "det":
        return False  # "gave each child her own pen"
    both = [j for j in range(i) if here.sentence[j] == here.sentence[i] and here.cues[j].name is not None]
    if len(both) == _TWO and parse.heads[here.root(both[1])] == here.root(both[0]) and both[1] == both[0] + 1:
        for j in both:
            if (who := here.who[j]) is not None and who.may_be(here.cues[i].genders[0]):
                who.genders.update(here.cues[i].genders)
    return True


def has_gone_to_see(here: Scene, i: int) -> int | None:
    """ "Omar went to see Petra, but she was asleep": whoever is asleep does not go to see anybody."""
    parse, at = here.around.parse, here.cues[i].first
    verb = parse.heads[at]
    goes = parse.heads[verb]
    if parse.words[at - 1] != "but" or parse.deps[at] not in SUBJECTS or parse.words[goes] not in _GOES:
        return None
    sees = [kid for kid in parse.kids_of(goes, "advcl", "xcomp") if goes < kid < at and parse.words[kid] in _SEES]
    j = _object_of(here, i, sees[0]) if sees else None
    away = {parse.words[kid] for kid in parse.kids_of(verb, "acomp", "advmod", "prep")} & _AWAY
    goer = here.subject_of(goes, i)
    other = goer is not None and (who := here.who[goer]) is not None and not who.may_be(here.cues[i].genders[0])
    return j if away or other else None


def has_to_do(here: Scene, i: int) -> int | None:
    """ "Petra to bring her own tools": what a note has somebody do with what is theirs, if no other "she" is near."""
    parse, opens = here.around.parse, here.opening(i)
    verb = here.clause(i)
    if parse.words[verb - 1 : verb] != ("to",) or parse.deps[opens] != "ROOT" or not here.is_owner(i):
        return None
    j = next((j for j in range(i) if here.cues[j].first == opens and here.cues[j].last == verb - 1), None)
    if j is None or here.cues[j].name is None or parse.words[verb] in load_actions().on_anothers:
        return None
    gender = here.cues[i].genders[0]
    others = (who for _, who in here.near(i, _REACH) if who is not here.who[j])
    return None if any(who.is_known(gender) for who in others) else j


def _object_of(here: Scene, i: int, verb: int) -> int | None:
    """The cue before a pronoun that a verb is done to, or for."""
    objects = here.around.parse.kids_of(verb, "dobj", "dative")
    return next((j for j in range(i) if here.root(j) in objects and "person" not in here.cues[j].kind), None)
