"""Shared options and fixtures."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import address, context, page  # noqa: F401 - fixtures of the tests with a browser

from bias_audit.pipeline import Pipeline, load_pipeline

os.environ["BIAS_AUDIT_OCR_CACHE"] = "off"  # tests write nothing to the user's folders
_FOLDER = tempfile.TemporaryDirectory()
os.environ["BIAS_AUDIT_LEXICON_CACHE"] = str(Path(_FOLDER.name, "lexicon"))
os.environ["BIAS_AUDIT_STORE"] = str(Path(_FOLDER.name, "work.sqlite"))
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in tests/golden/, or writes it with --update-golden."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"tests/golden/{name} is missing: run pytest --update-golden and read it"
        assert text == path.read_text("utf-8")

    return check


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Streamlit's AppTest puts its page in the place of the main module, which new processes would then run."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The model and the shipped lexicon, loaded once."""
    return load_pipeline()


@pytest.fixture
def reads_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app waits for what it reads: without a browser, nobody looks again."""
    from bias_audit.ui import choose

    monkeypatch.setattr(choose, "PATIENCE", 60)
