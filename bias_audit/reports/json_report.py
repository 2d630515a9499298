"""Reports and documents as JSON, and back without loss. docs/report-json.md describes every field."""

from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from ..errors import Damaged
from ..model import Document, Report, Results

SCHEMA = "bias-audit/1"

# ``| None`` below, because a configuration can only be handed to a type that is not itself a dataclass;
# the dataclasses inside then take it over. Adapters are made on first use: it takes a moment.
_CONFIG = ConfigDict(extra="forbid", strict=True, ser_json_bytes="base64", val_json_bytes="base64")


@cache
def _results_adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Results | None, config=_CONFIG)


@cache
def _document_adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Document | None, config=_CONFIG)


def write(results: Results) -> str:
    """The JSON form of ``results``, without picture bytes. The same results give the same text."""
    reports = tuple(_without_picture_bytes(report) for report in results.reports)
    return _text(_results_adapter(), replace(results, reports=reports))


def read_results(text: str | bytes) -> Results:
    """The results of a JSON report; Damaged when it is not one or is of another version."""
    results: Results = _value(_results_adapter(), text, "This is not a bias-audit report")
    if results.schema != SCHEMA:
        raise Damaged(
            f"This report has the form {results.schema!r}; this version reads {SCHEMA!r}. "
            "Make the report again with this version."
        )
    return results


def write_document(document: Document) -> str:
    """The JSON form of a document as read, picture bytes included."""
    return _text(_document_adapter(), document)


def read_document(text: str | bytes) -> Document:
    """The document of ``write_document``; Damaged when it is not one."""
    document: Document = _value(_document_adapter(), text, "This is not a document as bias-audit reads it")
    return document


def _without_picture_bytes(report: Report) -> Report:
    if not any(picture.data for picture in report.pictures):
        return report
    return replace(report, pictures=tuple(replace(picture, data=b"") for picture in report.pictures))


def _text(adapter: TypeAdapter[Any], value: Results | Document) -> str:
    return adapter.dump_json(value, indent=1).decode("utf-8") + "\n"


def _value(adapter: TypeAdapter[Any], text: str | bytes, problem: str) -> Any:
    try:
        value = adapter.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        what = first["msg"].lower() + (f" at {where!r}" if where else "")
        raise Damaged(f"{problem}: {what}. Choose a file that this tool has written.") from error
    if value is None:
        raise Damaged(f"{problem}: it is empty. Choose a file that this tool has written.")
    return value
