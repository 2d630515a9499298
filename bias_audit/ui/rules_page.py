"""The page of rules: look one up, switch it off, try a sentence, and add words of one's own."""

from typing import Any, get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from .. import wording
from ..errors import LexiconError
from ..local_rules import Draft, Field, as_files, id_of, joined, lines, problems, raw_entry, tried
from ..model import Dimension, Form, Rule, Severity
from ..pipeline import Pipeline, load_pipeline
from ..reports.rules import Page, groups
from ..representation import load_patterns
from . import page_html, session
from . import page_texts as texts
from .frame import frame

_AT_ONCE = 15  # rules on a page of results
_WIDE: frozenset[Field] = frozenset({"words", "harmless", "tips", "flag", "ignore"})


def page() -> None:
    """Draw the page."""
    frame(texts.RULES, texts.RULES_INTRO)
    drawn = {texts.LOOK_UP: _look_up, texts.TRY: _try, texts.OWN: _own}
    for tab, draw in zip(st.tabs(list(drawn), key="rules_tab", on_change="rerun"), drawn.values(), strict=True):
        if tab.open:
            with tab:
                draw()


# --- looking up ---------------------------------------------------------------------------------


def _look_up() -> None:
    lexicon = session.local_pipeline().lexicon
    found = groups(lexicon, load_patterns())
    with st.container(key="card-search"):
        query = st.text_input(texts.SEARCH, key="rules_query", placeholder=texts.SEARCH_HINT) or ""
        left, right = st.columns(2)
        with left:
            topic = st.selectbox(texts.TOPIC, [texts.ANY_TOPIC, *(title for title, _ in found)], key="rules_topic")
        with right:
            kinds = ["", *get_args(Form)]
            kind = st.selectbox(texts.KIND, kinds, format_func=_kind, key="rules_kind")
    forms = {entry.id: entry.form for entry in lexicon.entries}
    pages = [
        page
        for title, some in found
        if topic in (texts.ANY_TOPIC, title)
        for page in some
        if not kind or forms.get(page.id) == kind
    ]
    pages = page_html.search(pages, query)
    st.html(page_html.paragraph(wording.counted(len(pages), "rule") if pages else texts.NO_RULES))
    first = 0
    if len(pages) > _AT_ONCE:
        number = -(-len(pages) // _AT_ONCE)
        name = f"rules_at:{topic}:{kind}:{query}"
        first = (min(st.session_state.get(name, 1), number) - 1) * _AT_ONCE
    off = set(session.setting().off)
    for one in pages[first : first + _AT_ONCE]:
        _rule(one, one.id in off, query)
    if len(pages) > _AT_ONCE:
        st.pagination(number, key=name)


def _kind(form: str) -> str:
    return wording.opening(wording.FORMS[form]) if form else texts.ANY_KIND  # type: ignore[index]


def _rule(one: Page, off: bool, query: str) -> None:
    label = wording.plain(one.saw).replace("[", "\\[").replace("*", "\\*").replace("_", "\\_").replace("$", "\\$")
    with st.expander(f"{one.shape} {label}" + (" (off)" if off else "")):
        st.html(page_html.rule(one, query))
        if one.shape != "+":  # what works well is never switched off
            st.toggle(
                texts.IN_USE,
                value=not off,
                key=f"use:{one.id}:{off}",
                on_change=session.switch,
                args=(one.id, off),
            )


# --- trying -------------------------------------------------------------------------------------


def _try() -> None:
    with st.container(key="card-try"):
        st.html(page_html.heading(texts.TRY_TITLE, texts.TRY_INTRO))
        text = st.text_area(texts.TRY_LABEL, key="try_text", placeholder=texts.TRY_EXAMPLE, height=90)
        if text and text.strip():
            show_tried(text, session.local_pipeline())


def show_tried(text: str, pipeline: Pipeline) -> None:
    """What the tool says to a text under the session's setting."""
    findings, silenced = tried(text, pipeline, session.setting())
    st.html(page_html.tried(findings, silenced, rules_of(pipeline)))


def rules_of(pipeline: Pipeline) -> dict[str, Rule]:
    """The words of every entry that a try can find."""
    return {e.id: Rule(e.id, e.saw, e.why, try_instead=tuple(e.try_instead)) for e in pipeline.lexicon.entries}


# --- words of one's own -------------------------------------------------------------------------


def _own() -> None:
    rules = session.local_rules()
    with st.container(key="card-own"):
        st.html(page_html.heading(texts.OWN, texts.OWN_INTRO))
        if not rules:
            st.html(page_html.paragraph(texts.OWN_NONE))
        for at, rule in enumerate(rules):
            _one_own(at, rule)
        for name, text in as_files(rules).items():
            label = (
                texts.SAVE_OWN if len({r["id"].partition("/")[0] for r in rules}) == 1 else f"{texts.SAVE_OWN}: {name}"
            )
            st.download_button(label, text, name, "application/yaml", on_click="ignore", help=texts.SAVE_OWN_NOTE)
    if st.session_state.pop("own_added", False):
        st.success(texts.ADDED)
    _form(rules)


def _one_own(at: int, rule: dict[str, Any]) -> None:
    topic = wording.DIMENSIONS[rule["id"].partition("/")[0]]
    with st.container(key=f"own{at}", horizontal=True, vertical_alignment="center"):
        st.html(page_html.own_rule(rule["saw"], [*rule.get("swap", ()), *rule.get("phrases", ())], topic))
        st.button(texts.TAKE_OUT, key=f"out:{rule['id']}", type="tertiary", on_click=_take_out, args=(rule["id"],))


def _take_out(id: str) -> None:
    session.set_local_rules(tuple(rule for rule in session.local_rules() if rule["id"] != id))


def _form(rules: tuple[dict[str, Any], ...]) -> None:
    """The form, checked as it is filled: what to mend stands beside its field."""
    turn = st.session_state.setdefault("own_turn", 0)
    with st.container(key="card-form"):
        st.html(page_html.heading(texts.ADD))
        draft, beside = _draft(turn)
        begun = draft.words or draft.saw or draft.flag
        wrong = problems(draft, rules, load_pipeline(())) if begun else []
        for field in beside:
            here = [problem.said for problem in wrong if problem.field == field]
            if here:
                beside[field].html("".join(map(page_html.mend, here)))
        if begun and not wrong:
            st.html(f'<p class="ba-holds" role="status">✓ {texts.HOLDS}</p>')
        raw = raw_entry(draft, id_of(draft, [rule["id"] for rule in rules]))
        if begun:
            text = st.text_input(texts.TRY_OWN, key=f"own{turn}:try")
            if text and text.strip():
                _try_own(text, raw, rules)
        if st.button(texts.ADD_RULE, type="primary", disabled=bool(wrong) or not begun):
            session.set_local_rules((*rules, raw))
            st.session_state.update(own_turn=turn + 1, own_added=True)
            st.rerun()


def _try_own(text: str, raw: dict[str, Any], rules: tuple[dict[str, Any], ...]) -> None:
    try:
        show_tried(text, joined(load_pipeline(()), (*rules, raw)))
    except LexiconError:  # what is missing stands beside its field
        st.html(page_html.paragraph(texts.TRY_LATER))


def _draft(turn: int) -> tuple[Draft, dict[Field, DeltaGenerator]]:
    """What stands in the form, and the place beside each field for what to mend."""
    left, right = st.columns(2)
    dimension: Dimension = left.selectbox(
        texts.TOPIC, list(get_args(Dimension)), format_func=wording.DIMENSIONS.__getitem__, key=f"own{turn}:dimension"
    )
    form: Form = right.selectbox(
        texts.KIND, list(get_args(Form)), format_func=lambda f: wording.opening(wording.FORMS[f]), key=f"own{turn}:form"
    )
    levels: tuple[Severity, ...] = (0, 1, 2)
    severity: Severity = st.radio(
        texts.WEIGHT, levels, index=1, format_func=wording.severity, key=f"own{turn}:severity", horizontal=True
    )
    beside: dict[Field, DeltaGenerator] = {}
    said: dict[Field, str] = {}
    for field in texts.FIELDS:
        said[field] = _field(turn, field)
        beside[field] = st.empty()
    beside[""] = st.empty()
    draft = Draft(
        dimension=dimension,
        form=form,
        severity=severity,
        words=lines(said["words"]),
        harmless=lines(said["harmless"]),
        saw=said["saw"].strip(),
        why=said["why"].strip(),
        fine_when=said["fine_when"].strip(),
        tips=lines(said["tips"]),
        ask=said["ask"].strip(),
        flag=lines(said["flag"]),
        ignore=lines(said["ignore"]),
    )
    return draft, beside


def _field(turn: int, field: Field) -> str:
    label, hint = texts.FIELDS[field]
    key = f"own{turn}:{field}"
    help_ = texts.WORDS_NOTE if field == "words" else None
    if field in _WIDE:
        said = st.text_area(label, key=key, placeholder=hint, height=90, help=help_)
    else:
        said = st.text_input(label, key=key, placeholder=hint)
    return said or ""
