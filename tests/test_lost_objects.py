"""Our own programs look seldom for lost objects; whoever imports the package is left alone."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from bias_audit.library import _pool
from bias_audit.lost_objects import look_seldom

OFTEN = gc.get_threshold()


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.set_threshold(*OFTEN)


def seldom() -> tuple[int, int, int]:
    look_seldom()
    return gc.get_threshold()


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("import sys; sys.argv = ['bias-audit', '--version']; from bias_audit.cli import main; main()", True),
        ("import bias_audit.audit, bias_audit.pipeline", False),
    ],
)
def test_the_command_line_looks_seldom_and_the_package_as_often_as_it_is_told(code: str, changed: bool) -> None:
    said = f"import gc, atexit; atexit.register(lambda: print(gc.get_threshold()))\n{code}"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert (done.stdout.splitlines()[-1] == str(seldom())) is changed


def test_processes_that_audit_look_seldom() -> None:
    with _pool(1) as pool:
        assert pool.submit(gc.get_threshold).result() == seldom()


def test_the_app_looks_seldom() -> None:
    AppTest.from_file("../app.py", default_timeout=60).run()
    assert gc.get_threshold() == seldom()
