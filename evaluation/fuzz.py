"""``python -m evaluation.fuzz --seconds N FOLDER…``: files broken by chance, through the reader that users have.

Each file is changed a few times: bytes, members of a zip, elements of XML, objects of a PDF, lines of text. Only a
document or a plain refusal may come out, in time, and nothing may be left behind. The same seed gives the same files.
"""

import argparse
import io
import re
import sys
import time
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from lxml import etree

from bias_audit.errors import Crashed, Internal, ReadError, TooSlow
from bias_audit.model import Document, Limits
from bias_audit.parsers import PARSERS, children, isolate
from bias_audit.parsers.sniff import media_type

LIMITS = Limits(seconds=20, megabytes=1500)
LARGEST = 400_000  # bytes of a file to start from
_MOST_INFLATED = 50 * LARGEST  # of a zip that is taken apart
_NOT_FUZZED = frozenset({"application/msword", "application/vnd.ms-powerpoint"})  # LibreOffice would do the reading
_JARGON = re.compile(r"Traceback|Error\b|Exception|\bNone\b|0x[0-9a-f]{4}|/tmp|site-packages|\.py\b|\n|[{}<>]")
_ODD = ("", "0", "-1", "1", "999999999999999", "NaN", "\u202e", "\ufffe", "../../x", "http://x.invalid/", "é" * 40)


@dataclass(slots=True)
class Tally:
    """What came out of how many files, and each file with which something went wrong."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, bytes, str]] = field(default_factory=list)  # name, bytes, what went wrong
    slowest: float = 0.0
    most_memory: int = 0  # megabytes that a child held


def seeds(folders: Sequence[Path]) -> list[tuple[str, bytes]]:
    """The files below ``folders`` that can be read and are not large, in a fixed order."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        if 0 < path.stat().st_size <= LARGEST:
            data = path.read_bytes()
            try:
                kind = media_type(data, path.name)
            except ReadError:
                continue
            if kind in PARSERS and kind not in _NOT_FUZZED and path.suffix != ".py":
                found.append((path.name, data))
    return found


def run(files: Sequence[tuple[str, bytes]], seed: int, seconds: float, most: int = sys.maxsize) -> Tally:
    """Break and read files until the time or their number is up."""
    chance, tally = Random(seed), Tally()
    end = time.monotonic() + seconds
    while sum(tally.outcomes.values()) < most and time.monotonic() < end:
        name, data = chance.choice(files)
        for _ in range(chance.randint(1, 4)):
            data = broken(data, chance)
        begun = time.monotonic()
        came = outcome(data, name)
        tally.slowest = max(tally.slowest, time.monotonic() - begun)
        tally.most_memory = max([tally.most_memory, *(child.memory for child in children._idle)])
        tally.outcomes["document" if isinstance(came, Document) else came.code] += 1
        if fault := wrong_with(came):
            tally.wrong.append((name, data, fault))
    return tally


def outcome(data: bytes, name: str) -> Document | ReadError:
    """What the isolated reader makes of a file."""
    try:
        return isolate.parse(data, name, LIMITS)
    except ReadError as error:
        return error


def wrong_with(came: Document | ReadError) -> str:
    """What is wrong with an outcome; "" when it is a sound document or a plain refusal."""
    if isinstance(came, Crashed | Internal | TooSlow):
        return f"{came.code}: {came}"
    if isinstance(came, ReadError):
        return "" if is_plain(came) else f"no plain message: {came}"
    for block in came.blocks:
        ends = [0, *(bound for run in block.origin.runs for bound in (run.start, run.end)), len(block.text)]
        if ends != sorted(ends) or any(run.start == run.end or run.offset < 0 for run in block.origin.runs):
            return f"runs out of order in {block.place.label}"
    return ""


def is_plain(error: ReadError) -> bool:
    """A message of sentences: it says what to do, and no name of a class, a path or a line of code is in it."""
    said = str(error)
    return len(said) > 20 and said.endswith(".") and not _JARGON.search(said)


def broken(data: bytes, chance: Random) -> bytes:
    """The file with one thing changed, of a kind that suits what it is."""
    if data[:2] == b"PK" and chance.random() < 0.85:
        return _zip_changed(data, chance)
    if data[:5] == b"%PDF-" and chance.random() < 0.7:
        return _pdf_changed(data, chance)
    return (_text_changed if b"\x00" not in data and chance.random() < 0.6 else _bytes_changed)(data, chance)


def _bytes_changed(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data or b"x")
    at, size = chance.randrange(len(changed)), chance.randint(1, 60)
    kind = chance.choice(("set", "set", "drop", "again", "cut"))
    if kind == "set":
        for _ in range(size):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    elif kind == "drop":
        del changed[at : at + size]
    elif kind == "again":
        changed[at:at] = changed[at : at + size] * chance.randint(1, 40)
    else:
        del changed[at:]
    return bytes(changed)


def _text_changed(data: bytes, chance: Random) -> bytes:
    """Lines or tags dropped, doubled, swapped, or repeated very often."""
    parts = re.split(rb"(?=<)|(?<=\n)|(?=[{\\])", data)
    a, b = chance.randrange(len(parts)), chance.randrange(len(parts))
    kind = chance.choice(("drop", "double", "swap", "many"))
    if kind == "swap":
        parts[a], parts[b] = parts[b], parts[a]
    else:
        many = min(chance.choice((50, 2_000)), LARGEST // max(len(parts[a]), 1))
        parts[a] *= {"drop": 0, "double": 2, "many": many}[kind]
    return b"".join(parts)


def _zip_changed(data: bytes, chance: Random) -> bytes:
    """One member dropped, renamed, doubled, exchanged, or changed inside; in the end, a zip again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_INFLATED:
                return _bytes_changed(data, chance)
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return _bytes_changed(data, chance)
    if not members:
        return _bytes_changed(data, chance)
    at, other = chance.randrange(len(members)), chance.randrange(len(members))
    name, content = members[at]
    kind = chance.choice(("drop", "rename", "double", "exchange", *("inside",) * 8))
    if kind == "drop":
        del members[at]
    elif kind == "rename":
        members[at] = (chance.choice((name.upper(), "../" + name, name + "x", members[other][0])), content)
    elif kind == "double":
        members.append((name, members[other][1]))
    elif kind == "exchange":
        members[at] = (name, members[other][1])
    else:
        marked_up = [n for n, (_, inner) in enumerate(members) if inner.lstrip(b"\xef\xbb\xbf \r\n")[:1] == b"<"]
        if marked_up and chance.random() < 0.8:
            at = chance.choice(marked_up)
        name, content = members[at]
        members[at] = (name, _xml_changed(content, chance) if at in marked_up else _bytes_changed(content, chance))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a name that comes twice is meant
        for member, inner in members:
            archive.writestr(zipfile.ZipInfo(member), inner)
    return made.getvalue()


def _xml_changed(data: bytes, chance: Random) -> bytes:
    """An element dropped, doubled, nested in itself or renamed; its text or an attribute made odd."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError:
        return _text_changed(data, chance)
    below = [element for element in root.iter() if isinstance(element.tag, str) and element is not root]
    if not below or chance.random() < 0.1:
        return _text_changed(data, chance)
    element, other = chance.choice(below), chance.choice(below)
    parent = element.getparent()
    kind = chance.choice(("drop", "double", "many", "nest", "move", "rename", "attribute", "attribute", "text"))
    again = deepcopy(element)
    if kind == "drop":
        parent.remove(element)
    elif kind in ("double", "many"):
        size = len(etree.tostring(element))
        for _ in range(1 if kind == "double" else min(chance.choice((10, 400)), LARGEST // size)):
            element.addnext(deepcopy(again))
    elif kind == "nest":
        for _ in range(chance.choice((1, 5, 230))):
            around = etree.Element(element.tag, element.attrib)
            parent.replace(element, around)
            around.append(element)
            element, parent = around, around.getparent()
    elif kind == "move":
        other.append(again)
    elif kind == "rename":
        element.tag = other.tag
    elif kind == "attribute" and element.attrib:
        key = chance.choice(element.keys())
        taken = [*_ODD, *other.attrib.values()]
        element.set(key, chance.choice([value for value in taken if "\ufffe" not in value]))
    else:
        element.text = chance.choice(("", " ", "he " * 2_000, "\u00ad\u200b", "\U0001f469\u200d\U0001f680", "ﬁ"))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _pdf_changed(data: bytes, chance: Random) -> bytes:
    """An object dropped, doubled or exchanged; a number, a reference or a name changed."""
    objects = [found.span() for found in re.finditer(rb"\d+ \d+ obj\b.*?endobj", data, re.DOTALL)]
    if objects and chance.random() < 0.4:
        (begin, end), (first, last) = chance.choice(objects), chance.choice(objects)
        put = chance.choice((b"", data[begin:end] * 2, data[first:last]))
        return data[:begin] + put + data[end:]
    values = [
        found.span() for found in re.finditer(rb"(?<=[\s/\[(])(?:-?\d+(?:\.\d+)?|[A-Z][A-Za-z]+)(?=[\s/\])>])", data)
    ]
    if not values:
        return _bytes_changed(data, chance)
    (begin, end), (first, last) = chance.choice(values), chance.choice(values)
    put = chance.choice((b"0", b"-1", b"2147483648", b"99999999999999999999", data[first:last]))
    return data[:begin] + put + data[end:]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run for a while and say what came out; 1 when anything was wrong. ``--keep`` writes those files down."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fuzz", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="OUT", help="a folder for the files that went wrong")
    chosen = parser.parse_args(arguments)
    files = seeds(chosen.folders)
    if not files:
        parser.error("there is no file to start from")
    tally = run(files, chosen.seed, chosen.seconds)
    children.close()
    print(f"{sum(tally.outcomes.values()):,} files made from {len(files)}: ", end="")
    print(", ".join(f"{name} {count:,}" for name, count in tally.outcomes.most_common()))
    print(f"slowest {tally.slowest:.1f} s, most memory of a child {tally.most_memory} MB, wrong {len(tally.wrong)}")
    for number, (name, data, fault) in enumerate(tally.wrong):
        print(f"{number}: {name}: {fault}")
        if chosen.keep:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            (chosen.keep / f"{number}-{name}").write_bytes(data)
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
