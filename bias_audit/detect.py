"""From tokenised text to hits: literal forms, token patterns, and the checks on the sentences that need them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from .checks import BALANCED, CHECKS, CUES, LOOKING_BACK, SHAPES, WORTH_PARSING
from .checks.sentence import Parsed
from .entries import Entry, StrengthEntry
from .lexicon import Lexicon
from .matching import Finder, Match, apart, find, shielded
from .model import Document, Profile
from .phrases import find_phrases
from .pipeline import Pipeline
from .spots import Context, Hit
from .text import Sentence, Tokenised, count_words, parse, tokenise, words_of

LOOK_BACK = 2  # sentences before a parsed one that a check may need


def examine(
    document: Document,
    pipeline: Pipeline,
    profile: Profile,
    text: Tokenised | None = None,
    also: Iterable[Sentence] = (),
) -> tuple[Context, list[Hit]]:
    """The hits of a document, and what the guards look at to judge them.

    ``text``: the document's, where it is known. ``also``: the sentences to parse besides those that checks need; the
    parses are in the context.
    """
    text = text or tokenise(document.blocks, pipeline.nlp)
    found, homographs, balanced, parses = hits(text, pipeline, also)
    context = Context(
        text=text,
        lexicon=pipeline.lexicon,
        profile=profile,
        words=count_words(document),
        whole="\n".join(doc.text for doc in text.docs).lower(),
        homographs=homographs,
        balanced=balanced,
        parses=parses,
        hits_of=Counter(hit.entry.id for hit in found),
        topic=_topic(document),
    )
    return context, found


def _topic(document: Document) -> frozenset[str]:
    """The words of the name, the title and the first heading, and those that two headings or more have."""
    headings = [frozenset(_words(block.text)) for block in document.blocks if block.kind == "heading"]
    often = {word for word, number in Counter(word for words in headings for word in words).items() if number > 1}
    return frozenset(_words(f"{document.name} {document.title}")) | frozenset().union(*headings[:1]) | often


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def hits(
    text: Tokenised, pipeline: Pipeline, also: Iterable[Sentence] = ()
) -> tuple[list[Hit], dict[int, list[tuple[int, int]]], frozenset[str], dict[Sentence, Doc]]:
    """Every hit in reading order, by block the harmless senses (first and last token), the balanced checks, and parses.

    Sentences in ``also`` are parsed too, in the same batch.
    """
    found: list[Hit] = []
    entries = pipeline.lexicon.entries
    shields = [shielded(doc, pipeline.rules) for doc in text.docs]
    for block, doc in enumerate(text.docs):
        for match in matched_in(doc, entries, pipeline.rules, shields[block], pipeline.lexicon):
            sentence, entry = sentence_of(text, block, match.first), entries[match.entry]
            found.append(Hit(sentence, match.first, match.last, entry, match.loose))
    checked, balanced, parses = _checked(text, shields, pipeline, also)
    found += checked
    homographs = {
        block: [(first, last) for _, first, last in find_phrases(doc, pipeline.homographs)]
        for block, doc in enumerate(text.docs)
    }
    return sorted(found, key=lambda h: (h.sentence.block, h.first, h.last, h.entry.id)), homographs, balanced, parses


def matched_in(
    doc: Doc,
    entries: Sequence[Entry | StrengthEntry],
    finder: Finder,
    shields: Mapping[int, set[int]],
    lexicon: Lexicon,
) -> Iterator[Match]:
    """Matches in reading order, outside their entry's ``shields`` and near what it needs.

    A fixed form that lacks what it needs does not stand in the way of words that say it together.
    """
    holding = (
        match
        for match in find(doc, finder)
        if shields.get(match.entry, set()).isdisjoint(range(match.first, match.last))
        and _has_near(doc, match, entries[match.entry].near, lexicon)
    )
    kept = apart(holding, lambda match: match.entry)
    return iter(sorted(kept, key=lambda m: (m.first, m.last, m.entry)))


def _has_near(doc: Doc, match: Match, near: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word of one of the groups stands in the sentence beside a match; a loose one needs none."""
    if not near or match.loose:
        return True
    around = words_of(doc[match.first].sent, but=range(match.first, match.last))
    return any(around & lexicon.words[group] for group in near)


def sentence_of(text: Tokenised, block: int, token: int) -> Sentence:
    """The sentence that holds a token of a block."""
    sentences = text.sentences[block]
    return sentences[bisect_right(sentences, token, key=lambda s: s.last)]


def _checked(
    text: Tokenised, shields: Sequence[Mapping[int, set[int]]], pipeline: Pipeline, also: Iterable[Sentence]
) -> tuple[list[Hit], frozenset[str], dict[Sentence, Doc]]:
    """Run each check entry on the sentences that have one of its words; parse only those and a few before."""
    entries, checks = pipeline.lexicon.entries, pipeline.checks
    asked: dict[Sentence, list[int]] = {}
    for sentence in (s for block in text.sentences for s in block):
        words = words_of(text.docs[sentence.block][sentence.first : sentence.last])
        called = {index for word in words for index in checks.called_by.get(word, ())}
        if called := {index for index in called if _may_speak(text, sentence, words, index, pipeline)}:
            asked[sentence] = sorted(called)
    looked_back = {
        sentence: before
        for sentence, indices in asked.items()
        if (before := _looked_back(text, sentence, {entries[index].check for index in indices}, asked))
    }
    parses = parse(text, {*also, *asked, *(b for before in looked_back.values() for b in before)}, pipeline.nlp)
    found: list[Hit] = []
    seen: dict[str, list[Parsed]] = {name: [] for name in BALANCED}
    for sentence, indices in asked.items():
        earlier = tuple(parses[b] for b in looked_back.get(sentence, ()))
        parsed = Parsed(parses[sentence], earlier, pipeline.lexicon.words, pipeline.lexicon.shapes)
        for name in seen.keys() & {entries[index].check for index in indices}:
            seen[name].append(parsed)
        for index in indices:
            for span in CHECKS[entries[index].check](parsed, checks.about[index]):
                first, last = sentence.first + span.start, sentence.first + span.end
                if shields[sentence.block].get(index, set()).isdisjoint(range(first, last)):
                    found.append(Hit(sentence, first, last, entries[index]))
    called_out = {hit.entry.check for hit in found}
    return found, frozenset(name for name in seen.keys() & called_out if BALANCED[name](seen[name])), parses


def _looked_back(
    text: Tokenised, sentence: Sentence, checks: set[str], asked: Mapping[Sentence, object]
) -> tuple[Sentence, ...]:
    """The sentences before this one that its checks want to see."""
    before = _before(text, sentence)
    if "generic_pronoun" in checks:
        return before
    if not LOOKING_BACK.isdisjoint(checks):
        return before[-1:]
    return before[-1:] if "casting" in checks and before and before[-1] in asked else ()


def _may_speak(text: Tokenised, sentence: Sentence, words: set[str], index: int, pipeline: Pipeline) -> bool:
    """The sentence has what the entry's ``near`` and its check need, so that it is worth parsing."""
    entry, lexicon, doc = pipeline.lexicon.entries[index], pipeline.lexicon, text.docs[sentence.block]
    if any(lexicon.words[cue].isdisjoint(words) for cue in CUES.get(entry.check, ())):
        return False
    if entry.near and all(lexicon.words[group].isdisjoint(words) for group in entry.near):
        return False
    tokens, before = doc[sentence.first : sentence.last], _before(text, sentence)
    if shape := SHAPES.get(entry.check):
        first = before[-1].first if entry.check in LOOKING_BACK and before else sentence.first
        if not lexicon.shapes[shape].search(doc[first : sentence.last].text.lower()):
            return False
    if (worth := WORTH_PARSING.get(entry.check)) is None:
        return True
    earlier = doc[before[0].first if before else sentence.first : sentence.first]
    return worth(tokens, earlier, pipeline.checks.about[index], lexicon.words)


def _before(text: Tokenised, sentence: Sentence) -> tuple[Sentence, ...]:
    around = text.sentences[sentence.block]
    at = bisect_left(around, sentence.first, key=lambda s: s.first)
    return around[max(0, at - LOOK_BACK) : at]
