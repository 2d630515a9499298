"""Whom a noun means: "the engineer" said again, a job said of somebody, a new noun for somebody known."""

from collections.abc import Set

from ...model import GenderWords
from ..cue import Cue
from ..cues.noun_cues import RANKS
from ..cues.one_of import is_asked_for
from ..cues.said_labels import fills_line, is_after_label
from ..name_context import is_name_shaped
from ..scene import Memory, Scene
from ..someone import Someone
from ..words import PeopleWords
from .epithets import is_other_post, is_singled_out, is_taken_on
from .kinship import baby_of_family, called_grandparent, child_of, is_of_another, name_relative, owner_of, related
from .named_later import take_in
from .renamed import renamed

_SEVERAL = 2  # steps from the last of several to the first
_APART = frozenset("second third fourth fifth other new different next".split())
_A = frozenset({"a", "an"})
_BOTH = frozenset({"nsubj", "dobj"})
_UNSAID = frozenset({"a", "an", "another", "any", "one", "some"})
_ORDER = frozenset("first second third fourth fifth sixth next last other former latter elder eldest younger".split())
_LAST = (0, 2)  # tokens after a job that is all that a line says: none, or ", 34"


def link_noun(here: Scene, i: int, lexicon: PeopleWords) -> Someone:
    """The person whom a noun means, somebody new if nobody known."""
    cue, memory = here.cues[i], here.memory
    someone = here.who[cue.of] if cue.of is not None else None
    if someone is not None and someone.named:
        take_in(here, i, someone)
        name_relative(here, i, someone)
    words = here.around.tokens
    below = fills_line(words, cue) or len(words.words) - cue.last in _LAST or is_after_label(words, cue)
    if someone is None and cue.bare and below and len(memory.before) == 1 and here.around.may_sign:
        someone = memory.before[0]  # a job on the line below a name
    owner, noun = owner_of(here, i), _noun(here, cue)
    anyone = cue.general and cue.led_by in ("a", "an")  # "everyone has to be a student first"
    asked_for = is_asked_for(here.around.parse, here.root(i)) and _are_several(memory, cue)
    anyone = anyone or asked_for
    if someone is None and not anyone and cue.led_by != "another" and (cue.led_by not in _UNSAID or cue.kind != "kin"):
        modifiers, between = lexicon.gender["modifiers"], words.lower[cue.first : cue.last - 1]
        singles = {modifiers[word] for word in between if word in modifiers}
        someone = (
            child_of(here, i)
            or _known_noun(here, i, noun, owner, singles)
            or related(memory, cue, owner)
            or renamed(here, i, lexicon)
        )
        if someone is not None and here.quote[i] is not None and here.is_said_by(someone, i):
            someone = None  # "Kofi, an engineer, says: Our chief engineer is ill."
    if someone is None:
        label = " ".join(here.around.tokens.words[cue.first : cue.last]).replace(" - ", "-")
        someone = Someone(
            label,
            named=False,
            general=cue.general,
            any_one=cue.general or asked_for or cue.led_by in ("a", "an", "any"),
            in_passing=_is_one_of_many(here, i),
        )
    memory.nouns.append((noun, someone))
    if owner is not None:
        memory.kin.setdefault(someone, (cue.head, owner))
    someone.add(cue)
    someone.acts = someone.acts or here.acting[i]
    return someone


def _are_several(memory: Memory, cue: Cue) -> bool:
    """ "A plumber left. A different plumber came. Which plumber …?": whether a noun has brought more than one."""
    noun = cue.head.split()[-1]
    return len({who for known, who in memory.nouns if known.split()[-1] == noun}) > 1


def _is_one_of_many(here: Scene, i: int) -> bool:
    """Whether somebody is no more than the last of several: "children and helpers and a postie"."""
    parse, root = here.around.parse, here.root(i)
    groups = {here.root(j) for j in range(i) if here.cues[j].kind == "group"}
    for _ in range(_SEVERAL):
        if parse.deps[root] != "conj":
            return False
        root = parse.heads[root]
        if root in groups:
            return True
    return False


def _noun(here: Scene, cue: Cue) -> str:
    """A noun with the word that tells its person from others: "chemist", "second chemist", "trainee chemist"."""
    words, plain = here.around.tokens.lower[cue.first : cue.last - 1], " " not in cue.head
    apart = [word for word in words if word in _APART or (plain and word in RANKS)]
    return " ".join((*apart, cue.head))


def _known_noun(here: Scene, i: int, noun: str, owner: Someone | None, singles: Set[GenderWords]) -> Someone | None:
    """The person whom the same noun has called so, or whose job it is: "the engineer", "Grandpa".

    ``owner``: whose mother it is; that of somebody else is another one.
    """
    cue, memory, parse = here.cues[i], here.memory, here.around.parse
    after = here.around.tokens.words[cue.last : cue.last + 1]
    if cue.kind == "role" and after and is_name_shaped(after[0]) and cue.last not in here.around.starts:
        return None  # "poet Donald Hall"
    if cue.led_by in _A and _is_one_of_two(here, i):
        return None
    which = _ORDER & frozenset(parse.words[cue.first : cue.last])  # "the second player"
    if "first" in which and is_taken_on(here, i):
        return None
    new = not cue.role and parse.deps[here.root(i)] != "attr"
    said = next((g for g in cue.genders if g != "not stated"), None)
    head = cue.head.split()[-1]
    plain = cue.led_by not in _UNSAID and noun == cue.head
    has_plain = plain and any(known == noun for known, _ in memory.nouns)
    for known, who in reversed(memory.nouns):
        if known != noun and not (plain and _is_shorter(known, noun)):
            continue
        if is_other_post(known, noun):
            continue  # "her teacher, Mr Low … the head teacher"
        if has_plain and _is_ranked(known, noun):
            continue  # "A joiner and an apprentice joiner came. The joiner …"
        if (
            is_singled_out(cue, who, singles)
            or is_of_another(memory, who, owner)
            or (cue.kind == "kin" and who.general and not who.relative)
        ):
            continue  # "swap with a partner … her partner"
        if (said is None or who.may_be(said)) and not _is_told_apart(who, which):
            if said is not None and cue.led_by in ("a", "an", "one") and new:
                return None  # "a woman" again is another woman
            if cue.led_by not in _UNSAID:
                return who
            again = not who.named and (who in here.who[:i] or who in here.memory.before)
            return who if again else None
    if cue.kind == "kin" and (called := called_grandparent(here, i, owner)) is not None:
        return called
    if cue.head == "baby" and cue.led_by == "the" and (baby := baby_of_family(memory)) is not None:
        return baby
    if cue.led_by in ("the", "this", "that"):
        for who in reversed(memory.named.latest):
            if (
                head in who.titles
                and not is_other_post(head, cue.head)
                and memory.named.heard[who] == memory.named.chapter
                and _has_come_up(here, i, who)
            ):
                return who
    return None


def _has_come_up(here: Scene, i: int, who: Someone) -> bool:
    """Whether somebody has been named before a noun: not in "they told the doctor about Dr Hill"."""
    return not here.is_new(who, i)


def _is_one_of_two(here: Scene, i: int) -> bool:
    """ "A young nurse and an old nurse talked", "A nurse met a nurse": side by side, or in one clause."""
    parse, root = here.around.parse, here.root(i)
    for j, other in enumerate(here.cues):
        if j != i and other.head == here.cues[i].head and other.led_by in _A and here.sentence[j] == here.sentence[i]:
            at = here.root(j)
            joined = (root, "conj") == (parse.heads[at], parse.deps[at])
            joined = joined or (at, "conj") == (parse.heads[root], parse.deps[root])
            of_verb = parse.heads[at] == parse.heads[root] and {parse.deps[at], parse.deps[root]} <= _BOTH
            if other.of is None and here.cues[i].of is None and (joined or of_verb):
                return True
    return False


def _is_shorter(one: str, other: str) -> bool:
    """Whether one noun says less than the other: "carer" and "home carer", "trainee" and "trainee chef"."""
    if " " not in one and " " not in other:
        return one == other
    suffix = f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")
    return suffix or (other in RANKS and one.startswith(f"{other} "))


def _is_ranked(known: str, noun: str) -> bool:
    """ "Apprentice joiner", beside "joiner"."""
    rank, _, rest = known.partition(" ")
    return rank in RANKS and rest == noun


def _is_told_apart(who: Someone, which: frozenset[str]) -> bool:
    """ "The second player" is not the first."""
    return bool(which) and not who.named and which != _ORDER & frozenset(who.label.lower().split())
