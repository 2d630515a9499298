"""What practitioners did with findings: changed, kept with a reason, or not an issue. Pure functions.

A decision hangs on the finding key, so it holds for the same words in the next version of a file of the same name,
and everywhere when that was asked for. What was decided never comes back unasked.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import yaml

from .model import Finding, Report
from .people.words import load_people_words
from .wording import plain

Choice = Literal["changed", "kept", "not an issue"]
EVERYWHERE = ""  # the document of a decision that holds in all of them
# Names to put in the place of people's names, in this order; no gender is meant by any of them.
STAND_INS = ("Sam", "Robin", "Alex", "Jo", "Kit", "Ash")
_NOBODY = "Someone"  # when the stand-ins have run out
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about the findings with this key, in documents of this name or everywhere."""

    key: str
    choice: Choice
    document: str = EVERYWHERE
    reason: str = ""


def applying(decisions: Iterable[Decision], document: str) -> dict[str, Decision]:
    """The decisions that hold in a document of that name, by finding key; its own go before those for everywhere."""
    held: dict[str, Decision] = {}
    for decision in decisions:
        if decision.document == document or (decision.document == EVERYWHERE and decision.key not in held):
            held[decision.key] = decision
    return held


def decided(decisions: Iterable[Decision], new: Decision) -> tuple[Decision, ...]:
    """The decisions with a new one, which takes the place of an earlier one of the same reach."""
    others = (d for d in decisions if (d.key, d.document) != (new.key, new.document))
    return (*others, new)


def reopened(decisions: Iterable[Decision], key: str, document: str) -> tuple[Decision, ...]:
    """Without what was decided about that key, for this document or everywhere: it is open again."""
    return tuple(d for d in decisions if d.key != key or d.document not in (document, EVERYWHERE))


def forgotten(decisions: Iterable[Decision], document: str) -> tuple[Decision, ...]:
    """Without the decisions made for documents of that name; those for everywhere stay."""
    return tuple(d for d in decisions if d.document != document)


def still_open(findings: Iterable[Finding], held: Mapping[str, Decision]) -> list[tuple[int, Finding]]:
    """The findings without a decision, with their index in the report."""
    return [(index, finding) for index, finding in enumerate(findings) if finding.key not in held]


def false_alarm(report: Report, finding: Finding, at: int = 0) -> str:
    """A row for the rule's ``ignore`` examples, as YAML, with the names of people in the sentence replaced.

    Names that the tool did not recognise stay as they are: whoever passes it on should read it first.
    """
    row = {"id": finding.entry, "examples": {"ignore": [without_names(report, finding, at)]}}
    return yaml.safe_dump([row], allow_unicode=True, sort_keys=False, width=10_000)


def without_names(report: Report, finding: Finding, at: int = 0) -> str:
    """The sentence of a finding's place with stand-ins for people's names; the words found stay as they are."""
    place = finding.places[at]
    names = "|".join(map(re.escape, sorted(_names(report), key=len, reverse=True)))
    if not names:
        return plain(place.sentence)
    free = (name for name in STAND_INS if not re.search(rf"\b{name}\b", place.sentence))
    given: dict[str, str] = {}  # by each word of a name, so that "Isla Munro" and "Isla" are one person

    def stand_in(match: re.Match[str]) -> str:
        words = _WORD.findall(match[0])
        new = next((given[word] for word in words if word in given), None) or next(free, _NOBODY)
        given.update(dict.fromkeys(words, new))
        return new

    whole_name = re.compile(rf"\b(?:{names})(?:[\s'’-]+(?:{names}))*\b")
    end = place.at + len(place.text)
    before, after = (whole_name.sub(stand_in, part) for part in (place.sentence[: place.at], place.sentence[end:]))
    return plain(f"{before}{place.text}{after}")


def _names(report: Report) -> set[str]:
    """Every word of the names that people go by in the document; titles such as Mrs stay in the sentence."""
    people = load_people_words()
    titles = {*people.gender["titles"], *people.kin_before_name}
    said = [m.text for m in report.people.mentions if m.kind in ("name", "title")]
    said += [person.label for person in report.people.persons if person.named]
    words = {word for text in said for word in _WORD.findall(text)}
    return {word for word in words if word[0].isupper() and word.lower() not in titles}
