"""What the words of pictures say that the page does not."""

import pytest

from bias_audit.audit import analyse
from bias_audit.model import AltQuality, Block, Document, PatternFinding, Picture, Place
from bias_audit.people import find_people
from bias_audit.picture_text import text_picture_patterns
from bias_audit.pipeline import Pipeline
from bias_audit.representation import load_patterns
from bias_audit.text import tokenise

AT = Place("page 1")
PAGE = (
    "Wind turns the blades of a turbine, and the blades turn a generator. Copper wire in the generator moves "
    "past magnets, and a current flows. Cables carry the current under the sea to the shore, where it is "
    "counted and sent on to homes and schools."
)


def document(page: str, *pictures: tuple[str, str], quality: AltQuality = "written", language: str = "en") -> Document:
    """A page and pictures of (alt text, caption), with the blocks that a reader of files makes of them."""
    blocks = [Block(page, "paragraph", AT, language=language)]
    made = []
    for alt, caption in pictures:
        blocks += [Block(alt, "alt_text", AT, language=language)] * bool(alt and quality == "written")
        blocks += [Block(caption, "caption", AT, language=language)] * bool(caption)
        made.append(Picture(AT, alt, quality if alt else "missing", caption))
    return Document("page.docx", "", "", tuple(blocks), tuple(made))


def found(pipeline: Pipeline, read: Document) -> list[PatternFinding]:
    people = find_people(tokenise(read.blocks, pipeline.nlp))
    return list(text_picture_patterns(read, people, pipeline.lexicon.words))


def entries(pipeline: Pipeline, page: str, alt: str) -> list[tuple[str, list[str]]]:
    return [(p.entry, [o.text for o in p.places]) for p in found(pipeline, document(page, (alt, "")))]


@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        ("A woman climbs the tower.", [("gender/only-in-pictures", ["woman"])]),
        ("A boy and a girl hold magnets.", [("gender/only-in-pictures", ["boy", "girl"])]),
        ("Two female scientists at a screen", [
            ("gender/only-in-pictures", ["female scientists"]), ("pathways/jobs-only-in-pictures", ["scientists"])]),
        ("An elderly Asian woman at a desk", [
            ("gender/only-in-pictures", ["woman"]), ("race/only-in-pictures", ["Asian woman"]),
            ("age/only-in-pictures", ["elderly Asian woman"])]),
        ("A Black engineer checks a cable.", [
            ("race/only-in-pictures", ["Black engineer"]), ("pathways/jobs-only-in-pictures", ["engineer"])]),
        ("Muslim pupils in a workshop", [("religion/only-in-pictures", ["Muslim pupils"])]),
        ("A welder in a mask", [("pathways/jobs-only-in-pictures", ["welder"])]),
    ],
)  # fmt: skip
def test_alt_text_that_says_more_than_the_page_is_noticed(
    pipeline: Pipeline, alt: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert entries(pipeline, PAGE, alt) == expected


@pytest.mark.parametrize(
    "alt",
    [
        "A black and white photo of a turbine",
        "A female connector and a male connector",
        "A queen bee on the hand of a learner",
        "The Old Man of Hoy at low tide",
        "The ferry to the Isle of Man",
        "A person in a white coat",
        "A 12 year old pupil with a magnet",
        "Older pupils build a tower.",
        "The French teacher points at a map.",
        "A learner who uses a wheelchair tests a blade.",
        "A young person on the shore",
        "An engineering drawing of a blade",
        "Nursery rhymes on a wall",
        "Three turbines in a bay",
    ],
)
def test_alt_text_with_the_same_words_in_another_sense_is_left_alone(pipeline: Pipeline, alt: str) -> None:
    assert entries(pipeline, PAGE, alt) == []


@pytest.mark.parametrize(
    ("more", "alt"),
    [
        ("Mrs Kerr designed it.", "A woman on a ladder"),
        ("She designed it.", "A female engineer, one of many engineers"),
        ("Engineers check it. Girls and boys can, too.", "A girl and an engineer"),
        ("Asian countries build many.", "Asian people at work"),
    ],
)
def test_alt_text_is_left_alone_when_the_page_says_it_too(pipeline: Pipeline, more: str, alt: str) -> None:
    kept = [id for id, _ in entries(pipeline, f"{PAGE} {more}", alt) if not id.startswith("pathways/")]
    assert kept == []


def test_one_gender_only_in_pictures_weighs_more(pipeline: Pipeline) -> None:
    (one,) = found(pipeline, document(f"{PAGE} He is proud of his work.", ("A woman hands him a spanner.", "")))
    assert (one.entry, one.severity) == ("gender/one-gender-only-in-pictures", 1)
    assert one.saw == (
        "The page speaks of one gender, and the other comes up only in the words for pictures (“woman”; 1 of 1)."
    )


def test_words_of_captions_are_words_of_pictures(pipeline: Pipeline) -> None:
    one, caption = found(pipeline, document(PAGE, ("", "Two women at the shore"), ("Waves", "")))
    assert caption.entry == "disability/caption-without-alt"
    assert (one.entry, one.places[0].block, one.counts[0].pictures) == ("gender/only-in-pictures", 1, (0,))
    assert (one.counts[0].share.count, one.counts[0].share.total) == (1, 2)


@pytest.mark.parametrize(
    "read",
    [
        document("A short page.", ("A woman", "")),
        document(PAGE, ("A woman", ""), quality="automatic"),
        document(PAGE, ("A woman", ""), language="gd"),
        document(PAGE),
    ],
)
def test_nothing_is_said_where_silence_means_nothing(pipeline: Pipeline, read: Document) -> None:
    assert found(pipeline, read) == []


def test_caption_that_names_someone_beside_an_empty_alt_text_is_noticed(pipeline: Pipeline) -> None:
    page = f"{PAGE} Mairi Campbell is an engineer."
    (one,) = found(pipeline, document(page, ("", "Mairi Campbell at the shore"), ("Waves", "The shore")))
    assert (one.entry, one.severity, one.places[0].text) == ("disability/caption-without-alt", 0, "Mairi Campbell")
    assert (one.counts[0].share.count, one.counts[0].share.total, one.counts[0].pictures) == (1, 2, (0,))
    assert found(pipeline, document(page, ("Mairi Campbell on a boat", "Mairi Campbell at the shore"))) == []
    assert found(pipeline, document(page, ("", "The shore at dusk"))) == []


def test_every_place_holds_its_words(pipeline: Pipeline) -> None:
    read = document(PAGE, ("“An elderly Asian woman”, a welder", "The boy’s magnet"), ("", "An engineer called Tom"))
    places = [place for pattern in found(pipeline, read) for place in pattern.places]
    assert len(places) >= 5
    for place in places:
        assert read.blocks[place.block].text[place.start : place.end] == place.text
        assert place.sentence[place.at : place.at + len(place.text)] == place.text


def test_report_brings_the_words_of_each_pattern() -> None:
    report = analyse(document(PAGE, ("A Black engineer checks a cable.", "")))
    assert [p.entry for p in report.patterns] == ["race/only-in-pictures", "pathways/jobs-only-in-pictures"]
    assert {p.entry for p in report.patterns} <= {rule.id for rule in report.rules}


def test_every_pattern_about_pictures_has_its_words() -> None:
    ids = {rule.id for rule in load_patterns()}
    assert len({id for id in ids if id.endswith("only-in-pictures")}) == 6
    assert "disability/caption-without-alt" in ids
