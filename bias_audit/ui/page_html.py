"""The parts of the pages beside Review as HTML. Pure; whatever comes from a document or a person is escaped here."""

from collections.abc import Mapping, Sequence

from .. import wording
from ..entries import marked_spans
from ..lexicon import Lexicon
from ..model import Finding, Profile, Rule, Severity, SilencedHit
from ..reports import sections
from ..reports.rules import Page
from ..setting_effects import called
from ..wording import listed, opening, plain
from . import page_texts as texts
from .render import esc

_WORDS = 12  # of a list that are shown at once
_EXAMPLES = frozenset({"It speaks", "It says less", "It stays silent"})


def heading(title: str, intro: str = "") -> str:
    """The heading of a part of a page."""
    return f'<h2 class="ba-h2">{esc(title)}</h2>' + (paragraph(intro) if intro else "")


def unseen_heading(title: str) -> str:
    """A heading for those who go from heading to heading by ear; the eye sees what it heads."""
    return f'<h2 class="ba-unseen">{esc(title)}</h2>'


def paragraph(text: str) -> str:
    """A paragraph of our own words."""
    return f'<p class="ba-soft" style="margin:0">{esc(text)}</p>'


def effects(said: Sequence[str], profile: Profile) -> str:
    """What a setting changes, one sentence each."""
    lines = list(said)
    if name := called(profile):
        lines.append(texts.speaks_of(name))
    if profile.priorities:
        lines.append(texts.shown_first(listed(wording.DIMENSIONS[name] for name in profile.priorities)))
    if profile.learners:
        groups = listed(f"{name} {share:g}%" for name, share in profile.learners)
        lines.append(texts.shown_beside(groups))
    items = "".join(f"<li>{esc(line)}</li>" for line in lines)
    inside = f"<ul>{items}</ul>" if items else f"<p>{esc(texts.CHANGES_NONE)}</p>"
    return f'<section class="ba-box ba-key" aria-live="polite"><h2>{esc(texts.CHANGES)}</h2>{inside}</section>'


def saw_of(lexicon: Lexicon) -> dict[str, str]:
    """What each rule says it saw, by its id."""
    return {entry.id: entry.saw for entry in lexicon.entries} | {one.id: one.saw for one in lexicon.strengths}


# --- rules --------------------------------------------------------------------------------------


def search(pages: Sequence[Page], query: str) -> list[Page]:
    """The pages with all the words of a query; those that have them in their first words or finds come first."""
    wanted = plain(query).casefold().split()

    def rank(page: Page) -> int:
        whole = f"{page.id} {page.saw} {' '.join(line for _, body in page.sections for line in body)}".casefold()
        if not all(word in whole for word in wanted):
            return -1
        first = f"{page.id} {page.saw} {' '.join(line for t, b in page.sections if t == 'What it finds' for line in b)}"
        return 0 if all(word in first.casefold() for word in wanted) else 1

    ranked = [(rank(page), page) for page in pages]
    return [page for wanted_rank in (0, 1) for found, page in ranked if found == wanted_rank]


def rule(page: Page, query: str = "") -> str:
    """All there is to say of one rule; of a long list of words, first those that a query asks for."""
    parts = []
    for title, body in page.sections:
        lines = [_example(line) if title in _EXAMPLES else _words(line, query) for line in body]
        inside = lines[0] if len(lines) == 1 else f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
        parts.append(f"<dt>{esc(title)}</dt><dd>{inside}</dd>")
    return f'<div class="ba-rule"><p class="ba-soft">{esc(page.weight)}</p><dl>{"".join(parts)}</dl></div>'


def _words(line: str, query: str) -> str:
    """A line; a long list in it is folded away behind its first words."""
    listed_words = line.split("; ")
    if len(listed_words) <= _WORDS:
        return esc(line)
    wanted = plain(query).casefold().split()
    ordered = sorted(listed_words, key=lambda words: not any(one in words.casefold() for one in wanted))
    first, rest = "; ".join(ordered[:_WORDS]), "; ".join(ordered[_WORDS:])
    more = texts.more_words(len(ordered) - _WORDS)
    return f"{esc(first)}<details><summary>{esc(more)}</summary>{esc(rest)}</details>"


def _example(text: str) -> str:
    """A sentence with its [ ] as a mark."""
    words, spans = marked_spans(text)
    parts, at = [], 0
    for start, end in spans:
        parts += [esc_inside(words[at:start]), f"<mark>{esc_inside(words[start:end])}</mark>"]
        at = end
    return "".join([*parts, esc_inside(words[at:])])


def esc_inside(text: str) -> str:
    """Escaped, with the spaces at its ends kept."""
    return esc(text) if text.strip() else " " * bool(text)


def tried(findings: Sequence[Finding], silenced: Sequence[SilencedHit], rules: Mapping[str, Rule]) -> str:
    """What the tool says to a sentence, and what it left alone."""
    items = "".join(f"<li>{said_of(finding, rules)}</li>" for finding in findings)
    inside = f'<ul class="ba-seen">{items}</ul>' if items else f"<p>{esc(texts.TRY_NOTHING)}</p>"
    return f'<div class="ba-box" aria-live="polite">{inside}{_left_alone(silenced, rules)}</div>'


def said_of(finding: Finding, rules: Mapping[str, Rule]) -> str:
    """A finding in a line: its weight, the words, what was seen and what to try."""
    place = finding.places[0]
    said = sections.rule_of(dict(rules), finding.entry)
    lowered = listed(wording.guard(guard) for guard in finding.guards)
    less = f' <span class="ba-soft">{esc(texts.made_less(lowered))}</span>' if lowered else ""
    tip = place.rewrite or wording.either(said.try_instead)
    try_ = f'<br><span class="ba-soft">{esc(texts.TRY_THIS)}</span> {esc(tip)}' if tip else ""
    return f"{level(finding.severity)} <q>{esc(short(place.text))}</q> {esc(opening(said.saw))}{less}{try_}"


def _left_alone(silenced: Sequence[SilencedHit], rules: Mapping[str, Rule]) -> str:
    hidden = [hit for hit in silenced if hit.effect == "hidden"]
    if not hidden:
        return ""
    return f"<h2>{esc(texts.LEFT_ALONE)}</h2><ul>{''.join(f'<li>{quiet(hit, rules)}</li>' for hit in hidden)}</ul>"


def quiet(hit: SilencedHit, rules: Mapping[str, Rule]) -> str:
    """Words that the tool left alone, with its reason."""
    looked_for = rules[hit.entry].saw if hit.entry in rules else ""
    more = f' <span class="ba-soft">{esc(looked_for)}</span>' if looked_for else ""
    return f"<q>{esc(short(hit.place.text))}</q> {esc(opening(wording.guard(hit.guard)))}.{more}"


def level(severity: Severity) -> str:
    """A severity as a shape and a word."""
    return f'<span class="ba-chip s{severity}">{wording.severity(severity)}</span>'


def mend(said: str) -> str:
    """What to mend, beside the field that it speaks of."""
    return f'<p class="ba-mend">{esc(said)}</p>'


def own_rule(saw: str, words: Sequence[str], dimension: str) -> str:
    """One of the local rules in a line."""
    return (
        f'<div class="ba-rule"><p style="margin:0"><b>{esc(", ".join(words))}</b><br>{esc(saw)} '
        f'<span class="ba-soft">{esc(dimension)}</span></p></div>'
    )


def short(text: str, most: int = 100) -> str:
    """Text that fits a line or two."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
