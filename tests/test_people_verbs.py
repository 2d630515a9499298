"""Who does what, where the parser takes a verb for a noun or where it is somewhere else; each with near misses."""

import pytest
from counts import blocks_of, read

from bias_audit.people.parses.read import read_parse
from bias_audit.pipeline import load_model
from bias_audit.text import parse, tokenise


def acts(*texts: str) -> list[tuple[str, str, str]]:
    return [(m.text, act.verb, act.grammar) for m in read(*texts).mentions for act in m.acts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb in -s that is read as a plural
        ("A plumber charges £30 plus 50p a mile.", [("A plumber", "charges", "subject")]),
        ("Leila holds the ladder and talks about the roof.",
         [("Leila", "holds", "subject"), ("Leila", "talks", "subject")]),
        ("She snores.", [("She", "snores", "subject")]),
        ("Omar runs two cafes and shops.", [("Omar", "runs", "subject")]),
        ("Leila knows the bus drivers.", [("Leila", "knows", "subject"), ("drivers", "knows", "object")]),
        # a verb after "does" and "must"
        ("What does a baker gain?", [("a baker", "gain", "subject")]),
        ("How many bricks must the joiner order?", [("the joiner", "order", "subject")]),
        ("If the hero has lives left, play on.", [("the hero", "has", "subject")]),
        # a past that is read as a participle
        ("In the spring term a porter noticed that the gate was shut.", [("a porter", "noticed", "subject")]),
        ("A coat worn by a singer hung there.", []),
        # two names before a verb
        ("Petra and Omar hike from Leith to Ayr.", [("Petra", "hike", "subject"), ("Omar", "hike", "subject")]),
        ("Petra and Omar work well together.", [("Petra", "work", "subject"), ("Omar", "work", "subject")]),
        ("The Petra and Omar hike shop is shut.", []),
        ("Petra and Omar dialogue with prompts", []),
        # a past between two nouns
        ("Tom’s dad painted boats.", [("dad", "painted", "subject")]),
        ("Sam hated school, loved engines and left at sixteen.", [("Sam", "hated", "subject")]),
        ("It was Tom’s freshly baked bread.", []),
        ("Kenji has been promoted and moves to Perth.",
         [("Kenji", "promoted", "passive"), ("Kenji", "moves", "subject")]),
        # an order that is read as the first half of a name
        ("Seat Petra by the door: she reads lips.", [("Petra", "Seat", "object"), ("she", "reads", "subject")]),
        ("Remind Petra to sing.", [("Petra", "Remind", "object")]),
        ("Ring Mrs Orr, who chairs the club.", [("Mrs Orr", "Ring", "object"), ("Mrs Orr", "chairs", "subject")]),
        ("Grant Reid sat.", [("Grant Reid", "sat", "subject")]),
    ],
)  # fmt: skip
def test_verbs_are_seen_though_they_look_like_nouns(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "had to": the second verb, with what is done to whom
        ("The nurse had to ring him and warn her.",
         [("The nurse", "ring", "subject"), ("The nurse", "warn", "subject"), ("him", "ring", "object"),
          ("her", "warn", "object")]),
        ("The nurse wants to ring him.", [("The nurse", "wants", "subject")]),
        ("What does a diver need to know?", [("a diver", "need", "subject")]),
        # a "did" that stands for another verb
        ("Petra did not.", []),
        ("My brother did last year.", []),
        ("Petra did the washing.", [("Petra", "did", "subject")]),
        ("Petra did well.", [("Petra", "did", "subject")]),
        # an order after a statement is said to the reader
        ("Petra knows this, so let her stay.", [("Petra", "knows", "subject"), ("her", "let", "object")]),
        ("Petra wrote to the bank and asked for help.", [("Petra", "wrote", "subject"), ("Petra", "asked", "subject")]),
        ("Ask her; do not guess.", [("her", "Ask", "object")]),
        # what stands under "let" and "make" has its own subject
        ("Let Omar pull her back.", [("Omar", "Let", "object")]),
        ("The clown makes her giggle.", [("The clown", "makes", "subject"), ("her", "makes", "object")]),
        ("The cook makes her soup.", [("The cook", "makes", "subject")]),
        # who speaks stands after the verb
        ("‘Help!’ shouted the man.", [("the man", "shouted", "subject")]),
        ("‘Tell him that it is free,’ said Petra.", [("him", "Tell", "object"), ("Petra", "said", "subject")]),
        # "whose" and "who" after a noun
        ("The officer whose bag broke sat down.", [("The officer", "sat", "subject")]),
        ("Omar, whose father left and who may cry, sat.",
         [("Omar", "cry", "subject"), ("Omar", "sat", "subject"), ("father", "left", "subject")]),
        # a subject after its verb
        ("There stood her uncle.", [("uncle", "stood", "subject")]),
        ("Petra walked the dog.", [("Petra", "walked", "subject")]),
        ("It was Petra who found it.", [("Petra", "found", "subject")]),
        ("It was Petra that they found.", [("they", "found", "subject")]),
        ("If a friend is there, find him or her a chair.", [("him or her", "find", "object")]),
        ("May he or she speak?", [("he or she", "speak", "subject")]),
        ("You need a pan (ask an adult to drain it).", [("an adult", "ask", "object")]),
        # one of several, and an adjective beside a verb
        ("One of them, Omar, drew the cliff.", [("Omar", "drew", "subject")]),
        ("Petra is tired and rings the school.", [("Petra", "rings", "subject")]),
    ],
)  # fmt: skip
def test_verbs_are_those_that_somebody_does(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["A visitor has a badge. They keep it on."], [("They", "keep", "subject")]),
        (["If a guest is late, wait. Give them a chair."], [("them", "Give", "object")]),
        (["Petra: Omar, it is late.", "Omar: Who told you that?"], [("you", "told", "object")]),
    ],
)
def test_verbs_of_they_and_you_are_read_near_one_person(texts: list[str], expected: list[tuple[str, str, str]]) -> None:
    found = acts(*texts)
    assert [act for act in expected if act not in found] == []


def test_mended_parses_stay_trees() -> None:
    text = tokenise(
        blocks_of("Tom’s dad painted boats.", "Petra and Omar hike to Ayr.", "Seat Petra here."), load_model()
    )
    parses = parse(text, [s for block in text.sentences for s in block], load_model())
    for block, doc in enumerate(text.docs):
        read_ = read_parse(text, block, tuple(token.lower_ for token in doc), parses)
        hung = {kid: head for head, kids in read_.kids.items() for kid in kids}
        assert {at: head for at, head in enumerate(read_.heads) if head != at} == hung
