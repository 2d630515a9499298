"""Of whom somebody tells: "Lewis said he had not seen it", "Donna's teacher said she should rest"."""

from ..actions import load_actions
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from ..scene import Scene
from .thought_of import is_told_feeling

ASKS = frozenset("ask asks asked asking wonder wonders wondered".split())
BECAUSE = frozenset("as because since".split())
_OF_ONESELF = frozenset(
    "admit admits admitted boasted boasts confessed confesses joked jokes promised promises".split()
)
_PLANS = frozenset({"will", "would", "'ll", "'d"})
_OF_ONES_OWN = _PLANS | {"could", "had"}
_PERCEIVED = frozenset("heard read seen tasted".split())
_ENDS = frozenset(".!?")


def _said_with(parse: Parse, verb: int) -> int | None:
    """ "Said" of "Lewis said he had not seen it": the verb of saying on which a clause hangs."""
    says = parse.heads[verb]
    return says if parse.deps[verb] == "ccomp" and parse.words[says] in load_actions().say else None


def _is_told(here: Scene, i: int, says: int) -> bool:
    """Whether somebody tells what the one of a pronoun does, and does not ask it."""
    parse = here.around.parse
    return parse.deps[here.cues[i].first] in SUBJECTS and parse.words[says] not in ASKS


def who_claims(here: Scene, i: int) -> int | None:
    """ "Lewis said he had not seen it", "the cook confessed that she had": of oneself, and to nobody in particular."""
    parse, at = here.around.parse, here.cues[i].first
    verb = parse.heads[at]
    says = _said_with(parse, verb)
    if says is None or says > at or here.quote[i] is not None or not _is_told(here, i, says):
        return None
    if parse.kids_of(says, "dobj", "dative"):
        return None
    if any(parse.words[kid] != "that" for kid in parse.kids_of(verb, "mark")):
        return None
    roots = {here.root(j): j for j in range(i) if "person" not in here.cues[j].kind}  # not "I thought she …"
    j = next((roots[kid] for kid in parse.kids_of(says, *SUBJECTS) if kid in roots), None)
    if j is None or parse.kids_of(here.root(j), "poss"):
        return None  # "Ana's tutor said she was ready."
    who = here.who[j]
    if parse.words[says] in _OF_ONESELF:
        return j
    return j if who is not None and who.named and not tells_of_another(here, i, j) else None


def tells_of_another(here: Scene, i: int, j: int) -> bool:
    """ "Ravi won. Coach Pauline Orr said he had trained hard.": somebody brought with a job, to speak of somebody else.

    Not of what they will do themselves: "Coach Pauline Orr said she would come".
    """
    parse, verb, speaker = here.around.parse, here.clause(i), here.who[j]
    says = _said_with(parse, verb)
    root = here.root(j)
    root = parse.heads[root] if parse.deps[root] == "appos" else root  # "The judge, Jo Orr, said …"
    if says is None or parse.heads[root] != says:
        return False
    if _has_never(parse, verb):
        return False
    if speaker is None or not (speaker.named and speaker.roles) or here.who.index(speaker) < j - 1:
        return False
    if any(parse.words[kid] in _PLANS for kid in parse.kids_of(verb, "aux")) and not parse.kids_of(verb, "auxpass"):
        return False
    gender = here.cues[i].genders[0]
    return any(
        who is not speaker and who.may_be(gender) and here.acting[k] and here.apart(i, k) == 1
        for k, who in here.near(i, 1)
    )


def _is_told_besides(here: Scene, i: int, says: int | None) -> bool:
    """ "Ana's friend has lost weight and says she is fat": whoever says so may well speak of themselves."""
    parse, verb = here.around.parse, here.clause(i)
    joined = says is not None and parse.deps[says] == "conj" and not parse.kids_of(says, *SUBJECTS)
    return joined and bool(parse.kids_of(verb, "acomp"))


def _has_never(parse: Parse, verb: int) -> bool:
    """ "He had never heard a better one": of what whoever says so has heard, seen or read."""
    best = (kid for thing in parse.kids_of(verb, "dobj") for kid in parse.kids_of(thing, "amod"))
    told = parse.words[verb] in _PERCEIVED and any(parse.words[kid] == "never" for kid in parse.kids_of(verb, "neg"))
    return told and any(parse.tags[kid] == "JJR" for kid in best)


def whose_they_are(here: Scene, i: int) -> int | None:
    """ "Donna's teacher said she should rest": of whom somebody's own teacher speaks, if nobody else can be meant."""
    parse = here.around.parse
    says = _said_with(parse, here.clause(i))
    j = here.subject_of(says, i) if says is not None and _is_told(here, i, says) else None
    if j is None or is_told_feeling(here, i) or _is_told_besides(here, i, says):
        return None
    gender, owners = here.cues[i].genders[0], parse.kids_of(here.root(j), "poss")
    own = any(parse.words[kid] in _OF_ONES_OWN for kid in parse.kids_of(here.clause(i), "aux"))
    if own and (speaker := here.who[j]) is not None and speaker.is_known(gender):
        return None  # "His father said that he could not pay.": not "that he should rest"
    beside = (here.who[j], here.memory.narrator)  # "Ana's mum tells me she has built it."
    fits = {who for _, who in here.near(i, 1) if who.may_be(gender) and who not in beside}
    k = next((k for k in range(i) if here.root(k) in owners and "person" not in here.cues[k].kind), None)
    return k if k is not None and fits == {here.who[k]} else None  # not "My mum says she is well."


def is_called(here: Scene, j: int) -> bool:
    """ "Zainab, you speak for us.", "Thank you, Zainab.", "Say sorry, Zainab, and …": a name that calls somebody."""
    words, cue = here.around.tokens, here.cues[j]
    before, after = words.word(cue.first - 1), words.word(cue.last)
    opens = (cue.first in words.starts or before in _ENDS) and after in (",", "!")
    said = before == "," and (after in _ENDS or (after == "," and here.around.parse.deps[here.root(j)] == "npadvmod"))
    return cue.name is not None and not here.around.acts[j] and (opens or said)
