"""The parses of a block's sentences as one, with the block's own token numbers, mended where they cannot be grammar."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from ...text import Sentence, Tokenised
from .beside import put_beside
from .calling import mend_calls
from .misread import mend
from .parse import Draft, Parse

_READ: list[int | str] = ["TAG", "DEP", "HEAD"]
_HASH = (1 << 64) - 1  # spaCy's hashes have no sign


@cache
def _spelled(number: int, vocab: Vocab) -> str:
    """The tag or relation for which spaCy's number stands: there are some hundred."""
    return vocab.strings[number & _HASH]


def read_parse(
    text: Tokenised,
    block: int,
    words: tuple[str, ...],
    parses: Mapping[Sentence, Doc],
    people: frozenset[str] = frozenset(),
) -> Parse:
    """The parses of a block's sentences, with the block's own token numbers.

    ``words``: the block's, lower case. ``people``: those that are somebody.
    """
    size = len(words)
    read = [(s, doc) for s in text.sentences[block] if (doc := parses.get(s)) is not None]
    if not read:
        return Parse(words, ("",) * size, ("",) * size, tuple(range(size)), {})
    tags, deps, heads = [""] * size, [""] * size, list(range(size))
    kids: dict[int, list[int]] = {}
    for sentence, doc in read:
        # one array for all tokens: a spaCy token for each costs more than all the rest of this function
        rows = doc.to_array(_READ).astype("int64").tolist()
        for at, (tag, dep, away) in enumerate(rows, sentence.first):
            tags[at], deps[at], heads[at] = _spelled(tag, doc.vocab), _spelled(dep, doc.vocab), at + away
            if away:
                kids.setdefault(at + away, []).append(at)
    draft = Draft(words, tags, deps, heads, kids)
    mend(draft, people)
    put_beside(draft, people)
    mend_calls(draft, people)
    return Parse(words, tuple(tags), tuple(deps), tuple(heads), kids)
