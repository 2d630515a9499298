"""How places are said. Parsers build every ``Place`` here, so that one wording serves all formats."""

from .model import Place


def page(number: int, section: str = "") -> Place:
    """A page of a PDF, counted from 1."""
    return Place(f"page {number}", page=number, section=section)


def slide(number: int, part: str = "", section: str = "") -> Place:
    """A slide, or a ``part`` of it ("notes")."""
    return Place(f"slide {number}" + (f", {part}" if part else ""), slide=number, section=section)


def paragraph(number: int, section: str = "") -> Place:
    """The n-th paragraph of a document that flows."""
    return Place(f"paragraph {number}", None, None, None, None, None, section)


def part(name: str, number: int | None = None, section: str = "") -> Place:
    """A named part such as "header", "footnote 2" or "text box 1"."""
    return Place(name if number is None else f"{name} {number}", section=section)


def cell(table: int, row: int, column: int, within: Place | None = None) -> Place:
    """A table cell; ``within`` is the page or slide that holds the table."""
    label = f"table {table}, row {row}, column {column}"
    if within is None:
        return Place(label, None, None, table, row, column)
    label = f"{within.label}, {label}" if within.label else label
    return Place(label, within.page, within.slide, table, row, column, within.section)
