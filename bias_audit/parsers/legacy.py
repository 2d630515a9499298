"""Older Word and PowerPoint files (doc, ppt): turned into today's formats by LibreOffice, where it is there.

LibreOffice runs on its own in a folder that is removed afterwards, with macros and link updates off.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ..errors import Damaged, Encrypted, TooLarge, UnsupportedFormat
from ..model import Document, Origin, ReadingWarning
from . import compound, docx, media, pptx, sniff

SECONDS = 120.0  # for one conversion
STARTED: set[int] = set()  # the LibreOffice that runs now: what a locked process may end
_MAX_INPUT = 200_000_000  # bytes
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


def parse(data: bytes, name: str) -> Document:
    """Read an older Office file through LibreOffice. Raises only kinds of ``ReadError``.

    Blocks have no origin, as nothing can be written back into such a file.
    """
    found = compound.streams(data)
    if compound.is_locked(found):
        raise Encrypted("This file is protected by a password. Save a copy without one and try again.")
    is_deck = "PowerPoint Document" in found
    if not is_deck and "WordDocument" not in found:
        sniff.media_type(data, name)  # says what it is instead, where that can be told
        raise _save_as(name, is_deck)
    if len(data) > _MAX_INPUT:
        raise TooLarge(f"{name} is too large to be converted. Save it as .docx or .pptx, then try again.")
    program = office_program()
    if program is None:
        raise _save_as(name, is_deck)
    converted = _converted(program, data, name, is_deck)
    read = pptx.parse(converted, name) if is_deck else docx.parse(converted, name)
    said = "This is an older kind of file. It was read through LibreOffice; check odd places in the original."
    return replace(
        read,
        media_type=media.PPT if is_deck else media.DOC,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(replace(block, origin=Origin()) for block in read.blocks),
        warnings=(*read.warnings, ReadingWarning("converted", said)),
    )


def office_program() -> str | None:
    """The LibreOffice that is installed here, or None."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def _save_as(name: str, is_deck: bool) -> UnsupportedFormat:
    what, ending = ("PowerPoint", ".pptx") if is_deck else ("Word", ".docx")
    return UnsupportedFormat(
        f"{name} is an older {what} file. Open it in {what} or LibreOffice, save it as {ending}, then try "
        "again. Where LibreOffice is installed on this computer, such files are read without that step."
    )


def _converted(program: str, data: bytes, name: str, is_deck: bool) -> bytes:
    """The bytes of the file as docx or pptx. The file's own name is never part of a command."""
    ending, wanted = ("ppt", "pptx") if is_deck else ("doc", "docx")
    failed = Damaged(
        f"{name} is an older file that LibreOffice could not convert. Open it in Word or PowerPoint, save it "
        f"as .{wanted}, then try again."
    )
    with tempfile.TemporaryDirectory(prefix="bias-audit-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        source, out, profile = folder / f"document.{ending}", folder / "out", folder / "profile"
        source.write_bytes(data)
        out.mkdir()
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command += ["--nologo", "--nolockcheck", "--nodefault", "--convert-to", wanted]
        command += ["--outdir", str(out), str(source)]
        if not _run(command, folder):
            raise TooLarge(
                f"{name} took longer than {SECONDS:g} seconds to convert. "
                f"Open it, save it as .{wanted}, then try again."
            )
        result = out / f"document.{wanted}"
        if not result.is_file():
            raise failed
        return result.read_bytes()


def _settings() -> str:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
    )


def _run(command: list[str], folder: Path) -> bool:
    """Run a conversion to its end; False when it took too long and was ended, with all that it started."""
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=silent,
            stdout=silent,
            stderr=silent,
            start_new_session=True,
        )
    except OSError:
        return True  # nothing came of it, which the missing result will say
    STARTED.add(process.pid)
    try:
        process.wait(SECONDS)
        return True
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
        STARTED.clear()


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):  # it has just ended of itself
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
