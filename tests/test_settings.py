"""Settings files: what is read, and what is said when something is wrong."""

from pathlib import Path

import pytest

from bias_audit import SettingsError, load_settings
from bias_audit.model import Limits, Profile, Settings
from bias_audit.settings import as_toml

FULL = """
off = ["gender/he-or-she"]
overlays = ["our-rules", "more/rules"]
ocr = "never"

[profile]
stage = "primary"
denominational = true
esol = true
priorities = ["poverty", "language"]

[norms]
years = "quiet"
two-sexes = "note"

[severity]
"gender/guys" = 0
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "audit.toml"
    path.write_text(text, "utf-8")
    return path


def test_settings_are_read_in_full(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, FULL)) == Settings(
        profile=Profile(stage="primary", denominational=True, esol=True, priorities=("poverty", "language")),
        off=("gender/he-or-she",),
        severity=(("gender/guys", 0),),
        norms=(("two-sexes", "note"), ("years", "quiet")),
        overlays=(str(tmp_path / "our-rules"), str(tmp_path / "more/rules")),
        ocr="never",
    )


def test_settings_of_an_empty_file_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "")) == Settings()
    assert load_settings(write(tmp_path, "# nothing\n[profile]\n")) == Settings()


def test_settings_saved_by_notepad_are_read(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "\ufeff" + FULL)).profile.stage == "primary"


def test_settings_are_hashable_so_that_they_can_name_a_cache(tmp_path: Path) -> None:
    assert hash(load_settings(write(tmp_path, FULL))) == hash(load_settings(write(tmp_path, FULL)))


def test_settings_keep_an_absolute_overlay(tmp_path: Path) -> None:
    folder = (tmp_path / "elsewhere").as_posix()
    assert load_settings(write(tmp_path, f'overlays = ["{folder}"]')).overlays == (str(tmp_path / "elsewhere"),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("stage = 'primary'", "'stage'"),  # belongs under [profile]
        ("[profile]\nstages = 'primary'", "'stages'"),
        ("[profile]\nstage = 'nursery'", "profile.stage"),
        ("[profile]\npriorities = ['money']", "profile.priorities"),
        ("[profile]\nesol = 'perhaps'", "profile.esol"),
        ("profile = 3", "profile"),
        ("off = 'gender/he-or-she'", "off"),
        ("off = [1]", "off"),
        ("overlays = 'our-rules'", "overlays"),
        ("overlays = 3", "overlays"),
        ("overlays = [3]", "overlays"),
        ("norms = 'x'", "norms"),
        ("[norms]\nx = 3", "norms"),
        ("ocr = 'sometimes'", "ocr"),
        ("[limits]\npicture_seconds = 0", "picture_seconds"),
        ("off = [", "TOML"),
        ("off = []\noff = []", "TOML"),
    ],
)
def test_settings_that_are_wrong_are_named(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        load_settings(write(tmp_path, text))
    message = str(error.value)
    assert "audit.toml" in message and says in message
    assert message.endswith(".")


def test_settings_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml was not found"):
        load_settings(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match=tmp_path.name):
        load_settings(tmp_path)
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"b\.toml"):
        load_settings(tmp_path / "b.toml")


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(ocr="never", off=("gender/he-or-she", "age/old-age")),
        Settings(
            profile=Profile(stage="early", sector="elc", place="island", esol=True, priorities=("poverty", "age"))
        ),
        Settings(norms=(("two-sexes", "firm"), ("years", "quiet")), severity=(("gender/guys", 0), ("gender/lads", 3))),
        Settings(limits=Limits(seconds=5, pages=10)),
        Settings(norms=(('odd "name"\x7f\n', "é\U0001f600"),), off=("it's\\", "\t")),
    ],
)
def test_settings_written_as_toml_are_read_as_they_were(settings: Settings, tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, as_toml(settings))) == settings


def test_folders_of_local_rules_come_through_the_file(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, as_toml(Settings(overlays=("our-rules",)))))
    assert settings.overlays == (str(tmp_path / "our-rules"),)
