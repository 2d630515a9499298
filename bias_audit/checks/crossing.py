"""Claims about people who are named by two groups at once: "disabled girls are helpless", "migrant mums keep apart"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from .sentence import Parsed, Words, asks_whether, is_generic, is_plural, left_edge, phrase

_SAID = ("acomp", "attr", "dobj", "xcomp", "oprd", "advmod", "prt", "prep", "agent")


def crossing(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the claim, from the group's first word to the word that carries what is claimed.

    ``about`` are the nouns ("girls", "mums"); a word of another dimension stands before them. Silent for a narrowed
    group, for what happened once, for facts of treatment, and for questions that ask whether.
    """
    if asks_whether(sentence.doc):
        return
    for noun in sentence.doc:
        if noun.dep_ not in ("nsubj", "nsubjpass") or not is_plural(noun) or noun.lower_ not in about:
            continue
        if not _crossed(noun, sentence) or not is_generic(noun):
            continue
        if any(
            c.dep_ == "conj" and c.lower_ in about for c in noun.children
        ):  # "Muslim men and women": one group, all of it
            continue
        if (claim := _claim(noun, sentence)) is not None:
            yield phrase(sentence.doc, left_edge(noun), claim)


def _crossed(noun: Token, sentence: Parsed) -> bool:
    before = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound", "nmod")}
    before |= {g.lower_ for c in noun.lefts for g in c.lefts}
    return not before.isdisjoint(sentence.words["crossing_adjective"])


def _claim(noun: Token, sentence: Parsed) -> Token | None:
    verb = noun.head
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    past = verb.tag_ == "VBD" and verb.lower_ not in ("need", "cut")
    if past or helpers & {"was", "were", "had", "did", "have", "has", "may", "might"}:
        return None
    denied = any(c.dep_ == "neg" for c in verb.children)
    if helpers & {"can", "could", "must", "should"} and not denied:  # "lone parents can claim the fund"
        return None
    words = {t.lower_ for t in verb.subtree}
    if verb.lower_ in sentence.words["group_fact"] or words & sentence.words["fair_word"] or verb.tag_ == "VBG":
        return None
    said = [c for c in verb.children if c.dep_ in _SAID and c.i > verb.i]
    if noun.dep_ == "nsubjpass":
        return verb if words & sentence.words["crossing_harm"] else None
    if verb.lower_ in ("are", "is", "be", "'re"):
        named = next((c for c in said if c.dep_ in ("acomp", "attr")), None)
        return named if named is not None and named.lower_ not in sentence.words["benign_predicate"] else None
    return said[0] if said and said[0].i - verb.i <= 4 else verb
