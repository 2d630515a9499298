"""Zip archives of documents: the files inside, unpacked in memory within limits, with safe names."""

import io
import re
import stat
import zipfile
from contextlib import suppress
from pathlib import PurePosixPath

from ..errors import Damaged, Encrypted, ReadError, TooLarge, UnsupportedFormat
from ..model import Document
from . import media, sniff
from .ooxml import MAX_ARCHIVE, PART_ERRORS

MAX_FILES = 2_000  # documents in one archive, those of archives inside it included
_CHUNK = 1 << 20
_LITTER = re.compile(r"__macosx|thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r|\..*|~\$.*", re.IGNORECASE)
_LOCKED = 0x1  # the flag of a member that has a password


def members(data: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    """The files of a zip archive as ``(name inside it, bytes)``, sorted by name, litter left out.

    Archives inside are opened too, one level deep: their files are named ``inner.zip/lesson.docx``. Names
    never lead out of the folder. Nothing is written. Raises ``Damaged``, ``Encrypted`` or ``TooLarge``.
    """
    return tuple(sorted(_open(data, name, "", MAX_ARCHIVE, MAX_FILES, nested=True)))


def parse(data: bytes, name: str) -> Document:
    """An archive is no document; this says so, for where a single one is expected."""
    raise UnsupportedFormat(
        f"{name} is a zip archive of files, not one document. Unpack it, then choose the documents inside it."
    )


def _open(data: bytes, name: str, folder: str, room: int, most: int, *, nested: bool) -> list[tuple[str, bytes]]:
    """``room``: bytes that may still be unpacked. ``most``: files that may still be taken."""
    found: list[tuple[str, bytes]] = []
    taken: set[str] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [(e, inner) for e in archive.infolist() if (inner := _inner_name(e))]
            if len(entries) > most:
                raise TooLarge(f"{name} holds more than {MAX_FILES:,} files. Unpack it and check the folder instead.")
            if any(entry.flag_bits & _LOCKED for entry, _ in entries):
                raise Encrypted(f"{name} is protected by a password. Unpack it, then choose the documents.")
            for entry, inner in entries:
                content = _unpacked(archive, entry, room, name)
                room -= len(content)
                inside = _inside(content, inner, room, most - len(found)) if nested else None
                if inside is None:
                    inside = [("", content)]
                else:
                    room -= sum(len(part) for _, part in inside)
                own = _free(folder + inner, taken)
                found += [(f"{own}/{part}" if part else own, part_data) for part, part_data in inside]
    except PART_ERRORS as error:
        raise Damaged(
            f"{name} is damaged or was not copied fully, so it cannot be unpacked. Fetch it again from where "
            "it came from."
        ) from error
    return found


def _inside(content: bytes, name: str, room: int, most: int) -> list[tuple[str, bytes]] | None:
    """The files of an archive in the archive; None for what is no archive, or cannot be opened as one."""
    if content[:4] != b"PK\x03\x04":
        return None
    try:
        if sniff.media_type(content, name) != media.ZIP:
            return None
        return _open(content, name, "", room, most, nested=False)
    except TooLarge:
        raise
    except ReadError:
        return None  # it is kept as it is, so that reading it says what is wrong with it


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, name: str) -> bytes:
    """The bytes of a member, counted as they come: headers can lie."""
    chunks: list[bytes] = []
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            room -= len(chunk)
            if room < 0:
                raise TooLarge(
                    f"{name} would be too large once unpacked. Unpack it and check its documents a few at a time."
                )
            chunks.append(chunk)
    return b"".join(chunks)


def _inner_name(entry: zipfile.ZipInfo) -> str:
    """A member's name without anything that leads elsewhere; "" for folders, links, litter and the nameless."""
    if not entry.filename or entry.is_dir() or stat.S_ISLNK(entry.external_attr >> 16):
        return ""
    name = entry.filename
    if not entry.flag_bits & 0x800:  # most archives without the mark are UTF-8 all the same
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    name = re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/"))
    parts = [re.sub(r"[\x00-\x1f:]", "_", part) for part in PurePosixPath(name).parts]
    kept = [part for part in parts if part.strip("/. ")]
    if any(_LITTER.fullmatch(part) for part in kept):
        return ""
    return "/".join(kept)


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number where the archive has it twice."""
    path, count = PurePosixPath(name), 1
    free = name
    while free.lower() in taken:
        count += 1
        free = str(path.with_name(f"{path.stem} ({count}){path.suffix}"))
    taken.add(free.lower())
    return free
