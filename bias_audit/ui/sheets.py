"""The pages of a PDF as pictures with marks: drawn when they are asked for, a few kept in the session."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ..model import Finding
from ..parsers import isolate
from ..parsers.pdf_picture import Box, Stretch
from ..reports import sections
from . import render, session, sheet_html, texts
from .document_html import document_html, spans_by_block
from .intake import Review

_WIDTH = 1280  # pixels: sharp on a fine screen, and about 150 kB
_KEPT = 8  # pages

Numbered = tuple[int, Finding]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as drawn, and where stretches of its characters stand."""

    picture: isolate.PagePicture | None
    boxes: dict[tuple[tuple[int, int], ...], tuple[Box, ...]]


def has_pages(chosen: Review) -> bool:
    """Whether a document can be shown as page pictures."""
    return bool(chosen.source and chosen.document.units)


def switch() -> bool:
    """Pages or plain text? Asked once for all documents; True for pages."""
    state, ways = st.session_state, (texts.AS_PAGES, texts.AS_TEXT)
    state.setdefault("as_text", False)
    state["shown_as"] = ways[state.as_text]

    def changed() -> None:
        if state.shown_as:
            state.as_text = state.shown_as == texts.AS_TEXT

    st.segmented_control(
        texts.SHOW_AS, ways, key="shown_as", required=True, label_visibility="collapsed", on_change=changed
    )
    return not state.as_text


def draw(key: str, chosen: Review, shown: Sequence[Numbered], selected: tuple[int, int]) -> None:
    """One page with its marks, and the way to the others."""
    number = _page(key, chosen, selected)
    _steps(key, chosen, shown, number)
    found = sheet_html.marked_on(chosen.document, number, shown)
    token = f"f{selected[0]}.{selected[1]}"
    spot = _spot(key, chosen, number)
    sheet = _sheet(key, chosen, number, [*(one.stretch for one in found), *([spot[1]] if spot else [])])
    boxes = [(one, sheet.boxes[_hashed(one.stretch)]) for one in found]
    why = texts.PAGE_RECOGNISED if sheet.picture else texts.PAGE_NO_PICTURE
    unplaced = not all(places for _, places in boxes) or (spot and not sheet.boxes[_hashed(spot[1])])
    if sheet.picture is None or unplaced:
        spans = spans_by_block(shown, sections.rules_by_id(chosen.report))
        st.html(f"{render.aside(why)}{document_html(chosen.document, spans, token, number)}")
        return
    pointed = (spot[0], sheet.boxes[_hashed(spot[1])]) if spot else None
    with st.container(key="sheet_page"):
        st.html(sheet_html.picture(sheet.picture, number, chosen.document.units))
        st.html(sheet_html.marks(boxes, number, token, pointed))  # apart: the picture is sent once


def point_at(key: str, block: int) -> None:
    """Show a block of a document that is no finding."""
    st.session_state.spot = (key, block)


def _page(key: str, chosen: Review, selected: tuple[int, int]) -> int:
    """The page to show: that of what was last chosen, until somebody turns to another."""
    state = st.session_state
    index, at = selected
    spot = state.get("spot")
    wanted = spot if spot and spot[0] == key else selected
    number: int
    before, number = state.setdefault("page_at", {}).get(key, (None, 1))
    if wanted != before:
        block = spot[1] if wanted is spot else chosen.report.findings[index].places[at].block if index >= 0 else 0
        blocks = chosen.document.blocks
        number = (blocks[block].place.page if block < len(blocks) else None) or 1
        state.page_at[key] = (wanted, number)
    return min(max(number, 1), chosen.document.units)


def _turn_to(key: str, number: int) -> None:
    before, _ = st.session_state.page_at[key]
    st.session_state.page_at[key] = (before, number)


def _steps(key: str, chosen: Review, shown: Sequence[Numbered], number: int) -> None:
    of, blocks = chosen.document.units, chosen.document.blocks
    if of < 2:
        return
    places = (place for _, finding in shown for place in finding.places)
    marks = Counter(blocks[place.block].place.page for place in places)
    state, name = st.session_state, f"page:{key}"
    state[name] = number
    with st.container(key="pages_of", horizontal=True, vertical_alignment="center"):
        st.button(texts.PAGE_BACK, disabled=number == 1, on_click=_turn_to, args=(key, number - 1))
        st.selectbox(
            texts.PAGE_GO,
            range(1, of + 1),
            format_func=lambda n: texts.page_choice(n, of, marks[n]),
            key=name,
            label_visibility="collapsed",
            on_change=lambda: _turn_to(key, state[name]),
        )
        st.button(texts.PAGE_ON, disabled=number == of, on_click=_turn_to, args=(key, number + 1))


def _spot(key: str, chosen: Review, number: int) -> tuple[int, Stretch] | None:
    """The block that a link points at, where it stands on this page, with its characters."""
    where, index = st.session_state.get("spot") or ("", -1)
    if where != key or not 0 <= index < len(chosen.document.blocks):
        return None
    block = chosen.document.blocks[index]
    return (index, sheet_html.characters(block, 0, len(block.text))) if block.place.page == number else None


def _sheet(key: str, chosen: Review, number: int, stretches: Sequence[Stretch]) -> _Sheet:
    """The page with at least these boxes: from the session, or asked of the process that reads."""
    kept: dict[tuple[str, int], _Sheet] = st.session_state.setdefault("sheets", {})
    limits = session.settings().limits
    sheet = kept.pop((key, number), None)
    if sheet is None:
        sheet = _Sheet(isolate.page_picture(chosen.source, number, _WIDTH, limits), {(): ()})
    new = [stretch for stretch in map(_hashed, stretches) if stretch not in sheet.boxes]
    if new:
        sheet.boxes.update(zip(new, isolate.boxes(chosen.source, number, new, limits), strict=True))
    kept[key, number] = sheet  # the last one asked for comes last
    for old in [k for k in kept if k[0] not in st.session_state.outcomes] + list(kept)[:-_KEPT]:
        kept.pop(old, None)
    return sheet


def _hashed(stretch: Stretch) -> tuple[tuple[int, int], ...]:
    return tuple((first, count) for first, count in stretch)
