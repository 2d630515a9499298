"""A document as the tool read it, for people who want to see what was and was not taken in."""

from dataclasses import replace

from .. import wording
from ..model import Block, Document, Picture
from ..wording import counted, plain
from . import json_report


def as_json(document: Document) -> str:
    """The document as JSON, without picture bytes."""
    pictures = tuple(replace(picture, data=b"") for picture in document.pictures)
    return json_report.write_document(replace(document, pictures=pictures))


def as_text(document: Document) -> str:
    """A line for each block and picture, warnings first. Control characters are taken out."""
    facts = [wording.media(document.media_type), wording.units(document.media_type, document.units)]
    facts += [counted(len(document.blocks), "block"), counted(len(document.pictures), "picture")]
    lines = [plain(document.name), " · ".join(fact for fact in facts if fact)]
    lines += [f"! {plain(warning.message)}" for warning in document.warnings]
    lines += [""] + [_block(block) for block in document.blocks]
    if document.pictures:
        lines += ["", "Pictures"] + [_picture(picture) for picture in document.pictures]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> str:
    facts = [plain(block.place.label), block.kind.replace("_", " ")]
    facts += ["recognised"] if block.recognised else []
    facts += ["teacher note"] if block.audience == "teacher" else []
    facts += [block.language] if block.language != "en" else []
    return f"[{' · '.join(facts)}] {plain(block.text)}"


def _picture(picture: Picture) -> str:
    alt = f": “{plain(picture.alt_text)}”" if picture.alt_text else ""
    size = f", {picture.width} × {picture.height}" if picture.width else ""
    return f"[{plain(picture.place.label)}] {wording.ALT_QUALITIES[picture.alt_quality]}{alt}{size}"
