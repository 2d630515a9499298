"""The whole path with real lessons in a real browser: a Word file, a PDF and a slide deck; and fifty files at once."""

import os
import re
from pathlib import Path

import pytest
from browser import WAIT, as_file, browser_tests, open_tab, settled, upload
from playwright.sync_api import Page, expect

from bias_audit.ui import texts

pytestmark = browser_tests

MATERIALS = Path(os.environ.get("BIAS_AUDIT_MATERIALS", "missing"))
LESSONS = (
    "teals-intro/Project_3_Platform_Game.docx",
    "bootstrap/Curriculum_As_Window_and_Mirror.pdf",
    "bonjoev-cstem/Grades1-3_Building_Bridges_Like_Engineers.pptx",
)
real = pytest.mark.skipif(not MATERIALS.is_dir(), reason="BIAS_AUDIT_MATERIALS is not set: no real lessons here")


@real
@pytest.mark.parametrize("name", LESSONS)
def test_real_lesson_from_upload_to_refresh(page: Page, name: str) -> None:
    path = MATERIALS / "real" / name
    upload(page, path)
    expect(page.get_by_role("heading", name=path.name)).to_be_visible()

    page.locator(".ba-doc mark, .ba-marks button").first.click()  # a highlight opens its card
    card = page.locator(".ba-card").first
    expect(card).to_contain_text(texts.WHY)
    settled(page)

    count = page.locator(".ba-count")
    before = int(count.inner_text().split()[0])
    page.get_by_role("button", name=texts.CHANGE).click()
    expect(count).to_contain_text(re.compile(f"^{before - 1} things? to look at|^{before - 1} "))
    expect(page.get_by_text(texts.to_change(1))).to_be_visible()

    settled(page)
    page.get_by_role("button", name=texts.FILTER).click()
    interest = page.get_by_text(re.compile("^Show what is for interest"))
    expect(interest).to_be_visible()
    page.keyboard.press("Escape")

    open_tab(page, texts.TABS["pictures"])
    settled(page)
    tagged = page.get_by_role("button", name=texts.TAG_SAVE).count()
    if tagged:
        page.get_by_role("radiogroup", name=texts.QUESTIONS["how many"]).get_by_role("radio").first.focus()
        page.keyboard.press("ArrowRight")
        page.get_by_role("button", name=texts.TAG_SAVE).click()
        expect(page.locator(".ba-bars").first).to_contain_text("1 of ")
    else:
        expect(page.get_by_text(texts.NO_PICTURES)).to_be_visible()

    open_tab(page, texts.TABS["flip"])
    page.get_by_label(texts.FLIP_OWN).fill("She mended his bike.")
    page.get_by_role("button", name=texts.FLIP_IT).click()
    expect(page.locator(".ba-flips").last).to_contain_text("her")

    open_tab(page, texts.TABS["share"])
    with page.expect_download() as download:
        page.get_by_role("button", name=texts.SAVE_REPORT).click()
    assert path.name in Path(download.value.path()).read_text("utf-8")

    page.reload()
    expect(page.get_by_role("heading", name=path.name)).to_be_visible(timeout=WAIT)
    open_tab(page, texts.TABS["document"])
    expect(page.get_by_text(texts.to_change(1))).to_be_visible()
    if tagged:
        open_tab(page, texts.TABS["pictures"])
        expect(page.locator(".ba-bars").first).to_contain_text("1 of ")


@real
def test_fifty_files_with_a_hostile_one_in_the_browser(page: Page) -> None:

    bad = MATERIALS / "hostile" / "damaged" / "truncated_half.docx"
    lessons = [as_file(f"lesson-{n}.md", b"The fireman came %d times.\n" % n) for n in range(49)]
    upload(page, *lessons[:20], as_file(bad.name, bad.read_bytes()), *lessons[20:])
    expect(page.locator(".ba-doc mark.on")).to_have_text("fireman", timeout=WAIT)
    expect(page.get_by_role("alert").filter(has_text=bad.name)).to_be_visible(timeout=WAIT)
    expect(page.get_by_text(texts.choose_document(49))).to_be_visible(timeout=WAIT)
