"""Whose it is in "Mrs Khan wrote songs. Jo Orr printed her songs": hers of whom the text has told it, or open.

A possessive is as a rule the subject's own; but it says a gender of nobody where the words speak for another one.
"""

from ..parses.grammar import SUBJECTS
from ..scene import Scene
from ..someone import Someone

_BACK = 1  # sentences back to who has the thing


def had_by(here: Scene, i: int, someone: Someone) -> Someone | None:
    """Who has, makes or writes what a possessive owns: "Mrs Khan wrote songs. Jo Orr printed her songs".

    Not where each has their own: "Mrs Khan read her book. Jo Orr read her book".
    """
    parse, gender = here.around.parse, here.cues[i].genders[0]
    if not here.is_owner(i) or someone.is_known(gender) or here.is_her_own(i):
        return None
    owned = parse.heads[here.cues[i].first]
    if owned in here.around.roots or parse.words[owned] not in parse.words[: here.cues[i].first]:
        return None
    for j, who in here.near(i, _BACK):
        if who is someone or not who.may_be(gender):
            continue
        verbs = [verb for verb, grammar in here.around.acts[j] if grammar == "subject"]
        verbs += [parse.heads[here.root(j)]] if parse.deps[here.root(j)] in SUBJECTS else []
        things = [thing for verb in verbs for thing in parse.kids_of(verb, "dobj") if thing < here.cues[i].first]
        if any(parse.words[at] == parse.words[owned] and not parse.kids_of(at, "poss") for at in things):
            return who
    return None


def may_be_of_those_before(here: Scene, i: int, someone: Someone) -> bool:
    """ "Dr Orr built ships. // Femi – what is his story?": not surely of whom the sentence says no more than a name.

    Somebody with a name, whose gender is known, stands in the block before.
    """
    gender, own = here.cues[i].genders[0], here.sentence[i]
    if not here.is_owner(i) or someone.is_known(gender) or here.own_subject(i) is someone:
        return False
    told = [j for j in range(i) if here.who[j] is someone]
    parse = here.around.parse
    if any(here.sentence[j] != own or here.around.acts[j] for j in told):
        return False
    asked = "?" in parse.words[here.cues[i].last :]  # "Was Femi right to tell his story?"
    if not asked and any(parse.deps[here.root(j)] in SUBJECTS for j in told):
        return False
    return any(who.named and who.is_known(gender) and who is not someone for who in here.memory.before)


def may_be_of_teller(here: Scene, i: int, someone: Someone) -> bool:
    """ "Dr Orr built Bolt in her shed. // “I fizz,” said Bolt. // Her neighbour came.": not surely the speaker's.

    Somebody with a name, whose gender is known, was told of just before.
    """
    gender, memory = here.cues[i].genders[0], here.memory
    if (
        not here.is_owner(i)
        or someone.is_known(gender)
        or not memory.dialogue
        or memory.dialogue[-1].who is not someone
    ):
        return False
    return any(who.named and who.is_known(gender) for block in memory.recent for who in block)
