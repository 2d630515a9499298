"""Routes after school: the one that is taken for granted, the one that is called the only way in."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from .sentence import Parsed, Words, asks_whether, found, phrase, subject_of

_TIME = frozenset("when once after before until during by as".split())
_EVERY_READER = frozenset("you we they everyone everybody all".split())
_INTEND = frozenset("want hope plan wish like aim intend apply choose hoping planning aiming wanting applying".split())
_FAR = 10  # tokens from the opening word to the route
_OTHER_ROUTE = re.compile(
    r"\b(?:college|colleges|apprentice\w*|trainee\w*|training|jobs?|employment|work|hncs?|hnds?"
    r"|open day|museum|library|lab|campus visit)\b"
)
# before the route: it is one of several ways
_LEFT_OPEN = re.compile(r"\b(?:if|unless|whether|may|might|could|can|some|several|many|few|not all|not every\w*)\b")


def route_assumed(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "when you go to university", "after your degree", "you will all be students at uni".

    ``about`` names the route. Silent when the sentence names another, or leaves it open.
    """
    doc = sentence.doc
    if _OTHER_ROUTE.search(doc.text.lower()) or asks_whether(doc):
        return
    learners = sentence.words["learner"] | _EVERY_READER
    for word in doc:
        if word.lower_ not in about or (word.i and doc[word.i - 1].text == "-"):  # "second-degree burns"
            continue
        if _LEFT_OPEN.search(doc[: word.i].text.lower()):
            return
        opener = _time_of(word, learners) or _readers_own(word) or _future_of(word, learners) or _which(word)
        if opener is not None and abs(word.i - opener.i) <= _FAR:
            yield phrase(doc, opener, word)
            return


def _time_of(word: Token, learners: Words) -> Token | None:
    """ "when you go to uni", "by the time you graduate", "during your university years"."""
    for verb in (word, *word.ancestors):
        if verb.dep_ in ("advcl", "relcl", "pcomp", "ccomp", "acl") and verb.pos_ in ("VERB", "AUX"):
            opener = next((c for c in verb.lefts if c.lower_ in _TIME), None)
            subject = subject_of(verb)
            if opener is None and verb.dep_ == "relcl" and verb.head.lower_ == "time":
                opener = verb.head
            if opener is not None and subject is not None and _reader(subject, learners) and not _past(verb):
                return opener
    noun = word.head if word.dep_ in ("compound", "nmod", "amod") else word
    if noun.dep_ == "pobj" and noun.head.lower_ in ("after", "before", "during") and _owner(noun, ("your", "their")):
        return noun.head
    return None


def _readers_own(word: Token) -> Token | None:
    """ "in your degree course", "your first university lecture"."""
    noun = word.head if word.dep_ in ("compound", "nmod", "amod") else word
    return _owner(noun, ("your",))


def _future_of(word: Token, learners: Words) -> Token | None:
    """ "you will study this at university", "our pupils go on to university", said of all of them."""
    for verb in word.ancestors:
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        if subject is None:
            continue
        sure = any(c.lower_ in ("will", "'ll") for c in verb.children) or verb.tag_ in ("VBG", "VBP")
        heading = verb.lower_ in ("go", "going", "start", "head", "heading", "aiming", "be", "study", "leave", "move")
        negated = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
        return subject if sure and heading and not negated and _reader(subject, learners) else None
    return None


def _which(word: Token) -> Token | None:
    """ "which university do you want to go to?", "the degree you hope to study"."""
    noun = word.head if word.dep_ in ("compound", "nmod") else word
    asked = next((c for c in noun.lefts if c.lower_ in ("which", "what")), None)
    wanted = {t.lower_ for t in word.doc[word.i + 1 : word.i + 7]}
    return (asked or word) if "you" in wanted and not wanted.isdisjoint(_INTEND) else None


def _owner(noun: Token, owners: tuple[str, ...]) -> Token | None:
    return next((c for c in noun.lefts if c.dep_ == "poss" and c.lower_ in owners), None)


def _reader(subject: Token, learners: Words) -> bool:
    """All readers, or all of a kind of learner; not one person, and not some who were pointed out."""
    if subject.lower_ in _EVERY_READER:
        return subject.lower_ != "they" or subject.dep_ == "nsubj"
    narrowed = any(c.lower_ in ("the", "these", "those", "two", "three", "a", "an", "one") for c in subject.lefts)
    return subject.lower_ in learners and subject.tag_ == "NNS" and not narrowed


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ in ("aux", "auxpass"))


_NECESSARY = re.compile(
    r"""\b(?:
    (?:need|needs|needed|require|requires|required|demands?|must|essential|vital|compulsory)
  | (?:have|has|had)\ to | only\ (?:graduates|people\ with|those\ with|way|route|path)
  | no\ (?:other\ )?way | (?:can't|cannot|can\ not|won't|will\ not|nobody\ can|no\ one\ can)(?=.*\b(?:without
        |unless|degree))
  | (?:starts?|begins?)\ (?:with|at) | without | unless | the\ (?:way|road|path|route)\ (?:into|in\ to|to)
  | all\ (?:\w+\ ){1,3}have | (?:go|goes|get)\ to\ (?:university|uni)(?=\ (?:and|for)\b)
    )\b""",
    re.VERBOSE,
)
_OTHER_WAY = re.compile(
    r"\b(?:college|colleges|apprentice\w*|trainee\w*|hncs?|hnds?|npas?|some|many|most|not all|several|often"
    r"|sometimes|or"
    r"|(?:do|does|did|is|are)(?:n't| not) (?:need|require|have|always|necessary|essential|required|the only)|no need"
    r"|never need\w*|need(?:n't| not)|do you need|degrees? of)\b"
)
_BY_LAW = re.compile(
    r"\b(?:doctors?|medicine|medical|vets?|veterinary|dentists?|dentistry|architects?|architecture|teachers?"
    r"|teach\w*|nurs\w+"
    r"|pharmac\w+|midwi\w+|solicitors?|lawyers?|law|physiotherap\w+|radiograph\w+|psycholog\w+|social workers?)\b"
)


def degree_gate(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield from the need to the degree: "anyone who writes software needs a degree".

    ``about`` are the words for the degree. Silent for jobs that need one by law, and when another way in is named.
    """
    doc = sentence.doc
    text = doc.text.lower()
    if asks_whether(doc) or _OTHER_WAY.search(text) or _BY_LAW.search(text):
        return
    words = sentence.words
    work = words["open_job"] | words["stem_subject"] | words["career_word"] | words["stem_field"]
    degree = next((t for t in doc if t.lower_ in about and t.pos_ in ("NOUN", "PROPN")), None)
    if degree is None or not any(t.lower_ in work and t is not degree for t in doc):
        return
    if any(t.tag_ == "VBD" and t.dep_ == "ROOT" for t in doc):  # one person's story
        return
    for need in found(doc, _NECESSARY):
        if degree.i < need.start:
            yield phrase(doc, degree, need[-1])
        else:
            yield phrase(doc, need[0], degree) if degree.i >= need.end else need
        return
