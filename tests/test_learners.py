"""Figures of our learners, as typed in."""

from pathlib import Path

import pytest

from bias_audit.learners import MOST, read_learners, write_learners
from bias_audit.model import Profile, Settings
from bias_audit.settings import as_toml, settings_in


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("girls 48", ("girls", 48.0)),
        ("girls: 48.5%", ("girls", 48.5)),
        ("  free  school meals = 31 per cent ", ("free school meals", 31.0)),
        ("born in 2012 or later, 12,5", ("born in 2012 or later", 12.5)),
        ("S1 to S3 60", ("S1 to S3", 60.0)),
        ("Gàidhlig 0", ("Gàidhlig", 0.0)),
    ],
)
def test_a_line_is_a_group_and_its_per_cent(line: str, group: tuple[str, float]) -> None:
    assert read_learners(line) == ((group,), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("girls", "Line 1: give a group and its per cent"),
        ("48", "Line 1: give a group"),
        ("\ngirls 148", "Line 2: per cent goes from 0 to 100."),
        ("girls -4", "Line 1: per cent goes from 0 to 100."),
        ("girls 48\nGirls 52", "Line 2: “Girls” is there twice."),
        (f"{'x' * 61} 4", "Line 1: use a shorter name"),
        ("\n".join(f"group {'x' * n} 1" for n in range(MOST + 1)), f"Line {MOST + 1}: there is room for {MOST} groups"),
    ],
)
def test_what_to_mend_is_said_by_line(text: str, said: str) -> None:
    (wrong,) = read_learners(text)[1]
    assert wrong.startswith(said)


def test_figures_come_back_from_lines_and_from_the_file() -> None:
    learners = (("girls", 48.5), ('Gàidhlig "at home"', 3.0), ("élèves", 1.0))
    assert read_learners(write_learners(learners)) == (learners, ())
    settings = Settings(profile=Profile(stage="primary", learners=learners))
    text = as_toml(settings)
    assert "[profile.learners]\ngirls = 48.5\n" in text
    assert settings_in(text.encode(), Path("bias-audit.toml")) == settings
