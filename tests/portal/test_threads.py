"""Readers do not wait for one another: a search that takes its time holds up nobody else's page."""

import asyncio
import threading

import httpx

from letopis.archive.finding.asking import Asked
from letopis.errors import QueryWrong
from letopis.portal.app import portal

SOON_S = 20


class Slow:
    """An archive whose searches last until another page was shown."""

    def __init__(self, archive):
        self.archive, self.begun, self.shown = archive, threading.Event(), threading.Event()

    def __getattr__(self, name):
        return getattr(self.archive, name)

    def search(self, asked):
        self.begun.set()
        assert self.shown.wait(SOON_S), "nobody else was answered meanwhile"
        return self.archive.search(asked)


def test_a_slow_search_holds_up_no_other_page(archive):
    slow = Slow(archive)

    async def both():
        door = httpx.ASGITransport(portal(slow))
        async with httpx.AsyncClient(transport=door, base_url="http://127.0.0.1", timeout=SOON_S) as client:
            searching = asyncio.create_task(client.get("/search?q=мост"))
            await asyncio.to_thread(slow.begun.wait, SOON_S)
            front = await client.get("/")
            still = not searching.done()
            slow.shown.set()
            return front.status_code, still, (await searching).status_code

    assert asyncio.run(both()) == (200, True, 200)


def test_forty_pages_at_once_are_the_pages_one_by_one(archive, reader):
    paths = ["/", "/stories/1", "/articles/1", "/people", "/search?q=мост"] * 8
    alone = {path: reader.get(path).text for path in set(paths)}

    async def together():
        door = httpx.ASGITransport(portal(archive))
        async with httpx.AsyncClient(transport=door, base_url="http://127.0.0.1", timeout=SOON_S) as client:
            return await asyncio.gather(*(client.get(path) for path in paths))

    assert [answer.text for answer in asyncio.run(together())] == [alone[path] for path in paths]


def test_a_wider_search_that_takes_too_long_is_not_the_readers_fault(archive, reader):
    class Late(Slow):
        def search(self, asked: Asked):
            if asked.words != "мост ничегонет":
                raise QueryWrong(asked.words, 0, "finds too much to count")
            return self.archive.search(asked)

    answer = type(reader)(portal(Late(archive))).get("/search?q=мост ничегонет")
    assert answer.status_code == 200
