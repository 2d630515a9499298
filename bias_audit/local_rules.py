"""Local rules made from a short form: the entry as YAML, and what is wrong with it, by the field to mend.

The checks are those of ``bias-audit lexicons check``; only their words are made plainer here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import yaml

from .detect import examine
from .entries import Entry
from .errors import LexiconError
from .findings import find_all
from .lexicon import load_entries
from .lexicon_examples import document_of, entry_problems
from .model import Dimension, Finding, Form, Settings, Severity, SilencedHit
from .pipeline import Pipeline, with_words
from .setting_effects import switched_off, tuned

Field = Literal["words", "harmless", "saw", "why", "fine_when", "tips", "ask", "flag", "ignore", ""]
SOURCE = "J"  # the judgement of whoever adds the rule


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person wrote in the form. ``words``: each alone, or as "word = better word"."""

    dimension: Dimension = "gender"
    form: Form = "term"
    severity: Severity = 1
    words: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()  # longer phrases in which the words mean no harm
    saw: str = ""
    why: str = ""
    fine_when: str = ""
    tips: tuple[str, ...] = ()
    ask: str = ""
    flag: tuple[str, ...] = ()  # sentences with the words in [ ]
    ignore: tuple[str, ...] = ()  # sentences to leave alone


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend. ``field`` is the field of the draft, or "" where it is none of them alone."""

    field: Field
    said: str


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text box that say something."""
    return tuple(stripped for line in text.splitlines() if (stripped := line.strip()))


def id_of(draft: Draft, taken: Iterable[str] = ()) -> str:
    """A new id, made from the first word: "gender/our-dinner-lady"."""
    first = draft.words[0].partition("=")[0] if draft.words else ""
    slug = "-".join(re.findall(r"[a-z0-9]+", first.lower())) or "rule"
    wanted = name = f"{draft.dimension}/our-{slug[:40].strip('-')}"
    number = 1
    while name in set(taken):
        number += 1
        name = f"{wanted}-{number}"
    return name


def raw_entry(draft: Draft, id: str) -> dict[str, Any]:
    """The draft as an entry of a lexicon file, as its writers spell it."""
    pairs = [(word.partition("=")[0].strip(), word.partition("=")[2].strip()) for word in draft.words if "=" in word]
    given: dict[str, Any] = {
        "swap": dict(pairs),
        "phrases": [word for word in draft.words if "=" not in word],
        "unless": list(draft.harmless),
        "try": list(draft.tips),
        "ask": draft.ask,
    }
    if not (pairs or draft.tips):
        given["try_none"] = "There is no one better word: choose what fits the sentence."
    return {
        "id": id,
        "form": draft.form,
        "severity": draft.severity,
        **{key: value for key, value in given.items() if value},
        "saw": draft.saw,
        "why": draft.why,
        "fine_when": draft.fine_when,
        "source": [SOURCE],
        "examples": {"flag": list(draft.flag), "ignore": list(draft.ignore)},
    }


def as_files(raws: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The YAML files of local rules by name, one for each dimension."""
    by_dimension: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for raw in raws:
        by_dimension[raw["id"].partition("/")[0]].append(raw)
    return {
        f"our-{dimension}.yaml": yaml.safe_dump(
            {"dimension": dimension, "entries": entries}, sort_keys=False, allow_unicode=True, width=110
        )
        for dimension, entries in sorted(by_dimension.items())
    }


def write_files(raws: Iterable[dict[str, Any]], folder: Path) -> None:
    """Write the YAML files into a folder that settings can name as an overlay."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in as_files(raws).items():
        (folder / name).write_text(text, "utf-8")


def entries_of(raws: Sequence[dict[str, Any]], pipeline: Pipeline) -> list[Entry]:
    """The entries as loading their files gives them. Raises LexiconError."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        write_files(raws, folder)
        return [e for path in sorted(folder.iterdir()) for e in load_entries(path, pipeline.lexicon.words)]


def joined(pipeline: Pipeline, raws: Sequence[dict[str, Any]]) -> Pipeline:
    """The pipeline with local rules on top. Raises LexiconError."""
    return with_words(pipeline, tuple(entries_of(raws, pipeline))) if raws else pipeline


def tried(text: str, pipeline: Pipeline, settings: Settings) -> tuple[tuple[Finding, ...], tuple[SilencedHit, ...]]:
    """What is found in a text, and what was left alone, under the setting."""
    document = document_of(*lines(text))
    entries = tuned(pipeline.lexicon.entries, settings)
    pipeline = replace(pipeline, lexicon=replace(pipeline.lexicon, entries=entries))
    off = switched_off(settings)
    context, hits = examine(document, pipeline, settings.profile)
    return find_all(document, [hit for hit in hits if hit.entry.id not in off], context)


# --- what is wrong ------------------------------------------------------------------------------

_NEEDED: tuple[tuple[Field, str], ...] = (
    ("words", "Write at least one word or phrase to look for."),
    ("saw", "Say what the tool should tell people it saw."),
    ("why", "Say why it may matter."),
    ("fine_when", "Say when these words are fine. There is nearly always a time."),
)
_LEAST_FLAG, _LEAST_IGNORE = 2, 3
_WHERE = re.compile(r"^[^:]*?(?:, entry [^:]*)?: (?P<said>.*)$", re.DOTALL)
# From the start of a message to the field that it speaks of.
_FIELDS: tuple[tuple[str, Field], ...] = (
    ("swap", "words"),
    ("phrases", "words"),
    ("say what to find", "words"),
    ("unless", "harmless"),
    ("fine_when", "fine_when"),
    ("examples.ignore", "ignore"),
    ("examples", "flag"),
    ("mark the words", "flag"),
    ("saw", "saw"),
    ("why", "why"),
    ("try", "tips"),
    ("ask", "ask"),
)


def problems(draft: Draft, others: Sequence[dict[str, Any]], pipeline: Pipeline) -> list[Problem]:
    """Everything to mend before the draft can be used beside the ``others``; empty when the rule holds."""
    found = list(_missing(draft))
    if found:
        return found
    raw = raw_entry(draft, id_of(draft, (other["id"] for other in others)))
    try:
        (entry,) = entries_of([raw], pipeline)
    except LexiconError as error:
        return [_of_loading(str(error))]
    whole = with_words(pipeline, (*entries_of(others, pipeline), entry))
    saw = {other.id: other.saw for other in whole.lexicon.entries}
    return list(dict.fromkeys(_plainly(said, saw) for said in entry_problems(entry, whole)))


def _missing(draft: Draft) -> Iterator[Problem]:
    for field, said in _NEEDED:
        if not getattr(draft, field):
            yield Problem(field, said)
    for word in draft.words:
        before, equals, after = (part.strip() for part in word.partition("="))
        if equals and not (before and after):
            yield Problem("words", f"“{word}” needs a word on both sides of the =.")
    if (given := len(draft.flag)) < _LEAST_FLAG:
        yield Problem("flag", f"Write at least {_LEAST_FLAG} sentences with the words. You have {given}.")
    yield from (
        Problem("flag", f"Put [ ] round the words to find in “{text}”.") for text in draft.flag if "[" not in text
    )
    if (given := len(draft.ignore)) < _LEAST_IGNORE:
        yield Problem("ignore", f"Write at least {_LEAST_IGNORE} sentences to leave alone. You have {given}.")


def _of_loading(message: str) -> Problem:
    match = _WHERE.match(message)
    said = match["said"] if match else message
    start = said.lstrip("'")
    field: Field = next((field for opening, field in _FIELDS if start.startswith(opening)), "")
    return Problem(field, said[:1].upper() + said[1:])


_FOUND_AS_WELL = re.compile(r"^(\S+) is found as well in (.*)$", re.DOTALL)
_WEIGHS_LESS = re.compile(r"^(.*) is shown at severity (\d), not (\d) \((.*)\)$", re.DOTALL)
_SHIELD = re.compile(r"^no 'ignore' example needs the shield (.*): add one", re.DOTALL)
_LONG = re.compile(r"^'(\w+)' has (\d+) characters; (\d+) at most$")
_TONE = re.compile(r"^'(\w+)' says (.*), which is not our tone$")
_STOP = re.compile(r"^'(\w+)' should end with a full stop$")
_TAKEN = re.compile(r"(\S+/\S+) at ")


def _plainly(said: str, saw: dict[str, str]) -> Problem:
    """A sentence of ``entry_problems`` in the words of the form, beside its field."""
    if said.startswith("should be found exactly where it is marked: "):
        example, _, seen = said.partition(": ")[2].rpartition(" (")
        taken = _TAKEN.search(seen)
        if taken and taken[1] in saw:
            why = f"Another rule speaks there: {_sentence(saw[taken[1]])}"
        elif "silenced by" in seen:
            why = "The tool has a reason to stay quiet in this sentence: try a plainer one."
        else:
            why = "Check the spelling, and that [ ] stand right round the words."
        return Problem("flag", f"The marked words are not what is found in {_quoted(example)}. {why}")
    if match := _FOUND_AS_WELL.match(said):
        rule = _sentence(saw.get(match[1], match[1]))
        return Problem("words", f"The tool has a rule for {_quoted(match[2])} already: {rule}")
    if match := _WEIGHS_LESS.match(said):
        return Problem("flag", f"The tool makes less of the words in {_quoted(match[1])}: try a plainer sentence.")
    if said.startswith("the changed sentence is found again: "):
        return Problem(
            "words", f"With the better word, the sentence is still found: {_quoted(said.partition(': ')[2])}"
        )
    if said.startswith("should stay quiet: "):
        return Problem(
            "ignore", f"This sentence is found, but should be left alone: {_quoted(said.partition(': ')[2])}"
        )
    if match := _SHIELD.match(said):
        return Problem(
            "harmless", f"No sentence to leave alone has {_quoted(match[1])} in it. Add one, or take it out."
        )
    if match := _LONG.match(said):
        return Problem(_field(match[1]), f"This has {match[2]} letters. Keep it to {match[3]}.")
    if match := _TONE.match(said):
        return Problem(_field(match[1]), f"{_quoted(match[2])} may sound like blame. Say what you see in kinder words.")
    if match := _STOP.match(said):
        return Problem(_field(match[1]), "End with a full stop.")
    return Problem("", _sentence(said))


def _field(name: str) -> Field:
    return next((field for opening, field in _FIELDS if name == opening), "")


def _quoted(shown: str) -> str:
    """What the checks quote as Python does, in the quotation marks that people use."""
    if len(shown) > 1 and shown[0] == shown[-1] and shown[0] in "'\"":
        shown = shown[1:-1].replace("\\'", "'")
    return f"“{shown}”"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."
