"""What stands around a word that may be a name: enough to tell a person from a law, a street or a unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.strings import StringStore

from .people_lexicon import PeopleWords, fold
from .text import Tokenised

_MIXED_CASE = re.compile(r"(?:Mc|Mac|Nic|O'|D'|De|Le|La|Fitz|N')[A-ZÀ-Þ][a-zß-ÿ]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_AGE = re.compile(r"[1-9]\d?")
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", ";", '"', ")"})
_QUOTE_ENDS = frozenset({'"', "”", "’", "'"})
_WHOSE = frozenset("my your his her our their 's".split())
_OF_THEM = frozenset({"them", "us", "whom"})
_WRITTEN: list[int | str] = ["ORTH", "SPACY"]
_GIVEN = 6  # words between what is given and to whom
_TITLE_CASE = 0.7  # share of capitalised longer words from which a block is in title case
_BESIDE = 4  # words of "a full-time dad"
_ENDS_BESIDE = frozenset({",", ".", ";", ")", "from", "of", "who", "in", "at", "with", "on", ""})
ARTICLES = frozenset({"the", "a", "an", "this", "each", "every", "any"})
_BESIDE_BY = frozenset({"a", "an", "the", "our", "my"})
_NICKNAMES = frozenset("big wee old young little auld poor dear".split())  # "Wee Davie"
_LABELS_BY = frozenset({":", "–", "—"})
_LABEL_OPENS = frozenset({"", "(", ".", ";", "•", "-", "–", "—"})
_LABEL_ENDS = frozenset({"", ".", ";", ")", "("})


@dataclass(frozen=True, slots=True)
class Tokens:
    """A block's tokens as words. ``starts`` are the first tokens of its sentences and quotations."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    spaced: tuple[bool, ...]  # a space follows
    starts: frozenset[int]
    title_case: bool
    capitals: tuple[int, ...]  # the tokens that begin with a capital

    def word(self, index: int) -> str:
        """The lower-case word there, "" outside the block."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


@dataclass(frozen=True, slots=True)
class FoundName:
    """Tokens ``first:last`` name someone. ``kind`` says why a single word may be no name after all."""

    first: int
    last: int
    parts: tuple[str, ...]  # the name's words without its title and initials
    title: str = ""  # "mrs", or the family word of "Uncle Tam"
    kind: str = "plain"  # plain, word, eponym, place, hardly; "family" for a surname known from elsewhere
    sure: bool = True
    thing: bool = False  # the document gives it to a thing or an animal


def read_tokens(text: Tokenised, block: int, lexicon: PeopleWords) -> Tokens:
    """The words of a block."""
    doc = text.docs[block]
    strings = doc.vocab.strings
    numbers, spaces = doc.to_array(_WRITTEN).T.tolist()  # a spaCy token for each costs more
    spelled = [_SPELLED.get(number) or _spell(number, strings) for number in numbers]
    words = tuple([word for word, _, _ in spelled])
    starts = set()
    for sentence in text.sentences[block]:
        at = sentence.first
        while at < sentence.last - 1 and not words[at][0].isalnum():
            at += 1
        starts.add(at)
    if ":" in words or '"' in words:
        starts |= {i + 1 for i, w in enumerate(words) if w in (":", '"') and i + 1 < len(words)}
    lower = tuple([low for _, low, _ in spelled])
    spaced = tuple([space == 1 for space in spaces])
    capitals = tuple([i for i, (_, _, capital) in enumerate(spelled) if capital])
    return Tokens(words, lower, spaced, frozenset(starts), _is_title_case(words, lexicon), capitals)


_SPELLED: dict[int, tuple[str, str, bool]] = {}  # by spaCy's number, which stands for the same word everywhere


def _spell(number: int, strings: StringStore) -> tuple[str, str, bool]:
    """A word, its lower case, and whether it begins with a capital: words come again and again."""
    word = strings[number]
    return _SPELLED.setdefault(number, (word, word.lower(), word[0].isupper()))


def _is_title_case(words: Sequence[str], lexicon: PeopleWords) -> bool:
    if not words or words[-1] in _SENTENCE_ENDS:
        return False
    long = [w for w in words if len(w) > 3 and w.isalpha() and fold(w) not in lexicon.names]
    return len(long) >= 4 and sum(w[0].isupper() for w in long) >= _TITLE_CASE * len(long)


def is_name_shaped(word: str) -> bool:
    """Whether a word is spelled as a name is: Priya, O'Neill, McLeod; not NASA, iPad or X."""
    return (
        len(word) > 1
        and word[0].isupper()
        and ((word[1:].islower() and word.isalpha()) or bool(_MIXED_CASE.fullmatch(word)))
    )


def is_initial(tokens: Tokens, at: int) -> bool:
    """Whether the token is one capital letter, with or without a stop."""
    word = tokens.words[at].rstrip(".") if at < len(tokens.words) else ""
    return len(word) == 1 and word.isupper()


_JUNIOR = frozenset({"jr", "jnr"})
_FIRM = frozenset({"Sons", "Brothers"})  # "Charles Scribner's Sons"


def is_thing(tokens: Tokens, at: int, end: int, parts: tuple[str, ...], lexicon: PeopleWords, *, titled: bool) -> bool:
    """Whether what looks like a name is part of the name of a law, a unit, a street or a source."""
    return (
        _ends_as_thing(tokens, end, parts, lexicon, titled=titled)
        or _is_inside_word(tokens, at, end)
        or _is_eponym(tokens, end, lexicon)
        or (len(parts) == 1 and not titled and _is_brand(tokens, end, lexicon))
        or (_before(tokens, at).rstrip(".") in lexicon.thing_before and tokens.words[at - 1][0].isupper())
        or " ".join(parts).lower() in lexicon.not_names
        or " ".join((_before(tokens, at), *parts)).lower() in lexicon.not_names
        or (len(parts) > 1 and parts[0].lower() in lexicon.thing_before and _before(tokens, at) in lexicon.place_leads)
        or (tokens.word(end) == "et" and tokens.word(end + 1).startswith("al"))
        or (not titled and len(parts) == 1 and _is_no_first_mention(tokens, at, end, lexicon))
    )


def _before(tokens: Tokens, at: int) -> str:
    return "" if at in tokens.starts else tokens.word(at - 1)


def _ends_as_thing(tokens: Tokens, end: int, parts: tuple[str, ...], lexicon: PeopleWords, *, titled: bool) -> bool:
    """ "Drew University", "James Watt Street", "Sloan Survey", "the Pauli principle"."""
    person_follows = titled or verb_after(tokens, end) in lexicon.person_verbs
    for at, part in enumerate(map(str.lower, parts)):
        thing = at and (part in lexicon.thing_names or part in lexicon.thing_words)
        if thing and not (at == len(parts) - 1 and person_follows):
            return True
    end += tokens.word(end).rstrip(".") in _JUNIOR
    after = tokens.word(end)
    if after == "'s" and "".join(tokens.words[end + 1 : end + 2]) in _FIRM:
        return True
    if after in lexicon.law_words or after in lexicon.thing_words:
        return True
    if end >= len(tokens.words) or end in tokens.starts:
        return False
    if after in lexicon.thing_names and (after == "&" or tokens.words[end][0].isupper()):
        return True
    return not tokens.title_case and is_name_shaped(tokens.words[end])  # an ordinary word with a capital


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
    while noun < end + 4 and tokens.word(noun) in lexicon.law_between:
        noun += 1
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


def _is_no_first_mention(tokens: Tokens, at: int, end: int, lexicon: PeopleWords) -> bool:
    """For one word: "the Newton", "Moby Dick", "(Smith, 2011)", "Patel, R."."""
    before, after = _before(tokens, at), tokens.word(end)
    if before in ARTICLES:
        return True
    within = before.isalpha() and tokens.words[at - 1][0].isupper() and at - 1 not in tokens.starts
    ordinary = before in lexicon.not_in_name or before in lexicon.cue_words or before in _NICKNAMES
    if within and not ordinary and not tokens.title_case:
        return True
    if after == "," and is_initial(tokens, end + 1) and tokens.words[end + 1].endswith("."):
        return True
    cited = after in ("(", ",") and _YEAR.fullmatch(tokens.word(end + 1))
    return bool(cited and tokens.word(end + 2) in (")", ",", ";", ":", ""))


def verb_after(tokens: Tokens, at: int) -> str:
    """The word there, or the one after an adverb."""
    word = tokens.word(at)
    return tokens.word(at + 1) if word.endswith("ly") or word in ("also", "then", "now", "never", "always") else word


def _is_spoken_to_or_speaks(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "asked Florence to read", "gave the key to Hope", "…," said Poppy."""
    if name.kind == "place" and fold(name.parts[0]) not in lexicon.given_places:
        return False
    before, earlier = tokens.word(name.first - 1), tokens.word(name.first - 2)
    if before in lexicon.addressing and tokens.word(name.last) in lexicon.goes_on:
        return True
    if before == "to" and name.kind == "word" and not tokens.title_case:
        return any(tokens.word(at) in lexicon.gives for at in range(name.first - _GIVEN, name.first - 1))
    if before in _QUOTE_ENDS and verb_after(tokens, name.last) in lexicon.brings_speech:
        return True
    return before in lexicon.brings_speech and earlier in _QUOTE_ENDS


def _is_told_more(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Kai, who plays chess", "River (they/them)", "Grace, 19, sings"."""
    after, then = tokens.word(name.last), tokens.word(name.last + 1)
    if after == "(" and tokens.word(name.last + 2) == "/":
        return then in lexicon.gender["pronouns"] or then == "they"
    if after in (",", "(") and _AGE.fullmatch(then) and tokens.word(name.last + 2) in (",", ")"):
        return True  # "Grace, 19, …"
    if name.kind == "place" and (
        fold(name.parts[0]) not in lexicon.given_places or tokens.word(name.first - 1) in lexicon.place_leads
    ):
        return after == "," and then in ("who", "whose")
    return after == "," and (then in ("who", "whose") or is_beside_noun(tokens, name.last, lexicon))


def is_beside_noun(tokens: Tokens, comma: int, lexicon: PeopleWords) -> bool:
    """ "Lewis, a full-time dad, asks": whether a noun for one person stands beside what is before a comma."""
    if tokens.word(comma) != "," or tokens.word(comma + 1) not in _BESIDE_BY:
        return False
    for at in range(comma + 2, min(comma + 2 + _BESIDE, len(tokens.words))):
        if tokens.word(at + 1) in _ENDS_BESIDE:
            noun = tokens.words[at]
            return noun.islower() and noun in lexicon.cue_words and noun not in lexicon.maybe_roles
        if not (tokens.word(at).isalpha() or tokens.word(at) == "-"):
            return False
    return False


def _is_of_noun(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Her neighbour Frank", "my sister Hope", "his wife, Florence, sings"."""
    beside = tokens.word(name.first - 1) == "," and tokens.word(name.last) in (",", ".")
    at = name.first - 1 - beside
    noun, whose = tokens.words[at], tokens.word(at - 1)
    if beside and noun in _OF_THEM and whose == "of":
        return True  # "one of them, Fraser, …"
    job = not beside and whose == "the" and (noun in lexicon.roles or noun in lexicon.others)
    return noun in lexicon.cue_words and noun.islower() and (whose in _WHOSE or job)


def _is_labelled(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Timekeeper: Iona.", "Helper on Mondays: Grace.": a job or part, and who has it."""
    if tokens.word(name.first - 1) not in _LABELS_BY or tokens.word(name.last) not in _LABEL_ENDS:
        return False
    return any(
        tokens.word(at) in lexicon.cue_words and {tokens.word(at - 1), tokens.word(at - 2)} & _LABEL_OPENS
        for at in range(name.first - 2, name.first - 5, -1)
    )


def stands_alone(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """Whether the words around a name show that it is a person's."""
    verb, starts = verb_after(tokens, name.last), name.first in tokens.starts
    before, after = tokens.word(name.first - 1), tokens.word(name.last)
    acts = verb in lexicon.person_verbs
    if name.kind == "plain":
        return len(name.parts) > 1 or not (before in _QUOTE_ENDS and after in _QUOTE_ENDS)
    if name.kind != "hardly" and _is_labelled(tokens, name, lexicon):
        return True
    if name.kind != "hardly" and not starts and _is_spoken_to_or_speaks(tokens, name, lexicon):
        return True
    given = name.kind in ("word", "eponym") or fold(name.parts[0]) in lexicon.given_places
    if given and not starts and _is_of_noun(tokens, name, lexicon):
        return True
    if name.kind not in ("hardly", "plain") and _is_told_more(tokens, name, lexicon):
        return True
    if len(name.parts) > 1:
        if name.kind == "hardly":
            return acts and not starts
        given = name.kind == "plain" and (starts or before not in lexicon.place_leads)  # "Jo Fraser, whose …"
        if name.kind == "place" or (not given and any(fold(part) in lexicon.places for part in name.parts[1:])):
            return acts or _is_listed(tokens, name, lexicon)
        is_whole_block = name.first == 0 and name.last >= len(tokens.words) - 1
        return not tokens.title_case and not is_whole_block
    if name.kind == "word":
        owns = after == "'s" and tokens.word(name.last + 1) in lexicon.owned
        led = before in lexicon.person_leads and not starts
        mild = starts and tokens.lower[name.first] in lexicon.sentence_openers
        return owns or led or (verb in lexicon.mind_verbs if mild else acts)
    return verb in lexicon.mind_verbs


def _is_listed(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Iona Reid – recorder": a line that says what somebody is."""
    dash = tokens.word(name.last) in ("-", "–", "—") and tokens.spaced[name.last - 1]
    return name.first == 0 and dash and tokens.lower[-1] in lexicon.cue_words and tokens.words[-1].islower()
