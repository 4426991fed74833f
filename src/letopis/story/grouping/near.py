"""Articles → which of them reprints which: nearly the same words in the same order."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

from letopis.story.grouping.terms import Told

RUN = 4
# So much of the shorter text's runs of words stands in the other: a reprint, whatever was cut off or put around it.
SAME = 0.6
SKETCH = 64
SHARED_IN_SKETCH = 4
SHORTEST = 12


def reprints(articles: Sequence[Told]) -> dict[int, int]:
    """Return for each reprint the first article with its text; both are places in the given order."""
    bearers: defaultdict[int, list[int]] = defaultdict(list)
    runs: list[frozenset[int]] = []
    first: dict[int, int] = {}
    for place, article in enumerate(articles):
        runs.append(runs_of(article))
        sketch = sketch_of(runs[place])
        met = Counter(other for mark in sketch for other in bearers[mark])
        for other, times in sorted(met.items()):
            if times >= min(SHARED_IN_SKETCH, len(sketch)) and contained(runs[place], runs[other]) >= SAME:
                first[place] = first.get(other, other)
                break
        # A reprint's marks are its original's: a text copied ten thousand times must not be met ten thousand times.
        for mark in () if place in first else sketch:
            bearers[mark].append(place)
    return first


def runs_of(article: Told) -> frozenset[int]:
    """Return the runs of four words of a text as numbers; too short a text has none."""
    words = article.words
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))


def sketch_of(runs: frozenset[int]) -> list[int]:
    """Return the smallest numbers of a set: two texts that share many runs share some of them."""
    return sorted(runs)[:SKETCH]


def contained(one: frozenset[int], other: frozenset[int]) -> float:
    """Return how much of the smaller set lies in the larger."""
    return len(one & other) / (min(len(one), len(other)) or 1)
