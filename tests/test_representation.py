"""Counts, shares and the patterns that only counting shows."""

import shutil
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from bias_audit.errors import LexiconError
from bias_audit.lexicon import lexicon_folder
from bias_audit.model import AltQuality, Block, BlockKind, Picture, Place, Representation
from bias_audit.people import find_people
from bias_audit.representation import load_patterns, patterns, represent
from bias_audit.shares import say, wilson
from bias_audit.text import tokenise

NLP = spacy.blank("en")


def count(*texts: str, pictures: tuple[AltQuality, ...] = (), kind: BlockKind = "paragraph") -> Representation:
    blocks = [Block(t, kind, Place(f"paragraph {i}")) for i, t in enumerate(texts, 1)]
    text = tokenise(blocks, NLP)
    return represent(find_people(text), [Picture(Place("page 1"), alt_quality=q) for q in pictures], text)


# --- shares -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "total", "low", "high"),
    [(2, 10, 0.06, 0.51), (4, 20, 0.08, 0.42), (20, 100, 0.13, 0.29), (0, 0, 0.0, 1.0)],
)
def test_wilson_gives_known_intervals(part: int, total: int, low: float, high: float) -> None:
    share = wilson(part, total)
    assert (round(share.low, 2), round(share.high, 2)) == (low, high)


@given(st.integers(0, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_between_its_bounds(numbers: tuple[int, int]) -> None:
    part, total = numbers
    share = wilson(part, total)
    assert 0.0 <= share.low <= share.high <= 1.0
    if total:
        assert share.low <= part / total <= share.high
        mirrored = wilson(total - part, total)
        assert share.low == pytest.approx(1 - mirrored.high, abs=1e-9)


@pytest.mark.parametrize(("part", "total"), [(3, 2), (-1, 2), (1, 0)])
def test_wilson_refuses_what_is_no_share(part: int, total: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        wilson(part, total)


@pytest.mark.parametrize(
    ("part", "total", "words"),
    [(5, 11, "5 of 11"), (19, 19, "19 of 19"), (12, 40, "12 of 40, 30%"), (5, 40, "5 of 40, 13%"),
     (0, 20, "0 of 20, 0%"), (0, 0, "0 of 0")],
)  # fmt: skip
def test_say_gives_a_percentage_only_from_twenty(part: int, total: int, words: str) -> None:
    assert say(wilson(part, total)) == words


# --- counts -------------------------------------------------------------------------------------


def test_represent_counts_people_by_what_is_said() -> None:
    found = count("Mrs Okafor and Mr Kerr met Priya. A vet left.", "Mx Bailey spoke. The girls sang.")
    assert [(c.label, c.share.count, c.share.total) for c in found.described_as] == [
        ("she", 1, 5), ("he", 1, 5), ("they", 1, 5), ("more than one", 0, 5), ("not stated", 2, 5),
    ]  # fmt: skip
    assert [(c.label, c.share.count) for c in found.named] == [("named", 4), ("not named", 1)]


def test_represent_counts_open_to_their_mentions() -> None:
    text = tokenise([Block("Priya ran. She won. Tom sat.", "paragraph", Place("page 1"))], NLP)
    people = find_people(text)
    counts = {c.label: c for c in represent(people, [], text).described_as}
    assert [people.mentions[i].text for i in counts["she"].mentions] == ["Priya", "She"]
    assert [people.mentions[i].text for i in counts["not stated"].mentions] == ["Tom"]


def test_represent_of_nobody_keeps_every_count() -> None:
    found = count("Water boils.")
    assert [c.share.total for c in (*found.described_as, *found.named, *found.pictures)] == [0] * 11
    assert all((c.share.low, c.share.high) == (0.0, 1.0) for c in found.described_as)


def test_represent_counts_pictures_by_alt_text() -> None:
    found = count(pictures=("written", "missing", "decorative", "file name", "automatic", "not checkable"))
    assert [(c.label, c.share.count, c.pictures) for c in found.pictures] == [
        ("usable alt text", 1, (0,)),
        ("decorative", 1, (2,)),
        ("no usable alt text", 3, (1, 3, 4)),
        ("not checkable", 1, (5,)),
    ]


# --- pairs --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boys and girls ran.", [("boys and girls", "he")]),
        ("The girls and the boys ran.", [("girls and the boys", "she")]),
        ("Ask mums and dads.", [("mums and dads", "she")]),
        ("Mr and Mrs Kaur came.", [("Mr and Mrs", "he")]),
        ("Mr. and Mrs. Kaur came.", [("Mr. and Mrs.", "he")]),
        ("Each pupil lifts his or her hand.", [("his or her", "he")]),
        ("He/she lifts a hand.", [("He/she", "he")]),
        ("She or he lifts a hand.", [("She or he", "she")]),
        ("Men's and women's races", [("Men's and women", "he")]),
        (
            "brothers and sisters, sons & daughters",
            [("brothers and sisters", "he"), ("sons & daughters", "he")],
        ),
        ("Ladies and gentlemen!", []),
        ("The boys ran and girls sang.", []),
        ("Boys, men and fathers", []),
        ("He and the dog ran.", []),
    ],
)
def test_represent_finds_pairs_and_their_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.place.text, p.first) for p in count(text).pairs] == expected


def test_represent_pairs_open_to_their_sentence() -> None:
    place = count("It rained. The boys and girls ran.").pairs[0].place
    assert place.sentence == "The boys and girls ran."
    assert place.sentence[place.at : place.at + len(place.text)] == place.text == "boys and girls"


def test_represent_skips_pairs_in_code() -> None:
    assert count("boys and girls", kind="code").pairs == ()


# --- patterns -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("he_first", "she_first", "expected"),
    [
        (6, 0, "(6 of 6)"),
        (18, 2, "(18 of 20, 90%)"),
        (5, 0, ""),  # too few
        (5, 2, ""),  # mixed enough
        (0, 9, ""),
    ],
)
def test_patterns_speak_of_pair_order_when_it_is_nearly_always_the_same(
    he_first: int, she_first: int, expected: str
) -> None:
    found = patterns(count(*["The boys and girls ran."] * he_first, *["The girls and boys ran."] * she_first))
    assert len(found) == bool(expected)
    for finding in found:
        assert (finding.entry, finding.dimension, finding.severity) == ("gender/pair-order", "gender", 0)
        assert expected in finding.saw and '"boys and girls"' in finding.saw
        assert finding.counts[0].share.count == he_first
        assert {p.text for p in finding.places} == {"boys and girls"}


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        (("written", "missing", "file name"), "show: 2 of 3."),
        (("missing", "not checkable", "decorative"), "show: 1 of 1."),
        (("written", "decorative"), ""),
        (("not checkable", "not checkable"), ""),
        ((), ""),
    ],
)
def test_patterns_speak_of_pictures_that_can_hold_alt_text(pictures: tuple[AltQuality, ...], expected: str) -> None:
    found = patterns(count(pictures=pictures))
    assert len(found) == bool(expected)
    for finding in found:
        assert (finding.entry, finding.dimension) == ("disability/pictures-without-alt", "disability")
        assert finding.severity == 1 and expected in finding.saw
        assert all(pictures[i] in ("missing", "file name") for i in finding.counts[0].pictures)


def test_load_patterns_gives_whole_rules() -> None:
    rules = load_patterns()
    assert [r.id for r in rules][:2] == ["gender/pair-order", "disability/pictures-without-alt"]
    for rule in rules:
        assert all((rule.saw, rule.why, rule.fine_when, rule.ask, rule.try_instead, rule.sources))
        texts = " ".join((rule.saw, rule.why, rule.fine_when, rule.ask, *rule.try_instead)).lower()
        assert "!" not in texts and "biased" not in texts and "you " not in texts.replace("if you", "")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: gender/pair-order", "id: Pair order", "id"),
        ("    ask: Would", "    asks: Would", "ask"),
        ("source: [UNESCO09", "source: [NOWHERE", "NOWHERE"),
        ("{example}", "{sample}", "say"),
        ("id: disability/pictures-without-alt", "id: gender/pair-order", "used twice"),
        ("patterns:", "rules:", "one list"),
    ],
)
def test_load_patterns_says_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    for name in ("patterns.yaml", "sources.yaml"):
        shutil.copy(lexicon_folder() / "en" / name, tmp_path / name)
    path = tmp_path / "patterns.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(LexiconError, match=said):
        load_patterns(tmp_path)
