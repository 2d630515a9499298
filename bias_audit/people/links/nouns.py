"""Whom a noun means: "the engineer" said again, a job said of somebody, a new noun for somebody known."""

from collections.abc import Set

from ...model import GenderWords
from ..cue import Cue
from ..cues.noun_cues import RANKS
from ..cues.one_of import is_asked_for
from ..cues.said_labels import fills_line, is_after_label
from ..describing import load_describing
from ..name_context import is_name_shaped
from ..scene import Memory, Scene
from ..someone import Someone
from ..speech.dialogue import talks_too
from ..words import PeopleWords
from .binding import named_after, who_does_it_to
from .candidates import asker
from .epithets import (
    ROYAL,
    described_so,
    in_front,
    is_aged,
    is_from_somewhere,
    is_other_post,
    is_parent_of_some,
    is_singled_out,
    is_taken_on,
    may_be_news_of,
    may_reign,
    subjects_above,
)  # fmt: skip
from .kinship import (
    baby_of_family,
    called_grandparent,
    child_of,
    is_grandparent,
    is_of_another,
    name_relative,
    owner_of,
    related,
)
from .named_later import take_in
from .spoken_beside import in_charge, sibling_who_speaks

_SEVERAL = 2  # steps from the last of several to the first
_MAIN = 2  # mentions from which somebody may be the main person of a text
_CLEARLY = 2  # mentions by which one of several stands out
_APART = frozenset("second third fourth fifth other new different next".split())
_REACH = 3  # sentences that a new noun for somebody looks back
_PLAIN = frozenset("man woman boy girl lady gentleman lad lass laddie lassie".split())  # they say no more than a gender
_A = frozenset({"a", "an"})
_BOTH = frozenset({"nsubj", "dobj"})
_UNSAID = frozenset({"a", "an", "another", "any", "one", "some"})
_ORDER = frozenset("first second third fourth fifth sixth next last other former latter elder eldest younger".split())
_OFFSPRING = frozenset("son daughter grandson granddaughter stepson stepdaughter nephew niece".split())
_LAST = (0, 2)  # tokens after a job that is all that a line says: none, or ", 34"
_YOUNG = frozenset("girl boy child".split())
_CHILDREN = _YOUNG | {"baby", "lad", "lass", "laddie", "lassie", "toddler"}
_GROWN = frozenset("man woman gentleman lady king queen".split())
_NONE: frozenset[str] = frozenset()


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
            or _renamed(here, i, lexicon)
        )
        someone = someone or in_charge(here, i) or sibling_who_speaks(here, i, owner)
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
    return who.said > sum(w is who for w in here.who[i:])


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


def _renamed(here: Scene, i: int, lexicon: PeopleWords) -> Someone | None:
    """Whom a new noun calls again: "the young goalkeeper", "the Scottish percussionist", "the physicist".

    Only nouns that describe somebody, for a noun such as "the driver" often brings somebody new.
    """
    cue, parse = here.cues[i], here.around.parse
    if cue.led_by not in ("the", "this", "that") or cue.of is not None:
        return None
    if (so := described_so(here, i, _REACH)) is not None:
        return so
    parent, aged = is_parent_of_some(here, i), is_aged(here, i)
    if cue.kind != "role" and cue.head not in lexicon.renaming and not parent:
        return None
    said = next((g for g in cue.genders if g != "not stated"), None)
    epithet = cue.head in lexicon.epithets
    describing = load_describing().words
    described = any(word in describing["race"] for word in parse.words[cue.first : cue.last - 1])
    renaming = epithet or cue.head in lexicon.renaming
    if not (renaming or parent or (cue.role and (aged or (described and here.acting[i])))):
        return None
    words = here.around.tokens.words
    if epithet and here.around.tokens.word(cue.last) == "of":
        return None  # "the author of that book"
    if any(parse.words[kid] in ("and", "or") for kid in parse.kids_of(here.root(i))) or (
        cue.last < len(words) and is_name_shaped(words[cue.last])
    ):
        return None  # "the poet and the linguist", "the painter Van Gogh"
    told_apart = cue.last < len(words) and words[cue.last] != ","
    years = aged or cue.head == "year-old"  # "the 29-year-old plumber", "the 29-year-old"
    apart = told_apart and not (parent or (years and is_from_somewhere(here, i)))
    if not epithet and apart and parse.kids_of(here.root(i), "prep", "relcl", "acl"):
        return None  # "the girl beside the barrels"
    known = list(here.near(i, _REACH))
    others = {*subjects_above(here, i), _to_whom_it_is_done(here, i)}
    later = {here.who[j] for j in named_after(here, i)}
    others |= {w for j, w in known if here.is_other(i, j) or here.is_speaker(j, i)}
    does = who_does_it_to(here, here.root(i))  # "Ewan and his son saw the man lying there."
    others |= {here.who[j] for j in range(i) if here.root(j) in does or j == asker(here, i)}
    main = _main_person(here.memory, said) if epithet and cue.role else None
    if main in later or any(w in later for _, w in known):
        front = in_front(here, i)  # not just anybody else: "Ask why the writer keeps Pike quiet."
        return front if front is not None and _may_be_called(here, i, front, said) else None
    if (
        main is not None
        and main not in others
        and (main in here.memory.before or any(who is main for who in here.who[:i]))
    ):
        return main
    near = dict.fromkeys(w for _, w in known if w not in others and _may_be_called(here, i, w, said))
    if not near:
        blocks = here.memory.recent if cue.head in _PLAIN else [here.memory.before]
        near = dict.fromkeys(w for block in blocks for w in block if _may_be_called(here, i, w, said))
    if cue.head in _YOUNG:
        near = dict.fromkeys(w for w in near if w.relative) or near  # "Ana and her son came. The boy waved."
    near = (
        dict.fromkeys(w for w in near if is_grandparent(here.memory, w) and "old" in parse.words[cue.first : cue.last])
        or near
    )
    if not near and cue.head in _PLAIN and said is not None:
        near = {w: None for w in _only_one(here, i, said, others) if not _is_unlike(here, w, cue)}
    if parent or (aged and not renaming):
        near = {who: None for who in near if may_be_news_of(who)}
    if (described or aged) and not epithet:  # "Fiona is a deaf engineer. The Polish nurse came in."
        near = {who: None for who in near if not who.roles or cue.role in who.roles}
    free = [who for who in near if not who.roles] or list(near)
    if len(free) == 1:
        return free[0]
    free.sort(key=lambda who: -who.said)
    if free and free[0].said >= free[1].said + _CLEARLY:
        return free[0]
    return None


def _to_whom_it_is_done(here: Scene, i: int) -> Someone | None:
    """ "Lucy was thanked by the Queen", "bitten by the man's dog": the subject, who is not the one after it."""
    done = here.around.parse.kids_of(here.clause(i), "nsubjpass")
    return next((here.who[j] for j in range(i) if here.root(j) in done), None)


def _only_one(here: Scene, i: int, said: GenderWords, others: set[Someone | None]) -> dict[Someone, None]:
    """The only person near whom "the girl" may mean, where nothing has said a gender of them yet."""
    near = dict.fromkeys(w for j, w in here.near(i, _REACH) if here.acting[j]) or dict.fromkeys(here.memory.before)
    fit = [w for w in near if w not in others and w.may_be(said) and not (w.general or w.relative)]
    return dict.fromkeys(fit) if len(fit) == 1 and fit[0] is not here.memory.narrator else {}


def _may_be_called(here: Scene, i: int, who: Someone, said: GenderWords | None) -> bool:
    """Whether somebody known may be called by a noun that says a gender, or none."""
    cue = here.cues[i]
    words = here.around.parse.words[cue.first : cue.last]
    if who is here.memory.narrator or who.general or _is_unlike(here, who, cue) or talks_too(here, i, who):
        return False
    noun = who.label.split()[-1].lower()
    if cue.head in ROYAL and who.named and not may_reign(here, i, who):
        return False
    if cue.head in ROYAL and not who.named and (who.roles or (noun in ROYAL and noun != cue.head)):
        return False  # "the king" is not the prince
    if cue.role and not who.named and (noun in _YOUNG or (who.roles and cue.role not in who.roles)):
        return False  # "the author" is not the little girl, "the physicist" not the engineer
    if who.relative and cue.head in _YOUNG and noun in _OFFSPRING:
        return said is not None and who.is_known(said)
    if who.relative:  # "the old man" may well be the grandfather; "the man" is not the father
        return said is not None and who.is_known(said) and "old" in words and is_grandparent(here.memory, who)
    if cue.head in _PLAIN:
        return said is not None and who.is_known(said)
    return said is None or who.may_be(said)


def _is_unlike(here: Scene, who: Someone, cue: Cue) -> bool:
    """ "The little man" is not whom the text has called a boy."""
    unlike = _NONE
    if cue.head in _CHILDREN:
        unlike = _GROWN
    elif cue.head in _GROWN and "young" not in here.around.parse.words[cue.first : cue.last]:
        unlike = _CHILDREN
    if "young" in here.around.parse.words[cue.first : cue.last] and "old" in who.label.split():
        return True
    return bool(unlike) and any(one is who and said.split()[-1] in unlike for said, one in here.memory.nouns)


def _main_person(memory: Memory, said: GenderWords | None) -> Someone | None:
    """Of whom a life story, or its chapter, tells: the person with a full name who is mentioned most so far."""
    named = memory.named
    full = [w for w in named.full.values() if w.said and named.heard[w] == named.chapter]
    full.sort(key=lambda w: -w.said)
    stands_out = full and full[0].said >= _MAIN and (len(full) == 1 or full[0].said > full[1].said)
    return full[0] if stands_out and (said is None or full[0].may_be(said)) else None
