import io
import stat
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml_files import archive, para, word_file

from bias_audit import errors
from bias_audit.parsers import archive as reader
from bias_audit.parsers import media
from bias_audit.parsers.archive import members, parse
from bias_audit.parsers.sniff import media_type

LESSON = word_file(para("One"))


def names(parts: dict[str, str | bytes]) -> list[str]:
    return [name for name, _ in members(archive(parts), "unit.zip")]


def test_members_gives_the_files_sorted_with_their_bytes() -> None:
    data = archive({"b/two.txt": "2", "a.docx": LESSON, "b/": ""})
    assert members(data, "unit.zip") == (("a.docx", LESSON), ("b/two.txt", b"2"))
    assert media_type(data, "unit.zip") == media.ZIP


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("../../evil.txt", "evil.txt"),
        ("/etc/evil.txt", "etc/evil.txt"),
        ("C:\\Users\\x\\evil.txt", "Users/x/evil.txt"),
        ("a/../../b.txt", "a/b.txt"),
        ("a/./b.txt", "a/b.txt"),
        ("ab:c.txt", "ab_c.txt"),
        ("Mhàiri.txt", "Mhàiri.txt"),
        ("__MACOSX/._a.txt", None),
        ("folder/.DS_Store", None),
        ("~$lesson.docx", None),
        ("..", None),
    ],
)
def test_members_never_leave_their_folder(inside: str, expected: str | None) -> None:
    assert names({inside: "x"}) == ([expected] if expected else [])


def test_members_leaves_out_what_has_no_name() -> None:
    nameless = archive({"?b.txt": "x", "a.txt": "y"}).replace(b"?b.txt", b"\x00b.txt")  # a zero byte ends a name
    assert [name for name, _ in members(nameless, "unit.zip")] == ["a.txt"]


def test_members_keeps_files_of_the_same_name_apart() -> None:
    assert names({"a.txt": "1", "../a.txt": "2", "A.TXT": "3"}) == ["A (3).TXT", "a (2).txt", "a.txt"]


def test_members_reads_names_that_are_not_marked_as_utf8() -> None:
    data = archive({"Mh\u00e0iri.txt": "x"})
    target = bytearray(data)
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(head) + at
        target[place : place + 2] = b"\x00\x00"
    assert [name for name, _ in members(bytes(target), "a.zip")] == ["Mh\u00e0iri.txt"]


def test_members_opens_archives_inside_one_level_deep() -> None:
    deepest = archive({"c.txt": "3"})
    inner = archive({"b.txt": "2", "deep.zip": deepest})
    data = archive({"a.txt": "1", "inner.zip": inner})
    assert members(data, "unit.zip") == (
        ("a.txt", b"1"),
        ("inner.zip/b.txt", b"2"),
        ("inner.zip/deep.zip", deepest),
    )


def test_members_keeps_what_it_cannot_open_so_that_it_is_named() -> None:
    broken = b"PK\x03\x04 broken"
    assert members(archive({"inner.zip": broken}), "unit.zip") == (("inner.zip", broken),)


def test_members_leaves_links_out() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        link = zipfile.ZipInfo("passwords.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    assert members(target.getvalue(), "a.zip") == ()


@pytest.mark.parametrize("nested", [False, True])
def test_members_stops_at_what_is_too_large(nested: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_ARCHIVE", 100_000)
    data = archive({"zeros.txt": b"0" * 90_000, "more.txt": b"0" * 20_000})
    with pytest.raises(errors.TooLarge, match=r"unit\.zip"):
        members(archive({"unit.zip": data}) if nested else data, "unit.zip")


@pytest.mark.parametrize("nested", [False, True])
def test_members_stops_at_too_many_files(nested: bool) -> None:
    many: dict[str, str | bytes] = {f"{n}.txt": "x" for n in range(reader.MAX_FILES + 1)}
    data = archive({"inner.zip": archive(many)} if nested else many)
    with pytest.raises(errors.TooLarge, match="2,000"):
        members(data, "unit.zip")


def test_members_says_when_there_is_a_password() -> None:
    data = bytearray(archive({"a.txt": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(errors.Encrypted, match="password"):
        members(bytes(data), "unit.zip")


def test_members_says_when_the_archive_is_damaged() -> None:
    with pytest.raises(errors.Damaged, match=r"unit\.zip"):
        members(archive({"a.txt": "x"})[:-10], "unit.zip")


def test_parse_says_that_an_archive_is_no_document() -> None:
    with pytest.raises(errors.UnsupportedFormat, match="Unpack"):
        parse(b"", "unit.zip")


SAMPLE = archive({"a.txt": "words", "b/c.docx": LESSON, "d.zip": archive({"e.txt": "x"})})


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_members_raises_only_read_errors_on_broken_files(data: st.DataObject) -> None:
    changed = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(errors.ReadError):
        for name, _ in members(bytes(changed), "a.zip"):
            assert ".." not in name.split("/") and not name.startswith("/")
