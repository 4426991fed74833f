"""Nothing acknowledged is lost: writers are killed while they write, and what they had promised is there."""

import hashlib
import random
import signal
import subprocess
import sys

import msgspec
import pytest
from warcio.archiveiterator import ArchiveIterator

from letopis.archive.engine import open_archive
from letopis.archive.finding.asking import Asked
from letopis.model import Article, Capture, Reading, Record

# Each body is half a megabyte that does not compress, so that a kill finds the WARC file half-written now and then.
WRITER = """
import hashlib, random, sys
from pathlib import Path
from letopis.archive.engine import open_archive
from letopis.model import Article, Capture, Reading, Record

folder, seed = Path(sys.argv[1]), sys.argv[2]
dice = random.Random(seed)
with open_archive(folder, write=True) as archive:
    for number in range(1000):
        url, body = f"https://a.test/{seed}/{number}", dice.randbytes(500_000)
        digest = hashlib.sha256(body).hexdigest()
        capture = Capture(url, url, None, 200, "text/html", (), body, digest)
        kept = archive.keep(Reading(Article(url=url, text=f"word {number}"), Record()), capture)
        print(kept.article, digest, flush=True)
"""


def killed_while_writing(folder, seed: int, after: int) -> list[list[str]]:
    """Let a writer keep some pages, kill it, and return what it acknowledged."""
    command = [sys.executable, "-c", WRITER, str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        told = [writer.stdout.readline() for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.readlines()
    return [line.split() for line in told if line.endswith("\n")]


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(tmp_path):
    acknowledged = []
    for seed in range(5):
        acknowledged += killed_while_writing(tmp_path, seed, after=random.Random(seed).randint(1, 12))
    with open_archive(tmp_path) as archive:
        for article, digest in acknowledged:
            assert hashlib.sha256(archive.body(int(article))).hexdigest() == digest
        assert archive.search(Asked(words="word")).leaf.total == archive.counts().articles >= len(acknowledged)


def test_after_a_kill_the_whole_shelf_can_be_read_by_anybody(tmp_path):
    killed_while_writing(tmp_path, 1, after=3)
    page = Reading(Article(url="https://a.test/last", text="last"), Record())
    with open_archive(tmp_path, write=True) as archive:
        archive.keep(page, capture_of(b"last"))
        articles = archive.counts().articles
    with (tmp_path / "warc" / "letopis-00001.warc.gz").open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file)]
    assert kinds == ["warcinfo", *["resource"] * articles]


def test_a_torn_tail_is_cut_off_by_the_next_writer(tmp_path):
    with open_archive(tmp_path, write=True) as archive:
        first = archive.keep(Reading(Article(url="a:1", text="one"), Record()), capture_of(b"one")).article
    with (tmp_path / "warc" / "letopis-00001.warc.gz").open("ab") as file:
        file.write(b"\x1f\x8b\x08\x00half a record")
    with open_archive(tmp_path, write=True) as archive:
        second = archive.keep(Reading(Article(url="a:2", text="two"), Record()), capture_of(b"two")).article
        assert (archive.body(first), archive.body(second)) == (b"one", b"two")


def test_a_keep_that_fails_halfway_leaves_nothing_behind(tmp_path):
    with open_archive(tmp_path, write=True) as archive:
        half = msgspec.structs.replace(capture_of(b"one"), body="no bytes")
        with pytest.raises(TypeError):
            archive.keep(Reading(Article(url="a:1", text="half"), Record()), half)
        assert archive.counts().articles == 0
        kept = archive.keep(Reading(Article(url="a:1", text="whole"), Record()), capture_of(b"one"))
        assert (kept.article, archive.body(1)) == (1, b"one")


# A limit on the size of files stands in for a full disk: writes beyond it fail just so, and it can be lifted again.
FULL_DISK = """
import resource, sys
from letopis.errors import ArchiveUnwritable
exec(sys.stdin.read())

with open_archive(Path(sys.argv[1]), write=True) as archive:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    try:
        for number in range(1000):
            keep(archive, number)
    except ArchiveUnwritable as error:
        print("full:", error, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    keep(archive, 1001)
"""
KEEP = """
import hashlib, random
from pathlib import Path
from letopis.archive.engine import open_archive
from letopis.model import Article, Capture, Reading, Record

def keep(archive, number):
    url, body = f"https://a.test/{number}", random.Random(number).randbytes(%d)
    digest = hashlib.sha256(body).hexdigest()
    capture = Capture(url, url, None, 200, "text/html", (), body, digest)
    kept = archive.keep(Reading(Article(url=url, text=f"word {number} " * %d), Record()), capture)
    print(kept.article, digest, flush=True)
"""


@pytest.mark.parametrize(
    ("body", "words"), [(50_000, 1), (100, 3000)], ids=["the shelf finds no room", "the database finds no room"]
)
def test_a_full_disk_is_one_clear_line_and_loses_nothing(tmp_path, body, words):
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path), "1000000"]
    told = subprocess.run(command, input=KEEP % (body, words), capture_output=True, text=True, check=True).stdout
    kept = [line.split() for line in told.splitlines() if not line.startswith("full:")]
    assert "full:" in told
    assert "cannot be written to" in told
    with open_archive(tmp_path) as archive:
        assert archive.counts().articles == len(kept) == archive.search(Asked(words="word")).leaf.total
        for article, digest in kept:
            assert hashlib.sha256(archive.body(int(article))).hexdigest() == digest


def capture_of(body: bytes) -> Capture:
    """Return a capture of a body."""
    url = f"a:{body.decode()}"
    return Capture(url, url, None, 200, "text/html", (), body, hashlib.sha256(body).hexdigest())
