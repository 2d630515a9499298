"""The older Office container (a compound file): as much of it as tells what it is, and if it is locked."""

import struct

_FREE = 0xFFFFFFFA  # this and higher numbers are marks, not sectors
_MOST_SECTORS = 4_000_000
_TELLING = ("EncryptedPackage", "EncryptedSummary", "WordDocument", "PowerPoint Document", "Workbook")
_SMALL = 4096  # shorter streams lie elsewhere; the ones we ask for are longer


def streams(data: bytes) -> dict[str, bytes]:
    """The names of the streams and storages, with the first sector of the streams that are long enough.

    A damaged container gives what could be found; nothing is raised.
    """
    found: dict[str, bytes] = {}
    try:
        shift, start, table = _layout(data)
        size = 1 << (shift if shift in (9, 12) else 9)
        seen: set[int] = set()
        while start < _FREE and start not in seen and len(seen) < _MOST_SECTORS:
            seen.add(start)
            for at in range((start + 1) * size, min((start + 2) * size, len(data)), 128):
                _entry(data[at : at + 128], data, size, found)
            sector, place = divmod(start * 4, size)
            start = struct.unpack_from("<I", data, (table[sector] + 1) * size + place)[0]
    except (struct.error, IndexError):
        pass
    if not found:  # the directory is lost; the names that matter may still be there
        found = {name: b"" for name in _TELLING if name.encode("utf-16-le") in data}
    return found


def _layout(data: bytes) -> tuple[int, int, list[int]]:
    """Sector size as a power of two, first sector of the directory, sectors of the allocation table."""
    shift = struct.unpack_from("<H", data, 30)[0]
    start = struct.unpack_from("<I", data, 48)[0]
    table = [sector for sector in struct.unpack_from("<109I", data, 76) if sector < _FREE]
    return shift, start, table


def _entry(entry: bytes, data: bytes, size: int, found: dict[str, bytes]) -> None:
    length, kind = struct.unpack_from("<HB", entry, 64)
    if kind not in (1, 2) or not 2 <= length <= 64:
        return
    name = entry[: length - 2].decode("utf-16-le", "replace")
    sector, total = struct.unpack_from("<II", entry, 116)
    long_enough = kind == 2 and total >= _SMALL and sector < _FREE
    found[name] = data[(sector + 1) * size : (sector + 2) * size] if long_enough else b""


def is_locked(found: dict[str, bytes]) -> bool:
    """Whether a password protects the document in these streams."""
    if found.keys() & {"EncryptedPackage", "EncryptedSummary", "EncryptionInfo"}:
        return True
    head = found.get("WordDocument", b"")
    # the flags of a Word file are at byte 10 of its main stream; this one says "encrypted"
    return len(head) >= 12 and bool(struct.unpack_from("<H", head, 10)[0] & 0x0100)
