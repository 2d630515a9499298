"""The app in a real browser: from an upload to the saved report, with nothing asked of any other computer."""

import io
import os
import re
from pathlib import Path

import pytest
from browser import ROOT, WAIT, as_file, browser_tests, open_tab, settled, upload
from docx import Document as Word
from playwright.sync_api import Page, expect

from bias_audit import Report, audit, wording
from bias_audit.ui import texts

pytestmark = browser_tests


@pytest.fixture(scope="module")
def lesson() -> tuple[Path, Report]:
    """A real lesson where there is one, otherwise a sample: the first with something to look at."""
    materials = os.environ.get("BIAS_AUDIT_MATERIALS")
    folders = [Path(materials, "real")] if materials else []
    for folder in (*folders, ROOT / "corpus_samples"):
        for path in sorted(folder.rglob("*.docx")):
            report = audit(path)
            if any(finding.severity > 0 for finding in report.findings):
                return path, report
    pytest.skip("no .docx with a finding was found")


def test_upload_highlight_card_and_saved_report(page: Page, lesson: tuple[Path, Report]) -> None:
    path, report = lesson
    upload(page, path)
    expect(page.get_by_role("heading", name=path.name)).to_be_visible()
    finding = next(finding for finding in report.findings if finding.severity > 0)
    token = f"f{report.findings.index(finding)}.0"
    mark = page.locator(f'.ba-doc mark[data-ba-go="{token}"]').first
    expect(mark).to_have_text(wording.plain(finding.places[0].text))

    mark.click()
    expect(mark).to_have_class(f"s{finding.severity} on")
    card = page.locator(".ba-card")
    expect(card).to_contain_text("Why it may matter")
    expect(card).to_contain_text(wording.DIMENSIONS[finding.dimension])
    expect(mark).to_be_in_viewport()
    expect(card).to_be_in_viewport()

    open_tab(page, "Save and share")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the report (web page)").click()
    saved = Path(download.value.path()).read_text("utf-8")
    assert download.value.suggested_filename == f"{path.stem}-report.html"
    assert path.name in saved and wording.plain(finding.places[0].text) in saved


def test_keyboard_opens_a_finding(page: Page) -> None:
    upload(page, as_file("words.md", b"A team of boffins met the chairman.\n\nThe fireman climbed.\n"))
    last = page.locator(".ba-doc mark").last
    last.focus()
    page.keyboard.press("Enter")
    expect(last).to_have_class("s2 on")


def test_link_of_another_tab_comes_back_to_the_sentence(page: Page) -> None:
    text = "# Work\n\nBoys and girls build.\n\n" + "More to read.\n\n" * 80 + "Men and women test.\n"
    upload(page, as_file("pairs.md", text.encode()))
    open_tab(page, "People and roles")
    page.get_by_text("Open the pairs").click()
    page.locator(".ba-box details .ba-link").last.click()
    expect(page.get_by_text("Men and women test.")).to_be_in_viewport()


def test_words_of_a_document_do_nothing_in_the_page(page: Page) -> None:
    word = Word()
    evil = (
        "<script>window.harmed=1</script>",
        "<img src=x onerror=window.harmed=1>",
        "[press](javascript:window.harmed=1) $\\href{javascript:window.harmed=1}{x}$",
        "<button data-ba-go='people'>press</button>",
    )
    word.add_heading(evil[0], 1)
    for text in evil:
        word.add_paragraph(f"The fireman said {text} to them.")
    word.add_table(1, 1).cell(0, 0).text = evil[1]
    written = io.BytesIO()
    word.save(written)
    upload(page, as_file("<img src=x onerror=window.harmed=1>.docx", written.getvalue()))
    expect(page.locator(".ba-doc")).to_contain_text(evil[1])
    for tab in list(texts.TABS.values())[1:]:
        open_tab(page, tab)
    assert page.evaluate("window.harmed") is None
    assert page.locator(".stHtml script, .stHtml img[src=x], .stHtml a, .ba-doc button").count() == 0


def test_page_of_a_pdf_opens_its_cards(page: Page) -> None:
    upload(page, ROOT / "corpus_samples" / "higher-stem-pathways.pdf")
    second = page.get_by_role("group", name=texts.page_marks(1)).get_by_role("button", name="soft options")
    second.click()
    expect(second).to_have_attribute("aria-current", "true")
    expect(page.locator(".ba-card").first).to_contain_text("“soft options”")
    picture = page.get_by_role("img", name="Page 1 of 2")
    box, mark = picture.bounding_box(), second.bounding_box()
    assert box and mark and box["x"] < mark["x"] and mark["x"] + mark["width"] < box["x"] + box["width"]
    settled(page)
    page.keyboard.press("Alt+n")
    expect(page.locator(".ba-marks button.on")).to_have_attribute("aria-label", re.compile("a maths brain"))
    page.reload()
    expect(page.get_by_role("img", name="Page 1 of 2")).to_be_visible(timeout=WAIT)  # the pages are kept, too


def test_bad_file_is_named_with_its_reason(page: Page) -> None:
    upload(page, as_file("broken.docx", b"PK\x03\x04 no document"))
    expect(page.get_by_role("alert").filter(has_text="broken.docx")).to_be_visible()
    expect(page.locator(".ba-doc")).to_have_count(0)


def test_phone_keeps_the_card_on_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    lines = "".join(f"Line {n} of the lesson.\n\n" for n in range(60))
    upload(page, as_file("long.md", f"A team of boffins.\n\n{lines}The fireman climbed.\n\n{lines}".encode()))
    page.get_by_role("button", name="→").click()
    mark = page.locator(".ba-doc mark.on")
    expect(mark).to_have_text("fireman")
    expect(mark).to_be_in_viewport()
    expect(page.locator(".ba-card dt").first).to_be_in_viewport()
    box, card = mark.bounding_box(), page.locator(".st-key-card").bounding_box()
    assert box and card and box["y"] + box["height"] <= card["y"]  # the card does not cover it
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_decide_filter_tag_flip_and_a_refresh_keeps_it(page: Page) -> None:
    upload(page, ROOT / "corpus_samples" / "s3-engineering-careers.pptx")
    count = page.locator(".ba-count")
    before = int(count.inner_text().split()[0])
    words = page.locator(".ba-doc mark.on").first.inner_text()
    page.get_by_role("button", name=texts.NOT_AN_ISSUE).click()
    expect(count).to_contain_text(f"{before - 1} things")
    with page.expect_download() as download:
        page.get_by_role("button", name=texts.FALSE_ALARM).click()
    assert "ignore:" in Path(download.value.path()).read_text("utf-8")

    page.get_by_role("button", name=texts.FILTER).click()
    page.get_by_role("button", name="Careers and routes").click()
    expect(count).to_contain_text(f" of {before - 1} things")
    page.keyboard.press("Escape")
    at = page.get_by_role("combobox", name=texts.GO_TO)
    page.keyboard.press("Alt+n")
    expect(at).to_have_value(re.compile("^2 of "))
    page.keyboard.press("Alt+p")
    expect(at).to_have_value(re.compile("^1 of "))

    open_tab(page, "Pictures")
    people = page.get_by_role("radiogroup", name=texts.QUESTIONS["how many"])
    people.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")  # from "can't tell" to 0
    page.get_by_role("button", name=texts.TAG_SAVE).click()
    expect(page.locator(".ba-bars").first).to_contain_text("1 of 1")

    open_tab(page, "Flip")
    expect(page.locator(".ba-flips tbody tr").first).to_contain_text("her")

    page.reload()
    expect(page.locator(".ba-doc")).to_be_visible(timeout=WAIT)
    expect(count).to_contain_text(f"{before - 1} things")
    page.get_by_text(texts.put_aside(1)).click()
    expect(page.locator(".ba-side").filter(has_text=texts.put_aside(1))).to_contain_text(words)
    open_tab(page, "Pictures")
    expect(page.locator(".ba-bars").first).to_contain_text("1 of 1")


def test_two_browsers_see_only_their_own_work(page: Page, address: str) -> None:
    upload(page, as_file("mine.md", b"The fireman came.\n"))
    other = page.context.new_page()  # a new tab without the first one's address is another visitor
    other.goto(address)
    try:
        expect(other.get_by_role("heading", name=texts.TITLE)).to_be_visible(timeout=WAIT)
        expect(other.get_by_text("mine.md")).to_have_count(0)
        upload(other, as_file("theirs.md", b"The chairman came.\n"))
        page.reload()
        expect(page.get_by_role("heading", name="mine.md")).to_be_visible(timeout=WAIT)
        expect(page.get_by_text("theirs.md")).to_have_count(0)
    finally:
        other.close()
    assert "work=" in page.url


@pytest.mark.parametrize("width", [360, 390])
def test_every_tab_fits_a_narrow_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    upload(page, ROOT / "corpus_samples" / "s3-engineering-careers.pptx")
    for tab in texts.TABS.values():
        open_tab(page, tab)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    open_tab(page, "In your document")
    page.get_by_role("button", name=texts.NEXT, exact=True).click()
    for label in (texts.CHANGE, texts.KEEP, texts.NOT_AN_ISSUE):
        expect(page.get_by_role("button", name=label)).to_be_in_viewport()
