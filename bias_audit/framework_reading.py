"""What frameworks ask about reading and access, in a few words for one report or several."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from .model import Report
from .wording import counted

_MOST = 4  # words that are named
IDIOMS = frozenset({"language/idioms", "language/idioms-open", "language/sport-idioms"})


def _load(reports: Sequence[Report]) -> str:
    sentences = sum(report.reading.sentences for report in reports)
    words = sum(report.reading.sentences * report.reading.words_a_sentence for report in reports)
    ages = [age for report in reports if report.reading.age for age in report.reading.age]
    aged = f"; reading age {min(ages)} to {max(ages)}" if ages else ""
    if not sentences:
        return ""
    average = round(words / sentences, 1)
    return f"{counted(sentences, 'sentence')} for learners, {average:g} words each on average{aged}"


def _idioms(reports: Sequence[Report]) -> str:
    number = sum(len(f.places) for report in reports for f in report.findings if f.entry in IDIOMS)
    return counted(number, "place") if number else ""


def _many_meanings(reports: Sequence[Report]) -> str:
    return _commonest((term.word, term.count) for report in reports for term in report.reading.many_meanings)


def _access(reports: Sequence[Report]) -> str:
    pictures = [picture for report in reports for picture in report.pictures]
    usable = sum(picture.alt_quality == "written" for picture in pictures)
    headings = sum(report.reading.headings for report in reports)
    checked = any(picture.alt_quality != "not checkable" for picture in pictures)
    alt = f"{usable:,} with usable alt text" if checked else "whose alt text cannot be checked"
    said = [f"{counted(len(pictures), 'picture')}, {alt}"] if pictures else []
    said += [counted(headings, "heading")] if headings else []
    return "; ".join(said)


def _modes(reports: Sequence[Report]) -> str:
    return _commonest((mode.name, len(mode.places)) for report in reports for mode in report.reading.modes)


def _strengths(reports: Sequence[Report]) -> str:
    number = sum(len(report.strengths) for report in reports)
    return f"{number:,}" if number else ""


def _commonest(found: Iterable[tuple[str, int]]) -> str:
    """ "current 5, force 3 and 2 more"."""
    totals: Counter[str] = Counter()
    for word, number in found:
        totals[word] += number
    shown = [f"{word} {number:,}" for word, number in totals.most_common(_MOST)]
    more = len(totals) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")


# By the ids of frameworks.yaml; "" where there is nothing to count.
READING: dict[str, Callable[[Sequence[Report]], str]] = {
    "M23": _load,
    "M24": _idioms,
    "M25": _many_meanings,
    "M26": _access,
    "M27": _modes,
    "M30": _strengths,
}
