"""Where the text itself shows that a word is somebody's name: "well done to Holly", "Ada joined the choir"."""

from ..name_context import FoundName, Tokens, verb_after
from ..words import PeopleWords, fold
from .facts import is_person

_THANKED = frozenset({"thanks", "congratulations", "done"})  # before "to"
_PRIZES = frozenset(
    "award awards badge badges certificate certificates cup medal medals prize prizes sticker stickers trophy".split()
)
_PRIZE_BACK = 8  # words of "The prize for the best costume goes to"
_GOES = frozenset({"go", "goes", "went", "presented", "awarded"})
_JOINS = frozenset({"joined", "joins"})
_US = frozenset({"us", "me", "them"})
_GREETED = frozenset("hello hi goodbye bye goodnight".split())  # before "to"
_GREETS = frozenset("said says shouted whispered called".split())
_WAVES = frozenset("waved waves smiled smiles nodded nods winked winks".split())
_AT = frozenset({"to", "at"})
_MOVED = frozenset("ran went walked cycled skipped hurried raced rushed limped jogged trudged".split())
_AND = frozenset({"and", "but", "because", "when", "while", "if", "so", "as", "then"})
_GOES_ON = frozenset("is was has had will who , . ! ? and".split())
_TOGETHER = frozenset("army band choir class club crew school squad team".split())
_JOIN_REACH = 5  # words after "joined" in which that is named
_TRAVELS = frozenset("came comes cycled cycles goes travels walked walks went".split())
_SCHOOL = frozenset("bed church college nursery school university".split())
_COMPARED = frozenset({"older", "younger", "taller", "shorter", "faster", "slower"})
_SO_MUCH = frozenset("a bit cm far little lot month months much six three two four five one year years".split())
_FROM = frozenset({"is", "was", "comes", "came"})
_AM = frozenset({"is", "am", "was", "'m", "'s"})
_SOMEBODY = frozenset({"i", "he", "she"})
_DASHES = frozenset({"-", "–", "—"})
_QUOTE_ENDS = frozenset({'"', "”", "’", "'"})
_SIGNED = frozenset({"signed", "present", "apologies", "attended", "by", "from"})
_WRITES = frozenset(  # "Observed by J. Fielding"
    "assessed checked completed compiled drawn noted observed painted photographed prepared recorded reported reviewed "
    "signed witnessed written".split()
)
_JOB = 4  # words of "(deputy head teacher"
_HAS = frozenset({"has", "had"})
_ARTICLES = frozenset({"a", "an"})
_OWNED = 5  # words of "has a little grey cat"
PETS = frozenset(
    "budgie canary cat dog goldfish guinea-pig gerbil hamster kitten parrot pony puppy rabbit tortoise".split()
)
_ENDS_OWNED = frozenset({"", ".", ",", "!", ";", "and", "but", "called", "named", "who", "that"})
_ASKED_FOR = frozenset({"who", "what", "how", "why", "where", "whom"})
_ASKING = frozenset("can could did do does might should would".split())
_ASKED = frozenset("ask feel say talk tell think".split())
_OWN = frozenset({"her", "his"})
_ME = frozenset("me him us them you".split())
_TO_DO = 2  # words of "(bring) in her"
_NOT_NOW = 3  # tokens of ", 18" at the end of a line


def is_shown(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """Whether what stands around a single word, which may be something else, shows a person."""
    word = fold(name.parts[0])
    given = name.kind in ("word", "eponym") or (name.kind == "place" and word in lexicon.given_places)
    if len(name.parts) > 1 or not given or word in lexicon.with_capital:
        return False
    after = tokens.word(name.last + 1)
    if _is_quoted(tokens, name) or _is_called_by_job(tokens, name, lexicon):
        return True
    if name.first in tokens.starts:
        lives = name.kind != "place" and tokens.word(name.last) in lexicon.living_verbs
        lives = lives or (name.kind != "place" and has_pet_or_kin(tokens, name.last, lexicon))
        lives = lives or (name.kind != "place" and tokens.word(name.last) in _MOVED and after == "home")
        lives = lives or (name.kind == "word" and _is_to_do(tokens, name, lexicon))
        return lives or _joins(tokens, name, lexicon) or _is_from(tokens, name)
    if _is_asked_about(tokens, name) or (name.kind != "place" and _is_greeted(tokens, name.first - 1)):
        return True
    return _is_rewarded(tokens, name) or _is_compared(tokens, name) or _joins(tokens, name, lexicon)


def _is_to_do(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "(Grace) to bring her coat."; not "Rose to meet her guests", "Piper to play his pipes"."""
    word = tokens.lower[name.first]
    if tokens.word(name.last) != "to" or word in lexicon.sentence_openers or word in lexicon.cue_words:
        return False
    verb, own = tokens.word(name.last + 1), tokens.lower[name.last + 2 : name.last + 2 + _TO_DO]
    return not _OWN.isdisjoint(own) and verb.isalpha() and not (verb in lexicon.determiners or verb in _ME)


def has_pet_or_kin(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(Faith) has a cat.", "(Pearl) had a twin sister, Ada"; not "Jersey has a bird sanctuary"."""
    if tokens.word(at) not in _HAS or tokens.word(at + 1) not in _ARTICLES:
        return False
    for noun in range(at + 2, at + _OWNED):
        word = tokens.word(noun)
        if word in PETS or word in lexicon.gender["kin"]:
            return tokens.word(noun + 1) in _ENDS_OWNED
        if not word.isalpha() or word in lexicon.not_between:
            return False
    return False


def _is_asked_about(tokens: Tokens, name: FoundName) -> bool:
    """ "Who could (Jade) talk to?", "How does (Joy) feel?"; not "What does Hope mean?"."""
    asks = tokens.word(name.first - 1) in _ASKING and tokens.word(name.first - 2) in _ASKED_FOR
    return asks and tokens.word(name.last) in _ASKED and "?" in tokens.lower[name.last :]


def _is_rewarded(tokens: Tokens, name: FoundName) -> bool:
    """ "Well done to (Holly)", "Thanks to (Pat)", "The prize goes to (Lewis)"; not "the train goes to Lewis"."""
    if tokens.word(name.first - 1) != "to" or tokens.title_case:
        return False
    earlier = tokens.word(name.first - 2)
    if earlier in _THANKED:
        return earlier != "done" or tokens.word(name.first - 3) == "well"
    prized = not _PRIZES.isdisjoint(tokens.lower[max(0, name.first - _PRIZE_BACK) : name.first])
    return earlier in _GOES and prized


def _is_called_by_job(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "(Kerry) the cook laughed", "asked (Rose) the vet."; not "In Kerry the cook laughed", "Hope the vet is well"."""
    noun = name.last + 1
    if tokens.word(name.last) != "the" or tokens.word(noun) not in lexicon.cue_words:
        return False
    before, opens = tokens.word(name.first - 1), name.first in tokens.starts
    if (opens and tokens.lower[name.first] in lexicon.sentence_openers) or not is_person(tokens, noun, lexicon):
        return False
    led = opens or before in _AND or before in lexicon.addressing or before in lexicon.brings_speech
    verb = verb_after(tokens, noun + 1)
    return led and (verb in _GOES_ON or verb in lexicon.person_verbs or verb in lexicon.known_does)


def _is_greeted(tokens: Tokens, to: int) -> bool:
    """ "said hello to (Rose)", "waved at (Daisy)"."""
    if tokens.word(to) not in _AT or tokens.title_case:
        return False
    greets = tokens.word(to - 1) in _GREETED and tokens.word(to - 2) in _GREETS
    return (greets and tokens.word(to) == "to") or tokens.word(to - 1) in _WAVES


def _joins(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "(Ada) joined the choir", "(Ada) joined us as a trainee chef", "(Blessing) goes to school"."""
    at = name.last
    if tokens.word(at) in _JOINS:
        us = tokens.word(at + 1) in _US
        if tokens.word(at + 1 + us) == "as" and tokens.word(at + 2 + us) in _ARTICLES:
            return is_person(tokens, at + 3 + us, lexicon)
        return (us and name.kind != "place") or not _TOGETHER.isdisjoint(tokens.lower[at + 1 : at + _JOIN_REACH])
    return tokens.word(at) in _TRAVELS and tokens.word(at + 1) == "to" and tokens.word(at + 2) in _SCHOOL


def _is_from(tokens: Tokens, name: FoundName) -> bool:
    """ "(Lucia) is from Spain", where nothing but a place or a name could stand; "(Poppy) is taller than him"."""
    after, then = tokens.word(name.last + 1), tokens.word(name.last + 2)
    if tokens.word(name.last) not in _FROM:
        return False
    if name.kind == "place":
        return after == "from" and "".join(tokens.words[name.last + 2 : name.last + 3]).istitle()
    return after in _COMPARED and then == "than" and tokens.word(name.last + 3) in ("him", "her")


def _is_compared(tokens: Tokens, name: FoundName) -> bool:
    """ "She is five years older than (Fraser)"; not "The bridge is older than Florence"."""
    at = name.first - 2
    if tokens.word(at + 1) != "than" or tokens.word(at) not in _COMPARED:
        return False
    at -= 1
    while tokens.word(at) in _SO_MUCH or tokens.word(at).isdigit():
        at -= 1
    return tokens.word(at) in _AM and tokens.word(at - 1) in _SOMEBODY


def _is_quoted(tokens: Tokens, name: FoundName) -> bool:
    """ "“I love it.” — (Shannon)", "“I love it.” — (Shannon), 18": who said what stands before a dash."""
    if tokens.word(name.first - 1) not in _DASHES or tokens.word(name.first - 2) not in _QUOTE_ENDS:
        return False
    after = tokens.lower[name.last :]
    return not after or after == (".",) or (len(after) < _NOT_NOW and after[0] == "," and after[-1].isdigit())


def is_initialled(tokens: Tokens, at: int, end: int, lexicon: PeopleWords) -> bool:
    """ "(J. Fielding) said", "Observed by (J. Fielding)", "(J. Fielding), tutor", "(J. Fielding) (tutor)"."""
    before = tokens.word(at - 2)
    if tokens.word(at - 1) == ":" and (before in _SIGNED or before in lexicon.cue_words):
        return True
    if verb_after(tokens, end) in lexicon.mind_verbs or (tokens.word(at - 1) == "by" and before in _WRITES):
        return True
    if tokens.word(end) == ",":
        return is_person(tokens, end + 1, lexicon)
    if tokens.word(end) == "(":
        close = next((i for i in range(end + 1, min(end + 2 + _JOB, len(tokens.words))) if tokens.words[i] == ")"), end)
        return close > end and tokens.word(close - 1) in lexicon.cue_words
    return False
