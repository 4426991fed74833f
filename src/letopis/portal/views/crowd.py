"""A name, or none → the people of that name, or those who are quoted most."""

from letopis.archive.base import Archive, Figure

MOST = 60


def crowd(archive: Archive, name: str) -> list[Figure]:
    """Return the people of a name; without a name, the most quoted first."""
    return list(archive.figures(name, limit=MOST))
