"""Terms as they come in, day by day → how much each says: rare ones much, common ones little."""

import math
from collections import Counter
from collections.abc import Mapping
from functools import cache

from letopis.language.lists import table

Vector = Mapping[str, float]
DOCUMENTS = "*"  # the row of a frequency list that says how many documents were counted
# A language without a list begins as if this many articles had been read that had none of the term.
UNREAD = 100


class Frequencies:
    """In how many articles each term stood so far: the shipped list, and after it all that was read."""

    def __init__(self, code: str | None) -> None:
        self.background = background(code or "")
        self.read: Counter[str] = Counter()
        self.articles = 0

    def learn(self, bag: Mapping[str, object]) -> None:
        """Count one more article."""
        self.articles += 1
        self.read.update(bag.keys())

    def rarity(self, term: str) -> float:
        """Return the logarithm of how rare a term is."""
        documents = self.background.get(DOCUMENTS, UNREAD) + self.articles
        return math.log((documents + 1) / (self.background.get(term, 0) + self.read[term] + 0.5))

    def weighed(self, bag: Mapping[str, int]) -> Vector:
        """Return a bag of terms as a vector of length 1."""
        weights = {term: (1 + math.log(count)) * max(0.0, self.rarity(term)) for term, count in bag.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}


@cache
def background(code: str) -> Mapping[str, int]:
    """Return in how many documents of ordinary news a language's terms stand."""
    return {row[0]: int(row[1]) for row in table(code, "frequencies")}


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two vectors of length 1 are, from 0 to 1."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return min(1.0, sum(weight * large[term] for term, weight in small.items() if term in large))


def shared(one: Vector, other: Vector, most: int) -> list[str]:
    """Return the terms that make two vectors alike, those that do most of it first."""
    common = [term for term in one if term in other]
    return sorted(common, key=lambda term: (-one[term] * other[term], term))[:most]
