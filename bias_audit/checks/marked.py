"""Things kept for one gender: "careers for boys", "this topic will bore the girls", "chess is more for the lads"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from .sentence import SPECIFYING, Parsed, Words, asks_whether, phrase

_DENIED = frozenset("no not n't never nobody".split())
_NOT_ONLY = frozenset("just only merely".split())


def one_gender(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the words that give a subject, a job, a toy or a task to girls or to boys.

    Silent where both are named side by side, and for what girls or boys share by fact (a team, a changing room).
    """
    doc = sentence.doc
    if asks_whether(doc) or (
        doc[0].lower_ == "why" and doc[-1].text == "?"
    ):  # "why do adverts show pink toys for girls?"
        return
    for group in doc:
        if group.lower_ not in about or not _whole_group(group) or _beside_the_other(group, about):
            continue
        start = _kept_for(group, sentence)
        if start is None and not any(t.lower_ in _DENIED for t in doc[: group.i]):  # "no such thing as boys' toys"
            start = _appeals_to(group, sentence) or _owned_by(group, sentence)
        if start is not None:
            ends = sorted((start, group), key=lambda t: t.i)
            yield phrase(doc, ends[0], ends[1])
            return


def _whole_group(group: Token) -> bool:
    """ "girls", "the boys", "a girl": not these, ours, named, counted or aged ones."""
    for child in group.children:
        if child.dep_ in ("nummod", "poss", "relcl", "acl", "appos") or (child.dep_ == "prep" and child.lower_ != "at"):
            return False
        if child.dep_ == "amod" and (child.lower_ in SPECIFYING or group.dep_ != "pobj"):
            return False
        if child.dep_ == "det" and child.lower_ not in ("the", "a", "all", "any", "most"):
            return False
    return True


def _beside_the_other(group: Token, about: Words) -> bool:
    """ "for girls and boys", "boys as well as girls", "for girls or for boys"."""
    doc = group.doc
    near = doc[max(0, group.i - 4) : group.i + 5]
    joined = {t.lower_ for t in near} & {"and", "or", "&", "/", "well"}
    return bool(joined) and any(t.lower_ in about and t.i != group.i for t in near)


def _kept_for(group: Token, sentence: Parsed) -> Token | None:
    """The word before "for girls" that shows what is kept for them."""
    doc = group.doc
    before = next(
        (t for t in reversed(doc[max(0, group.i - 3) : group.i]) if t.lower_ in ("for", "at", "towards")), None
    )
    if before is None or before.i == 0 or (group.i + 1 < len(doc) and doc[group.i + 1].text in ("'s", "'", "-")):
        return None
    if any(t.lower_ == "too" for t in doc[group.i + 1 : group.i + 3]):  # "for girls too": a yardstick, said elsewhere
        return None
    word = doc[before.i - 1]
    if word.lower_ in sentence.words["kept_thing"]:
        return word
    subject = next((t for t in doc[: before.i] if t.dep_ in ("nsubj", "nsubjpass")), None)
    topic = subject is not None and any(
        t.lower_ in sentence.words["kept_thing"] or t.lower_ in sentence.words["subject"] for t in subject.subtree
    )
    denied = any(t.lower_ in ("not", "n't") for t in doc[max(0, before.i - 3) : before.i])
    if word.lower_ in sentence.words["tilted"] and not (denied and word.lower_ in _NOT_ONLY):
        return word if topic or word.lower_ in ("mostly", "mainly", "more", "really") else None
    if word.lower_ in sentence.words["made_for_one"] or (word.lower_ in ("is", "are", "'s", "not", "n't") and topic):
        return word if topic else None
    return None


def _appeals_to(group: Token, sentence: Parsed) -> Token | None:
    """The verb in "suits the girls", "bores the boys", "to draw in more girls"."""
    verb = group.head.head if group.dep_ == "pobj" and group.head.lower_ in ("to", "in", "off") else group.head
    if group.dep_ not in ("dobj", "pobj", "nsubj") or verb.i > group.i:
        return None
    if verb.lower_ not in sentence.words["appeal_verb"]:
        return None
    # "The coat suits girls": what is said to appeal has to be work for learners
    return (
        verb
        if any(t.lower_ in sentence.words["kept_thing"] or t.lower_ in sentence.words["subject"] for t in verb.doc)
        else None
    )


def _owned_by(group: Token, sentence: Parsed) -> Token | None:
    """ "boys' toys", "a lad's job"."""
    if group.dep_ != "poss" or not any(c.tag_ == "POS" for c in group.children):
        return None
    return group.head if group.head.lower_ in sentence.words["owned_thing"] else None
