"""What a page takes every learner or family to have, to bring or to do: "your garden", "bring a kilo of flour"."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from ..text import hyphenated
from .sentence import Parsed, Words, phrase

_PENCE = re.compile(r"\d+p$")
_IN_SCHOOL = re.compile(r"\b(?:in|at) (?:school|class|the library)\b", re.IGNORECASE)
_SUBJECT = ("nsubj", "nsubjpass", "expl")
_FARTHEST = 12  # tokens from the word that shows an assumption to the thing
_OPEN = frozenset("if whether unless may might could".split())
_WONDER = frozenset("what which where who how when".split())
_BROUGHT_TO = frozenset("boil simmer temperature".split())  # "bring the milk to the boil"
_MAKE = frozenset("make build design create draw write invent devise choose set plan start".split())
_HABIT = frozenset("when whenever while time as after before because".split())

_Cue = Callable[[Parsed, Token, Token | None], Token | None]


def assumption(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what is taken as part of every reader's life, or must be brought or done at home.

    "your garden", "when you go on holiday", "which instrument do you play?". Silent for what is
    offered ("if you have", "you may"), provided ("the school garden") or made up.
    """
    yield from _shown(sentence, about, (_owned, _wondered, _habit, _lived, _everyone_has, *_HOME))


def from_home(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what readers must bring, buy, own, or use outside school.

    "bring flour", "print it at home", "use your own laptop". Using the same thing in class is silent.
    """
    yield from _shown(sentence, about, _HOME)


def instruction(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what every reader is told to do, by its verb or its object: "run to the wall", "ask your dad"."""
    yield from _shown(sentence, about, (_told,))


def _shown(sentence: Parsed, about: Words, cues: tuple[_Cue, ...]) -> Iterator[Span]:
    """The spans from the word that shows the assumption to the thing assumed, none inside another."""
    doc, words = sentence.doc, sentence.words
    if _priced(doc) or any(t.lower_ in words["made_up_word"] or hyphenated(t) in words["made_up_word"] for t in doc):
        return
    reached = -1
    for thing in doc:
        if thing.i <= reached or not (thing.lower_ in about or hyphenated(thing) in about):
            continue
        whole = _whole(thing)
        if _given(whole, words["given_word"]) or _conditional(thing):
            continue
        clause = _clause(thing, words)
        for cue in cues:
            if (shown := cue(sentence, thing, clause)) is not None:
                last = max(whole, thing, shown, key=lambda t: t.i)
                first = min(shown, thing, key=lambda t: t.i)
                if last.i - first.i <= _FARTHEST:
                    reached = last.i
                    yield phrase(doc, first, last)
                break


def _priced(doc: Doc) -> bool:
    """ "two pens at 35p each": a sum about money."""
    return any(
        t.lower_ in ("at", "cost", "costs", "costing") and (n.text == "£" or _PENCE.match(n.text))
        for t, n in pairwise(doc)
    )


def _whole(thing: Token) -> Token:
    """The noun that a word is part of: at "piano" in "your piano lessons", the lessons."""
    while (
        thing.dep_ in ("compound", "nmod", "amod") and thing.head.pos_ in ("NOUN", "PROPN") and thing.head.i > thing.i
    ):
        thing = thing.head
    return thing


def _given(noun: Token, given: Words) -> bool:
    """ "the school garden", "our spare goggles", "a toy car": nobody has to own it."""
    if any(c.lower_ == "own" for c in noun.lefts):
        return False
    return any(c.lower_ in given or (c.dep_ == "poss" and any(g.lower_ in given for g in c.lefts)) for c in noun.lefts)


def _conditional(thing: Token) -> bool:
    """In an if-clause, after "whether", "some of you" and "those of you", or with "may" and "could"."""
    for word in (thing, *thing.ancestors):
        if any(c.lower_ in _OPEN and c.i < thing.i for c in word.lefts):
            return True
    before = [t.lower_ for t in thing.doc[: thing.i]]
    return any(before[i : i + 3] in (["some", "of", "you"], ["those", "of", "you"]) for i in range(len(before)))


def _clause(thing: Token, words: Mapping[str, Words]) -> Token | None:
    """The verb that tells a reader to do something with the thing; None when someone else does it."""
    for word in (thing, *thing.ancestors):
        subject = next((c for c in word.children if c.dep_ in _SUBJECT), None)
        if word.pos_ not in ("VERB", "AUX") and subject is None and not _opens(word, words["task_verb"]):
            continue
        helpers = [c.lower_ for c in word.children if c.dep_ in ("aux", "auxpass")]
        slipped = subject is not None and word.tag_ == "VB" and not helpers and subject.tag_ == "NN"
        if slipped and word.lower_ in words["task_verb"]:  # "For the bridge test bring ...": no subject after all
            return word
        if subject is not None:
            return word if _is_reader(subject, word, words) else None
        if _opens(word, words["task_verb"]) or (word.tag_ in ("VB", "VBP") and not helpers):
            return word
    return None


def _opens(word: Token, verbs: Words) -> bool:
    """The first word of the sentence, bar "please" and the like, and a verb that gives a task."""
    before = {t.lower_ for t in word.doc[: word.i] if t.is_alpha}
    return word.lower_ in verbs and before <= {"please", "then", "now", "next", "first", "kindly", "step"}


def _is_reader(subject: Token, verb: Token, words: Mapping[str, Words]) -> bool:
    """ "you", "everyone", "all pupils", "families": not some people seen doing something."""
    if subject.lower_ in ("you", "we"):
        return subject.lower_ == "you"
    if subject.lower_ in ("everyone", "everybody", "all"):
        return True
    narrowed = any(c.lower_ in words["given_word"] or c.dep_ in ("relcl", "nummod") for c in subject.children)
    if subject.lower_ not in words["reader"] or narrowed:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    one = subject.tag_ == "NN"
    every = any(c.lower_ in ("each", "every", "all", "your") for c in subject.children)
    told = bool(helpers & words["must_word"]) or verb.lower_ in words["must_word"]
    if "can" in helpers:  # "pupils can save it online": they need not
        return False
    seen = verb.tag_ == "VBD" or (verb.tag_ == "VBG" and not told) or bool(helpers & {"had", "did", "were", "was"})
    return not seen and (told or every or not one)


def _owned(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The "your" of "your garden", "your parents' car", "your nearest station"; "their" of a reader."""
    noun = _whole(thing)
    for word in noun.subtree:
        if word.i >= noun.i or word.lower_ not in ("your", "their"):
            continue
        holder = word.head
        if holder != noun and not (holder.head == noun and holder.dep_ in ("poss", "compound", "nmod")):
            continue
        if word.lower_ == "your" or (clause is not None and any(c.dep_ in _SUBJECT for c in clause.children)):
            return word
    return None


def _own(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The owner in "your own laptop", "the family computer", "home broadband", "a calculator of your own"."""
    doc, noun = sentence.doc, _whole(thing)
    if clause is not None and clause.lower_ in _MAKE:  # "make your own protractor"
        return None
    after = doc[noun.i + 1 : noun.i + 4]
    if [t.lower_ for t in after] in (["of", "your", "own"], ["of", "their", "own"]):
        return after[-1]
    mine, i = None, noun.i - 1
    while i >= 0 and doc[i].pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "PUNCT", "PART") and doc[i].lower_ not in ",.;:":
        if doc[i].lower_ in ("own", "home", "family", "household") or (
            mine is not None and doc[i].lower_ in ("your", "their")
        ):
            mine = doc[i]
        i -= 1
    return mine if clause is not None or (mine is not None and mine.lower_ == "your") else None


def _told(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    return clause


def _brought(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The verb of bringing or buying that has the thing as its object."""
    if clause is None:
        return None
    for word in (thing, *thing.ancestors):
        if word.lower_ in sentence.words["bringing"] and word.i < thing.i:
            return None if any(t.lower_ in _BROUGHT_TO for t in word.subtree) else word
        if word.lower_ in ("come", "arrive", "comes", "turn") and any(
            t.lower_ == "with" for t in _between(word, thing)
        ):
            return word
        if word.pos_ == "VERB" and word != thing:
            break
    after = (c for c in clause.children if c.dep_ == "conj" and c.lower_ in sentence.words["bringing"])
    return next((c for c in after if any(o.lower_ in ("it", "them") for o in c.children)), None)


def _at_home(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The words that put the task outside school: "at home", "for homework", "tonight", "this weekend"."""
    doc, times = sentence.doc, sentence.words["out_of_school"]
    if _IN_SCHOOL.search(doc.text):
        return None
    for word in doc if clause is not None else ():
        before = doc[word.i - 1].lower_ if word.i else ""
        if word == thing:
            continue
        if word.lower_ in times:
            return word
        if word.lower_ == "home" and (before in ("at", "from") or (word.dep_ == "advmod" and _ends_there(word))):
            return word
        if word.lower_ in ("weekend", "evening", "night", "holidays", "break") and before in (
            "this",
            "the",
            "each",
            "every",
            "your",
            "next",
            "summer",
            "easter",
            "october",
            "christmas",
        ):
            return word
        if word.lower_ == "school" and before in ("after", "before", "outside"):
            return word
    return None


def _wondered(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The question word of a question to which "none" is a lonely answer: "where did you go on holiday?"."""
    doc = sentence.doc
    if clause is None or not any(c.lower_ == "you" for c in clause.children):
        return None
    asked = next((t for t in clause.subtree if t.lower_ in _WONDER), None)
    if asked is None or not any(
        c.dep_ == "aux" and c.lower_ in ("do", "did", "have", "are", "will") for c in clause.children
    ):
        return None
    return asked if "?" in doc.text[doc[asked.i].idx :] else None


def _habit(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "when you go on holiday", "the last time you were on a plane": the "when"."""
    if clause is None or not any(c.lower_ == "you" and c.dep_ in _SUBJECT for c in clause.children):
        return None
    opener = next((c for c in clause.lefts if c.lower_ in _HABIT), None)
    if opener is None and clause.dep_ in ("relcl", "advcl", "acl") and clause.head.lower_ in _HABIT:
        opener = clause.head
    return opener


def _lived(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "the presents you got", "have you ever flown?": what you did, said as a fact or asked of everyone."""
    for verb in (*(c for c in thing.children if c.dep_ == "relcl"), *([clause] if clause is not None else ())):
        you = next((c for c in verb.children if c.lower_ == "you" and c.dep_ in _SUBJECT), None)
        helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        past = verb.tag_ == "VBD" or "did" in helpers or (verb.tag_ == "VBN" and helpers & {"have", "'ve", "had"})
        if isinstance(you, Token) and past:
            return you
    return None


def _everyone_has(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "we all have a garden", "everyone has a phone": the owner."""
    if clause is None or clause.lower_ not in (
        "have",
        "has",
        "own",
        "owns",
        "go",
        "goes",
        "get",
        "gets",
        "knows",
        "been",
    ):
        return None
    return next(
        (c for c in clause.children if c.dep_ == "nsubj" and c.lower_ in ("everyone", "everybody", "all")), None
    )


def _done_by_family(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "parents should drive", "families should download": the family that does it, where the thing is a doing."""
    if clause is None or clause.i != thing.i:
        return None
    return next((c for c in clause.children if c.dep_ == "nsubj" and c.lower_ in sentence.words["parent_word"]), None)


def _needed(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "each child needs a sun hat", "everyone must have a protractor": who needs it. Not pairs or groups."""
    if clause is None or clause.lower_ not in ("need", "needs", "require", "requires", "have", "has"):
        return None
    for who in (c for c in clause.children if c.dep_ == "nsubj"):
        every = who.lower_ in ("everyone", "everybody") or any(
            c.lower_ in ("each", "every", "all", "your") for c in who.lefts
        )
        if every and who.lower_ not in ("class", "group", "groups", "pairs", "teams"):
            return who
    return None


def _ends_there(word: Token) -> bool:
    """ "take it home", not "home to the blocks"."""
    return word.i + 1 == len(word.doc) or word.nbor().lower_ not in ("to", "-", "page", "screen", "tab", "town")


def _between(first: Token, last: Token) -> Span:
    return first.doc[first.i + 1 : last.i]


# What says that it happens at home, or at a family's cost.
_HOME: tuple[_Cue, ...] = (_brought, _at_home, _own, _needed, _done_by_family)
