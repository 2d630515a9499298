"""The whole product as plain functions: read a file, analyse a document, or both."""

from pathlib import Path
from typing import TYPE_CHECKING

from .errors import ReadError
from .model import Document, Finding, KeyMessage, PatternFinding, Report, Rule, Settings

if TYPE_CHECKING:
    from .entries import Entry, StrengthEntry
    from .lexicon import Lexicon

DEFAULTS = Settings()


def read(path: Path | str) -> Document:
    """Read a file, whatever its extension says. Raises ReadError."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path.name} was not found. Check the name and the folder.") from error
    except OSError as error:
        reason = (error.strerror or "the file cannot be opened").lower()
        raise ReadError(f"{path.name} could not be opened: {reason}.") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """Read the bytes of a file called ``name``. Raises ReadError."""
    from .parsers import parse  # the readers' libraries are loaded when first needed

    return parse(data, name)


def audit(path: Path | str, settings: Settings = DEFAULTS) -> Report:
    """Read and analyse a file. Raises ReadError."""
    return analyse(read(path), settings)


def audit_bytes(data: bytes, name: str, settings: Settings = DEFAULTS) -> Report:
    """Read and analyse the bytes of a file called ``name``. Raises ReadError."""
    return analyse(read_bytes(data, name), settings)


def analyse(document: Document, settings: Settings = DEFAULTS) -> Report:
    """Everything we can say about a document. Same document, settings and lexicons: the same report."""
    from dataclasses import replace

    from . import __version__
    from .detect import examine
    from .findings import find_all
    from .people import find_people
    from .pipeline import load_pipeline
    from .representation import load_patterns, patterns, represent
    from .strengths import find_strengths

    pipeline = load_pipeline(settings.overlays)
    lexicon = pipeline.lexicon
    context, found = examine(document, pipeline, settings.profile)
    text = context.text
    findings, silenced = find_all(document, [h for h in found if h.entry.id not in settings.off], context)
    people = find_people(text)
    representation = represent(people, document.pictures, text)
    pattern_findings = tuple(p for p in patterns(representation) if p.entry not in settings.off)
    strengths = find_strengths(document, context, pipeline)
    named = {f.entry for f in findings} | {s.entry for s in strengths} | {s.entry for s in silenced}
    rules = [_rule(entry, lexicon) for entry in lexicon.entries if entry.id in named]
    rules += [_rule(entry, lexicon) for entry in lexicon.strengths if entry.id in named]
    rules += [rule for rule in load_patterns() if rule.id in {p.entry for p in pattern_findings}]
    return Report(
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        units=document.units,
        words=context.words,
        tool_version=__version__,
        lexicon_digest=lexicon.digest,
        settings=replace(settings, overlays=tuple(Path(o).name for o in settings.overlays)),
        warnings=document.warnings,
        strengths=strengths,
        key_messages=key_messages(findings, pattern_findings, {r.id: r for r in rules}, settings),
        findings=findings,
        patterns=pattern_findings,
        silenced=silenced,
        people=people,
        representation=representation,
        pictures=tuple(replace(picture, data=b"") for picture in document.pictures),
        rules=tuple(rules),
    )


def key_messages(
    findings: tuple[Finding, ...],
    patterns: tuple[PatternFinding, ...],
    rules: dict[str, Rule],
    settings: Settings,
) -> tuple[KeyMessage, ...]:
    """At most three, the weightiest first: the setting's priorities, then severity, then how often."""
    first = settings.profile.priorities

    def weight(dimension: str, severity: int, places: int) -> tuple[int, int, int]:
        return (-severity, -(dimension in first), -places)

    candidates = [
        (weight(f.dimension, f.severity, len(f.places)), i, KeyMessage(_say(f, rules[f.entry]), finding=i))
        for i, f in enumerate(findings)
        if f.severity >= 1
    ] + [
        (weight(p.dimension, p.severity, len(p.places)), len(findings) + i, KeyMessage(p.saw, pattern=i))
        for i, p in enumerate(patterns)
        if p.severity >= 1
    ]
    chosen: list[KeyMessage] = []
    entries: set[str] = set()
    for _, _, message in sorted(candidates, key=lambda c: c[:2]):
        entry = findings[message.finding].entry if message.finding is not None else message.text
        if entry not in entries and len(chosen) < 3:
            entries.add(entry)
            chosen.append(message)
    return tuple(chosen)


def _say(finding: Finding, rule: Rule) -> str:
    where = finding.places[0].place.label if len(finding.places) == 1 else f"{len(finding.places)} places"
    words = finding.places[0].text
    short = words if len(words) <= 60 else words[:57].rstrip() + "…"
    return f"{rule.saw.rstrip('.')}: “{short}”, {where}."


def _rule(entry: "Entry | StrengthEntry", lexicon: "Lexicon") -> Rule:
    return Rule(
        id=entry.id,
        saw=entry.saw,
        why=entry.why,
        fine_when=getattr(entry, "fine_when", ""),
        try_instead=tuple(getattr(entry, "try_instead", ())),
        ask=getattr(entry, "ask", ""),
        sources=tuple(lexicon.sources[code] for code in getattr(entry, "source", ())),
        contested=getattr(entry, "contested", False),
    )
