"""Titles of works in italics, in which nobody is looked for; with people who stand in italics."""

import pytest

from bias_audit.audit import analyse
from bias_audit.model import Block
from bias_audit.parsers.html import parse


def blocks(markup: str) -> tuple[Block, ...]:
    return parse(markup.encode(), "a.html").blocks


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>We saw <i> Peter Pan </i> and <em><cite>Macbeth</cite> again</em>.</p>", ["Peter Pan", "Macbeth again"]),
        ("<p><i>Macbeth</i></p>", ["Macbeth"]),
        ("<p>One<br>Two: <i>Macbeth</i> and more<br><cite>Emma</cite></p>", ["Macbeth", "Emma"]),
        ("<p>No <i></i> words <i> </i> here</p>", []),
        ("<p>He wrote <i>one<p>two</p>three</i> four</p>", ["one", "two", "three"]),
        ("<p>\ufdd0Nothing\ufdd1 is set off</p>", []),
        ("<pre>x = <i>2</i></pre>", ["2"]),
    ],
)
def test_parse_keeps_what_stands_in_italics(markup: str, expected: list[str]) -> None:
    found = blocks(markup)
    assert [b.text[start:end] for b in found for start, end in b.italics] == expected
    assert not any("\ufdd0" in b.text or "\ufdd1" in b.text or "  " in b.text for b in found)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # the title shows what it is
        ("<i>The Miller's Daughter</i> is a musical.", []),
        ("She hums <i>The Ballad of Tam Reid</i>.", ["someone called she"]),
        ("We staged <cite>Maya and the Blue Kite</cite>.", []),
        ("Try <cite>Maya Reid and the Blue Kite</cite> next.", []),
        # the words beside it do
        ("The tales of <cite>Baron Munchausen</cite> are wild.", []),
        ("In <i>Rebecca</i>, the house burns.", []),
        ("The novel <i>Rebecca</i> is long.", []),
        ("Daphne du Maurier wrote <i>Rebecca</i>.", ["Daphne du Maurier"]),
        ("We liked <i>Rebecca</i> (1938).", []),
        ("We liked <i>Rebecca</i>, by Daphne du Maurier.", ["Daphne du Maurier"]),
        # people in italics
        ("<i>Maya Reid</i> designs bridges.", ["Maya Reid"]),
        ("— <cite>Maya Angelou</cite>", ["Maya Angelou"]),
        ("“We rise,” said <cite>Maya Angelou</cite>.", ["Maya Angelou"]),
        ("<i>Priya of Dunoon</i> said yes.", ["Priya"]),
        ("Ask <em>Maya Reid, Head of Science</em> for help.", ["Maya Reid"]),
        ("Left: <i>Priya at the Harbour</i>, waving.", ["Priya"]),
        ("Here is <i>Maya Reid at the Harbour</i> in May.", ["Maya Reid"]),
        ("We met <em>Priya with Tom</em>.", ["Priya", "Tom"]),
        ("We met <em>Maya's Mum</em>.", ["Maya", "Mum"]),
        ("Ola wrote <i>Rebecca</i> a card.", ["Ola", "Rebecca"]),
        ("He believed in <em>Rebecca</em>.", ["Rebecca", "someone called he"]),
        ("The friends of <i>Rebecca</i> were late.", ["Rebecca"]),
        ("We saw <em>Rebecca</em> by the door.", ["Rebecca"]),
        ("Ask <em>Priya, Keeper of the Keys</em>, for one.", ["Priya"]),
        ("<i>Priya in Dunoon</i>", ["Priya"]),
        ("Thanks go to our <i>Nurse of the Year</i>.", ["Nurse"]),
        ("<i>The nurse's daughter</i> came.", ["The nurse", "daughter"]),
    ],
)
def test_find_people_finds_nobody_in_a_title_in_italics(text: str, people: list[str]) -> None:
    found = analyse(parse(f"<p>{text}</p>".encode(), "a.html")).people.persons
    assert sorted(person.label for person in found) == people
