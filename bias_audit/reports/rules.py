"""The rules as pages: a list, one rule's page, and the whole reference as Markdown."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from .. import wording
from ..entries import Entry, StrengthEntry
from ..lexicon import Lexicon
from ..model import Dimension, Rule

Section = tuple[str, list[str]]  # a title and its lines


@dataclass(frozen=True, slots=True)
class Page:
    """All there is to say of one rule. ``shape`` is that of its severity, a blank where it has none."""

    id: str
    saw: str
    weight: str
    sections: tuple[Section, ...]
    shape: str = " "


Group = tuple[str, list[Page]]


def groups(lexicon: Lexicon, patterns: Sequence[Rule]) -> list[Group]:
    """Every rule's page: those on wording by dimension, then those that count, then what works well."""
    found: dict[Dimension, list[Page]] = defaultdict(list)
    for entry in sorted(lexicon.entries, key=lambda entry: entry.id):
        found[entry.dimension].append(_entry(entry, lexicon))
    parts = [(wording.DIMENSIONS[name], found[name]) for name in get_args(Dimension) if name in found]
    parts.append(("Across the whole document", [_pattern(rule) for rule in patterns]))
    parts.append(("Working well", [_strength(strength) for strength in lexicon.strengths]))
    return [(title, pages) for title, pages in parts if pages]


def find(id: str, lexicon: Lexicon, patterns: Sequence[Rule]) -> Page:
    """The page of that id; LexiconError with the nearest ids when there is none."""
    for _, pages in groups(lexicon, patterns):
        for page in pages:
            if page.id == id:
                return page
    return _entry(lexicon.entry(id), lexicon)


def as_list(found: Sequence[Group]) -> str:
    """All rules, a line each, under their dimension."""
    lines = []
    for title, pages in found:
        width = max(len(page.id) for page in pages)
        lines += [title, *(f"  {page.shape} {page.id:<{width}}  {page.saw}" for page in pages), ""]
    number = wording.counted(sum(len(pages) for _, pages in found), "rule")
    lines.append(f"{number}. `bias-audit rules ID` shows one in full.")
    return "\n".join(lines) + "\n"


def as_text(page: Page) -> str:
    """One rule in full, as plain text."""
    lines = [page.id, page.saw, "", page.weight]
    for title, body in page.sections:
        lines += ["", title, *(f"  {line}" for line in body)]
    return "\n".join(lines) + "\n"


def as_markdown(page: Page, level: int = 1) -> str:
    """One rule in full, as Markdown under a heading of that level."""
    lines = [f"{'#' * level} {page.id}", "", _escaped(page.saw), "", f"*{page.weight}*"]
    for title, body in page.sections:
        lines += ["", f"**{title}**", ""]
        lines += [_escaped(body[0])] if len(body) == 1 else [f"- {_escaped(line)}" for line in body]
    return "\n".join(lines) + "\n"


def reference(found: Sequence[Group], lexicon: Lexicon) -> dict[str, str]:
    """The rule reference as Markdown files, by name: a contents page, and one for each group. Kept in docs/rules/."""
    made_by = "Made by `bias-audit rules --markdown --out docs/rules`: change the rules, not this page."
    files = {
        _file_name(title): "\n".join(
            [
                f"# {title}\n\n{made_by} [ ] marks the words that a rule points at.\n",
                *(as_markdown(page, 2) for page in pages),
            ]
        )
        for title, pages in found
    }
    contents = [f"- [{title}]({_file_name(title)}): {wording.counted(len(pages), 'rule')}" for title, pages in found]
    guards = [f"- **{guard.id} {guard.name}**: {_escaped(guard.what)}" for guard in lexicon.guards.values()]
    silent = ["", "## When the tool stays silent or says less", "", *guards]
    return {"README.md": "\n".join(["# Rules", "", made_by, "", *contents, *silent]) + "\n"} | files


def _file_name(title: str) -> str:
    return re.sub(r"\W+", "-", title.lower()).strip("-") + ".md"


def _entry(entry: Entry, lexicon: Lexicon) -> Page:
    lowered = [f"{example.text} ({_guard(example.guard, lexicon)})" for example in entry.examples.lowered]
    tips = [*entry.try_instead] or ([entry.try_none] if entry.try_none else [])
    sections = (
        ("What it finds", [_finds(entry)]),
        ("Why it may matter", [entry.why]),
        ("When it is fine", [entry.fine_when]),
        ("Try", tips),
        ("To talk about", [entry.ask] if entry.ask else []),
        ("Its own reasons to stay silent", _silent(entry, lexicon)),
        ("It speaks", entry.examples.flag),
        ("It says less", lowered),
        ("It stays silent", entry.examples.ignore),
        ("Source", [f"{lexicon.sources[code].title} ({code})" for code in entry.source]),
        ("Contested", [wording.CONTESTED] if entry.contested else []),
    )
    what = f"{wording.DIMENSIONS[entry.dimension]}: {wording.FORMS[entry.form]}"
    weight = f"{wording.severity(entry.severity)}, {entry.confidence}. {what}."
    return Page(entry.id, entry.saw, weight, _filled(sections), wording.SHAPES[entry.severity])


def _pattern(rule: Rule) -> Page:
    sections = (
        ("Why it may matter", [rule.why]),
        ("When it is fine", [rule.fine_when] if rule.fine_when else []),
        ("Try", [*rule.try_instead]),
        ("To talk about", [rule.ask] if rule.ask else []),
        ("Source", [f"{source.title} ({source.code})" for source in rule.sources]),
        ("Contested", [wording.CONTESTED] if rule.contested else []),
    )
    return Page(rule.id, rule.saw, "Only counting over a whole document shows it.", _filled(sections))


def _strength(strength: StrengthEntry) -> Page:
    sections = (
        ("Why it helps", [strength.why]),
        ("It speaks", strength.examples.flag),
        ("It stays silent", strength.examples.ignore),
    )
    about = wording.DIMENSIONS[strength.dimension] if strength.dimension else "Everyone"
    return Page(strength.id, strength.saw, f"Something that works well. {about}.", _filled(sections), "+")


def _filled(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple((title, body) for title, body in sections if body)


def _silent(entry: Entry, lexicon: Lexicon) -> list[str]:
    lines = [f"Part of: {', '.join(entry.unless)}."] if entry.unless else []
    lines += [f"Balanced by: {', '.join(entry.counterpart)}."] if entry.counterpart else []
    lines += [f"Not in this setting: {', '.join(entry.silent_in)}."] if entry.silent_in else []
    if entry.without:
        lines.append(f"Speaks all the same: {', '.join(_guard(id, lexicon) for id in entry.without)}.")
    return lines


def _finds(entry: Entry) -> str:
    if entry.swap:
        return "; ".join(f"{old} → {new}" for old, new in entry.swap.items())
    if entry.phrases:
        return "; ".join(entry.phrases)
    what = "How the sentence is built" if entry.check else "A pattern of words"
    return f"{what}: see the examples."


def _guard(id: str, lexicon: Lexicon) -> str:
    return f"{id} {lexicon.guards[id].name}" if id in lexicon.guards else id


def _escaped(text: str) -> str:
    """Text in Markdown, with the signs that Markdown would read as its own made plain."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)
