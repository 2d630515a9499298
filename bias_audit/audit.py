"""The whole product as plain functions: read a file, analyse a document, or both."""

from pathlib import Path
from typing import TYPE_CHECKING

from .errors import ReadError, TooLarge
from .model import Document, Finding, KeyMessage, Limits, Ocr, PatternFinding, Report, Rule, Settings

if TYPE_CHECKING:
    from .entries import Entry, StrengthEntry
    from .lexicon import Lexicon
    from .ocr import OnPage

DEFAULTS = Settings()
_AT_MOST = 5  # places that make a pattern weigh more
_DOCUMENT_ARCHIVES = frozenset(
    ".docx .docm .dotx .dotm .pptx .pptm .potx .potm .ppsx .ppsm .xlsx .xlsm .odt .ott .odp .otp .ods .epub "
    ".notebook".split()
)


def read(
    path: Path | str,
    *,
    limits: Limits = DEFAULTS.limits,
    isolated: bool = True,
    ocr: Ocr = DEFAULTS.ocr,
    on_page: "OnPage | None" = None,
) -> Document:
    """Read a file, whatever its extension says, in a process of its own unless not ``isolated``. Raises ReadError.

    ``ocr`` and ``on_page``: as for ``read_bytes``.
    """
    path = Path(path)
    return read_bytes(_content(path, limits), path.name, limits=limits, isolated=isolated, ocr=ocr, on_page=on_page)


def read_bytes(
    data: bytes,
    name: str,
    *,
    limits: Limits = DEFAULTS.limits,
    isolated: bool = True,
    ocr: Ocr = DEFAULTS.ocr,
    on_page: "OnPage | None" = None,
) -> Document:
    """Read the bytes of a file called ``name``; ``limits`` need ``isolated``. Raises ReadError.

    ``ocr`` says which words in pictures are read: "auto" (pages without text, large pictures), "always" or
    "never". ``on_page`` is told how many pages and pictures are done, and of how many.
    """
    from .language import with_languages
    from .ocr import recognise

    if len(data) > limits.file_megabytes * 1_000_000:
        raise _too_large(name, limits)
    if isolated:
        from .parsers import isolate

        document = isolate.parse(data, name, limits)
    else:
        from .parsers import parse  # the readers' libraries are loaded when first needed

        document = parse(data, name)
    return with_languages(recognise(document, data, ocr, limits=limits, isolated=isolated, on_page=on_page))


def read_members(path: Path, limits: Limits = DEFAULTS.limits) -> tuple[tuple[str, bytes], ...] | None:
    """The files in a zip archive of documents, by name; None for what is no such archive. Raises ReadError.

    Documents that are archives of their own kind (docx, epub, …) are no such archive.
    """
    if path.suffix.lower() in _DOCUMENT_ARCHIVES:
        return None
    try:
        with path.open("rb") as file:
            if file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return None
    except OSError:
        return None  # reading it will say why
    return members_of(_content(path, limits), path.name, limits)


def members_of(data: bytes, name: str, limits: Limits = DEFAULTS.limits) -> tuple[tuple[str, bytes], ...] | None:
    """Like ``read_members``, for bytes. Raises ReadError."""
    if data[:4] not in (b"PK\x03\x04", b"PK\x05\x06") or Path(name).suffix.lower() in _DOCUMENT_ARCHIVES:
        return None
    from .parsers import isolate

    return isolate.members(data, name, limits)


def _content(path: Path, limits: Limits) -> bytes:
    """The bytes of a file of our user's, or a ReadError that says why there are none."""
    try:
        if path.stat().st_size > limits.file_megabytes * 1_000_000:
            raise _too_large(path.name, limits)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path.name} was not found. Check the name and the folder.") from error
    except OSError as error:
        reason = (error.strerror or "the file cannot be opened").lower()
        raise ReadError(f"{path.name} could not be opened: {reason}.") from error


def _too_large(name: str, limits: Limits) -> TooLarge:
    return TooLarge(f"{name} is larger than {limits.file_megabytes:,} megabytes. Split it, then try the parts.")


def audit(path: Path | str, settings: Settings = DEFAULTS, *, on_page: "OnPage | None" = None) -> Report:
    """Read and analyse a file; ``on_page`` as for ``read_bytes``. Raises ReadError."""
    return analyse(read(path, limits=settings.limits, ocr=settings.ocr, on_page=on_page), settings)


def audit_bytes(data: bytes, name: str, settings: Settings = DEFAULTS, *, on_page: "OnPage | None" = None) -> Report:
    """Read and analyse the bytes of a file called ``name``; ``on_page`` as for ``read_bytes``. Raises ReadError."""
    return analyse(read_bytes(data, name, limits=settings.limits, ocr=settings.ocr, on_page=on_page), settings)


def analyse(document: Document, settings: Settings = DEFAULTS) -> Report:
    """Everything we can say about a document. Same document, settings and lexicons: the same report."""
    from dataclasses import replace

    from . import __version__
    from .detect import examine
    from .document_patterns import document_patterns, said_once
    from .findings import find_all
    from .people.figures.lesson_topics import lesson_topics
    from .people.find import find_people, look_for_people, sentences_with_people
    from .pipeline import load_pipeline
    from .readability import reading_of
    from .reading_patterns import reading_patterns
    from .representation import load_patterns, patterns, represent
    from .setting_effects import reworded, switched_off, tuned
    from .strengths import find_strengths
    from .text import tokenise
    from .topic_tables import costs

    pipeline = load_pipeline(settings.overlays)
    lexicon = replace(pipeline.lexicon, entries=tuned(pipeline.lexicon.entries, settings))
    pipeline = replace(pipeline, lexicon=lexicon)
    off = switched_off(settings)
    text = tokenise(document.blocks, pipeline.nlp)
    looked = look_for_people(text)
    wanted = sentences_with_people(text, looked=looked)
    context, found = examine(document, pipeline, settings.profile, text, wanted)
    findings, silenced = find_all(document, [h for h in found if h.entry.id not in off], context)
    people = find_people(text, context.parses, looked=looked)
    representation = represent(people, document.pictures, text, tasks=costs(findings, silenced))
    reading = reading_of(document, text, settings.profile)
    shown = patterns(representation) + document_patterns(people, representation)
    shown += reading_patterns(reading, document, settings.profile)
    pictures = document.pictures
    if pictures:  # the picture library is loaded only where there are pictures
        from .picture_text import text_picture_patterns
        from .pictures import inventory

        shown += text_picture_patterns(document, people, lexicon.words)
        pictures = inventory(pictures, settings.limits)
    pattern_findings = said_once(tuple(p for p in shown if p.entry not in off))
    strengths = find_strengths(document, context, pipeline, findings)
    named = {f.entry for f in findings} | {s.entry for s in strengths} | {s.entry for s in silenced}
    rules = [_rule(entry, lexicon) for entry in lexicon.entries if entry.id in named]
    rules += [_rule(entry, lexicon) for entry in lexicon.strengths if entry.id in named]
    rules += [rule for rule in load_patterns() if rule.id in {p.entry for p in pattern_findings}]
    rules = [reworded(rule, settings.profile) for rule in rules]
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
        reading=reading,
        pictures=tuple(replace(picture, data=b"") for picture in pictures),
        rules=tuple(rules),
        topics=lesson_topics(document),
    )


def key_messages(
    findings: tuple[Finding, ...],
    patterns: tuple[PatternFinding, ...],
    rules: dict[str, Rule],
    settings: Settings,
) -> tuple[KeyMessage, ...]:
    """At most three: what must change, then the setting's priorities, then severity, then how often."""
    first = settings.profile.priorities

    def weight(dimension: str, severity: int, places: int) -> tuple[bool, bool, int, int]:
        return (severity < 3, dimension not in first, -severity, -places)

    candidates = [
        (weight(f.dimension, f.severity, len(f.places)), i, KeyMessage(_say(f, rules[f.entry]), finding=i))
        for i, f in enumerate(findings)
        if f.severity >= 1
    ] + [
        (weight(p.dimension, p.severity, min(_AT_MOST, len(p.places))), len(findings) + i, KeyMessage(p.saw, pattern=i))
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
