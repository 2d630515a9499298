"""Who acts in a sentence: a group that is helped, cared for or allowed, while others do the helping."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from .sentence import Parsed, Words, left_edge, phrase


def acted_upon(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the verb with the group that it is done to.

    Silent where the group goes on to act ("helps disabled people to challenge"), and where a law does the helping.
    """
    people = sentence.words["people_noun"] | sentence.words["race_people"]
    for noun in sentence.doc:
        if noun.lower_ in people and _described(noun, about) and (verb := _done_to(noun, sentence.words)) is not None:
            yield phrase(sentence.doc, left_edge(noun) if noun.i < verb.i else verb, max(noun, verb, key=lambda t: t.i))


def _described(noun: Token, about: Words) -> bool:
    """ "a blind person", "children in wheelchairs", "someone with autism"."""
    if any(c.lower_ in about and c.dep_ in ("amod", "compound") for c in noun.children):
        return True
    after = noun.doc[noun.i + 1 : noun.i + 4]  # by place: a parse may give "in a wheelchair" to the verb
    return bool(after) and after[0].lower_ in ("with", "in") and any(t.lower_ in about for t in after)


def _done_to(noun: Token, words: Mapping[str, Words]) -> Token | None:
    """The verb of helping, caring or letting whose object the noun is."""
    head, helped, cared, allowed = noun.head, words["helped"], words["cared"], words["allowed"]
    if noun.dep_ == "pobj" and head.lower_ in ("after", "for") and head.head.lower_ in cared:
        return None if _by_right(head.head, words["by_right"]) else head.head
    if noun.dep_ == "nsubjpass":
        if head.lower_ in allowed:
            return head if _lets_in(head, words["joining"]) else None
        looked = head.lower_ in cared and any(c.lower_ in ("after", "for") for c in head.children)
        return head if (head.lower_ in helped or looked) and not _goes_on(head) else None
    if noun.dep_ in ("dobj", "dative") and head.lower_ in helped:
        return None if _goes_on(head) or _by_right(head, words["by_right"]) else head
    if noun.dep_ == "nsubj" and head.head.lower_ in allowed and head.lower_ in words["joining"]:
        return None if _by_right(head.head, words["by_right"]) else head.head
    return None


def _lets_in(verb: Token, joining: Words) -> bool:
    return any(c.dep_ == "xcomp" and c.lower_ in joining for c in verb.children)


def _goes_on(verb: Token) -> bool:
    """ "helps them to challenge", "trained as engineers": what they are helped to do or be."""
    return any(
        c.dep_ in ("xcomp", "ccomp") or c.lower_ in ("as", "fairly", "badly", "seriously") for c in verb.children
    )


def _by_right(verb: Token, rights: Words) -> bool:
    """A law, a rule or the group itself does it, or it is denied."""
    return any(
        (c.dep_ in ("nsubj", "nsubjpass") and (c.lower_ in rights or c.tag_ == "WP")) or c.dep_ == "neg"
        for c in verb.children
    )
