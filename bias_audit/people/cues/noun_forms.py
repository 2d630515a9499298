"""Nouns in no list that are a job or a part by their form: "works as a glassblower", "Timer: Ana"."""

from collections.abc import Mapping

from ...model import GenderWords
from ..cue import Cue
from ..name_context import FoundName, Tokens, is_name_shaped
from ..parses.parse import Parse
from ..words import PeopleWords

LABELS_BY = frozenset({":", "=", "-", "–", "—"})
LABEL_OPENS = frozenset({"", "(", ".", ";", "•"})
_DOERS = ("er", "or", "ist", "ian", "eer", "man", "woman", "person", "smith", "wright", "monger")
_NO_DOERS = frozenset(
    "bother chapter dinner supper summer winter shoulder finger liver "
    "computer danger disaster factor folder letter matter minor monster motor number order other paper "
    "poster power printer river rumour super tower trailer traitor wonder water weather human german roman talisman "
    "starter header footer clever "
    "terror horror error mirror sector cracker belter charmer stunner looker talker sufferer believer outsider riser "
    "sleeper eater career "
    "vegetarian pescatarian libertarian optimist pessimist realist feminist socialist communist extremist racist "
    "favour colour flavour humour hour corner counter cover member sister brother mother father gender".split()
)
_SHORTEST = 5  # letters
_LABEL_ENDS = frozenset({"", ".", ",", ";", ")", "("})


def is_spelled_as_noun(word: str, lexicon: PeopleWords) -> bool:
    """ "GP", "SENCo", "TA", "nurse"; not "NURSE", which is a heading or short for something, "ta" nor "Elsa"."""
    lower = word.lower()
    if lower in lexicon.initials:
        return lower not in lexicon.only_in_capitals or word.isupper()
    return not word.isupper() or len(word) == 1


def job_by_form(tokens: Tokens, at: int, parse: Parse) -> Cue | None:
    """A noun in no list that the sentence may say of somebody: "works as a glassblower", "Ana, a puppeteer, …".

    It counts only where it is joined to the person of whom it is said.
    """
    word, dep = tokens.lower[at], parse.deps[at]
    if not word.endswith(_DOERS) or word in _NO_DOERS or parse.tags[at] != "NN" or len(word) < _SHORTEST:
        return None
    if dep not in ("attr", "appos") and not (dep == "pobj" and parse.words[parse.heads[at]] == "as"):
        return None
    leads = parse.kids_of(at, "det")
    led_by = tokens.word(leads[0]) if leads else ""
    if led_by not in ("a", "an") or not tokens.words[at].islower() or parse.kids_of(at, "conj", "cc"):
        return None
    if dep == "appos" and tokens.word(leads[0] - 1) != ",":
        return None  # "named after Burns: a supper"
    said: GenderWords = "she" if word.endswith("woman") else "not stated"
    return Cue(leads[0], at + 1, "role", word, (said,), role=word, led_by=led_by, maybe=True, said_at=None)


def label_by_form(tokens: Tokens, at: int, named: Mapping[int, FoundName]) -> Cue | None:
    """ "Timer: Ana": a noun in no list that says what part somebody has. ``named``: names by where they begin."""
    word = tokens.lower[at]
    by_form = word.endswith(_DOERS) and word not in _NO_DOERS and len(word) >= _SHORTEST
    opens = tokens.words[at].istitle() and tokens.word(at - 1) in LABEL_OPENS
    if not by_form or not opens or tokens.word(at + 1) not in LABELS_BY or at + 2 not in named:
        return None
    if tokens.word(named[at + 2].last) not in _LABEL_ENDS:
        return None  # "Starter: Mendel's peas"
    return Cue(at, at + 1, "role", word, ("not stated",), role=word, bare=True, maybe=True)


def bears_name(tokens: Tokens, at: int) -> bool:
    """Whether a job with a capital and a name stand side by side: "Firefighter Ana"."""
    after = tokens.words[at + 1 : at + 2]
    return tokens.words[at][0].isupper() and bool(after) and is_name_shaped(after[0])
