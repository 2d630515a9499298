"""Blocks become tokens and sentences by rule; only the sentences that need it are parsed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.language import Language
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc, Span, Token

from .blas import on_one_thread
from .model import Block, Document, Occurrence
from .stepped_parser import PARSER

# One character for one character, so that offsets hold.
_SAME_LENGTH = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "‑": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "İ": "I",  # the one letter whose lower case is longer
    }
)
BATCH = 64  # fixed, so that a report does not depend on how many files run
PARSER_BATCH = 256  # which the parser takes a quarter of at a time, by length
_WRITTEN: list[int | str] = ["ORTH", "SPACY"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``start:end`` of a block, tokens ``first:last`` of its doc."""

    block: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Tokenised:
    """A document's blocks as docs (tokens only) and their sentences, both by block index."""

    blocks: tuple[Block, ...]
    docs: tuple[Doc, ...]
    sentences: tuple[tuple[Sentence, ...], ...]

    def sentence_at(self, block: int, start: int) -> Sentence:
        """The sentence that holds character ``start`` of a block."""
        sentences = self.sentences[block]
        return sentences[min(bisect_right(sentences, start, key=lambda s: s.end), len(sentences) - 1)]


def normalise(text: str) -> str:
    """Straight quotes, plain hyphens and spaces; the same length as ``text``."""
    return text.translate(_SAME_LENGTH)


def tokens_of(texts: Iterable[str], nlp: Language) -> list[Doc]:
    """Each normalised text as tokens only."""
    return [nlp.make_doc(normalise(text)) for text in texts]


def hyphenated(token: Token) -> str:
    """The word that ends at ``token``, with what hyphens join to it: at "class", "working-class"."""
    word, doc, i = token.lower_, token.doc, token.i
    while i >= 2 and doc[i - 1].text == "-" and not (doc[i - 1].whitespace_ or doc[i - 2].whitespace_):
        i -= 2
        word = f"{doc[i].lower_}-{word}"
    return word


def words_of(tokens: Span, but: range = range(0)) -> set[str]:
    """The words of a stretch in lower case, hyphenated ones also whole; without those of the tokens in ``but``."""
    found = {t.lower_ for t in tokens if t.i not in but}
    if "-" in found:
        found |= {hyphenated(t) for t in tokens if t.i not in but}
    return found


def tokenise(blocks: Sequence[Block], nlp: Language) -> Tokenised:
    """Tokens and sentences of every block, without a model."""
    sentencizer = Sentencizer()
    docs = tuple(sentencizer(doc) for doc in tokens_of((b.text for b in blocks), nlp))
    return Tokenised(tuple(blocks), docs, tuple(_sentences(i, doc) for i, doc in enumerate(docs)))


def _sentences(block: int, doc: Doc) -> tuple[Sentence, ...]:
    return tuple(Sentence(block, s.start_char, s.end_char, s.start, s.end) for s in doc.sents if s.text.strip())


def count_words(document: Document) -> int:
    """Words in the document's blocks: runs between spaces that hold a letter or a digit."""
    return sum(any(c.isalnum() for c in word) for block in document.blocks for word in block.text.split())


def occurrence_at(text: Tokenised, block: int, start: int, end: int) -> Occurrence:
    """Characters ``start:end`` of a block as a place with its sentence."""
    whole, around = text.blocks[block], text.sentence_at(block, start)
    return Occurrence(
        block=block,
        start=start,
        end=end,
        text=whole.text[start:end],
        sentence=whole.text[around.start : max(around.end, end)],
        at=start - around.start,
        place=whole.place,
        audience=whole.audience,
    )


def parse(text: Tokenised, wanted: Iterable[Sentence], nlp: Language) -> dict[Sentence, Doc]:
    """The parse of each wanted sentence; token i of it is token ``first + i`` of the block's doc."""
    order = sorted(set(wanted), key=lambda s: (s.block, s.first))
    bare: list[Doc] = []
    same: dict[bytes, int] = {}  # a sentence that comes again is parsed once
    parse_of: list[int] = []
    for block, sentences in groupby(order, key=lambda s: s.block):
        written = text.docs[block].to_array(_WRITTEN)
        for sentence in sentences:
            rows = written[sentence.first : sentence.last]
            parse_of.append(same.setdefault(rows.tobytes(), len(bare)))
            if parse_of[-1] < len(bare):
                continue
            words, spaces = rows.T.tolist()  # words as spaCy's numbers for them
            bare.append(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[at == 0 for at in range(len(words))]))
    with on_one_thread():
        parses = list(nlp.pipe(bare, batch_size=BATCH, component_cfg={PARSER: {"batch_size": PARSER_BATCH}}))
    return {sentence: parses[index] for sentence, index in zip(order, parse_of, strict=True)}
