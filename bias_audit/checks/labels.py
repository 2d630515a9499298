"""People named by how able they are thought to be, and limits set on what they can learn."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from .sentence import Parsed, Words, asks_whether, left_edge, phrase, subject_of


def ability_label(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "strong or weak students", "weaker classes", "the weakest in the class", "he is weak at maths"."""
    doc = sentence.doc
    words = sentence.words
    people = words["pupil"] | words["ability_reader"]
    if any(t.lower_ in words["strong_thing"] for t in doc):
        return
    for word in doc:
        if word.lower_ not in about:
            continue
        if (noun := _labelled(word, people, words)) is not None:
            yield phrase(doc, _first_of(word), noun)
        elif _stands_for_people(word, doc, people) or _said_of(
            word, people | words["school_pronoun"], words["subject"]
        ):
            yield phrase(doc, left_edge(word), word)


def _labelled(word: Token, people: Words, words: Mapping[str, Words]) -> Token | None:
    """The learners that the word is put before: directly, or joined with "or" to the word that is."""
    first = word
    while first.dep_ == "conj" and first.head.pos_ in ("ADJ", "NOUN", "PROPN", "ADV"):
        first = first.head
    noun = first.head
    if first.dep_ not in ("amod", "compound", "nmod") or noun.i < word.i:
        return None
    if any(c.tag_ == "POS" or c.lower_ == "no" for c in noun.children):  # "no weak pupils" sorts nobody
        return None
    if noun.dep_ == "pobj" and any(c.lower_ == "themselves" for c in noun.head.head.children):  # their own word
        return None
    # "a poor little girl", "strong boys can carry it": not about learning
    if word.lower_.startswith("poor") and noun.lower_ not in words["ability_reader"]:
        return None
    if word.lower_ in ("strong", "sharp") and noun.lower_ in words["not_only_learner"]:
        return None
    if noun.lower_ in people:
        return noun
    in_class = noun.lower_ in words["class_group"] and word.lower_ in words["lowest"]
    return noun if in_class and noun.dep_ != "ROOT" and not _of(noun) else None


def _of(noun: Token) -> bool:
    return any(c.lower_ == "of" for c in noun.rights)


def _first_of(word: Token) -> Token:
    """The first of several words that are joined: "strong" in "strong or weak students"."""
    while word.dep_ == "conj":
        word = word.head
    return word


def _stands_for_people(word: Token, doc: Doc, people: Words) -> bool:
    """ "the weakest in the class", "for the less able", "pair weak with strong"."""
    if word.pos_ not in ("ADJ", "NOUN") or word.dep_ in ("amod", "compound", "acomp", "advmod"):
        return False
    if word.i + 1 < len(doc) and doc[word.i + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
        return False
    the = any(c.lower_ in ("the", "our", "your", "my") for c in word.lefts)
    in_class = [t.lower_ for t in doc[word.i + 1 : word.i + 5]]
    if the and in_class[:1] in (["in"], ["of"]) and {"class", "group", "set", "pupils", "you"} & set(in_class):
        return True
    return the and word.lower_ in ("weakest", "ablest", "strugglers", "abler") and any(t.lower_ in people for t in doc)


def _said_of(word: Token, people: Words, subjects: Words) -> bool:
    """ "he is weak at maths", "a pupil who is slow in reading"."""
    if word.dep_ not in ("acomp", "attr") or any(c.dep_ == "neg" for c in word.head.children):
        return False
    if word.head.lower_ not in ("is", "are", "was", "were", "'s", "'re", "be"):
        return False
    subject = subject_of(word.head)
    if subject is None:
        return False
    if subject.lower_ in ("who", "that"):
        subject = word.head.head
    after = [t.lower_ for t in word.doc[word.i + 1 : word.i + 4]]
    field = set(after[1:]) if after and after[0] in ("at", "in") else set[str]()
    return subject.lower_ in people and not field.isdisjoint(subjects)


_UNABLE = frozenset("incapable unable".split())


def never_will(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "will never understand fractions", "some people just can't do maths": said of learners as a fact.

    ``about`` are the words that deny it for good.
    """
    doc = sentence.doc
    if asks_whether(doc):
        return
    words = sentence.words
    people = words["pupil"] | words["school_pronoun"] | {"people", "class", "group", "us", "you"}
    field = words["subject"] | words["class_topic"]
    for word in doc:
        if word.lower_ not in about:
            continue
        verb = word.head
        subject = subject_of(verb)
        if subject is None and verb.dep_ in ("xcomp", "conj"):
            subject = subject_of(verb.head)
        if subject is None:
            continue
        if subject.lower_ in ("who", "that"):
            subject = verb.head
        if not ({subject.lower_, *(t.lower_ for t in subject.subtree if t.dep_ == "pobj")} & people):
            continue
        goal = _goal(doc[word.i : word.i + 8], field)
        if goal is None:
            continue
        for_good = word.lower_ in _UNABLE or word.lower_ == "never" or _forecast(verb)
        verbs = words["grasp_verb" if goal.lower_ in ("this", "it") else "learn_verb"]
        doing = {t.lower_ for t in doc[word.i : word.i + 6]} & verbs
        able_to = word.lower_ in _UNABLE and doc[word.i + 1 : word.i + 2].text.lower() in ("to", "of")
        if for_good and (doing or able_to) and not _yet(doc):
            yield phrase(doc, doc[word.i - 1] if word.lower_ == "n't" else word, goal)


def _goal(ahead: Span, field: Words) -> Token | None:
    """The last word of what is to be learned, in the same clause."""
    goal = None
    for token in ahead:
        if token.is_punct:
            break
        goal = token if token.lower_ in field else goal
    return goal


def _forecast(verb: Token) -> bool:
    """ "this class will not manage"."""
    sure = any(c.lower_ in ("will", "wo", "'ll") for c in verb.children if c.dep_ == "aux")
    return sure and verb.lower_ in ("manage", "cope", "understand", "get", "pass", "grasp")


def _yet(doc: Doc) -> bool:
    return any(t.lower_ in ("yet", "unless", "until", "without", "if") for t in doc)
