"""Documents made of a few sentences, and their counts."""

from functools import cache

from bias_audit.audit import analyse
from bias_audit.model import Block, BlockKind, Document, People, Place, Report, Representation


def report_of(name: str, *texts: str, kind: BlockKind = "paragraph", sections: tuple[str, ...] = ()) -> Report:
    """The report on a document of these blocks, under these headings."""
    blocks = tuple(
        Block(text, kind, Place(f"paragraph {n + 1}", section=sections[n] if sections else ""))
        for n, text in enumerate(texts)
    )
    return analyse(Document(name, "text/plain", "0" * 64, blocks))


@cache
def counted(*texts: str, kind: BlockKind = "paragraph") -> tuple[People, Representation]:
    """The people and counts of a document of these blocks."""
    report = report_of("lesson.txt", *texts, kind=kind)
    return report.people, report.representation
