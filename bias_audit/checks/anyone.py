"""Who is anyone: "a student", "each pupil", "the user" of a rule, and not someone who was met, shown or told of."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from .sentence import Parsed, Words

_ANYONE = frozenset("someone somebody anyone anybody everyone everybody nobody whoever".split())
_EVERY = frozenset({"each", "every", "any", "either", "no"})
_GENERIC = frozenset("a an each every any either neither no the".split())
_MINE = frozenset({"my", "our", "your", "we", "us"})
CHILD = frozenset("child baby toddler teenager youngster bairn pupil learner newborn".split())
_ONE = frozenset({"a", "an", "each", "every", "either"})
_WHEN = frozenset("before after when while whenever once until as if unless".split())
_IF = frozenset({"if", "unless", "whenever", "suppose"})
_SUPPOSED = frozenset({"suppose", "imagine", "assume", "supposing", "say"})
_SUBJECTS = ("nsubj", "nsubjpass")
_ROLE_ENDINGS = ("ician", "ologist", "ographer", "smith", "wright", "person", "keeper", "maker", "worker", "rian")


def is_role(token: Token, sentence: Parsed) -> bool:
    """A word for what someone is or does, or for no one in particular: "nurse", "physicist", "whoever"."""
    word, words = token.lower_, sentence.words
    if word in _ANYONE or not is_role_word(word, words):
        return word in _ANYONE
    return token.tag_ in ("NN", "NNP", "JJ") and _heads_phrase(token) and (word in words["role"] or token.tag_ != "NNP")


def is_role_word(word: str, words: Mapping[str, Words]) -> bool:
    """What ``is_role`` says of a word by its letters alone."""
    is_ist = word.endswith("ist") and len(word) > 5 and word not in words["not_role"]
    return word in _ANYONE or word in words["role"] or is_ist or word.endswith(_ROLE_ENDINGS)


def _heads_phrase(token: Token) -> bool:
    """Not the first half of "a teacher shortage"; a verb that was read as a noun does not count ("can a vet help")."""
    if token.dep_ not in ("compound", "amod", "nmod"):
        return token.tag_ != "JJ" or token.dep_ in (*_SUBJECTS, "dobj", "pobj", "conj")
    if token.head.pos_ in ("VERB", "AUX") or (token.head.dep_ == "ROOT" and token.doc[-1].text == "?"):
        return True
    if token.doc[token.i - 2].lower_ == "does" and determiner_of(token) in _ONE:  # "does a vet help and hurt his ...?"
        return True
    return token.head.tag_ == "NNS" and token.head.i == token.i + 1 and _stands_alone(token)


def _stands_alone(token: Token) -> bool:
    """ "a nurse works", "before the surgeon scrubs in": no noun in the plural follows "a", nor opens such a clause."""
    at, determiner = token.i - 1, determiner_of(token)
    if determiner in _ONE:
        return True
    return determiner == "the" and at > 0 and token.doc[at].lower_ == "the" and token.doc[at - 1].lower_ in _WHEN


def is_predicate(token: Token, sentence: Parsed) -> bool:
    """ "He is a journalist", "known as a singer": says what someone is, and so is not whom "he" means."""
    if token.dep_ == "attr":
        verb = token.head if token.head.dep_ != "xcomp" else token.head.head  # "wanted to be a singer"
        subject = next((c for c in verb.children if c.dep_ in (*_SUBJECTS, "csubj")), None)
        if subject is None or subject.lower_ in _ANYONE | {"there", "it", "what", "who", "one", "you"}:
            return False
        return not is_role(subject, sentence)
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        return token.i + 1 == len(token.doc) or token.doc[token.i + 1].tag_ not in ("VBZ", "MD")  # "as a vet has"
    # "in the press, a priest should ...": a thing is nobody's other name
    return token.dep_ == "appos" and not (
        token.head.dep_ == "pobj" and token.head.pos_ == "NOUN" and not _is_person(token.head, sentence)
    )


def _is_person(noun: Token, sentence: Parsed) -> bool:
    words = sentence.words
    return is_role(noun, sentence) or noun.lower_ in words["male_person"] | words["female_person"] | words["person"]


def verb_of(token: Token) -> Token:
    """The nearest verb above a token, or the top of the sentence."""
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return verb


def determiner_of(noun: Token) -> str:
    """The article, "each", "my" or "'s" before a noun, its adjectives or its twin ("a nurse/carer"); read by place,
    since the parse errs here.
    """
    for token in reversed(noun.doc[max(0, noun.i - 4) : noun.i]):
        if token.pos_ == "DET" or token.tag_ in ("PRP$", "POS", "DT", "CD"):
            return token.lower_
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB") and token.text not in "-/":
            break
    return ""


def is_every(noun: Token) -> bool:
    """ "everyone", "each pupil", "no user": all of them, whatever the tense."""
    return noun.lower_ in _ANYONE or determiner_of(noun) in _EVERY


def is_anyone(noun: Token, sentence: Parsed) -> bool:
    """Unnamed and any: "a student", "each pupil", "the user" in a rule or a general statement."""
    if noun.lower_ in _ANYONE:
        return True
    if (
        any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children)
        or past_event(noun)
        or _was_met(noun, sentence)
    ):
        return False
    if _pictured(noun, sentence):
        return False
    if any(c.lower_ in ("male", "female", "man", "woman") for c in noun.lefts):  # "a female vet": she is said to be one
        return False
    determiner = determiner_of(noun)
    if determiner == "your" and noun.lower_ in CHILD:  # in a letter, any reader's child
        return True
    if determiner == "the" and (any(t.lower_ in _MINE for t in noun.subtree) or _introduced(noun, sentence)):
        return False  # "the manager at our branch"
    return determiner in _GENERIC or (not determiner and (noun.i == 0 or noun.dep_ == "conj"))


def _introduced(noun: Token, sentence: Parsed) -> bool:
    """ "Look at the photo. The nurse ...", "A clerk was late. The clerk ...": an earlier sentence made it someone."""
    for earlier in sentence.before:
        for token in earlier:
            if token == noun:
                return False  # what stands before it has been looked at
            if token.lower_ in sentence.words["shown_in"] and (earlier[0].tag_ == "VB" or token.head.lower_ == "in"):
                return True
            if token.lower_ == noun.lower_ and not is_anyone(token, sentence):
                return True
    return False


def _pictured(noun: Token, sentence: Parsed) -> bool:
    """ "In the film the detective ...", "a photo of a vet": one that is shown. "In either case" shows nobody."""
    works = sentence.words["shown_in"]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in works:
        return True
    return any(
        t.lower_ in works
        and t.dep_ == "pobj"
        and t.head.lower_ in ("in", "from")
        and not any(c.tag_ == "PRP$" or c.lower_ in _EVERY for c in t.children)
        for t in noun.doc
    )


def _was_met(noun: Token, sentence: Parsed) -> bool:
    """ "I met an engineer who ...", "while interviewing a director": one that the writer knows."""
    if is_denied(noun):
        return False
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.tag_ in ("VBG", "VB") and verb.dep_ == "ccomp":  # "I heard a host telling"
        verb = verb.head
    if verb.lower_ not in sentence.words["met_verb"]:
        return False
    if verb.tag_ == "VBG":
        return True
    return any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in verb.children)


def is_compared(noun: Token) -> bool:
    """ "He asked like a reporter who knew her job": any reporter."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("like", "unlike", "than") and determiner_of(noun) in _ONE


def is_supposed(sentence: Doc) -> bool:
    """ "Suppose a vet lost his bag", "let us take it that you gave it to a vet": nothing that happened."""
    return sentence[0].lower_ in _SUPPOSED or sentence[:2].text.lower() in ("let us", "let 's", "what if")


def is_denied(noun: Token) -> bool:
    """ "I have never met a joiner who tidied his bench": no joiner at all."""
    return noun.dep_ == "dobj" and any(c.lower_ == "never" for c in noun.head.children)


def past_event(noun: Token) -> bool:
    """The noun takes part in something that happened: a story about someone, not about anyone."""
    if is_compared(noun) or is_supposed(noun.doc) or is_denied(noun):
        return False
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        if verb.pos_ == "NOUN" and noun.dep_ != "conj":  # "the bond between a teacher and his class"
            return False
        verb = verb.head
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in verb.children):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(c.dep_ == "mark" for c in verb.children):
        verb = verb.head  # "the boat was carried out, the soldier holding on": when the boat was
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(c.lower_ in _WHEN for c in verb.lefts) and any(
        v.lower_ == "has" for v in verbs
    ):  # "once a pilot has landed"
        return False
    if any(v.tag_ == "MD" or v.lower_ in ("do", "does") for v in verbs):
        return False
    asked = verb.doc[-1].text == "?"
    return (
        any(v.tag_ == "VBD" and not (asked and v.lower_ == "did") for v in verbs)
        or (verb.tag_ == "VBN" and any(v.lower_ in ("had", "was", "were", "has") for v in verbs))
        or (
            verb.tag_ == "VBG"
            and verb.dep_ in ("ROOT", "conj")
            and (verbs == [verb] or any(v.lower_ in ("is", "'s", "was") for v in verbs))
        )
    )
