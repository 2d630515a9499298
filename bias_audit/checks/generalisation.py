"""Claims about a whole group: "girls are neater", "Asians are good at maths"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from ..text import hyphenated
from .claims import claim_of, is_by_nature, last_word
from .sentence import (
    ONE_PERSON,
    SPECIFYING,
    Parsed,
    Words,
    asks_whether,
    is_generic,
    is_generic_one,
    is_plural,
    left_edge,
    many,
    names_group,
    names_one,
    phrase,
    subject_of,
)

_ONE = frozenset("a an any no every".split())
_PLURAL = ("s", "men", "children", "people", "folk")
_PLACES = frozenset({"country", "island"})  # adjectives of a group that are nouns of their own


def generalisation(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the claim, from the group's name to the word that carries what is claimed.

    Silent for a narrowed group ("the girls in 4B", "some boys"), for what happened once, for
    how a group is treated, for questions that ask whether, and for a denied comparison.
    """
    doc, people = sentence.doc, sentence.words["people_noun"]
    asking = asks_whether(doc)
    if asking and not _takes_for_granted(doc, sentence.words):
        return
    for noun in doc:
        if not asking and (typical := _typical(noun, about, sentence.words)):
            yield phrase(doc, typical, noun)
        if noun.dep_ not in ("nsubj", "nsubjpass") or (asking and noun.head.dep_ == "ROOT"):
            continue
        if any(c.lower_ in SPECIFYING for t in noun.lefts for c in t.children if c.dep_ == "det"):
            continue  # "some trans people": the parse may hang "some" on the adjective
        if _any_one(noun, about, sentence.words):
            claim = _claim_of_one(noun, sentence.words)
        elif _whole_group(noun, about) or (
            names_group(noun, about, people) and is_generic(noun, sentence.words["race_collective"])
        ):
            claim = next((c for verb in _verbs(noun) if (c := claim_of(noun, verb, sentence.words)) is not None), None)
        elif _named_by_place(noun, about, people):
            claim = _claim_of_placed(noun, sentence.words)
        else:
            continue
        if claim is not None and not _everyone(noun, sentence.words) and not _surprised(noun):
            yield phrase(doc, left_edge(noun), claim)


def may_claim(sentence: Span, before: Span, about: Words, words: Mapping[str, Words]) -> bool:
    """A group is named: in the plural, with people, with a capital, after "the", or one of it after "a" or "no"."""
    people = any(t.lower_ in words["people_noun"] or t.lower_ in ONE_PERSON for t in sentence)
    for at, token in enumerate(sentence):
        word = token.lower_
        if people and any(f"{t.lower_} {word}" in about for t in sentence[max(0, at - 2) : at]):  # "people in Africa"
            return True
        if word not in about and hyphenated(token) not in about:
            continue
        if people or word.endswith(_PLURAL) or token.text[:1].isupper():
            return True
        opened = {t.lower_ for t in sentence[max(0, at - 3) : at]}
        if "the" in opened or (many(word) in about and opened & _ONE):
            return True
    return False


def _whole_group(noun: Token, about: Words) -> bool:
    """ "The poor rarely ...", "the elderly cannot ...": an adjective with "the" and a verb in the plural."""
    before = [c for c in noun.children if c.dep_ in ("det", "poss", "amod", "nummod")]
    verbs = (noun.head, *(c for c in noun.head.children if c.dep_ == "aux" and c.i > noun.i))
    return (
        noun.lower_ in about - _PLACES
        and noun.tag_ in ("JJ", "NN", "NNS", "NNP")
        and not noun.lower_.endswith("s")
        and [c.lower_ for c in before] == ["the"]
        and noun.i + 1 < len(noun.doc)
        and noun.doc[noun.i + 1].pos_ not in ("NOUN", "PROPN")
        and any(v.tag_ in ("VBP", "MD") for v in verbs)
    )


def _named_by_place(noun: Token, about: Words, people: Words) -> bool:
    """ "People in Africa", "children on benefits", "boys with autism": the group is named by what comes after."""
    if noun.lower_ not in people or any(c.dep_ in ("det", "poss", "nummod", "relcl", "acl") for c in noun.children):
        return False
    if any(c.dep_ == "amod" and c.lower_ in SPECIFYING for c in noun.children):
        return False
    after = [c for c in noun.rights if c.dep_ == "prep"]
    return len(after) == 1 and any(f"{after[0].lower_} {c.lower_}" in about for c in after[0].children)


def _claim_of_placed(noun: Token, words: Mapping[str, Words]) -> Token | None:
    """What "people in ..." are said to be; what they should, need or often do is advice or fact as a rule."""
    said = {c.lower_ for c in noun.head.children if c.dep_ in ("aux", "advmod")}
    return None if said & words["guiding"] else claim_of(noun, noun.head, words)


def _verbs(noun: Token) -> Iterator[Token]:
    """What the group does, and what it does besides: "they move around and don't care"."""
    verb: Token | None = noun.head
    while verb is not None:
        yield verb
        verb = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and subject_of(c) is None), None)


def _any_one(noun: Token, about: Words, words: Mapping[str, Words]) -> bool:
    """ "A woman", "no girl", "a disabled person" as the subject of a claim about all of them."""
    return names_one(noun, about, words) and any(c.dep_ == "det" and c.lower_ in _ONE for c in noun.children)


def _claim_of_one(noun: Token, words: Mapping[str, Words]) -> Token | None:
    """ "A woman is happiest in ...", "no girl can ever ...": said of one, meant of all; not "a girl is tall"."""
    verb = noun.head
    verbs = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    if any(v.tag_ == "VBD" for v in verbs) or any(c.dep_ in ("relcl", "acl", "prep") for c in noun.children):
        return None
    if noun.dep_ == "nsubjpass" and verb.lower_ != "trusted":  # "no woman can be charged more": a right
        return None
    said = next((c for c in verb.children if c.dep_ in ("acomp", "attr") and c.i > verb.i), None)
    denied = any(c.lower_ == "no" for c in noun.children) or any(c.dep_ == "neg" for c in verb.children)
    modal = next((v.lower_ for v in verbs if v.tag_ == "MD"), "")
    if denied and modal in ("can", "ca", "will", "should"):  # "no woman could vote" tells of the past
        return verb if said is None else said
    natural = is_by_nature(verb, words) or (said is not None and said.tag_ in ("JJS", "RBS"))
    return (said or last_word(verb)) if natural and not modal else None


def _everyone(noun: Token, words: Mapping[str, Words]) -> bool:
    """ "Boys and girls must wear goggles": a rule for all is no claim about one group."""
    either = words["gender_group"]
    return noun.lower_ in either and any(c.dep_ == "conj" and c.lower_ in either for c in noun.children)


def _takes_for_granted(doc: Doc, words: Mapping[str, Words]) -> bool:
    """ "Do they not realise that girls are neater?" asks, but not whether girls are."""
    return any(t.lower_ in words["factive"] for t in doc)


def _typical(noun: Token, about: Words, words: Mapping[str, Words]) -> Token | None:
    """ "typical of boys", "trust a woman to", "in a girl's nature": the word that opens it."""
    if not (names_group(noun, about, words["people_noun"]) or names_one(noun, about, words)):
        return None
    head = noun.head
    first = noun.doc[0]
    if first.lower_ == "typical" and first.head.i == noun.i and is_plural(noun):  # "Typical boys!"
        return first if noun.i + 1 == len(noun.doc) or noun.doc[noun.i + 1].text in (",", "!", ".", ";") else None
    if head.lower_ == "trust" and noun.dep_ == "dobj" and is_generic_one(noun) and (denied := _never(head)):
        return denied  # "you can't trust teenagers with a drill"
    if noun.dep_ == "poss" and head.lower_ in ("nature", "genes", "blood", "dna"):
        return head if head.head.lower_ == "in" else None
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "typical" and is_generic_one(noun):
        return head.head
    to_come = {t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 2]}
    if head.lower_ == "trust" and "to" in to_come and is_generic_one(noun) and subject_of(head) is None:
        return head if not any(c.dep_ == "aux" for c in head.children) else None  # "Trust boys to break it!"
    return None


def _never(verb: Token) -> Token | None:
    """ "You can't", "never", "nobody can": said of everyone's dealings, not of one person's. The word that opens it."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ not in ("you", "we", "nobody", "one"):
        return None
    denied = next((c for c in verb.lefts if c.dep_ == "neg" or c.lower_ in ("never", "nobody")), None)
    return subject if denied is not None and subject is not None else denied


def _surprised(noun: Token) -> bool:
    """ "even girls enjoy it": the yardstick's to say."""
    return any(t.lower_ == "even" for t in noun.doc[max(0, left_edge(noun).i - 1) : noun.i])
