"""A name, or none → the people of that name, or those whom most articles quote."""

from collections.abc import Iterator

from letopis.archive.base import Archive, Figure
from letopis.archive.finding.asking import Asked

MOST = 60


def crowd(archive: Archive, name: str) -> list[Figure]:
    """Return the people of a name; without a name, those quoted in the most articles, the most quoted first."""
    if name:
        return list(archive.figures(name, limit=MOST))
    return sorted(most_quoted(archive), key=lambda figure: (-figure.statements, figure.name))


def most_quoted(archive: Archive) -> Iterator[Figure]:
    """Yield the people whom most articles quote."""
    facets = archive.search(Asked(words="", limit=1)).facets
    speakers = sorted((facet for facet in facets if facet.field == "speaker"), key=lambda facet: -facet.count)
    seen: set[int] = set()
    for speaker in speakers[:MOST]:
        figure = next((figure for figure in archive.figures(speaker.value) if figure.name == speaker.value), None)
        if figure and figure.id not in seen:
            seen.add(figure.id)
            yield figure
