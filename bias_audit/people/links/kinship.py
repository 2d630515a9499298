"""Whose mother, wife or son somebody is, and who that makes the other one: "her daughter Samina … her father"."""

from collections.abc import Sequence
from itertools import pairwise

from ..cue import Cue
from ..parses.grammar import SUBJECTS
from ..scene import Memory, Scene
from ..someone import Someone

_CHILDREN = frozenset("son daughter child stepson stepdaughter stepchild".split())
_PARENTS = frozenset(
    "mother mum mummy mam mammy mom mommy father dad daddy da papa stepmother stepmum stepfather stepdad".split()
)
_GRANDCHILDREN = frozenset("grandson granddaughter grandchild".split())
_GRANDPARENTS = frozenset(
    "gran granny grandma grandmother nana grandad granddad grandpa grandfather grandparent".split()
)
_EACH = {"children": "child", "kids": "child", "triplets": "child", "twins": "child", "grandchildren": "grandchild"} | {
    f"{noun}s": noun for noun in "brother daughter granddaughter grandson nephew niece sister son".split()
}
_NEPHEWS = frozenset("nephew niece".split())
_UNCLES = frozenset("uncle aunt auntie aunty".split())
_SPOUSES = frozenset("husband wife spouse partner".split())
_ONLY = _PARENTS | _SPOUSES  # of whom nobody has two, as a rule
_WHOSE = frozenset("my your his her our their 's '".split())
_SIBLINGS = frozenset("brother sister sibling twin".split())
_BROUGHT_UP = _PARENTS | _GRANDPARENTS | _SIBLINGS | {"parents", "grandparents", "brothers", "sisters"}
_TOO = frozenset({"too", "also", "well"})
_CHILD_TIES = {
    **dict.fromkeys(("boy", "lad", "laddie"), frozenset({"son", "child"})),
    **dict.fromkeys(("girl", "lass", "lassie"), frozenset({"daughter", "child"})),
}  # "her boy": her son
OFFSPRING = _CHILDREN | _GRANDCHILDREN
GROWN = _PARENTS | _GRANDPARENTS | _UNCLES | _SPOUSES
_SAME = tuple(
    frozenset(words.split())
    for words in (
        "mother mum mummy mam mammy mom mommy", "father dad daddy da papa", "gran granny grandma grandmother nana",
        "grandad granddad grandpa grandfather", "aunt auntie aunty",
    )
)  # fmt: skip
_TIES = (
    (_CHILDREN, _PARENTS), (_PARENTS, _CHILDREN), (_GRANDCHILDREN, _GRANDPARENTS), (_GRANDPARENTS, _GRANDCHILDREN),
    (_NEPHEWS, _UNCLES), (_UNCLES, _NEPHEWS), (_SPOUSES, _SPOUSES), (_SIBLINGS, _SIBLINGS),
)  # fmt: skip


def owner_of(here: Scene, i: int) -> Someone | None:
    """Whose relative a family word means: the "Priya" of "Priya's mum", if the text has brought them."""
    if here.cues[i].kind != "kin":
        return None
    parse, root = here.around.parse, here.root(i)
    owners = parse.kids_of(root, "poss")
    if here.cues[i].led_by == "whose" and owners:
        return _who_has(here, owners[0])
    if not owners and parse.deps[root] == "compound":  # "his sister Ana", where the noun is read as part of the name
        owners = [kid for kid in parse.kids_of(parse.heads[root], "poss") if kid < root]
    for j, cue in enumerate(here.cues):
        if owners and cue.first <= owners[0] < cue.last:
            who = here.who[j]
            if who is None and cue.head == "my" and (quote := here.quote[j]) is not None and not _is_called(here, i):
                speaker = here.around.speakers[quote]  # "“My gran sings,” says Ali."
                who = here.who[speaker] if speaker is not None else None
            return who if who is not None and (who.narrates or here.memory.is_brought(who)) else None
    return None


def _who_has(here: Scene, whose: int) -> Someone | None:
    """ "Petra, whose son Tam goes there": the one named straight before."""
    before = whose - (here.around.tokens.word(whose - 1) == ",")
    j = next((j for j, cue in enumerate(here.cues) if cue.last == before and cue.name is not None), None)
    return here.who[j] if j is not None else None


def _is_called(here: Scene, i: int) -> bool:
    """ "My dear brother, it rained": one of several, perhaps, to whom the words are said."""
    return not here.around.acts[i] and here.around.tokens.word(here.cues[i].last) in (",", "!")


def make_relatives(here: Scene, i: int, them: Sequence[Someone]) -> None:
    """ "Ali took his sons, Bo and Sam": each is a son of Ali's, who is their father."""
    noun, owners = _EACH.get(here.cues[i].head), here.around.parse.kids_of(here.root(i), "poss")
    if noun is None or not owners:
        return
    owner = next((here.who[j] for j, cue in enumerate(here.cues) if cue.first <= owners[0] < cue.last), None)
    for who in them:
        if owner is not None and owner.named and owner not in them:
            here.memory.kin.setdefault(who, (noun, owner))


def is_of_another(memory: Memory, who: Someone, owner: Someone | None) -> bool:
    """Whether somebody is the relative of another person than the one who has this one, both with names."""
    _, other = memory.kin.get(who, ("", None))
    return owner is not None and other is not None and other is not owner and owner.named and other.named


def called_grandparent(here: Scene, i: int, owner: Someone | None) -> Someone | None:
    """ "Granny" after "Granny Basia"; "Grandfather Abdul … “My grandpa shouts,” says Zayn.", if there is only one."""
    cue, memory, tokens = here.cues[i], here.memory, here.around.tokens
    head = cue.head.split()[-1]
    if not cue.led_by and owner is None:
        titled = [who for who in memory.named.latest if head in who.titles]
        return titled[0] if len(titled) == 1 else None
    quote = here.quote[i]
    if cue.led_by != "my" or owner is None or quote is None or head not in _GRANDPARENTS:
        return None
    said = here.around.quotes[quote]
    if not _TOO.isdisjoint(tokens.lower[said.first : said.last]):
        return None
    same = next((words for words in _SAME if head in words), frozenset({head}))
    called = {who for who in memory.named.latest if not same.isdisjoint(who.titles)}
    called |= {who for noun, who in memory.nouns if noun in same and who.named}
    near = {*here.who[:i], *(who for people in memory.recent for who in people)} - {owner}
    who = called.pop() if len(called) == 1 else None
    return who if who is not None and who in near and not is_of_another(memory, who, owner) else None


def baby_of_family(memory: Memory) -> Someone | None:
    """ "Our baby son … the baby": the only relative whom the text has called a baby."""
    babies = {who for _, who in memory.nouns if who.relative and "baby" in who.label.lower().split()[:-1]}
    return babies.pop() if len(babies) == 1 else None


def is_grandparent(memory: Memory, who: Someone) -> bool:
    """Whether somebody is a grandparent, great or not."""
    return any(noun.rsplit("-")[-1] in _GRANDPARENTS for noun, other in memory.nouns if other is who)


def child_of(here: Scene, i: int) -> Someone | None:
    """ "Ana's son Ben … her boy": the only child whom the words have given somebody."""
    ties, kin = _CHILD_TIES.get(here.cues[i].head), here.memory.kin
    owners = here.around.parse.kids_of(here.root(i), "poss") if ties is not None else []
    owner = next((who for j, who in enumerate(here.who[:i]) if here.cues[j].first in owners), None)
    if ties is None or owner is None:
        return None
    known = [who for who, (noun, of) in kin.items() if of is owner and noun in OFFSPRING]
    return known[0] if len(known) == 1 and kin[known[0]][0] in ties else None


def related(memory: Memory, cue: Cue, owner: Someone | None) -> Someone | None:
    """A relative by another word ("my father … Dad"), or the one whose relative the owner is.

    "Mr Hussain … his daughter Samina … her father": only if the words have said that he may be a father.
    """
    said = next((g for g in cue.genders if g != "not stated"), None)
    if said is None:
        return None
    same = next((words for words in _SAME if cue.head in words), frozenset({cue.head}))
    known = [
        who
        for who, (noun, of) in memory.kin.items()
        if noun in same and (of is owner or (owner is None and not cue.led_by))
    ]
    if len(known) == 1 and cue.kind == "kin" and known[0].may_be(said):
        return known[0]
    tie, other = memory.kin.get(owner, ("", None)) if owner is not None else ("", None)
    if other is None:
        return None
    fits = any(tie in one and cue.head in back for one, back in _TIES)
    return other if fits and (other.is_known(said) or (tie in _SPOUSES and other.may_be(said))) else None


def name_relative(here: Scene, i: int, named: Someone) -> None:
    """ "Tom lives with his dad. His dad, Ross, …": the relative who had no name now has one.

    Of brothers, daughters and others there may be several, but not of "her brother, Ross,".
    """
    cue, memory, words = here.cues[i], here.memory, here.around.tokens
    plain = words.word(cue.last - 2) in _WHOSE  # not "her second husband"
    owner = owner_of(here, i) if plain and named.said == 1 else None
    if owner is None or not (cue.head in _ONLY or "," in (words.word(cue.last), words.word(cue.first - 2))):
        return
    same = next((words for words in _SAME if cue.head in words), frozenset({cue.head}))
    known = [who for who, (noun, of) in memory.kin.items() if noun in same and of is owner and who is not named]
    if len(known) != 1 or known[0].named or " " in known[0].label or not named.may_be_all(known[0].genders):
        return
    here.mean(known[0], named)
    del memory.kin[known[0]]
    memory.before = [named if who is known[0] else who for who in memory.before]


def beside_kin(here: Scene, i: int) -> int | None:
    """ "Her mother was a nurse. Her father sang.": both are relatives of the same one; the cue of the first "her".

    And "her mother and her father", "her aunt, Carole, and her cousin".
    """
    parse, at, own = here.around.parse, here.cues[i].first, here.sentence[i]
    if parse.deps[at] != "poss":
        return None
    if parse.deps[parse.heads[at]] == "conj":
        return _beside_in_list(here, i)
    if parse.words[parse.heads[at]] not in _BROUGHT_UP or parse.deps[parse.heads[at]] not in SUBJECTS:
        return None
    for j in range(i - 1, -1, -1):
        first = here.cues[j].first
        if own - here.sentence[j] > 1:
            return None
        of = _first_in_list(here, parse.heads[first])
        if here.cues[j].head == here.cues[i].head and parse.deps[first] == "poss" and here.quote[j] == here.quote[i]:
            same = parse.words[of] in _BROUGHT_UP and parse.deps[of] in SUBJECTS
            return j if same and parse.words[of] != parse.words[parse.heads[at]] else None
    return None


def _first_in_list(here: Scene, at: int) -> int:
    """The first of those with whom somebody is named: the "mother" of "her mother, Carole, and her father"."""
    parse = here.around.parse
    while parse.deps[at] == "conj" and not parse.tags[parse.heads[at]].startswith("VB"):
        at = parse.heads[at]
        at = parse.heads[at] if parse.deps[at] == "appos" else at
    return at


def _beside_in_list(here: Scene, i: int) -> int | None:
    """The cue of the first "her" of "her mother, Carole, and her father"."""
    parse, owned = here.around.parse, here.around.parse.heads[here.cues[i].first]
    first = _first_in_list(here, owned)
    if first == owned:
        return None
    owners = parse.kids_of(first, "poss")
    return next((j for j in range(i) if here.cues[j].first in owners and here.cues[j].head == here.cues[i].head), None)


def marry(here: Scene, cues: Sequence[int]) -> None:
    """ "Mr and Mrs Coia": his wife, her husband."""
    for i, j in pairwise(cues):
        one, other = here.cues[i].name, here.cues[j].name
        if one is None or other is None or one.parts != other.parts or one.title == other.title:
            continue
        a, b = here.who[i], here.who[j]
        if one.last == other.first - 1 and a is not None and b is not None and a is not b:
            for who, of in ((a, b), (b, a)):
                if who.genders in ({"he"}, {"she"}):
                    here.memory.kin.setdefault(who, ("husband" if "he" in who.genders else "wife", of))
