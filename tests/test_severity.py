"""How much a finding weighs."""

from itertools import product
from typing import get_args

import pytest

from bias_audit.entries import Guard
from bias_audit.model import Confidence, Form, Severity
from bias_audit.severity import weigh, weigh_repeated

LOWER = Guard(id="GG08", name="Lower", what="Lowers.", effect="lower")
ZERO = Guard(id="GG01", name="Zero", what="Zeroes.", effect="zero")


@pytest.mark.parametrize(
    ("base", "confidence", "form", "guards", "shown"),
    [
        (3, "sure", "term", [], 3),
        (2, "fairly sure", "term", [], 2),
        (3, "please check", "term", [], 1),
        (1, "please check", "term", [], 1),
        (0, "please check", "term", [], 0),
        (3, "please check", "slur", [], 3),
        (3, "sure", "term", [LOWER], 2),
        (3, "sure", "term", [LOWER, LOWER], 1),
        (1, "sure", "term", [LOWER, LOWER], 0),
        (3, "please check", "term", [LOWER], 1),
        (2, "please check", "term", [LOWER, LOWER], 0),
        (3, "please check", "slur", [LOWER], 2),
        (3, "sure", "slur", [ZERO], 0),
        (3, "sure", "term", [LOWER, ZERO], 0),
        (3, "sure", "term", [ZERO, LOWER], 0),
    ],
)
def test_weigh_takes_what_the_guards_take(
    base: Severity, confidence: Confidence, form: Form, guards: list[Guard], shown: int
) -> None:
    assert weigh(base, confidence, form, guards) == shown


@pytest.mark.parametrize(
    ("base", "confidence", "form", "guards", "shown"),
    [
        (3, "sure", "term", [], 1),
        (2, "fairly sure", "generic", [], 1),
        (3, "sure", "slur", [], 1),  # one wrong letter makes a slur
        (3, "please check", "slur", [], 1),
        (1, "sure", "term", [], 1),
        (0, "sure", "term", [], 0),
        (3, "sure", "term", [LOWER], 1),
        (1, "sure", "term", [LOWER], 0),
        (3, "sure", "slur", [ZERO], 0),
    ],
)
def test_weigh_never_shows_what_was_recognised_in_a_picture_above_one(
    base: Severity, confidence: Confidence, form: Form, guards: list[Guard], shown: int
) -> None:
    assert weigh(base, confidence, form, guards, recognised=True) == shown


def test_weigh_never_shows_an_unsure_reading_above_one_and_never_adds() -> None:
    for base, confidence, form in product(get_args(Severity), get_args(Confidence), get_args(Form)):
        for guards in ([], [LOWER], [LOWER, LOWER, LOWER], [ZERO]):
            shown = weigh(base, confidence, form, guards)
            assert shown in range(base + 1)
            if confidence == "please check" and form != "slur":
                assert shown <= 1


@pytest.mark.parametrize(
    ("weight", "confidence", "form", "places", "shown"),
    [
        (1, "sure", "term", 2, 1),
        (1, "sure", "term", 3, 2),
        (1, "fairly sure", "casting", 9, 1),
        (1, "please check", "term", 9, 1),
        (1, "sure", "load", 9, 1),
        (0, "sure", "term", 9, 0),  # for interest stays for interest
        (2, "sure", "term", 9, 2),
        (3, "sure", "slur", 9, 3),
    ],
)
def test_weigh_repeated_raises_what_is_mild_and_said_often(
    weight: Severity, confidence: Confidence, form: Form, places: int, shown: int
) -> None:
    assert weigh_repeated(weight, confidence, form, places) == shown
