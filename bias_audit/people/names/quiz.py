"""Names among the answers to choose from: "Who first wrote the laws of motion? a) Maxwell b) Newton c) Einstein"."""

from collections.abc import Iterator, Sequence

from ..figures.public_figures import known_by_surname
from ..name_context import FoundName, Tokens, is_initial, is_name_shaped, kind_of
from ..words import PeopleWords, fold

_WHO = frozenset({"who", "whose", "whom"})
_WHICH = frozenset({"which", "what"})
_NOUN_BY = 3  # words of "Which famous Scottish inventor"
_CHOICES = 6  # blocks that may hold the answers to one question
_FEWEST = 2  # answers that have to be names of people by what the lists say
_LONGEST = 3  # words of an answer
_CLOSES = frozenset({")", ".", ":"})


def asked_for(blocks: Sequence[Tokens], lexicon: PeopleWords) -> Iterator[tuple[int, FoundName]]:
    """The names among the answers to each question that asks for somebody, with their blocks."""
    for b, tokens in enumerate(blocks):
        if "?" not in tokens.lower:
            continue
        for at in (i for i, word in enumerate(tokens.lower) if word == "?"):
            if not _asks_who(tokens, at, lexicon):
                continue
            answers = [(b, name) for name in _answers(tokens, at + 1)]
            labelled = len(answers) > 1
            if at + 1 == len(tokens.words):
                for after in range(b + 1, min(b + 1 + _CHOICES, len(blocks))):
                    more = _answers(blocks[after], 0, labelled=False)
                    if not more:
                        break
                    answers += [(after, name) for name in more]
            people = [(block, name) for block, name in answers if _is_person(name, lexicon)]
            if labelled or len(people) >= _FEWEST:
                yield from people


def _asks_who(tokens: Tokens, mark: int, lexicon: PeopleWords) -> bool:
    """Whether the question that ends there asks for somebody: "Who …?", "Which Scottish inventor …?"."""
    starts = [at for at in tokens.starts if at < mark]
    first = max(starts, default=0)
    if tokens.word(first) in _WHO:
        return True
    near = range(first + 1, first + 1 + _NOUN_BY)
    return tokens.word(first) in _WHICH and any(
        tokens.word(at) in lexicon.roles or tokens.word(at) in lexicon.others or tokens.word(at) in ("man", "woman")
        for at in near
    )


def _answers(tokens: Tokens, first: int, *, labelled: bool = True) -> list[FoundName]:
    """The answers from there to the end of the block, [] where there is anything but names after labels."""
    found: list[FoundName] = []
    at = first
    while at < len(tokens.words):
        begins = _after_label(tokens, at)
        if begins == at and (labelled or found):
            return found
        end = begins
        while end < len(tokens.words) and (is_name_shaped(tokens.words[end]) or _is_inside(tokens, end)):
            end += 1
        parts = tuple(word for word in tokens.words[begins:end] if is_name_shaped(word))
        closed = end == len(tokens.words) or _after_label(tokens, end) > end
        if not parts or len(parts) > _LONGEST or not closed:
            return found if labelled else []
        found.append(FoundName(begins, end, parts))
        at = end
    return found


def _is_inside(tokens: Tokens, at: int) -> bool:
    """The J. of "J. Maxwell", not the B. of "A. Curie B. Faraday"."""
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return is_initial(tokens, at) and is_name_shaped(after) and _after_label(tokens, at) == at


def _after_label(tokens: Tokens, at: int) -> int:
    """Where the answer begins whose label is there: "a)", "(b)", "C.", "4."; the same token where there is none."""
    begins = at + (tokens.word(at) == "(")
    word = tokens.word(begins)
    if len(word.rstrip(".")) != 1 or not word.rstrip(".").isalnum():
        return at
    if word.endswith("."):
        return begins + 1
    return begins + 2 if tokens.word(begins + 1) in _CLOSES else at


def _is_person(name: FoundName, lexicon: PeopleWords) -> bool:
    word = fold(name.parts[-1])
    return word in known_by_surname() or kind_of(word, lexicon) in ("plain", "eponym", "word")
