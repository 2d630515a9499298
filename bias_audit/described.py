"""What the words say of someone besides gender: modifiers, predicates, appositions and the nouns themselves."""

import re
from collections.abc import Iterator

from .actions import load_actions
from .cues import Cue
from .describing import Describing, Words, load_describing, longest_first
from .grammar import Parse
from .name_context import Tokens

_TURNS = frozenset("went goes going gone born".split())  # "went blind", "was born deaf"
_BE = frozenset("be is are was were am been 's 'm 're become became becomes turned".split()) | _TURNS
_HAS = frozenset("has have had having with uses use used wears wear wore wearing".split())
_OF_A_NAME = frozenset({"age", "disability", "race"})
_SAYS_WHO = frozenset({"religion", "race"})  # whose words are nouns too: "is a Quaker"
_COMPARED = frozenset("as how too so".split())  # "twice as old as Ada"
_LEAVES_OPEN = frozenset({"white"})  # of flour, or of fright
_FROM_VERBS = frozenset("came comes come moved arrived fled emigrated is was am are 's 'm 're".split())
_OF_THINGS_TOO = frozenset({"race", "religion", "disability"})
_LATER_HALVES = frozenset("old blind deaf born".split())
_TEACH = frozenset("teacher tutor lecturer".split())
_TWO = 2
_SPEAKERS = frozenset({"speaker", "signer", "user"})
_TONGUES = frozenset({"language", "tongue"})
_DIGITS = re.compile(r"\d{1,3}")
_YEAR_OLD = re.compile(r"([a-z]+(?:-[a-z]+)?|\d{1,3})-years?-old")
_NOT_YEARS = frozenset(
    "years months metres km m % pounds minutes hours days times o'clock am pm a.m. p.m. points to past or".split()
)
_CLOSES: dict[str, tuple[str, ...]] = {
    ",": (",", ".", ";", "who", "and", ""),
    "(": (")",),
    "of": (",", ".", ";", ")", "who", "and", "or", "called", "named", "from", "in", "with", "at", ""),
}
_NO_AGE = _NOT_YEARS | {"%", "kg", "cm"}
_HOURS = tuple((word,) for word in _NO_AGE)
_WIDOWED = frozenset({"widow", "widower"})  # "a widow of eighty", while "a mother of two" has two children
_IN_LIFE = frozenset("learned learnt composed orphaned apprenticed emigrated widowed".split())
_AT_SCHOOL = frozenset({"school", "university", "college"})
_MEASURED = frozenset("drove ran stopped lived stayed sat flew cycled rode travelled set bought sold finished".split())
_NOON = 12
_UP_TO_TWELVE = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_LINKS = frozenset("and but to for with of that when while so at".split())
_REACH = 5  # words after a verb in which a language stands
_HAD = 6  # words after "has" that are looked at
_LONGEST = 4  # words of a description
_AGE_UP_TO = 110


def described_as(tokens: Tokens, parse: Parse, cue: Cue) -> Iterator[tuple[str, str]]:
    """(dimension, words) for what a cue, its modifiers and its predicates say. Never from a name."""
    says = load_describing()
    if cue.kind == "kin":
        yield "family", (cue.name.title if cue.name else cue.head)
    if cue.kind == "title" and cue.name and cue.role in says.words["level"]:
        yield "level", cue.role
    if cue.kind == "group" or (cue.kind == "kin" and cue.name):
        return
    root = parse.root_of(cue.first, cue.last)
    if cue.name is None and cue.kind in ("role", "kin"):
        yield from _noun(parse, cue, root, says)
    elif cue.name is not None:
        yield from _before_name(parse, cue, says)
    yield from _after(tokens, parse, cue, says)
    yield from _tongue(parse, root, says)
    for each in _verbs(parse, root):
        yield from _predicate(parse, each, says)


def _noun(parse: Parse, cue: Cue, root: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "a retired joiner", "the chief engineer", "a wheelchair user", "a Gaelic speaker", "a boy with autism"."""
    first = min([cue.first, *parse.kids_of(root, "amod", "compound", "nmod", "nummod")])
    spoken = parse.words[cue.last - 2] if cue.head in _SPEAKERS and cue.last >= _TWO else ""
    if spoken in says.languages:
        yield "language", spoken
    taken: set[int] = set()
    for size in range(_LONGEST, 0, -1):
        for at in range(first, cue.last - size + 1):
            phrase = " ".join(parse.words[at : at + size]).replace(" - ", "-")
            dimension = says.dimension(phrase)
            if dimension is None and phrase in says.level_before_noun and at + size < cue.last:
                dimension = "level"
            if phrase in _LATER_HALVES and parse.words[at - 1] == "-":
                continue  # the "old" of "17-year-old", the "blind" of "colour-blind"
            if dimension is None or not taken.isdisjoint(range(at, at + size)):
                continue
            taken |= set(range(at, at + size))
            if dimension in _OF_THINGS_TOO and (spoken == phrase or _is_of_thing(parse, cue, at + size)):
                continue
            if dimension != "level":
                yield dimension, phrase
            elif at + size >= cue.last:  # "an apprentice", "the bank manager"
                if not any(parse.words[i] in says.level_before_noun for i in range(first, at)):
                    yield "level", cue.head if phrase in cue.head else phrase
            elif phrase in says.level_before_noun:
                yield "level", " ".join(parse.words[at : cue.last]).replace(" - ", "-")
    if old := _YEAR_OLD.search(" ".join(parse.words[first : cue.last]).replace(" - ", "-")):
        yield "age", old[0]
    for with_ in parse.kids_of(root, "prep"):
        if parse.words[with_] == "with":
            yield from _had(parse, says.has, with_)


def _is_of_thing(parse: Parse, cue: Cue, after: int) -> bool:
    """ "French horn player", "Catholic school teacher", "English teacher": it is the horn that is French."""
    job = cue.last - len(cue.head.replace("-", " - ").split())
    if after > job or (after == job and cue.head in _TEACH):
        return after < cue.last and parse.words[after - 1] in load_describing().languages
    return any(parse.tags[at].startswith("NN") for at in range(after, job))


def _after(tokens: Tokens, parse: Parse, cue: Cue, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Alex, 15, plays", "Arjun (seven) reads", "a client of eighty-two", "a friend from Ghana", "Kim, aged 9"."""
    at = cue.last
    opening = tokens.word(at)
    if opening in _CLOSES:
        now = opening == "," and tokens.word(at + 1) == "now"
        age, end = _number(parse, at + 1 + now, says)
        years = tokens.word(end) == "years" and tokens.word(end + 1) == "old"
        if (
            age
            and (years or tokens.word(end) in _CLOSES[opening])
            and not (opening == "of" and cue.kind == "kin" and cue.head not in _WIDOWED)
        ):
            yield "age", age
    at += opening in (",", "(")
    if tokens.word(at) == "from" and tokens.word(at + 1) in says.from_:
        yield "race", f"from {tokens.words[at + 1]}"
    if tokens.word(at) == "aged" and (age := _number(parse, at + 1, says)[0]):
        yield "age", age


def _before_name(parse: Parse, cue: Cue, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Old Mrs Lamont", "the deaf Beethoven"."""
    at = cue.first - 1
    if at >= 0 and parse.deps[at] in ("amod", "compound") and cue.first <= parse.heads[at] < cue.last:
        dimension = says.dimension(parse.words[at])
        if dimension in _OF_A_NAME:
            yield dimension, parse.words[at]


def _verbs(parse: Parse, root: int) -> list[int]:
    """The verbs of which a noun is the subject: its clause, those beside it, and "who …" after the noun."""
    verbs = [kid for kid in parse.kids_of(root, "relcl") if any(parse.words[k] == "who" for k in parse.kids[kid])]
    while parse.deps[root] == "conj" and parse.tags[root][:1] in "NP":
        root = parse.heads[root]
    if parse.deps[root] in ("nsubj", "nsubjpass"):
        verbs.append(parse.heads[root])
    for verb in tuple(verbs):
        verbs += [kid for kid in parse.kids_of(verb, "conj") if not parse.kids_of(kid, "nsubj", "nsubjpass")]
        verbs += [
            kid
            for kid in parse.kids_of(verb, "advcl")
            if parse.tags[kid] == "VBG" and not parse.kids_of(kid, "nsubj", "mark")
        ]
    return verbs


def _tongue(parse: Parse, root: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Her first language is Urdu"."""
    what = parse.heads[root]
    if parse.deps[root] == "poss" and parse.words[what] in _TONGUES and parse.words[parse.heads[what]] in ("is", "was"):
        for kid in parse.kids_of(parse.heads[what], "attr", "acomp"):
            if parse.words[kid] in says.languages:
                yield "language", parse.words[kid]


def _predicate(parse: Parse, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    """What a clause says of its subject: "is dyslexic", "has epilepsy", "speaks Arabic", "walks with a frame"."""
    if parse.kids_of(verb, "neg"):
        return
    if parse.words[verb] in _BE:
        turned = (
            ("acomp", "attr", "xcomp", "oprd", "advmod") if parse.words[verb] in _TURNS else ("acomp", "attr", "xcomp")
        )
        for kid in parse.kids_of(verb, *turned):
            yield from _complement(parse, kid, says)
    yield from _verb_says(parse, verb, says)


def _complement(parse: Parse, at: int, says: Describing) -> Iterator[tuple[str, str]]:
    first = at
    while left := [kid for kid in parse.kids.get(first, ()) if kid < first]:
        first = min(left)  # the "eleven" of "eleven years old"
    age, end = _number(parse, first, says)
    unit, old = (*parse.words[end : end + 2], "", "")[:2]
    if age and unit != "of" and (unit not in _NO_AGE or (unit == "years" and old == "old")):
        yield "age", age
        if old == "old":
            return
    for kid in (at, *parse.kids_of(at, "conj")):
        phrase = parse.words[kid]
        if parse.deps[at] == "attr" and kid == at and parse.tags[at] in ("NN", "NNS"):
            longer = " ".join(parse.words[kid - 1 : kid + 1])  # "Native American"
            phrase = longer if says.dimension(longer) else phrase
            if says.dimension(phrase) in _SAYS_WHO:
                yield says.dimension(phrase) or "", phrase
            continue  # a noun: it is a mention of its own
        if phrase in _LEAVES_OPEN or any(parse.words[k] in _COMPARED for k in parse.kids_of(kid, "advmod")):
            continue
        wider = " ".join(parse.words[kid : kid + 3])
        found = next((w for w in (wider, " ".join(parse.words[kid : kid + 2]), phrase) if says.dimension(w)), None)
        before = " ".join(parse.words[max(0, kid - 1) : kid + 1])
        if phrase in _LATER_HALVES and parse.words[kid - 1] == "-":
            found, before = None, " ".join(parse.words[max(0, kid - 2) : kid + 1]).replace(" - ", "-")
        found = before if says.dimension(before) else found
        if found and (dimension := says.dimension(found)) and dimension != "level":
            yield dimension, found
        if phrase == "fluent":
            yield from _language(parse, kid, says, after="in")


def _verb_says(parse: Parse, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    word, end = parse.words[verb], min(len(parse.words), verb + 6)
    after = " ".join(parse.words[verb + 1 : end]) + " "
    if word in _HAS and not any(parse.words[kid] == "if" for kid in parse.kids_of(verb, "mark")):
        yield from _had(parse, says.has, verb)
    if word in ("walk", "walks", "walked", "walking") and after.startswith("with "):
        yield from ((d, f"{word} with {w}") for d, w in _had(parse, {"disability": says.walks_with}, verb + 1))
    whose, what = (*parse.words[verb + 1 : verb + 3], "", "")[:2]
    if word in ("lost", "loses") and whose in ("his", "her", "their", "my", "a") and what in says.lost:
        yield "disability", f"{word} {whose} {what}"
    if word in says.speak:
        yield from _language(parse, verb, says)
    elif load_actions().class_of.get(word) == "say":
        yield from _language(parse, verb, says, after="in")
    if word in _FROM_VERBS:
        froms = [verb + k for k in (1, 2) if parse.words[verb + k : verb + k + 1] == ("from",)]
        for prep in dict.fromkeys((*froms, *parse.kids_of(verb, "prep"))):
            if parse.words[prep] == "from" and "".join(parse.words[prep + 1 : prep + 2]) in says.from_:
                yield "race", f"from {parse.words[prep + 1]}"
    if word == "retired" and not parse.kids_of(verb, "dobj", "auxpass"):
        yield "age", word
    yield from _at_age(parse, verb, says)


def _had(parse: Parse, phrases: dict[str, Words], at: int) -> Iterator[tuple[str, str]]:
    """The longest phrase of each dimension that follows a token: "has a stammer", not "used a wheelchair ramp"."""
    after = " ".join(parse.words[at + 1 : at + 1 + _HAD]) + " "
    for dimension, words in phrases.items():
        found = next((p for p in longest_first(words) if after.startswith(p + " ")), None)
        end = at + 1 + len(found.replace("'s", " 's").split()) if found else at
        if found and not "".join(parse.tags[end : end + 1]).startswith("NN"):
            yield dimension, found


def _language(parse: Parse, at: int, says: Describing, *, after: str = "") -> Iterator[tuple[str, str]]:
    """ "speaks (fluent) Arabic and Urdu"; "said something in (perfect) Gaelic"; not "speaks no French"."""
    words = parse.words[at + 1 : at + 1 + _REACH]
    if after:
        words = words[words.index(after) + 1 :] if after in words else ()
    for start, word in enumerate(words):
        if word in (",", ".", ";", "no", "little", "without") or (start and word in _LINKS):
            return
        spoken = next(
            (p for p in longest_first(says.languages) if " ".join((*words[start:], "")).startswith(p + " ")), None
        )
        if spoken:
            yield "language", spoken
            more = words[start + len(spoken.split()) :]
            if more[:1] == ("and",) and "".join(more[1:2]) in says.languages:
                yield "language", more[1]
            return
        if parse.tags[at + 1 + start][:2] not in ("JJ", "RB", "DT", "NN", "CC"):
            return


def _at_age(parse: Parse, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "left school at sixteen", "by twelve she was deaf"; not "came at ten", for that may be the hour."""
    tags = [parse.tags[verb], *(parse.tags[kid] for kid in parse.kids_of(verb, "aux", "auxpass"))]
    if "VBD" not in tags or "MD" in tags:
        return
    for prep in parse.kids_of(verb, "prep"):
        start = prep + 4 if parse.words[prep + 1 : prep + 4] == ("the", "age", "of") else prep + 1
        age, end = _number(parse, start, says) if parse.words[prep] in ("at", "by") else ("", prep)
        after = "".join(parse.tags[end : end + 1])
        if not age or parse.words[end : end + 1] in _HOURS or after.startswith("NN"):
            continue
        in_life = (
            start > prep + 1
            or parse.words[verb] in _IN_LIFE
            or any(parse.words[k] in _AT_SCHOOL for k in parse.kids_of(verb, "dobj"))
        )
        if in_life or (_is_past_noon(age) and (not age.isdigit() or _may_be_aged(parse, verb, end))):
            yield "age", age


def _is_past_noon(age: str) -> bool:
    """No hour of the clock: thirteen or more."""
    return int(age) > _NOON if age.isdigit() else age not in _UP_TO_TWELVE


def _may_be_aged(parse: Parse, verb: int, end: int) -> bool:
    """ "trained as a technician at 47."; not "drove at 60.", "lives at 12, High Street"."""
    return parse.words[verb] not in _MEASURED and "".join(parse.words[end : end + 1]) in (".", ",", ";", "and", ")", "")


def _number(parse: Parse, at: int, says: Describing) -> tuple[str, int]:
    """A number that may be an age, and the token after it; "" for none."""
    start = at
    while parse.words[at : at + 1] in (
        ("about",),
        ("almost",),
        ("only",),
        ("nearly",),
        ("just",),
        ("over",),
        ("aged",),
    ):
        at += 1
    word = parse.words[at] if at < len(parse.words) else ""
    if _DIGITS.fullmatch(word) and int(word) <= _AGE_UP_TO:
        return word, at + 1
    if word in says.numbers or word.split("-")[0] in says.numbers:
        end = at + 1
        if (
            parse.words[end : end + 1] == ("-",)
            and parse.words[end + 1 : end + 2]
            and parse.words[end + 1] in says.numbers
        ):
            end += 2
        return "".join(parse.words[at:end]), end
    return "", start
