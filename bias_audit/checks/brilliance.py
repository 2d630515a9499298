"""Only for the clever: a subject, a task or a job kept for people who are called bright."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from .sentence import Parsed, Words, asks_whether, phrase


def brilliance_gate(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "only for the really clever", "you need to be clever", "the brightest of you"."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    for word in doc:
        if word.lower_ not in about:
            continue
        gate = _for_the_clever(sentence, word) or _need_to_be(sentence, word) or _only_the_cleverest(sentence, word)
        if gate is not None:
            yield gate


def _for_the_clever(sentence: Parsed, word: Token) -> Span | None:
    """ "for (the) (really) clever (pupils)"; "only" or "just" before makes it longer."""
    doc, head = sentence.doc, _whom(sentence, word)
    if head is word and word.pos_ == "ADJ" and word.dep_ not in ("pobj", "amod"):
        return None
    if head is word and word.dep_ == "amod":
        return None
    preposition = head.head
    if head.dep_ != "pobj" or preposition.lower_ != "for":
        return None
    if head is word and not any(c.lower_ == "the" for c in word.children) and word.pos_ == "ADJ":
        return None
    # "a certificate for the brightest poster": the clever thing is not a person
    if head is word and word.i + 1 < len(doc) and doc[word.i + 1].pos_ == "NOUN":
        return None
    if any(c.dep_ == "neg" for c in preposition.head.children):
        return None
    first = preposition
    if first.i and doc[first.i - 1].lower_ in ("only", "just", "mainly", "really", "best"):
        first = doc[first.i - 1]
    return phrase(doc, first, head)


def _whom(sentence: Parsed, word: Token) -> Token:
    """The people who are called clever, or the word itself."""
    named = word.dep_ in ("amod", "compound") and word.head.lower_ in sentence.words["called_clever"]
    return word.head if named else word


def _need_to_be(sentence: Parsed, word: Token) -> Span | None:
    """ "you need to be clever", "a vet must be gifted": said of someone, not of a lamp."""
    doc = sentence.doc
    if word.tag_ == "VBN" and any(c.lower_ == "be" and c.dep_ == "auxpass" for c in word.children):
        be = word  # "gifted" read as a verb form
    else:
        be = word.head
        if word.dep_ not in ("acomp", "attr") or be.lower_ not in ("be", "being"):
            return None
    need = be.head if be.dep_ in ("xcomp", "ccomp", "advcl") else be
    subject = next((c for n in (be, need) for c in n.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and not _is_someone(subject, sentence):
        return None
    if need is be:
        modal = next((c for c in be.children if c.lower_ in ("must",)), None)
        if modal is None or any(c.dep_ == "neg" for c in be.children):
            return None
        return phrase(doc, modal, word)
    if need.lower_ not in sentence.words["need_verb"] or any(c.dep_ == "neg" for c in need.children):
        return None
    return phrase(doc, need, word)


def _is_someone(noun: Token, sentence: Parsed) -> bool:
    word, words = noun.lower_, sentence.words
    if noun.pos_ == "PRON":
        return word not in ("it", "this", "that", "these", "those", "which", "there")
    return (
        noun.pos_ == "PROPN" or word in words["person"] or not {word, word.removesuffix("s")}.isdisjoint(words["role"])
    )


def _only_the_cleverest(sentence: Parsed, word: Token) -> Span | None:
    """ "only the brightest", "the brightest of you", "only clever people can"."""
    doc, head = sentence.doc, _whom(sentence, word)
    if head is word and word.dep_ in ("amod", "compound", "acomp", "advmod"):
        return None
    if word.i + 1 < len(doc) and head is word and doc[word.i + 1].pos_ == "NOUN":
        return None
    start = min([head.i, word.i, *(c.i for c in head.lefts)])
    opener = doc[start] if doc[start].lower_ == "only" else (doc[start - 1] if start else None)
    if opener is not None and opener.lower_ == "only" and head.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return phrase(doc, opener, head)
    of_you = doc[head.i + 1 : head.i + 3]
    if (
        word.tag_ in ("JJS", "NN", "NNS", "JJ")
        and word.lower_.endswith("est")
        and [t.lower_ for t in of_you] in (["of", "you"], ["among", "you"], ["of", "us"])
    ):
        return phrase(doc, doc[start], of_you[-1])
    return None
