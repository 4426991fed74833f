"""How much CPU each page of the portal takes: `python -m benchmarks.portal ARCHIVE` prints a line a page."""

import asyncio
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import httpx

from letopis.archive.base import Archive
from letopis.archive.engine import open_archive
from letopis.archive.finding.asking import Asked
from letopis.portal.app import portal

TIMES = 7


def paths(archive: Archive) -> Iterator[str]:
    """Yield an address of each kind of page: the largest story, whoever is quoted most, the latest article."""
    yield "/"
    if days := archive.days():
        yield f"/days/{days[len(days) // 2]}"
    if stories := archive.stories():
        yield f"/stories/{max(stories, key=lambda story: len(story.members)).id}"
    found = archive.search(Asked(words="", limit=1))
    if found.leaf.rows:
        yield f"/articles/{found.leaf.rows[0].headline.article}"
    speakers = [facet.value for facet in found.facets if facet.field == "speaker"]
    if speakers and (figures := archive.figures(speakers[0])):
        yield f"/people/{figures[0].id}"
        yield f"/people/{figures[0].id}?q=мост"
    yield from ("/people", f"/people?name={speakers[0] if speakers else 'Иванов'}", "/outlets", "/refusals", "/search")
    yield from ("/search?q=мост", "/search?q=мост -ремонт", "/search?q=мост ксивпш", "/search?outlet=Вестник 1")


async def asked(archive: Archive, path: str) -> tuple[int, list[float]]:
    """Ask for a page some times; return its status and the milliseconds of CPU each time took."""
    door, taken, status = httpx.ASGITransport(portal(archive)), [], 0
    async with httpx.AsyncClient(transport=door, base_url="http://127.0.0.1", timeout=120) as client:
        for _ in range(TIMES):
            start = time.process_time()
            status = (await client.get(path)).status_code
            taken.append(1000 * (time.process_time() - start))
    return status, taken


def main(folder: Path) -> None:
    """Print a line a page: status, the first time, the median of all."""
    with open_archive(folder) as archive:
        print(archive.counts())
        for path in paths(archive):
            status, taken = asyncio.run(asked(archive, path))
            print(f"{status} {taken[0]:8.1f} {median(taken):8.1f} ms  {path}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
