"""A view → where set phrases that name a speaker may begin: «по словам», «согласно»."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from letopis.language.lists import table
from letopis.record.speech.seen.view import Run, View


@cache
def wordings(code: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the set phrases that name a speaker, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in table(code, "attributions"):
        found.setdefault(row[0].split()[0], []).append(row)
    return found


def begun_in(view: View, run: Run) -> Iterator[int]:
    """Yield the words of a run with which a set phrase may begin."""
    if view.wordings is None:
        known = wordings(view.code or "")
        view.wordings = tuple(index for index, word in enumerate(view.words) if word.text.lower() in known)
    return iter(view.wordings[bisect_left(view.wordings, run.first) : bisect_left(view.wordings, run.stop)])
