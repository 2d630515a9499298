"""Where a pronoun may mean either of two people, although one of them stands out, and so is left open.

"Ana's daughter rang her. Now she is a vet.", "Ravi was rude. Mr Orr told Alex to give him time."
"""

from collections.abc import Sequence, Set

from ...model import GenderWords
from ..cue import THEY
from ..parses.grammar import SUBJECTS
from ..scene import Scene, once
from ..someone import Someone
from .not_meant import is_bereaved
from .thought_of import is_told_feeling

_FRONTS = frozenset("after at before during for from in on since throughout until with".split())
_DASHES = frozenset("–—")
_NOTE = 4  # words of what opens a note, with its dash
_TOLD_OF = ("DT", "JJ", "NN", "RB", "")  # what a note says of somebody: "the stable hand", "small and quick"
_MOVES = frozenset(
    "advised advises convinced convinces encouraged encourages helped helps inspired inspires lends lent persuaded "
    "persuades told urged urges".split()
)  # who is so moved may well act next
_LONGEST = 3  # words of "the two boys"
_BE = frozenset({"was", "is", "were"})


def leaves_open(here: Scene, i: int, someone: Someone | None, ahead: int | None) -> bool:
    """Whether a pronoun stays nobody's: whose it is in "She read from her book", if nobody knows who "she" is.

    And "Nikhil won. Before his race, Tom ate.", where it may look back or ahead; and "she moved one of them and
    praised him", which is the one of them.
    """
    if here.is_owner(i) and _is_open_subjects(here, i):
        return True
    if someone is None:
        return False
    gender = here.cues[i].genders[0]
    after = here.who[ahead] if ahead is not None and here.is_owner(i) else None
    both = after is not None and after is not someone and after.named and after.may_be(gender)
    return (both and not someone.is_known(gender)) or _is_one_of(here, i, someone)


def _is_open_subjects(here: Scene, i: int) -> bool:
    """Whether the subject of a pronoun's clause is the same pronoun, and left open."""
    subjects = here.around.subjects.get(here.clause(i), ())
    return any(j < i and here.cues[j].genders == here.cues[i].genders and j in here.doubts for j in subjects)


def _is_one_of(here: Scene, i: int, someone: Someone) -> bool:
    """ "Mr Orr saw two boys; she moved one of them and praised him": with nobody mentioned since that fits."""
    parse, at = here.around.parse, here.cues[i].first
    if here.is_owner(i):
        return False
    opens = here.opening(i)
    if "one" not in parse.words[opens:at]:
        return False
    last = here.last_of(someone, i)
    if last is None or here.cues[last].first < opens:
        return False
    for one in range(here.cues[last].last, at):
        if parse.words[one : one + 2] == ("one", "of") and parse.deps[one] == "dobj" and _is_of_people(here, one + 2):
            return all(here.who[j] is not someone for j in here.around.subjects.get(parse.heads[one], ()))
    return False


def _is_of_people(here: Scene, at: int) -> bool:
    """ "Them", "the two boys"; not "which"."""
    groups = (cue.first for cue in here.cues if cue.kind == "group")
    return here.around.parse.words[at : at + 1] == ("them",) or any(at <= first < at + _LONGEST for first in groups)


def may_be_either(here: Scene, i: int, someone: Someone, people: Sequence[Someone]) -> bool:
    """Whether one of the others may be meant as well as the one who stands out."""
    rules = (_is_helped_by_own, _is_told_to, _is_bereft, _is_moved, _may_be_of_group, _may_be_of_speakers)
    return any(rule(here, i, someone, people) for rule in rules)


def _is_helped_by_own(here: Scene, i: int, someone: Someone, people: Sequence[Someone]) -> bool:
    """ "Her daughter persuaded her to ring. Now she …", "her mum lent her £5. How much should she pay?"."""
    parse, at, before = here.around.parse, here.cues[i].first, here.sentence[i] - 1
    if parse.deps[at] not in SUBJECTS:
        return False
    last = [j for j in range(i) if here.sentence[j] == before]
    for j in last:
        if here.who[j] is not someone or here.cues[j].kind != "kin" or not here.acting[j]:
            continue
        owners = parse.kids_of(here.root(j), "poss")
        owner = next((here.who[k] for k in last if here.root(k) in owners), None)
        acts = {verb for verb, grammar in here.around.acts[j] if grammar == "subject" and parse.words[verb] in _MOVES}
        met = [k for k in last if here.who[k] is owner and any((v, "object") in here.around.acts[k] for v in acts)]
        if owner is not None and owner in people and met:
            return True
    return False


def _is_told_to(here: Scene, i: int, someone: Someone, people: Sequence[Someone]) -> bool:
    """ "Ravi was rude. Mr Orr told Alex to give him time.": as well of whom the sentence before tells."""
    parse, verb = here.around.parse, here.clause(i)
    above = parse.heads[verb]
    if here.is_owner(i) or parse.deps[here.cues[i].first] in SUBJECTS or parse.deps[verb] not in ("xcomp", "ccomp"):
        return False
    if not any(parse.words[kid] == "to" for kid in parse.kids_of(verb, "aux")):
        return False
    j = here.subject_of(above, i)
    told = [k for k in range(i) if (above, "object") in here.around.acts[k] or parse.heads[here.root(k)] == verb]
    if j is None or here.who[j] is not someone or all(k == j for k in told):
        return False
    return any(
        w is not someone and w in people and here.acting[k] and here.apart(i, k) == 1 for k, w in here.near(i, 1)
    )


def _is_bereft(here: Scene, i: int, someone: Someone, people: Sequence[Someone]) -> bool:
    """ "When her mother died, she was 40", "Ana's mother died. She moved away": the mother or the daughter."""
    parse, at, own = here.around.parse, here.cues[i].first, here.sentence[i]
    if parse.deps[at] not in SUBJECTS:
        return False
    verb = parse.heads[at]
    for j in range(i):
        if own - here.sentence[j] > 1 or here.who[j] not in people or not is_bereaved(here, j):
            continue
        aged = parse.words[verb] in _BE and any(parse.tags[kid] == "CD" for kid in parse.kids_of(verb, "attr"))
        old = parse.words[verb] in _BE and any(parse.words[kid] == "old" for kid in parse.kids_of(verb, "acomp"))
        moved = here.sentence[j] < own and here.who[j] is someone and parse.tags[verb] == "VBD"
        if (here.sentence[j] == own and (aged or old)) or (moved and parse.words[verb] not in (*_BE, "had")):
            return True
    return False


def _is_moved(here: Scene, i: int, someone: Someone, people: Sequence[Someone]) -> bool:
    """ "Ana won. Her tutor, Jo Orr, said she was proud.": how the one who says it feels, or of whom it is said."""
    if not is_told_feeling(here, i):
        return False
    parse = here.around.parse
    says = [j for j in here.around.subjects.get(parse.heads[here.clause(i)], ()) if j < i]
    speakers = [here.who[j] for j in says]
    if someone in speakers:
        owners = [kid for j in says for kid in parse.kids_of(here.root(j), "poss")]  # "Ravi's tutor said he was happy"
        owned = any(here.root(k) in owners and here.who[k] in people for k in range(i))
        return owned and not someone.is_known(here.cues[i].genders[0])
    return any(who in people for who in speakers)


def _may_be_of_group(here: Scene, i: int, someone: Someone, people: Sequence[Someone]) -> bool:
    """ "Ana sang. Jo Orr praised the women. Later she …": one of the women as well as who praises them."""
    before, genders = here.sentence[i] - 1, here.cues[i].genders
    if someone.is_known(genders[0]) or here.is_owner(i):
        return False
    last = [j for j in range(i) if here.sentence[j] == before]
    acts = {
        verb for j in last if here.who[j] is someone for verb, grammar in here.around.acts[j] if grammar == "subject"
    }
    groups = [j for j in last if here.cues[j].kind == "group" and here.cues[j].genders == genders]
    return any((verb, "object") in here.around.acts[j] for j in groups for verb in acts) and len(people) > 1


def _may_be_of_speakers(here: Scene, i: int, someone: Someone, people: Sequence[Someone]) -> bool:
    """ "Ana's son Ravi came. Ewan helped. “He smiled,” Ana said.": as well of whom the speaker has come with."""
    quote = here.quote[i]
    if quote is None or here.around.quotes[quote].line or someone.is_known(here.cues[i].genders[0]):
        return False
    cue = here.around.speakers[quote]
    speaker = here.who[cue] if cue is not None else None
    if speaker is None or any(here.who[j] is someone for j in range(i) if here.quote[j] == quote):
        return False
    others = [who for who in people if who is not someone and not who.is_known(here.cues[i].genders[0])]
    return any(_is_of(here, k, speaker) for k in range(i) if here.who[k] in others)


def _is_of(here: Scene, k: int, owner: Someone) -> bool:
    """Whether a cue names somebody as another's: "her eldest, Ravi", "Ana's friend Ravi"."""
    parse, root = here.around.parse, here.root(k)
    noun = parse.heads[root] if parse.deps[root] == "appos" else root
    owners = [*parse.kids_of(root, "poss"), *parse.kids_of(noun, "poss")]
    return any(here.who[j] is owner for j in range(k) if here.root(j) in owners)


def may_be_of_before(here: Scene, gender: GenderWords, others: Set[Someone | None]) -> bool:
    """ "Mrs Low came. Mrs Orr sang.", and in the next paragraph "She …": one of two, and nobody new."""
    known = [who for who in here.memory.before if who.named and who.is_known(gender) and who not in others]
    return len(known) > 1 and not any(who.thing for who in known)


@once
def is_opening(here: Scene, i: int, subject: int) -> bool:
    """ "Before his flight in May Jo Orr rang": whose it is comes after what opens the sentence."""
    parse, at = here.around.parse, here.cues[i].first
    opens = here.opening(i)
    if at != opens + 1 or parse.words[opens] not in _FRONTS or parse.deps[at] != "poss":
        return False
    ends = parse.heads[at]
    plain = not any(tag.startswith("VB") or tag == "MD" for tag in parse.tags[ends:subject])
    return parse.heads[ends] == opens and plain


@once
def opens_note(here: Scene, i: int) -> bool:
    """ "Crooks – the stable hand. He sleeps alone.": of whom the note tells, though nothing knows the name."""
    words = here.around.tokens.words
    dash = next((at for at, word in enumerate(words[:_NOTE]) if word in _DASHES), 0)
    if not dash or not all(word.istitle() for word in words[:dash]) or here.cues[0].first <= dash:
        return False
    said = here.around.parse.tags[dash + 1 : dash + 2]
    return here.cues[i].head not in THEY and here.sentence[i] > 0 and bool(said) and said[0] in _TOLD_OF
