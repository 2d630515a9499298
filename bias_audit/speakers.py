"""Scripts that spell who speaks in capitals, "PETRA: Is it?", and chats without any: "Jess: hiya, is it today?"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .name_context import Tokens
from .people_lexicon import PeopleWords, fold
from .script_lines import TALK, colon_after_speaker

_FEWEST = 3  # lines of a script
_FEWEST_WHO_CHAT = 2
_WORDS = 3  # of a name, with its title
_SAID = 2  # the token after a name and a colon


def spelled_as_names(blocks: Sequence[Tokens], lexicon: PeopleWords) -> list[Tokens]:
    """The blocks with "Petra" for "PETRA", "Cook" for "COOK" where several lines begin so, and not "AIM" or "NOTE".

    What is said in a chat begins with a capital: "Jess: Hiya".
    """
    blocks = _with_capitals(blocks, lexicon)
    labels = [_label(tokens, lexicon) for tokens in blocks]
    times = Counter(tokens.words[0] for tokens, length in zip(blocks, labels, strict=True) if length)
    if times.total() < _FEWEST or max(times.values()) == 1:
        return list(blocks)
    return [_spelled(tokens, length) if length else tokens for tokens, length in zip(blocks, labels, strict=True)]


def _with_capitals(blocks: Sequence[Tokens], lexicon: PeopleWords) -> Sequence[Tokens]:
    """The blocks, in a chat with a capital where a line opens; not "Tom: plays the guitar", which tells of Tom."""
    lines = {at for at, tokens in enumerate(blocks) if _is_named_line(tokens, lexicon)}
    small = {at for at in lines if blocks[at].words[_SAID].islower()}
    talk = sum(not TALK.isdisjoint(blocks[at].lower[_SAID:]) for at in small)
    if len({blocks[at].words[0] for at in lines}) < _FEWEST_WHO_CHAT or talk <= len(small) / 2:
        return blocks
    return [_said_aloud(tokens) if at in small else tokens for at, tokens in enumerate(blocks)]


def _is_named_line(tokens: Tokens, lexicon: PeopleWords) -> bool:
    if tokens.word(1) != ":" or len(tokens.words) <= _SAID or not tokens.words[0].istitle():
        return False
    return fold(tokens.words[0]) in lexicon.names


def _said_aloud(tokens: Tokens) -> Tokens:
    words = list(tokens.words)
    words[_SAID] = words[_SAID].capitalize()
    return replace(tokens, words=tuple(words))


def _label(tokens: Tokens, lexicon: PeopleWords) -> int:
    """How many words of a name or a job in capitals stand before the colon of a line; 0 if it begins otherwise.

    How it is said may stand between: "PETRA (crossly): Is it?".
    """
    length = next((at for at, word in enumerate(tokens.lower[: _WORDS + 1]) if word in (":", "(")), 0)
    if not length or not tokens.words[0].isupper() or colon_after_speaker(tokens.lower[length:]) is None:
        return 0
    first = fold(tokens.words[0])
    named = first in lexicon.names or first in lexicon.wordlike or tokens.lower[0] in lexicon.gender["titles"]
    named = named or tokens.lower[length - 1] in lexicon.cue_words  # "COOK:"
    return length if named and all(w.isupper() and w.isalpha() and len(w) > 1 for w in tokens.words[:length]) else 0


def _spelled(tokens: Tokens, length: int) -> Tokens:
    return replace(tokens, words=(*(word.capitalize() for word in tokens.words[:length]), *tokens.words[length:]))
