"""Routes after school: the one that is taken for granted, the one that is called the only way in."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from .sentence import Parsed, Words, asks_whether, found, phrase, subject_of

_TIME = frozenset("when once after before until during by as".split())
_EVERY_READER = frozenset("you we they everyone everybody all".split())
_FAR = 10  # tokens from the opening word to the route


def route_assumed(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "when you go to university", "after your degree", "you will all be students at uni".

    ``about`` names the route. Silent when the sentence names another, or leaves it open.
    """
    doc = sentence.doc
    if sentence.shapes["route_beside"].search(doc.text.lower()) or asks_whether(doc):
        return
    words = sentence.words
    learners = words["learner"] | _EVERY_READER
    for word in doc:
        if word.lower_ not in about or (word.i and doc[word.i - 1].text == "-"):  # "second-degree burns"
            continue
        if sentence.shapes["left_open"].search(doc[: word.i].text.lower()):
            return
        opener = (
            _time_of(word, learners)
            or _readers_own(word)
            or _future_of(word, learners, words["heading"])
            or _which(word, words["intend"])
        )
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


def _future_of(word: Token, learners: Words, heading: Words) -> Token | None:
    """ "you will study this at university", "our pupils go on to university", said of all of them."""
    for verb in word.ancestors:
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        if subject is None:
            continue
        sure = any(c.lower_ in ("will", "'ll") for c in verb.children) or verb.tag_ in ("VBG", "VBP")
        negated = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
        return subject if sure and verb.lower_ in heading and not negated and _reader(subject, learners) else None
    return None


def _which(word: Token, intend: Words) -> Token | None:
    """ "which university do you want to go to?", "the degree you hope to study"."""
    noun = word.head if word.dep_ in ("compound", "nmod") else word
    asked = next((c for c in noun.lefts if c.lower_ in ("which", "what")), None)
    wanted = {t.lower_ for t in word.doc[word.i + 1 : word.i + 7]}
    return (asked or word) if "you" in wanted and not wanted.isdisjoint(intend) else None


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


def degree_gate(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield from the need to the degree: "anyone who writes software needs a degree".

    ``about`` are the words for the degree. Silent for jobs that need one by law, and when another way in is named.
    """
    doc = sentence.doc
    text, words, shapes = doc.text.lower(), sentence.words, sentence.shapes
    if asks_whether(doc) or shapes["other_way"].search(text) or shapes["by_law"].search(text):
        return
    work = words["open_job"] | words["stem_subject"] | words["career_word"] | words["stem_field"]
    degree = next((t for t in doc if t.lower_ in about and t.pos_ in ("NOUN", "PROPN")), None)
    if degree is None or not any(t.lower_ in work and t is not degree for t in doc):
        return
    if any(t.tag_ == "VBD" and t.dep_ == "ROOT" for t in doc):  # one person's story
        return
    for need in found(doc, shapes["degree_needed"]):
        if degree.i < need.start:
            yield phrase(doc, degree, need[-1])
        else:
            yield phrase(doc, need[0], degree) if degree.i >= need.end else need
        return
