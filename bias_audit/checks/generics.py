"""He or she for anyone: a pronoun whose only antecedent is an unnamed role."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from .antecedents import antecedent_of, own_gender_between, someone_before
from .anyone import is_anyone, is_every, is_role_word, verb_of
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
    for pronoun in pronouns:
        antecedent = antecedent_of(pronoun, sentence)
        if antecedent is None or not is_anyone(antecedent, sentence) or someone_before(pronoun, antecedent, sentence):
            continue
        if own_gender_between(pronoun, antecedent, sentence):
            continue
        if not _narrated(pronoun) or is_every(antecedent):
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


def _narrated(pronoun: Token) -> bool:
    """The pronoun stands in a clause that tells what happened: "he seized it", "her hut was cold"."""
    verb = verb_of(pronoun)
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(v.tag_ == "MD" or v.tag_ in ("VBZ", "VBP") for v in verbs):
        return False
    return any(v.tag_ == "VBD" for v in verbs) and not _within_other(verb)


def _within_other(verb: Token) -> bool:
    """A past clause inside one that is not: "cannot see where he went wrong"."""
    over = verb.head
    return verb.dep_ in ("ccomp", "advcl", "relcl") and any(
        v.tag_ in ("MD", "VBZ", "VBP") for v in (over, *over.children) if v.pos_ in ("VERB", "AUX") and v.i != verb.i
    )
