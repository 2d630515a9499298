"""Documents made of a few sentences, the people in them, and their counts."""

import hashlib
from functools import cache

from bias_audit.audit import analyse
from bias_audit.model import Block, BlockKind, Document, People, Place, Report, Representation
from bias_audit.people import find_people, sentences_with_people
from bias_audit.pipeline import load_model
from bias_audit.text import parse, tokenise


def blocks_of(*texts: str, kind: BlockKind = "paragraph", sections: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """A block for each text, under these headings."""
    return tuple(
        Block(text, kind, Place(f"paragraph {n + 1}", section=sections[n] if sections else ""))
        for n, text in enumerate(texts)
    )


def read(*texts: str, kind: BlockKind = "paragraph", sections: tuple[str, ...] = ()) -> People:
    """The people of these blocks."""
    text = tokenise(blocks_of(*texts, kind=kind, sections=sections), load_model())
    return find_people(text, parse(text, sentences_with_people(text), load_model()))


def said(people: People) -> dict[str, str]:
    """What the words say of the gender of everyone who is somebody."""
    return {p.label: p.gender for p in people.persons if not p.general}


def report_of(name: str, *texts: str, kind: BlockKind = "paragraph", sections: tuple[str, ...] = ()) -> Report:
    """The report on a document of these blocks, under these headings."""
    sha256 = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    return analyse(Document(name, "text/plain", sha256, blocks_of(*texts, kind=kind, sections=sections)))


@cache
def counted(*texts: str, kind: BlockKind = "paragraph") -> tuple[People, Representation]:
    """The people and counts of a document of these blocks."""
    report = report_of("lesson.txt", *texts, kind=kind)
    return report.people, report.representation
