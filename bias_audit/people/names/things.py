"""What looks like a name and is a law, a street, a firm or a day, by the words around it."""

import re
from collections.abc import Sequence

from ..figures.public_figures import find, known_by_surname, load_figures
from ..name_context import Tokens, is_initial, is_name_shaped, kind_of, verb_after
from ..words import PeopleWords, fold
from .facts import is_told_as_person, is_word_talk
from .months import is_month
from .signs import is_beside_noun, stands_with_job

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")  # "Park Ji-hoon": the family name stands before
_DATE = re.compile(r"[1-3]?\d(?:st|nd|rd|th)?")
ARTICLES = frozenset({"the", "a", "an", "this", "each", "every", "any"})
_NICKNAMES = frozenset("big wee old young little auld poor dear".split())  # "Wee Davie"
_RANKS = frozenset("pc wpc sgt cpl capt lt".split())  # "PC Singh"
_DAY_OF = frozenset({"eve", "day"})
_OPENED_BY = frozenset("after at before by during from in inside near on outside since".split())
_THERE = frozenset("lived lives stood".split())  # "In Kirkby Lonsdale lived a smith"
_VERB_GOES_ON = frozenset("at back from up off down home along around round away to".split())
_ASKING = frozenset("and & can could did do does let lets may might should will would".split())
_LONGEST_SAYING = 5  # words of "James and the Giant Peach"
_APPLIES = frozenset("apply applying use using".split())
_INSIDE = frozenset("at in inside near outside".split())  # "Pupils at Kelvin Hall sang"
_WITHIN = frozenset({"in", "near"})
_SETTLES = frozenset("born buried died dies live lived lives living raised settled settles stayed stays".split())
_DONE_AT = frozenset("born built buried cloned educated studied studies".split())  # "cloned at Roslin"
_EMPLOYED = frozenset(  # "an apprenticeship at Arnold Clark", "She works for Wallace Whittle."
    "apprenticeship apprenticeships contract employed internship job placement post shift training work worked working "
    "works".split()
)
_OF_FIRM = frozenset({"of", "at", "from"})
_FOR_FIRM = frozenset({"work", "worked", "working", "works"})
_BEFORE_LINE = frozenset({"", "-", "–", "—"})
_ENDS_WORK = frozenset({"", ".", "!", "?", ";", ")", "and", "as", "but", "in"})
_THE = frozenset({"the", "a", "an"})
_OF_WORK = frozenset({"of", "according"})
_LISTING = frozenset({",", "and", "or"})
_LETTERED = frozenset(  # "Source A", on the line above what it says
    "card case example extract group option part passage person pupil question scenario section source student task "
    "team text".split()
)
_JUNIOR = frozenset({"jr", "jnr"})
_FIRM = frozenset({"Sons", "Brothers"})  # "Charles Scribner's Sons"
ADDRESSED = frozenset("dr madam master miss mr mrs ms mx prof professor sir".split())


def is_thing(tokens: Tokens, at: int, end: int, parts: tuple[str, ...], lexicon: PeopleWords, *, titled: bool) -> bool:
    """Whether what looks like a name is part of the name of a law, a unit, a street or a source."""
    return (
        _ends_as_thing(tokens, at, end, parts, lexicon, titled=titled)
        or _is_inside_word(tokens, at, end)
        or _is_eponym(tokens, end, lexicon)
        or (len(parts) == 1 and not titled and _is_brand(tokens, end, lexicon))
        or (_before(tokens, at).rstrip(".") in lexicon.thing_before and tokens.words[at - 1][0].isupper())
        or " ".join(parts).lower() in lexicon.not_names
        or (titled and " ".join(tokens.lower[at:end]) in lexicon.not_names)  # "Mr Whippy"
        or is_word_talk(tokens, end)
        or _begins_saying(tokens, at, lexicon)
        or " ".join((_before(tokens, at), *parts)).lower() in lexicon.not_names
        or " ".join(tokens.lower[max(0, at - 2) : end]) in lexicon.not_names  # "Marks & Spencer"
        or (not titled and _is_place_or_craft(tokens, at, end, lexicon, words=len(parts)))
        or (not titled and (_is_firm_after_job(tokens, at, end, lexicon) or _is_owners_firm(tokens, at, len(parts))))
        or (len(parts) > 1 and parts[0].lower() in lexicon.thing_before and _before(tokens, at) in lexicon.place_leads)
        or (not titled and len(parts) == 1 and _names_work(tokens, at, lexicon))
        or (tokens.word(end) == "et" and tokens.word(end + 1).startswith("al"))
        or (not titled and tokens.lower[at] in lexicon.short_months and is_month(tokens, at, end, parts, lexicon))
        or (not titled and len(parts) == 1 and _is_no_first_mention(tokens, at, end, parts, lexicon))
    )


def _is_place_or_craft(tokens: Tokens, at: int, end: int, lexicon: PeopleWords, *, words: int) -> bool:
    """ "Born in Smiljan", "The James Webb took this picture"; not "He lived in Priya's house"."""
    while words > 1 and at > 1 and is_name_shaped(tokens.words[at - 1]) and not _may_lead(tokens, at - 1, lexicon):
        at -= 1  # the Louis of "the Robert Louis Stevenson garden"
    before, after = _before(tokens, at), tokens.word(end)
    if before == "at" and after != "'s":
        earlier, college = tokens.word(at - 2), tokens.words[end + 1 : end + 2] if after == "of" else ()
        return earlier in _DONE_AT or earlier in _EMPLOYED or earlier in lexicon.roles or _is_capital(college)
    if before == "for" and words > 1 and tokens.word(at - 2) in _FOR_FIRM:
        return after in _ENDS_WORK and find(" ".join(tokens.words[at:end])) is None
    if before in _WITHIN and after != "'s":
        earlier = tokens.word(at - 2)
        return earlier in _SETTLES or (earlier == "up" and tokens.word(at - 3) in ("grew", "grow", "grows", "brought"))
    return words > 1 and before in _THE and after not in ("who", "'s")


def _is_firm_after_job(tokens: Tokens, at: int, end: int, lexicon: PeopleWords) -> bool:
    """ "Faisal Mahmood, site manager, (Arnold Clark)": a line that says who somebody is, and then where."""
    if tokens.word(at - 1) != "," or end < len(tokens.words) - 1 or tokens.word(at - 2) not in lexicon.roles:
        return False
    comma = at - 2
    while comma > 0 and (tokens.words[comma].islower() or tokens.words[comma] == "-"):
        comma -= 1
    first = comma
    while first > 0 and is_name_shaped(tokens.words[first - 1]):
        first -= 1
    return tokens.word(comma) == "," and first < comma and tokens.word(first - 1) in _BEFORE_LINE


def _is_owners_firm(tokens: Tokens, at: int, words: int) -> bool:
    """ "Raj Bedi of (Bedi Heating)": what is called after who it belongs to, and more; not "Ana Reid of Reid"."""
    named = words > 1 and tokens.word(at - 1) in _OF_FIRM and tokens.word(at - 2) == tokens.word(at)
    return named and is_name_shaped(tokens.words[at - 2])


def _is_capital(words: Sequence[str]) -> bool:
    """ "at Duncan of (Jordanstone)": whether what is named after "of" is written as a place is."""
    return bool(words) and words[0][0].isupper()


def _may_lead(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether the word with a capital there is no part of the name after it: it opens a sentence, or is a job."""
    return at in tokens.starts or tokens.lower[at] in lexicon.cue_words or tokens.lower[at] in lexicon.not_in_name


def _begins_saying(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "Aladdin's lamp", "Alice in Wonderland"."""
    said = (" ".join(tokens.lower[at : at + size]).replace(" 's", "'s") for size in range(3, _LONGEST_SAYING + 1))
    return not lexicon.not_names.isdisjoint(said)


def _names_work(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "The gospel according to Mark", "the book of Ruth", "the gospels of Matthew and John"."""
    while at > 1 and tokens.word(at - 1) in _LISTING and is_name_shaped(tokens.words[at - 2]):
        at -= 2
    of = at - 1 - (tokens.word(at - 1) == "to")
    return tokens.word(of) in _OF_WORK and tokens.word(of - 1) in lexicon.works and tokens.word(of - 2) == "the"


def _before(tokens: Tokens, at: int) -> str:
    """The word before, unless a sentence or a label in the line above ends there: "Source A" and then a name."""
    label = tokens.word(at - 2) in _LETTERED and len(tokens.words[at - 1]) == 1 and tokens.words[at - 1].isupper()
    return "" if at in tokens.starts or label else tokens.word(at - 1)


def _ends_as_thing(
    tokens: Tokens, first: int, end: int, parts: tuple[str, ...], lexicon: PeopleWords, *, titled: bool
) -> bool:
    """ "Drew University", "James Watt Street", "the Perth Road", "Sloan Survey", "Norman knights", "Queen Avenue"."""
    ranked = tokens.lower[first] in lexicon.title_words and tokens.lower[first].rstrip(".") not in ADDRESSED
    no_names = (lexicon.never_surnames, lexicon.not_before["*"], lexicon.gender["groups"])
    if ranked and any(parts[0].lower() in some for some in no_names):
        return True  # "Judge Street", "Officer Training", "Principal Teachers"
    for at, part in enumerate(map(str.lower, parts)):
        thing = at and (part in lexicon.thing_names or part in lexicon.thing_words)
        if thing and not (at == len(parts) - 1 and (titled or _may_end_name(tokens, first, end, parts, lexicon))):
            return True
    end += tokens.word(end).rstrip(".") in _JUNIOR
    after = tokens.word(end)
    if after == "'s" and "".join(tokens.words[end + 1 : end + 2]) in _FIRM:
        return True
    if after in lexicon.law_words or (after in lexicon.thing_words and not _is_verb(tokens, first, end, lexicon)):
        return True
    if after in lexicon.gender["groups"] and not titled and tokens.words[end].islower():
        return len(parts) == 1 and after not in lexicon.plural_or_verb
    if end >= len(tokens.words) or end in tokens.starts:
        return False
    if after in lexicon.thing_names and (after == "&" or tokens.words[end][0].isupper()):
        return True
    besides = after in lexicon.taught or after in lexicon.times  # "teaches Omar French", "gave Omar Friday off"
    return not tokens.title_case and not besides and is_name_shaped(tokens.words[end])  # a word with a capital


def _may_end_name(tokens: Tokens, first: int, end: int, parts: tuple[str, ...], lexicon: PeopleWords) -> bool:
    """ "Sheila Wood said", "Zara Wood is a vet", "Anna Field, a nurse, …": a thing's word is a surname too."""
    before = _before(tokens, first)
    if before in ARTICLES or before in _INSIDE or parts[-1].lower() in lexicon.never_surnames:
        return False
    if verb_after(tokens, end) in lexicon.person_verbs or is_beside_noun(tokens, end, lexicon):
        return True
    kind = kind_of(parts[0], lexicon)
    if first == 0 and kind not in ("", "hardly") and stands_with_job(tokens, end, lexicon):
        return True
    return kind != "" and is_told_as_person(tokens, first, end, kind, lexicon)


def _is_verb(tokens: Tokens, first: int, at: int, lexicon: PeopleWords) -> bool:
    """ "Isla waves to him", "Tam films the bird", "Farhan and Isla cycle from Perth"."""
    word, after = tokens.word(at), tokens.word(at + 1)
    if word not in lexicon.thing_verbs or _before(tokens, first) in ARTICLES:
        return False
    if not word.endswith("s") and tokens.word(first - 1) not in _ASKING:
        return False
    moves = word in ("waves", "cycle") and after in _VERB_GOES_ON
    return moves or (after in lexicon.determiners and after != "'s")


def _is_inside_word(tokens: Tokens, at: int, end: int) -> bool:
    """ "Taylor-made", "@Priya", "x/Priya"."""
    before, after = _before(tokens, at), tokens.word(end)
    if before in ("@", "#", "/", "_", "&") or (before == "-" and not tokens.spaced[at - 1]):
        return True
    joined = after in ("-", "/", "_", "=") and end + 1 < len(tokens.words)
    return joined and not tokens.spaced[end - 1] and not tokens.spaced[end]


def _is_eponym(tokens: Tokens, end: int, lexicon: PeopleWords) -> bool:
    """ "Newton's second law"."""
    if tokens.word(end) not in ("'s", "'"):
        return False
    if tokens.word(end + 1) in lexicon.thing_names and tokens.words[end + 1][0].isupper() and not tokens.title_case:
        return True  # Hadrian's Wall
    noun = end + 1
    while noun < end + 4 and (tokens.word(noun) in lexicon.law_between or tokens.word(noun) == "-"):
        noun += 1
    if tokens.word(noun) in ("rule", "rules"):  # "Simpson's rule", not "Priya's rule"
        return fold(tokens.words[end - 1]) in load_figures().by_surname
    return tokens.word(noun) in lexicon.law_words


def _is_brand(tokens: Tokens, end: int, lexicon: PeopleWords) -> bool:
    """ "Conway's Crank", "Smith's Crisps": a thing that has a name of its own."""
    what = tokens.word(end + 1)
    if (
        tokens.word(end) != "'s"
        or tokens.title_case
        or end + 1 in tokens.starts
        or not what.isalpha()
        or not tokens.words[end + 1].istitle()
    ):
        return False
    return not (what in lexicon.not_in_name or what in lexicon.cue_words or lexicon.is_name(fold(what)))


def _is_no_first_mention(tokens: Tokens, at: int, end: int, parts: tuple[str, ...], lexicon: PeopleWords) -> bool:
    """For one word: "the Newton", "use Pythagoras", "Moby Dick", "(Smith, 2011)", "Patel, R."."""
    before, after = _before(tokens, at), tokens.word(end)
    if before in ARTICLES or (before in _APPLIES and fold(parts[0]) in known_by_surname()):
        return True
    opens = at - 1 in tokens.starts and parts[0].lower() not in lexicon.thing_names  # not the Hill of "Calton Hill"
    within = before.isalpha() and tokens.words[at - 1][0].isupper() and not opens
    ordinary = before in lexicon.not_in_name or before in lexicon.cue_words or before in _NICKNAMES or before in _RANKS
    if within and not ordinary and not tokens.title_case and not _SYLLABLES.fullmatch(parts[0]):
        return not (is_time(tokens, at - 1, lexicon) or follows_setting(tokens, at, end, lexicon))
    if after == "," and is_initial(tokens, end + 1) and tokens.words[end + 1].endswith("."):
        return True
    cited = after in ("(", ",") and _YEAR.fullmatch(tokens.word(end + 1))
    return bool(cited and tokens.word(end + 2) in (")", ",", ";", ":", ""))


def is_rank(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(PC) Docherty came": a rank in capitals before a name; not "a PC Lena built"."""
    led = tokens.word(at - 1) in lexicon.determiners or tokens.word(at - 1) in _LISTING
    return tokens.lower[at] in _RANKS and not led and not tokens.title_case


def is_time(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "On Mondays Ana …", "last May Ana …", "By June Ana …": a capital that is no part of the name after it."""
    word, before = tokens.lower[at], tokens.word(at - 1)
    if word not in lexicon.times:
        return word in _DAY_OF and before in lexicon.times  # Christmas Eve
    dated = bool(_DATE.fullmatch(before))  # "On 3 May Thomas …"
    opened = before in _OPENED_BY and at - 1 in tokens.starts
    return dated or opened or before in lexicon.time_leads or before in lexicon.times


def follows_setting(tokens: Tokens, at: int, end: int, lexicon: PeopleWords) -> bool:
    """ "In Glasgow Priya asked …", "At Tesco Tam bought …": where or when it was, and who did it."""
    if tokens.word(at - 2) not in _OPENED_BY or at - 2 not in tokens.starts:
        return False
    verb, where = verb_after(tokens, end), tokens.words[at - 1]
    if fold(where) in lexicon.given_places and tokens.word(at - 2) not in ("in", "at"):
        return False  # "After Florence Nightingale arrived"
    if where.isupper() or fold(where) in lexicon.places:  # "After PE Kayleigh …", "In Glasgow Omar changed trains"
        return tokens.words[end : end + 1] == (verb,) and verb.isalpha() and len(where) > 1 and verb not in _THERE
    return verb in lexicon.person_verbs and verb not in _THERE
