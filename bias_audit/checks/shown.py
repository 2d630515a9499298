"""What shows that a page takes a thing for granted: "your", "bring", "at home", "when you", "which do you".

Each cue looks for it from the thing, and from the verb that tells a reader to do something with the thing.
"""

import re
from collections.abc import Callable, Mapping

from spacy.tokens import Span, Token

from .sentence import Parsed, Words

Cue = Callable[[Parsed, Token, Token | None], Token | None]
_IN_SCHOOL = re.compile(r"\b(?:in|at) (?:school|class|the library)\b", re.IGNORECASE)
_IN_ROOM = re.compile(
    r"\b(?:to|from|at|on|onto|in) (?:the|your) (?:front|table|bench|carpet|desk|tray|box|cupboard|sink|shelf|mat)\b"
)
_SUBJECT = ("nsubj", "nsubjpass", "expl")
_WONDER = frozenset("what which where who how when".split())
_HABIT = frozenset("when whenever while time as after before because".split())
_STEP = frozenset({"before", "after"})


def whole_noun(thing: Token, portion: Words) -> Token:
    """The noun that a word is part of: the lessons in "your piano lessons", the set in "your set of pens"."""
    while (
        thing.dep_ in ("compound", "nmod", "amod") and thing.head.pos_ in ("NOUN", "PROPN") and thing.head.i > thing.i
    ):
        thing = thing.head
    held = thing.head.head if thing.dep_ == "pobj" and thing.head.lower_ == "of" else thing
    return held if held.lower_ in portion else thing


def is_you(subject: Token, words: Mapping[str, Words]) -> bool:
    """ "you", "your family", "your parents"."""
    yours = any(c.lower_ == "your" for c in subject.children)
    return subject.lower_ == "you" or (yours and subject.lower_ in words["parent_word"])


def owned(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The "your" of "your garden", "your parents' car", "your nearest station"; "their" of a reader."""
    noun = whole_noun(thing, sentence.words["portion"])
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
    doc, noun = sentence.doc, whole_noun(thing, sentence.words["portion"])
    if clause is not None and clause.lower_ in sentence.words["made_by_you"]:  # "make your own protractor"
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


def with_yours(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The "your" of the phone with which something is to be done; not of one that is put away.

    "When you use your phone" speaks to those who do: nobody has to.
    """
    if clause is None or clause.lower_ in sentence.words["put_away"]:
        return None
    if any(c.lower_ in _HABIT for c in clause.lefts):
        return None
    noun = whole_noun(thing, sentence.words["portion"])
    return None if noun in clause.children and noun.dep_ in _SUBJECT else owned(sentence, thing, clause)


def told(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The verb by which a reader is told; a question tells nothing, nor does what everybody did."""
    return None if clause is None or clause.tag_ == "VBD" or sentence.doc[-1].text == "?" else clause


def _brought(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The verb of bringing or buying that has the thing as its object; not what is fetched across the room."""
    if clause is None or _IN_ROOM.search(sentence.doc.text):
        return None
    for word in (thing, *thing.ancestors):
        if word.lower_ in sentence.words["bringing"] and word.i < thing.i:
            return None if any(t.lower_ in sentence.words["brought_to"] for t in word.subtree) else word
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
        if word.lower_ in sentence.words["kitchen"] and before in ("your", "kitchen") and doc[word.i - 2].pos_ == "ADP":
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


def wondered(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """The question word of a question to which "none" is a lonely answer: "where did you go on holiday?"."""
    doc, words = sentence.doc, sentence.words
    asked = next((t for t in doc if t.lower_ in _WONDER), None)
    if asked is None or asked.i > thing.i or "?" not in doc.text[asked.idx :]:
        return None
    if any(t.lower_ in words["knowing"] for t in doc[asked.i :]):  # "what do you know about planes?"
        return None
    for helper in doc[asked.i : -2]:
        you = helper.nbor() if helper.nbor().lower_ != "your" else helper.nbor(2)
        if helper.lower_ in ("do", "did", "have", "are", "were", "will") and is_you(you, words):
            return asked
    return None


def habit(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "when you go on holiday", "the last time you were on a plane": the "when".

    "Before you light the hob, tie back your hair" is a step of the work at hand.
    """
    if clause is None or not any(c.dep_ in _SUBJECT and is_you(c, sentence.words) for c in clause.children):
        return None
    opener = next((c for c in clause.lefts if c.lower_ in _HABIT), None)
    if opener is None and clause.dep_ in ("relcl", "advcl", "acl") and clause.head.lower_ in _HABIT:
        opener = clause.head
    if opener is not None and opener.lower_ in _STEP and clause.head.tag_ == "VB":
        return None
    return opener


def lived(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "the presents you got", "have you ever flown?": what you did, said as a fact or asked of everyone."""
    for verb in (*(c for c in thing.children if c.dep_ == "relcl"), *([clause] if clause is not None else ())):
        you = next((c for c in verb.children if c.dep_ in _SUBJECT and is_you(c, sentence.words)), None)
        helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        past = verb.tag_ == "VBD" or "did" in helpers or (verb.tag_ == "VBN" and helpers & {"have", "'ve", "had"})
        if isinstance(you, Token) and past:
            return you
    return None


def everyone_has(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "we all have a garden", "everyone loves a day at the zoo": the owners."""
    verb = next((a for a in (thing, *thing.ancestors) if a.lower_ in sentence.words["having"]), None)
    for who in verb.children if verb is not None else ():
        everyone = who.lower_ in ("everyone", "everybody", "all") or (who.lower_ == "we" and who.nbor().lower_ == "all")
        if who.dep_ == "nsubj" and everyone:
            return who
    return None


def _done_by_family(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "families are asked to download", "ask your dad to print it": the family that does it."""
    if clause is None:
        return None
    family = sentence.words["parent_word"]
    asked = clause.lower_ in ("ask", "get", "tell")
    if asked and any(c.dep_ == "dobj" and c.lower_ in family for c in clause.children):
        return clause
    if thing not in (clause, *(c for c in clause.children if c.dep_ == "xcomp")):
        return None
    return next((c for c in clause.children if c.dep_ in _SUBJECT and c.lower_ in family), None)


def _needed(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "each child needs a sun hat", "everyone is expected to own one": who needs it. Not pairs or groups."""
    if clause is None or _IN_ROOM.search(sentence.doc.text):
        return None
    verbs = (clause, *(c for c in clause.children if c.dep_ == "xcomp"))
    for who in clause.children if any(v.lower_ in sentence.words["needing"] for v in verbs) else ():
        every = who.lower_ in ("everyone", "everybody") or any(
            c.lower_ in ("each", "every", "all", "your") for c in who.lefts
        )
        if who.dep_ in _SUBJECT and every and who.lower_ not in sentence.words["sharing"]:
            return who
    return None


def _from_each(sentence: Parsed, thing: Token, clause: Token | None) -> Token | None:
    """ "a bag of sugar from each pupil": the learner or family that gives it."""
    for word in sentence.doc[thing.i + 3 :]:
        each = word.nbor(-1).lower_ in ("each", "every") and word.nbor(-2).lower_ == "from"
        if each and word.lower_ in sentence.words["reader"] - sentence.words["sharing"]:
            return word
    return None


def _ends_there(word: Token) -> bool:
    """ "take it home", not "home to the blocks"."""
    return word.i + 1 == len(word.doc) or word.nbor().lower_ not in ("to", "-", "page", "screen", "tab", "town")


def _between(first: Token, last: Token) -> Span:
    return first.doc[first.i + 1 : last.i]


# What says that it happens at home, or at a family's cost.
HOME: tuple[Cue, ...] = (_brought, _at_home, _own, _needed, _done_by_family, _from_each)
