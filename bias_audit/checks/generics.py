"""He or she for anyone: a pronoun whose only antecedent is an unnamed role."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from .antecedents import antecedent_of, own_gender_between, someone_before
from .anyone import is_anyone, is_compared, is_every, is_role_word, is_supposed, verb_of
from .sentence import Parsed, Words

_JOINS = frozenset({"/", "or", "and"})


def generic_pronoun(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield each he or she that speaks of any engineer, any pupil, anyone.

    Silent for a named or known person, for someone introduced with a gendered word, for what
    happened once, for someone in a picture or a film, and for paired forms (his or her, he/she).
    """
    doc = sentence.doc
    pronouns = [t for t in doc if t.lower_ in about]
    if not pronouns or _paired(doc, sentence):
        return
    speaks_of = {t.i: antecedent for t in pronouns if (antecedent := antecedent_of(t, sentence)) is not None}
    told_of = {speaks_of[t.i] for t in pronouns if t.i in speaks_of and _has_a_past(t, speaks_of[t.i])}
    for pronoun in pronouns:
        antecedent = speaks_of.get(pronoun.i)
        if antecedent is None or not is_anyone(antecedent, sentence) or someone_before(pronoun, antecedent, sentence):
            continue
        if own_gender_between(pronoun, antecedent, sentence):
            continue
        if is_every(antecedent) or not (antecedent in told_of or _narrated(pronoun, antecedent)):
            yield doc[pronoun.i : pronoun.i + 1]


def may_speak_of_anyone(sentence: Span, before: Span, about: Words, words: Mapping[str, Words]) -> bool:
    """A role that the pronoun may speak of."""
    return any(is_role_word(token.lower_, words) for span in (sentence, before) for token in span)


def _paired(doc: Doc, sentence: Parsed) -> bool:
    """he/she, his or her, (s)he: both forms stand side by side."""
    he, she = sentence.words["pronoun_he"], sentence.words["pronoun_she"]
    for token in doc[: len(doc) - 1]:
        window = {t.lower_ for t in doc[token.i : token.i + 4]}
        if token.lower_ in he | she and window & he and window & she and window & _JOINS:
            return True
    text = doc.text.lower().replace(" /", "/").replace("/ ", "/")
    return any(form in text for form in ("s/he", "(s)he", "he/she", "she/he", "his/her", "her/his", "him/her"))


def _has_a_past(pronoun: Token, antecedent: Token) -> bool:
    """ "A director looks back at the hall where he began": one with a story of their own."""
    verb = verb_of(pronoun)
    aside = verb.dep_ == "relcl" and verb.tag_ == "VBD" and verb.head.i != antecedent.i
    return aside and pronoun.dep_ == "nsubj" and verb.head.pos_ in ("NOUN", "PROPN")


def _narrated(pronoun: Token, antecedent: Token) -> bool:
    """The pronoun stands in a clause that tells what happened: "he seized it", "her hut was cold"."""
    if is_compared(antecedent) or is_supposed(antecedent.doc):
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
