"""The lexicons and samples are found from a wheel, from an editable install and from a checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def _run(code: str, path: Path, cwd: Path) -> str:
    """Run ``code`` elsewhere, with ``path`` in front: nothing of this checkout is in sight otherwise."""
    environment = os.environ | {"PYTHONPATH": str(path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


WHERE = (
    "from bias_audit.lexicon import lexicon_folder, load_lexicon; import bias_audit;"
    "print(lexicon_folder()); print(len(load_lexicon().entries) > 100)"
)


def test_wheel_brings_lexicons_samples_and_page_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "bias_audit/lexicons/en/gender.yaml" in names
    assert "bias_audit/lexicons/en/names.txt" in names
    assert any(n.startswith("bias_audit/corpus_samples/") and n.endswith(".docx") for n in names)
    assert "bias_audit/reports/report.html.jinja" in names
    assert not any("__pycache__" in n for n in names)


def test_wheel_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    where, found = _run(WHERE, site, tmp_path).split()
    assert Path(where) == site / "bias_audit" / "lexicons"
    assert found == "True"


def test_checkout_works_from_another_folder(tmp_path: Path) -> None:
    """As an editable install does: the checkout is on the path."""
    where, found = _run(WHERE, ROOT, tmp_path).split()
    assert Path(where) == ROOT / "lexicons"
    assert found == "True"


def test_wheel_audits_a_sample_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    lesson = tmp_path / "lesson.md"
    lesson.write_text("# Bridges\n\nEach pupil should bring his own ruler.\n", "utf-8")
    code = (
        "from bias_audit import audit; r = audit('lesson.md');"
        "print(r.name, [(f.entry, f.places[0].text) for f in r.findings if f.severity])"
    )
    assert _run(code, site, tmp_path).strip() == "lesson.md [('gender/generic-pronoun', 'his')]"
