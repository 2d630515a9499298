"""Rich text (RTF) as tokens, and the tables that its characters are read by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?"
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\([^A-Za-z'])"
    rb"|([{}])"
    rb"|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)"
    rb"|\\"
)

_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
PICTOGRAMS = re.compile(r"symbol|dings|dingbat", re.IGNORECASE)  # fonts whose letters are no letters

CHARACTERS = {
    "tab": " ",
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "column": " ",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}


@dataclass(frozen=True, slots=True)
class Token:
    """``word``: a control word with its number. ``byte``, ``text``: characters. ``sign``: ``\\~`` and kin."""

    kind: Literal["word", "byte", "text", "sign", "open", "close", "raw"]
    at: int
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes, at: int = 0) -> Iterator[Token]:
    """The tokens of a file from ``at`` on, in order; bytes written raw (``\\bin``) come as one token."""
    while at < len(data):
        found = _TOKEN.match(data, at)
        if found is None:
            break
        begin, at = at, found.end()
        word, number, byte, sign, brace, text = found.groups()
        if word is not None:
            value = int(number) if number else None
            yield Token("word", begin, word.decode("ascii"), value)
            if word == b"bin" and value and value > 0:
                yield Token("raw", at, data=data[at : at + value])
                at += value
        elif text is not None:
            yield Token("text", begin, data=text)
        elif byte is not None:
            yield Token("byte", begin, data=bytes((int(byte, 16),)))
        elif brace is not None:
            yield Token("open" if brace == b"{" else "close", begin)
        elif sign is not None:
            yield Token("sign", begin, sign.decode("latin-1"))


def encoding_of_charset(charset: int, otherwise: str) -> str:
    """The encoding that a font's character set stands for."""
    return _CHARSETS.get(charset, "cp1252" if charset == 0 else otherwise)


def encoding_of_page(number: int) -> str:
    """The encoding of a Windows or DOS code page."""
    name = {65001: "utf-8", 10000: "mac_roman", 936: "gbk", 1361: "johab"}.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def decoded(data: bytes, encoding: str) -> str:
    """Bytes as text; what the encoding leaves undefined is read as Windows-1252, then as Latin-1."""
    for name in (encoding, "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            pass
    return data.decode("latin-1")
