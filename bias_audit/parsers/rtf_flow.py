"""A stretch of rich text with paragraphs of its own: the body, a header, a note, a comment, a text box."""

import re
from dataclasses import dataclass, field

from .. import places
from ..model import Audience, Block, BlockKind, Origin, Place
from .structure import assemble, looks_like_question

_HEADING = re.compile(r"heading ?([1-9])")
_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"caption"), "caption"),
    (re.compile(r"\b(?:intense )?quot(?:e|ation)s?\b|^block ?text$"), "quote"),
    (re.compile(r"\bcode\b|html ?preformatted|preformatted text"), "code"),
)
_OWN_KIND: dict[str, BlockKind] = {
    "header": "header",
    "footer": "footer",
    "footnote": "footnote",
    "endnote": "footnote",
    "comment": "comment",
}
_DEEPEST = 12  # tables in tables


@dataclass(slots=True)
class Flow:
    """Finished blocks, and the paragraph that is being read. ``tables``: number, row, column by depth."""

    kind: str = ""
    box: int = 0
    blocks: list[Block] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)  # alt texts and text boxes of this paragraph
    pieces: list[tuple[str, int]] = field(default_factory=list)
    tables: list[list[int]] = field(default_factory=list)
    table_count: int = 0
    paragraphs: int = 0
    depth: int = 0
    style: str = ""
    outline: int = -1
    listed: bool = False
    level: int = 0
    hidden: bool = False
    deleted: bool = False

    @property
    def audience(self) -> Audience:
        """Comments speak to the author, the rest to whoever reads the file."""
        return "teacher" if self.kind == "comment" else "learner"

    def plain(self) -> None:
        """Forget the paragraph's formatting."""
        self.depth, self.style, self.outline, self.level, self.listed = 0, "", -1, 0, False

    def place_now(self) -> Place:
        """Where the words that are being read will stand."""
        if self.tables and self.depth:
            table, row, column = self.tables[-1]
            return places.cell(table, row, column, self._within())
        if self.kind:
            return places.part(self.kind, self.box or None)
        return places.paragraph(max(self.paragraphs, 1))

    def _within(self) -> Place | None:
        return places.part(self.kind, self.box or None) if self.kind else None


def add_paragraph(flow: Flow, cell: int = 0) -> Block | None:
    """End the paragraph: its block, if it has words. ``cell``: the least depth of tables it stands in."""
    depth = min(max(flow.depth, cell), _DEEPEST)
    del flow.tables[depth:]
    while len(flow.tables) < depth:
        flow.table_count += 1
        flow.tables.append([flow.table_count, 1, 1])
    flow.depth = depth
    text, runs = assemble(_trimmed(flow.pieces), "text")
    flow.pieces.clear()
    flow.deleted = False
    block = None
    if text.strip():
        kind, level = _kind(flow, text)
        if not depth and not flow.kind:
            flow.paragraphs += 1
        block = Block(text, kind, flow.place_now(), flow.audience, "en", level, Origin("", runs))
        flow.blocks.append(block)
    flow.blocks += flow.boxes
    flow.boxes.clear()
    return block


def _trimmed(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    spoken = [index for index, (text, _) in enumerate(pieces) if text.strip()]
    kept = pieces[spoken[0] : spoken[-1] + 1] if spoken else []
    if kept:
        text, at = kept[0]
        lead = len(text) - len(text.lstrip())
        kept[0] = (text[lead:], at + lead if at >= 0 else -1)
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1])
    return kept


def _kind(flow: Flow, text: str) -> tuple[BlockKind, int]:
    if flow.kind in _OWN_KIND:
        return _OWN_KIND[flow.kind], 0
    if 0 <= flow.outline <= 8:
        return "heading", flow.outline + 1
    if found := _HEADING.match(flow.style):
        return "heading", int(found[1])
    if flow.style.partition(",")[0] == "title":
        return "heading", 1
    for pattern, kind in _KINDS:
        if pattern.search(flow.style):
            return kind, 0
    if flow.listed:
        return ("question" if text.endswith("?") else "list"), flow.level + 1
    if flow.depth:
        return "cell", 0
    return ("question" if looks_like_question(text) else "paragraph"), 0


def end_cell(flow: Flow, depth: int) -> None:
    """The next words stand in the cell to the right."""
    if len(flow.tables) >= depth:
        flow.tables[depth - 1][2] += 1
        del flow.tables[depth:]


def end_row(flow: Flow, depth: int) -> None:
    """The next words stand in the row below."""
    if len(flow.tables) >= depth:
        flow.tables[depth - 1][1] += 1
        flow.tables[depth - 1][2] = 1
        del flow.tables[depth:]
