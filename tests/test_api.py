"""What the package offers, and what importing it costs."""

import subprocess
import sys
from types import ModuleType

import pytest

import bias_audit


def test_all_is_sorted_complete_and_importable() -> None:
    assert list(bias_audit.__all__) == sorted(bias_audit.__all__)
    offered = {
        name
        for name, value in vars(bias_audit).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert offered == set(bias_audit.__all__)


def test_everything_offered_says_what_it_is() -> None:
    for name in bias_audit.__all__:
        assert (getattr(bias_audit, name).__doc__ or "").strip(), name


def test_errors_have_one_base_and_codes_of_their_own() -> None:
    from bias_audit import errors

    kinds = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, Exception)]
    assert all(issubclass(k, bias_audit.BiasAuditError) for k in kinds)
    codes = [k.code for k in kinds]
    assert len(set(codes)) == len(codes)


HEAVY = ("streamlit", "docx", "pptx", "pypdfium2", "pdfplumber", "PIL", "pandas")


@pytest.mark.parametrize(
    ("imported", "heavy"),
    [("bias_audit", ("spacy", "thinc", *HEAVY)), ("bias_audit.component", HEAVY)],
)
def test_import_is_light(imported: str, heavy: tuple[str, ...]) -> None:
    program = f"import sys, {imported}; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_strength_is_not_praised_where_a_finding_stands() -> None:
    asked = bias_audit.audit_bytes(b"Ask a parent or carer to buy a calculator.", "note.txt")
    assert any(f.severity for f in asked.findings) and not asked.strengths
    welcomed = bias_audit.audit_bytes(
        b"Show it to a parent or carer.\n\nBuy a scientific calculator before Monday.", "note.txt"
    )
    assert any(f.severity for f in welcomed.findings)
    assert [s.entry for s in welcomed.strengths] == ["strength/someone-at-home"]
