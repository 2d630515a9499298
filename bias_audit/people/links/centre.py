"""Which of several people a pronoun means, by grammar alone: the nearest by far, or whom a sentence goes on about."""

from collections.abc import Sequence

from ..actions import load_actions
from ..cue import THEY
from ..parses.grammar import SUBJECTS
from ..scene import Scene, once
from ..someone import Someone
from .told import ASKS, BECAUSE, tells_of_another

_RECIPIENT_WORDS = frozenset("to by with at".split())
_SUBORDINATE = frozenset({"relcl", "acl", "advcl"})
_LETS = frozenset("let lets allow allows allowed make makes made train trains trained teach teaches taught".split())
_LEADS = frozenset(
    "show shows showed teach teaches taught hand hands handed take takes took train trains trained".split()
)
_DEEP = 8  # steps from a word up to its clause
_PAIR = 2
_SURE = 0.9  # by how much one person must stand out among several
_AHEAD = 0.6  # by how much somebody without a name is in the way


def clearest(
    here: Scene, i: int, ranked: list[Someone], near: dict[Someone, float], fitting: dict[Someone, float]
) -> Someone | None:
    """Who of several stands out: alone known to be of that gender, by far the nearest, or who it goes on about."""
    best, second, gender = ranked[0], ranked[1], here.cues[i].genders[0]
    overshadowed = any(near[who] - near[best] >= (_SURE if who.named else _AHEAD) for who in ranked[1:])
    alone = best.is_known(gender) and not second.is_known(gender)
    passed_on = alone and _may_pass_on(here, i, best, ranked)
    if alone and not best.genders and _is_before_another(here, i, best, ranked[1:]):
        return None  # "Ana saw Mina. She is hurt. Mina rang her mum."
    if alone and not overshadowed and not passed_on and not _is_left_behind(here, i, best, ranked[1:]):
        return best
    if here.memory.sure_only:
        here.memory.left_open = True
        return None
    if passed_on:
        return best if _centre(here, i, ranked) is best else None
    mixed = is_mixed(here, i)
    if alone:
        other = None if mixed else _centre(here, i, ranked)
        if other is None:
            return None if _looks_back(here, i, best) else best
        return other if _is_introduced(here, i, other) else None  # "Mrs Kerr waited. Robin came in. She smiled."
    if here.is_owner(i) and not best.named and not best.is_known(gender) and any(w.is_known(gender) for w in ranked):
        return None  # "Mr Lowe lay down. A nurse took his pulse."
    rivals = fitting[best] - fitting[second]
    clear = (best.is_known(gender) and rivals > 0) or (rivals >= _SURE and not mixed)
    doubtful = overshadowed or (not best.is_known(gender) and is_rivalled(here, i, best, ranked[1:]))
    return best if clear and not doubtful else _centre(here, i, ranked)


def _is_before_another(here: Scene, i: int, best: Someone, others: list[Someone]) -> bool:
    """Whether the sentence before that which a pronoun opens is about another one, and not about them."""
    if not _opens(here, i):
        return False
    if _is_in_sentence(here, i, best):
        return False
    told = [j for j in range(i) if here.sentence[j] == here.sentence[i] - 1 and here.quote[j] is None]
    acting = {here.who[j] for j in told if here.acting[j]} or {here.who[j] for j in told}
    return best not in acting and any(who in acting and who.named for who in others)


def _is_left_behind(here: Scene, i: int, best: Someone, others: list[Someone]) -> bool:
    """ "Ana rested. Tom cooked for Mina. It was late. She …": told of two sentences ago or more, and others since."""
    last = here.last_of(best, i)
    if last is None or here.apart(i, last) <= 1 or not _looks_back(here, i, best):
        return False
    return any(who in others for who in here.who[last + 1 : i])


def _looks_back(here: Scene, i: int, someone: Someone) -> bool:
    """Whether a pronoun that is a subject or says whose something is stands in a sentence after theirs."""
    acts = here.around.parse.deps[here.cues[i].first] in SUBJECTS
    return (acts or here.is_owner(i)) and not _is_in_sentence(here, i, someone)


def _is_in_sentence(here: Scene, i: int, someone: Someone) -> bool:
    """Whether somebody has come up in a pronoun's own sentence."""
    return any(here.who[j] is someone and here.sentence[j] == here.sentence[i] for j in range(i))


def _may_pass_on(here: Scene, i: int, best: Someone, others: list[Someone]) -> bool:
    """ "Mum took Lola to the park. She swung.": whoever is named after the subject may well be who goes on."""
    last = here.last_of(best, i)
    if last is None or not here.acting[last] or here.apart(i, last) != 1 or here.is_owner(i):
        return False
    gender = here.cues[i].genders[0]
    return any(w is not None and w.named and w in others and not w.is_known(gender) for w in here.who[last + 1 : i])


@once
def is_mixed(here: Scene, i: int) -> bool:
    """Whether the sentence has a "he" beside the "she"."""
    return any(_is_other_pronoun(here, i, j) for j in range(len(here.cues)))


def is_rivalled(here: Scene, i: int, best: Someone, others: list[Someone]) -> bool:
    """Whether a pronoun may go on about somebody else than the nearest subject.

    "Isla lent Rory his pen", "Isla fell. Rory ran because she was hurt.", "“Where is Rory?” asked Isla. He …"
    """
    own = here.sentence[i]
    last = max(j for j in range(i) if here.who[j] is best)
    if _is_asked_for(here, i, last) or tells_of_another(here, i, last):
        return True
    tied = here.around.parse.deps[here.clause(i)] == "advcl" and not here.is_owner(i)
    for j in range(i):
        who = here.who[j]
        if who is None or who not in others or who.general:
            continue
        before = here.sentence[j] == own - 1
        if here.sentence[last] == own and (j > last or (before and here.acting[j] and tied)):
            return True
        if here.sentence[last] == own - 1 and here.quote[i] is None and here.is_said_by(best, j):
            return True
    return False


def _is_asked_for(here: Scene, i: int, asker: int) -> bool:
    """ "Kwabena asked if he had been scared": whom a question is about is often not who asks it."""
    parse, verb = here.around.parse, here.clause(i)
    asks = parse.heads[verb]
    if any(parse.words[kid] in BECAUSE for kid in parse.kids_of(verb, "mark")):
        return False  # "Ravi asked the vet a lot because he likes snakes."
    return parse.words[asks] in ASKS and verb != asks and parse.heads[here.root(asker)] == asks


def _centre(here: Scene, i: int, fitting: Sequence[Someone]) -> Someone | None:
    """The subject of the sentence before, where a subject pronoun goes on about it and nobody else is in the way.

    Whoever was told, shown or given something may well act next ("Amina asked Tom. He …"), so that then only one who
    goes on to lead ("Amina showed Tom. She let him …") stays the subject. None where readers know whom a pronoun means
    only because they know who is a woman.
    """
    if not _opens(here, i):
        return None
    before = here.sentence[i] - 1
    if any(here.sentence[j] > before and here.who[j] in fitting for j in range(i)):
        return None
    told = [j for j in range(i) if here.sentence[j] == before]
    leads = _leads(here, [j for j in told if here.quote[j] == here.quote[i]])
    named = list(dict.fromkeys(here.who[j] for j in leads))
    if len(named) == _PAIR and _goes_with_own(here, leads):
        return named[0]
    lead = named[0] if len(named) == 1 else None  # of "Ravi and Ana swept" neither, whatever the order of the names
    if lead is None or lead not in fitting:
        return None
    told += [j for j in range(i) if here.sentence[j] == before - 1 and here.is_said_by(lead, j)]
    others = [j for j in told if here.who[j] in fitting and here.who[j] is not lead]
    if all(_is_in_passing(here, j) for j in others):
        return lead if not others or _goes_on(here, i, lead) else None
    if _goes_on(here, i, lead) and not _is_past(here, i) and _is_past(here, leads[0]):
        return lead  # "Mei showed Jakub the scale. She wants to repeat the test."
    return lead if _leads_on(here, i, leads[0]) else None


def _is_introduced(here: Scene, i: int, who: Someone) -> bool:
    """Whether the sentence before brings somebody new: "The trainer, Joyce, came", "Then came Leila, who …".

    Or with a job, "Trainer Joyce Orr came", or by a full name, and goes on to say what they are: "Joyce Orr came. She
    is a trainer".
    """
    parse, first = here.around.parse, here.who.index(who)
    root = here.root(first)
    if here.sentence[first] != here.sentence[i] - 1:
        return False
    cue = here.cues[first]
    full = cue.name is not None and len(cue.name.parts) > 1
    said = full and any(other.of == i and other.kind == "role" for other in here.cues)
    beside = parse.deps[root] == "appos" or bool(parse.kids_of(root, "appos", "relcl"))
    return beside or said or (cue.kind == "role" and who.named)


@once
def _opens(here: Scene, i: int) -> bool:
    """Whether a pronoun is the subject of a main clause."""
    parse, at = here.around.parse, here.cues[i].first
    return parse.deps[at] in SUBJECTS and is_main(here, parse.heads[at])


def is_main(here: Scene, verb: int) -> bool:
    """Whether a verb is that of a main clause."""
    parse = here.around.parse
    for _ in range(_DEEP):
        dep, above = parse.deps[verb], parse.heads[verb]
        if dep == "ROOT":
            return True
        joined = dep in ("conj", "parataxis") or (dep == "ccomp" and above > verb and not parse.kids_of(verb, "mark"))
        if not joined:
            return False
        verb = above
    return False


def _leads(here: Scene, told: Sequence[int]) -> list[int]:
    """The cues of a sentence that are subjects of a main clause, or coordinated with one."""
    parse, leads = here.around.parse, []
    for j in told:
        root = here.root(j)
        while parse.deps[root] in ("conj", "appos") and not parse.tags[parse.heads[root]].startswith("VB"):
            root = parse.heads[root]
        if (
            here.who[j] is not here.memory.narrator
            and parse.deps[root] in SUBJECTS
            and is_main(here, parse.heads[root])
        ):
            leads.append(j)
    return leads


def _is_in_passing(here: Scene, j: int) -> bool:
    """Whether somebody is mentioned on the way: an owner, after "near", in a clause inside the sentence.

    So are two at once, "won it with Ana and Lena", of whom a pronoun seldom means one.
    """
    parse, at = here.around.parse, here.root(j)
    if here.quote[j] is not None:
        return False
    first = parse.heads[at] if parse.deps[at] == "conj" else at
    if parse.deps[first] == "pobj" and parse.words[parse.heads[first]] == "with" and parse.kids_of(first, "conj"):
        return True
    if parse.deps[at] == "pobj" and parse.words[parse.heads[at]] in _RECIPIENT_WORDS:
        return False
    return parse.deps[at] in ("poss", "pobj") or any(parse.deps[above] in _SUBORDINATE for above in _above(here, at))


def _above(here: Scene, at: int) -> list[int]:
    heads = here.around.parse.heads
    above: list[int] = []
    while heads[at] != at and len(above) < _DEEP:
        at = heads[at]
        above.append(at)
    return above


def _goes_on(here: Scene, i: int, lead: Someone) -> bool:
    """Whether the sentence before that was about the same person, or has them do two things."""
    last = here.sentence[i] - 1
    acts = {
        verb
        for j in range(i)
        if here.who[j] is lead and here.sentence[j] == last
        for verb, g in here.around.acts[j]
        if g == "subject"
    }
    return len(acts) > 1 or any(
        here.who[j] is lead and here.acting[j] and here.sentence[j] == last - 1 for j in range(i)
    )


def _is_past(here: Scene, i: int) -> bool:
    """Whether the verb that a cue is the subject of tells of the past."""
    parse = here.around.parse
    verb = parse.heads[here.root(i)]
    return parse.tags[next(iter(parse.kids_of(verb, "aux", "auxpass")), verb)] == "VBD"


def _leads_on(here: Scene, i: int, lead: int) -> bool:
    """ "Amina showed Tom the scope. She let him focus it.": who leads goes on to lead the other."""
    parse, actions = here.around.parse, load_actions()
    verb, before = parse.heads[here.cues[i].first], parse.heads[here.root(lead)]
    led = parse.words[before] in _LEADS or actions.class_of.get(parse.words[before]) == "lead"
    objects = [j for j in range(len(here.cues)) if _is_other_pronoun(here, i, j) and verb in _above(here, here.root(j))]
    leads = parse.words[verb] in _LETS or actions.class_of.get(parse.words[verb]) == "lead"
    return led and leads and bool(objects) and parse.words[verb] != parse.words[before]


def _is_other_pronoun(here: Scene, i: int, j: int) -> bool:
    """Whether a cue is "he" where the pronoun is "she"."""
    cue = here.cues[j]
    return (
        cue.kind == "pronoun" and not cue.paired and cue.head not in THEY
        and here.sentence[j] == here.sentence[i] and cue.genders != here.cues[i].genders
    )  # fmt: skip


def _goes_with_own(here: Scene, leads: Sequence[int]) -> bool:
    """ "He and his brother ran.": the sentence is about "he"."""
    parse, first = here.around.parse, leads[0]
    if here.cues[first].kind != "pronoun":
        return False
    owners = [kid for other in parse.kids_of(here.root(first), "conj") for kid in parse.kids_of(other, "poss")]
    return any(here.root(j) in owners and here.who[j] is here.who[first] for j in range(len(here.cues)))
