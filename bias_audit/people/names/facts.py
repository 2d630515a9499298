"""What a sentence says of nobody but a person: a job, a birth, pronouns, so many sweets."""

from ..name_context import FoundName, Tokens, verb_after
from ..words import PeopleWords, fold

_IS = frozenset({"is", "was"})
_VERBS = frozenset("is was has had can can't could will would does did isn't wasn't".split())
_ARE = frozenset({"is", "are", "was", "were"})
_LISTING = frozenset({",", "and", "or"})
_NAMES = frozenset({"surname", "surnames", "forenames", "forename", "names"})
_SAID_OF_NAMES = 4  # words of "very common Scottish surnames"
_WHOSE = frozenset({"my", "his", "her", "their", "our", "your", "the", "'s"})
_ARTICLES = frozenset({"a", "an"})
_FIRST = frozenset("first second third last only youngest oldest".split())
_LONGEST = 6  # words of "a non-binary software developer"
_ENDS_NOUN = frozenset(
    ", . ; : ! ? ) ( and as at because but by for from in living near now on or so that too who whose when while with "
    "working".split()
) | {""}
EATS = frozenset("coeliac diabetic pescatarian vegan vegetarian".split())
_AS = frozenset("served serves trained trains volunteered volunteers worked works".split())
_SHIPS_DO = frozenset({"sailed", "sank"})
_BORN_BY = frozenset({"at", "in", "into", "near", "on", "to", "with"})
_DIED_BY = frozenset({"aged", "at", "from", "in", "of", "on", "when", "while"})
_HAS = frozenset({"has", "had"})
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve fifteen twenty".split())
_HUNDRED = 2  # digits of what somebody may have
_RUNS = frozenset("runs ran".split())  # what a river does too
_COVERS = _RUNS | frozenset("cycled cycles drives drove jogged jogs rides rode swam swims walked walks".split())
_LENGTHS = frozenset("km m mile miles kilometre kilometres metre metres lap laps length lengths".split())
_NO_DEED = frozenset({"based", "called", "defined", "found", "left", "lost", "named", "used"})  # "in Watt used for"
_NO_DEED_BY = frozenset({"as", "by", "in", "per"})
_USES = frozenset({"prefers", "use", "uses"})
_PUT = frozenset({("put", "on", "trial"), ("put", "to", "death")})
_OWN = frozenset({"his", "her", "their"})
_DONE_BY_KIN = frozenset(  # to people, not to paintings or farms
    "abandoned accompanied adopted betrayed bullied comforted deserted disowned encouraged forgiven helped hugged "
    "jilted joined persuaded raised supported taught teased told visited warned woken".split()
)
_KIN_AFTER = 2  # words of "elder sister"
_CRAFT = frozenset("craft mission nasa orbiter probe probes satellite spacecraft".split())  # "Galileo" is one too


def says_person(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "(Ivy) is a plumber", "(Newton) was born in 1642", "Who was (Darwin)?", "(Jordan) uses they/them"."""
    word = fold(name.parts[0])
    if len(name.parts) > 1 or not _may_be(name, word, lexicon):
        return False
    if is_said_to_be(tokens, name.last, name.kind, lexicon) or is_born(tokens, name.last):
        return True
    after = tokens.word(name.last)
    if name.kind == "hardly" or not after:
        return False
    if goes_on_with_she_or_he(tokens, name, lexicon):
        return True
    if after in _USES:
        said = tokens.word(name.last + 1)
        return tokens.word(name.last + 2) == "/" and (said == "they" or said in lexicon.gender["pronouns"])
    if after in _HAS or after in _COVERS:
        return _has_so_many(tokens, name, lexicon)
    if after in _IS and _is_done_to(tokens, name.last + 1, lexicon):
        return True
    if after in _IS and name.kind == "word" and _is_done_by_kin(tokens, name.last + 1, lexicon):
        return True
    did = word in lexicon.scholars and _did(tokens, name, lexicon)
    return did or _is_asked_after(tokens, name) or _follows_job(tokens, name, word, lexicon)


def _may_be(name: FoundName, word: str, lexicon: PeopleWords) -> bool:
    if name.kind == "hardly":
        return lexicon.is_name(word) or word in lexicon.wordlike
    return name.kind != "place" or word in lexicon.given_places


def is_said_to_be(tokens: Tokens, end: int, kind: str, lexicon: PeopleWords) -> bool:
    """ "(Ivy) is a marine engineer", "(Georgia) works as a vet", "(Curie) was the first woman to win"."""
    verb = verb_after(tokens, end)
    at = end + 1 + (tokens.word(end) != verb)
    if verb in _AS and tokens.word(at) == "as":
        return tokens.word(at + 1) in _ARTICLES and _is_noun(tokens, at + 2, kind, lexicon)
    if verb == "became" and kind != "hardly":
        return tokens.word(at) in _ARTICLES and _is_noun(tokens, at + 1, kind, lexicon)
    if verb not in _IS:
        return False
    at += tokens.word(at).endswith("ly") or tokens.word(at) in ("also", "now", "still", "not")
    if tokens.word(at) in _ARTICLES:
        return _is_noun(tokens, at + 1, kind, lexicon)
    first = tokens.word(at) == "the" and tokens.word(at + 1) in _FIRST
    return first and kind != "hardly" and _is_noun(tokens, at + 2, kind, lexicon, then="to")


def is_told_as_person(tokens: Tokens, first: int, end: int, kind: str, lexicon: PeopleWords) -> bool:
    """ "(Zara Wood) is a vet", "(Dan Hill) came home. He …", "(Anna Field), who …"; not "Calton Hill is a volcano"."""
    if is_said_to_be(tokens, end, kind, lexicon) or is_born(tokens, end):
        return True
    if tokens.word(end) == ",":
        return tokens.word(end + 1) == "who"
    if kind != "plain" or first not in tokens.starts or tokens.word(end) in _IS:
        return False
    then = min((start for start in tokens.starts if start > end), default=-1)
    return verb_after(tokens, end) in lexicon.known_does and tokens.word(then) in ("he", "she")


def goes_on_with_she_or_he(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "(Daisy) is late. She runs.", "(Poppy) has nuts, so she …": the first other one told of is "she" or "he"."""
    verb, mild = verb_after(tokens, name.last), tokens.lower[name.first] in lexicon.sentence_openers
    does = verb in _VERBS or (not mild and (verb in lexicon.known_does or verb in lexicon.person_verbs))
    is_thing = verb in _SHIPS_DO or (verb in _IS and tokens.word(name.last + 1) in _ARTICLES)  # "Hope is a feeling."
    if name.first not in tokens.starts or not does or is_thing:
        return False
    ends = 0
    for at in range(name.last, len(tokens.words)):
        word = tokens.word(at)
        ends += at in tokens.starts
        if word in ("she", "he"):
            return True
        if ends or tokens.words[at][0].isupper() or word in lexicon.cue_words or word in lexicon.people_in_general:
            return False
    return False


def is_word_talk(tokens: Tokens, end: int) -> bool:
    """ "(Smith), Taylor and Cooper are common surnames", "(Reid) is a surname": the names themselves."""
    at = end
    while tokens.word(at) in _LISTING and tokens.words[at + 1 : at + 2] and tokens.words[at + 1][0].isalpha():
        at += 1 + (tokens.word(at + 1) == "and")
        if not tokens.words[at : at + 1] or not tokens.words[at][0].isupper():
            return False
        at += 1
    if tokens.word(at) not in _ARE:
        return False
    said = tokens.lower[at + 1 : at + 1 + _SAID_OF_NAMES]
    noun = next((i for i, word in enumerate(said) if word in _NAMES), None)
    return noun is not None and not _WHOSE.intersection(said[:noun])


def is_person(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether "trainee chef" stands there: a job, and nothing that a firm or a team is as well."""
    for noun in range(at, min(at + _LONGEST, len(tokens.words))):
        word = tokens.words[noun]
        if word in lexicon.roles or word in lexicon.others or word in lexicon.maybe_roles:
            return word not in lexicon.said_of_things
        if tokens.word(noun) in lexicon.not_between or not (tokens.word(noun).isalpha() or tokens.word(noun) == "-"):
            return False
    return False


def _is_noun(tokens: Tokens, at: int, kind: str, lexicon: PeopleWords, then: str = "") -> bool:
    """Whether "German physicist" stands there: words that describe, and a noun for one person."""
    for noun in range(at, min(at + _LONGEST, len(tokens.words))):
        word = tokens.word(noun)
        if tokens.word(noun + 1) in _ENDS_NOUN or tokens.word(noun + 1) == then:
            if not tokens.words[noun].islower():
                return word in lexicon.with_capital and kind != "hardly"  # "(Grace) is a Buddhist"
            return _is_person(word, tokens.word(noun - 1), kind, lexicon)
        if word in lexicon.not_between or not (word.isalpha() or word == "-"):
            return False
    return False


def _is_person(word: str, before: str, kind: str, lexicon: PeopleWords) -> bool:
    """ "plumber", "woman", "aunt"; not "climber", which a rose may be, and of a month only a job."""
    if word in lexicon.said_of_things or word in lexicon.named_things:
        return False
    if word in lexicon.roles or f"{before} {word}" in lexicon.roles:
        return True
    if kind == "hardly" or word in lexicon.maybe_roles:
        return False
    people = word in EATS or word in lexicon.others or word in lexicon.people_in_general
    return people or word in lexicon.gender["nouns"] or word in lexicon.gender["kin"]


def is_born(tokens: Tokens, at: int) -> bool:
    """ "(Hertz) was born in 1857", "(Kelvin) died in 1907"."""
    if tokens.word(at) in _IS and tokens.word(at + 1) == "born":
        return tokens.word(at + 2) in _BORN_BY
    dated = tokens.word(at) == "died" and tokens.word(at + 1) in _DIED_BY
    return dated and (tokens.word(at + 2)[:1].isdigit() or tokens.word(at + 1) == "aged")


def _has_so_many(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "(Chelsea) has 12 red sweets", "(Pat) runs 4 km"; not "(Florence) has 3 bridges", "(Shannon) runs 360 km"."""
    verb, many = tokens.word(name.last), tokens.word(name.last + 1)
    if not ((many.isdigit() and len(many) <= _HUNDRED) or many in _NUMBERS):
        return False
    nouns = {tokens.word(name.last + 2), tokens.word(name.last + 3)}
    if verb in _HAS:
        return not lexicon.counted.isdisjoint(nouns)
    return not nouns.isdisjoint(_LENGTHS) and not (name.kind == "place" and verb in _RUNS)


def _is_asked_after(tokens: Tokens, name: FoundName) -> bool:
    """ "Who was Darwin?", "According to Galileo, all objects fall."."""
    before, earlier, after = tokens.word(name.first - 1), tokens.word(name.first - 2), tokens.word(name.last)
    if before in _IS and earlier == "who":
        return after in ("?", ",", "")
    return before == "to" and earlier == "according" and name.kind != "place" and after in (",", ".")


def _did(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Bell invented the telephone", "Darwin sailed on the Beagle": a unit does nothing."""
    verb, after, before = verb_after(tokens, name.last), tokens.word(name.last + 1), tokens.word(name.first - 1)
    if before[-1:].isdigit() or before in lexicon.place_leads or before in ("of", "per", "one", "degrees", "degree"):
        return False
    if verb in _IS or not _CRAFT.isdisjoint(tokens.lower):
        return False
    if verb in _NO_DEED or after in _NO_DEED_BY:
        return verb in ("died", "lived", "worked", "studied", "taught")
    past = verb in lexicon.person_verbs and not verb.endswith("s")
    return past or (verb.endswith("ed") and after in lexicon.not_between)


def _is_done_to(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(Newton) was knighted", "(Galileo) was put on trial"."""
    return tokens.word(at) in lexicon.done_to_people or tokens.lower[at : at + 3] in _PUT


def _is_done_by_kin(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(Olive) was raised by her aunt", "(Hope) was helped by her elder sister"."""
    if tokens.word(at) not in _DONE_BY_KIN or tokens.word(at + 1) != "by" or tokens.word(at + 2) not in _OWN:
        return False
    return any(tokens.word(noun) in lexicon.gender["kin"] for noun in range(at + 3, at + 3 + _KIN_AFTER))


def _follows_job(tokens: Tokens, name: FoundName, word: str, lexicon: PeopleWords) -> bool:
    """ "Scientist Rutherford split the atom", "when physicist Newton found it"."""
    job = tokens.word(name.first - 1)
    if job not in lexicon.roles or tokens.title_case or not tokens.word(name.last).isalpha():
        return False
    opens = name.first - 1 in tokens.starts
    return (opens or word in lexicon.scholars) and tokens.words[name.last].islower()
