"""Scripts that spell who speaks in capitals, "PETRA: Is it?", and chats without any: "Jess: hiya, is it today?"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..name_context import Tokens
from ..speech.quotations import SAID_TO_THE_END, TALK
from ..speech.script_lines import colon_after_speaker, opens_speech
from ..words import PeopleWords, fold

_FEWEST = 3  # lines of a script
_FEWEST_WHO_CHAT = 2
_LETTERS = frozenset({"A", "B"})
_TO_YOU = frozenset("? you your hi hello thanks please sorry".split())
_CHATBOTS = frozenset("chatbot chatbots chatterbot chatterbots".split())  # "ALICE: I need only electricity."
_SPEAKS_UP = TALK - {"you", "u", "your", "ur", "please", "sorry"}  # "DRIVER: You need a licence." is for anybody
_OWNS = "'s"
_WORDS = 3  # of a name, with its title
_SAID = 2  # the token after a name and a colon


def spelled_as_names(blocks: Sequence[Tokens], lexicon: PeopleWords) -> list[Tokens]:
    """The blocks with "Petra" for "PETRA", "Cook" for "COOK" where several lines begin so, and not "AIM" or "NOTE".

    What is said in a chat begins with a capital: "Jess: Hiya".
    """
    blocks = _with_voices(_with_letters(_with_capitals(blocks, lexicon)))
    labels = [tokens.words[: _label(tokens, lexicon)] for tokens in blocks]
    if not _is_script(blocks, labels, lexicon):
        return list(blocks)
    spoken = frozenset(word for label in labels for word in label if len(word) > 1)
    return [_spelled(tokens, len(label), spoken) for tokens, label in zip(blocks, labels, strict=True)]


def _with_letters(blocks: Sequence[Tokens]) -> Sequence[Tokens]:
    """The blocks, in a dialogue of two without names as said by a letter each: "A: Hi, are you well?", "B: I am."

    Not the answers to choose from ("A: Yes.", "B: No."), nor questions and answers ("Q: …", "A: …").
    """
    lines = [b for b in blocks if b.word(1) == ":" and len(b.words) > _SAID and len(b.words[0]) == 1]
    if {b.words[0] for b in lines} != _LETTERS or not all(opens_speech(b.words[_SAID]) for b in lines):
        return blocks
    asked = [b.words[-1] == "?" for b in lines]
    talk = sum(not TALK.isdisjoint(b.lower[_SAID:]) for b in lines)
    if all(asked) or talk <= len(lines) / 2 or all(_TO_YOU.isdisjoint(b.lower) for b in lines):
        return blocks
    return [replace(b, lettered=True) if b.word(1) == ":" and b.words[0] in _LETTERS else b for b in blocks]


def _with_voices(blocks: Sequence[Tokens]) -> Sequence[Tokens]:
    """The blocks, in a play as said by a voice, whether a list knows it or not: "TROLL: Who is it?", "GOAT: It is I!".

    Not the fields of a form ("AGE: 12", "HOBBIES: I play chess."), of which none asks.
    """
    spoken = {at: tokens.words[:length] for at, tokens in enumerate(blocks) if (length := _in_capitals(tokens))}
    lines = [blocks[at] for at in spoken]
    play = len(set(spoken.values())) > 1 and all(map(_is_said, lines)) and any("?" in b.words for b in lines)
    return [replace(b, voiced=True) if at in spoken else b for at, b in enumerate(blocks)] if play else blocks


def _is_script(blocks: Sequence[Tokens], labels: Sequence[Sequence[str]], lexicon: PeopleWords) -> bool:
    """Whether a label comes again, or two people speak, one of whom has a sure name or most of whom say "I" or "!".

    Not what a program says.
    """
    times = Counter(label for label in labels if label)
    if times and any(not _CHATBOTS.isdisjoint(tokens.lower) for tokens in blocks):
        return False
    others = sum(b.voiced and not label for b, label in zip(blocks, labels, strict=True))
    if times and times.total() + others >= _FEWEST and max(times.values()) > 1:
        return True
    lines = [tokens for tokens, label in zip(blocks, labels, strict=True) if label]
    if len(times) < _FEWEST_WHO_CHAT or not all(map(_is_said, lines)):
        return False
    if any(fold(word) in lexicon.names for label in times for word in label):
        return True
    return sum(not _SPEAKS_UP.isdisjoint(tokens.lower) for tokens in lines) > len(lines) / 2


def _is_said(tokens: Tokens) -> bool:
    """ "ANNA: I am cold.", "BEN: Me too"; not "ANNA: 7 marks" or "BEN: tidies up."."""
    said = tokens.words[next(at for at, word in enumerate(tokens.words) if word in (":", "):")) + 1 :]
    if not said:
        return False
    talks = not TALK.isdisjoint(tokens.lower) or said[-1] in SAID_TO_THE_END or said[-1] == ")"
    return talks and opens_speech(said[0])


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

    How it is said may stand between: "PETRA (crossly): Is it?". There may be several of a kind: "CHILD 2: Me!".
    """
    length = _in_capitals(tokens)
    words = tokens.lower[: length - tokens.words[length - 1].isdigit()] if length else ()
    if not words:
        return 0
    named = _may_be_name(words[0], lexicon) or words[0] in lexicon.gender["titles"] or words[-1] in lexicon.cue_words
    named = named or (words[0] in lexicon.cue_words and _may_be_name(words[-1], lexicon))  # "FARMER GILES:"
    return length if named else 0


def _in_capitals(tokens: Tokens) -> int:
    """How many words in capitals, and a number, stand before the colon of a line; 0 if it begins otherwise."""
    if not tokens.words or not tokens.words[0].isupper():
        return 0
    length = next((at for at, word in enumerate(tokens.lower[: _WORDS + 1]) if word in (":", "(")), 0)
    if not length or colon_after_speaker(tokens.lower[length:]) is None:
        return 0
    words = tokens.words[: length - tokens.words[length - 1].isdigit()]
    alone = all((word.isalpha() and len(word) > 1 and word.isupper()) or word.lower() == _OWNS for word in words)
    return length if words and alone else 0


def _may_be_name(word: str, lexicon: PeopleWords) -> bool:
    return fold(word) in lexicon.names or fold(word) in lexicon.wordlike


def _spelled(tokens: Tokens, length: int, spoken: frozenset[str]) -> Tokens:
    """A block of a script with who speaks as names are spelled, in the label of a line and wherever else.

    "HAMID comes in." is "Hamid comes in."; the heading "THE MARK SCHEME" stays so.
    """
    if not length and spoken.isdisjoint(tokens.words):
        return tokens
    shouted = [len(word) > 1 and word.isupper() and word not in spoken for word in tokens.words]
    words = [
        word.capitalize() if at < length or (word in spoken and not any(shouted[max(0, at - 1) : at + 2])) else word
        for at, word in enumerate(tokens.words)
    ]
    return replace(tokens, words=tuple(words))
