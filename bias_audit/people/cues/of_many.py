"""What a group says of the people who are in it: "nurses such as Ana", "Ana and Eve are sisters"."""

from ..links.candidates import REACH
from ..links.kinship import make_relatives
from ..parses.parse import Parse
from ..scene import Scene
from ..someone import Someone
from ..words import PeopleWords

_TWO = 2
_PHRASE = 6  # words from a group to the brackets that list it
_SUCH_AS = (("such", "as"), ("including",), ("for", "example"))
_WORK = frozenset("act acted acts serve served serves train trained work worked works".split())


def said_of_many(here: Scene, i: int, lexicon: PeopleWords) -> None:
    """ "Both women": said of the last two people before it; "nurses Ana and Eve", "nurses such as Ana"."""
    cue, words = here.cues[i], here.around.tokens
    gender = cue.genders[0] if cue.genders else "not stated"
    such = _examples(here, i)
    them = list(dict.fromkeys(such or _listed(here, i) or _that_are(here, i)))
    fewest = 1 if such else _TWO
    if len(them) >= _TWO and not such:
        make_relatives(here, i, them)
    role = lexicon.singular.get(cue.head)
    if role is not None and len(them) >= fewest:
        for who in them:
            who.roles += [role] if role not in who.roles else []
    if gender == "not stated":
        return
    if not them and words.word(cue.first - 1) == "both":
        them = list(dict.fromkeys(who for _, who in here.near(i, REACH)))[:_TWO]
    elif not them and words.lower[max(0, cue.first - _TWO) : cue.first] == ("the", "two"):
        there = {who for j, who in here.near(i, 0) if here.cues[j].kind != "pronoun"}
        them = list(dict.fromkeys(who for _, who in here.near(i, REACH)))[:_TWO]
        them = [] if there.intersection(them) else them  # "Ewan and Ravi watched the two girls."
    if len(them) >= fewest and all(who.named and who.may_be(gender) for who in them):
        for who in them:
            who.genders.add(gender)


def _listed(here: Scene, i: int) -> list[Someone]:
    """The names that follow a group: "three sisters, Ana, Eve and Mia"."""
    return _names_from(here, i, here.cues[i].last) or _in_brackets(here, i)


def _examples(here: Scene, i: int) -> list[Someone]:
    """The names of some of a group: "nurses such as Ana", "pioneers, including Ana and Eve"."""
    words, at = here.around.parse.words, here.cues[i].last
    at += words[at : at + 1] == (",",)
    for said in _SUCH_AS:
        if words[at : at + len(said)] == said:
            return _names_from(here, i, at + len(said))
    return []


def _names_from(here: Scene, i: int, end: int) -> list[Someone]:
    """The names that follow a group from a token on, with no more than commas and "and" between."""
    them = []
    for j in range(i + 1, len(here.cues)):
        name, who = here.cues[j], here.who[j]
        if name.name is None or who is None or name.first - end > _TWO:
            break
        if any(word not in (",", "and", ":") for word in here.around.parse.words[end : name.first]):
            break
        them.append(who)
        end = name.last
    return them


def _in_brackets(here: Scene, i: int) -> list[Someone]:
    """ "Famous women in science (Ada, Eve and Mia)": the names in the brackets that follow a group."""
    words, first = here.around.parse.words, here.cues[i].last
    if "(" not in words[first : first + _PHRASE]:
        return []
    opens = words.index("(", first)
    if any(here.around.parse.tags[at].startswith("VB") for at in range(first, opens)):
        return []
    closes = next((at for at in range(opens, len(words)) if words[at] == ")"), opens)
    return [
        who
        for cue, who in zip(here.cues, here.who, strict=True)
        if cue.name is not None and who is not None and opens < cue.first < closes
    ]


def _that_are(here: Scene, i: int) -> list[Someone]:
    """The people who are said to be a group: "Ana and Eve are sisters", "Ana and Eve work as cooks"."""
    parse, root = here.around.parse, here.cues[i].last - 1
    verb = parse.heads[root]
    if parse.deps[root] == "attr" and not parse.kids_of(root, "det", "poss"):
        them = parse.kids_of(verb, "nsubj")
    elif _is_what_they_do(parse, root):
        them = parse.kids_of(parse.heads[verb], "nsubj")
    elif parse.deps[root] == "nsubj" and parse.words[verb] in ("are", "were"):
        them = parse.kids_of(verb, "attr")
    else:
        return []
    for at in them:  # "Ana, Eve and Mia": each hangs on the one before
        them += parse.kids_of(at, "conj")
    known = zip(here.cues, here.who, range(len(here.cues)), strict=True)
    return [who for cue, who, j in known if who and cue.kind in ("name", "title", "kin") and here.root(j) in them]


def _is_what_they_do(parse: Parse, root: int) -> bool:
    """ "Ana and Eve act as umpires"; not "dress as umpires", "would work as nurses", "see Ana and Eve as rivals"."""
    prep = parse.heads[root]
    verb = parse.heads[prep]
    return (
        (parse.deps[root], parse.words[prep]) == ("pobj", "as")
        and parse.words[verb] in _WORK
        and not parse.kids_of(root, "det", "poss")
        and not parse.kids_of(verb, "aux", "neg", "dobj")
    )
