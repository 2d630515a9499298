"""Words that carry a meaning only together."""

import pytest
from rules import entry, knowing, words_found

from bias_audit.pipeline import Pipeline
from bias_audit.together import endings


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("remove", ("remove", "removes", "removed", "removing")),
        ("carry", ("carry", "carries", "carried", "carrying")),
        ("play", ("play", "plays", "played", "playing")),
        ("teach", ("teach", "teaches", "teached", "teaching")),
        ("ban", ("ban", "bans", "banned", "banning")),
        ("help", ("help", "helps", "helped", "helping")),
        ("show", ("show", "shows", "showed", "showing")),
        ("discover", ("discover", "discovers", "discovered", "discovering")),
    ],
)
def test_endings_are_the_regular_ones(word: str, forms: tuple[str, ...]) -> None:
    assert endings(word) == forms


HATS = entry(
    together=[[["hat", "head scarf"], ["remove~", "take~ off", "'s"], ["lab", "gym"]]], not_near=["bottle", "tuck~ in"]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Remove your hat in the lab.", ["Remove your hat in the lab"]),
        ("In the lab a hat is to be removed.", ["lab a hat is to be removed"]),
        ("In the gym, taking off a head scarf is fine.", ["gym, taking off a head scarf"]),
        ("The hat's in the gym.", ["hat's in the gym"]),
        ("Remove your hat. The lab is cold.", []),  # two sentences
        ("Remove the lid in the lab.", []),
        ("Remove your hat in the hall.", []),
        ("Remove the head in the lab.", []),  # a part of a phrase
        ("Remove the hat from the bottle in the lab.", []),
        ("Remove your hat in the lab or tuck it in.", ["Remove your hat in the lab"]),
        ("Remove your hat in the lab or tucked in the gym.", []),
        ("Remove one two three four five six seven eight nine ten eleven twelve hat lab.", []),  # too far apart
        ("", []),
    ],
)
def test_one_word_of_each_list_in_any_order_is_found(text: str, found: list[str], pipeline: Pipeline) -> None:
    assert words_found(text, knowing(pipeline, HATS)) == found


def test_one_word_is_not_counted_for_two_lists(pipeline: Pipeline) -> None:
    same = knowing(pipeline, entry(together=[[["cup", "mug"], ["cup", "jug"]]]))
    assert words_found("A cup of tea.", same) == []
    assert words_found("A cup and a jug.", same) == ["cup and a jug"]
    assert words_found("A cup and a cup.", same) == ["cup and a cup"]


def test_entry_may_have_several_ways_to_find(pipeline: Pipeline) -> None:
    both = entry(swap={"cup": "mug"}, phrases=["jug of"], together=[[["plate"], ["fork~"]]])
    assert words_found("A cup, a jug of tea, plates, a fork on a plate.", knowing(pipeline, both)) == [
        "cup",
        "jug of",
        "fork on a plate",
    ]
