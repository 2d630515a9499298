"""Markdown: blocks by markdown-it, with offsets into the decoded file wherever the words stand in it."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .. import places
from ..errors import Empty
from ..model import Block, BlockKind, Document, Origin, Picture, Place
from . import html, media
from . import lines as line_ends
from .alt_text import quality
from .plain import decode
from .structure import assemble, looks_like_question, with_sections

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
# What is written for the builder of a site: {panel type="note"}, {panel end}, {comment …}, {.class}, {:target="…"}
_DIRECTIVE = re.compile(
    r"""\{(?:[a-z][\w-]*(?:[ ]+[a-z][\w-]*="[^"\n]*")+|[a-z][\w-]*[ ]end|comment[ ][^{}\n]*"""
    r"""|[.#]-?[a-zA-Z][^{}\n]*|:[ ]*(?:[.#]-?[a-zA-Z]|[a-z][\w-]*=)[^{}\n]*)[ ]*\}"""
)
_AFTER_LINK = re.compile(r"[*_~`]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?")
_ONLY_MARKUP = re.compile(r"[\s*_~`\[\]!\\#>|:+<-]*(?:\d{1,9}[.)]\s*)?[\s*_~`\[\]!\\|<-]*")
_SOFT = "\x0b"  # a line end that may be a mere wrap
# Every rule is tried on every line, three of four times in vain: those whose sign is nowhere in the file are left out.
_SIGNS_OF_RULES = {
    "table": re.compile(r"\|"),
    "fence": re.compile(r"```|~~~"),
    "blockquote": re.compile(">"),
    "heading": re.compile("#"),
    "html_block": re.compile("<"),
    "reference": re.compile(r"\["),
    "hr": re.compile(r"(?:[-*_][ \t]*){3}$", re.MULTILINE),
    "lheading": re.compile(r"^[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE),
}


@dataclass(slots=True)
class _Source:
    """The file's text as the parser sees it, and how far it has been matched to tokens."""

    text: str
    lines: list[int] = field(default_factory=list)  # offset of each line, and the end
    cursor: int = 0

    def locate(self, words: str, end: int) -> int:
        """Where ``words`` stand next, if nothing but markup is in between; -1 otherwise."""
        at = self.text.find(words, self.cursor, end)
        if at < 0 or not _ONLY_MARKUP.fullmatch(self.text, self.cursor, at):
            return -1
        self.cursor = at + len(words)
        return at


def parse(data: bytes, name: str) -> Document:
    """Read Markdown. Run offsets count the characters of the decoded file, its line ends as they are."""
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    original = decode(data)
    text = original.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
    title = ""
    front = _FRONT_MATTER.match(text)
    if front:
        named = _TITLE.search(front.group(1))
        title = named.group(1).strip("\"'") if named else ""
        # the lines stay, so that line numbers and offsets hold
        text = _blank(front.group()) + text[front.end() :]
    text = "".join(map(_without_directives, text.splitlines(keepends=True))) if "{" in text else text
    lines = [0]
    lines.extend(found.end() for found in re.finditer("\n", text))
    lines.append(len(text))
    blocks, pictures = _read(_reader_for(text).parse(text), _Source(text, lines))
    crlf = [found.start() for found in re.finditer("\r\n", original)]
    if crlf:
        blocks = _shift(blocks, crlf)
    if not title:
        title = next((block.text for block in blocks if block.kind == "heading" and block.level == 1), "")
    return Document(
        name,
        media.MARKDOWN,
        hashlib.sha256(data).hexdigest(),
        with_sections(blocks),
        tuple(pictures),
        title=title,
    )


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_directives(line: str) -> str:
    """The line, as long as it was, with an empty tag for every directive: spaces could make it code."""
    if "{" not in line:
        return line
    if not _DIRECTIVE.sub("", line).strip():
        return _blank(line)
    return _DIRECTIVE.sub(lambda found: f"<{'a'.ljust(len(found.group()) - 2)}>", line)


def _reader_for(text: str) -> MarkdownIt:
    unneeded = [rule for rule, sign in _SIGNS_OF_RULES.items() if not sign.search(text)]
    return MarkdownIt("commonmark").enable("table").disable(unneeded)


def _shift(blocks: list[Block], crlf: list[int]) -> list[Block]:
    """Offsets among plain line ends, turned into those of the file. Runs never cross a line end."""
    shifted: list[Block] = []
    passed = 0
    for block in blocks:
        runs = []
        for run in block.origin.runs:
            while passed < len(crlf) and crlf[passed] - passed < run.offset:
                passed += 1
            runs.append(replace(run, offset=run.offset + passed))
        shifted.append(replace(block, origin=replace(block.origin, runs=tuple(runs))))
    return shifted


def _read(tokens: Sequence[Token], source: _Source) -> tuple[list[Block], list[Picture]]:
    blocks: list[Block] = []
    pictures: list[Picture] = []
    lists = quotes = 0
    heading = table = row = column = 0
    in_table = False

    def add(pieces: list[tuple[str, int]], kind: BlockKind, level: int, place: Place | None) -> None:
        text, runs = assemble(_trimmed(pieces), "text")
        if text.strip():
            blocks.append(
                Block(
                    text,
                    kind,
                    place or places.paragraph(len(blocks) + 1),
                    level=level,
                    origin=Origin("", runs),
                )
            )

    for token in tokens:
        kind = token.type
        if token.map and kind in ("inline", "fence", "code_block"):
            source.cursor = max(source.cursor, source.lines[min(token.map[0], len(source.lines) - 1)])
        if kind in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif kind == "blockquote_open":
            quotes += 1
        elif kind == "blockquote_close":
            quotes -= 1
        elif kind == "heading_open":
            heading = int(token.tag[1])
        elif kind == "heading_close":
            heading = 0
        elif kind == "table_open":
            table, row, in_table = table + 1, 0, True
        elif kind == "table_close":
            in_table = False
        elif kind == "tr_open":
            row, column = row + 1, 0
        elif kind in ("th_open", "td_open"):
            column += 1
        elif kind in ("fence", "code_block"):
            add(_code_pieces(token, source), "code", 0, None)
        elif kind == "html_block":
            found, seen = html.read_fragment(token.content, len(blocks) + 1)
            blocks.extend(found)
            pictures.extend(seen)
        elif kind == "inline":
            end = source.lines[min(token.map[1], len(source.lines) - 1)] if token.map else len(source.text)
            pieces, shown = _inline(token.children or [], source, end)
            place = places.cell(table, row, column) if in_table else None
            text = "".join(piece for piece, _ in pieces)
            block_kind: BlockKind = "paragraph"
            if in_table:
                block_kind = "cell"
            elif heading:
                block_kind = "heading"
            elif lists:
                block_kind = "list"
            elif quotes:
                block_kind = "quote"
            elif looks_like_question(text.lstrip()):
                block_kind = "question"
            pieces = _with_line_ends(pieces, block_kind)
            add(pieces, block_kind, heading or (lists if block_kind == "list" else 0), place)
            for picture, alt_pieces in shown:
                where = place or places.paragraph(len(blocks) + 1)
                pictures.append(replace(picture, place=where))
                if picture.alt_quality in ("written", "automatic"):
                    add(alt_pieces, "alt_text", 0, where)
    return line_ends.apart(blocks), pictures


def _with_line_ends(pieces: list[tuple[str, int]], kind: BlockKind) -> list[tuple[str, int]]:
    """Pieces with a space where a line only wraps, and a line end where it may stand for itself."""
    if not any(text in (_SOFT, "\n") for text, _ in pieces):
        return pieces
    if kind not in line_ends.KINDS:
        return [(" " if text in (_SOFT, "\n") else text, offset) for text, offset in pieces]
    lines = "".join(text for text, _ in pieces).replace("\n", f"\n{_SOFT}").split(_SOFT)
    ends = iter(line_ends.standing([line.strip() for line in lines]))
    result: list[tuple[str, int]] = []
    for text, offset in pieces:
        stands = text in (_SOFT, "\n") and next(ends)
        result.append(("\n" if stands else " ", -1) if text == _SOFT else (text, offset))
    return result


def _trimmed(pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Pieces without the white space around them and without double spaces where markup stood."""
    result: list[tuple[str, int]] = []
    for text, offset in pieces:
        if not result or result[-1][0].endswith((" ", "\n")):
            kept = text.lstrip(" " if result else " \n")
            offset = offset + len(text) - len(kept) if offset >= 0 else -1
            text = kept
        if text:
            result.append((text, offset))
    while result and result[-1][0] != result[-1][0].rstrip():
        text, offset = result.pop()
        if text.rstrip():
            result.append((text.rstrip(), offset))
    return result


def _code_pieces(token: Token, source: _Source) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    if token.type == "fence" and token.map:
        source.cursor = source.lines[min(token.map[0] + 1, len(source.lines) - 1)]
    for at, line in enumerate(token.content.rstrip("\n").split("\n")):
        if at:
            pieces.append(("\n", -1))
        if line:
            pieces.append((line, source.locate(line, len(source.text))))
    return pieces


def _inline(
    children: Sequence[Token], source: _Source, end: int
) -> tuple[list[tuple[str, int]], list[tuple[Picture, list[tuple[str, int]]]]]:
    """The text of a paragraph with its offsets, and its pictures with theirs."""
    pieces: list[tuple[str, int]] = []
    pictures: list[tuple[Picture, list[tuple[str, int]]]] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            pieces.extend(_located(child.content, source, end))
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append((_SOFT if child.type == "softbreak" else "\n", -1))
            line_end = source.text.find("\n", source.cursor, end)
            source.cursor = line_end + 1 if line_end >= 0 else source.cursor
        elif child.type == "link_close":
            _step_over(source, end)
        elif child.type == "html_inline":
            at = source.text.find(child.content, source.cursor, end)
            source.cursor = at + len(child.content) if at >= 0 else source.cursor
            if re.match(r"<(?:br|hr)\b", child.content, re.IGNORECASE):
                pieces.append(("\n", -1))
            elif re.match(r"<img\b", child.content, re.IGNORECASE):
                for picture in html.read_fragment(child.content)[1]:
                    pictures.append((picture, [(picture.alt_text, -1)]))
        elif child.type == "image":
            alt_pieces = _with_line_ends(_inline(child.children or [], source, end)[0], "alt_text")
            alt = "".join(text for text, _ in alt_pieces).strip()
            _step_over(source, end)
            picture = Picture(places.paragraph(1), alt, quality(alt, decorative=not alt))
            pictures.append((picture, alt_pieces))
    return pieces, pictures


def _step_over(source: _Source, end: int) -> None:
    """Move past the address that follows the words of a link or picture."""
    found = _AFTER_LINK.match(source.text, source.cursor, end)
    if found is None:
        opening = source.text.find("](", source.cursor, end)
        found = _AFTER_LINK.match(source.text, opening, end) if opening >= 0 else None
    if found:
        source.cursor = found.end()


def _located(words: str, source: _Source, end: int) -> list[tuple[str, int]]:
    """``words`` with their offset; word by word where escapes or entities stand between them."""
    at = source.locate(words, end)
    if at >= 0:
        return [(words, at)]
    return [(part, source.locate(part, end) if part.strip() else -1) for part in re.split(r"(\s+)", words) if part]
