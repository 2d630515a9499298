"""Reads the produced files back and holds ``planted.yaml`` against their words."""

import io
import re
import zipfile
from collections import Counter
from html.parser import HTMLParser

import pypdfium2
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DIMENSIONS = [
    "gender",
    "race",
    "disability",
    "religion",
    "poverty",
    "language",
    "rurality",
    "age",
    "family",
    "intersection",
    "pathways",
    "ability",
]
ALT_QUALITIES = ("written", "automatic", "file name", "decorative", "missing", "not checkable")


def blocks_of(name: str, data: bytes) -> list[str]:
    """Return the texts of a file, one a paragraph, cell, note or alt text (a PDF page counts as one)."""
    if name.endswith(".docx"):
        parts = r"word/(document|header\d*|footer\d*|comments|footnotes)\.xml"
        return office_blocks(data, parts, W + "p", W + "t")
    if name.endswith(".pptx"):
        return office_blocks(data, r"ppt/(slides|notesSlides)/[^/]+\.xml", A + "p", A + "t")
    if name.endswith(".pdf"):
        pages = pypdfium2.PdfDocument(data)
        return [plain(page.get_textpage().get_text_range()) for page in pages]
    if name.endswith(".html"):
        reader = HtmlText()
        reader.feed(data.decode())
        return [plain(text) for text in reader.texts]
    return [plain(text) for text in data.decode().splitlines()]


def office_blocks(data: bytes, parts: str, paragraph: str, words: str) -> list[str]:
    texts = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            if not re.fullmatch(parts, part):
                continue
            root = etree.fromstring(archive.read(part))
            for twin in root.findall(f".//{FALLBACK}"):
                twin.getparent().remove(twin)
            for element in root.iter(paragraph):
                inner = [t for p in element.iterdescendants(paragraph) for t in p.iter(words)]
                texts.append("".join(t.text or "" for t in element.iter(words) if t not in inner))
            texts += [alt for alt in root.xpath("//@descr") if alt]
    return texts


class HtmlText(HTMLParser):
    """Collects text block by block; words inside a sentence may sit in tags of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [""]

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag not in ("em", "strong", "a"):
            self.texts += [dict(attrs).get("alt") or "", ""]

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("em", "strong", "a"):
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def plain(text: str) -> str:
    return " ".join(text.split())


def count(words: str, blocks: list[str]) -> int:
    """How often ``words`` stand in the blocks, exactly and as whole words."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return sum(len(pattern.findall(block)) for block in blocks)


def problems(planted: dict, files: dict[str, bytes]) -> list[str]:
    """Return what is wrong with ``planted``, in words: an empty list when all of it holds."""
    found = [f"{name}: described but not built" for name in planted if name not in files]
    found += [f"{name}: built but not described" for name in files if name not in planted and "/" not in name]
    totals: Counter[str] = Counter()
    for name, facts in planted.items():
        blocks = blocks_of(name, files[name])
        found += [f"{name}: {problem}" for problem in file_problems(facts, blocks)]
        totals.update(item["dimension"] for item in facts["planted"])
    found += [f"{d}: planted {totals[d]} times in all, should be 4 or more" for d in DIMENSIONS if totals[d] < 4]
    return found


def file_problems(facts: dict, blocks: list[str]) -> list[str]:
    found = []
    for item in facts["planted"]:
        for words in (item["words"], *item.get("also", ())):
            if count(words, blocks) != 1:
                found.append(f"planted {words!r} stands {count(words, blocks)} times in the text, not once")
        if item["dimension"] not in DIMENSIONS or item["severity"] not in range(4):
            found.append(f"planted {item['words']!r} has an unknown dimension or severity")
        if not re.fullmatch(r"(GEN|RAC|DIS|REL|POV|LAN|RUR|AGE|FAM|INT|PTH|ABL)\d\d", item["family"]):
            found.append(f"planted {item['words']!r} has an unknown family")
    for group in ("near_misses", "strengths"):
        found += [f"{group} {i['words']!r} is not in the text" for i in facts[group] if not count(i["words"], blocks)]
    if any(picture["alt"] not in ALT_QUALITIES for picture in facts["pictures"]):
        found.append("a picture has an unknown alt quality")
    if facts.get("good"):
        if any(item["severity"] > 1 for item in facts["planted"]) or len(facts["strengths"]) < 5:
            found.append("a good lesson needs five strengths and nothing above severity 1")
    elif not 5 <= len(facts["planted"]) <= 12:
        found.append(f"{len(facts['planted'])} planted, should be 5 to 12")
    if len(facts["near_misses"]) < max(10 if facts.get("good") else 0, len(facts["planted"])):
        found.append("fewer near misses than planted items")
    return found
