import hashlib
import os
import shutil
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml_files import materials, para, word_file

from bias_audit import errors
from bias_audit.model import Limits, Origin
from bias_audit.parsers import children, compound, isolate, legacy, media, sniff

HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def older_file(*streams: str, flags: int = 0) -> bytes:
    """A compound file with these streams; the first has a body that carries ``flags`` at byte 10."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    header = bytearray(512)
    header[:8] = HEAD
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 44, 1)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<109I", header, 76, 0, *[free] * 108)
    chain = [0xFFFFFFFD, end, *range(3, 10), end]
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    entries = b""
    for index, name in enumerate(["Root Entry", *streams]):
        raw = name.encode("utf-16-le")
        entry = bytearray(128)
        entry[: len(raw)] = raw
        kind = 5 if index == 0 else 2
        struct.pack_into("<HB", entry, 64, len(raw) + 2, kind)
        struct.pack_into("<II", entry, 116, 2 if index == 1 else end, 4096 if index == 1 else 0)
        entries += entry
    body = bytearray(4096)
    struct.pack_into("<H", body, 10, flags)
    return bytes(header) + table + entries.ljust(512, b"\0") + bytes(body)


WORD = older_file("WordDocument", "1Table")
DECK = older_file("PowerPoint Document", "Current User")


@pytest.mark.parametrize(
    ("data", "kind"),
    [(WORD, media.DOC), (DECK, media.PPT)],
)
def test_media_type_knows_older_files(data: bytes, kind: str) -> None:
    assert sniff.media_type(data, "a.bin") == kind


@pytest.mark.parametrize(
    "data",
    [
        older_file("WordDocument", flags=0x0100),
        older_file("PowerPoint Document", "EncryptedSummary"),
        older_file("EncryptedPackage", "EncryptionInfo"),
    ],
)
def test_parse_and_media_type_say_when_there_is_a_password(data: bytes) -> None:
    for read in (legacy.parse, sniff.media_type):
        with pytest.raises(errors.Encrypted, match="password"):
            read(data, "a.doc")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WORD, r"older Word file.*\.docx"),
        (DECK, r"older PowerPoint file.*\.pptx"),
        (older_file("x"), r"\.docx"),
    ],
)
def test_parse_says_how_to_save_the_file_without_libreoffice(
    data: bytes, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "office_program", lambda: None)
    with pytest.raises(errors.UnsupportedFormat, match=words):
        legacy.parse(data, "a.doc")


needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program in place of LibreOffice that runs ``script``, which knows ``$here`` and ``$out``."""
    program = folder / "soffice"
    lines = ["#!/bin/sh", f'here="{folder}"', 'echo "$@" > "$here/arguments"', "env > $here/environment"]
    lines += ["cp profile/user/registrymodifications.xcu $here/settings", "pwd > $here/folder"]
    lines += ['for last in "$@"; do before=$source; source=$last; done', "out=$before", script]
    program.write_text("\n".join(lines))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


@needs_shell
def test_parse_reads_what_the_program_makes_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.docx").write_bytes(word_file(para("Two boys ran.")))
    stand_in(tmp_path, monkeypatch, 'cp "$here/made.docx" "$out/document.docx"')
    document = legacy.parse(WORD, "$(touch x) lesson.doc")
    assert [(b.text, b.origin) for b in document.blocks] == [("Two boys ran.", Origin())]
    assert (document.name, document.media_type) == ("$(touch x) lesson.doc", media.DOC)
    assert document.sha256 == hashlib.sha256(WORD).hexdigest()
    assert [w.code for w in document.warnings] == ["converted"]
    arguments = (tmp_path / "arguments").read_text()
    assert "--headless" in arguments and "--convert-to docx" in arguments and "lesson" not in arguments
    assert "MacroSecurityLevel" in (tmp_path / "settings").read_text()
    folder = Path((tmp_path / "folder").read_text().strip())
    assert f"-env:UserInstallation={(folder / 'profile').as_uri()}" in arguments
    assert not folder.exists()


@needs_shell
def test_parse_says_when_the_program_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(errors.Damaged, match="could not convert"):
        legacy.parse(DECK, "a.ppt")


def ended(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().split()[2] == "Z"


@needs_shell
@pytest.mark.parametrize("locked", [False, True])
def test_parse_ends_a_program_that_takes_too_long(
    locked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(legacy, "SECONDS", 1.5)
    stand_in(tmp_path, monkeypatch, 'sleep 60 & echo $! > "$here/child"; wait')
    children.close()  # the next child finds the stand-in
    began = time.monotonic()
    with pytest.raises(errors.TooLarge, match=r"longer than 1\.5 seconds"):
        if locked:
            isolate.parse(WORD, "a.doc", Limits(seconds=2))
        else:
            legacy.parse(WORD, "a.doc")
    children.close()
    assert time.monotonic() - began < 40
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if ended(child):
            break
        time.sleep(0.1)
    else:
        pytest.fail("what the program had started was left running")
    assert not Path((tmp_path / "folder").read_text().strip()).exists()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_streams_take_any_bytes(data: st.DataObject) -> None:
    changed = bytearray(WORD)
    for _ in range(data.draw(st.integers(1, 12))):
        changed[data.draw(st.integers(8, 1535))] = data.draw(st.integers(0, 255))
    compound.streams(bytes(changed[: data.draw(st.integers(0, len(changed)))]))
    with suppress(errors.ReadError):
        sniff.media_type(bytes(changed), "a.doc")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("encrypted.doc", errors.Encrypted),
        ("encrypted.ppt", errors.Encrypted),
        ("word2.doc", errors.UnsupportedFormat),
        ("wordperfect50_named.doc", errors.UnsupportedFormat),
        ("word97_table.doc", media.DOC),
        ("word97_footnote.doc", media.DOC),
        ("word6.doc", media.DOC),
        ("powerpoint97.ppt", media.PPT),
        ("zip_named.doc", media.DOCX),
    ],
)
def test_media_type_tells_the_older_materials_apart(name: str, expected: str | type[errors.ReadError]) -> None:
    (path,) = materials(f"hostile/legacy/{name}")
    if isinstance(expected, str):
        assert sniff.media_type(path.read_bytes(), name) == expected
        return
    with pytest.raises(expected):
        sniff.media_type(path.read_bytes(), name)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
@pytest.mark.parametrize(("name", "words"), [("word97_table.doc", 5), ("powerpoint97.ppt", 1)])
def test_parse_reads_the_older_materials_with_libreoffice(name: str, words: int) -> None:
    (path,) = materials(f"hostile/legacy/{name}")
    document = legacy.parse(path.read_bytes(), name)
    assert sum(len(block.text.split()) for block in document.blocks) >= words
