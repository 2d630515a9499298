"""The rules as pages: a list, one rule's page as text, and the whole reference as Markdown."""

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from .. import wording
from ..lexicon import Entry, Lexicon
from ..model import Dimension

Section = tuple[str, list[str]]  # a title and its lines


def _by_dimension(lexicon: Lexicon) -> Iterator[tuple[str, list[Entry]]]:
    found: dict[Dimension, list[Entry]] = defaultdict(list)
    for entry in lexicon.entries:
        found[entry.dimension].append(entry)
    for dimension in get_args(Dimension):
        if dimension in found:
            yield wording.DIMENSIONS[dimension], sorted(found[dimension], key=lambda entry: entry.id)


def rule_list(lexicon: Lexicon) -> str:
    """All rules, a line each, under their dimension."""
    lines = []
    for name, entries in _by_dimension(lexicon):
        width = max(len(entry.id) for entry in entries)
        lines += [name, *(f"  {wording.SHAPES[e.severity]} {e.id:<{width}}  {e.saw}" for e in entries), ""]
    number = wording.counted(len(lexicon.entries), "rule")
    lines.append(f"{number}. `bias-audit rules ID` shows one in full.")
    return "\n".join(lines) + "\n"


def rule_text(entry: Entry, lexicon: Lexicon) -> str:
    """One rule in full, as plain text."""
    lines = [entry.id, entry.saw, "", _weight(entry)]
    for title, body in _sections(entry, lexicon):
        lines += ["", title, *(f"  {line}" for line in body)]
    return "\n".join(lines) + "\n"


def rule_markdown(entry: Entry, lexicon: Lexicon, level: int = 1) -> str:
    """One rule in full, as Markdown under a heading of that level."""
    lines = [f"{'#' * level} {entry.id}", "", _escaped(entry.saw), "", f"*{_weight(entry)}*"]
    for title, body in _sections(entry, lexicon):
        lines += ["", f"**{title}**", ""]
        lines += [_escaped(body[0])] if len(body) == 1 else [f"- {_escaped(line)}" for line in body]
    return "\n".join(lines) + "\n"


def reference(lexicon: Lexicon) -> str:
    """The whole rule reference as Markdown; kept as docs/rules.md."""
    parts = [
        "# Rules\n\n"
        "Made by `bias-audit rules --markdown`: change the rules, not this page. "
        "[ ] marks the words that a rule points at. The reasons for which a rule stays silent, or says less, "
        "are listed at the end.\n"
    ]
    for name, entries in _by_dimension(lexicon):
        parts.append(f"## {name}\n")
        parts += [rule_markdown(entry, lexicon, 3) for entry in entries]
    guards = [f"- **{guard.id} {guard.name}**: {_escaped(guard.what)}" for guard in lexicon.guards.values()]
    parts.append("\n".join(["## When the tool stays silent or says less", "", *guards]) + "\n")
    return "\n".join(parts)


def _weight(entry: Entry) -> str:
    """ "▲ Worth changing, sure. Gender: dated or loaded word."."""
    what = f"{wording.DIMENSIONS[entry.dimension]}: {wording.FORMS[entry.form]}"
    return f"{wording.severity(entry.severity)}, {entry.confidence}. {what}."


def _sections(entry: Entry, lexicon: Lexicon) -> list[Section]:
    """What there is to say of a rule, without empty sections."""
    lowered = [f"{example.text} ({_guard(example.guard, lexicon)})" for example in entry.examples.lowered]
    silent = [f"Not near: {', '.join(entry.unless)}."] if entry.unless else []
    silent += [f"Balanced by: {', '.join(entry.counterpart)}."] if entry.counterpart else []
    silent += [f"Not in this setting: {', '.join(entry.silent_in)}."] if entry.silent_in else []
    if entry.without:
        silent.append(f"Speaks up all the same: {', '.join(_guard(id, lexicon) for id in entry.without)}.")
    sections: list[Section] = [
        ("What it finds", [_finds(entry)]),
        ("Why it may matter", [entry.why]),
        ("When it is fine", [entry.fine_when]),
        ("Try", [*entry.try_instead] or ([entry.try_none] if entry.try_none else [])),
        ("To talk about", [entry.ask] if entry.ask else []),
        ("When it stays silent", silent),
        ("It speaks", entry.examples.flag),
        ("It says less", lowered),
        ("It stays silent", entry.examples.ignore),
        ("Source", [f"{lexicon.sources[code].title} ({code})" for code in entry.source]),
        ("Contested", [wording.CONTESTED] if entry.contested else []),
    ]
    return [(title, body) for title, body in sections if body]


def _finds(entry: Entry) -> str:
    if entry.swap:
        return "; ".join(f"{old} → {new}" for old, new in entry.swap.items())
    if entry.phrases:
        return "; ".join(entry.phrases)
    what = "A pattern of words" if entry.pattern else "How the sentence is built"
    return f"{what}: see the examples."


def _guard(id: str, lexicon: Lexicon) -> str:
    return f"{id} {lexicon.guards[id].name}" if id in lexicon.guards else id


def _escaped(text: str) -> str:
    """Text in Markdown, with the signs that Markdown would read as its own made plain."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)
