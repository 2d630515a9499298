"""From tokenised text to hits: literal forms, token patterns, and the checks on the sentences that need them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from .checks import CHECKS
from .checks.sentence import Parsed
from .entries import Entry, StrengthEntry
from .guards import Context, Hit
from .matching import Finder, Shields, find, shielded
from .model import Document, Profile
from .pipeline import Pipeline
from .text import Sentence, Tokenised, count_words, hyphenated, parse, tokenise

LOOK_BACK = 2  # sentences before a parsed one that a check may need


def examine(document: Document, pipeline: Pipeline, profile: Profile) -> tuple[Context, list[Hit]]:
    """The hits of a document, and what the guards look at to judge them."""
    text = tokenise(document.blocks, pipeline.nlp)
    found, homographs = hits(text, pipeline)
    context = Context(
        text=text,
        lexicon=pipeline.lexicon,
        profile=profile,
        words=count_words(document),
        whole="\n".join(doc.text for doc in text.docs).lower(),
        homographs=homographs,
        hits_of=Counter(hit.entry.id for hit in found),
        topic=_topic(document),
    )
    return context, found


def _topic(document: Document) -> frozenset[str]:
    heading = next((block.text for block in document.blocks if block.kind == "heading"), "")
    return frozenset(re.findall(r"[^\W_]+", f"{document.name} {document.title} {heading}".lower()))


def hits(text: Tokenised, pipeline: Pipeline) -> tuple[list[Hit], dict[int, list[tuple[int, int]]]]:
    """Every hit in reading order, and by block the harmless senses (first and last token)."""
    found: list[Hit] = []
    homographs: dict[int, list[tuple[int, int]]] = {}
    entries = pipeline.lexicon.entries
    for block, doc in enumerate(text.docs):
        matched, homographs[block] = matched_in(doc, entries, pipeline.rules, pipeline.rule_shields, pipeline)
        found += [Hit(sentence_of(text, block, first), first, last, entries[m]) for m, first, last in matched]
    found += _checked(text, pipeline)
    return sorted(found, key=lambda h: (h.sentence.block, h.first, h.last, h.entry.id)), homographs


def matched_in(
    doc: Doc, entries: Sequence[Entry | StrengthEntry], finder: Finder, shields: Shields, pipeline: Pipeline
) -> tuple[list[tuple[int, int, int]], list[tuple[int, int]]]:
    """Matches outside their entry's shields and near what it needs, and the doc's harmless senses."""
    by_entry, shared = shielded(doc, shields)
    kept = []
    for match in find(doc, finder):
        tokens = range(match.first, match.last)
        if not by_entry[match.entry].isdisjoint(tokens):
            continue
        if near := entries[match.entry].near:
            sentence = _bounds(doc, match.first)
            others = [t for t in doc[sentence[0] : sentence[1]] if t.i not in tokens]
            around = {word for t in others for word in (t.lower_, hyphenated(t))}
            if not any(around & pipeline.lexicon.words[group] for group in near):
                continue
        kept.append((match.entry, match.first, match.last))
    return kept, shared


def _bounds(doc: Doc, token: int) -> tuple[int, int]:
    sentence = doc[token].sent
    return sentence.start, sentence.end


def sentence_of(text: Tokenised, block: int, token: int) -> Sentence:
    """The sentence that holds a token of a block."""
    sentences = text.sentences[block]
    return sentences[bisect_right(sentences, token, key=lambda s: s.last)]


def _checked(text: Tokenised, pipeline: Pipeline) -> list[Hit]:
    """Run each check entry on the sentences that have one of its words; parse only those and a few before."""
    words = pipeline.lexicon.words
    checks = [(e, frozenset().union(*(words[g] for g in e.about))) for e in pipeline.lexicon.entries if e.check]
    asked: dict[Sentence, list[tuple[Entry, frozenset[str]]]] = defaultdict(list)
    triggers: dict[str, list[int]] = defaultdict(list)
    for index, (_, about) in enumerate(checks):
        for word in about:
            triggers[word].append(index)
    for sentence in (s for block in text.sentences for s in block):
        doc = text.docs[sentence.block]
        named = {w for t in doc[sentence.first : sentence.last] for w in (t.lower_, hyphenated(t))}
        called = {i for word in named for i in triggers.get(word, ())}
        if called:
            asked[sentence] = [checks[i] for i in sorted(called)]
    looked_back = {
        s: _before(text, s) for s, asking in asked.items() if any(e.check == "generic_pronoun" for e, _ in asking)
    }
    wanted = {*asked, *(b for before in looked_back.values() for b in before)}
    parses = parse(text, wanted, pipeline.nlp)
    found = []
    shields: dict[int, dict[int, set[int]]] = {}  # by block: asked for once, as one block can hold a whole book
    for sentence, asking in asked.items():
        before = tuple(parses[b] for b in looked_back.get(sentence, ()))
        parsed = Parsed(parses[sentence], before, words)
        for entry, about in asking:
            for span in CHECKS[entry.check](parsed, about):
                hit = Hit(sentence, sentence.first + span.start, sentence.first + span.end, entry)
                if not _shielded_by_own(text.docs[sentence.block], hit, pipeline, shields):
                    found.append(hit)
    return found


def _before(text: Tokenised, sentence: Sentence) -> tuple[Sentence, ...]:
    around = text.sentences[sentence.block]
    at = bisect_left(around, sentence.first, key=lambda s: s.first)
    return around[max(0, at - LOOK_BACK) : at]


def _shielded_by_own(doc: Doc, hit: Hit, pipeline: Pipeline, known: dict[int, dict[int, set[int]]]) -> bool:
    if not hit.entry.unless:
        return False
    block = hit.sentence.block
    if block not in known:
        known[block], _ = shielded(doc, pipeline.rule_shields)
    by_entry = known[block]
    index = pipeline.lexicon.entries.index(hit.entry)
    return not by_entry[index].isdisjoint(range(hit.first, hit.last))
