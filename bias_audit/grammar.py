"""The parse of a block's sentences, and from it who does what to whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from .model import Grammar
from .text import Sentence, Tokenised

_READ: list[int | str] = ["TAG", "DEP", "HEAD"]
_HASH = (1 << 64) - 1  # spaCy's hashes have no sign
_BE = frozenset("be is are was were am been being 's 're 'm".split())
_WHO = frozenset({"who", "whom", "that", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MAKES_DO = frozenset("let lets make makes made making help helps helped have has had see saw hear heard watch".split())
_MUST = frozenset("had has have used need needs".split())  # "had to sit": the second verb is what is done
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})


@dataclass(frozen=True, slots=True)
class Parse:
    """Tags, relations and heads of a block's tokens; "" and the token itself where a sentence was not parsed."""

    words: tuple[str, ...]  # lower case
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    kids: Mapping[int, list[int]]

    def root_of(self, first: int, last: int) -> int:
        """The token of a stretch that the others hang on."""
        for at in range(last - 1, first - 1, -1):
            if not first <= self.heads[at] < last or self.heads[at] == at:
                return at
        return last - 1

    def kids_of(self, at: int, *deps: str) -> list[int]:
        """The tokens that hang on one by the given relations."""
        return [kid for kid in self.kids.get(at, ()) if self.deps[kid] in deps]


def read_parse(text: Tokenised, block: int, words: tuple[str, ...], parses: Mapping[Sentence, Doc]) -> Parse:
    """The parses of a block's sentences, with the block's own token numbers. ``words``: the block's, lower case."""
    size = len(words)
    read = [(s, doc) for s in text.sentences[block] if (doc := parses.get(s)) is not None]
    if not read:
        return Parse(words, ("",) * size, ("",) * size, tuple(range(size)), {})
    tags, deps, heads = [""] * size, [""] * size, list(range(size))
    kids: dict[int, list[int]] = {}
    for sentence, doc in read:
        name_of = doc.vocab.strings
        # one array for all tokens: a spaCy token for each costs more than all the rest of this function
        rows = doc.to_array(_READ).astype("int64").tolist()
        for at, (tag, dep, away) in enumerate(rows, sentence.first):
            tags[at], deps[at], heads[at] = name_of[tag & _HASH], name_of[dep & _HASH], at + away
            if away:
                kids.setdefault(at + away, []).append(at)
    return Parse(words, tuple(tags), tuple(deps), tuple(heads), kids)


def acts_of(parse: Parse, first: int, last: int) -> dict[tuple[int, Grammar], None]:
    """The finite verbs, and imperatives, that a stretch of tokens is subject or object of, in reading order."""
    acts = [act for at in range(first, last) for act in _relative(parse, at)]
    at = parse.root_of(first, last)
    while parse.deps[at] == "conj" and parse.tags[parse.heads[at]][:2] in ("NN", "PR"):
        at = parse.heads[at]
    acts += _acts_as(parse, parse.deps[at], parse.heads[at])
    return dict.fromkeys(sorted(acts))


def _acts_as(parse: Parse, dep: str, verb: int) -> Iterator[tuple[int, Grammar]]:
    if dep in ("nsubj", "nsubjpass"):
        if _is_made_to(parse, verb):
            yield from _act(parse, parse.heads[verb], "object")  # "lets me take": me is whom somebody lets
        elif _is_finite(parse, verb) or not _is_verb(parse, verb):
            yield from _subject(parse, verb, passive=dep == "nsubjpass")
    elif dep in _OBJECTS and _is_finite(parse, verb):
        yield from _act(parse, verb, "object")


def _is_made_to(parse: Parse, verb: int) -> bool:
    bare = parse.tags[verb] in ("VB", "NN", "VBP") and not parse.kids_of(verb, "aux")
    return bare and parse.deps[verb] in ("ccomp", "xcomp") and parse.words[parse.heads[verb]] in _MAKES_DO


def _relative(parse: Parse, noun: int) -> Iterator[tuple[int, Grammar]]:
    """ "a woman who opened the door", "a person he had never met"."""
    for verb in parse.kids_of(noun, "relcl"):
        who = [kid for kid in parse.kids.get(verb, ()) if parse.words[kid] in _WHO]
        if who:
            yield from _acts_as(parse, parse.deps[who[0]], verb)
        elif not parse.kids_of(verb, "dobj", "prep", "ccomp", "xcomp", "attr", "acomp") and _is_finite(parse, verb):
            yield from _act(parse, verb, "object")


def _subject(parse: Parse, verb: int, *, passive: bool) -> Iterator[tuple[int, Grammar]]:
    """The verb, and those that share its subject: "pulled on her wellies and ran"."""
    done = _done(parse, verb)
    if parse.words[verb] not in _BE:
        passive = (passive and not parse.kids_of(verb, "aux")) or bool(parse.kids_of(verb, "auxpass"))
        yield from _act(parse, done, "passive" if passive and done == verb else "subject")
    for other in parse.kids_of(verb, "conj"):
        if parse.kids_of(other, *_SUBJECTS) or not _is_verb(parse, other):
            continue
        own = parse.kids_of(other, "auxpass", "aux")
        still = passive and parse.tags[other] == "VBN" and not own
        if _is_finite(parse, other) or still or parse.tags[other] == "VBN":
            yield from _subject(parse, other, passive=still)


def _act(parse: Parse, verb: int, grammar: Grammar) -> Iterator[tuple[int, Grammar]]:
    if _is_verb(parse, verb) and parse.words[verb] not in _BE:
        yield verb, grammar


def _done(parse: Parse, verb: int) -> int:
    """Of "had to sit" and "used to break", the second verb."""
    if parse.words[verb] in _MUST:
        for other in parse.kids_of(verb, "xcomp"):
            if any(parse.words[kid] == "to" for kid in parse.kids.get(other, ())):
                return other
    return verb


def _is_verb(parse: Parse, at: int) -> bool:
    return parse.tags[at].startswith("VB")


def _is_finite(parse: Parse, verb: int) -> bool:
    """A verb with a tense or a modal, an imperative, or one that shares the helping verb of another."""
    tag = parse.tags[verb]
    if tag in _FINITE:
        return True
    if not tag.startswith("VB"):
        return False
    helpers = parse.kids_of(verb, "aux", "auxpass")
    if helpers:
        return any(parse.tags[kid] in _FINITE for kid in helpers)
    if parse.deps[verb] == "conj":
        return _is_finite(parse, parse.heads[verb])
    return tag == "VB" and parse.deps[verb] in ("ROOT", "ccomp", "parataxis", "dep")
