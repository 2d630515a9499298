"""The page on which people say where they work: a few questions, and what the answers change."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import streamlit as st

from .. import wording
from ..errors import SettingsError
from ..learners import Learners, read_learners, write_learners
from ..model import Dimension, Ocr, Profile, Settings
from ..setting_effects import Norm, load_effects, said
from ..settings import as_toml, settings_in
from . import page_html, session
from . import page_texts as texts
from .frame import frame


def page() -> None:
    """Draw the page."""
    frame(texts.SETTING, texts.SETTING_INTRO)
    before = session.setting()
    left, right = st.columns([1.6, 1], gap="medium")
    with left:
        answered = _asked(before)
    if answered != before:
        session.set_setting(answered)
    with right:
        _effects(answered)
        _as_file(answered)


def _asked(before: Settings) -> Settings:
    with st.container(key="card-who"):
        st.html(page_html.heading(texts.WHO))
        profile = _profile(before.profile)
    with st.container(key="card-learners"):
        st.html(page_html.heading(texts.LEARNERS, texts.LEARNERS_INTRO))
        profile = replace(profile, learners=_learners(before.profile.learners))
    with st.container(key="card-norms"):
        st.html(page_html.heading(texts.NORMS, texts.NORMS_INTRO))
        norms = _norms(dict(before.norms))
    with st.container(key="card-pictures"):
        st.html(page_html.heading(texts.READING))
        ocr: Ocr = st.radio(
            texts.READING_ASK,
            list(get_args(Ocr)),
            format_func=texts.OCR.__getitem__,
            key=_keyed("ocr", before.ocr),
            help=texts.OCR_NOTE,
        )
    with st.container(key="card-off"):
        st.html(page_html.heading(texts.OFF, "" if before.off else texts.OFF_NONE))
        off = before.off
        if off:
            saw = page_html.saw_of(session.local_pipeline().lexicon)
            shown = st.multiselect(
                texts.OFF,
                off,
                default=off,
                format_func=lambda id: saw.get(id, id),
                key=f"setting:{_turn()}:off:{len(off)}",
                help=texts.OFF_HELP,
                label_visibility="collapsed",
            )
            off = tuple(id for id in off if id in shown)
    return replace(before, profile=profile, norms=norms, ocr=ocr, off=off)


def _profile(before: Profile) -> Profile:
    said: dict[str, Any] = {
        "stage": _one_of("stage", texts.STAGE, wording.STAGES, before.stage),
        "sector": _one_of("sector", texts.SECTOR, wording.SECTORS, before.sector),
        "place": _one_of("place", texts.PLACE, wording.SETTING_PLACES, before.place),
    }
    for name, label in texts.FLAGS.items():
        said[name] = st.checkbox(label, key=_keyed(name, getattr(before, name)))
    priorities = st.multiselect(
        texts.FIRST,
        list(get_args(Dimension)),
        format_func=wording.DIMENSIONS.__getitem__,
        key=_keyed("priorities", list(before.priorities)),
        help=texts.FIRST_HELP,
        placeholder=texts.FIRST_EMPTY,
    )
    return Profile(**said, priorities=tuple(priorities))


def _learners(before: Learners) -> Learners:
    """The figures typed in; while a line is to be mended, those that were there before."""
    key = _keyed("learners", write_learners(before))
    text = st.text_area(texts.LEARNERS_ASK, key=key, height=110, placeholder=texts.LEARNERS_HINT) or ""
    given, wrong = read_learners(text)
    st.html("".join(map(page_html.mend, wrong)) or page_html.paragraph(texts.LEARNERS_NOTE))
    return before if wrong else given


def _one_of(name: str, label: str, words: dict[str, str], before: str) -> str:
    answer: str = st.selectbox(
        label,
        ["", *words],
        format_func=lambda value: wording.opening(words[value]) if value else texts.NOT_SAID,
        key=_keyed(name, before),
    )
    return answer


def _norms(before: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The choices that are not what happens unasked."""
    chosen = {norm.id: _norm(norm, before.get(norm.id)) for norm in load_effects().norms}
    return tuple(sorted((id, answer) for id, (answer, usual) in chosen.items() if answer != usual))


def _norm(norm: Norm, before: str | None) -> tuple[str, str]:
    usual = next(iter(norm.choices))
    answer = st.radio(
        wording.opening(norm.asks),
        list(norm.choices),
        format_func=lambda name: norm.choices[name].says,
        key=_keyed(f"norm-{norm.id}", before or usual),
    )
    return answer, usual


def _effects(now: Settings) -> None:
    st.html(page_html.effects(said(now), now.profile))
    offer_again()


def offer_again() -> None:
    """A way to look at open documents again, where they were looked at with another setting."""
    if older := session.out_of_date():
        with st.container(key="card-again"):
            st.html(page_html.paragraph(texts.older(older)))
            if st.button(texts.CHECK_AGAIN, type="primary"):
                with st.spinner(texts.CHECK_AGAIN):
                    session.check_again()
                st.rerun()


def _as_file(now: Settings) -> None:
    with st.container(key="card-file"):
        st.html(page_html.heading(texts.KEEP_FILE, texts.KEEP_FILE_INTRO))
        st.download_button(
            texts.SAVE_SETTING,
            as_toml(now) or "# Nothing was answered: the tool works as it comes.\n",
            session.SETTING_NAME,
            "application/toml",
            on_click="ignore",
        )
        file = st.file_uploader(texts.OPEN_SETTING, type="toml", key=f"setting:{_turn()}:file")
        if file is not None:
            _open(file.getvalue(), file.name)
        for kind, note in st.session_state.pop("setting_notes", ()):
            (st.success if kind == "done" else st.warning)(note)
        if now != Settings() and st.button(texts.START_PLAIN, type="tertiary"):
            _take(Settings())


def _open(data: bytes, name: str) -> None:
    try:
        given = settings_in(data, Path(name))
        notes = [("done", texts.OPENED)]
        if given.overlays:
            notes.append(("note", texts.NO_FOLDERS))
        _take(replace(given, overlays=()), notes)
    except SettingsError as error:
        st.error(str(error))


def _take(new: Settings, notes: list[tuple[str, str]] | None = None) -> None:
    """Answers from elsewhere: every question is drawn anew with them."""
    session.set_setting(new)
    st.session_state.setting_turn = _turn() + 1
    st.session_state.setting_notes = notes or []
    st.rerun()


def _turn() -> int:
    turn: int = st.session_state.setdefault("setting_turn", 0)
    return turn


def _keyed(name: str, value: Any) -> str:
    """The key of a question, which shows ``value`` when the page is opened."""
    key = f"setting:{_turn()}:{name}"
    st.session_state.setdefault(key, value)
    return key
