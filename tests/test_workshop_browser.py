"""A workshop in a real browser, from hidden results to the summary; and from the table of files to a document."""

from pathlib import Path

from browser import as_file, browser_tests, open_tab, settled, upload
from playwright.sync_api import Page, TimeoutError, expect

pytestmark = browser_tests
expect.set_options(timeout=30_000)  # a busy computer takes its time
LESSON = (
    "# Bridges\n\nThe fireman checked the ladder.\n\nA team of boffins met the chairman.\n\n"
    "My aunt said she would come with her tools.\n"
)


def to(page: Page, name: str) -> None:
    settled(page)
    page.locator(".st-key-pages").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible(timeout=30_000)
    settled(page)


def choose(page: Page, box: str, option: str) -> None:
    """Pick from a list, which a page that is drawn anew closes again."""
    wanted = page.get_by_role("option", name=option)
    for _ in range(5):
        settled(page)
        page.get_by_role("combobox", name=box).click()
        page.wait_for_timeout(500)
        if wanted.count():
            break
        page.keyboard.press("Escape")
    wanted.click()


def saved(page: Page, button: str) -> str:
    """What a button downloads; asked for again where the click came while the page was being drawn."""
    for wait in (5_000, 10_000, 30_000):
        settled(page)
        try:
            with page.expect_download(timeout=wait) as download:
                page.get_by_role("button", name=button).click()
            return Path(download.value.path()).read_text("utf-8")
        except TimeoutError:
            continue
    raise AssertionError(f"{button} gave no file")


def test_workshop_from_hidden_results_to_the_summary(page: Page) -> None:
    to(page, "Workshop")
    upload_here(page)
    assert page.locator(".ba-doc mark.s2, .ba-doc mark.s3, .ba-tool, .ba-card").count() == 0  # nothing is given away

    page.locator(".ba-doc mark", has_text="The fireman checked the ladder.").first.click()
    expect(page.locator(".ba-doc mark.on")).to_have_text("The fireman checked the ladder.")
    settled(page)
    page.get_by_label("2. Which words").fill("fireman")
    page.get_by_label("3. Why").fill("men only")
    page.get_by_role("button", name="Mark it").click()
    expect(page.get_by_text("Marked so far (1)")).to_be_visible()
    expect(page.locator(".ba-doc mark.s1")).to_have_text("fireman")

    settled(page)
    page.get_by_role("button", name="Show what the tool saw").click()
    expect(page.locator(".ba-both")).to_contain_text("fireman")
    expect(page.locator(".ba-tool")).to_contain_text("boffins")
    expect(page.locator(".ba-we")).to_contain_text("The tool saw everything that you marked.")

    settled(page)
    open_tab(page, "Talk")
    expect(page.locator(".ba-ask li").first).to_be_visible()
    settled(page)
    open_tab(page, "Flip")
    expect(page.locator(".ba-twins", has_text="My uncle said he would come with his tools.")).to_be_visible()
    settled(page)
    open_tab(page, "Rewrite")
    page.get_by_label("Version A").fill("The firefighter checked the ladder.")
    page.get_by_label("Version A").blur()
    expect(page.get_by_text("The tool says nothing about this.")).to_be_visible()
    settled(page)
    open_tab(page, "Agree")
    page.get_by_label("One action on each line").fill("Write <b>firefighter</b>")
    page.get_by_label("One action on each line").blur()
    settled(page)
    summary = saved(page, "Save the summary (one page)")
    assert "Write &lt;b&gt;firefighter&lt;/b&gt;" in summary and "boffins" in summary and "Men only" in summary

    page.get_by_text("Cards to print").click()
    assert "Spot it" in saved(page, "Save bingo cards")


def upload_here(page: Page) -> None:
    page.locator("input[type=file]").first.set_input_files(as_file("bridges.md", LESSON.encode()))
    expect(page.locator(".ba-doc")).to_be_visible(timeout=60_000)
    settled(page)


def test_files_survive_a_change_of_page_and_open_from_their_row(page: Page) -> None:
    upload(page, as_file("bridges.md", LESSON.encode()), as_file("quiet.md", b"The bridge bends."))
    to(page, "Several files")
    page.locator(".ba-table").get_by_role("button", name="quiet.md").click()
    expect(page.get_by_role("heading", name="quiet.md", level=1)).to_be_visible()
    expect(page.get_by_text("Show one of 2 documents")).to_be_visible()


def test_setting_reaches_the_next_file(page: Page) -> None:
    to(page, "Our setting")
    page.get_by_text("Yes, in every picture").click()
    settled(page)
    choose(page, "Which stage are they at?", "Early level")
    expect(page.locator(".ba-key")).to_contain_text("young children")
    assert 'stage = "early"' in saved(page, "Save our setting (file)")


def test_pages_fit_a_phone_and_a_screen_at_twice_its_size(page: Page) -> None:
    upload(page, as_file("bridges.md", LESSON.encode()))
    tabs = [page.get_by_role("tab", name=name) for name in ("People and roles", "Careers and routes")]
    for tab in tabs:
        settled(page)
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        fits(page)
    for name in ("Several files", "Workshop", "Rules", "Our setting"):
        to(page, name)
        fits(page)


def fits(page: Page) -> None:
    """Nothing has to be moved sideways, neither at 640 nor at 360 pixels."""
    settled(page)
    for width in (640, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(300)
        assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 1000})
