import time

import pytest

from bias_audit.parsers.alt_text import quality


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two pupils measure the height of a bean plant", "written"),
        ("A photo of the Forth Bridge from South Queensferry", "written"),
        ("Diagram of the water cycle", "written"),
        ("Figure 3: heart rate before and after exercise", "written"),
        ("Picture 4 shows a crofter feeding sheep", "written"),
        ("Save as a .png file", "written"),
        ("Poster", "written"),
        ("A man in a suit\n\nDescription automatically generated", "automatic"),
        ("Icon Description automatically generated with low confidence", "automatic"),
        ("A graph of a function AI-generated content may be incorrect.", "automatic"),
        ("A picture containing person, outdoor", "automatic"),
        ("Image may contain: 2 people, people smiling", "automatic"),
        ("Image result for firefighter", "automatic"),
        ("IMG_2034.jpg", "file name"),
        ("IMG_2034", "file name"),
        ("DSC00123", "file name"),
        ("girl on swing final (2).png", "file name"),
        ("C:\\Users\\me\\Pictures\\x.png", "file name"),
        ("https://example.org/pictures/42", "file name"),
        ("Picture 4", "file name"),
        ("image1", "file name"),
        ("Cover Image", "file name"),
        ("header-photo 2", "file name"),
        ("Icon", "file name"),
        ("Cover image: two divers look at a reef", "written"),
        ("The front cover of Oor Wullie", "written"),
        ("Screenshot 2024-01-09 at 10.12.33", "file name"),
        ("", "missing"),
        ("  \n ", "missing"),
        ("...", "missing"),
        ("decorative", "decorative"),
    ],
)
def test_quality_tells_people_from_machines(text: str, expected: str) -> None:
    assert quality(text) == expected


def test_quality_believes_the_mark_of_decoration() -> None:
    assert quality("", decorative=True) == "decorative"
    assert quality("A swirl of colour", decorative=True) == "decorative"


def test_quality_is_quick_on_odd_input() -> None:
    started = time.perf_counter()
    assert quality("a" * 200_000) == "written"
    assert quality("a.b " * 60) == "written"
    assert time.perf_counter() - started < 2
