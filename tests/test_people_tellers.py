"""Who tells a text: whoever signs it or is named on top of it."""

import pytest
from counts import read

TOLD = "I grew up by the sea. My first boat was blue."


@pytest.mark.parametrize(
    ("texts", "teller"),
    [
        (("By Nadia, Class 4", TOLD), "Nadia"),
        (("Written by Nadia", TOLD), "Nadia"),
        (("By Nadia Khan", TOLD), "Nadia Khan"),
        ((TOLD, "Nadia"), "Nadia"),
        ((TOLD, "Signed: Nadia K., S4"), "Nadia"),
        ((TOLD, "Nadia Khan was talking to Omar Shah."), "Nadia Khan"),
        (("Dear Editor,", TOLD, "Yours faithfully, Nadia Khan (14)"), "Nadia Khan"),
        (("Dear Editor,", TOLD, "Yours faithfully, Nadia Khan"), "Nadia Khan"),
        (("My dear Mother,", TOLD, "Your loving daughter,", "Nadia"), "Nadia"),
        (("Dear Gran,", TOLD, "Love from Nadia"), "Nadia"),
        (("Dear Editor,", TOLD, "Yours sincerely", "(Miss) Nadia Khan"), "Nadia Khan"),
        ((TOLD, "(Miss) Nadia Khan"), "Nadia Khan"),
        # no signature
        (("Dear Gran,", TOLD, "Many thanks Nadia"), "I"),
        (("By Nadia, who is a cook.", TOLD), "I"),
        ((TOLD, "Omar", "Ines", "Nadia"), "I"),
        ((TOLD, "I met Nadia there.", "Nadia"), "I"),
        ((TOLD, "Nadia was kind to Omar Shah."), "I"),
        (("By Friday", TOLD), "I"),
    ],
)
def test_who_signs_a_text_tells_it(texts: tuple[str, ...], teller: str) -> None:
    people = read(*texts)
    who = {people.persons[m.person].label for m in people.mentions if m.text in ("I", "My") and m.person >= 0}
    assert teller in who and (teller != "I" or who == {"I"})


@pytest.mark.parametrize(
    ("line", "gender"),
    [
        ("(Miss) Nadia Khan", "she"),
        ("(Mr) Nadia Khan", "he"),
        ("(Dr) Nadia Khan", "not stated"),
        ("He asked (Miss Ali) Nadia Khan.", "not stated"),
    ],
)
def test_a_title_in_brackets_opens_a_signature(line: str, gender: str) -> None:
    assert {p.gender for p in read(line).persons if p.label == "Nadia Khan"} == {gender}


def test_a_word_that_is_to_be_used_is_not_said() -> None:
    assert not read("Omar has asked friends to use “they”.").quotations
    assert read("Omar said “they”.").quotations
