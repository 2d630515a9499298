"""What an entry is: the data classes of a lexicon, and what can be asked of an entry alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field

from .model import Confidence, Dimension, Form, Severity


def typographic(text: str) -> str:
    """What is shown to people, with the apostrophe that they see in books; the files are typed with the plain one."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


Text = Annotated[str, Field(min_length=1)]
Said = Annotated[Text, AfterValidator(typographic)]
Id = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$")]
GuardId = Annotated[str, Field(pattern=r"^GG(0[1-9]|1[0-9]|2[0-4])$")]
CheckName = Literal[
    "",
    "generic_pronoun",
    "generalisation",
    "yardstick",
    "pathway_ranking",
    "fall_back",
    "brilliance_gate",
    "difficulty_gate",
    "surprise",
    "needs_no_skill",
    "job_threat",
    "ability_label",
    "never_will",
    "minimised",
    "ranked_above",
    "route_assumed",
    "degree_gate",
    "assumption",
    "from_home",
    "instruction",
    "own_use",
    "casting",
    "given_by_gender",
    "one_acts_one_watches",
    "one_gender",
    "acted_upon",
    "crossing",
    "regretted",
    "language_worth",
    "belittled",
    "even_they",
]
ProfileFlag = Literal[
    "denominational", "gaelic_medium", "esol", "exam_text",
    "early", "primary", "secondary", "adult",
    "elc", "asn", "college", "cld",
    "town", "rural", "island",
]  # fmt: skip
TokenPattern = list[dict[str, Any]]
Together = Annotated[list[Annotated[list[Text], Field(min_length=1)]], Field(min_length=2)]

STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class LoweredExample:
    """A sentence in which ``guard`` lowers the hit marked by [ ]."""

    text: Text
    guard: GuardId
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that run as tests: [ ] marks the exact words to find; ``ignore`` must stay quiet."""

    flag: Annotated[list[Text], Field(min_length=2)]
    ignore: Annotated[list[Text], Field(min_length=3)]
    lowered: list[LoweredExample] = field(default_factory=list)
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule. What it finds is said by ``swap``, ``phrases``, ``pattern``, ``together`` or ``check``, one or more."""

    id: Id
    form: Form
    severity: Severity
    saw: Said
    why: Said
    fine_when: Said
    source: Annotated[list[Text], Field(min_length=1)]
    examples: Examples
    confidence: Confidence = "sure"
    family: list[Text] = field(default_factory=list)  # pattern families that it covers, such as GEN04
    swap: dict[Text, Text] = field(default_factory=dict)
    phrases: list[Text] = field(default_factory=list)
    pattern: list[TokenPattern] = field(default_factory=list)
    together: list[Together] = field(default_factory=list)
    check: CheckName = ""
    about: list[Text] = field(default_factory=list)  # word groups that a check speaks of
    case_sensitive: bool = False
    unless: list[Text] = field(default_factory=list)  # shields: a hit that touches one is no hit
    near: list[Text] = field(default_factory=list)  # word groups, one of which must stand near (not for `together`)
    not_near: list[Text] = field(default_factory=list)  # words, any of which in the sentence keeps `together` silent
    counterpart: list[Text] = field(default_factory=list)  # words elsewhere that balance it (GG09)
    without: list[GuardId] = field(default_factory=list)  # global guards that do not apply
    silent_in: list[ProfileFlag] = field(default_factory=list)  # settings in which it is silent (GG13)
    least: Annotated[int, Field(ge=1)] = 1  # places in a document before it is said at all (GG22)
    merge: Literal["words", "entry"] = "words"  # what makes repeated hits one finding
    contested: bool = False
    try_instead: list[Said] = field(default_factory=list)  # written `try`
    try_none: str = ""  # why there is nothing to try
    ask: Annotated[str, AfterValidator(typographic)] = ""
    dimension: Dimension = "gender"  # from the head of the file
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class StrengthEntry:
    """Something good to notice; found as an entry is found, never in quoted or denied text."""

    id: Id
    saw: Said
    why: Said
    examples: Examples
    dimension: Dimension | None = None
    phrases: list[Text] = field(default_factory=list)
    pattern: list[TokenPattern] = field(default_factory=list)
    unless: list[Text] = field(default_factory=list)
    near: list[Text] = field(default_factory=list)
    least: Annotated[int, Field(ge=1)] = 1  # places needed before it is said
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Guard:
    """A global reason to stay silent or to say less. ``cues`` are the words its code looks for."""

    id: GuardId
    name: Text
    what: Text
    effect: Literal["hide", "zero", "lower"]
    forms: list[Form] = field(default_factory=list)  # only these forms; empty means all
    cues: list[Text] = field(default_factory=list)
    claim_cues: list[Text] = field(default_factory=list)  # cues that question what is said, not how it is worded
    except_after: list[Text] = field(default_factory=list)  # phrases that cancel a cue inside them
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Homograph:
    """A word with harmless senses, each given as the phrase that shows it."""

    word: Text
    senses: Annotated[list[Text], Field(min_length=1)]
    __pydantic_config__ = STRICT


_FINDERS = ("swap", "phrases", "pattern", "together", "check")
# Words too common to look around: a token pattern needs one rarer word.
STOP_WORDS = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her him his i if in"
    " is it its just me my no nor not of on one only or our she so some than that the their them then"
    " there these they this those to too up us was we were what when which who will with would you your".split()
)


def problem_of(entry: Entry | StrengthEntry, groups: dict[str, frozenset[str]]) -> tuple[str, str] | None:
    """The first thing wrong with an entry that types cannot see, as (field, what to do)."""
    if not any(getattr(entry, name, None) for name in _FINDERS):
        return "id", "say what to find: give swap, phrases, pattern, together or check."
    if getattr(entry, "check", "") and not getattr(entry, "about", ()):
        return "check", "say in 'about' which word groups the check speaks of."
    for name in (*entry.near, *getattr(entry, "about", ())):
        if name not in groups:
            return "near", f"there is no word group {name!r}. Choose one from words.yaml or add it there."
    for words in (w for lists in getattr(entry, "together", ()) for w in lists):
        if problem := _words_problem(words, groups):
            return "together", problem
    if problem := _words_problem(getattr(entry, "not_near", ()), groups):
        return "not_near", problem
    if common := sorted({word for lists in getattr(entry, "together", ()) for word in lists[0]} & STOP_WORDS):
        return "together", f"the first list opens the search: {common[0]!r} is too common for it."
    for item in (i for p in entry.pattern for token in p for value in token.values() for i in listed(value)):
        if not isinstance(item, str):
            return "pattern", f"put quotation marks round {item!r}."
        if item.startswith("@") and item[1:] not in groups:
            return "pattern", f"there is no word group {item!r}. Choose one from words.yaml or add it there."
    for pattern in entry.pattern:
        for token in pattern:
            if advice := _token_problem(token):
                return "pattern", advice
        if not anchors(expand(pattern, groups)):
            return (
                "pattern",
                "a pattern needs one required word that is not a common one (LOWER or LOWER IN).",
            )
    for text in entry.examples.flag:
        if not marked_spans(text)[1]:
            return "examples", f"mark the words to find with [ ] in {text!r}."
    if isinstance(entry, Entry):
        if bool(entry.try_instead) + bool(entry.swap) + bool(entry.try_none) == 0:
            return "try", "give 'try' (or 'swap'), or say in 'try_none' why there is nothing to try."
        for example in entry.examples.lowered:
            if not marked_spans(example.text)[1]:
                return "examples", f"mark the words to find with [ ] in {example.text!r}."
    return None


def _words_problem(words: Iterable[str], groups: dict[str, frozenset[str]]) -> str | None:
    for word in words:
        if word.startswith("@") and word[1:] not in groups:
            return f"there is no word group {word!r}. Choose one from words.yaml or add it there."
        if word != word.lower():
            return f"capitals do not matter here: write {word.lower()!r}, not {word!r}."
    return None


# What a token knows before a sentence is parsed.
_TOKEN_KEYS = {"LOWER", "ORTH", "TEXT", "SHAPE", "LENGTH", "PREFIX", "SUFFIX", "OP"}


def _token_problem(token: dict[str, Any]) -> str | None:
    """Why a token of a pattern could never be found."""
    for key in token:
        if key not in _TOKEN_KEYS and not key.startswith(("IS_", "LIKE_")):
            known = "LOWER, ORTH, IS_DIGIT, LIKE_NUM, IS_TITLE, SHAPE and OP"
            return f"a token does not know {key!r}. Choose from {known}."
    for key in ("LOWER", "ORTH", "TEXT"):
        value = token.get(key)
        for word in [value] if isinstance(value, str) else listed(value):
            if " " in word:
                return f"a token is one word: give {word!r} as one token for each of its words."
            if key == "LOWER" and word != word.lower() and not word.startswith("@"):
                return f"LOWER is compared in lower case: write {word.lower()!r}, not {word!r}."
    return None


def listed(value: Any) -> list[Any]:
    """The items of a token's IN and NOT_IN lists."""
    if not isinstance(value, dict):
        return []
    return [item for key, items in value.items() if key in ("IN", "NOT_IN") for item in items]


def marked_spans(text: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its [ ], and the (start, end) characters that they marked."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    start = None
    for char in text:
        if char == "[":
            start = len(plain)
        elif char == "]" and start is not None:
            spans.append((start, len(plain)))
            start = None
        else:
            plain.append(char)
    return "".join(plain), spans


def expand(pattern: TokenPattern, groups: dict[str, frozenset[str]]) -> TokenPattern:
    """The pattern with "@group" in IN and NOT_IN lists replaced by the group's words."""

    def words(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            key: sorted({w for item in items for w in (groups[item[1:]] if item.startswith("@") else [item])})
            if key in ("IN", "NOT_IN")
            else items
            for key, items in value.items()
        }

    return [{key: words(value) for key, value in token.items()} for token in pattern]


def required(pattern: TokenPattern) -> list[frozenset[str]]:
    """Of each token of an expanded pattern that must be there and is named by its words: those words."""
    sets = []
    for token in pattern:
        lower = token.get("LOWER")
        words = frozenset({lower} if isinstance(lower, str) else (lower or {}).get("IN", ()))
        if words and token.get("OP", "1") in ("1", "+", "{1}"):
            sets.append(words)
    return sets


def anchors(pattern: TokenPattern) -> frozenset[str]:
    """The words around which an expanded pattern is tried: the smallest set that one token must be from."""
    options = [words for words in required(pattern) if not words & STOP_WORDS]
    return min(options, key=lambda words: (len(words), sorted(words))) if options else frozenset()
