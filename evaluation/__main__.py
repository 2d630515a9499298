"""``python -m evaluation FILES_OR_FOLDER``: score the rules on labelled sentences."""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bias_audit import analyse, read_bytes
from bias_audit.shares import wilson

from .rows import Row, load
from .scores import Hit, Scored, bootstrap_mcc, rate, summary


def score(row: Row) -> Scored:
    """Analyse a row as a plain-text document of its own."""
    report = analyse(read_bytes(row.text.encode(), "row.txt", isolated=False, ocr="never"))
    hits = [
        Hit(f.entry, f.dimension, f.severity, f.confidence, (place.start, place.end))
        for f in report.findings
        for place in f.places
    ]
    hits += [Hit(p.entry, p.dimension, p.severity, "sure", None) for p in report.patterns]
    return Scored(row, tuple(hits))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; exit code 2 when there is nothing to score or a line is no row."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="JSONL files, or folders that hold them")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the numbers as JSON")
    parser.add_argument("--rows", type=Path, metavar="OUT.jsonl", help="write what was found in each row")
    parser.add_argument("--min-severity", type=int, default=1, choices=range(4), help="what counts as flagged (1)")
    chosen = parser.parse_args(arguments)
    files = [f for p in chosen.paths for f in (sorted(p.glob("*.jsonl")) if p.is_dir() else [p])]
    if not files:
        print("There is no JSONL file to score. Name files, or a folder that holds them.", file=sys.stderr)
        return 2
    sets: dict[str, Any] = {}
    every: list[Scored] = []
    for path in files:
        try:
            rows = [score(row) for row in load(path)]
        except OSError as error:
            print(f"{path.name} could not be opened: {(error.strerror or 'unknown').lower()}.", file=sys.stderr)
            return 2
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
        every += rows
        by_category: dict[str, list[Scored]] = defaultdict(list)
        for row in rows:
            by_category[row.row.category].append(row)
        sets[path.stem] = summary(rows, chosen.min_severity) | {
            "by_category": {name: summary(some, chosen.min_severity) for name, some in sorted(by_category.items())}
        }
        _print_set(path.stem, rows, by_category, chosen.min_severity)
    if chosen.json:
        chosen.json.write_text(json.dumps({"sets": sets}, indent=1) + "\n", "utf-8")
    if chosen.rows:
        chosen.rows.write_text("".join(_row_line(row) for row in every), "utf-8")
    return 0


def _row_line(scored: Scored) -> str:
    found = [
        {"entry": h.entry, "severity": h.severity, "confidence": h.confidence, "span": h.span} for h in scored.hits
    ]
    row = scored.row
    return (
        json.dumps(
            {"id": row.id, "text": row.text, "label": row.label, "category": row.category, "findings": found},
            ensure_ascii=False,
        )
        + "\n"
    )


def _print_set(name: str, rows: Sequence[Scored], by_category: dict[str, list[Scored]], least: int) -> None:
    print(f"\n{name}: {len(rows)} rows, {sum(len(r.row.text.split()) for r in rows)} words")
    for label, said in ((1, "found"), (0, "flagged although harmless"), (None, "flagged, no label")):
        some = [r for r in rows if r.row.label == label]
        if some:
            count = sum(r.flagged(least) for r in some)
            share = wilson(count, len(some))
            levels = ", ".join(f"≥{s}: {rate(some, s):.3f}" for s in (0, 1, 2))
            right = f"; right dimension {rate(some, least, right=True):.3f}" if label == 1 else ""
            between = f"(≥{least}: {share.low:.3f} to {share.high:.3f})"
            print(f"  label {label}: {len(some)} rows, {said} {levels} {between}{right}")
    numbers = summary(rows, least)
    if interval := bootstrap_mcc(rows, least):
        print(f"  MCC {numbers['mcc']:.3f} ({interval[0]:.3f} to {interval[1]:.3f}, by sentence frame)")
    print("  per 1,000 words: " + ", ".join(f"severity {s}: {n:.2f}" for s, n in numbers["per_1000_words"].items()))
    if len(by_category) > 1:
        for category, some in sorted(by_category.items()):
            print(f"    {category or '(none)'}: {_category_line(some, least)}")


def _category_line(rows: Sequence[Scored], least: int) -> str:
    parts = []
    for label in (1, 0, None):
        some = [r for r in rows if r.row.label == label]
        if some:
            levels = " / ".join(f"{rate(some, s):.2f}" for s in (0, 1, 2))
            right = (
                f", right dimension {rate(some, least, right=True):.2f}"
                if label == 1 and some[0].row.dimensions
                else ""
            )
            parts.append(f"label {label}: n={len(some)}, flagged at ≥0/≥1/≥2 {levels}{right}")
    return "; ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
