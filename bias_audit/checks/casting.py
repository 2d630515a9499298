"""Parts given out by gender: she cooks and he fixes, the boys build while the girls decorate.

What counts as a part is data: the word groups ``soft_*`` (care, home, looks, watching, assisting) and ``hard_*``
(building, leading, mending, earning) of words.yaml, with their toys and jobs. Here is only who does what.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from .sentence import Parsed, Words, asks_whether, is_plural, phrase

Side = Literal["she", "he", ""]
Kind = Literal["soft", "hard", ""]

_OWN_CLAUSE = ("conj", "advcl", "ccomp", "parataxis", "relcl", "dep", "xcomp")
# A child of the verb that takes back what the clause says.
_DENIED = frozenset("not n't never no neither nor".split())
_ASKING = frozenset("can could will would should must shall".split())
_MARKS = frozenset([":", "-", "=", "–"])


@dataclass(frozen=True, slots=True)
class Part:
    """Someone and the kind of thing that the text has them do; ``last`` is the furthest word that shows it."""

    side: Side
    kind: Kind
    who: Token
    first: Token
    last: Token


def casting(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the stretch in which one gender cares, decorates or watches and the other builds, mends or leads."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    here = parts(doc, sentence)
    if pair := _apart(here):
        a, b = pair
        ends = [a.first, a.last, a.who, b.first, b.last, b.who]
        yield phrase(doc, min(ends, key=lambda t: t.i), max(ends, key=lambda t: t.i))
        return
    # In neighbouring sentences only nouns: "She smiled. He drove on." is a story about two people.
    if sentence.before and (before := [p for p in parts(sentence.before[-1], sentence) if p.who.pos_ != "PRON"]):
        for part in here:
            if part.who.pos_ != "PRON" and _apart([*before, part]) and not _apart(before):
                yield phrase(
                    doc, min(part.who, part.first, key=lambda t: t.i), max(part.who, part.last, key=lambda t: t.i)
                )
                return


def given_by_gender(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield a job in the room that is handed to girls or to boys: "could the girls tidy up?", "get a lad to lift"."""
    doc = sentence.doc
    sides = {side for t in doc if (side := side_of(t, sentence))}
    if len(sides) != 1:  # both are named: what one does and the other is the other check's to say
        return
    for token in doc:
        if token.lower_ in about and not _counted_in_a_story(token) and (asked := _asked(token, sentence)):
            groups = (
                ("soft_home", "soft_thing", "soft_quality", "soft_class")
                if "she" in sides
                else ("heavy_action", "heavy_thing")
            )
            words = [w for w in _words(token, sentence, groups) if w.i > asked.i or w.i > token.i]
            if words:
                ends = sorted([token, *words], key=lambda t: t.i)
                yield phrase(doc, ends[0], ends[-1])
                return


def _counted_in_a_story(token: Token) -> bool:
    return any(c.dep_ in ("poss", "relcl") for c in token.children)


def _asked(token: Token, sentence: Parsed) -> Token | None:
    """The word that asks it of them: an order, a wish, "could", "will be needed"."""
    requests = sentence.words["request_verb"]
    if token.i + 2 < len(token.doc) and _called_on(token):
        return token
    one_of = token.dep_ == "pobj" and token.head.lower_ == "of"  # "can one of the lads"
    noun = token.head.head if one_of else token
    head = noun.head if noun.dep_ != "pobj" else noun.head.head
    for verb in (head, head.head):
        if verb.lower_ in requests and (
            verb.tag_ in ("VB", "VBP") or (verb.tag_ == "VBN" and token.dep_ == "nsubjpass")
        ):
            return verb
    modal = next((c for c in head.children if c.tag_ == "MD" and c.lower_ in _ASKING), None)
    return modal if modal is not None and noun.dep_ == "nsubj" and is_plural(token) else None


def balanced(document: Iterable[Parsed]) -> bool:
    """Somewhere a man or boy has a soft part, and somewhere a woman or girl a hard one."""
    shown = {(part.side, part.kind) for sentence in document for part in parts(sentence.doc, sentence)}
    return shown >= {("he", "soft"), ("she", "hard")}


def one_acts_one_watches(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield "Morag took notes while Alan built the raft": of two named people one does the work."""
    doc = sentence.doc
    names = [t for t in doc if t.pos_ == "PROPN" and t.dep_ == "nsubj" and not side_of(t, sentence)]
    watching = [
        (t, w) for t in names if (w := _words(t, sentence, ("soft_help",))) and not _kind_words(t, sentence, "hard")
    ]
    doing = [(t, w) for t in names if (w := _kind_words(t, sentence, "hard"))]
    for idle, idle_words in watching:
        for busy, busy_words in doing:
            if idle.lower_ != busy.lower_:
                ends = sorted([idle, busy, *idle_words, *busy_words], key=lambda t: t.i)
                yield phrase(doc, ends[0], ends[-1])
                return


def may_name_two(sentence: Span, before: Span, about: Words, words: Mapping[str, Words]) -> bool:
    """Two words with a capital, which may be names."""
    return sum(token.is_title for token in sentence) > 1


def _apart(found: list[Part]) -> tuple[Part, Part] | None:
    """A soft part of hers and a hard part of his, when nobody has it the other way round."""
    if any((p.side, p.kind) in (("he", "soft"), ("she", "hard")) for p in found):
        return None
    soft = next((p for p in found if (p.side, p.kind) == ("she", "soft")), None)
    hard = next((p for p in found if (p.side, p.kind) == ("he", "hard")), None)
    return (soft, hard) if soft and hard else None


def parts(doc: Doc, sentence: Parsed) -> list[Part]:
    """Everyone described as a woman, girl, man or boy whose clause shows one kind of part only."""
    found: list[Part] = []
    for token in doc:
        side = side_of(token, sentence)
        if not side or _joined_with_other(token, side, sentence):
            continue
        soft, hard = _kind_words(token, sentence, "soft"), _kind_words(token, sentence, "hard")
        if bool(soft) != bool(hard):
            words = soft or hard
            found.append(Part(side, "soft" if soft else "hard", token, words[0], words[-1]))
    return found


def side_of(token: Token, sentence: Parsed) -> Side:
    """What the words say: a gendered noun or pronoun, or a name or noun with a gendered word before it."""
    words = sentence.words
    if token.lower_ in ("male", "female", "males", "females", "god", "goddess") or token.dep_ == "poss":
        return ""
    if token.dep_ == "compound" and not _does_next(token, sentence):
        return ""
    for side, groups in (("she", ("female_person", "female_group")), ("he", ("male_person", "male_group"))):
        named = words[groups[0]] | words[groups[1]] | {side}
        if token.lower_ in named:
            return side  # type: ignore[return-value]
        if token.pos_ in ("PROPN", "NOUN") and any(
            c.lower_ in named and c.dep_ in ("compound", "amod", "nmod") for c in token.children
        ):
            return "" if token.pos_ == "NOUN" and not _is_people(token, sentence) else side  # type: ignore[return-value]
    return ""


def _is_people(noun: Token, sentence: Parsed) -> bool:
    return noun.lower_ in sentence.words["people_noun"] or noun.lower_ in sentence.words["role"]


def _joined_with_other(token: Token, side: Side, sentence: Parsed) -> bool:
    """ "the boys and girls built": both do it."""
    joined = [*token.conjuncts]
    return any(
        side_of(t, sentence) not in ("", side) and not _own_verb(t) and not _own_verb(token, True) for t in joined
    )


def _own_verb(token: Token, following: bool = False) -> Token | None:
    """The verb in "the girls to lay out the cups"."""
    if following and token.dep_ not in ("dobj", "pobj", "dative"):
        return None
    return next((c for c in token.children if c.dep_ in ("acl", "relcl") and c.i > token.i), None)


def _verb_of(token: Token) -> Token | None:
    """The verb whose doer ``token`` is."""
    if token.dep_ == "nsubj":
        return token.head
    if token.dep_ == "nsubjpass":  # "the mothers are asked to bake"
        return next((c for c in token.head.children if (c.dep_ == "xcomp" or _is_aim(c)) and c.i > token.head.i), None)
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return token.head.head
    if (own := _own_verb(token)) is not None:
        return own
    if token.dep_ in ("dobj", "dative"):  # "ask the boys to move the tables"
        verbs = (c for c in token.head.children if c.dep_ in ("xcomp", "ccomp") or _is_aim(c))
        return next((c for c in verbs if c.i > token.i), None)
    return None


def _is_aim(verb: Token) -> bool:
    """ "will be needed to shift", "pick a girl to take notes": what they are to do, read as a clause of its own."""
    return verb.dep_ == "advcl" and any(c.lower_ == "to" for c in verb.lefts)


def _kind_words(token: Token, sentence: Parsed, kind: str) -> list[Token]:
    groups = (
        ("soft_home", "soft_help", "soft_quality", "soft_thing")
        if kind == "soft"
        else ("hard_action", "hard_quality", "hard_thing")
    )
    return _words(token, sentence, groups)


def _words(token: Token, sentence: Parsed, groups: tuple[str, ...]) -> list[Token]:
    """The words of a person's clause that stand in one of the groups, alone or with the word after them."""
    clause = _clause(token, sentence)
    found = []
    for word in clause:
        after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
        for group in groups:
            known = sentence.words[group]
            if after is not None and f"{word.lower_}-{after.lower_}" in known:
                found += [word, after]
            elif word.lower_ in known and (group.endswith(("thing", "quality")) or _is_doing(word, token)):
                found.append(word)
    return sorted(set(found), key=lambda t: t.i)


def _is_doing(word: Token, token: Token) -> bool:
    return word.pos_ == "VERB" or word.lower_.endswith("ing") or (word.i == token.i + 1 and word.tag_ == "NNS")


def _clause(token: Token, sentence: Parsed) -> list[Token]:
    """The words said of a person: the clause without others' clauses; after "Boys:" the words that follow."""
    verb = _verb_of(token)
    if verb is None:
        return _listed(token) or _following(token, sentence)
    if any(c.lower_ in _DENIED and c.dep_ in ("neg", "preconj") for c in verb.children):
        return []
    words: list[Token] = []
    todo = [verb]
    while todo:
        head = todo.pop()
        words.append(head)
        for child in head.children:
            if child.i == token.i or (child.dep_ in _OWN_CLAUSE and _has_own_doer(child, token)):
                continue
            if child.dep_ in ("nsubj", "nsubjpass") and token.dep_ == "nsubj":
                continue
            todo.append(child)
    end = next(
        (t.i for t in token.doc[token.i + 1 :] if side_of(t, sentence) and _does_next(t, sentence)), len(token.doc)
    )
    return sorted((w for w in words if w.i < end), key=lambda t: t.i)


def _has_own_doer(verb: Token, token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "agent") and c.i != token.i for c in verb.children)


def _listed(token: Token) -> list[Token]:
    """ "Boys: rockets, girls: bracelets": the words after the mark, up to the next mark or stop."""
    doc = token.doc
    if token.i + 2 >= len(doc) or not (doc[token.i + 1].text in _MARKS or _called_on(token)):
        return []
    end = next((t.i for t in doc[token.i + 2 :] if t.text in ".;:" or t.text in _MARKS), len(doc))
    return list(doc[token.i + 2 : end])


def _called_on(token: Token) -> bool:
    """ "Girls, wipe the tables": a clause opens with those who are told to do it."""
    doc, at = token.doc, token.i
    opens = at == 0 or doc[at - 1].text in (",", ";", "and", "-")
    return opens and doc[at + 1].text == "," and doc[at + 2].tag_ in ("VB", "VBP", "MD")


def _following(token: Token, sentence: Parsed) -> list[Token]:
    """ "... and the boys wired up the motor": what follows someone whom the parse did not see as the doer."""
    if not _does_next(token, sentence):
        return []
    doc = token.doc
    end = next((t.i for t in doc[token.i + 1 :] if t.text in ".;:" or side_of(t, sentence)), len(doc))
    return list(doc[token.i + 1 : end])


def _does_next(token: Token, sentence: Parsed) -> bool:
    if token.i + 1 >= len(token.doc) or token.dep_ in ("nsubj", "nsubjpass"):
        return False
    after = token.doc[token.i + 1]
    return after.tag_ in ("VBD", "VBZ", "VBP", "MD", "TO") or (
        after.tag_ == "NNS"
        and any(after.lower_ in sentence.words[g] for g in ("soft_home", "soft_help", "hard_action"))
    )
