"""People who have a number or a letter for a name: "Student 1: Sorry!", "Speaker 2 says that she is from Iraq"."""

import re

from .cues import Cue
from .grammar import Parse
from .name_context import Tokens
from .people_lexicon import PeopleWords

_LABEL = re.compile(r"[1-9]\d?|[A-HJ-Z]")  # "I" is somebody else
_TELLS = frozenset({"VBZ", "VBD"})
_PAIR = 2  # tokens of "Student 1"
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
