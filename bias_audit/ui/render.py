"""The parts of the page as HTML. Pure functions; whatever comes from a document is escaped here."""

from collections.abc import Sequence, Set
from html import escape

from ..model import (
    Failure,
    KeyMessage,
    PatternFinding,
    Report,
    Rule,
    Strength,
)
from ..reports import sections
from ..wording import plain
from . import texts
from .reading import Progress


def esc(text: str) -> str:
    """Text that is safe anywhere in HTML, attributes included."""
    return escape(plain(text))


def link(words: str, token: str) -> str:
    """A link that stays on the page: ``token`` says what it opens (links.js passes it on)."""
    return f'<button type="button" class="ba-link" data-ba-go="{escape(token)}">{esc(words)}</button>'


def style(theme: str, dark: str, kind: str | None) -> str:
    """The style sheet for the theme in use: "light", "dark", or None when the browser decides."""
    if kind == "dark":
        theme = f"{theme}\n{dark}"
    elif kind is None:
        theme = f"{theme}\n@media(prefers-color-scheme:dark){{{dark}}}"
    return f"<style>{theme}</style>"


def brand() -> str:
    """The name in the bar at the top, beside the links to the pages."""
    return '<b class="ba-brand">bias-audit</b>'


def welcome() -> str:
    """What a person sees first: what this does, and what happens to the file."""
    facts = "".join(f"<li><b>{fact}</b> {more}</li>" for fact, more in texts.FACTS)
    return f'<div class="ba-welcome"><h1>{texts.TITLE}</h1><p>{texts.INTRO}</p><ul class="ba-facts">{facts}</ul></div>'


def door() -> str:
    """Before anyone is let in: what this is, and what is asked."""
    return f'<div class="ba-welcome"><h1>{texts.TITLE}</h1><p>{texts.ASK_PASSWORD}</p></div>'


def note(message: str) -> str:
    """Something to know that is no fault of a file: about the store, or a link that is out of date."""
    return f'<div class="ba-box ba-warned" role="status"><p>{esc(message)}</p></div>'


def aside(message: str) -> str:
    """A quiet line above what is shown."""
    return f'<p class="ba-soft ba-aside">{esc(message)}</p>'


def starting(name: str) -> str:
    """Until the first words of a file are looked at."""
    return (
        f'<div class="ba-box ba-working" role="status"><span class="ba-dots" aria-hidden="true"></span>'
        f"<span>Reading <b>{esc(name)}</b>. {texts.FIRST_FILE}</span></div>"
    )


def reading(now: Progress) -> str:
    """How far the files are: the name of the one being read, how many are done, a bar, and how much longer."""
    done = texts.files_read(now.read, now.total) if now.total > 1 else ""
    of = texts.recognised(*now.pages) if now.pages[1] else ""
    facts = " · ".join(filter(None, (done, of, texts.time_left(now.seconds_left))))
    percent = round(100 * now.part)
    said = f"Reading <b>{esc(now.name)}</b>" if now.name else texts.READING_FILES
    return (
        f'<div class="ba-reading"><p role="status"><span class="ba-dots" aria-hidden="true"></span> {said}</p>'
        f'<div class="ba-progress" role="progressbar" aria-label="{texts.READING_FILES}" aria-valuemin="0" '
        f'aria-valuemax="100" aria-valuenow="{percent}" aria-valuetext="{esc(facts)}">'
        f'<i style="width:{percent}%"></i></div><p class="ba-soft">{esc(facts)}</p></div>'
    )


def failures(failed: Sequence[Failure]) -> str:
    """The files that could not be checked: what happened and what to do. "" when there are none."""
    if not failed:
        return ""
    items = []
    for one in failed:
        name, said = sections.failure(one)
        items.append(f"<li><b>{escape(name)}</b>{escape(said)}</li>")
    title = texts.NOT_CHECKED if len(failed) == 1 else texts.NOT_CHECKED_MANY
    return f'<div class="ba-box ba-failed" role="alert"><h2>✕ {title}</h2><ul>{"".join(items)}</ul></div>'


def broken(message: str) -> str:
    """The tool itself cannot work: what happened and what to do."""
    title = f"<h2>✕ {texts.NOT_STARTED}</h2>"
    return f'<div class="ba-box ba-failed" role="alert">{title}<p>{esc(message)}</p></div>'


def head(report: Report) -> str:
    """The name, the size, and what was and was not read."""
    read = texts.READ_IN_FULL if sections.is_all_read(report) else texts.READ_IN_PART
    facts = f"{esc(sections.head(report))} · {read} · {texts.STAYS_HERE}"
    warned = "".join(f"<li>{esc(warning.message)}</li>" for warning in report.warnings)
    box = f'<div class="ba-box ba-warned"><h2>{texts.PLEASE_NOTE}</h2><ul>{warned}</ul></div>' if warned else ""
    return f'<div class="ba-head"><h1>{esc(report.name)}</h1><p class="ba-soft">{facts}</p></div>{box}'


def top(report: Report, decided: Set[int] = frozenset()) -> str:
    """What works well, beside at most three things worth ten minutes; nothing of the sort without words.

    ``decided``: the findings that somebody has decided about, which are not brought up again.
    """
    if not report.words:
        return f'<div class="ba-box ba-warned"><h2>{texts.NOTHING_CHECKED}</h2><p>{texts.NO_WORDS}</p></div>'
    return f'<div class="ba-top">{_working_well(report)}{_worth_ten_minutes(report, decided)}</div>'


def _working_well(report: Report) -> str:
    rules = sections.rules_by_id(report)
    items = [strength_item(strength, sections.rule_of(rules, strength.entry)) for strength in report.strengths]
    first, rest = "".join(items[:3]), "".join(items[3:])
    more = f"<details><summary>{texts.and_more(len(items) - 3)}</summary><ul>{rest}</ul></details>" if rest else ""
    none = f"<p>{texts.NO_STRENGTHS}</p>"
    inside = f"<ul>{first}</ul>{more}" if items else none
    return f'<section class="ba-box ba-good"><h2>{texts.WORKING_WELL}</h2>{inside}</section>'


def strength_item(strength: Strength, rule: Rule) -> str:
    """A strength as an item of a list, with a link to its places."""
    where = ""
    if strength.places:
        one = len(strength.places) == 1
        words = strength.places[0].place.label if one else texts.places(len(strength.places))
        where = link(words, f"b{strength.places[0].block}")
    return f"<li>{esc(rule.saw)} {where}</li>"


def _worth_ten_minutes(report: Report, decided: Set[int]) -> str:
    still = [message for message in report.key_messages if message.finding not in decided]
    items = "".join(_key_message(message, report) for message in still)
    if items:
        inside = f"<ul>{items}</ul>"
    elif report.key_messages:
        inside = f"<p>{texts.KEY_DECIDED}</p>"
    elif any(finding.severity > 0 for finding in report.findings):
        inside = f"<p>{texts.NOTHING_FIRST}</p>"
    else:
        inside = f"<p>{esc(sections.quiet_line(report) or texts.QUIET)}</p>"
    return f'<section class="ba-box ba-key"><h2>{texts.WORTH_TEN}</h2>{inside}</section>'


def _key_message(message: KeyMessage, report: Report) -> str:
    open_ = ""
    if message.finding is not None:
        open_ = link(texts.SEE_IT, f"f{message.finding}.0")
    elif message.pattern is not None:
        pictures = about_pictures(report.patterns[message.pattern])
        open_ = link(texts.SEE_WHICH, "pictures") if pictures else link(texts.SEE_WHO, "people")
    return f"<li>{esc(message.text)} {open_}</li>"


def about_pictures(found: PatternFinding) -> bool:
    """Whether a pattern is counted over pictures; otherwise it is about people."""
    return any(count.pictures for count in found.counts)
