"""He or she for anyone: a pronoun whose only antecedent is an unnamed role."""

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from .antecedents import antecedent_of, own_gender_between, someone_before
from .anyone import is_anyone, is_compared, is_denied, is_every, is_role_word, is_supposed, verb_of
from .sentence import Parsed, Words

_HE, _SHE = r"(he|him|his|himself)\b", r"(s|she|her|hers|herself)\b"
_PAIRS = tuple(
    re.compile(before + one + join + other)
    for before, join in (("", " ?/ ?"), (r"\b", " (?:or|and) "))  # "teacher and his" is no pair, "(s/he" is one
    for one, other in ((_HE, _SHE), (_SHE, _HE))
)


def generic_pronoun(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield he or she that speaks of any engineer, any pupil, anyone; once for each of them in a sentence.

    Silent for a named or known person, for someone introduced with a gendered word, for what
    happened once, for someone in a picture or a film, and for paired forms (his or her, he/she).
    """
    doc = sentence.doc
    pronouns = [t for t in doc if t.lower_ in about]
    if not pronouns:
        return
    paired = _in_pairs(doc)
    pronouns = [t for t in pronouns if t.idx not in paired]
    speaks_of = {t.i: antecedent for t in pronouns if (antecedent := antecedent_of(t, sentence)) is not None}
    said: set[Token] = set()  # "a player ... his ... he": one of them is enough in a sentence
    told_of = {speaks_of[t.i] for t in pronouns if t.i in speaks_of and _has_a_past(t, speaks_of[t.i])}
    for pronoun in pronouns:
        antecedent = speaks_of.get(pronoun.i)
        if (
            antecedent is None
            or antecedent in said
            or not is_anyone(antecedent, sentence)
            or someone_before(pronoun, antecedent, sentence)
        ):
            continue
        if own_gender_between(pronoun, antecedent, sentence) or _told_beside(pronoun, antecedent):
            continue
        if is_every(antecedent) or not (antecedent in told_of or _narrated(pronoun, antecedent)):
            said.add(antecedent)
            yield doc[pronoun.i : pronoun.i + 1]


def may_speak_of_anyone(sentence: Span, before: Span, about: Words, words: Mapping[str, Words]) -> bool:
    """A role that the pronoun may speak of."""
    return any(is_role_word(token.lower_, words) for span in (sentence, before) for token in span)


def _in_pairs(doc: Doc) -> set[int]:
    """Where each pronoun of "he/she", "his or her" and "s/he" starts, by character."""
    return {m.start(part) for pair in _PAIRS for m in pair.finditer(doc.text.lower()) for part in (1, 2)}


def _has_a_past(pronoun: Token, antecedent: Token) -> bool:
    """ "A director looks back at the hall where he began": one with a story of their own."""
    verb = verb_of(pronoun)
    aside = verb.dep_ == "relcl" and verb.tag_ == "VBD" and verb.head.i != antecedent.i
    return aside and pronoun.dep_ == "nsubj" and verb.head.pos_ in ("NOUN", "PROPN")


_HAPPENED = frozenset({"had", "could", "would"})


def _told_beside(pronoun: Token, antecedent: Token) -> bool:
    """ "Nobody had missed him, and he left", "everyone saw she was asleep": in a tale, another one than everyone.

    So is one whom anyone is compared with: "anyone lower in rank than himself".
    """
    if antecedent.pos_ != "PRON":
        return False
    verb = verb_of(antecedent)
    happened = verb.tag_ == "VBD" or any(c.lower_ in _HAPPENED for c in verb.children)
    if antecedent.doc is not pronoun.doc:
        return happened
    between = pronoun.doc[antecedent.i : pronoun.i]
    if pronoun.i in (t.i for t in antecedent.subtree) or all(t.pos_ not in ("VERB", "AUX") for t in between):
        return any(t.lower_ == "than" for t in between)
    return happened and verb_of(pronoun).i != verb.i


def _narrated(pronoun: Token, antecedent: Token) -> bool:
    """The pronoun stands in a clause that tells what happened: "he seized it", "her hut was cold"."""
    if is_compared(antecedent) or is_supposed(antecedent.doc) or is_denied(antecedent):
        return False
    verb = verb_of(pronoun)
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(v.tag_ == "MD" or v.tag_ in ("VBZ", "VBP") for v in verbs):
        return False
    return any(v.tag_ == "VBD" for v in verbs) and not _within_other(verb)


def _within_other(verb: Token) -> bool:
    """A past clause inside one that is not: "cannot see where he went wrong", "should hear a tone saying he won"."""
    if verb.dep_ not in ("ccomp", "advcl", "relcl"):
        return False
    over = verb.head
    while (
        verb.dep_ == "ccomp"
        and over.tag_ in ("VBG", "VBN", "VB", "NN", "NNS")
        and over.head.i != over.i
        and not _has_tense(over, verb)
    ):
        over = over.head
    return _has_tense(over, verb)


def _has_tense(word: Token, but: Token) -> bool:
    """A verb of the present, or one with such a helper."""
    return any(
        v.tag_ in ("MD", "VBZ", "VBP") for v in (word, *word.children) if v.pos_ in ("VERB", "AUX") and v.i != but.i
    )
