"""People who have a number or a letter for a name: "Student 1: Sorry!", "Speaker 2 says that she is from Iraq"."""

import re

from ..cue import Cue
from ..name_context import Tokens
from ..parses.parse import Parse
from ..speech.script_lines import colon_after_speaker, opens_speech
from ..words import PeopleWords

_LABEL = re.compile(r"[1-9]\d?|[A-HJ-Z]")  # "I" is somebody else
_TELLS = frozenset({"VBZ", "VBD"})
_PAIR = 2  # tokens of "Student 1"
_LED = 2  # tokens of "First witch"
_ASIDE = 8  # tokens
_OF_GAMES = frozenset("player opponent user".split())  # "Player 1 rolls": anybody who plays


def has_number(tokens: Tokens, at: int) -> bool:
    """ "Student 1", "Learner A" with something after it."""
    words = tokens.words
    labelled = at + _PAIR < len(words) and words[at].istitle() and _LABEL.fullmatch(words[at + 1])
    return bool(labelled) and tokens.spaced[at]


def numbered(tokens: Tokens, at: int, parse: Parse, lexicon: PeopleWords) -> Cue | None:
    """The person whom a noun with a number or a letter labels: who speaks in a script, or of whom a verb tells.

    "Student 1: Sorry I'm late.", "Learner A (Abdi) is a farmer"; not "Student 1" in a table and not "Teacher 4 all".
    """
    words, word = tokens.words, tokens.lower[at]
    if not has_number(tokens, at):
        return None
    people = (lexicon.roles, lexicon.others, lexicon.people_in_general, lexicon.maybe_roles)
    if not any(word in some for some in people):
        return None
    after = at + _PAIR
    speaks = at == 0 and words[after] == ":" and after + 1 < len(words) and words[after + 1][0].isupper()
    if words[after] == "(" and ")" in words[after:]:
        after = words.index(")", after) + 1
    if words[after] == "," and "," in words[after + 1 : after + _ASIDE]:  # "Client B, a retired cook, is 80."
        after = words.index(",", after + 1) + 1
    tells = at in tokens.starts and after < len(words) and parse.tags[after] in _TELLS and words[after].islower()
    if not speaks and not (tells and word not in _OF_GAMES):
        return None
    role = word if word in lexicon.roles and word not in lexicon.no_roles else ""
    said = lexicon.gender["nouns"].get(word, "not stated")
    return Cue(at, at + _PAIR, "role", f"{word} {tokens.lower[at + 1]}", (said,), role=role)


def led(tokens: Tokens, at: int, lexicon: PeopleWords) -> Cue | None:
    """One of several who speak in a script, by what comes before: "First witch: …", "Small girl (crying): …".

    Not "First aider: …", which is a job, nor "Young person", who speaks of nothing.
    """
    words, word = tokens.words, tokens.lower[at]
    if at != 1 or tokens.lower[0] not in lexicon.speaker_leads or not words[0][0].isupper():
        return None
    colon = colon_after_speaker(words[_LED:])
    if colon is None or _LED + colon + 1 >= len(words) or not opens_speech(words[_LED + colon + 1]):
        return None
    people = (lexicon.roles, lexicon.others, lexicon.people_in_general, lexicon.maybe_roles, lexicon.gender["nouns"])
    whole = f"{tokens.lower[0]} {word}"
    if not any(word in some for some in people) or any(whole in some for some in people):
        return None
    role = word if word in (lexicon.roles | lexicon.maybe_roles) and word not in lexicon.no_roles else ""
    return Cue(0, _LED, "role", whole, (lexicon.gender["nouns"].get(word, "not stated"),), role=role)
