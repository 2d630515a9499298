"""The evaluation: numbers that can be checked by hand, and files of a user's own."""

import json
import math
import os
import random
from pathlib import Path

import pytest
from PIL import Image

from bias_audit import faces as detector
from bias_audit.shares import wilson
from evaluation import counts, faces
from evaluation.__main__ import main
from evaluation.rows import Row, load, named_dimensions
from evaluation.scores import Hit, Scored, bootstrap_mcc, mcc, rate, summary

ROWS = [
    {"id": "1", "text": "The fireman climbed the ladder.", "label": 1, "category": "man_words"},
    {"id": "2", "text": "Two policemen showed us the van.", "label": 1, "category": "man_words"},
    {"id": "3", "text": "A quiet word that no rule knows.", "label": 1, "category": "man_words"},
    {"id": "4", "text": "The firefighter climbed the ladder.", "label": 0, "category": "neutral"},
    {"id": "5", "text": "It rains in Leith.", "label": 0, "category": "neutral"},
    {"id": "6", "text": "Pour the water into the jar.", "label": None, "category": "neutral"},
]
SET_KEYS = {
    "n", "positives", "negatives", "words", "recall", "false_positive_rate", "mcc",
    "per_1000_words", "by_category",
}  # fmt: skip


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


def scored(label: int | None, *severities: int, dimension: str = "gender", wanted: tuple[str, ...] = ()) -> Scored:
    hits = tuple(Hit("a/b", dimension, s, "sure", (0, 1)) for s in severities)
    return Scored(Row("1", "one two three four", label, "", wanted, "frame"), hits)


def test_own_file_is_scored_and_written_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, out = write(tmp_path / "mine.jsonl", ROWS), tmp_path / "out.json"
    assert main([str(mine), "--json", str(out)]) == 0
    ((name, numbers),) = json.loads(out.read_text("utf-8"))["sets"].items()
    assert name == "mine" and set(numbers) == SET_KEYS
    assert (numbers["n"], numbers["positives"], numbers["negatives"], numbers["words"]) == (6, 3, 2, 33)
    assert numbers["recall"] == pytest.approx(2 / 3)
    assert numbers["false_positive_rate"] == 0
    assert numbers["mcc"] == pytest.approx((2 * 2 - 0) / math.sqrt(2 * 3 * 2 * 3))
    assert list(numbers["per_1000_words"]) == ["0", "1", "2", "3"]
    assert sum(numbers["per_1000_words"].values()) == pytest.approx(1000 * 2 / 33)
    assert set(numbers["by_category"]) == {"man_words", "neutral"}
    assert set(numbers["by_category"]["man_words"]) == SET_KEYS - {"by_category"}
    assert numbers["by_category"]["neutral"]["recall"] is None
    said = capsys.readouterr().out
    assert "mine: 6 rows, 33 words" in said and "MCC 0.667" in said


def test_rows_are_written_with_what_was_found(tmp_path: Path) -> None:
    mine, out = write(tmp_path / "mine.jsonl", ROWS), tmp_path / "rows.jsonl"
    assert main([str(mine), "--rows", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [r["id"] for r in rows] == ["1", "2", "3", "4", "5", "6"]
    assert [bool(r["findings"]) for r in rows] == [True, True, False, False, False, False]
    assert set(rows[0]) == {"id", "text", "label", "category", "findings"}
    (found,) = rows[0]["findings"]
    assert set(found) == {"entry", "severity", "confidence", "span"}
    assert rows[0]["text"][slice(*found["span"])] == "fireman"


def test_folder_is_scored_file_by_file_in_order(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", ROWS[:2])
    write(tmp_path / "a.jsonl", ROWS[3:])
    (tmp_path / "notes.txt").write_text("not rows", "utf-8")
    assert main([str(tmp_path), "--json", str(tmp_path / "out.json")]) == 0
    sets = json.loads((tmp_path / "out.json").read_text("utf-8"))["sets"]
    assert list(sets) == ["a", "b"]
    assert sets["b"]["mcc"] is None, "no MCC without both labels"


def test_least_severity_moves_the_numbers(tmp_path: Path) -> None:
    mine, out = write(tmp_path / "mine.jsonl", ROWS), tmp_path / "out.json"
    assert main([str(mine), "--json", str(out), "--min-severity", "3"]) == 0
    assert json.loads(out.read_text("utf-8"))["sets"]["mine"]["recall"] == 0


def test_nothing_to_score_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no JSONL file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"text": "a", "label": 1', "line 2"),
        ('{"text": "a"}', "label"),
        ('{"label": 1}', "text"),
        ("[1, 2]", "line 2"),
        ('{"text": "a", "label": 2}', "1, 0 or null"),
        ('{"text": "a", "label": "yes"}', "1, 0 or null"),
        ('{"text": 5, "label": 1}', "text"),
    ],
)
def test_line_that_is_no_row_is_named(line: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text('{"text": "fine", "label": 0}\n' + line + "\n", "utf-8")
    with pytest.raises(ValueError, match=r"mine\.jsonl, line 2") as error:
        load(path)
    assert says in str(error.value)


def test_bad_line_stops_the_run_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.jsonl").write_text("nonsense\n", "utf-8")
    assert main([str(tmp_path / "mine.jsonl")]) == 2
    assert "mine.jsonl, line 1" in capsys.readouterr().err


def test_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_rows_may_leave_out_all_but_text_and_label(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text('\ufeff{"text": "a b", "label": null}\n\n{"text": "c", "label": 0, "dimension": "age"}\n', "utf-8")
    first, second = load(path)
    assert (first.id, first.label, first.category, first.dimensions) == ("mine-1", None, "", ())
    assert (second.id, second.dimensions) == ("mine-3", ("age",))


def test_rows_of_one_frame_are_known_as_such(tmp_path: Path) -> None:
    rows = [{"text": f"I told {who} to go.", "label": 0} for who in ("women", "disabled people", "trans people")]
    rows.append({"text": "Another.", "label": 0, "template": "T1"})
    frames = [r.frame for r in load(write(tmp_path / "mine.jsonl", rows))]
    assert frames == ["I told _ to go."] * 3 + ["T1"]


@pytest.mark.parametrize(
    ("category", "dimensions"),
    [
        ("disability", ("disability",)),
        ("Race and place", ("race",)),
        ("noise", ()),
        ("women_at_work", ("gender",)),
    ],
)
def test_category_names_its_dimensions(category: str, dimensions: tuple[str, ...]) -> None:
    assert named_dimensions(category) == dimensions


@pytest.mark.parametrize(
    ("tp", "fn", "fp", "tn", "expected"),
    [
        (5, 0, 0, 5, 1.0),
        (0, 5, 5, 0, -1.0),
        (6, 2, 1, 3, (6 * 3 - 1 * 2) / math.sqrt(7 * 8 * 4 * 5)),
        (4, 0, 4, 0, 0.0),  # everything flagged
        (0, 4, 0, 4, 0.0),  # nothing flagged
        (3, 0, 0, 0, None),
        (0, 0, 0, 3, None),
    ],
)
def test_mcc_is_as_worked_out_by_hand(tp: int, fn: int, fp: int, tn: int, expected: float | None) -> None:
    rows = [scored(1, 2)] * tp + [scored(1)] * fn + [scored(0, 2)] * fp + [scored(0)] * tn
    rows += [scored(None, 3)] * 4  # no label: not counted
    assert mcc(rows, 1) == (None if expected is None else pytest.approx(expected))


def test_flag_below_the_least_severity_does_not_count() -> None:
    rows = [scored(1, 0), scored(1, 1), scored(1, 0, 2), scored(1)]
    assert [rate(rows, least) for least in range(4)] == [0.75, 0.5, 0.25, 0.0]
    assert rate([], 1) is None


def test_right_flag_is_of_a_wanted_dimension() -> None:
    rows = [scored(1, 2, wanted=("gender",)), scored(1, 2, wanted=("race",)), scored(1, 2, wanted=())]
    assert rate(rows, 1, right=True) == pytest.approx(2 / 3)
    assert rate(rows, 1) == 1


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (1, 100, 0.0018, 0.0545),
    ],
)
def test_wilson_interval_is_as_in_the_tables(count: int, total: int, low: float, high: float) -> None:
    share = wilson(count, total)
    assert (share.low, share.high) == (pytest.approx(low, abs=2e-4), pytest.approx(high, abs=2e-4))


def test_bootstrap_is_repeatable_holds_the_mcc_and_draws_frames() -> None:
    rows = [
        Scored(
            Row(str(i), "t", i % 2, "", (), f"f{i}"),
            (Hit("a/b", "gender", 2, "sure", None),) if i % 3 else (),
        )
        for i in range(60)
    ]
    low, high = bootstrap_mcc(rows, 1) or (9, 9)
    assert (low, high) == bootstrap_mcc(rows, 1)
    assert low <= (mcc(rows, 1) or 0) <= high and low < high
    one_frame = [Scored(Row(r.row.id, "t", r.row.label, "", (), "same"), r.hits) for r in rows]
    assert bootstrap_mcc(one_frame, 1) == (mcc(rows, 1), mcc(rows, 1))
    assert bootstrap_mcc([scored(1, 2)], 1) is None


def test_summary_of_nothing_has_no_numbers() -> None:
    numbers = summary([], 1)
    assert (numbers["n"], numbers["recall"], numbers["mcc"]) == (0, None, None)
    assert numbers["per_1000_words"] == {"0": 0.0, "1": 0.0, "2": 0.0, "3": 0.0}


def test_shared_sets_can_all_be_read() -> None:
    folder = os.environ.get("BIAS_AUDIT_EVAL")
    if not folder:
        pytest.skip("BIAS_AUDIT_EVAL is not set: it names the folder of labelled sentences")
    files = sorted(Path(folder).glob("*.jsonl"))
    assert files
    for path in files:
        assert all(row.text and row.label in (0, 1, None) for row in load(path))


# --- faces --------------------------------------------------------------------------------------


def test_faces_are_shown_beside_their_labels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.effect_noise((300, 200), 60).convert("RGB").save(tmp_path / "grain.png")
    Image.new("RGB", (300, 200), "white").save(tmp_path / "white.png")
    labels = {"grain.png": "photo; clearly visible faces: 3; none", "white.png": "diagram; clearly visible faces: 0"}
    lines = [f"{name}\t{label}" for name, label in {**labels, "a.md": "role models"}.items()]
    (tmp_path / "MANIFEST.tsv").write_text("\n".join(["path\tinteresting", *lines]), "utf-8")
    assert faces.main([str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "| white.png | diagram | 0 | drawing | – | not looked for |" in said
    if detector.available():
        assert "| grain.png | photo | 3 | photograph | 0 | 3 missed |" in said


@pytest.mark.parametrize(
    ("visible", "seen", "result"),
    [
        (2, 2, "right"),
        (2, 1, "1 missed"),
        (2, 4, "2 more"),
        (None, 1, "not labelled by number"),
        (2, None, "not looked for"),
    ],
)
def test_result_of_a_face_count(visible: int | None, seen: int | None, result: str) -> None:
    assert faces.Counted("a.jpg", "photo", "", visible, True, seen).result == result


def test_faces_need_a_manifest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert faces.main([str(tmp_path)]) == 2 and "MANIFEST.tsv" in capsys.readouterr().err


def test_counts_draws_the_same_cells_for_a_seed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# Jobs\n\nMrs Ito is a welder. She mends the gate.\n\nTom sang.", encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"")
    drawn = []
    for seed in ("1", "1", "2"):
        assert counts.main([str(tmp_path), "--seed", seed, "--number", "3"]) == 0
        drawn.append(capsys.readouterr())
    assert drawn[0] == drawn[1] != drawn[2]
    assert "empty.md" in drawn[0].err and [drawn[0].out.count(f"#{n} [a.md]") for n in (1, 2, 3, 4)] == [1, 1, 1, 0]


def test_counts_shows_who_is_behind_a_cell(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Mrs Ito is a welder. The others said that she mends it.", encoding="utf-8")
    cell = next(c for c in counts.cells(tmp_path) if c.table == "named")
    assert list(counts.shown(cell, random.Random(1))) == [
        "[a.md] named: 'named' / 'she' = 1 of 1; mentions 3",
        "   'Mrs Ito' she, welder (3 mentions)",
        "      title | <Mrs Ito> is a welder.",
        "      job | Mrs Ito is <a welder>.",
        "      pronoun (mends: subject, make) | The others said that <she> mends it.",
    ]
