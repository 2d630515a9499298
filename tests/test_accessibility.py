"""axe-core on every page and state of the app, and a walk through a review with the keyboard alone."""

from pathlib import Path

import axe_playwright_python
import pytest
from browser import WAIT, as_file, browser_tests, open_tab, settled, upload
from playwright.sync_api import Locator, Page, expect
from test_workshop_browser import to

from bias_audit.ui import texts

pytestmark = browser_tests

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
SAMPLES = Path(__file__).parents[1] / "corpus_samples"
# What Streamlit's own widgets do, none of it serious: see docs/accessibility.md.
OF_STREAMLIT = {("presentation-role-conflict", "stFileUploaderDropzone")}
LESSON = "# Bridges\n\nThe fireman checked the ladder.\n\nA team of boffins met the chairman.\n"


def check(page: Page, state: str, faults: list[str]) -> None:
    """Note what axe-core says against the page as it stands."""
    settled(page)
    page.wait_for_function("!document.querySelector('[data-stale=\"true\"]')", timeout=WAIT)
    page.wait_for_timeout(600)  # Streamlit fades what it draws anew: faded words would count as too pale
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    for violation in found["violations"]:
        for node in violation["nodes"]:
            known = any(violation["id"] == id and part in node["html"] for id, part in OF_STREAMLIT)
            if not known and violation["impact"] in ("moderate", "serious", "critical"):
                faults.append(f"{state}: {violation['id']}: {node['target']} {node['html'][:160]}")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_fault_on_the_review_page(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.reload()
    expect(page.get_by_role("heading", name=texts.TITLE)).to_be_visible(timeout=WAIT)
    faults: list[str] = []
    check(page, "start", faults)
    lesson = as_file("pathways.pdf", (SAMPLES / "higher-stem-pathways.pdf").read_bytes())
    upload(page, lesson, as_file("broken.docx", b"PK\x03\x04 no document"))
    expect(page.get_by_role("alert").filter(has_text="broken.docx")).to_be_visible(timeout=WAIT)
    check(page, "page of a PDF", faults)
    page.locator(".stButtonGroup").get_by_text(texts.AS_TEXT).click()
    expect(page.locator(".ba-doc")).to_be_visible()
    settled(page)
    page.get_by_role("button", name=texts.NOT_AN_ISSUE).click()
    expect(page.get_by_role("button", name=texts.UNDO)).to_be_visible()
    check(page, "plain text, decided", faults)
    for tab in list(texts.TABS.values())[1:]:
        open_tab(page, tab)
        check(page, tab, faults)
    assert faults == []


def test_no_fault_on_the_other_pages(page: Page) -> None:
    faults: list[str] = []
    upload(page, SAMPLES / "p6-bridges.docx")
    open_tab(page, texts.TABS["pictures"])
    check(page, "pictures", faults)
    for name in ("Several files", "Workshop", "Rules", "Our setting"):
        to(page, name)
        check(page, name, faults)
    to(page, "Workshop")
    page.get_by_role("button", name="Show what the tool saw").click()
    expect(page.locator(".ba-tool")).to_be_visible()
    check(page, "workshop, revealed", faults)
    assert faults == []


def tab_to(page: Page, target: Locator, most: int = 80) -> None:
    """Press Tab until the target has the focus, and see that the focus shows."""
    for _ in range(most):
        if target.count() and target.first.evaluate("e => e === document.activeElement"):
            ring = "e => getComputedStyle(e).outlineStyle + getComputedStyle(e).boxShadow"
            box = target.first.evaluate("e => e.tagName === 'INPUT'")  # Streamlit colours the border around it
            assert box or target.first.evaluate(ring) != "nonenone"
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {target}")


def test_keyboard_alone_from_upload_to_decision(page: Page) -> None:
    settled(page)
    with page.expect_file_chooser() as chooser:
        tab_to(page, page.locator("[data-testid=stFileUploader] button"))
        page.keyboard.press("Enter")
    chooser.value.set_files(as_file("bridges.md", LESSON.encode()))  # type: ignore[arg-type]
    expect(page.locator(".ba-doc mark.on")).to_have_text("fireman", timeout=WAIT)

    settled(page)
    document, people = (page.get_by_role("tab", name=texts.TABS[name]) for name in ("document", "people"))
    tab_to(page, document)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("We never guess")).to_be_visible()
    settled(page)
    expect(people).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".ba-doc")).to_be_visible()
    expect(document).to_be_focused()

    settled(page)
    page.keyboard.press("Alt+n")
    expect(page.locator(".ba-doc mark.on")).to_have_text("boffins")
    settled(page)
    last = page.locator(".ba-doc mark", has_text="chairman")
    tab_to(page, last)
    page.keyboard.press("Enter")
    expect(page.locator(".ba-card").first).to_contain_text("“chairman”")

    settled(page)
    tab_to(page, page.get_by_role("button", name=texts.KEEP))
    page.keyboard.press("Enter")
    expect(page.get_by_label(texts.KEEP_OWN)).to_be_visible()
    settled(page)
    tab_to(page, page.get_by_label(texts.KEEP_OWN))
    page.keyboard.type("It is her title")
    tab_to(page, page.get_by_role("button", name=texts.KEEP_IT, exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_text(texts.put_aside(1))).to_be_visible()
    expect(page.locator(".ba-count")).to_contain_text("2 things")


def test_tabs_keep_focus_and_presses_while_the_page_is_drawn_anew(page: Page) -> None:
    """Streamlit disables the tabs for a moment then: played here by hand, since it lasts a frame or two."""
    upload(page, as_file("bridges.md", LESSON.encode()))
    settled(page)
    document, people = (page.get_by_role("tab", name=texts.TABS[name]) for name in ("document", "people"))
    tab_to(page, document)
    document.evaluate("e => e.blur()")
    expect(document).to_be_focused()

    people.evaluate(
        """tab => {
            const lost = event => event.stopPropagation();
            const types = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
            types.forEach(type => tab.addEventListener(type, lost));
            tab.setAttribute("aria-disabled", "true");
            setTimeout(() => {
                tab.removeAttribute("aria-disabled");
                types.forEach(type => tab.removeEventListener(type, lost));
            }, 600);
        }"""
    )
    people.click(force=True)
    expect(people).to_have_attribute("aria-selected", "true")
