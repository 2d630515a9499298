"""People counted: by job, by what they do, how they are named, who speaks, where they stand; public figures."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...jobs import Occupation, occupation_of
from ...model import LONGEST_SECTION, Block, Count, GenderWords, Mention, Occurrence, Quotation, Table
from ...shares import wilson
from ...text import Tokenised, occurrence_at
from ...topic_tables import number_of
from ...word_counts import load_count_words
from ..words import load_people_words
from .counted import SAID, Counted
from .described_counts import DESCRIBED, described_tables
from .sure import section_of
from .table_cells import one_way, two_ways

_WORD = re.compile(r"[a-z]+")

# --- tables -------------------------------------------------------------------------------------


def people_tables(counted: Counted, text: Tokenised, places: list[Occurrence]) -> Iterator[Table]:
    """Every table about people, empty ones left out; what is quoted is added to ``places``."""
    made = (
        _gender_of_named(counted),
        _jobs(counted),
        _groups_in_jobs(counted),
        _stem(counted),
        _figure_table(counted),
        _acts(counted),
        _grammar(counted),
        _speech(counted, text, places),
        _designations(counted),
        *described_tables(counted),
        _disability_mode(counted),
        _sections(counted, text),
        _parts(counted, text),
        _central(counted),
        _left_out(counted),
    )
    return (table for table in made if table.counts)


def _gender_of_named(counted: Counted) -> Table:
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for person in counted.persons:
        named = "named" if counted.people.persons[person].named else "not named"
        cells[named, counted.genders[person]].append(person)
    return two_ways("named", cells, counted.mentions_of.__getitem__)


def jobs_of(roles: Iterable[str]) -> list[Occupation]:
    """The jobs among somebody's roles, each once."""
    found = [job for role in roles if (job := occupation_of(role) or occupation_of(_job_word(role))) is not None]
    return list({job.title: job for job in found}.values())


def _job_word(role: str) -> str:
    """The word that may be a job: the last, but a vice principal is no principal and a learner driver no driver."""
    other = role.startswith(("vice ", "vice-")) or role in load_count_words().not_jobs
    return "" if other else role.split()[-1]


def _jobs(counted: Counted) -> Table:
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for person in counted.persons:
        for job in jobs_of(counted.people.persons[person].roles):
            cells[job.title, counted.genders[person]].append(person)
    size = Counter(job for (job, _), people in cells.items() for _ in people)
    ordered = dict(sorted(cells.items(), key=lambda item: (-size[item[0][0]], item[0])))
    return two_ways("jobs-gender", ordered, counted.mentions_of.__getitem__)


def _groups_in_jobs(counted: Counted) -> Table:
    """Groups and nobody in particular, by job and by the words for a gender in the sentence: "three women weld"."""
    said = load_people_words().gender
    words = {**said["nouns"], **said["groups"], **said["modifiers"]}
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(counted.people.mentions):
        if mention.person >= 0 and not counted.people.persons[mention.person].general:
            continue
        jobs = jobs_of([mention.text.lower()])
        genders = {words.get(word) for word in _WORD.findall(mention.sentence.lower())} if jobs else set()
        for job in jobs:
            for gender in SAID:
                if gender in genders:
                    cells[job.title, gender].append(index)
    return two_ways("jobs-groups", cells, lambda mention: (mention,))


def _stem(counted: Counted) -> Table:
    """People by whether a job of theirs rests on science, technology, engineering, maths or health science."""
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for person in counted.persons:
        for job in jobs_of(counted.people.persons[person].roles):
            cells["STEM jobs" if job.stem else "other jobs", counted.genders[person]].append(person)
    return two_ways("stem-gender", dict(sorted(cells.items())), counted.mentions_of.__getitem__)


def _figure_table(counted: Counted) -> Table:
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for person, figure in counted.figures.items():
        life = "living" if figure.living else "not living" if figure.living is False else "not known"
        cells[life, counted.genders[person]].append(person)
    return two_ways("figures", cells, counted.mentions_of.__getitem__)


def _acts(counted: Counted) -> Table:
    words = load_count_words()
    kind = dict.fromkeys(words.acting, "acting") | dict.fromkeys(words.looking_on, "looking on")
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, gender, mention in _said_mentions(counted):
        for act in mention.acts:
            if act.grammar == "subject" and act.action in kind:
                cells[gender, kind[act.action]].append(index)
    return two_ways("acts", cells, lambda mention: (mention,))


def _grammar(counted: Counted) -> Table:
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, gender, mention in _said_mentions(counted):
        for act in mention.acts:
            cells[gender, "subject" if act.grammar == "subject" else "object"].append(index)
    return two_ways("grammar", cells, lambda mention: (mention,))


def _said_mentions(counted: Counted) -> Iterator[tuple[int, GenderWords, Mention]]:
    for index, mention in counted.mentions():
        if counted.genders[mention.person] in SAID:
            yield index, counted.genders[mention.person], mention


def _speech(counted: Counted, text: Tokenised, places: list[Occurrence]) -> Table:
    """Who is quoted: people, not lines, so that one long interview is one voice. It opens to what they say."""
    cells: dict[GenderWords, list[Sequence[Quotation]]] = defaultdict(list)
    for person, said in counted.quoted.items():
        cells[counted.genders[person]].append(said)
    counts = []
    for gender, voices in cells.items():
        spoken = [occurrence_at(text, q.block, q.start, q.end) for said in voices for q in said]
        numbers = tuple(number_of(place, places) for place in spoken)
        counts.append(Count(gender, wilson(len(voices), len(counted.quoted)), places=numbers))
    return Table("speech", len(counted.quoted), tuple(counts))


def _designations(counted: Counted) -> Table:
    """What people are called: each person once for each way, so that one who is named all the time is one person."""
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    seen: set[tuple[int, str]] = set()
    for index, gender, mention in _said_mentions(counted):
        if mention.designation and (mention.person, mention.designation) not in seen:
            seen.add((mention.person, mention.designation))
            cells[gender, mention.designation].append(index)
    return two_ways("designations", cells, lambda mention: (mention,))


_PAGED_FROM = 3  # pages or slides, from which the first of them is a front
_DOES = frozenset("make lead discover say learn move play".split())


def _disability_mode(counted: Counted) -> Table:
    """How people described as disabled appear: with a job, doing things, or having things done to them."""
    cells: dict[str, list[int]] = defaultdict(list)
    for person in counted.persons:
        someone = counted.people.persons[person]
        if not any(dimension == "disability" for dimension, _ in someone.described):
            continue
        acts = [act for index in counted.mentions_of[person] for act in counted.people.mentions[index].acts]
        if jobs_of(someone.roles):
            mode = "with a job"
        elif any(act.grammar == "subject" and act.action in _DOES for act in acts):
            mode = "doing things"
        elif any(act.grammar != "subject" for act in acts):
            mode = "having things done to them"
        else:
            mode = "only mentioned"
        cells[mode].append(person)
    return one_way("disability-mode", sum(map(len, cells.values())), cells, counted.mentions_of.__getitem__)


# --- where --------------------------------------------------------------------------------------


def groups_of(counted: Counted, person: int) -> list[str]:
    """What the words say of someone, as groups that may be kept apart."""
    gender = counted.genders[person]
    said = [dimension for dimension, _ in counted.people.persons[person].described]
    return [*([gender] if gender in SAID else []), *(d for d in said if d in DESCRIBED)]


def _sections(counted: Counted, text: Tokenised) -> Table:
    """Mentions of people by part of the document: rows are everyone and groups of two or more, columns the parts.

    A heading belongs to the part that it opens.
    """
    size = Counter(group for person in counted.persons for group in groups_of(counted, person))
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, mention in counted.mentions():
        block = text.blocks[mention.block]
        part = block.text[:LONGEST_SECTION] if block.kind == "heading" else section_of(mention.place)
        for group in ("everyone", *groups_of(counted, mention.person)):
            if group == "everyone" or size[group] > 1:
                cells[group, part].append(index)
    return two_ways("sections", cells, lambda mention: (mention,))


def _parts(counted: Counted, text: Tokenised) -> Table:
    """People on the first page and in the words of pictures, and people in the body."""
    paged = len({(block.place.page, block.place.slide) for block in text.blocks}) >= _PAGED_FROM
    seen: dict[tuple[str, GenderWords, int], list[int]] = defaultdict(list)
    for index, gender, mention in _said_mentions(counted):
        front = _is_front(text.blocks[mention.block], paged=paged)
        seen["first page and pictures" if front else "body", gender, mention.person].append(index)
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for first, (where, gender, _) in enumerate(seen):
        cells[where, gender].append(first)
    return two_ways("parts", cells, list(seen.values()).__getitem__)


def _left_out(counted: Counted) -> Table:
    """By part of the document, the words for somebody that are not counted, for it is not sure whom they mean."""
    total = sum(map(len, (*counted.mentions_of.values(), *counted.left_out.values())))
    return one_way("left-out", total, counted.left_out, lambda mention: (mention,))


def _central(counted: Counted) -> Table:
    """How many of all mentions are of the one person mentioned most: a biography has a hero, and that is no pattern.

    Nobody, where two come first.
    """
    most = sorted((counted.mentions_of[person] for person in counted.persons), key=len, reverse=True)[:2]
    total = sum(len(mentions) for mentions in counted.mentions_of.values())
    if not most or len(most[0]) == len(most[-1]) < total:
        return Table("central", total)
    mentions = most[0]
    return Table("central", total, (Count("the person mentioned most", wilson(len(mentions), total), mentions),))


def _is_front(block: Block, *, paged: bool) -> bool:
    """Whether a block is on the first page or slide of several, or speaks for a picture."""
    place = block.place
    return block.kind in ("alt_text", "caption") or (paged and 1 in (place.page, place.slide))
