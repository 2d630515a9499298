"""What tables and forms say of somebody by where it stands: "Name: Ana Reid", "Age: 34", "Job: joiner".

Also the job on a line above a name: "Head cook", "Ana Reid".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...model import GenderWords
from ...text import Tokenised
from ..cue import I_WORDS, Cue
from ..name_context import FULL, FoundName, Tokens
from ..scene import CAN, Seen
from ..sentences import Looked
from ..words import PeopleWords
from .fact_lists import facts_in_lists
from .job_headings import jobs_in_headings
from .job_lines import BARS
from .pronoun_cues import SAID_PRONOUNS
from .said_labels import is_card, tells_of_work

_FIELD = re.compile(r"\W{0,3}([A-Za-z][\w’' /-]{1,40}?)\s*:\s*\S")
_LABEL = 45  # characters of a label
_NOT_IN_LABELS = re.compile(r"[^\w' /]+")
_AGE = re.compile(r"([1-9]\d?|1[01]\d)(?: years(?: old)?| y)?\.?")
_MARKS = frozenset('"“”‘')
_LINE = 6  # words of a line that says a job and no more
_FIRST = 3  # fields before the name of a form
_LETTERS: dict[str, GenderWords] = {"f": "she", "m": "he"}


@dataclass(frozen=True, slots=True)
class Told:
    """What fields and lists say of whom a block names: genders, and words by their dimensions."""

    genders: tuple[GenderWords, ...] = ()
    described: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A block as part of a table or a form: the token from which it says a job and no more, whether it holds somebody's
    words, and what is told of the name in it.
    """

    jobs: int | None = None
    speaks: bool = False
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands where, all by the number of the block among those in which people are looked for.

    ``whose``: the block that names whose job a block says, or whose words it holds.
    """

    whose: dict[int, int] = field(default_factory=dict)
    jobs: dict[int, int] = field(default_factory=dict)  # the token from which a block says a job and no more
    speaks: set[int] = field(default_factory=set)
    told: dict[int, Told] = field(default_factory=dict)  # of a name's block

    def at(self, n: int) -> Row:
        """What is known of a block."""
        return Row(self.jobs.get(n), n in self.speaks, self.told.get(n))


@dataclass(frozen=True, slots=True)
class _Field:
    """A label, and the block and token where what it says begins."""

    label: str
    block: int
    first: int = 0


def find_placed(text: Tokenised, looked: Looked, lexicon: PeopleWords) -> Placed:
    """What the tables, the forms and the lines above and below names say of whom they name."""
    placed = Placed()
    for of, said in (*_in_tables(text, looked, lexicon), *_in_forms(text, looked, lexicon)):
        _take_in(placed, of, said, text, looked, lexicon)
    for of, heading, first in jobs_in_headings(text, looked, lexicon):
        if heading not in placed.whose:
            placed.whose[heading], placed.jobs[heading] = of, first
    for of, job in _on_lines(text, looked, lexicon):
        if job not in placed.whose:
            placed.whose[job], placed.jobs[job] = of, _after_lead(looked.tokens[job])
    for fact in facts_in_lists(text, looked):
        if fact.job is not None:
            placed.whose.setdefault(fact.n, fact.of)
            placed.jobs.setdefault(fact.n, fact.job)
        else:
            told = placed.told.get(fact.of, Told())
            described, genders = told.described + fact.described, told.genders + fact.genders
            placed.told[fact.of] = Told(genders, described)
    return placed


def _take_in(placed: Placed, of: int, said: _Field, text: Tokenised, looked: Looked, lexicon: PeopleWords) -> None:
    tokens, known = looked.tokens[said.block], lexicon.fields
    told = placed.told.get(of, Told())
    if said.block == of:
        return
    if said.label in known["job"] and not looked.names[said.block] and I_WORDS.isdisjoint(tokens.lower):
        placed.whose[said.block], placed.jobs[said.block] = of, said.first
    elif said.label in known["age"]:
        if (age := _AGE.fullmatch(" ".join(tokens.lower[said.first :]))) is not None:
            placed.told[of] = replace(told, described=(*told.described, ("age", age[1])))
    elif said.label in known["gender"]:
        if (gender := _gender(tokens.lower[said.first :], lexicon)) is not None:
            placed.told[of] = replace(told, genders=(gender,))
    elif _is_own(said, tokens, lexicon):
        placed.whose[said.block] = of
        placed.speaks.add(said.block)


def _gender(words: Sequence[str], lexicon: PeopleWords) -> GenderWords | None:
    """What a field such as "Pronouns: she/her", "Gender: female" says."""
    parts = [part for word in words for part in word.split("/") if part]
    said = {SAID_PRONOUNS[part] for part in parts if part in SAID_PRONOUNS}
    if not said and len(parts) == 1:
        words_for = (lexicon.gender["modifiers"], lexicon.gender["nouns"], _LETTERS)
        said = {known[parts[0]] for known in words_for if parts[0] in known}
    return said.pop() if len(said) == 1 else None


def _is_own(said: _Field, tokens: Tokens, lexicon: PeopleWords) -> bool:
    """Whether a field holds words of whoever the form is about: "Best part: “I sing.”", not "Her teacher: “…”"."""
    label = said.label.replace("'", " ").split()
    own = all(word in I_WORDS or word not in lexicon.cue_words for word in label)
    if not label or not own or not lexicon.not_own.isdisjoint(label):
        return False
    words, lower = tokens.words[said.first :], tokens.lower[said.first :]
    quoted = len(words) > FULL and words[0] in _MARKS and words[-1] in _MARKS
    return quoted or any(word in I_WORDS and after not in CAN for word, after in pairwise(lower))


def _in_tables(text: Tokenised, looked: Looked, lexicon: PeopleWords) -> Iterator[tuple[int, _Field]]:
    """The cells of each row beside a name, under the heads of their columns; or beside labels, in two columns."""
    tables: dict[object, dict[int, dict[int, list[int]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for n, block in enumerate(looked.blocks):
        at = text.blocks[block].place
        if at.table is not None and at.row is not None and at.column is not None:
            tables[at.slide, at.page, at.table][at.row][at.column].append(n)
    for rows in tables.values():
        head = {column: _label(text, looked, cells[0]) for column, cells in rows[min(rows)].items()}
        names = next((column for column, label in head.items() if label in lexicon.fields["name"]), None)
        if names is None:
            continue
        if len(head) == FULL and names == min(head) and _name_at(looked, rows[min(rows)][max(head)][0], 0):
            yield from _down_a_table(text, looked, [rows[row] for row in sorted(rows)])
            continue
        for row in sorted(rows)[1:]:
            cells = rows[row]
            if names in cells and _name_at(looked, cells[names][0], 0):
                for column in [c for c in cells if c != names and c in head]:
                    yield from ((cells[names][0], _Field(head[column], cell)) for cell in cells[column])


def _down_a_table(
    text: Tokenised, looked: Looked, rows: Sequence[Mapping[int, Sequence[int]]]
) -> Iterator[tuple[int, _Field]]:
    """ "| Name | Ana Reid |" and below it "| Job | Joiner |"."""
    of = rows[0][max(rows[0])][0]
    for row in rows[1:]:
        if len(row) == FULL:
            label = _label(text, looked, row[min(row)][0])
            yield from ((of, _Field(label, cell)) for cell in row[max(row)])


def _label(text: Tokenised, looked: Looked, n: int) -> str:
    words = text.blocks[looked.blocks[n]].text
    return _plain(words) if len(words) <= _LABEL else ""


def _plain(label: str) -> str:
    return " ".join(_NOT_IN_LABELS.sub(" ", label.lower().replace("’", "'")).split())


def _name_at(looked: Looked, n: int, first: int) -> FoundName | None:
    """The only name of a block, if it stands there."""
    names = looked.names[n]
    return names[0] if len(names) == 1 and names[0].first == first else None


def _in_forms(text: Tokenised, looked: Looked, lexicon: PeopleWords) -> Iterator[tuple[int, _Field]]:
    """The fields of each run of lines "Label: …", with the block that names whose they are."""
    run: list[_Field] = []
    for n in range(len(looked.blocks) + 1):
        said = _field(text, looked, n) if n < len(looked.blocks) else None
        if said is not None:
            run.append(said)
            continue
        if run and any(one.label in labels for one in run for labels in lexicon.fields.values()):
            yield from _of_form(text, looked, run, lexicon)
        run = []


def _field(text: Tokenised, looked: Looked, n: int) -> _Field | None:
    block = text.blocks[looked.blocks[n]]
    if ":" not in block.text[: _LABEL + 1] or block.kind == "heading":
        return None
    found = _FIELD.match(block.text)
    tokens = looked.tokens[n].lower
    return _Field(_plain(found[1]), n, tokens.index(":") + 1) if found is not None and ":" in tokens else None


def _of_form(
    text: Tokenised, looked: Looked, run: Sequence[_Field], lexicon: PeopleWords
) -> Iterator[tuple[int, _Field]]:
    named = [
        said.block for said in run if _is_of_name(said.label, lexicon) and _name_at(looked, said.block, said.first)
    ]
    of = _above(text, looked, run[0].block)
    if of is None and not named and _is_about(looked, run[0], lexicon):
        of = run[0].block  # "Biography box: Ana Reid"
    if of is None and len(named) == 1 and named[0] - run[0].block <= _FIRST:
        of = named[0]  # "Job: joiner", "Name: Ana Reid"
    for said in run:
        of = said.block if said.block in named else of
        if of is not None:
            yield of, said


def _is_of_name(label: str, lexicon: PeopleWords) -> bool:
    """ "Name", "Learner", "Name of injured person"; not "Name of firm"."""
    names = lexicon.fields["name"]
    return label in names or (label.startswith("name of ") and label.split()[-1] in names)


def _is_about(looked: Looked, said: _Field, lexicon: PeopleWords) -> bool:
    """Whether a line says whom a box is about, and no more: "Fact file: Ana Reid"."""
    name = _name_at(looked, said.block, said.first) if said.label in lexicon.fields["about"] else None
    return name is not None and name.last == len(looked.tokens[said.block].words)


def _above(text: Tokenised, looked: Looked, n: int) -> int | None:
    """The block before, if it is a name alone or a heading with one name."""
    if not n or len(looked.names[n - 1]) != 1:
        return None
    heading = text.blocks[looked.blocks[n - 1]].kind == "heading"
    return n - 1 if heading or is_card(looked.tokens[n - 1], looked.names[n - 1][0]) else None


def _on_lines(text: Tokenised, looked: Looked, lexicon: PeopleWords) -> Iterator[tuple[int, int]]:
    """The blocks of a name and of a job above it, or below it with bars between: "Joiner | Scout leader | Dad"."""
    last = False  # whether the line before is a name whose job may stand here
    taken = -1  # the name whose job stands above it
    for n, after in pairwise(range(len(looked.blocks))):
        tokens, names = looked.tokens[after], looked.names[after]
        card = len(looked.names[n]) == 1 and is_card(looked.tokens[n], looked.names[n][0])
        if card and not names and not BARS.isdisjoint(tokens.words) and not _is_cell(text, looked, n):
            yield n, after
        elif names and names[0].first == 0 and not last and _says_job(text, looked, n, lexicon, names[0], tokens):
            taken = after
            yield after, n
        last = card and n != taken


def _is_cell(text: Tokenised, looked: Looked, n: int) -> bool:
    return text.blocks[looked.blocks[n]].place.table is not None


def _says_job(text: Tokenised, looked: Looked, n: int, lexicon: PeopleWords, name: FoundName, below: Tokens) -> bool:
    """Whether a line is a job with a capital and no more, "Head cook", "Job profile: Vet", that of the name below."""
    tokens = looked.tokens[n]
    first = _after_lead(tokens)
    words, job = tokens.words[first:], tokens.lower[-1] if tokens.lower else ""
    if not 0 < len(words) <= _LINE or job not in lexicon.cue_words or job in lexicon.people_in_general:
        return False
    alone = words[0][0].isupper() and all(word.isalpha() or word == "-" for word in words)
    if not alone or looked.names[n] or _is_cell(text, looked, n):
        return False
    if first and " ".join(tokens.lower[: first - 1]) not in lexicon.job_leads:
        return False
    known = len(name.parts) >= FULL or bool(name.title)
    return bool(first) or is_card(below, name) or (known and tells_of_work(below, name.last, job))


def _after_lead(tokens: Tokens) -> int:
    """Where a job begins after "Job profile:"."""
    return tokens.words.index(":") + 1 if ":" in tokens.words else 0


def with_told(cues: Sequence[Cue], told: Told) -> list[Cue]:
    """The cues of a block with what fields say of the one it names."""
    at = next((i for i, cue in enumerate(cues) if cue.name is not None), None)
    return [
        replace(cue, genders=cue.genders + told.genders, told=told.described) if i == at else cue
        for i, cue in enumerate(cues)
    ]


def named_in(seen: Sequence[Seen], n: int | None) -> Cue | None:
    """The cue of the name in a block."""
    return next((cue for cue in seen[n].cues if cue.name is not None), None) if n is not None else None
