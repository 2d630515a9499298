"""The page of several files: one table, where to start, who is in them all, and which are the same."""

import streamlit as st

from ..framework_view import framework_view
from ..library_counts import library_of, merged
from ..model import Failure, Library, Report
from ..ordering import start_here
from ..several import people_in_all, same
from . import page_html, render_files, render_frameworks, session
from . import page_texts as texts
from .frame import frame, links
from .intake import Review
from .setting_page import offer_again


def page() -> None:
    """Draw the page."""
    frame(texts.FILES, texts.FILES_INTRO)
    reviews = session.reviewed()
    failed = [outcome for outcome in session.outcomes().values() if isinstance(outcome, Failure)]
    if not reviews and not failed:
        _empty()
        return
    if failed:
        st.html(render_files.not_checked(failed))
    if reviews:
        offer_again()
        _table(reviews)
    links(lambda token: _wish(token, list(reviews)))
    if st.session_state.pop("open_document", False):
        st.switch_page(review())


def review() -> "st.Page":
    """The Review page, as the app knows it."""
    from .review_page import page as draw

    return st.Page(draw, title="Review", url_path="review", default=True)


def _empty() -> None:
    with st.container(key="card-empty"):
        st.html(page_html.heading(texts.FILES_NONE, texts.FILES_NONE_MORE))
        if st.button(texts.GO_REVIEW, type="primary"):
            st.switch_page(review())


def _table(reviews: dict[str, Review]) -> None:
    reports = [one.report for one in reviews.values()]
    turns = start_here(reports, session.setting().profile.priorities)
    with st.container(key="card-files"):
        st.html(page_html.heading(texts.START_HERE, texts.START_HERE_INTRO) + render_files.files(turns, reports))
    groups = same([one.document for one in reviews.values()])
    if groups:
        st.html(render_files.repeated(groups, [report.name for report in reports]))
    library = library_of(reports, groups)
    if library:
        st.html(render_files.patterns(library, reports))
    tables = library.tables if library else merged(reports, (0,))
    people = next(table for table in tables if table.id == "people")
    st.html(render_files.people_in_all(people_in_all(people, reports), reports))
    if library:
        _more(library, reports)


def _more(library: Library, reports: list[Report]) -> None:
    """Every other count over all files, and what they have to say to frameworks."""
    st.html(render_files.more_counts(library, reports))
    with st.expander(texts.FRAMEWORKS):
        answers = framework_view(reports, library)
        st.html(render_frameworks.of_all(reports, answers, lambda line: render_files.opened(line, library, reports)))


def _wish(token: str, keys: list[str]) -> None:
    """A file was chosen from the table: it is shown on the Review page."""
    if token[:1] == "d" and token[1:].isascii() and token[1:].isdigit() and int(token[1:]) < len(keys):
        st.session_state.wanted = keys[int(token[1:])]
        st.session_state.open_document = True
