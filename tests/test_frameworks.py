"""Frameworks and reference figures: what their files may say, and what they do say."""

import shutil
from pathlib import Path

import pytest

from bias_audit.errors import LexiconError
from bias_audit.frameworks import load_frameworks, load_lenses
from bias_audit.lexicon import lexicon_folder


def copied(tmp_path: Path) -> Path:
    for name in ("frameworks", "lenses", "sources", "strengths", "patterns"):
        shutil.copy(lexicon_folder() / "en" / f"{name}.yaml", tmp_path)
    return tmp_path


def test_frameworks_name_only_what_exists() -> None:
    file = load_frameworks()  # the loader refuses ids of strengths, patterns, counts and sources that do not exist
    assert {e.framework for e in file.elements} == {f.id for f in file.frameworks}
    assert len([e for e in file.elements if e.framework == "sadker"]) == 7


def test_frameworks_ask_one_question_in_each_wording() -> None:
    for element in load_frameworks().elements:
        for asked in filter(None, (element.asks, element.asks_community)):
            assert asked.endswith("?")
            assert asked.count("?") == 1
        assert element.human.endswith(".")


def test_frameworks_for_settings_have_a_wording_for_community_learning() -> None:
    assert all(e.asks_community for e in load_frameworks().elements if e.framework == "stem-equity")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[M13]", "[M99]", "'M99'"),
        ("[gender/pair-order,", "[gender/pear-order,", "'gender/pear-order'"),
        ("[strength/stereotype-discussed,", "[strength/stereotypes,", "'strength/stereotypes'"),
        ("dimensions: [gender]", "dimensions: [genders]", "dimensions"),
        ("source: [SADKER]", "source: [SADKIR]", "'SADKIR'"),
        ("id: sadker/invisibility", "id: sadker/stereotyping", "used twice"),
        ("framework: sadker", "framework: stem-equity", "must begin"),
        ("  human:", "  humans:", "humans' is not a field"),
    ],
)
def test_mistakes_in_frameworks_are_told_with_their_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = copied(tmp_path)
    path = folder / "frameworks.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(LexiconError, match=r"^frameworks.yaml, line \d+") as error:
        load_frameworks(folder)
    assert told in str(error.value)


def test_lenses_have_seen_sources_and_their_caution() -> None:
    file = load_lenses()
    assert {f.lens for f in file.figures} == {lens.id for lens in file.lenses}
    assert all(file.sources[code].status == "V" for f in file.figures for code in f.source)
    assert all("never a pass mark" in lens.note for lens in file.lenses)
    assert "keeps today's gap" in next(lens.note for lens in file.lenses if lens.id == "field")


def test_lenses_leave_what_is_unknown_without_a_figure() -> None:
    file = load_lenses()
    assert file.unknown
    assert not {(u.of, u.place) for u in file.unknown} & {(f.of, f.place) for f in file.figures}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("source: [EUK25]", "source: [ATIR18]", "'ATIR18'"),  # status K
        ("source: [EUK25]", "source: [NOBODY]", "'NOBODY'"),
        ("share: 16.9", "share: 169", "share"),
        ("share: 16.9", "share: about 17", "share"),
        ('year: "2024", place: UK', 'year: "last year", place: UK', "year"),
        ("of: White Scottish people", "of: minority ethnic people", "given twice"),
        ("lens: field, dimension: gender, of: women", "lens: fields, dimension: gender, of: women", "lens"),
    ],
)
def test_mistakes_in_lenses_are_told_with_their_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = copied(tmp_path)
    path = folder / "lenses.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(LexiconError, match=r"^lenses.yaml, line \d+") as error:
        load_lenses(folder)
    assert told in str(error.value)
