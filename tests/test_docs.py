"""Generated pages are current, and what the docs name exists."""

import re
from pathlib import Path

from bias_audit.lexicon import load_lexicon, schema
from bias_audit.reports import rules
from bias_audit.representation import load_patterns

ROOT = Path(__file__).parent.parent


def test_rule_pages_are_current() -> None:
    lexicon, patterns = load_lexicon(), load_patterns()
    made = rules.reference(rules.groups(lexicon, patterns), lexicon)
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "rules").iterdir()}
    assert sorted(kept) == sorted(made)
    stale = [name for name in made if made[name] != kept[name]]
    assert stale == [], "run: bias-audit rules --markdown --out docs/rules"


def test_schema_is_current() -> None:
    assert (ROOT / "lexicons" / "schema.json").read_text("utf-8") == schema(), "run: bias-audit lexicons schema"


def test_links_between_documents_lead_somewhere() -> None:
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "lexicons/README.md", "corpus_samples/README.md")]
    for page in [*pages, *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} points to {target}"


def test_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "    python -m pip install . && bias-audit check corpus_samples\n" in readme
    assert '    python -m pip install ".[dev]" && python -m pytest -n auto --dist loadfile\n' in readme


def test_every_entry_file_has_its_dimension_name() -> None:
    dimensions = {entry.dimension for entry in load_lexicon().entries}
    assert all((ROOT / "lexicons" / "en" / f"{dimension}.yaml").is_file() for dimension in dimensions)
