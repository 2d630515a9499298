"""A document as clean HTML with its findings marked in place. Pure: every word of the document is escaped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from ..model import Block, Document, Finding, Rule
from ..wording import DIMENSIONS, SEVERITIES, plain
from . import texts

Token = str  # what a click says: "f3.0" is place 0 of finding 3, "b12" is block 12

_LONGEST_TABLE_HEAD = 60  # a first row of longer cells is content, not headings


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start:end`` of a block that a finding points at; ``title`` is said on hovering."""

    start: int
    end: int
    token: Token
    severity: int
    title: str


def spans_by_block(findings: Iterable[tuple[int, Finding]], rules: Mapping[str, Rule]) -> dict[int, list[Span]]:
    """The marks of the findings given with their index in the report, by block."""
    spans: dict[int, list[Span]] = {}
    for index, finding in findings:
        rule = rules.get(finding.entry)
        title = f"{SEVERITIES[finding.severity]}, {DIMENSIONS[finding.dimension]}"
        title = f"{title}. {rule.saw}" if rule else title
        for number, place in enumerate(finding.places):
            token = f"f{index}.{number}"
            spans.setdefault(place.block, []).append(Span(place.start, place.end, token, finding.severity, title))
    return spans


def marked(text: str, spans: Sequence[Span], selected: Token = "") -> str:
    """The text escaped, with a ``<mark>`` over each span; where spans overlap, the weightiest is on top."""
    if not spans:
        return _words(text)
    edges = sorted({0, len(text), *(min(edge, len(text)) for s in spans for edge in (s.start, s.end))})
    parts = []
    for start, end in pairwise(edges):
        words = _words(text[start:end])
        over = [s for s in spans if s.start <= start and end <= s.end]
        if over:
            top = min(over, key=lambda s: (s.token != selected, -s.severity, s.end - s.start))
            on = " on" if top.token == selected else ""
            title = escape(plain(top.title))
            words = (
                f'<mark class="s{top.severity}{on}" data-ba-go="{escape(top.token)}" tabindex="0" '
                f'role="button" title="{title}">{words}</mark>'
            )
        parts.append(words)
    return "".join(parts)


def document_html(
    document: Document, spans: Mapping[int, Sequence[Span]], selected: Token = "", page: int | None = None
) -> str:
    """The whole document, or one page: headings, lists, tables, captions and notes, in reading order."""
    blocks = [item for item in enumerate(document.blocks) if page is None or item[1].place.page == page]
    if not blocks:
        said = texts.NO_WORDS_FILE if page is None else texts.NO_WORDS_PAGE
        return f'<article class="ba-box ba-doc"><p class="ba-soft">{said}</p></article>'
    view = _View(document, spans, selected)
    parts = []
    for unit, group in groupby(blocks, key=lambda item: _unit(item[1])):
        inside = "".join(_teacher_or_not(view, list(group)))
        label = _unit_label(document, unit)
        parts.append(f"<section>{label}{inside}</section>")
    return f'<article class="ba-box ba-doc" lang="en">{"".join(parts)}</article>'


@dataclass(frozen=True, slots=True)
class _View:
    document: Document
    spans: Mapping[int, Sequence[Span]]
    selected: Token

    def words(self, index: int) -> str:
        return marked(self.document.blocks[index].text, self.spans.get(index, ()), self.selected)


_Numbered = tuple[int, Block]


def _unit(block: Block) -> tuple[int | None, int | None]:
    return block.place.page, block.place.slide


def _unit_label(document: Document, unit: tuple[int | None, int | None]) -> str:
    number = unit[0] or unit[1]
    if not number:
        return ""
    what = "slide" if unit[1] else "page"
    of = f" of {document.units}" if document.units else ""
    return f'<p class="ba-unit">{what} {number}{of}</p>'


def _teacher_or_not(view: _View, blocks: list[_Numbered]) -> Iterator[str]:
    """Notes for the teacher stand apart, and say so once."""
    for teacher, group in groupby(blocks, key=lambda item: item[1].audience == "teacher"):
        inside = "".join(_structured(view, list(group)))
        yield (
            f'<aside class="ba-teacher"><p class="ba-tag">{texts.TEACHER_NOTE}</p>{inside}</aside>'
            if teacher
            else inside
        )


def _structured(view: _View, blocks: list[_Numbered]) -> Iterator[str]:
    for key, group in groupby(blocks, key=lambda item: _shape(item[1])):
        run = list(group)
        if key[0] == "table":
            yield _table(view, run)
        elif key[0] == "list":
            items = "".join(f'<li id="ba-b{i}" class="l{min(b.level, 5)}">{view.words(i)}</li>' for i, b in run)
            yield f"<ul>{items}</ul>"
        else:
            yield from (_one(view, index, block) for index, block in run)


def _shape(block: Block) -> tuple[str, int | None]:
    if block.place.table and block.place.row and block.place.column:
        return "table", block.place.table
    return ("list", None) if block.kind == "list" else ("", None)


def _one(view: _View, index: int, block: Block) -> str:
    words, id = view.words(index), f'id="ba-b{index}"'
    match block.kind:
        case "heading":
            depth = min(max(block.level, 1) + 2, 6)
            return f"<h{depth} {id}>{words}</h{depth}>"
        case "quote":
            return f"<blockquote {id}>{words}</blockquote>"
        case "code":
            return f"<pre {id}>{words}</pre>"
        case "caption":
            return f'<p {id} class="ba-caption">{words}</p>'
        case "alt_text":
            return f'<p {id} class="ba-alt"><span class="ba-tag">Picture, described as</span> {words}</p>'
        case "chart":
            return f'<p {id} class="ba-alt"><span class="ba-tag">Chart</span> {words}</p>'
        case "header" | "footer" | "footnote" | "comment":
            return f'<p {id} class="ba-beside"><span class="ba-tag">{texts.BESIDE[block.kind]}</span> {words}</p>'
        case "reference":
            return f'<p {id} class="ba-beside">{words}</p>'
        case "list":
            return f'<p {id} class="ba-item">{words}</p>'
        case _:
            return f"<p {id}>{words}</p>"


def _table(view: _View, blocks: list[_Numbered]) -> str:
    """Cells back in their rows and columns; merged cells are read once, so gaps are left empty."""
    rows: dict[int, dict[int, list[_Numbered]]] = {}
    for index, block in blocks:
        row, column = block.place.row or 1, block.place.column or 1
        rows.setdefault(row, {}).setdefault(column, []).append((index, block))
    width = max(max(cells) for cells in rows.values())
    first = min(rows)
    headed = len(rows) > 1 and width > 1 and len(rows[first]) == width
    headed = headed and all(len(b.text) <= _LONGEST_TABLE_HEAD for cell in rows[first].values() for _, b in cell)
    lines = []
    for number, cells in rows.items():
        tag = 'th scope="col"' if headed and number == first else "td"
        line = []
        for column in _columns(cells, width):
            inside = "".join(_in_cell(view, index, block) for index, block in cells.get(column, ()))
            line.append(f"<{tag}>{inside}</{tag[:2]}>")
        lines.append(f"<tr>{''.join(line)}</tr>")
    return f'<div class="ba-scroll"><table>{"".join(lines)}</table></div>'


def _columns(cells: Mapping[int, object], width: int) -> Iterable[int]:
    """All columns of a row; a table of absurd width shows only the cells that it has."""
    return range(1, width + 1) if width <= 64 else sorted(cells)


def _in_cell(view: _View, index: int, block: Block) -> str:
    return _one(view, index, block) if block.kind != "cell" else f'<p id="ba-b{index}">{view.words(index)}</p>'


def _words(text: str) -> str:
    """Text as HTML: control characters gone, line breaks kept."""
    return "<br>".join(escape(plain(line)) for line in text.split("\n"))
