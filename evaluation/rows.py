"""Labelled rows: one JSON object a line with id, text, label (1, 0 or null) and category."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bias_audit.model import Dimension

DIMENSIONS = get_args(Dimension)
# What a category's words say about the dimension that a right hit must have.
_NAMES = {
    "gender": ("gender",),
    "women": ("gender",),
    "woman": ("gender",),
    "pronoun": ("gender",),
    "binary": ("gender",),
    "man_word": ("gender",),
    "marked_job": ("gender",),
    "role_models_all_men": ("gender",),
    "relational": ("gender",),
    "he_or_she": ("gender",),
    "disab": ("disability",),
    "trans": ("family", "gender"),
    "pathway": ("pathways",),
    "career": ("pathways",),
    "abilit": ("ability",),
    "minimiser": ("ability", "language"),
    "home": ("poverty", "family", "rurality"),
    "poverty": ("poverty",),
    "race": ("race",),
    "relig": ("religion",),
    "rural": ("rurality",),
    "famil": ("family",),
    "age_": ("age",),
    "one_culture": ("religion", "language", "rurality", "race"),
}
_GROUPS = re.compile(
    r"\b(?:a |an )?(?:(?:disabled|trans|transgender|black|gay|muslim) )?"
    r"(?:women|woman|people|person|men|man|girls?|boys?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text. ``dimensions`` are those that count as right (empty: any)."""

    id: str
    text: str
    label: int | None
    category: str
    dimensions: tuple[str, ...]
    frame: str  # the sentence without its group: rows of one frame are not independent


def load(path: Path) -> list[Row]:
    """The rows of a JSONL file. ValueError names the line that is not a row."""
    return list(_rows(path))


def _rows(path: Path) -> Iterator[Row]:
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            text, label = raw["text"], raw["label"]
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}, line {number}: not a row with text and label ({error}).") from error
        if not isinstance(text, str):
            raise ValueError(f"{path.name}, line {number}: text must be in quotation marks.")
        if label not in (0, 1, None):
            raise ValueError(f"{path.name}, line {number}: label must be 1, 0 or null.")
        category = str(raw.get("category", ""))
        dimension = raw.get("dimension")
        dimensions = (dimension,) if dimension in DIMENSIONS else named_dimensions(category)
        frame = raw.get("template") or _GROUPS.sub("_", text)
        yield Row(str(raw.get("id", f"{path.stem}-{number}")), text, label, category, dimensions, frame)


def named_dimensions(category: str) -> tuple[str, ...]:
    """The dimensions that a category's name names; none when it does not say."""
    name = category.lower().replace("disabilit", "disab")  # which also holds "abilit"
    found = [d for part, dimensions in _NAMES.items() if part in name for d in dimensions]
    return tuple(dict.fromkeys(found))
