"""How much a finding weighs, in one place."""

from collections.abc import Sequence

from .entries import Guard
from .model import Confidence, Form, Severity


def weigh(base: Severity, confidence: Confidence, form: Form, lowered_by: Sequence[Guard]) -> Severity:
    """The severity shown: the entry's, less what the guards take, and never above 1 when unsure (slurs aside)."""
    if any(guard.effect == "zero" for guard in lowered_by):
        return 0
    value = base - sum(guard.effect == "lower" for guard in lowered_by)
    if confidence == "please check" and form != "slur":
        value = min(value, 1)
    return max(value, 0)  # type: ignore[arg-type]
