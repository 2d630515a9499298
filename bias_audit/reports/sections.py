"""A report's parts in the order in which people read them: what the text and the HTML writer share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from pathlib import PurePath
from typing import Literal, get_args

from .. import setting_effects, wording
from ..model import Dimension, Failure, Finding, Library, Limits, Occurrence, Report, Rule, SilencedHit
from ..wording import counted, listed, plain

READ_IN_PART, READ_OTHERWISE = "Not everything could be read", "How it was read"
_READ = frozenset({"converted", "hidden-sheets", "recognised-pages", "recognised-pictures"})  # warnings about what was
_AVERAGED = 5  # sentences from which their average says something


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Findings of one rule, so that its words are said once. The numbers index ``Report.findings``."""

    rule: Rule
    findings: tuple[tuple[int, Finding], ...]


@dataclass(frozen=True, slots=True)
class DimensionGroup:
    """The rule groups of one dimension, the weightiest first."""

    name: str
    groups: tuple[RuleGroup, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence around the words that were found, safe to show and cut to a readable length."""

    before: str
    words: str
    after: str


def rules_by_id(report: Report | Library) -> dict[str, Rule]:
    """The report's rules by id."""
    return {rule.id: rule for rule in report.rules}


def rule_of(rules: dict[str, Rule], id: str) -> Rule:
    """The rule of that id; a report without it (made by hand) still shows the id."""
    return rules.get(id) or Rule(id=id, saw=id, why="")


def head(report: Report) -> str:
    """ "4 pages · 1,240 words · 5 pictures"."""
    facts = [
        wording.units(report.media_type, report.units),
        counted(report.words, "word"),
        counted(len(report.pictures), "picture") if report.pictures else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def warnings_title(report: Report) -> str:
    """What stands over the warnings: not all of them are about something that was left unread."""
    return READ_OTHERWISE if is_all_read(report) else READ_IN_PART


def is_all_read(report: Report) -> bool:
    """Whether everything was read, though some of it in a way that makes mistakes."""
    return all(warning.code in _READ for warning in report.warnings)


def by_dimension(report: Report) -> list[DimensionGroup]:
    """Findings of severity 1 and more: the dimension with the weightiest finding first."""
    found: dict[Dimension, dict[str, list[tuple[int, Finding]]]] = defaultdict(lambda: defaultdict(list))
    for index, finding in enumerate(report.findings):
        if finding.severity > 0:
            found[finding.dimension][finding.entry].append((index, finding))
    rules = rules_by_id(report)
    order = {dimension: place for place, dimension in enumerate(get_args(Dimension))}
    groups = []
    for dimension, entries in found.items():
        parts = sorted(entries.items(), key=lambda item: -_weight(item[1]))
        weight = max(_weight(findings) for findings in entries.values())
        made = tuple(RuleGroup(rule_of(rules, id), tuple(findings)) for id, findings in parts)
        groups.append((-weight, order[dimension], DimensionGroup(wording.DIMENSIONS[dimension], made)))
    return [group for *_, group in sorted(groups, key=lambda item: item[:2])]


def _weight(findings: Iterable[tuple[int, Finding]]) -> int:
    return max(finding.severity for _, finding in findings)


def has_rewrite(group: RuleGroup) -> bool:
    """Whether a changed sentence is among the places shown first: then the general tips can stay out."""
    return any(shown.rewrite for _, finding in group.findings for shown in finding.places[:3])


def for_interest(report: Report) -> list[tuple[int, Finding]]:
    """Findings of severity 0, with their index."""
    return [(index, finding) for index, finding in enumerate(report.findings) if finding.severity == 0]


def quote(occurrence: Occurrence, limit: int = 240) -> Quote:
    """The sentence in three parts; a long one is cut at a space on either side of the words found."""
    end = occurrence.at + len(occurrence.text)
    before, after = plain(occurrence.sentence[: occurrence.at]), plain(occurrence.sentence[end:])
    side = max(20, (limit - len(occurrence.text)) // 2)
    room_before = side + max(0, side - len(after))
    room_after = side + max(0, side - len(before))
    if len(before) > room_before:
        before = "… " + before[-room_before:].partition(" ")[2]
    if len(after) > room_after:
        after = after[:room_after].rpartition(" ")[0] + " …"
    return Quote(before, plain(occurrence.text), after)


def place(occurrence: Occurrence) -> str:
    """ "page 3", "slide 4, notes, teacher note"."""
    label = plain(occurrence.place.label)
    return f"{label}, teacher note" if occurrence.audience == "teacher" else label


def some_places(places: Sequence[Occurrence], most: int = 3) -> str:
    """ "page 1, page 2, page 5 and 4 more places"."""
    labels = [place(occurrence) for occurrence in places]
    if len(labels) <= most:
        return "; ".join(labels)
    return f"{'; '.join(labels[:most])} {more(len(labels) - most)}"


def more(number: int) -> str:
    """ "and 4 more places"."""
    return f"and {counted(number, 'more place')}"


Change = Literal["same", "gone", "new"]


def changes(old: str, new: str) -> list[tuple[Change, str]]:
    """What a rewrite changes, word by word; both texts safe to show."""
    a, b = plain(old).split(), plain(new).split()
    found: list[tuple[Change, str]] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", " ".join(a[a1:a2])))
            continue
        if a2 > a1:
            found.append(("gone", " ".join(a[a1:a2])))
        if b2 > b1:
            found.append(("new", " ".join(b[b1:b2])))
    return found


def reading_lines(report: Report) -> list[str]:
    """How hard the page is to read, and how tasks ask for answers; empty without sentences for learners."""
    reading = report.reading
    if not reading.sentences:
        return []
    number = f"{counted(reading.sentences, 'sentence')} for learners"
    average = f"{reading.words_a_sentence:g} words each on average; nine in ten have {reading.nine_in_ten} or fewer."
    lines = [f"{number}, {average}" if reading.sentences >= _AVERAGED else f"{number}: too few for averages."]
    if reading.age:
        youngest, oldest = reading.age
        ages = f"{youngest}" if youngest == oldest else f"{youngest} to {oldest}"
        lines.append(f"Four formulas put the reading age at {ages}. They are rough, and subject words drive them up.")
    if reading.long_sentences:
        verb = "has" if len(reading.long_sentences) == 1 else "have"
        number = counted(len(reading.long_sentences), "sentence")
        lines.append(f"{number} {verb} more than {reading.long_sentence} words.")
    if reading.hard_words:
        words = listed(f"{plain(t.word)} ({t.count:,})" for t in reading.hard_words[:8])
        lines.append(f"Long words without an explanation nearby: {words}.")
    if reading.many_meanings:
        words = listed(f"{plain(t.word)} ({t.count:,})" for t in reading.many_meanings[:8])
        lines.append(f"Subject words that mean something else every day: {words}.")
    if reading.modes:
        ways = listed(f"{plain(mode.name)} ({len(mode.places):,})" for mode in reading.modes)
        lines.append(f"Tasks ask learners to {ways}.")
    return lines


def left_alone(report: Report) -> list[tuple[str, list[SilencedHit]]]:
    """The hits that a guard hid, by the reason in plain words, the commonest first."""
    hidden: dict[str, list[SilencedHit]] = defaultdict(list)
    for hit in report.silenced:
        if hit.effect == "hidden":
            hidden[wording.guard(hit.guard)].append(hit)
    return sorted(hidden.items(), key=lambda item: (-len(item[1]), item[0]))


def left_alone_line(report: Report) -> str:
    """ "12 places were left alone: 5 quoted, 4 a technical sense, 3 …"; "" when there were none."""
    hidden = left_alone(report)
    lowered = sum(hit.effect == "lowered" for hit in report.silenced)
    parts = []
    if hidden:
        number = sum(len(hits) for _, hits in hidden)
        was = "was" if number == 1 else "were"
        reasons = "; ".join(f"{len(hits):,} {plain(reason)}" for reason, hits in hidden)
        parts.append(f"{counted(number, 'place')} {was} left alone: {reasons}.")
    if lowered:
        verb, whose = ("is", "its") if lowered == 1 else ("are", "their")
        parts.append(f"{lowered:,} {verb} shown as less weighty because of {whose} context.")
    return " ".join(parts)


def settings_lines(report: Report) -> list[str]:
    """The choices and limits that shaped the report, one line each. Folders are said by name only."""
    settings = report.settings
    said = wording.setting(settings.profile)
    lines = [f"Learners: {', '.join(said) if said else 'not said'}."]
    if settings.profile.learners:
        groups = ", ".join(f"{plain(name)} {share:g}%" for name, share in settings.profile.learners)
        lines.append(f"Our learners, as typed in: {groups}.")
    if settings.profile.priorities:
        first = "; ".join(wording.DIMENSIONS[dimension] for dimension in settings.profile.priorities)
        lines.append(f"First for this setting: {first}.")
    lines += setting_effects.said(settings)
    if settings.off:
        lines.append(f"Rules switched off: {', '.join(settings.off)}.")
    if settings.severity:
        weights = (f"{id} is “{wording.SEVERITIES[level].lower()}”" for id, level in settings.severity)
        lines.append(f"Weights chosen here: {', '.join(weights)}.")
    if settings.overlays:
        lines.append(f"Local rules: {', '.join(PurePath(folder).name for folder in settings.overlays)}.")
    lines.append(f"Words in pictures: {wording.OCR[settings.ocr]}.")
    usual, ours = asdict(Limits()), asdict(settings.limits)
    if changed := [
        f"{ours[name]:,} {words} (usually {usual[name]:,})"
        for name, words in wording.LIMITS.items()
        if ours[name] != usual[name]
    ]:
        lines.append(f"Limits of your own: {', '.join(changed)}.")
    codes = {warning.code for warning in report.warnings}
    if reached := [words for code, words in wording.REACHED.items() if code in codes]:
        lines.append(f"Limits that were reached: {', '.join(reached)}; the notes at the start say what was left.")
    return lines


def failure(failed: Failure) -> tuple[str, str]:
    """The name and what to say after it; a message that starts with the file's name does not say it twice."""
    message = failed.message.removeprefix(PurePath(failed.name).name)
    return plain(failed.name), plain(message if message != failed.message else f": {message}")


def severity_counts(report: Report) -> dict[int, int]:
    """Line findings by severity, 3 first."""
    counts = Counter(int(finding.severity) for finding in report.findings)
    return {level: counts[level] for level in (3, 2, 1, 0)}


def quiet_line(report: Report) -> str:
    """What to say when nothing was found: plainly, without a clean bill. "" when something was."""
    if report.findings or report.patterns:
        return ""
    if not report.words:
        return "There were no words to check."
    return "Nothing stood out in the wording. The tool cannot see the lesson and it misses things: you decide."
