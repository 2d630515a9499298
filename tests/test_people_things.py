""" "They" and "them" for things, which are nobody; each with near misses."""

import pytest
from counts import read


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a part of several is never one person
        (["Effie has 48 stickers. She gives Hamza a quarter of them."], []),
        (["Tom has 12 marbles. He keeps three of them."], []),
        (["He read the label on every chemical drum and corrected two of them."], []),
        (["Please send your child in wellies and write a name inside them."], []),
        (["Three friends went camping. Two of them forgot a tent."], ["them"]),
        (["Testers found nine bugs, and one of them, a granny of seventy, found five."], ["them"]),
        # who does it is not "them"
        (["Fishermen caught the herring, but it was women who cleaned them."], []),
        (["Women who repaired nets sold them at the pier."], []),
        (["The nurses were tired. The matron sent them home."], ["them"]),
        (["The children ran up to the walls and seated themselves at the fire."], ["themselves"]),
        # animals and counted things of a sentence before
        (["The hens got out. Mr Dunbar, the janny, chased them with a net."], []),
        (["There are 20 eggs in a tray. Ana drops two of them."], []),
        (["The Wilsons moved in. Ana met them at the gate."], ["them"]),
        (["The notes are long. Advise them to skip the first page."], ["them"]),
    ],
)
def test_them_is_nobody_where_things_are_meant(texts: list[str], expected: list[str]) -> None:
    assert [m.text for m in read(*texts).mentions if m.text.startswith("them")] == expected
