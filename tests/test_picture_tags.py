"""Tags that people give to pictures: kept without loss, counted apart, compared between raters."""

import json
from typing import get_args

import pytest

from bias_audit.errors import Damaged
from bias_audit.model import Dimension, Picture, Place
from bias_audit.picture_tags import (
    CANT_TELL,
    HOW_MANY,
    QUESTIONS,
    SCHEMA,
    SHOWN_AS,
    HowMany,
    PictureTag,
    agreement,
    read_tags,
    tally,
    write_tags,
)

TAG = PictureTag("a1", "2", (("gender", "shown as a woman or girl"), ("age", CANT_TELL)), "at work", "doing or making")


def test_every_list_of_choices_starts_with_cant_tell() -> None:
    assert {choices[0] for choices in (*QUESTIONS.values(), *SHOWN_AS.values())} == {CANT_TELL}
    assert get_args(HowMany) == HOW_MANY
    assert set(SHOWN_AS) <= set(get_args(Dimension))


def test_tags_say_what_is_shown_and_never_what_somebody_is() -> None:
    for choice in (choice for choices in SHOWN_AS.values() for choice in choices[1:]):
        assert "shown" in choice or choice in ("more than one", "as the material says")


@pytest.mark.parametrize("tags", [(), (TAG,), (TAG, PictureTag("b2", rater="M"), PictureTag("b2", "0", rater="K"))])
def test_tags_read_back_without_loss(tags: tuple[PictureTag, ...]) -> None:
    assert read_tags(write_tags(tags)) == tags


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not JSON", "the whole file"),
        ("null", "no picture tags"),
        (json.dumps({"schema": "bias-audit/picture-tags/2", "tags": []}), "schema"),
        (json.dumps({"schema": SCHEMA, "tags": [{"sha256": "a1", "how_many": "4"}]}), "tags.0.how_many"),
        (json.dumps({"schema": SCHEMA, "tags": [{"sha256": "a1", "ethnicity": "x"}]}), "tags.0.ethnicity"),
        (json.dumps({"schema": SCHEMA, "tags": [{"sha256": "a1", "described": [["hair", "red"]]}]}), "described"),
        (json.dumps({"schema": SCHEMA, "tags": [{"sha256": "a1"}, {"sha256": "a1"}]}), "twice"),
    ],
)
def test_tags_that_are_not_valid_are_refused(text: str, said: str) -> None:
    with pytest.raises(Damaged, match=said):
        read_tags(text)


def test_tally_counts_each_picture_once_and_opens_to_it() -> None:
    tags = [TAG, PictureTag("b2", "0"), PictureTag("c3", "1", doing="posing")]
    pictures = [Picture(Place("slide 1"), sha256="c3"), Picture(Place("slide 2"), sha256="a1")]
    counts = {c.label: c for c in tally(tags, pictures)}
    assert [*counts] == [
        "how many: 0", "how many: 1", "how many: 2", "role: can't tell", "role: at work", "doing: doing or making",
        "doing: posing", "where: can't tell", "age: can't tell", "gender: shown as a woman or girl",
    ]  # fmt: skip
    assert (counts["how many: 0"].share.count, counts["how many: 0"].share.total) == (1, 3)
    posing = counts["doing: posing"]
    assert (posing.share.count, posing.share.total, posing.pictures, posing.mentions) == (1, 2, (0,), ())
    assert (round(posing.share.low, 2), round(posing.share.high, 2)) == (0.09, 0.91)


def test_tally_says_where_raters_differ() -> None:
    tags = [PictureTag("a1", "1", rater="K"), PictureTag("a1", "2", rater="M"), PictureTag("b2", "1", rater="K")]
    counted = {c.label: c.share.count for c in tally(tags)}
    assert counted == {
        "how many: 1": 1, "how many: raters differ": 1, "role: can't tell": 2, "doing: can't tell": 2,
        "where: can't tell": 2,
    }  # fmt: skip
    assert tally(()) == ()


def raters(*pairs: tuple[str, str, int]) -> tuple[list[PictureTag], list[PictureTag]]:
    """Two raters' answers to "doing", each pair of answers for that many pictures."""
    answered = [(a, b) for a, b, number in pairs for _ in range(number)]
    one = [PictureTag(f"p{i}", doing=a, rater="K") for i, (a, _) in enumerate(answered)]
    other = [PictureTag(f"p{i}", doing=b, rater="M") for i, (_, b) in enumerate(answered)]
    return one, [*other, PictureTag("only one of them", rater="M")]


def test_agreement_beyond_chance_is_cohens_kappa() -> None:
    # 20 and 15 alike of 50: (0.7 - 0.5) / (1 - 0.5)
    found = agreement(*raters(("x", "x", 20), ("x", "y", 5), ("y", "x", 10), ("y", "y", 15)))
    doing = next(a for a in found if a.question == "doing")
    assert doing.kappa == pytest.approx(0.4)
    assert doing.said == "doing: the same answer for 35 of 50 pictures (70%), kappa 0.40."


@pytest.mark.parametrize(("number", "kappa", "said"), [(19, None, "Too few to say more"), (20, 1.0, "kappa 1.00")])
def test_agreement_on_few_pictures_says_so(number: int, kappa: float | None, said: str) -> None:
    found = agreement(*raters(("x", "x", number - 3), ("y", "y", 3)))
    doing = next(a for a in found if a.question == "doing")
    assert (doing.kappa, doing.same.total) == (kappa, number)
    assert said in doing.said


def test_agreement_without_any_choice_made_is_left_open() -> None:
    found = agreement(*raters(("x", "x", 30)))
    assert {a.kappa for a in found} == {None}
    assert all("cannot be told" in a.said for a in found)
    assert agreement([TAG], []) == ()
