"""Rich text files (RTF): words with their tables, notes, comments, headers, text boxes and pictures.

Runs have path ``text`` and count bytes of the file, as characters of Latin-1; characters that are written
as codes have none.
"""

import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from .. import places
from ..errors import Damaged, Empty
from ..model import Block, Document, Picture, Place, ReadingWarning
from . import media
from .ooxml_parts import WARNINGS
from .rtf_flow import Flow, add_paragraph, end_cell, end_row
from .rtf_pictures import KINDS, keep_shape
from .rtf_state import Group, Shape, Walk, add_characters, add_unicode, captured, flush, put
from .rtf_tokens import CHARACTERS, PICTOGRAMS, Token, encoding_of_charset, encoding_of_page, tokens
from .structure import with_sections

_SKIPPED = frozenset(
    "colortbl fldinst pntext listtext nonshppict nonesttables xe tc tcn rxe objdata objclass objname comment"
    " shprslt mmathPict ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template operator author manager company"
    " category keywords subject doccomm hlinkbase datafield formfield listname upr".split()
)
_ENTERED = frozenset("shppict shpinst nesttableprops ud annotation moMath moMathPara picprop do cs fname".split())
_DEEPEST = 2_000  # braces in braces
_EDGES = re.compile(r"(header|footer)[lrf]?")
_CAPTURED = frozenset({"title", "sn", "sv", "fonttbl", "stylesheet"})
_MESSAGES = {code: WARNINGS[code] for code in ("hidden-text", "deleted-text", "embedded-objects")} | {
    "cut-off": ("The file ends early, so its last part may be missing. Fetch or save it again.",) * 2,
}


def parse(data: bytes, name: str) -> Document:
    """Read a rich text file. Raises only kinds of ``ReadError``."""
    if not data:
        raise Empty(f"{name} is empty: it has no content at all. Check that it was saved or copied fully.")
    start = data.find(b"{\\rtf", 0, 64)
    if start < 0:
        raise Damaged(
            f"{name} is not a rich text file, or its beginning is missing. Fetch it again from where it came "
            "from, or open it in a word processor and save it as .docx."
        )
    body = Flow()
    walk = Walk(Group(), body, [body])
    for token in tokens(data, start):
        if token.kind == "close" and len(walk.stack) <= 1:
            flush(walk)
            break
        if len(walk.stack) > _DEEPEST:
            raise Damaged(f"{name} is damaged: its parts never end. Open it and save it as .docx.")
        _take(walk, token)
    else:
        walk.counts["cut-off"] += 1
    flush(walk)
    while walk.flows:
        _end_flow(walk)
    blocks = list(with_sections(body.blocks))
    for kind, flows in walk.later.items():
        for index, flow in enumerate((f for f in flows if f.blocks), 1):
            alone = kind in ("header", "footer") and sum(bool(f.blocks) for f in flows) == 1
            place = places.part(kind, None if alone else index)
            blocks += [replace(b, place=_within(b.place, place)) for b in flow.blocks]
    heading = next((b.text for b in blocks if b.kind == "heading"), "")
    warnings = _warnings(walk.counts)
    digest = hashlib.sha256(data).hexdigest()
    title = walk.title or heading
    return Document(name, media.RTF, digest, tuple(blocks), _placed(walk, blocks), warnings, title=title)


def _within(inner: Place, outer: Place) -> Place:
    if inner.table and inner.row and inner.column:
        return places.cell(inner.table, inner.row, inner.column, outer)
    return outer


def _placed(walk: Walk, blocks: list[Block]) -> tuple[Picture, ...]:
    sections = {block.place.label: block.place.section for block in blocks}
    return tuple(replace(p, place=replace(p.place, section=sections.get(p.place.label, ""))) for p in walk.pictures)


def _warnings(counts: Mapping[str, int]) -> tuple[ReadingWarning, ...]:
    return tuple(
        ReadingWarning(code, (one if n == 1 else many).format(n=n), n)
        for code, (one, many) in _MESSAGES.items()
        if (n := counts.get(code, 0))
    )


def _take(walk: Walk, token: Token) -> None:
    group = walk.group
    if token.kind == "open":
        flush(walk)
        walk.skip = 0
        walk.stack.append(group)
        walk.group = replace(
            group, fresh=True, starred=False, owns_flow=False, owns_shape=False, written=[], number=None
        )
    elif token.kind == "close":
        flush(walk)
        walk.skip = 0
        _close(walk, group)
        walk.group = walk.stack.pop()
    elif token.kind == "sign":
        _sign(walk, token)
    elif token.kind == "raw":
        if group.capture == "pict" and group.shape is not None:
            group.shape.raw.append(binascii.hexlify(token.data))
    elif token.kind == "word":
        _word(walk, token)
    else:
        group.fresh = False
        add_characters(walk, token)


def _sign(walk: Walk, token: Token) -> None:
    if token.name == "*":
        walk.group.starred = True
        return
    walk.group.fresh = False
    if walk.skip:
        walk.skip -= 1
    elif token.name in ("\n", "\r"):
        _word(walk, Token("word", token.at, "par"))
    elif token.name in "{}\\":
        add_characters(walk, Token("text", token.at + 1, data=token.name.encode("latin-1")))
    elif token.name in "~_\t":
        put(walk, "-" if token.name == "_" else " ")


def _word(walk: Walk, token: Token) -> None:
    group, name, number = walk.group, token.name, token.number
    if name == "u" and number is not None:
        add_unicode(walk, number)
        return
    if walk.skip and name != "uc":
        walk.skip -= 1  # a control word counts as one character
        return
    flush(walk)
    fresh, group.fresh = group.fresh, False
    if group.skipping and name != "ud":
        return
    if fresh and _destination(walk, name):
        return
    if group.capture:
        _defining(walk, group, name, number)
    elif name in CHARACTERS:
        put(walk, CHARACTERS[name])
    else:
        _formatting(walk, group, name, number)


def _destination(walk: Walk, name: str) -> bool:
    """Whether this first word of a group says that its characters are not simply text; sets the group up."""
    group = walk.group
    edge = _EDGES.fullmatch(name)
    if name == "ud":
        group.skipping = False
    elif name == "pn" and group.starred:
        walk.flows[-1].listed = group.skipping = True
    elif name in ("annotation", "footnote") or edge:
        kind = edge[1] if edge else {"annotation": "comment"}.get(name, name)
        _start_flow(walk, kind)
    elif name in ("shptxt", "dptxbxtext"):
        walk.boxes += 1
        _start_flow(walk, "text box")
    elif name in ("pict", "shpinst", "do"):
        group.shape, group.owns_shape = Shape(first=len(walk.pictures)), True
        group.capture = "pict" if name == "pict" else ""
        group.reading = False
    elif name in _CAPTURED:
        group.capture = name
    elif name == "object":
        walk.counts["embedded-objects"] += 1
        group.in_object = True
    elif name in ("pntext", "listtext"):
        walk.flows[-1].listed = group.skipping = True
    elif name in ("picprop", "sp"):
        group.capture, group.reading = "", False
    elif name == "info":
        group.reading = False
    elif name in _SKIPPED or (group.starred and name not in _ENTERED) or re.fullmatch(r"m\w+Pr", name):
        group.skipping = True
    else:
        return False
    return True


def _start_flow(walk: Walk, kind: str) -> None:
    flow = Flow(kind=kind, box=walk.boxes)
    walk.flows.append(flow)
    group = walk.group
    group.owns_flow, group.reading, group.capture, group.hidden = True, True, "", False


def _end_flow(walk: Walk) -> None:
    flow = walk.flows.pop()
    _paragraph(walk, flow)
    if flow.kind == "text box" and walk.flows:
        walk.flows[-1].boxes += flow.blocks
    elif flow.kind in walk.later:
        walk.later[flow.kind].append(flow)
    for block in flow.boxes:
        flow.blocks.append(block)


def _defining(walk: Walk, group: Group, name: str, number: int | None) -> None:
    """A word inside a definition of fonts or styles, or inside a picture."""
    if group.capture == "pict" and group.shape is not None:
        if name in KINDS:
            group.shape.kind = KINDS[name]
        elif name == "picw":
            group.shape.width = number or 0
        elif name == "pich":
            group.shape.height = number or 0
    elif group.capture == "fonttbl":
        if name == "f":
            group.number = number
        elif name == "fcharset":
            group.charset = number or 0
    elif group.capture == "stylesheet" and name == "s":
        group.number = number


def _formatting(walk: Walk, group: Group, name: str, number: int | None) -> None:
    flow = walk.flows[-1]
    if name in ("par", "sect", "page"):
        _paragraph(walk, flow)
    elif name in ("cell", "nestcell"):
        _paragraph(walk, flow, cell=1 if name == "cell" else 2)
        end_cell(flow, 1 if name == "cell" else max(flow.depth, 2))
    elif name in ("row", "nestrow"):
        end_row(flow, 1 if name == "row" else max(flow.depth, 2))
    elif name == "pard":
        flow.plain()
    elif name == "intbl":
        flow.depth = max(flow.depth, 1)
    elif name == "itap":
        flow.depth = max(number or 0, 0)
    elif name == "s":
        flow.style = walk.styles.get(number or 0, "")
    elif name == "outlinelevel":
        flow.outline = number if number is not None else -1
    elif name == "ls":
        flow.listed = bool(number)
    elif name == "ilvl":
        flow.level = min(max(number or 0, 0), 8)
    elif name == "ftnalt" and flow.kind == "footnote":
        flow.kind = "endnote"
    elif name == "f":
        group.font = number or 0
    elif name == "v":
        group.hidden = number != 0
    elif name == "deleted":
        group.deleted = number != 0
    elif name == "plain":
        group.hidden = group.deleted = False
        group.font = -1
    elif name == "uc":
        group.fallback = min(max(number or 0, 0), 8)
    elif name == "ansicpg":
        walk.encoding = encoding_of_page(number or 1252)
    elif name in ("mac", "pc", "pca"):
        walk.encoding = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
    elif name == "deff":
        walk.default_font = number or 0


def _paragraph(walk: Walk, flow: Flow, cell: int = 0) -> None:
    """End the paragraph of a flow, and give its words to the pictures that wait for a caption."""
    walk.counts["deleted-text"] += flow.deleted
    block = add_paragraph(flow, cell)
    if block is None:
        return
    walk.counts["hidden-text"] += flow.hidden
    flow.hidden = False
    if block.kind == "caption":
        for index in walk.uncaptioned:
            walk.pictures[index] = replace(walk.pictures[index], caption=block.text)
    walk.uncaptioned.clear()


def _close(walk: Walk, group: Group) -> None:
    """A group ends: keep what it defined, its picture, or its flow."""
    if group.skipping:
        return
    written = captured(group, walk.encoding).strip()
    if group.capture == "fonttbl" and group.number is not None:
        encoding = encoding_of_charset(group.charset, walk.encoding)
        walk.fonts.setdefault(group.number, "" if PICTOGRAMS.search(written) else encoding)
    elif group.capture == "stylesheet" and written and not group.starred:
        walk.styles[group.number or 0] = written.strip(" ;").lower()
    elif group.capture == "title":
        walk.title = " ".join(written.split())
    elif group.capture == "sn" and group.shape is not None:
        group.shape.name = written
    elif group.capture == "sv" and group.shape is not None and not group.owns_shape:
        group.shape.properties[group.shape.name] = written
    if group.owns_flow:
        _end_flow(walk)
    if group.owns_shape and group.shape is not None:
        keep_shape(walk, group, group.shape)
