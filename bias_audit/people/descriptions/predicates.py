"""What the clauses of a subject say: "is dyslexic", "has epilepsy", "speaks Arabic", "walks with a frame"."""

from collections.abc import Iterator, Sequence

from ..actions import load_actions
from ..cue import Cue
from ..describing import Describing, Words, opening
from ..parses.grammar import SUBJECTS, one_of_several
from ..parses.parse import Parse
from .ages import age_in_front, at_age, decade, is_measured, is_old, number
from .past_ages import told_age

_TURNS = frozenset("went goes going gone born".split())  # "went blind", "was born deaf"
_BE = frozenset("be is are was were am been 's 'm 're become became becomes turned".split()) | _TURNS
_HAS = frozenset("has have had having with uses use used wears wear wore wearing".split())
_SAYS_WHO = frozenset({"religion", "race"})  # whose words are nouns too: "is a Quaker"
_SAID_OF_EACH = frozenset({"religion", "race", "disability"})
_OF_LANGUAGES = frozenset("graduate learner lecturer speaker student teacher tutor undergraduate user".split())
_ARE = frozenset({"are", "were", "'re"})
_ONLY = frozenset("only just still already nearly almost barely".split())  # "she was only nine"
_COMPARED = frozenset("as how too so".split())  # "twice as old as Ada"
_LEAVES_OPEN = frozenset({"white"})  # of flour, or of fright
_FROM_VERBS = frozenset("came comes come moved arrived fled emigrated is was am are 's 'm 're".split())
_LATER_HALVES = frozenset("old blind deaf born".split())
_SUNG = frozenset(
    "reads read sang sings sing prayed prays pray chats chatted counted counts swore writes wrote "
    "record records recorded dreams dreamed dreamt thinks thought".split()
)
_SELVES = frozenset({"herself", "himself", "myself", "themself", "themselves"})
_YOUNG = frozenset({"month", "months", "week", "weeks", "day", "days"})
_COUNTED = ("NN", "NNS")
_DAYS = frozenset({"today", "tomorrow"})
_REACHES = frozenset({"turned", "turning", "turns"})  # an age: "she is turning 80"
_TONGUES = frozenset({"language", "tongue"})
_LINKS = frozenset("and but to for with of that when while so at".split())
_LISTED = 10  # words of a list of languages
_REACH = 5  # words after a verb in which a language stands
_HAD = 6  # words after "has" that are looked at
_POSSESSIVE = frozenset({"'s", "'"})
_DOUBTS = frozenset({"if", "whether", "unless"})
_ODDS = frozenset("chance chances likelihood odds possibility probability risk".split())
_COLOURS = (("and", "blue"), ("and", "white"))


def verbs_of(parse: Parse, root: int) -> list[int]:
    """The verbs of which a noun is the subject: its clause, those beside it, and "who …" after the noun."""
    verbs = [kid for kid in parse.kids_of(root, "relcl") if any(parse.words[k] == "who" for k in parse.kids_of(kid))]
    while parse.deps[root] == "conj" and parse.tags[root][:1] in "NP":
        root = parse.heads[root]
    root = one_of_several(parse, root)
    if parse.deps[root] in SUBJECTS and not _is_label(parse, root):
        verbs.append(parse.heads[root])
    verbs += [kid for verb in verbs for kid in parse.kids_of(verb, "xcomp") if parse.tags[kid] == "VBG"]
    for verb in tuple(verbs):
        verbs += [kid for kid in parse.kids_of(verb, "conj") if not parse.kids_of(kid, *SUBJECTS)]
        verbs += [
            kid
            for kid in parse.kids_of(verb, "advcl")
            if parse.tags[kid] == "VBG" and not parse.kids_of(kid, "nsubj", "mark")
        ]
    return verbs


def _is_label(parse: Parse, root: int) -> bool:
    """ "Ryan: Is it seven, Miss?": the clause after the colon has a subject of its own."""
    verb = parse.heads[root]
    return ":" in parse.words[root + 1 : verb] and any(kid > root + 1 for kid in parse.kids_of(verb, *SUBJECTS))


def _is_doubted(parse: Parse, verb: int) -> bool:
    """ "If she is deaf", "the chance that he is colour blind"."""
    if any(parse.words[kid] in _DOUBTS for kid in parse.kids_of(verb, "mark")):
        return True
    return parse.deps[verb] in ("acl", "ccomp") and parse.words[parse.heads[verb]] in _ODDS


def predicate(parse: Parse, verb: int, says: Describing, *, looks_back: bool = False) -> Iterator[tuple[str, str]]:
    """What a clause says of its subject: "is dyslexic", "has epilepsy", "speaks Arabic", "walks with a frame".

    ``looks_back``: somebody says it of himself or herself, so that "was" is long before.
    """
    if _is_doubted(parse, verb):
        return
    if parse.kids_of(verb, "neg"):
        if any(parse.words[kid] == "religious" for kid in parse.kids_of(verb, "acomp")):
            yield "religion", "not religious"
        return
    if parse.words[verb] in _BE:
        turned = (
            ("acomp", "attr", "xcomp", "oprd", "advmod") if parse.words[verb] in _TURNS else ("acomp", "attr", "xcomp")
        )
        for kid in parse.kids_of(verb, *turned):
            yield from _complement(parse, kid, says, looks_back=looks_back)
        for day in parse.kids_of(verb, "npadvmod"):  # "Tomasz was four today"
            ages = [number(parse, kid, says)[0] for kid in parse.kids_of(day, "nummod") if parse.words[day] in _DAYS]
            yield from (("age", age) for age in ages if age)
    yield from _verb_says(parse, verb, says)


def _complement(parse: Parse, at: int, says: Describing, *, looks_back: bool) -> Iterator[tuple[str, str]]:
    first = at
    while left := [kid for kid in parse.kids_of(first) if kid < first and parse.words[kid] not in _ONLY]:
        first = min(left)  # the "eleven" of "eleven years old"
    age, end = number(parse, first, says)
    unit = "".join(parse.words[end : end + 1])
    counts = "".join(parse.tags[end : end + 1]) in _COUNTED and unit not in _DAYS  # "47 seconds slower"
    plain = age != "one" and not counts and not is_measured(parse, end)
    if age and unit != "of" and (plain or is_old(parse, end)):
        whole = f"{age} {unit}" if unit in _YOUNG else age
        if told := told_age(parse, parse.heads[at], whole, end + (whole != age), looks_back=looks_back):
            yield "age", told
        if is_old(parse, end):
            return
    for kid in (at, *parse.kids_of(at, "conj")):
        if parse.words[kid + 1 : kid + 3] in _COLOURS:
            continue  # "she is black and blue all over"
        phrase = parse.words[kid]
        if phrase in says.languages and parse.words[kid + 1 : kid + 2] == ("as",):
            continue  # "is an English as an additional language teacher"
        if parse.deps[at] == "attr" and kid == at and parse.tags[at] in ("NN", "NNS"):
            if parse.tags[at] == "NNS" and parse.words[parse.heads[at]] in _ARE:
                yield from _said_of_each(parse, at, says)
                continue
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


def _said_of_each(parse: Parse, at: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Muriel Spark and Liz Lochhead are Scottish writers"; not "are English teachers", "are French horn players"."""
    word = parse.words[at - 1]
    taught = word in says.languages and parse.words[at][:-1] in _OF_LANGUAGES
    if says.dimension(word) in _SAID_OF_EACH and parse.heads[at - 1] == at and not taught:
        yield says.dimension(word) or "", word


def _verb_says(parse: Parse, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    word = parse.words[verb]
    if word in _HAS and not any(parse.words[kid] == "if" for kid in parse.kids_of(verb, "mark")):
        yield from had(parse, says.has, verb)
    for helps in parse.kids_of(verb, "aux"):  # "Seren has epilepsy", with "epilepsy" read as a verb
        yield from had(parse, says.has, helps) if parse.words[helps] in ("has", "have", "had") else ()
    if word in ("walk", "walks", "walked", "walking") and parse.words[verb + 1 : verb + 2] == ("with",):
        yield from ((d, f"{word} with {w}") for d, w in had(parse, {"disability": says.walks_with}, verb + 1))
    if word == "diagnosed" and parse.words[verb + 1 : verb + 2] in (("with",), ("as",)):
        yield from had(parse, says.has, verb + 1)
    whose, what = (*parse.words[verb + 1 : verb + 3], "", "")[:2]
    if word in ("lost", "loses") and whose in ("his", "her", "their", "my", "a") and what in says.lost:
        yield "disability", f"{word} {whose} {what}"
    if word in says.speak:
        yield from _language(parse, verb, says)
    if word not in says.speak or word in _SUNG:
        yield from _said_in(parse, verb, says)
    if word in ("taught", "teaches") and "".join(parse.words[verb + 1 : verb + 2]) in _SELVES:
        yield from _language(parse, verb + 1, says)
    if word in _REACHES:
        age, end = number(parse, verb + 1, says)
        counts = "".join(parse.tags[end : end + 1]) in _COUNTED and parse.words[end] not in _DAYS  # "turned 18 keys"
        yield from (("age", told) for told in [age and not counts and told_age(parse, verb, age, end)] if told)
    if word in ("converted", "practises", "practised", "follows", "embraced"):
        kept = [at for at in range(verb + 1, min(verb + 3, len(parse.words))) if parse.words[at] in says.faiths]
        yield from (
            ("religion", parse.words[at]) for at in kept if not "".join(parse.tags[at + 1 : at + 2]).startswith("NN")
        )
    if word in ("raised", "brought"):  # "was raised a Catholic"
        for kid in parse.kids_of(verb, "oprd", "attr"):
            if says.dimension(parse.words[kid]) == "religion":
                yield "religion", parse.words[kid]
    if word in _FROM_VERBS:
        froms = [verb + k for k in (1, 2) if parse.words[verb + k : verb + k + 1] == ("from",)]
        for prep in dict.fromkeys((*froms, *parse.kids_of(verb, "prep"))):
            if parse.words[prep] == "from" and "".join(parse.words[prep + 1 : prep + 2]) in says.from_:
                yield "race", f"from {parse.words[prep + 1]}"
    if word == "retired" and not parse.kids_of(verb, "dobj", "auxpass"):
        yield "age", word
    if word == "born":
        for prep in parse.kids_of(verb, "prep"):
            if parse.words[prep] == "in" and "".join(parse.words[prep + 1 : prep + 2]) in says.from_:
                yield "race", f"born in {parse.words[prep + 1]}"
    dated = [kid for day in parse.kids_of(verb, "npadvmod") for kid in parse.kids_of(day, "acl")]
    for kid in (*parse.kids_of(verb, "advcl", "acl"), *dated):  # "died that October, aged 31"
        if parse.words[kid] == "aged" and (age := number(parse, kid + 1, says)[0]):
            yield "age", age  # "He died there in 1945, aged forty-three."
    if age := age_in_front(parse, verb, says):
        yield "age", age
    yield from at_age(parse, verb, says)


def tongue(parse: Parse, root: int, says: Describing) -> Iterator[tuple[str, str]]:
    """What is said of somebody's language, or age: "her first language is Urdu", "his English", "in her sixties"."""
    what = parse.heads[root]
    if parse.deps[root] != "poss":
        return
    if years := decade(parse, root):
        yield "age", years
    if parse.words[what] in says.languages and parse.tags[what].startswith("NN"):
        yield "language", parse.words[what]
    for verb in [parse.heads[what]] if parse.words[what] in _TONGUES else []:
        if parse.words[verb] in ("is", "was"):
            for kid in parse.kids_of(verb, "attr", "acomp", "nsubj"):
                if parse.words[kid] in says.languages:
                    yield "language", parse.words[kid]


def aid(parse: Parse, cue: Cue, root: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Imran's wheelchair got stuck", "her stammer": what is somebody's; not "Imran's wheelchair ramp"."""
    head = parse.heads[root]
    if parse.deps[root] != "poss" or head < cue.last or (cue.name is None and cue.kind == "role"):
        return
    what = " ".join(parse.words[cue.last + (parse.words[cue.last] in _POSSESSIVE) : head + 1])
    goes_on = "".join(parse.tags[head + 1 : head + 2]).startswith("NN")
    if what and not goes_on and not parse.kids_of(parse.heads[head], "neg"):
        for dimension, phrases in says.has.items():
            found = next((phrase for phrase in (what, f"a {what}") if phrase in phrases), None)
            if found:
                yield dimension, found


def had(parse: Parse, phrases: dict[str, Words], at: int) -> Iterator[tuple[str, str]]:
    """The longest phrase of each dimension that follows a token: "has a stammer", not "used a wheelchair ramp"."""
    after = " ".join(parse.words[at + 1 : at + 1 + _HAD]).replace(" 's", "'s") + " "
    for dimension, words in phrases.items():
        found = opening(after, words)
        end = at + 1 + len(found.replace("'s", " 's").split()) if found else at
        if found and not "".join(parse.tags[end : end + 1]).startswith("NN"):
            yield dimension, found


def _said_in(parse: Parse, verb: int, says: Describing) -> Iterator[tuple[str, str]]:
    """ "Said something in Gaelic", "counted in English and then in Welsh"."""
    word = parse.words[verb]
    if load_actions().class_of.get(word) == "say" or word in _SUNG:
        yield from _language(parse, verb, says, after="in")


def _more_languages(words: Sequence[str], at: int, spoken: str, says: Describing) -> Iterator[str]:
    """The others of "Dari, Pashto and English", "Urdu or Punjabi"."""
    after = [w for w in words[at + len(spoken.split()) : at + _LISTED] if w not in ("then", "in")]
    for joined, word in zip(after[::2], after[1::2], strict=False):
        if joined not in (",", "and", "or") or word not in says.languages:
            return
        yield word


def _language(parse: Parse, at: int, says: Describing, *, after: str = "") -> Iterator[tuple[str, str]]:
    """ "speaks (fluent) Arabic and Urdu"; "said something in (perfect) Gaelic"; not "speaks no French"."""
    words = parse.words[at + 1 : at + 1 + _REACH]
    if after:
        if after not in words:
            return
        at += 1 + words.index(after)
        words = parse.words[at + 1 : at + 1 + _REACH]
    for start, word in enumerate(words):
        if word in (",", ".", ";", "no", "little", "without") or (start and word in _LINKS):
            return
        spoken = opening(" ".join((*words[start:], "")), says.languages)
        if spoken:
            yield "language", spoken
            yield from (("language", word) for word in _more_languages(parse.words, at + 1 + start, spoken, says))
            return
        if parse.tags[at + 1 + start][:2] not in ("JJ", "RB", "DT", "NN", "CC"):
            return
