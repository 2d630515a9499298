"""Whom a pronoun speaks of: the role that stands before or above it, unless someone known comes between."""

from spacy.tokens import Token

from .anyone import CHILD, determiner_of, is_anyone, is_predicate, is_role, past_event, verb_of
from .sentence import Parsed

_SUBJECTS = ("nsubj", "nsubjpass")


def antecedent_of(pronoun: Token, sentence: Parsed) -> Token | None:
    """The role that the pronoun speaks of; None when it may well be someone else, or nobody is there."""
    above = _subject_above(pronoun, sentence)
    if above is not None:
        if is_role(above, sentence):
            return above
        return antecedent_of(above, sentence) if _same_side(above, pronoun, sentence) else None
    if _someone_known(pronoun, sentence):
        return None
    found = _nearest([t for t in sentence.doc if t.i < pronoun.i and _can_be(t, pronoun, sentence)])
    for earlier in reversed(sentence.before):
        if found is None:
            found = _nearest([t for t in earlier if _can_be(t, pronoun, sentence) and _stands_out(t)])
    return found


def someone_before(pronoun: Token, antecedent: Token, sentence: Parsed) -> bool:
    """ "Whether she wants to be a dancer, her choice": the first "she" is someone else than the role after it."""
    words = sentence.words[f"pronoun_{_side(pronoun, sentence)}"]
    first = next(t for t in pronoun.doc if t.lower_ in words)
    if antecedent.doc is not pronoun.doc or first.i >= min(antecedent.i, pronoun.i):
        return False
    return antecedent_of(first, sentence) is not antecedent


def own_gender_between(pronoun: Token, antecedent: Token, sentence: Parsed) -> bool:
    """ "A clerk asks a woman her age": someone of the pronoun's own gender stands nearer than the role."""
    he = _side(pronoun, sentence) == "he"
    gendered = sentence.words["male_person" if he else "female_person"]
    near = pronoun.doc[antecedent.i + 1 : pronoun.i] if antecedent.doc is pronoun.doc else pronoun.doc[: pronoun.i]
    return any((t.lower_ in gendered and t.pos_ == "NOUN") or t.lower_ == ("male" if he else "female") for t in near)


def _side(pronoun: Token, sentence: Parsed) -> str:
    return "she" if pronoun.lower_ in sentence.words["pronoun_she"] else "he"


def _nearest(people: list[Token]) -> Token | None:
    subjects = [t for t in people if t.dep_ in _SUBJECTS]
    return (subjects or people)[-1] if people else None


def _subject_above(pronoun: Token, sentence: Parsed) -> Token | None:
    """The closest subject over the pronoun that is a person: it wins over any name further off.

    It may be the same pronoun again: "a coder thinks he can sell his work".
    """
    came = pronoun
    while came.head.i != came.i:
        verb = came.head
        if came.dep_ == "conj" and verb.i < pronoun.i and _can_be(verb, pronoun, sentence):  # "a vet and his dog"
            return verb
        for subject in (c for c in verb.children if c.dep_ in _SUBJECTS and c.i not in (pronoun.i, came.i)):
            if subject.i > pronoun.i and came.dep_ not in ("advcl", "prep"):
                continue
            if subject.lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
                subject = verb.head
                if is_predicate(subject, sentence):  # "she is a vet who loves her job"
                    return _said_of(subject)
            if _apart(pronoun, subject, verb):
                continue
            same = _same_side(subject, pronoun, sentence)
            if same or is_role(subject, sentence) or _is_known(subject, pronoun, sentence):
                return subject
        came = verb
    return None


def _same_side(subject: Token, pronoun: Token, sentence: Parsed) -> bool:
    return subject.lower_ in sentence.words[f"pronoun_{_side(pronoun, sentence)}"]


def _said_of(predicate: Token) -> Token | None:
    return next((c for c in predicate.head.children if c.dep_ in _SUBJECTS), None)


def _apart(pronoun: Token, subject: Token, verb: Token) -> bool:
    """An object is never the subject of its own verb: "let a doctor see her". "His" owns, alone too ("with his")."""
    if pronoun.lower_ in ("his", "hers"):
        return False
    own = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    return pronoun.dep_ in ("dobj", "dative", "pobj") and not pronoun.lower_.endswith("self") and own.i == verb.i


def _is_known(subject: Token, pronoun: Token, sentence: Parsed) -> bool:
    """A name, a word of the pronoun's own gender, or someone's own ("my neighbour")."""
    if subject.pos_ == "PROPN":
        return not _names_a_thing(subject)
    gendered = sentence.words["male_person" if _side(pronoun, sentence) == "he" else "female_person"]
    return subject.lower_ in gendered or (subject.tag_ == "NN" and _owned(subject))


def _can_be(noun: Token, pronoun: Token, sentence: Parsed) -> bool:
    """A role that may be meant, by where it stands to the pronoun."""
    if not is_role(noun, sentence) or is_predicate(noun, sentence):
        return False
    if noun.doc is not pronoun.doc:
        return True
    if any(c.lower_ == "of" and pronoun.i in range(c.i, c.i + 4) for c in noun.children):
        return False  # "a comedian of his standing" is another one than he
    verb = verb_of(noun)
    if (
        noun.dep_ == "pobj" and noun.head.lower_ == "by" and verb.tag_ == "VBN" and verb.dep_ != "acl"
    ):  # "asked by a reporter about his plans"
        return verb.i != verb_of(pronoun).i
    own = verb_of(pronoun)
    let = noun.dep_ == "dobj" and own.dep_ in ("xcomp", "ccomp", "advcl") and own.head.i == noun.head.i
    if pronoun.dep_ in ("dobj", "dative") and (let or own.head.i == noun.i):
        return False  # "get a vet to see her", "a vet who sees her"
    return not (noun.dep_ in _SUBJECTS and _apart(pronoun, noun, noun.head))


def _stands_out(noun: Token) -> bool:
    """In an earlier sentence: what it is about, not a word in passing ("the best album a singer could make")."""
    verb = verb_of(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "of"):
        return False
    return verb.dep_ not in ("relcl", "acl") and (noun.head.i == verb.i or noun.dep_ in ("ROOT", "conj", "pobj"))


def _someone_known(pronoun: Token, sentence: Parsed) -> bool:
    """A name, a gendered word or an earlier pronoun that this one may well speak of."""
    doc, side = pronoun.doc, _side(pronoun, sentence)
    gendered = sentence.words["male_person" if side == "he" else "female_person"]
    earlier = [t for d in sentence.before for t in d] + [t for t in doc if t.i < pronoun.i]
    for token in earlier:
        if token.lower_ in gendered and not _belongs_to_pronoun(token, sentence):
            return True
        if token.tag_ == "NN" and is_role(token, sentence) and _owned(token):  # "my neighbour", "our teacher"
            return True
        if token.pos_ == "PROPN" and not _names_a_thing(token) and token.lower_ not in sentence.words["role"]:
            return True
        if token.doc is doc and determiner_of(token) == "the" and is_role(token, sentence) and past_event(token):
            return True  # "nobody is born a baker: it took the owner a year to open her shop"
    if _opens_with_pronoun(pronoun, sentence):
        return True
    # a name just after: "in her lab, Amina ..."
    return any(t.pos_ == "PROPN" and t.dep_ in _SUBJECTS and t.i > pronoun.i for t in doc)


def _owned(noun: Token) -> bool:
    """ "my boss", "your tutor"; "your child" in a letter is any reader's child."""
    owners = ("my", "our") if noun.lower_ in CHILD else ("my", "our", "your")
    return any(c.dep_ == "poss" and c.lower_ in owners for c in noun.children)


def _belongs_to_pronoun(noun: Token, sentence: Parsed) -> bool:
    """ "his wife": the wife is not whom "his" speaks of."""
    return any(c.dep_ == "poss" and c.lower_ in sentence.words["pronoun_gendered"] for c in noun.children)


def _names_a_thing(token: Token) -> bool:
    """A name before a common noun ("a Python programmer") or one of a place or time ("in Leith", "on Friday")."""
    if token.dep_ in ("compound", "amod", "nmod"):
        return token.head.pos_ == "NOUN" or (token.head.i != token.i and _names_a_thing(token.head))
    return token.dep_ in ("npadvmod", "nummod") or (
        token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "on", "near", "from", "since", "until")
    )


def _opens_with_pronoun(pronoun: Token, sentence: Parsed) -> bool:
    """The first pronoun of this side stands before any role: it speaks of someone outside the sentence."""
    words = sentence.words[f"pronoun_{_side(pronoun, sentence)}"]
    first = next(t for t in pronoun.doc if t.lower_ in words)
    if any(t.i < first.i and _can_be(t, first, sentence) for t in pronoun.doc):
        return False
    return not any(
        _can_be(t, first, sentence) and _stands_out(t) and is_anyone(t, sentence) for d in sentence.before for t in d
    )
