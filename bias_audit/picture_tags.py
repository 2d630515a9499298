"""What people say they see in a document's pictures: tags, their counts, and how far two raters agree.

Tags come from people only. They say what is shown, never what somebody is, and "can't tell" is always the first
choice. Their counts stay apart from those of the words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from .errors import Damaged
from .model import Count, Dimension, Picture, Share
from .shares import percent, wilson

SCHEMA: Literal["bias-audit/picture-tags/1"] = "bias-audit/picture-tags/1"
CANT_TELL = "can't tell"
DIFFER = "raters differ"
KAPPA_FROM = 20  # pictures that both raters tagged, from which kappa says something

HowMany = Literal["can't tell", "0", "1", "2", "3-5", "more"]
# The choices to offer, in this order. Other words are welcome where the material itself uses them.
HOW_MANY: tuple[HowMany, ...] = ("can't tell", "0", "1", "2", "3-5", "more")
ROLES = (
    CANT_TELL,
    "learner",
    "at work",
    "teaching or caring",
    "family or friend",
    "in the news or history",
    "background",
)
DOING = (CANT_TELL, "doing or making", "explaining or leading", "working with others", "watching or listening",
         "being helped", "posing")  # fmt: skip
WHERE = (CANT_TELL, "school or college", "workplace", "laboratory or workshop", "home", "town", "countryside or sea",
         "no place shown")  # fmt: skip
SHOWN_AS: dict[Dimension, tuple[str, ...]] = {
    "gender": (CANT_TELL, "shown as a woman or girl", "shown as a man or boy", "shown as neither", "more than one"),
    "age": (
        CANT_TELL,
        "shown as a child",
        "shown as a young adult",
        "shown as an adult",
        "shown as older",
        "more than one",
    ),
    "disability": (CANT_TELL, "shown with an aid or support", "none is shown"),
    "race": (CANT_TELL, "as the material says"),
    "religion": (CANT_TELL, "as the material says"),
}
QUESTIONS: dict[str, tuple[str, ...]] = {"how many": HOW_MANY, "role": ROLES, "doing": DOING, "where": WHERE}


@dataclass(frozen=True, slots=True)
class PictureTag:
    """One rater's tag of one picture, known by its hash. ``described``: dimension and "shown as" words."""

    sha256: str
    how_many: HowMany = "can't tell"
    described: tuple[tuple[Dimension, str], ...] = ()
    role: str = CANT_TELL
    doing: str = CANT_TELL
    where: str = CANT_TELL
    rater: str = ""  # a label of the rater's own choice, not a name


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two raters answered one question about the pictures that both tagged; ``said`` is for readers."""

    question: str
    same: Share
    kappa: float | None
    said: str


@dataclass(frozen=True, slots=True)
class _File:
    schema: Literal["bias-audit/picture-tags/1"]
    tags: tuple[PictureTag, ...]


@cache
def _adapter() -> "TypeAdapter[_File | None]":
    return TypeAdapter(_File | None, config=ConfigDict(extra="forbid"))


def write_tags(tags: Iterable[PictureTag]) -> str:
    """Tags as JSON; ``read_tags`` gives them back."""
    file = _File(SCHEMA, tuple(tags))
    return _adapter().dump_json(file, indent=1).decode("utf-8") + "\n"


def read_tags(text: str | bytes) -> tuple[PictureTag, ...]:
    """The tags of a JSON text. Raises Damaged for unknown keys, answers or versions, and for a tag given twice."""
    try:
        file = _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"] if part != "_File") or "the whole file"
        raise Damaged(f"The picture tags could not be read at {where}: {first['msg']}. Save them anew.") from error
    if file is None:
        raise Damaged("The file holds no picture tags. Save them anew.")
    twice = [key for key, number in Counter((t.rater, t.sha256) for t in file.tags).items() if number > 1]
    if twice:
        raise Damaged(f"Rater {twice[0][0]!r} tagged the picture {twice[0][1][:12]} twice. Keep one of the tags.")
    return file.tags


def answers(tag: PictureTag) -> dict[str, str]:
    """Every question that a tag answers: how many, role, doing, where, and each dimension in ``described``."""
    given = {"how many": str(tag.how_many), "role": tag.role, "doing": tag.doing, "where": tag.where}
    said: dict[str, list[str]] = defaultdict(list)
    for dimension, words in tag.described:
        said[dimension].append(words)
    return given | {dimension: " and ".join(sorted(set(words))) for dimension, words in said.items()}


def tally(tags: Iterable[PictureTag], pictures: Sequence[Picture] = ()) -> tuple[Count, ...]:
    """Counts such as "doing: posing", over the pictures for which the question was answered.

    Each picture counts once: where raters differ, it counts as "raters differ". Pictures in which nobody is shown
    count for "how many" only. ``pictures`` of the report let a count open to them.
    """
    given: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for tag in tags:
        for question, answer in answers(tag).items():
            if question == "how many" or tag.how_many != "0":
                given[question][tag.sha256].add(answer)
    at: dict[str, list[int]] = defaultdict(list)
    for index, picture in enumerate(pictures):
        at[picture.sha256].append(index)
    counts = []
    for question in sorted(given, key=_order(list(QUESTIONS))):
        settled = {sha: next(iter(a)) if len(a) == 1 else DIFFER for sha, a in given[question].items()}
        offered = QUESTIONS.get(question) or next((c for d, c in SHOWN_AS.items() if d == question), (CANT_TELL,))
        for answer in sorted(set(settled.values()), key=_order([*offered])):
            these = [sha for sha, said in settled.items() if said == answer]
            opens = tuple(sorted(index for sha in these for index in at[sha]))
            counts.append(Count(f"{question}: {answer}", wilson(len(these), len(settled)), pictures=opens))
    return tuple(counts)


def _order(first: Sequence[str]) -> Callable[[str], tuple[int, str]]:
    """Known words in their order, then others by the alphabet, and "raters differ" last."""
    return lambda word: (len(first) + (word == DIFFER) if word not in first else first.index(word), word)


def agreement(one: Iterable[PictureTag], other: Iterable[PictureTag]) -> tuple[Agreement, ...]:
    """How far two raters agree, question by question, on the pictures for which both answered it.

    Cohen's kappa (agreement beyond chance, 1 is full) from KAPPA_FROM pictures on, and where chance leaves room.
    """
    firsts, seconds = ({tag.sha256: answers(tag) for tag in tags} for tags in (one, other))
    both = [(firsts[sha], seconds[sha]) for sha in firsts if sha in seconds]
    asked = {question for first, second in both for question in first.keys() & second.keys()}
    found = []
    for question in sorted(asked, key=_order([*QUESTIONS])):
        pairs = [
            (first[question], second[question]) for first, second in both if question in first and question in second
        ]
        same = wilson(sum(a == b for a, b in pairs), len(pairs))
        kappa = _kappa(pairs) if len(pairs) >= KAPPA_FROM else None
        said = f"{question}: the same answer for {same.count} of {same.total} pictures"
        if len(pairs) < KAPPA_FROM:
            said += ". Too few to say more."
        elif kappa is None:
            said += ". Both gave one answer throughout, so agreement beyond chance cannot be told."
        else:
            said += f" ({percent(same)}%), kappa {kappa:.2f}."
        found.append(Agreement(question, same, kappa, said))
    return tuple(found)


def _kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    total = len(pairs)
    seen = sum(a == b for a, b in pairs) / total
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[word] * right[word] for word in left) / (total * total)
    return None if chance == 1 else (seen - chance) / (1 - chance)
