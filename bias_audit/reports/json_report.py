"""Reports and documents as JSON, and back without loss. docs/report-json.md describes every field."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from ..errors import Damaged
from ..model import Document, Report, Results

SCHEMA = "bias-audit/1"

T = TypeVar("T", Document, Results)


@cache
def _adapter(kind: type[T]) -> "TypeAdapter[T | None]":
    """Made on first use: it takes a moment. Unknown keys are refused, bytes are base64 (URL alphabet).

    ``| None`` because a configuration can only be handed to a type that is not itself a dataclass;
    the dataclasses inside then take it over.
    """
    config = ConfigDict(extra="forbid", strict=True, ser_json_bytes="base64", val_json_bytes="base64")
    return TypeAdapter(kind | None, config=config)


def write(results: Results) -> str:
    """The JSON form of ``results``, without picture bytes. The same results give the same text."""
    reports = tuple(_without_picture_bytes(report) for report in results.reports)
    return _text(Results, replace(results, reports=reports))


def read_results(text: str | bytes) -> Results:
    """The results of a JSON report; Damaged when it is not one or is of another version."""
    results = _value(Results, text, "This is not a bias-audit report")
    if results.schema != SCHEMA:
        raise Damaged(
            f"This report has the form {results.schema!r}; this version reads {SCHEMA!r}. "
            "Make the report again with this version."
        )
    return results


def write_document(document: Document) -> str:
    """The JSON form of a document as read, picture bytes included."""
    return _text(Document, document)


def read_document(text: str | bytes) -> Document:
    """The document of ``write_document``; Damaged when it is not one."""
    return _value(Document, text, "This is not a document as bias-audit reads it")


def _without_picture_bytes(report: Report) -> Report:
    if not any(picture.data for picture in report.pictures):
        return report
    return replace(report, pictures=tuple(replace(picture, data=b"") for picture in report.pictures))


def _text(kind: type[T], value: T) -> str:
    return _adapter(kind).dump_json(value, indent=1).decode("utf-8") + "\n"


def _value(kind: type[T], text: str | bytes, problem: str) -> T:
    try:
        value = _adapter(kind).validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"] if part != kind.__name__)
        at = f" at {where!r}" if where else ""
        raise Damaged(f"{problem}: {first['msg'].lower()}{at}. Choose a file that this tool has written.") from error
    if value is None:
        raise Damaged(f"{problem}: it is empty. Choose a file that this tool has written.")
    return value
