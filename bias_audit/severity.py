"""How much a finding weighs, in one place."""

from collections.abc import Sequence

from .entries import Guard
from .model import Confidence, Form, Severity

REPEATED = 3  # places from which a mild finding weighs more


def weigh(
    base: Severity, confidence: Confidence, form: Form, lowered_by: Sequence[Guard], *, recognised: bool = False
) -> Severity:
    """The severity shown: the entry's, less what the guards take, and never above 1 when unsure (slurs aside).

    ``recognised``: in a picture (OCR). One wrong letter makes a slur, so those words are never above 1 either.
    """
    if any(guard.effect == "zero" for guard in lowered_by):
        return 0
    value = base - sum(guard.effect == "lower" for guard in lowered_by)
    if recognised or (confidence == "please check" and form != "slur"):
        value = min(value, 1)
    return max(value, 0)  # type: ignore[arg-type]


def weigh_repeated(weight: Severity, confidence: Confidence, form: Form, places: int) -> Severity:
    """A mild, sure finding weighs one more from three places on: what is said again and again is learnt.

    Hard language does not: the same abbreviation ten times is still one thing to explain.
    """
    learnt = places >= REPEATED and confidence == "sure" and form != "load"
    return 2 if weight == 1 and learnt else weight
