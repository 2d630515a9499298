"""The outputs: the JSON form and its way back, the text for a terminal, the HTML page."""

import json
import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from counts import report_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bias_audit import model, wording
from bias_audit.errors import Damaged
from bias_audit.model import (
    Block,
    Count,
    Document,
    Failure,
    Finding,
    KeyMessage,
    Limits,
    Mention,
    Mode,
    Occurrence,
    Origin,
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
    Results,
    Rule,
    Run,
    Settings,
    Share,
    SilencedHit,
    Source,
    Strength,
    Table,
    Term,
)
from bias_audit.reports import WRITERS, html, json_report, people_lines, sections, terminal

DOCS = Path(__file__).parents[1] / "docs"


def seen(
    sentence: str,
    words: str,
    label: str = "page 1",
    *,
    rewrite: str = "",
    audience: model.Audience = "learner",
):
    at = sentence.index(words)
    return Occurrence(0, at, at + len(words), words, sentence, at, Place(label), audience, rewrite)


FIREMAN = seen(
    "A fireman climbs while his crew hold the ladder.",
    "fireman",
    "page 2",
    rewrite="A firefighter climbs while his crew hold the ladder.",
)
PRINTER = [seen("Print the net at home.", "Print", f"page {number}") for number in range(1, 6)]
OBVIOUSLY = seen("Obviously the bridge bends.", "Obviously", "page 3")
QUOTED = seen("The poster says “Men wanted”.", "Men wanted", "page 4")

REPORT = Report(
    name="Bridges.docx",
    media_type="application/pdf",
    sha256="ab" * 32,
    units=4,
    words=1240,
    tool_version="0.1.0",
    lexicon_digest="0123456789abcdef",
    settings=Settings(
        Profile("primary", denominational=True, priorities=("gender", "poverty")),
        off=("race/example",),
        norms=(("years", "quiet"),),
        overlays=("/somewhere/private/our-words",),
    ),
    warnings=(ReadingWarning("no-text-pages", "Page 4 is a scan: its words were not read.", 1),),
    strengths=(
        Strength("pathways/routes", "pathways", (seen("College or university both lead here.", "College"),)),
        Strength("ability/effort", None, ()),
    ),
    key_messages=(
        KeyMessage("Homework needs a printer in five places.", finding=1),
        KeyMessage("Four people are engineers, all described as he.", pattern=0),
    ),
    findings=(
        Finding("k1", "gender/fireman", "gender", "term", 1, "sure", (FIREMAN,), ("GG15",)),
        Finding("k2", "poverty/printer", "poverty", "assumption", 2, "fairly sure", tuple(PRINTER)),
        Finding("k3", "ability/obviously", "ability", "load", 0, "sure", (OBVIOUSLY,)),
    ),
    patterns=(
        PatternFinding(
            "gender/jobs",
            "gender",
            2,
            "4 people are named as engineers, all described as he.",
            (Count("engineers described as he", Share(4, 4, 0.51, 1.0), (0,)),),
            (seen("Thomas tested his bridge.", "Thomas"),),
        ),
    ),
    silenced=(
        SilencedHit("gender/men-wanted", "GG01", "hidden", QUOTED),
        SilencedHit("gender/fireman", "GG15", "lowered", FIREMAN),
    ),
    people=People(
        (Person("Thomas Telford", True, "he", ("engineer",)), Person("the surveyor", False, "not stated")),
        (
            Mention(0, 0, 6, "Thomas", "name", 0, "Thomas tested his bridge.", Place("page 1")),
            Mention(1, 0, 12, "The surveyor", "role", 1, "The surveyor drew a map.", Place("page 2")),
        ),
    ),
    representation=Representation(
        described_as=(
            Count("he", Share(5, 11, 0.21, 0.72), (0,)),
            Count("she", Share(1, 11, 0.02, 0.38)),
            Count("not stated", Share(5, 11, 0.21, 0.72), (1,)),
        ),
        named=(Count("named", Share(1, 2, 0.1, 0.9), (0,)),),
        pairs=(PairOrder("he", seen("Boys and girls build a pier.", "Boys and girls")),),
        pictures=(Count("missing", Share(1, 2, 0.1, 0.9), (), (1,)),),
        tables=(Table("pairs", 1, (Count("he first", Share(1, 1, 0.2, 1.0), places=(0,)),)),),
        places=(seen("Boys and girls build a pier.", "Boys and girls"),),
    ),
    reading=Reading(
        sentences=40,
        words_a_sentence=11.5,
        nine_in_ten=19,
        long_sentence=18,
        long_sentences=(OBVIOUSLY,),
        age=(10, 13),
        hard_words=(Term("cantilever", 4, (OBVIOUSLY,)),),
        many_meanings=(Term("tension", 2, (OBVIOUSLY,), "a nervous feeling", "the pull in a rope or wire"),),
        modes=(Mode("write", (OBVIOUSLY,) * 2), Mode("draw", (OBVIOUSLY,))),
        headings=3,
    ),
    pictures=(
        Picture(Place("page 1"), "The Forth Bridge at low tide", "written", data=b"\x89PNG"),
        Picture(Place("page 2"), "", "missing"),
    ),
    rules=(
        Rule(
            "gender/fireman",
            "A job title that names men only.",
            "Learners find it easier to picture only men.",
            "It is the title of a work.",
            ("firefighter",),
            "Who comes to mind?",
            (Source("J", "Judgement of the authors", "J"),),
            contested=True,
        ),
        Rule(
            "poverty/printer",
            "A task needs a printer.",
            "Not every home has one.",
            "",
            ("Give a paper copy", "Draw it"),
        ),
        Rule("ability/obviously", "A word says that it is easy.", "It is not easy for everyone."),
        Rule("gender/jobs", "", "A job can look like it is for one group.", "", ("Add a second engineer.",)),
        Rule("pathways/routes", "Two routes stand side by side.", ""),
        Rule("ability/effort", "Effort and method are praised.", ""),
    ),
)
ONE = Results((REPORT,))
FAILED = Failure("old/scan.doc", "unsupported", "This is an old Word file. Save it as .docx and try again.")
SEVERAL = Results(
    (REPORT, replace(REPORT, name="sub/Forces.pptx", findings=(), patterns=(), key_messages=())), (FAILED,)
)


def bare(report: Report) -> Report:
    """What is left of a report in which nothing was found."""
    return replace(
        report,
        strengths=(),
        key_messages=(),
        findings=(),
        patterns=(),
        silenced=(),
        people=People(),
        representation=Representation(),
        reading=Reading(),
        pictures=(),
        rules=(),
        warnings=(),
    )


# --- JSON ---------------------------------------------------------------------------------------


def any_of(kind: type) -> st.SearchStrategy:
    """Values of a model class, of any content that its types allow."""
    return st.from_type(kind)


st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def without_bytes(results: Results) -> Results:
    return replace(
        results,
        reports=tuple(
            replace(report, pictures=tuple(replace(picture, data=b"") for picture in report.pictures))
            for report in results.reports
        ),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_of(Results))
def test_json_reads_back_what_it_wrote(results: Results) -> None:
    results = replace(results, schema=json_report.SCHEMA)
    assert json_report.read_results(json_report.write(results)) == without_bytes(results)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_of(Document))
def test_json_reads_back_a_document_with_its_pictures(document: Document) -> None:
    assert json_report.read_document(json_report.write_document(document)) == document


def test_json_has_one_object_with_reports_and_failures_also_for_a_single_file() -> None:
    text = json_report.write(ONE)
    data = json.loads(text)
    assert list(data) == ["reports", "failures", "library", "schema"]
    assert (len(data["reports"]), data["failures"], data["schema"]) == (1, [], "bias-audit/1")
    assert text.endswith("}\n")


def test_json_keeps_the_order_of_the_fields_and_leaves_picture_bytes_out() -> None:
    report = json.loads(json_report.write(ONE))["reports"][0]
    assert list(report) == [field.name for field in fields(Report)]
    assert [picture["data"] for picture in report["pictures"]] == ["", ""]


def test_json_is_the_same_text_each_time() -> None:
    assert json_report.write(SEVERAL) == json_report.write(json_report.read_results(json_report.write(SEVERAL)))


def changed(change) -> str:
    data = json.loads(json_report.write(ONE))
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not a bias-audit report"),
        ("null", "it is empty"),
        ("[]", "not a bias-audit report"),
        (changed(lambda data: data.update(score=7)), "score"),
        (changed(lambda data: data["reports"][0].update(score=7)), "reports.0.score"),
        (
            changed(lambda data: data["reports"][0]["settings"]["profile"].update(mood="")),
            "settings.profile.mood",
        ),
        (changed(lambda data: data["reports"][0]["findings"][0].update(severity=4)), "findings.0.severity"),
        (changed(lambda data: data["reports"][0].update(words="many")), "reports.0.words"),
        (changed(lambda data: data.update(schema="bias-audit/0")), "bias-audit/0"),
    ],
)
def test_json_refuses_what_is_not_a_report_and_says_where(text: str, says: str) -> None:
    with pytest.raises(Damaged, match=re.escape(says)):
        json_report.read_results(text)


def model_classes() -> dict[str, type]:
    return {name: kind for name, kind in vars(model).items() if isinstance(kind, type) and is_dataclass(kind)}


def documented() -> dict[str, list[str]]:
    """Objects of docs/report-json.md and their fields, in the order of its tables."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"^## ", (DOCS / "report-json.md").read_text("utf-8"), flags=re.M)[1:]:
        names = re.findall(r"^\| `(\w+)` \|", part, flags=re.M)
        if names:
            found[part.splitlines()[0].strip()] = names
    return found


def test_json_documentation_names_every_object_and_field() -> None:
    assert documented() == {name: [field.name for field in fields(kind)] for name, kind in model_classes().items()}


# --- wording ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "literal"),
    [
        (wording.DIMENSIONS, model.Dimension),
        (wording.FORMS, model.Form),
        (wording.SEVERITIES, model.Severity),
        (wording.SHAPES, model.Severity),
        (wording.GENDER_WORDS, model.GenderWords),
        (wording.ALT_QUALITIES, model.AltQuality),
    ],
)
def test_wording_has_words_for_every_id(names: dict, literal) -> None:
    assert set(names) == set(literal.__args__)
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]8;;http://x.example\x07link\x1b]8;;\x07", "link"),
        ("a\x00b\x07c\x9bd", "abcd"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("right\u202eleft\u2066", "rightleft"),
        ("é ← Gàidhlig 🌱", "é ← Gàidhlig 🌱"),
        ("a lone \x1b", "a lone "),
    ],
)
def test_wording_plain_takes_out_what_could_steer_a_terminal(text: str, shown: str) -> None:
    assert wording.plain(text) == shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Share(0, 0, 0, 1), "0 of 0"),
        (Share(5, 11, 0.21, 0.72), "5 of 11"),
        (Share(19, 19, 0.83, 1), "19 of 19"),
        (Share(5, 20, 0.112, 0.469), "5 of 20 (25%, range 11% to 47%)"),
        (Share(121, 53_985, 0.0019, 0.0027), "121 of 53,985 (under 1%)"),
        (Share(1, 250, 0.0007, 0.0223), "1 of 250 (under 1%, range 0% to 2%)"),
        (Share(0, 250, 0, 0.0151), "0 of 250 (0%, range 0% to 2%)"),
        (Share(999, 1000, 0.9943, 0.9998), "999 of 1,000 (over 99%, range 99% to 100%)"),
        (Share(250, 250, 0.9849, 1), "250 of 250 (100%, range 98% to 100%)"),
    ],
)
def test_wording_gives_a_percentage_only_where_there_are_enough(value: Share, text: str) -> None:
    assert wording.share(value) == text


# --- sections -----------------------------------------------------------------------------------


def test_sections_put_the_weightiest_dimension_first_and_leave_interest_to_the_end() -> None:
    groups = sections.by_dimension(REPORT)
    assert [group.name for group in groups] == ["Poverty and social class", "Gender"]
    assert [finding.key for _, finding in sections.for_interest(REPORT)] == ["k3"]


def test_sections_cut_a_long_sentence_around_the_words_found() -> None:
    sentence = "start " + "word " * 200 + "fireman " + "more " * 200 + "end."
    quote = sections.quote(seen(sentence, "fireman"), 120)
    assert quote.words == "fireman"
    assert quote.before.startswith("… word") and quote.after.endswith("more …")
    assert len(quote.before + quote.words + quote.after) < 140


@given(st.text(max_size=300), st.text(min_size=1, max_size=30), st.text(max_size=300))
def test_sections_quote_short_sentences_in_full(before: str, words: str, after: str) -> None:
    quote = sections.quote(Occurrence(0, 0, len(words), words, before + words + after, len(before), Place("")), 2000)
    assert quote == sections.Quote(wording.plain(before), wording.plain(words), wording.plain(after))


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e"])), st.lists(st.sampled_from(["a", "b", "c", "d", "e"])))
def test_sections_changes_hold_both_sentences(old: list[str], new: list[str]) -> None:
    changes = sections.changes(" ".join(old), " ".join(new))
    assert " ".join(words for kind, words in changes if kind != "new").split() == old
    assert " ".join(words for kind, words in changes if kind != "gone").split() == new


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ((), "No people were found in the words."),
        (
            (("he", 5), ("she", 1), ("not stated", 5)),
            "11 people: 5 described as he, 1 as she, 5 not stated. Too few for a percentage.",
        ),
        ((("not stated", 1),), "1 person; the text does not say he or she."),
        (
            (("she", 10), ("he", 0), ("not stated", 10)),
            "20 people: 10 described as she (50%), 10 not stated (50%).",
        ),
    ],
)
def test_sections_say_people_in_one_line(counts: tuple[tuple[str, int], ...], line: str) -> None:
    total = sum(number for _, number in counts)
    made = tuple(Count(label, Share(number, total, 0, 1)) for label, number in counts)
    assert people_lines.people_line(replace(bare(REPORT), representation=Representation(described_as=made))) == line


def test_who_is_named_is_said_as_they_are_counted() -> None:
    """A public figure of whom the words say nothing is counted as public sources describe her."""
    made = report_of("lesson.txt", "Marie Curie measured it again.", "Kwame Mensah wrote it down.")
    assert people_lines.people_line(made).startswith("2 people: 1 described as she, 1 not stated.")
    assert people_lines.named_line(made) == "Named: Marie Curie (she), Kwame Mensah (not stated)."


@pytest.mark.parametrize(
    ("codes", "title"),
    [
        (("no-text-pages",), sections.READ_IN_PART),
        (("recognised-pages",), sections.READ_OTHERWISE),
        (("recognised-pages", "page-limit"), sections.READ_IN_PART),
    ],
)
def test_words_that_were_recognised_were_read(codes: tuple[str, ...], title: str) -> None:
    made = replace(bare(REPORT), warnings=tuple(ReadingWarning(code, "x") for code in codes))
    assert sections.warnings_title(made) == title


def test_sections_settings_name_no_folder_outside() -> None:
    assert "Local rules: our-words." in sections.settings_lines(REPORT)


@pytest.mark.parametrize(
    ("settings", "codes", "lines"),
    [
        (Settings(), [], ["Words in pictures: read where there was no text, and in large pictures."]),
        (Settings(ocr="never"), ["no-text-pages"], ["Words in pictures: not read."]),
        (
            Settings(ocr="always", limits=Limits(seconds=5, pages=1000)),
            [],
            [
                "Words in pictures: all were read.",
                "Limits of your own: 5 seconds for a file (usually 60), 1,000 pages of a PDF (usually 2,000).",
            ],
        ),
        (
            Settings(),
            ["page-limit", "recognition-limit"],
            [
                "Words in pictures: read where there was no text, and in large pictures.",
                "Limits that were reached: pages of a PDF, pages and pictures whose words are recognised; "
                "the notes at the start say what was left.",
            ],
        ),
    ],
)
def test_sections_say_what_was_read_and_what_limits_held(
    settings: Settings, codes: list[str], lines: list[str]
) -> None:
    report = replace(REPORT, settings=settings, warnings=tuple(ReadingWarning(code, "") for code in codes))
    said = sections.settings_lines(report)
    assert said == ["Learners: not said.", *lines]
    for writer in (terminal.write, html.write):
        text = " ".join(writer(Results(reports=(report,))).split())
        assert all(line in text for line in said)


def test_every_limit_has_words() -> None:
    assert list(wording.LIMITS) == [field.name for field in fields(Limits)]


# --- terminal -----------------------------------------------------------------------------------


def test_terminal_output_is_as_agreed(golden) -> None:
    golden("report.txt", terminal.write(ONE))


def test_terminal_output_for_several_files_ends_in_a_table(golden) -> None:
    golden("several.txt", terminal.write(SEVERAL))


def test_terminal_starts_with_strengths_and_says_a_rule_once() -> None:
    text = terminal.write(ONE)
    order = ["Working well", "Worth ten minutes", "Poverty and social class", "Gender", "People and pictures"]
    at = [text.index(word) for word in order]
    assert at == sorted(at)
    assert text.count("Not every home has one.") == 1
    assert "and 2 more places" in text


def test_terminal_marks_words_without_colour_and_adds_colour_only_when_asked() -> None:
    assert "A «fireman» climbs" in terminal.write(ONE)
    assert "\x1b" not in terminal.write(ONE)
    assert "\x1b[" in terminal.write(ONE, colour=True)


NASTY = (
    "[bold red]x[/] [link=http://evil.example]y[/link] \x1b[2J\x1b]0;title\x07 "
    "<script>alert(1)</script> {{ 7*7 }} :smile:"
)


def nasty_report() -> Report:
    place = Occurrence(0, 0, len(NASTY), NASTY, NASTY, 0, Place(NASTY), "learner", NASTY + " z")
    count = Count(NASTY, Share(1, 1, 0, 1), (0,), (0,))
    return replace(
        REPORT,
        name=NASTY,
        warnings=(ReadingWarning("x", NASTY),),
        findings=(replace(REPORT.findings[0], places=(place,)),),
        key_messages=(KeyMessage(NASTY, finding=0),),
        patterns=(replace(REPORT.patterns[0], saw=NASTY, places=(place,), counts=(count,)),),
        silenced=(SilencedHit(NASTY, NASTY, "hidden", place),),
        people=People((Person(NASTY, True, "he"),), (Mention(0, 0, 1, NASTY, "name", 0, NASTY, Place(NASTY)),)),
        representation=Representation((count,), (count,), (PairOrder("he", place),), (count,)),
        reading=Reading(9, long_sentences=(place,), hard_words=(Term(NASTY, 2, (place,)),), modes=(Mode(NASTY, ()),)),
        pictures=(Picture(Place(NASTY), NASTY, "written"),),
        rules=(Rule("gender/fireman", NASTY, NASTY, NASTY, (NASTY,), NASTY, (Source("J", NASTY, "J"),)),),
    )


def test_terminal_shows_markup_and_terminal_codes_of_a_document_as_text() -> None:
    results = Results((nasty_report(),), (Failure(NASTY, NASTY, NASTY),))
    text = terminal.write(results, width=2000)
    assert "[bold red]x[/]" in text and ":smile:" in text
    assert not set(text) & {"\x1b", "\x07"}
    coloured = terminal.write(results, colour=True, width=2000)
    assert "\x1b[2J" not in coloured and "\x1b]" not in coloured


def test_terminal_says_so_when_nothing_was_found_and_never_that_all_is_well() -> None:
    text = terminal.write(Results((bare(REPORT),)))
    assert "Nothing stood out" in text
    assert "There were no words to check." in terminal.write(Results((replace(bare(REPORT), words=0),)))


# --- HTML ---------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Elements, ids and links of a page; complains of tags that do not close in order."""

    VOID = frozenset({"meta", "br", "link", "img", "hr", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action", "srcset"):
                self.addresses.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]} at {self.getpos()}"
        self.open.pop()


def test_html_output_is_as_agreed(golden) -> None:
    golden("report.html", html.write(ONE))


@pytest.mark.parametrize("results", [ONE, SEVERAL, Results(), Results((), (FAILED,)), Results((bare(REPORT),))])
def test_html_is_well_formed_and_asks_for_nothing_from_outside(results: Results) -> None:
    text = html.write(results)
    page = Page(text)
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert all(address.startswith("#") and address[1:] in page.ids for address in page.addresses)
    assert not {"script", "iframe", "object", "img", "link"} & set(page.tags)
    assert "url(" not in text and "@import" not in text
    assert '<html lang="en-GB">' in text and page.tags.count("h1") == 1 and page.tags.count("main") == 1


def test_html_escapes_everything_that_a_document_brings() -> None:
    text = html.write(Results((nasty_report(),), (Failure(NASTY, NASTY, NASTY),)))
    page = Page(text)
    assert page.open == [] and "script" not in page.tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text and "{{ 7*7 }}" in text
    assert not set(text) & {"\x1b", "\x07"}


def test_html_opens_every_count_to_its_sentences() -> None:
    text = html.write(ONE)
    assert "<b>Thomas</b> tested his bridge." in text
    assert "<b>The surveyor</b> drew a map." in text


def test_html_offers_whom_else_a_lesson_could_show() -> None:
    title = "<summary>Who else could this lesson show?</summary>"
    assert title not in html.write(ONE)
    text = html.write(Results((replace(REPORT, topics=("bridges", "nothing known", "<b>")),)))
    found = text[text.index(title) :].partition("</details>")[0]
    assert "<dt>Bridges</dt>" in found and found.count("<dt>") == 1 and found.count("<li>") == 4
    assert "Known for: " in found and "Thomas Telford" not in found and "An offer, not a judgement" in found


def test_html_offers_nobody_twice() -> None:
    text = html.write(Results((replace(REPORT, topics=("bridges", "roads")),)))
    names = re.findall(r"<li><b>([^<]*)</b> \(", text.partition("Who else could this lesson show?")[2])
    assert len(names) > 4 and len(set(names)) == len(names)


def test_html_shows_severity_as_word_and_shape_and_what_a_rewrite_changes() -> None:
    text = html.write(ONE)
    assert "▲ Worth changing" in text and '<mark class="s2">Print</mark>' in text
    assert "<del>fireman</del> <ins>firefighter</ins>" in text


def test_html_of_several_documents_starts_with_a_table_that_leads_to_each() -> None:
    text = html.write(SEVERAL)
    assert '<a href="#d1">Bridges.docx</a>' in text and '<a href="#d2">sub/Forces.pptx</a>' in text
    assert text.index("All documents") < text.index("Could not be read") < text.index('id="d1"')
    assert FAILED.message in text


def test_html_colours_have_enough_contrast_in_light_and_dark() -> None:
    css = (Path(html.__file__).parent / "report.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--(\w+):(#\w+)", part)) for part in re.findall(r":root\{(.*?)\}", css, re.S)[:2])
    pairs = [
        ("ink", "paper"),
        ("ink", "bg"),
        ("soft", "paper"),
        ("soft", "bg"),
        ("accent", "paper"),
        ("soft", "try"),
    ]
    pairs += [("ink", name) for name in ("s1b", "s2b", "s3b", "try")] + [(s, "paper") for s in ("s1", "s2", "s3")]
    for theme in (light, dark):
        for front, back in pairs:
            assert contrast(theme[front], theme[back]) >= 4.5, (front, back, theme[front], theme[back])


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_writers_cope_with_nothing_and_with_a_failure_alone(name: str) -> None:
    WRITERS[name](Results())
    assert FAILED.name in WRITERS[name](Results((), (FAILED,)))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_document_blocks_keep_their_origin_through_json(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=40))
    block = Block(
        text,
        "cell",
        Place("table 1, row 2", table=1, row=2),
        origin=Origin("word/document.xml", (Run(0, len(text), "p/r", 0),)),
    )
    document = Document("a.docx", "x", "0", (block,))
    assert json_report.read_document(json_report.write_document(document)) == document
