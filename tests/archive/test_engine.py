"""The folder an archive lies in: who may write, what is damaged, what is not ours, reading while another writes."""

import gzip
import hashlib
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from importlib.resources import files

import apsw
import pytest
from warcio.archiveiterator import ArchiveIterator

from letopis.archive.connection import steps
from letopis.archive.engine import open_archive
from letopis.archive.finding.asking import Asked
from letopis.errors import ArchiveLocked, ArchiveUnreadable, ArchiveUnwritable, QueryWrong, SourceMissing
from letopis.model import Article, Capture, Dated, Reading, Record


def page(number: int, text: str = "The bridge is closed.", headers=()) -> tuple[Reading, Capture]:
    """Return a page and its capture."""
    url, body = f"https://a.test/{number}", f"<p>{text}</p>".encode()
    article = Article(url=url, text=text, published=Dated("2026-11-02", "meta"))
    digest = hashlib.sha256(body).hexdigest()
    fetched = datetime(2026, 11, 2, tzinfo=UTC)
    return Reading(article, Record()), Capture(url, url, fetched, 200, "text/html", headers, body, digest)


@pytest.fixture
def filled(tmp_path):
    """Return the folder of an archive with a page in it."""
    with open_archive(tmp_path, write=True) as archive:
        archive.keep(*page(1))
    return tmp_path


def test_a_second_writer_is_told_who_writes_and_since_when(tmp_path):
    holder = f"process {os.getpid()} since 2026-11-02 09:30 UTC"
    early = open_archive(tmp_path, write=True, clock=lambda: datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
    with early, pytest.raises(ArchiveLocked, match=holder):
        open_archive(tmp_path, write=True)


def test_another_process_is_locked_out_too_but_may_read(filled):
    script = """
import sys
from pathlib import Path
from letopis.archive.engine import open_archive
from letopis.errors import ArchiveLocked
print(open_archive(Path(sys.argv[1])).counts().articles)
try:
    open_archive(Path(sys.argv[1]), write=True)
except ArchiveLocked as error:
    print(error)
"""
    with open_archive(filled, write=True):
        said = subprocess.run([sys.executable, "-c", script, filled], capture_output=True, text=True, check=True).stdout
    assert said.startswith("1\n")
    assert f"process {os.getpid()}" in said


def test_the_next_writer_comes_in_when_the_first_has_left(filled):
    with open_archive(filled, write=True) as archive:
        assert archive.keep(*page(2)).article == 2


def test_whoever_opened_for_reading_cannot_keep(filled):
    with open_archive(filled) as archive, pytest.raises(ArchiveUnwritable, match="for reading"):
        archive.keep(*page(2))


def test_where_no_archive_is_there_is_nothing_to_read(tmp_path):
    with pytest.raises(SourceMissing, match="letopis add"):
        open_archive(tmp_path / "nowhere")


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ArchiveUnreadable, match="file"):
        open_archive(tmp_path / "file", write=True)


def test_an_archive_of_a_newer_letopis_is_left_alone(filled):
    db = apsw.Connection(str(filled / "letopis.db"))
    db.execute("PRAGMA user_version = 99")
    db.close()
    for write in (True, False):
        with pytest.raises(ArchiveUnreadable, match="newer Letopis"):
            open_archive(filled, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path, write):
    (tmp_path / "letopis.db").write_bytes(b"not a database at all, just words" * 100)
    with pytest.raises(ArchiveUnreadable):
        open_archive(tmp_path, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_a_database_of_another_program_is_left_alone(tmp_path, write):
    db = apsw.Connection(str(tmp_path / "letopis.db"))
    db.execute("CREATE TABLE theirs (id)")
    db.close()
    with pytest.raises(ArchiveUnreadable, match="another program"):
        open_archive(tmp_path, write=write)


def test_a_database_in_which_nothing_is_yet_is_said_to_be_empty_and_may_be_filled(tmp_path):
    (tmp_path / "letopis.db").touch()
    with pytest.raises(ArchiveUnreadable, match="empty"):
        open_archive(tmp_path)
    with open_archive(tmp_path, write=True) as archive:
        assert archive.keep(*page(1)).article == 1


def test_a_migration_that_fails_changes_nothing(filled, monkeypatch):
    broken = (*steps(), "CREATE TABLE more (id); CREATE TABLE even more (id)")
    with monkeypatch.context() as newer:
        newer.setattr("letopis.archive.connection.steps", lambda: broken)
        with pytest.raises(apsw.SQLError):
            open_archive(filled, write=True)
    with open_archive(filled, write=True) as archive:
        assert archive.counts().articles == 1


def test_a_migration_is_done_by_the_next_writer_and_asked_of_readers(filled, monkeypatch):
    monkeypatch.setattr("letopis.archive.connection.steps", lambda: (*steps(), "CREATE TABLE more (id)"))
    with pytest.raises(ArchiveUnreadable, match="older Letopis"):
        open_archive(filled)
    with open_archive(filled, write=True) as archive:
        assert archive.counts().articles == 1
    open_archive(filled).close()


def test_a_damaged_page_of_the_database_is_one_clear_line(filled):
    path = filled / "letopis.db"
    whole = bytearray(path.read_bytes())
    whole[4096:] = os.urandom(len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(ArchiveUnreadable), open_archive(filled) as archive:
        archive.search(Asked(words="bridge"))


def test_a_flipped_byte_on_the_shelf_is_noticed(filled):
    path = filled / "warc" / "letopis-00001.warc.gz"
    whole = bytearray(path.read_bytes())
    whole[-20] ^= 0xFF
    path.write_bytes(whole)
    with open_archive(filled) as archive, pytest.raises(ArchiveUnreadable, match="record at byte"):
        archive.body(1)


def test_a_body_that_was_exchanged_is_noticed(filled):
    path = filled / "warc" / "letopis-00001.warc.gz"
    with open_archive(filled) as archive:
        offset = archive.article(1).place.offset
    record = gzip.decompress(path.read_bytes()[offset:]).replace(b"closed", b"opened")
    path.write_bytes(path.read_bytes()[:offset] + gzip.compress(record))
    with open_archive(filled) as archive, pytest.raises(ArchiveUnreadable, match="SHA-256"):
        archive.body(1)


def test_the_shelf_is_warc_that_others_read(tmp_path):
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "br"), ("X-Evil", "a\r\nSet-Cookie: b"))
    with open_archive(tmp_path, write=True) as archive:
        archive.keep(*page(1, headers=headers))
    with (tmp_path / "warc" / "letopis-00001.warc.gz").open("rb") as file:
        found = [
            (record.rec_type, record.rec_headers["WARC-Target-URI"], record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert found[1] == ("response", "https://a.test/1", b"<p>The bridge is closed.</p>")


def test_readers_see_whole_pages_while_a_writer_writes(tmp_path):
    with open_archive(tmp_path, write=True) as archive, open_archive(tmp_path) as reader:
        totals, wrong, done = [], [], threading.Event()

        def look() -> None:
            try:
                while not done.is_set():
                    found = reader.search(Asked(words="bridge", limit=1000)).leaf
                    totals.append((found.total, len(found.rows)))
            except Exception as error:  # noqa: BLE001 (a thread's error would be lost)
                wrong.append(error)

        readers = [threading.Thread(target=look) for _ in range(2)]
        for each in readers:
            each.start()
        for number in range(60):
            archive.keep(*page(number))
        done.set()
        for each in readers:
            each.join()
        assert wrong == []
        assert all(total == shown for total, shown in totals)
        assert reader.search(Asked(words="bridge")).leaf.total == 60


def test_a_search_that_takes_too_long_is_stopped(filled, monkeypatch):
    monkeypatch.setattr("letopis.archive.engine.PATIENCE_S", -1.0)
    with open_archive(filled, write=True) as archive:
        for number in range(300):
            archive.keep(*page(number))
        with pytest.raises(QueryWrong, match="too much"):
            archive.search(Asked(words="bridge"))


# A migration that has been run somewhere must never change: the next change is the next file, and its line here.
MIGRATIONS = {
    "0001-the-record.sql": "922db8e6eb6db15ebdb6bc366f77b30ab9e3cbdf437411bdd0686d371356afa6",
    "0002-front-pages.sql": "e7a280c3643fc97a95fae1a1a6e956473eea1538ab1c3f2257dcd2f5aa23840d",
    "0003-owners.sql": "8b6044f16a24ca2735a25db38ace596b7eeb256498d48585c856d750cb7cbc2b",
    "0004-kin.sql": "b176187e59faca42794bf53bea7020d209c201397ca3ad7b710c2121bb06a4d6",
    "0005-stances.sql": "f24ed3aecff5c5ca9bc65a04be164bcb8c73c024b3e5d486c78d2594aab8ae69",
}


def test_migrations_are_only_added_and_never_edited():
    folder = files("letopis.archive").joinpath("schema")
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
    assert found == MIGRATIONS
    assert [int(name[:4]) for name in sorted(found)] == list(range(1, len(steps()) + 1))
