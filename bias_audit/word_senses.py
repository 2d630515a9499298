"""Which of the words that are counted have the meaning that they are counted for: "in Jordan", no "Jordan smiled"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field
from spacy.tokens import Doc

from .entries import STRICT
from .jobs import Phrase, Text
from .phrases import numbers_of

Named = tuple[str, str, int, int]  # table, label, first token and that after the last
_Block = tuple[int, Doc, list[Named]]
_IN = frozenset("in across throughout near inside within".split())
# "faith in Jordan" is faith in somebody
_NOT_IN = frozenset(
    "belief believe believed believes confide confided confides confidence disappointed faith interest interested "
    "pride trust trusted trusts".split()
)
_TO_FROM = frozenset("to from".split())
_TRAVEL = frozenset(
    "emigrated emigrate flew flies flown fly flying flight flights journey migrated moved move sail sailed sailing "
    "tour travel travelled travelling travels trip trips".split()
)
_COMES = frozenset("are came come comes coming is was were 'm 're 's".split())
_PEOPLE = frozenset("families family farmers migrants people refugees students workers".split())
_PARTS = frozenset("border borders capital coast east government north parts president south west".split())
_PERSONAL = frozenset("he i she they we who you".split())
_THINGS = frozenset("it that these this those".split())  # "Ana is from Georgia", no "It is from Jordan"
_BETWEEN = frozenset([",", ";", "/", "&", "and", "or", "the"])  # names of a row: "Egypt, Jordan and Syria"
_DEGREE = frozenset("very so really too as it them".split())  # "tried so hard", "hit it hard"
_ITEM = 8  # tokens of a cell or line that is a name and little else: "Chad (2:3)"


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table of counts.yaml, where the fields are explained."""

    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    labels: Annotated[dict[Text, Annotated[list[Phrase], Field(min_length=1)]], Field(min_length=1)]
    unless: list[Phrase] = field(default_factory=list)
    unsure: frozenset[Text] = frozenset()
    not_last: frozenset[Text] = frozenset()
    not_after: dict[Text, frozenset[Text]] = field(default_factory=dict)
    not_with: dict[Text, frozenset[Text]] = field(default_factory=dict)
    __pydantic_config__ = STRICT


def meant(blocks: Sequence[_Block], tables: Sequence[WordTable]) -> Iterator[_Block]:
    """The blocks with the words that mean what they are counted for."""
    by_id = {table.id: table for table in tables}
    others = _others(blocks, by_id)
    there = _words_there(blocks, others) if others else set()
    firsts = {index for index, doc, named in blocks for name in named if _opens(doc, name, by_id)}
    for index, doc, named in blocks:
        kept = [name for name in named if name[0] not in by_id or _is_meant(doc, name, by_id[name[0]], there)]
        sure = [name for name in kept if name[0] in by_id and not _unsure(doc, name, by_id[name[0]])]
        among_names = len(doc) <= _ITEM and not firsts.isdisjoint((index - 1, index + 1))
        yield (
            index,
            doc,
            [
                name
                for name in kept
                if name in sure
                or name[0] not in by_id
                or _said_as_place(doc, name, sure)
                or (among_names and _at_start(doc, name))
            ],
        )


def _others(blocks: Sequence[_Block], tables: dict[str, WordTable]) -> set[str]:
    """The words beside which words that were found mean something else."""
    found = {
        (name[0], doc[name[2] : name[3]].text.lower())
        for _, doc, named in blocks
        for name in named
        if name[0] in tables and tables[name[0]].not_with
    }
    return {other for table, word in found for other in tables[table].not_with.get(word, ())}


def _words_there(blocks: Sequence[_Block], words: set[str]) -> set[str]:
    numbers = {doc.vocab.strings[word]: word for _, doc, _ in blocks[:1] for word in words}
    found = {number for _, doc, _ in blocks for number in numbers_of(doc)["LOWER"] if number in numbers}
    return {numbers[number] for number in found}


def _unsure(doc: Doc, name: Named, table: WordTable) -> bool:
    return bool(table.unsure) and doc[name[2] : name[3]].text in table.unsure


def _opens(doc: Doc, name: Named, tables: dict[str, WordTable]) -> bool:
    """Whether a block begins with a name that is sure."""
    table = tables.get(name[0])
    return table is not None and bool(table.unsure) and _at_start(doc, name) and not _unsure(doc, name, table)


def _at_start(doc: Doc, name: Named) -> bool:
    return name[2] == 0 or (name[2] == 1 and doc[0].lower_ == "the")


def _said_as_place(doc: Doc, name: Named, sure: Sequence[Named]) -> bool:
    """ "In Jordan", "Egypt, Jordan and Syria": what else is called so stands elsewhere."""
    table, _, first, last = name
    if first and (doc[first - 1].lower_ in _IN or _is_reached(doc, first - 1)):
        return first < 2 or doc[first - 2].lower_ not in _NOT_IN
    same = [(a, b) for other, _, a, b in sure if other == table]
    return any(_joined(doc, b, first) or _joined(doc, last, a) for a, b in same)


def _is_reached(doc: Doc, at: int) -> bool:
    """Whether the word at ``at`` leads to a place: "flew to", "came back from", "she is from", "the people of"."""
    word = doc[at].lower_
    if at == 0 or not (word in _TO_FROM or word == "of"):
        return False
    before = doc[at - 1].lower_
    if word == "of":
        return before in _PEOPLE or before in _PARTS
    if before == "back" and at > 1:  # "came back from"; "gave it back to Jordan" has no such verb
        return doc[at - 2].lower_ in _TRAVEL or doc[at - 2].lower_ in _COMES
    if before in _TRAVEL:
        return True
    if word == "from" and before in _COMES and at > 1:
        who = doc[at - 2]
        return who.lower_ in _PERSONAL or who.lower_ in _PEOPLE or (who.is_title and who.lower_ not in _THINGS)
    return word == "from" and before in _PEOPLE


def _joined(doc: Doc, start: int, end: int) -> bool:
    return 0 < end - start <= 3 and all(token.lower_ in _BETWEEN for token in doc[start:end])


def _is_meant(doc: Doc, name: Named, table: WordTable, there: set[str]) -> bool:
    word, first, last = doc[name[2] : name[3]].text.lower(), name[2], name[3]
    if word in table.not_last and (last == len(doc) or doc[last].is_punct):
        return False
    if before := table.not_after.get(word):
        while first and doc[first - 1].lower_ in _DEGREE:
            first -= 1
        if first and doc[first - 1].lower_ in before:
            return False
    return there.isdisjoint(table.not_with.get(word, ()))
