"""The app's HTML: pure functions, and nothing from a document may become markup."""

import base64
import io
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from counts import report_of
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bias_audit import places
from bias_audit.audit import analyse
from bias_audit.decisions import Decision
from bias_audit.flip import Flipped
from bias_audit.framework_view import framework_view
from bias_audit.frameworks import load_frameworks
from bias_audit.model import (
    Block,
    Count,
    Document,
    Failure,
    Finding,
    KeyMessage,
    Mention,
    Mode,
    Occurrence,
    PairOrder,
    PatternFinding,
    People,
    Person,
    Picture,
    Place,
    Profile,
    Reading,
    ReadingWarning,
    Report,
    Representation,
    Rule,
    Settings,
    Share,
    SilencedHit,
    Source,
    Strength,
    Table,
    Term,
)
from bias_audit.people.figures.who_else import offer
from bias_audit.picture_tags import PictureTag
from bias_audit.ui import (
    render,
    render_card,
    render_careers,
    render_counts,
    render_frameworks,
    render_language,
    render_pictures,
    render_tabs,
    render_who,
    texts,
)
from bias_audit.ui.document_html import Span, document_html, marked, spans_by_block
from bias_audit.ui.reading import Progress
from bias_audit.ui.thumbnails import MOST_PIXELS, SIDE, thumbnail
from bias_audit.wording import TABLES, plain

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "[link](javascript:alert(1))",
    "$\\href{javascript:alert(1)}{x}$",
    "</style><script>alert(1)</script>",
)
OURS = frozenset(
    "article aside b blockquote br button caption dd del details div dl dt h1 h2 h3 h4 h5 h6 i img ins li "
    "mark p pre s section span summary table tbody td th thead tr ul".split()
)
ATTRIBUTES = frozenset(
    "alt aria-hidden aria-label aria-live aria-valuemax aria-valuemin aria-valuenow aria-valuetext class data-ba-go id "
    "lang role scope src style tabindex title type".split()
)


class Seen(HTMLParser):
    """What a browser would make of it: the tags, their attributes, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def inert(html: str) -> Seen:
    """Only tags and attributes that are ours."""
    seen = Seen(html)
    assert set(seen.tags) <= OURS
    assert {name for name, _ in seen.attributes} <= ATTRIBUTES
    for name, value in seen.attributes:
        if name == "src":
            assert (value or "").startswith("data:image/png;base64,")
        if name == "style":
            assert "alert" not in (value or "")
    return seen


def occurrence(sentence: str, words: str, block: int = 0, rewrite: str = "", place: str = "page 2") -> Occurrence:
    at = sentence.index(words)
    return Occurrence(block, at, at + len(words), words, sentence, at, Place(place), "learner", rewrite)


FIREMAN = occurrence("A fireman climbs.", "fireman", rewrite="A firefighter climbs.")
FINDING = Finding("k", "gender/fireman", "gender", "term", 2, "sure", (FIREMAN,))
RULE = Rule(
    "gender/fireman",
    "A job title that names men only.",
    "Learners picture a man.",
    "It is a title.",
    ("firefighter",),
    "Who comes to mind?",
    (Source("X", "A study of words", "V"),),
)


def report(**changes: object) -> Report:
    base = Report(
        name="Bridges.docx",
        media_type="application/pdf",
        sha256="",
        units=4,
        words=1240,
        tool_version="0",
        lexicon_digest="0",
        settings=Settings(),
        warnings=(),
        strengths=(),
        key_messages=(),
        findings=(FINDING,),
        patterns=(),
        silenced=(),
        people=People(),
        representation=Representation(),
        reading=Reading(),
        pictures=(),
        rules=(RULE,),
    )
    return replace(base, **changes)


def document(*blocks: Block, **changes: object) -> Document:
    return replace(Document("a.docx", "application/pdf", "", blocks), **changes)


def cell(row: int, column: int, text: str) -> Block:
    return Block(text, "cell", places.cell(1, row, column))


# --- nothing from a document is markup ----------------------------------------------------------


@pytest.mark.parametrize("evil", EVIL)
def test_document_text_is_never_markup(evil: str) -> None:
    kinds = ("heading", "paragraph", "list", "caption", "quote", "question", "note", "footnote", "header")
    kinds += ("footer", "alt_text", "code", "reference", "comment", "chart")
    blocks = [Block(evil, kind, places.page(1)) for kind in kinds] + [cell(1, 1, evil), cell(2, 1, evil)]
    span = Span(1, len(evil) - 1, "f0.0", 2, evil)
    html = document_html(document(*blocks), {n: [span] for n in range(len(blocks))}, "f0.0")
    assert evil in inert(html).words


@pytest.mark.parametrize("evil", EVIL)
def test_report_texts_are_never_markup(evil: str) -> None:
    found = occurrence(f"A {evil} b", evil, rewrite=f"B {evil} c", place=evil)
    rule = Rule("x", evil, evil, evil, (evil, evil), evil, (Source("X", evil, "J"),))
    mention = Mention(0, 0, 1, evil, "name", 0, f"A {evil} b", Place(evil))
    count = Count("she", Share(1, 1, 0.2, 1.0), (0,))
    made = report(
        name=evil,
        warnings=(ReadingWarning("x", evil),),
        strengths=(Strength("x", None, (found,)),),
        key_messages=(KeyMessage(evil, finding=0),),
        findings=(Finding("k", "x", "gender", "term", 3, "sure", (found, found), ("GG01",)),),
        people=People((Person(evil, True, "she", (evil,)),), (mention,)),
        representation=Representation((count,), (count,), (PairOrder("he", found),)),
        pictures=(Picture(Place(evil), evil, "written", evil),),
        rules=(rule,),
        patterns=(PatternFinding("x", "gender", 1, evil, (count,)),),
        silenced=(SilencedHit("x", "GG01", "hidden", found),),
    )
    parts = (
        render.head(made),
        render.top(made),
        render_card.card(made, 0),
        render_card.card(made, 0, 1),
        render_card.pattern(made, 0),
        render_card.left_alone(made),
        render_card.people_small(made),
        render.starting(evil),
        render.reading(Progress(1, 3, evil, (1, 2), 0.3, 20.0)),
        render.failures([Failure(evil, "x", evil)]),
        render.broken(evil),
        render_tabs.people(made),
        render_tabs.more_counts(made),
        render_who.intro([evil]),
        render_who.people(evil, ()),
        render_who.people(evil, offer("bridges")),
        render_pictures.sheet(made, {}),
    )
    for html in parts:
        inert(html)
    assert evil in Seen(render.head(made)).words


def test_control_and_direction_marks_are_dropped() -> None:
    assert render.esc("a\u202eb\x00c") == "abc"


# --- marks --------------------------------------------------------------------------------------


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.integers(0, 3)), max_size=5),
)
def test_marks_change_no_word(text: str, raw: list[tuple[int, int, int]]) -> None:
    spans = [
        Span(start, min(start + length, len(text)), f"f{n}.0", level, "t")
        for n, (start, length, level) in enumerate(raw)
        if start < len(text)
    ]
    without = marked(text, [])
    tags_gone = "".join(
        piece.partition(">")[2] if piece.startswith(("mark", "/mark")) else piece if not n else "<" + piece
        for n, piece in enumerate(marked(text, spans).split("<"))
    )
    # Spaces are folded inside each stretch between marks, so they are not compared.
    assert "".join(unescape(tags_gone).split()) == "".join(unescape(without).split())


def test_overlapping_marks_show_the_weightier_and_then_the_selected() -> None:
    spans = [Span(0, 10, "f0.0", 1, "light"), Span(4, 7, "f1.0", 3, "heavy")]
    html = marked("0123456789", spans)
    assert html.count("<mark") == 3
    assert 'class="s3" data-ba-go="f1.0"' in html
    assert html.count('class="s1 on"') == 0
    assert marked("0123456789", spans, "f0.0").count('class="s1 on"') == 3


def test_spans_say_severity_and_topic_in_words() -> None:
    (span,) = spans_by_block([(0, FINDING)], {RULE.id: RULE})[0]
    assert span.title == "Worth changing, Gender. A job title that names men only."
    assert (span.start, span.end, span.token) == (2, 9, "f0.0")


# --- the document -------------------------------------------------------------------------------


def test_tables_are_rebuilt_from_their_cells() -> None:
    blocks = [
        cell(1, 1, "Time"),
        cell(1, 2, "What"),
        cell(2, 1, "10 min"),
        cell(2, 2, "Sketch"),
        cell(2, 2, "Talk"),
    ]
    html = document_html(document(*blocks), {})
    assert html.count("<table>") == 1 and html.count("<tr>") == 2
    assert html.count('<th scope="col">') == 2 and html.count("<td>") == 2
    assert '<td><p id="ba-b3">Sketch</p><p id="ba-b4">Talk</p></td>' in html


def test_merged_cells_leave_the_others_in_their_columns() -> None:
    html = document_html(document(cell(1, 1, "a"), cell(1, 3, "c"), cell(2, 2, "b")), {})
    assert '<td><p id="ba-b0">a</p></td><td></td><td><p id="ba-b1">c</p></td>' in html
    assert '<tr><td></td><td><p id="ba-b2">b</p></td><td></td></tr>' in html


def test_slides_hold_their_notes_apart() -> None:
    blocks = [
        Block("Title", "heading", places.slide(1)),
        Block("Say this", "note", places.slide(1, "notes"), audience="teacher"),
        Block("Next", "heading", places.slide(2)),
    ]
    html = document_html(document(*blocks, units=2), {})
    assert html.count("<section>") == 2
    assert "slide 1 of 2" in html and "slide 2 of 2" in html
    assert '<aside class="ba-teacher"><p class="ba-tag">Teacher note</p><p id="ba-b1">Say this</p></aside>' in html


def test_lists_are_lists_and_headings_keep_their_depth() -> None:
    blocks = [
        Block("Top", "heading", Place("p"), level=1),
        Block("one", "list", Place("p")),
        Block("two", "list", Place("p"), level=2),
        Block("Deep", "heading", Place("p"), level=9),
    ]
    html = document_html(document(*blocks), {})
    assert '<h3 id="ba-b0">Top</h3><ul><li id="ba-b1" class="l0">one</li>' in html
    assert 'class="l2">two</li></ul><h6 id="ba-b3">Deep</h6>' in html


def test_document_without_words_says_so() -> None:
    assert "no words" in document_html(document(), {})


# --- the page around it -------------------------------------------------------------------------


def test_head_claims_full_reading_only_without_warnings() -> None:
    assert "4 pages · 1,240 words · read in full" in render.head(report())
    warned = render.head(report(warnings=(ReadingWarning("x", "Page 4 is a scan."),)))
    assert "read in full" not in warned
    assert "Page 4 is a scan." in warned


def test_card_shows_the_changed_sentence() -> None:
    html = render_card.card(report(), 0)
    assert "A <del>fireman</del> <ins>firefighter</ins> climbs." in html
    for title in ("What we saw", "Why it may matter", "When it is fine", "Try"):
        assert f"<dt>{title}</dt>" in html
    assert "▲ Worth changing" in html
    assert "A study of words" in render_card.card_more(report(), 0) and texts.TALK in render_card.card_more(report(), 0)


def test_card_without_a_rewrite_gives_the_suggestions() -> None:
    bare = replace(FINDING, places=(replace(FIREMAN, rewrite=""),))
    assert '<div class="ba-try">firefighter</div>' in render_card.card(report(findings=(bare,)), 0)


def test_card_links_to_the_other_places() -> None:
    places_ = (FIREMAN, occurrence("Another fireman ran.", "fireman", 7, place="page 9"))
    html = render_card.card(report(findings=(replace(FINDING, places=places_),)), 0)
    assert 'data-ba-go="f0.1">page 9</button>' in html


def test_top_says_when_nothing_was_found_without_a_clean_bill() -> None:
    html = render.top(report(findings=()))
    assert "you decide" in html and "did not spot" in html


def test_top_claims_nothing_about_a_file_without_words() -> None:
    html = render.top(report(findings=(), words=0))
    assert "Nothing was checked" in html
    assert "Working well" not in html


def test_what_was_left_alone_says_why() -> None:
    html = render_card.left_alone(report(silenced=(SilencedHit("x", "GG01", "hidden", FIREMAN),)))
    assert "Quoted: 1 place" in html and "A <b>fireman</b> climbs." in html
    assert render_card.left_alone(report()) == ""


@pytest.mark.parametrize(("number", "said"), [(9, "9 things to look at"), (3, "3 of 9 things to look at")])
def test_count_says_when_a_filter_hides_some(number: int, said: str) -> None:
    assert said in render_card.shown(number, 9)


def test_percentages_need_twenty_people() -> None:
    def people(total: int) -> str:
        persons = tuple(Person(f"P{n}", False, "not stated") for n in range(total))
        counts = (Count("he", Share(total // 2, total, 0.3, 0.7)),)
        html = render_tabs.people(report(people=People(persons), representation=Representation(counts)))
        return Seen(html).words.partition(texts.FIGURES_BESIDE)[0]

    assert "%" not in people(19)
    assert "9 of 19" in people(19)
    assert "50%" in people(20)


def test_people_to_show_besides_are_said_with_all_that_is_known_of_them() -> None:
    people = offer("plate tectonics")
    words = Seen(render_who.people("plate tectonics", people)).words
    for suggestion in people:
        figure = suggestion.figure
        assert figure.name in words and f"Known for: {', '.join(figure.topics)}" in words
        assert not figure.born or str(figure.born) in words
    assert words.count("Described as") == len(people) and "living)" in words and "Scotland" in words
    assert "nobody for “basket weaving” yet" in Seen(render_who.people("basket weaving", ())).words


def test_numbers_of_people_open_their_sentences() -> None:
    mention = Mention(0, 0, 3, "She", "pronoun", 0, "She built it.", Place("page 3"))
    count = Count("she", Share(1, 1, 0.2, 1.0), (0,))
    made = report(people=People((Person("Ada", True, "she"),), (mention,)), representation=Representation((count,)))
    html = render_tabs.people(made)
    assert "1 of 1" in Seen(html).words and "Too few for a percentage." in html
    assert "<b>She</b> built it." in html and 'data-ba-go="b0"' in html


def test_style_follows_the_theme() -> None:
    assert render.style("L", "D", "light") == "<style>L</style>"
    assert render.style("L", "D", "dark") == "<style>L\nD</style>"
    assert "@media(prefers-color-scheme:dark){D}" in render.style("L", "D", None)


# --- thumbnails ---------------------------------------------------------------------------------


def png(width: int, height: int) -> bytes:
    written = io.BytesIO()
    Image.new("1", (width, height), 1).save(written, "PNG")
    return written.getvalue()


def test_thumbnail_is_small_and_made_anew() -> None:
    address = thumbnail(Picture(Place("p"), data=png(900, 600)))
    made = base64.b64decode(address.removeprefix("data:image/png;base64,"))
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == (SIDE, SIDE * 600 // 900)


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg onload='alert(1)'/>", png(8, 8)[:40]])
def test_thumbnail_of_anything_else_is_none(data: bytes) -> None:
    assert thumbnail(Picture(Place("p"), data=data)) == ""


@pytest.mark.parametrize(("width", "height", "made"), [(4000, 5000, True), (4001, 5000, False)])
def test_thumbnail_asks_the_header_for_the_size(width: int, height: int, made: bool) -> None:
    data = png(width, height)  # a valid picture either way, of a few kilobytes
    assert width * height <= MOST_PIXELS if made else width * height > MOST_PIXELS
    assert bool(thumbnail(Picture(Place("p"), data=data))) is made


def test_choice_is_plain_text() -> None:
    assert render_card.choice(report(), 0) == "▲ fireman (page 2)"
    assert plain(render_card.choice(report(), 0)) == render_card.choice(report(), 0)


@pytest.mark.parametrize("evil", EVIL)
def test_every_tab_keeps_hostile_words_inert(evil: str) -> None:
    found = occurrence(f"A {evil} b", evil, place=evil)
    finding = Finding("k", "x", "pathways", "term", 2, "sure", (found,))
    term = Term(evil, 2, (found,), evil, evil)
    one = Share(1, 1, 0.2, 1.0)
    tables = (Table("jobs", 1, (Count(evil, one, (0,)),)), Table("acts", 1, (Count(evil, one, (0,), by=evil),)))
    made = report(
        name=evil,
        settings=Settings(profile=Profile(learners=((evil, 1.0),))),
        representation=Representation((Count("she", one, (0,)),), tables=tables, places=(found,)),
        findings=(finding,),
        strengths=(Strength("x", "pathways", (found,)),),
        people=People(
            (Person(evil, True, "she", (evil,)),), (Mention(0, 0, 1, evil, "name", 0, f"A {evil} b", Place(evil)),)
        ),
        pictures=(Picture(Place(evil), evil, "written", evil, sha256="a" * 64, faces=2),),
        reading=Reading(
            sentences=1,
            long_sentences=(found,),
            hard_words=(term,),
            many_meanings=(term,),
            modes=(Mode(evil, (found,)),),
        ),
        rules=(Rule("x", evil, evil, evil, (evil,), evil),),
    )
    decision = Decision("k", "kept", evil, evil)
    tag = PictureTag("a" * 64, role=evil, described=(("race", evil),))
    flipped = Flipped(Place(evil), ((evil, evil), (evil, f"x{evil}")))
    still = [(0, finding)]
    parts = (
        render_card.card(made, 0, decision=decision),
        render_card.card_more(made, 0),
        render_card.just_decided(finding, decision),
        render_card.decided_list(made, [0], "Put aside (1)"),
        render.note(evil),
        render_careers.careers(made, still),
        render_language.reading(made),
        render_language.words(made),
        render_language.access(made, still),
        render_language.flips([flipped], 9),
        render_pictures.summary(made),
        render_pictures.sheet(made, {}, {"a" * 64}, 0),
        render_pictures.preview(made, 0, ""),
        render_pictures.tallies(made, [tag]),
        render_tabs.sharing(True),
        render_tabs.people(made),
        render_tabs.more_counts(made, [tag]),
        render_counts.folded(made, list(TABLES)),
        render_counts.beside(made),
    )
    for html in parts:
        assert html
        inert(html)
    assert evil in Seen(render_language.flips([flipped], 9)).words


def test_list_of_changes_is_markdown_without_markup() -> None:
    evil = "<img src=x> [a](javascript:b) *c*"
    found = occurrence(f"A {evil} b", evil, rewrite="A d b", place="page 1")
    made = report(name="a*.md", findings=(Finding("k", "x", "gender", "term", 2, "sure", (found,)),))
    assert render_tabs.changes(made, {}) == ""
    assert render_tabs.changes(made, {"k": Decision("k", "kept")}) == ""
    changes = render_tabs.changes(made, {"k": Decision("k", "changed")})
    assert changes.startswith("# a\\*.md: what to change\n\n- [ ] page 1: A \\<img src=x\\> \\[a\\]\\(javascript:b\\)")
    assert "  - Try: A d b\n" in changes


def counted_report(*texts: str, page: int = 0) -> Report:
    """The report of these paragraphs, each on a page of its own or all on one."""
    return analyse(document(*(Block(text, "paragraph", places.page(page or n)) for n, text in enumerate(texts, 1))))


def test_jobs_and_routes_are_charts_whose_numbers_open_their_sentences() -> None:
    made = counted_report(
        "Isla is a welder. She went to college.",
        "Ewan is a welder. He liked his apprenticeship. An apprenticeship pays.",
        "Ravi is a nurse.",
    )
    html = render_careers.careers(made, [])
    seen = Seen(html).words
    assert seen.index("Welder") < seen.index("Nurse")  # the job of most people first
    assert "1 described as she" in seen and "1 described as he" in seen
    assert "STEM jobs" in seen and "Fewer than 10 are too few to say anything." in seen
    assert "Apprenticeship" in seen and "2 of 3" in seen and "%" not in seen
    assert "An apprenticeship pays." in seen and 'data-ba-go="b1"' in html


def test_counts_show_their_range_only_where_there_are_enough() -> None:
    def alone(total: int) -> str:
        counts = (Count("he", Share(total // 2, total, 0.3, 0.7)),)
        return render_counts.people(report(representation=Representation(counts)))

    assert "<s " not in alone(19) and "range" not in alone(19)
    assert 'style="left:30%;width:40%"' in alone(20) and "10 of 20 (50%, range 30% to 70%)" in alone(20)


def test_parts_that_overlap_make_no_bar_and_long_lists_say_what_is_left() -> None:
    mentions = tuple(Mention(n, 0, 3, "She", "pronoun", 0, f"She came {n} times.", Place("page 1")) for n in range(24))
    everyone = Count("everyone", Share(24, 24, 0.8, 1.0), tuple(range(24)), by="Start")
    women = Count("she", Share(9, 9, 0.6, 1.0), tuple(range(9)), by="Start")
    tables = (Table("sections", 33, (everyone, women)),)
    people = People((Person("Ada", True, "she"),), mentions)
    made = report(people=people, representation=Representation(tables=tables))
    folded = render_counts.folded(made, ["sections"])
    assert "Where people come up" in folded and "and 4 more places" in folded
    assert 'aria-hidden="true"></span>' in folded  # women are among everyone: no parts of one whole
    assert "24 everyone" in Seen(folded).words and "9 described as she" in Seen(folded).words
    assert render_counts.folded(made, ["costs"]) == render_counts.charts(made, ["costs"]) == ""


def test_figures_to_read_beside_stand_with_our_learners_first() -> None:
    made = counted_report("Isla is a welder. She is deaf.")
    plain = render_counts.beside(made)
    assert "Gender" in plain and "typed in" not in plain and "need not match" in plain
    ours = replace(made, settings=replace(made.settings, profile=Profile(learners=(("girls <b>", 48.5),))))
    assert "girls &lt;b&gt;: 48.5%" in render_counts.beside(ours)
    assert render_counts.beside(report()) == ""


def test_careers_without_jobs_and_routes_say_so() -> None:
    assert "does not speak about jobs" in render_careers.careers(report(), [])
    assert render_careers.careers(report(), [], more=True) == ""


def test_flip_marks_only_what_changes_and_keeps_the_spaces() -> None:
    flipped = Flipped(places.page(1), (("Ask ", "Ask "), ("him", "her"), (" now.", " now.")))
    html = render_language.flips([flipped, flipped], 1)
    assert "Ask <b>him</b> now." in html and "Ask <b>her</b> now." in html
    assert html.count("<b>him</b>") == 1 and "2 sentences with a word to swap" in html
    assert "nothing to swap" in render_language.flips([], 1)


def test_words_with_two_meanings_show_both_and_link_to_their_places() -> None:
    found = occurrence("The force.", "force", place="page 2")
    html = render_language.words(report(reading=Reading(many_meanings=(Term("force", 3, (found,), "police", "push"),))))
    words = Seen(html).words
    assert "police" in words and "push" in words and "3 times" in words
    assert 'data-ba-go="b0"' in html
    assert render_language.words(report()) == ""


@pytest.mark.parametrize(("faces", "said"), [(0, "No faces"), (1, "1 face seen"), (None, "")])
def test_faces_are_said_for_photographs_only(faces: int | None, said: str) -> None:
    words = Seen(render_pictures.sheet(report(pictures=(Picture(places.page(1), faces=faces),)), {})).words
    assert said in words
    assert ("face" in words) == (faces is not None)


def test_tallies_have_their_counts_in_words() -> None:
    made = report(pictures=(Picture(places.page(1), sha256="a" * 64), Picture(places.page(2), sha256="b" * 64)))
    html = render_pictures.tallies(made, [PictureTag("a" * 64, "2", doing="posing"), PictureTag("b" * 64)])
    assert "1 of 2" in html and "Posing" in html and 'data-ba-go="i0"' in html
    assert render_pictures.tallies(made, []) == ""


def test_frameworks_open_sentences_of_the_document() -> None:
    made = report_of("a.md", "The fireman left <i>. Amina is an engineer. She went to college.")
    html = render_frameworks.of_document(made, framework_view([made]))
    assert html.count('<details class="ba-fold">') == len(load_frameworks().elements)
    assert 'data-ba-go="b0"' in html and "<i>" not in html.replace("<i class", "")
    assert "Counted, routes into work and learning: college 1.<details>" in html


def test_lines_of_patterns_and_of_reading_open_too() -> None:
    names = "Omar Callum Ewan Rajesh Piotr Andrew Stuart Hamish Kenneth Gordon Malcolm".split()
    text = [f"{name} measured the bridge. He wrote it down." for name in names]
    made = report_of("a.md", *text)
    html = render_frameworks.of_document(made, framework_view([made]))
    assert re.search(r"<li>Across the document: [^<]+<details><summary>Show where</summary>.+?data-ba-go", html)
    assert re.search(r'<li>Counted, reading load: [^<]+<details>.{,80}data-ba-go="language"', html)
