"""The store of the app: what each workspace keeps, for how long, and what happens when the file cannot be used."""

import sqlite3
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from bias_audit import audit_bytes, store, store_file
from bias_audit.audit import analyse, read_bytes
from bias_audit.decisions import Decision
from bias_audit.errors import StoreError
from bias_audit.model import Failure, Place, Results, Settings
from bias_audit.picture_tags import PictureTag
from bias_audit.store import Kept
from bias_audit.workshop import Mark, Meeting

HOUR = 3600.0
ONE, TWO = store.new_workspace(), store.new_workspace()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "work.sqlite"


def kept(key: str = "file:1", name: str = "Quagmire.md") -> Kept:
    document = read_bytes(b"The fireman came.\n", name)
    return Kept(key, Results(reports=(analyse(document, Settings()),)), document)


def test_ids_of_workspaces_are_long_and_differ() -> None:
    ids = {store.new_workspace() for _ in range(100)}
    assert len(ids) == 100 and all(len(id) == 43 for id in ids)


def test_work_comes_back_as_it_was(path: Path) -> None:
    opened = store.open_store(path)
    failure = Kept("file:2", Results(failures=(Failure("bad.docx", "damaged", "bad.docx is damaged."),)), None)
    decision = Decision("abc", "kept", "Quagmire.md", "It is a quotation.")
    tag = PictureTag("a" * 64, how_many="2")
    for one in (kept(), failure):
        store.keep_document(opened, ONE, one)
    store.keep_decisions(opened, ONE, [decision])
    store.keep_tag(opened, ONE, tag)
    mark = Mark(0, 4, 11, "fireman", "men only", Place("page 1"))
    meeting = Meeting((mark,), True, "Swap it", (("The fireman came.", ("A firefighter came.", "")),))
    store.keep_meeting(opened, ONE, "file:1", meeting)
    store.keep_setting(opened, ONE, "[profile]", '[{"id": "ours/x"}]')
    store.keep_for_good(opened, ONE, True)
    met = (("file:1", meeting),)
    expected = store.Work((kept(), failure), (decision,), (tag,), met, "[profile]", '[{"id": "ours/x"}]', True)
    assert store.resume(store.open_store(path), ONE) == expected


def test_unread_files_wait_until_they_are_read_or_forgotten(path: Path) -> None:
    opened = store.open_store(path)
    one, two, three = (store.Arrived(f"file:{n}", f"{n}.md", b"The fireman came.") for n in (1, 2, 3))
    store.keep_waiting(opened, ONE, [one, two])
    store.keep_waiting(opened, ONE, [one, three])

    def waiting(workspace: str = ONE) -> tuple[store.Arrived, ...]:
        found = store.resume(store.open_store(path), workspace)
        return found.waiting if found else ()

    assert waiting() == (one, two, three) and waiting(TWO) == ()
    store.forget_waiting(opened, ONE, ["file:1"])
    assert waiting() == (two, three)
    store.forget_waiting(opened, ONE)
    assert waiting() == ()
    assert b"fireman" not in path.read_bytes()


def test_source_of_a_document_comes_back_and_goes_with_it(path: Path) -> None:
    opened = store.open_store(path)
    with_source = replace(kept(), source=b"%PDF-quagmire")
    store.keep_document(opened, ONE, with_source)
    store.keep_document(opened, ONE, kept())  # looked at again: the source stays
    work = store.resume(opened, ONE)
    assert work is not None and work.documents == (with_source,)
    store.forget_document(opened, ONE, with_source.key)
    assert b"%PDF-quagmire" not in path.read_bytes()


def test_newer_words_take_the_place_of_older_ones(path: Path) -> None:
    opened = store.open_store(path)
    for document in (kept(), kept("file:2"), kept(name="Other.md")):
        store.keep_document(opened, ONE, document)
    for how_many in ("1", "2"):
        store.keep_tag(opened, ONE, PictureTag("a" * 64, how_many=how_many))  # type: ignore[arg-type]
    work = store.resume(opened, ONE)
    assert work is not None
    assert [(k.key, k.results.reports[0].name) for k in work.documents] == [
        ("file:1", "Other.md"),
        ("file:2", "Quagmire.md"),
    ]
    assert [tag.how_many for tag in work.tags] == ["2"]


def test_two_workspaces_never_see_each_other(path: Path) -> None:
    opened = store.open_store(path)
    store.keep_document(opened, ONE, kept())
    store.keep_document(opened, TWO, kept(name="Other.md"))  # the same key
    store.keep_decisions(opened, ONE, [Decision("abc", "changed")])
    store.keep_tag(opened, ONE, PictureTag("a" * 64))
    work = store.resume(opened, TWO)
    assert work is not None
    assert [k.results.reports[0].name for k in work.documents] == ["Other.md"]
    assert (work.decisions, work.tags) == ((), ())
    store.forget_all(opened, TWO)
    assert store.resume(opened, TWO) is None
    assert store.resume(opened, ONE).documents == (kept(),)  # type: ignore[union-attr]


@pytest.mark.parametrize("id", ["", "a", "%", "'; drop table workspaces; --", "A" * 43])
def test_unknown_or_odd_ids_open_nothing(path: Path, id: str) -> None:
    opened = store.open_store(path)
    store.keep_document(opened, ONE, kept())
    assert store.resume(opened, id) is None
    assert store.resume(opened, ONE) is not None


def test_work_goes_after_its_time_unless_it_was_saved(path: Path) -> None:
    now = [1_000_000.0]
    opened = store.open_store(path, clock=lambda: now[0], hours=24)
    store.keep_document(opened, ONE, kept())
    store.keep_document(opened, TWO, kept())
    store.keep_for_good(opened, TWO, True)
    now[0] += 20 * HOUR
    assert store.resume(opened, ONE) is not None  # which counts as a use
    now[0] += 20 * HOUR
    assert store.resume(opened, ONE) is not None
    now[0] += 25 * HOUR
    assert store.resume(opened, ONE) is None
    assert store.resume(opened, TWO) is not None
    store.keep_for_good(opened, TWO, False)
    now[0] += 25 * HOUR
    assert store.resume(opened, TWO) is None
    assert b"Quagmire" not in path.read_bytes()


def test_forgotten_document_leaves_nothing_behind(path: Path) -> None:
    opened = store.open_store(path)
    store.keep_document(opened, ONE, kept())
    store.keep_tag(opened, ONE, PictureTag("a" * 64))
    store.keep_tag(opened, ONE, PictureTag("b" * 64))
    assert b"Quagmire" in path.read_bytes()
    store.forget_document(opened, ONE, "file:1", ["a" * 64])
    assert store.resume(opened, ONE) == store.Work(tags=(PictureTag("b" * 64),))
    assert b"Quagmire" not in path.read_bytes() and b"a" * 64 not in path.read_bytes()
    assert [p.name for p in path.parent.iterdir()] == [path.name]  # no journal with the old rows


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_the_owner_can_read_the_file(path: Path) -> None:
    store.keep_document(store.open_store(path), ONE, kept())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_locked_store_says_so_and_works_again_later(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_file, "PATIENCE", 0.05)
    opened = store.open_store(path)
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match=r"another program is using it.*nothing is lost"):
            store.keep_document(opened, ONE, kept())
        other.execute("ROLLBACK")
    finally:
        other.close()
    store.keep_document(opened, ONE, kept())
    assert store.resume(opened, ONE) is not None


def test_full_disk_says_so_and_keeps_what_was_there(path: Path) -> None:
    opened = store.open_store(path)
    store.keep_document(opened, ONE, kept())
    with sqlite3.connect(path) as peek:
        pages = peek.execute("PRAGMA page_count").fetchone()[0]
    peek.close()
    event.listen(opened.engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(StoreError, match="the disk is full"):
        store.keep_setting(opened, ONE, "x" * 1_000_000)
    assert store.resume(opened, ONE).documents == (kept(),)  # type: ignore[union-attr]


def test_workshop_goes_with_its_document_and_is_passed_over_in_another_form(path: Path) -> None:
    opened = store.open_store(path)
    for key in ("file:1", "file:2"):
        store.keep_document(opened, ONE, kept(key))
        store.keep_meeting(opened, ONE, key, Meeting(actions=f"of {key}"))
    store.forget_document(opened, ONE, "file:1")
    work = store.resume(opened, ONE)
    assert work is not None and work.meetings == (("file:2", Meeting(actions="of file:2")),)
    with sqlite3.connect(path) as older:
        older.execute("UPDATE meetings SET meeting = '{\"marks\": 3}'")
    older.close()
    work = store.resume(opened, ONE)
    assert work is not None and work.meetings == () and len(work.documents) == 1


def test_damaged_file_says_so_and_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database, but perhaps dear to somebody " * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="the file is damaged"):
        store.open_store(path)
    assert path.read_bytes() == before


def test_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match="could not be saved on this computer"):
        store.open_store(tmp_path / "file" / "work.sqlite")


def test_words_of_a_document_are_not_taken_for_the_reason(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_file, "PATIENCE", 0.05)
    opened = store.open_store(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(StoreError, match="it cannot be opened"):
        store.keep_setting(opened, ONE, "the disk is full and locked")


def test_document_of_another_version_is_counted_and_the_others_come_back(path: Path) -> None:
    opened = store.open_store(path)
    store.keep_document(opened, ONE, kept())
    store.keep_document(opened, ONE, kept("file:2"))
    with sqlite3.connect(path) as peek:
        peek.execute("UPDATE documents SET results = x'00' WHERE key = 'file:1'")
    peek.close()
    work = store.resume(opened, ONE)
    assert work is not None
    assert (work.unreadable, [k.key for k in work.documents]) == (1, ["file:2"])


@pytest.mark.parametrize(
    ("value", "hours"), [("48", 48), ("0.5", 0.5), ("", 24), ("soon", 24), ("-1", 24), ("nan", 24), ("inf", 24)]
)
def test_hours_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, value: str, hours: float) -> None:
    monkeypatch.setenv("BIAS_AUDIT_KEEP_HOURS", value)
    assert store.keep_hours() == hours


def test_place_comes_from_the_environment_or_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BIAS_AUDIT_STORE", raising=False)
    assert store_file.store_path().parts[-2:] == ("bias-audit", "work.sqlite")
    monkeypatch.setenv("BIAS_AUDIT_STORE", str(tmp_path / "here.sqlite"))
    assert store_file.store_path() == tmp_path / "here.sqlite"


def test_pictures_come_back_with_their_bytes(path: Path) -> None:
    sample = Path(__file__).parents[1] / "corpus_samples" / "s3-engineering-careers.pptx"
    document = read_bytes(sample.read_bytes(), sample.name)
    whole = Kept("k", Results(reports=(audit_bytes(sample.read_bytes(), sample.name),)), document)
    opened = store.open_store(path)
    store.keep_document(opened, ONE, whole)
    work = store.resume(opened, ONE)
    assert work is not None and work.documents[0].document == document
    assert any(picture.data for picture in work.documents[0].document.pictures)  # type: ignore[union-attr]
