"""Reading lexicons: what is right is loaded, what is wrong is named with file, line, entry and advice."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from bias_audit import checks
from bias_audit.checks import CHECKS
from bias_audit.entries import STOP_WORDS, anchors, expand, marked_spans
from bias_audit.errors import LexiconError
from bias_audit.lexicon import Lexicon, lexicon_folder, load_lexicon, schema
from bias_audit.pipeline import Pipeline
from bias_audit.yaml_file import read

ENTRY = """\
dimension: gender
entries:
- id: gender/layman
  form: default
  severity: 1
  swap: {layman: layperson, laymen: laypeople}
  saw: A word for anyone that names a man.
  why: It is easily read as being about men.
  fine_when: It is quoted.
  source: [TEST1]
  examples:
    flag:
    - "Explain it to a [layman]."
    - "Two [laymen] listened."
    ignore:
    - "A layperson listened."
    - "A layer of paint."
    - "The Layman family left."
"""
WORDS = """\
groups:
  switch: [yes, no, on, off, "true"]
  learner: [pupil, Pupils]
  anyone: ["@learner", person]
"""
CHECK_WORDS = """\
groups:
  hard_word: ["@switch", tricky, too hard]
shapes:
  anyone_at: ["{anyone} at"]
  gate: ['so {hard_word} for (the )?{anyone_at} uni\\w*', never]
"""
SOURCES = """\
sources:
- {code: TEST1, title: A source, status: V}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small lexicon of one entry, with the shipped guards."""
    language = tmp_path / "lexicons" / "en"
    language.mkdir(parents=True)
    for name in ("guards.yaml", "names.txt"):
        shutil.copy(lexicon_folder() / "en" / name, language / name)
    (language / "homographs.yaml").write_text("homographs:\n- {word: lay, senses: [lay the table]}\n", "utf-8")
    (language / "strengths.yaml").write_text("strengths: []\n", "utf-8")
    (language / "words.yaml").write_text(WORDS, "utf-8")
    (language / "checks.yaml").write_text(CHECK_WORDS, "utf-8")
    (language / "sources.yaml").write_text(SOURCES, "utf-8")
    (language / "gender.yaml").write_text(ENTRY, "utf-8")
    return tmp_path / "lexicons"


def put(folder: Path, text: str, name: str = "gender.yaml") -> Path:
    path = folder / "en" / name
    path.write_text(text, "utf-8")
    return path


def overlay(tmp_path: Path, text: str, name: str = "ours.yaml") -> str:
    path = tmp_path / "ours"
    path.mkdir(exist_ok=True)
    (path / name).write_text(text, "utf-8")
    return str(path)


def refusal(folder: Path, *overlays: str) -> str:
    with pytest.raises(LexiconError) as error:
        load_lexicon(tuple(overlays), folder)
    return str(error.value)


def test_entry_is_loaded_with_the_defaults_of_what_is_left_out(folder: Path) -> None:
    (entry,) = load_lexicon(folder=folder).entries
    assert (entry.id, entry.dimension, entry.form, entry.severity) == (
        "gender/layman",
        "gender",
        "default",
        1,
    )
    assert entry.swap == {"layman": "layperson", "laymen": "laypeople"}
    assert (entry.confidence, entry.merge, entry.contested, entry.without) == ("sure", "words", False, [])


def test_entry_file_saved_by_notepad_is_read(folder: Path) -> None:
    put(folder, "\ufeff" + ENTRY.replace("\n", "\r\n"))
    assert load_lexicon(folder=folder).entries[0].id == "gender/layman"


def test_yes_no_on_and_off_stay_words(folder: Path) -> None:
    put(
        folder,
        ENTRY.replace("swap: {layman: layperson, laymen: laypeople}", "swap: {yes: no, on: off}").replace(
            "saw: A word", "unless: [Yes, NO, off, y, n]\n  contested: true\n  saw: A word"
        ),
    )
    lexicon = load_lexicon(folder=folder)
    assert lexicon.entries[0].swap == {"yes": "no", "on": "off"}
    assert lexicon.entries[0].unless == ["Yes", "NO", "off", "y", "n"]
    assert lexicon.entries[0].contested is True
    assert lexicon.words["switch"] == {"yes", "no", "on", "off", "true"}


def test_word_groups_take_in_others_in_lower_case(folder: Path) -> None:
    words = load_lexicon(folder=folder).words
    assert words["learner"] == {"pupil", "pupils"}
    assert words["anyone"] == {"pupil", "pupils", "person"}


# (what to replace in the entry, with what, the line of the problem, what the message must say)
WRONG = [
    ("  form: default\n", "", 3, ["'form'", "missing"]),
    ("form: default", "form: defualt", 4, ["form"]),
    ("severity: 1", "severity: 4", 5, ["severity"]),
    ("severity: 1", "severity: mild", 5, ["severity"]),
    ("  saw: A word for anyone that names a man.\n", "", 3, ["'saw'"]),
    ("saw: A word for anyone that names a man.", "saw: ''", 7, ["saw"]),
    ("saw: A word", "swa: A word", 7, ["'swa'", "README"]),
    ("fine_when: It", "try_insted: [x]\n  fine_when: It", 9, ["'try_insted'", "README"]),
    ("source: [TEST1]", "source: []", 10, ["source"]),
    ("source: [TEST1]", "source: [NOPE]", None, ["'NOPE'", "sources.yaml"]),
    ("source: [TEST1]", "source: TEST1", 10, ["source"]),
    ("id: gender/layman", "id: Gender/Layman", 3, ["id"]),
    ("id: gender/layman", "id: race/layman", 3, ["'gender/'"]),
    ("swap: {layman: layperson, laymen: laypeople}", "swap: {}", 3, ["what to find", "together"]),
    ("severity: 1", "severity: 1\n  together: [[[layman, the], [lay]]]", 6, ["'the'", "too common"]),
    ("severity: 1", "severity: 1\n  together: [[[layman], ['@nobody']]]", 6, ["'@nobody'", "words.yaml"]),
    ("severity: 1", "severity: 1\n  together: [[[layman]]]", 6, ["together"]),
    ("severity: 1", "severity: 1\n  not_near: [Brick]", 6, ["'brick'"]),
    ("swap: {layman: layperson, laymen: laypeople}", "phrases: [layman]", 3, ["try_none"]),
    ("swap: {layman: layperson, laymen: laypeople}", "phrases: [3]\n  try: [x]", 6, ["phrases"]),
    (
        "swap: {layman: layperson, laymen: laypeople}",
        "near: [learnr]\n  phrases: [a]\n  try: [x]",
        6,
        ["'learnr'", "words.yaml"],
    ),
    (
        "swap: {layman: layperson, laymen: laypeople}",
        "check: nonsense\n  about: [learner]\n  try: [x]",
        6,
        ["check", "generalisation"],
    ),
    ("swap: {layman: layperson, laymen: laypeople}", "check: yardstick\n  try: [x]", 6, ["'about'"]),
    ("severity: 1", "severity: 1\n  without: [GG99]", 6, ["without"]),
    ("severity: 1", "severity: 1\n  silent_in: [nursery]", 6, ["silent_in"]),
    ("severity: 1", "severity: 1\n  severity: 2", 6, ["'severity'", "twice"]),
    ('    - "Two [laymen] listened."\n', "", 13, ["examples.flag"]),
    ('    - "A layer of paint."\n', "", 16, ["examples.ignore"]),
    ("Two [laymen] listened", "Two laymen listened", 12, ["[ ]", "Two laymen listened"]),
    ("Two [laymen] listened", "Two [laymen listened", 12, ["[ ]"]),
    (
        "    ignore:",
        "    lowered:\n    - {text: 'The layman.', guard: GG01}\n    ignore:",
        12,
        ["[ ]", "The layman."],
    ),
    ("    ignore:", "    lowered:\n    - {text: '[layman]', gard: GG01}\n    ignore:", 16, ["gard"]),
    ("dimension: gender\n", "", 1, ["'dimension'"]),
    ("dimension: gender", "dimension: genders", 1, ["dimension"]),
    ("dimension: gender", "dimension: gender\nlanguage: en", 2, ["'language'"]),
]
PATTERNS = [
    ("[{LOWER: the}, {LOWER: {IN: [she, he]}}]", ["common"]),
    ("[{LOWER: {IN: [layman, he]}}]", ["common"]),  # one stop word among the anchors is one too many
    ("[{LOWER: layman, OP: '?'}]", ["common"]),
    ("[{LOWER: layman, OP: '*'}, {IS_DIGIT: true}]", ["common"]),
    ("[{IS_ALPHA: true}]", ["common"]),
    ("[{LOWER: {IN: ['@nobody']}}]", ["'@nobody'", "words.yaml"]),
    ("[{LOWER: {IN: [layman, 3]}}]", ["quotation marks", "3"]),
    ("[{LOWER: layman}, {LEMMA: be}]", ["LEMMA"]),
    ("[{LOWER: layman}, {lower: b}]", ["lower"]),
    ("[{LOWER: Layman}]", ["lower case", "Layman"]),
    ("[{LOWER: {IN: [layman, Laymen]}}]", ["lower case", "Laymen"]),
    ("[{LOWER: {IN: [lay man]}}]", ["lay man", "one word"]),
]


@pytest.mark.parametrize(("old", "new", "line", "says"), WRONG)
def test_mistake_is_named_with_file_line_and_advice(
    old: str, new: str, line: int | None, says: list[str], folder: Path
) -> None:
    assert old in ENTRY
    path = put(folder, ENTRY.replace(old, new, 1))
    message = refusal(folder)
    assert message.startswith(path.name + (f", line {line}" if line else ""))
    for words in says:
        assert words in message
    assert message.endswith(".")
    if "dimension" not in old and "severity: 2" not in new:
        assert "race/layman" in message or "ender/" in message, "names the entry"


@pytest.mark.parametrize(("pattern", "says"), PATTERNS)
def test_pattern_that_cannot_work_is_refused(pattern: str, says: list[str], folder: Path) -> None:
    swap = "swap: {layman: layperson, laymen: laypeople}"
    put(folder, ENTRY.replace(swap, f"try: [layperson]\n  pattern:\n  - {pattern}"))
    message = refusal(folder)
    assert message.startswith("gender.yaml, line ") and "gender/layman" in message
    for words in says:
        assert words in message


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("gender.yaml", "entries: [", "YAML"),
        ("gender.yaml", "", "empty"),
        ("gender.yaml", "# nothing yet\n", "empty"),
        ("gender.yaml", "- a\n- b\n", "gender.yaml, line 1"),
        ("gender.yaml", "just words", "gender.yaml, line 1"),
        ("gender.yaml", "dimension: gender\nentries: [word]\n", "gender.yaml, line 2"),
        ("gender.yaml", "dimension: gender\nentries:\n", "gender.yaml"),
        ("words.yaml", "groups: {a: [b]}\ngroups: {c: [d]}\n", "line 2: 'groups' is given twice"),
        ("words.yaml", "groups:\n  a: ['@later']\n  later: [b]\n", "'later'"),
        ("words.yaml", "groups:\n  a: [12]\n", "quotation marks"),
        ("words.yaml", "words: {a: [b]}\n", "'groups:'"),
        ("words.yaml", "groups: [a, b]\n", "words.yaml"),
        ("words.yaml", "groups: {a: word}\n", "words.yaml"),
        (
            "checks.yaml",
            "groups: {learner: [b]}\nshapes: {}\n",
            "line 1: words.yaml has a group 'learner'",
        ),
        ("checks.yaml", "groups: {}\n", "'shapes:'"),
        ("checks.yaml", "groups: {}\nshapes: {a: b}\n", "line 2: give shape 'a' as a list"),
        ("checks.yaml", "groups: {}\nshapes: {a: []}\n", "give shape 'a' as a list"),
        ("checks.yaml", "groups: {}\nshapes: {a: [12]}\n", "quotation marks"),
        (
            "checks.yaml",
            "groups: {}\nshapes:\n  a:\n  - one\n  - for {later}\n  later: [b]\n",
            "line 5: shape 'a': 'later'",
        ),
        ("checks.yaml", "groups: {}\nshapes: {a: [the Few]}\n", "write 'the few'"),
        ("checks.yaml", "groups: {}\nshapes: {a: ['too (hard']}\n", "not a regular expression"),
        ("checks.yaml", "groups: {}\nshapes: {a: ['(so )?']}\n", "no word at all"),
        ("sources.yaml", "source: []\n", "'sources:'"),
        ("sources.yaml", "sources:\n- {code: A, title: B, status: X}\n", "sources.yaml, line 2"),
        ("guards.yaml", "guards:\n- {id: GG01, name: A}\n", "'what' is missing"),
        ("strengths.yaml", "[]\n", "strengths.yaml"),
        ("strengths.yaml", "strengths: [a]\n", "strengths.yaml, line 1"),
        ("homographs.yaml", "homographs:\n- {word: a, senses: []}\n", "homographs.yaml, line 2"),
    ],
)
def test_file_of_the_wrong_shape_is_named(name: str, text: str, says: str, folder: Path) -> None:
    put(folder, text, name)
    message = refusal(folder)
    assert message.startswith(name) and says in message


def test_bytes_that_are_not_text_are_named(folder: Path) -> None:
    (folder / "en" / "gender.yaml").write_bytes(b"dimension: \xff\xfe")
    assert refusal(folder).startswith("gender.yaml")


def test_id_used_twice_is_refused(folder: Path) -> None:
    put(folder, ENTRY + ENTRY.split("entries:\n")[1])
    assert "gender/layman" in refusal(folder) and "twice" in refusal(folder)


def test_overlay_adds_an_entry_after_the_shipped_ones(folder: Path, tmp_path: Path) -> None:
    added = overlay(tmp_path, ENTRY.replace("gender/layman", "gender/ours"))
    lexicon = load_lexicon((added,), folder)
    assert [e.id for e in lexicon.entries] == ["gender/layman", "gender/ours"]


def test_overlay_replaces_an_entry_in_its_place(folder: Path, tmp_path: Path) -> None:
    put(folder, ENTRY + ENTRY.split("entries:\n")[1].replace("gender/layman", "gender/other"))
    changed = overlay(tmp_path, ENTRY.replace("severity: 1", "severity: 3"))
    lexicon = load_lexicon((changed,), folder)
    assert [(e.id, e.severity) for e in lexicon.entries] == [("gender/layman", 3), ("gender/other", 1)]


def test_overlay_with_the_short_ending_is_read(folder: Path, tmp_path: Path) -> None:
    added = overlay(tmp_path, ENTRY.replace("gender/layman", "gender/ours"), "ours.yml")
    assert len(load_lexicon((added,), folder).entries) == 2


def test_later_overlay_wins(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    one = overlay(tmp_path / "1", ENTRY.replace("severity: 1", "severity: 2"))
    (tmp_path / "2").mkdir()
    two = overlay(tmp_path / "2", ENTRY.replace("severity: 1", "severity: 3"))
    assert load_lexicon((one, two), folder).entries[0].severity == 3
    assert load_lexicon((two, one), folder).entries[0].severity == 2


def test_overlay_that_has_one_id_in_two_files_is_refused(folder: Path, tmp_path: Path) -> None:
    overlay(tmp_path, ENTRY.replace("gender/layman", "gender/ours"), "a.yaml")
    both = overlay(tmp_path, ENTRY.replace("gender/layman", "gender/ours"), "b.yaml")
    assert "b.yaml" in refusal(folder, both) and "gender/ours" in refusal(folder, both)


def test_overlay_mistake_names_the_local_file(folder: Path, tmp_path: Path) -> None:
    wrong = overlay(tmp_path, ENTRY.replace("form: default", "form: x"))
    assert refusal(folder, wrong).startswith("ours.yaml, line 4, entry gender/layman")


def test_overlay_folder_that_is_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    assert "nowhere" in refusal(folder, str(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it is so too hard for the pupil at university", "so too hard for the pupil at university"),
        ("so off for person at uni", "so off for person at uni"),
        ("they never came", "never"),
        ("nevertheless", None),
        ("also tricky for a pupil at uni", None),
    ],
)
def test_shape_takes_in_groups_and_shapes_from_word_to_word(text: str, found: str | None, folder: Path) -> None:
    match = load_lexicon((), folder).shapes["gate"].search(text)
    assert (match and match[0]) == found


def test_vocabulary_of_checks_is_used() -> None:
    """Every group and shape of checks.yaml is asked for by a check, or taken in by one that is."""
    data = yaml.safe_load((lexicon_folder() / "en" / "checks.yaml").read_text("utf-8"))
    code = "".join(path.read_text("utf-8") for path in Path(checks.__file__).parent.glob("*.py"))
    taken_in = str(list(data["groups"].values())) + str(list(data["shapes"].values()))
    names = [*data["groups"], *data["shapes"]]
    assert [n for n in names if f'"{n}"' not in code and f"@{n}'" not in taken_in and f"{{{n}}}" not in taken_in] == []


LARGE = "words:\n" + "".join(f"- {{word: w{i}, yes: 'no'}}\n" for i in range(500))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the data of large files are kept."""
    monkeypatch.setenv("BIAS_AUDIT_LEXICON_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_large_file_is_kept_by_its_content_and_read_from_there(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(LARGE, "utf-8")
    data = read(path)
    (first,) = kept.iterdir()
    assert data["words"][3] == {"word": "w3", "yes": "no"} == json.loads(first.read_text("utf-8"))["words"][3]
    first.write_text('{"words": []}', "utf-8")
    assert read(path) == {"words": []}, "it was read from there"
    first.write_text('{"words": [', "utf-8")
    assert read(path) == data, "what is damaged is made anew"
    path.write_text(LARGE + "- {word: more}\n", "utf-8")
    assert read(path)["words"][-1] == {"word": "more"}
    (second,) = kept.iterdir()
    assert second != first, "the data of the earlier content are gone"


@pytest.mark.parametrize("more", ["- {12: a number}\n", "- {day: 2020-01-01}\n"])
def test_file_that_json_cannot_hold_is_read_all_the_same(more: str, tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(LARGE + more, "utf-8")
    assert len(read(path)["words"]) == 501 == len(read(path)["words"])
    assert not kept.exists() or list(kept.iterdir()) == []


def test_nothing_is_kept_of_small_files_or_where_it_is_not_wanted(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = tmp_path / "few.yaml"
    small.write_text("words: [a]\n", "utf-8")
    assert read(small) == {"words": ["a"]}
    monkeypatch.setenv("BIAS_AUDIT_LEXICON_CACHE", "off")
    small.write_text(LARGE, "utf-8")
    assert len(read(small)["words"]) == 500
    monkeypatch.setenv("BIAS_AUDIT_LEXICON_CACHE", str(small / "no folder"))
    assert len(read(small)["words"]) == 500
    assert not kept.exists()


def test_digest_names_the_content(folder: Path, tmp_path: Path) -> None:
    before = load_lexicon(folder=folder).digest
    load_lexicon.cache_clear()
    assert load_lexicon(folder=folder).digest == before
    added = overlay(tmp_path, ENTRY.replace("gender/layman", "gender/ours"))
    assert load_lexicon((added,), folder).digest != before
    for name in ("gender.yaml", "words.yaml", "checks.yaml", "guards.yaml", "names.txt"):
        path = folder / "en" / name
        path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
        load_lexicon.cache_clear()
        after = load_lexicon(folder=folder).digest
        assert after != before, name
        before = after


def test_rule_that_does_not_exist_is_answered_with_near_ones(folder: Path) -> None:
    lexicon = load_lexicon(folder=folder)
    assert lexicon.entry("gender/layman").id == "gender/layman"
    with pytest.raises(LexiconError, match="Did you mean gender/layman"):
        lexicon.entry("gender/layman-words")
    with pytest.raises(LexiconError, match="bias-audit rules"):
        lexicon.entry("gender/zzz")


def test_schema_is_the_one_that_is_kept() -> None:
    kept = lexicon_folder() / "schema.json"
    assert kept.is_file(), "lexicons/schema.json is missing"
    assert kept.read_text("utf-8") == schema()


def test_schema_describes_an_entry_as_it_is_written() -> None:
    described = json.loads(schema())
    entry = described["properties"]["entries"]["items"]
    assert {"id", "try", "examples", "swap"} <= set(entry["properties"])
    assert not {"try_instead", "dimension"} & set(entry["properties"])
    assert entry["additionalProperties"] is False
    assert {"id", "form", "severity", "saw", "why", "fine_when", "source", "examples"} == set(entry["required"])
    used = {part.split('"')[0] for part in schema().split('"#/$defs/')[1:]}
    assert used <= set(described["$defs"])
    assert set(entry["properties"]["check"]["enum"]) == {"", *CHECKS}


@pytest.mark.parametrize(
    ("text", "plain", "marked"),
    [
        ("The [fireman] came.", "The fireman came.", ["fireman"]),
        ("[A] and [b c]", "A and b c", ["A", "b c"]),
        ("[All]", "All", ["All"]),
        ("None.", "None.", []),
        ("Open [only.", "Open only.", []),
        ("Closed] only.", "Closed] only.", []),
        ("Empty [] here", "Empty  here", [""]),
    ],
)
def test_marked_spans_take_the_marks_out(text: str, plain: str, marked: list[str]) -> None:
    found, spans = marked_spans(text)
    assert found == plain
    assert [found[start:end] for start, end in spans] == marked


def test_expand_puts_groups_in_place_and_leaves_the_pattern_alone() -> None:
    pattern = [
        {"LOWER": {"IN": ["@learner", "lodger"]}},
        {"LOWER": {"NOT_IN": ["@learner"]}},
        {"LOWER": "a", "OP": "?"},
    ]
    groups = {"learner": frozenset(["pupils", "pupil"])}
    assert expand(pattern, groups) == [
        {"LOWER": {"IN": ["lodger", "pupil", "pupils"]}},
        {"LOWER": {"NOT_IN": ["pupil", "pupils"]}},
        {"LOWER": "a", "OP": "?"},
    ]
    assert pattern[0] == {"LOWER": {"IN": ["@learner", "lodger"]}}


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ([{"LOWER": "ask"}, {"LOWER": "your"}], {"ask"}),
        ([{"LOWER": {"IN": ["ask", "tell"]}}, {"LOWER": "mum"}], {"mum"}),  # the smaller set
        ([{"LOWER": "mum", "OP": "?"}, {"LOWER": {"IN": ["ask", "tell"]}}], {"ask", "tell"}),
        ([{"LOWER": "mum", "OP": "+"}], {"mum"}),
        ([{"LOWER": "mum", "OP": "!"}], set()),
        ([{"LOWER": {"NOT_IN": ["ask"]}}], set()),
        ([{"LOWER": {"REGEX": "^as"}}], set()),
        ([{"LOWER": {"IN": ["ask", "the"]}}], set()),
        ([{"IS_DIGIT": True}], set()),
        ([], set()),
    ],
)
def test_anchors_are_the_rarest_required_words(pattern: list[dict[str, object]], words: set[str]) -> None:
    assert anchors(pattern) == words


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return load_lexicon()


def test_shipped_patterns_are_anchored_in_rare_words(shipped: Lexicon) -> None:
    for entry in (*shipped.entries, *shipped.strengths):
        for pattern in entry.pattern:
            found = anchors(expand(pattern, shipped.words))
            assert found and not found & STOP_WORDS, entry.id


def test_shipped_groups_hold_words_that_a_text_can_have(pipeline: Pipeline) -> None:
    """A word of several tokens is found only where it is hyphenated, or where `together` or a claim names its group."""
    joined = {w[1:] for e in pipeline.lexicon.entries for s in e.together for some in s for w in some if w[0] == "@"}
    joined |= {group for e in pipeline.lexicon.entries if e.check == "generalisation" for group in e.about}
    lost = [
        (name, word)
        for name, words in pipeline.lexicon.words.items()
        if name not in {"speech", "judgement"} | joined  # those two are read from the text, not from tokens
        for word in words
        if len(pipeline.nlp.tokenizer(word)) != 1 and not all(p.isalnum() for p in word.split("-"))
    ]
    assert lost == []
