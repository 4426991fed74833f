"""Mentions of people → those of one person together, and the surnames the tagger missed with them."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from letopis.language.parsed import Parsed, Word
from letopis.language.words import is_listed
from letopis.record.names.abroad.listed_names import by_capitals, of_one_name
from letopis.record.names.declension import roots
from letopis.record.names.genders import GENDERS, Votes, count, votes_of
from letopis.record.names.mentions import Mention, full_words, is_first_name, is_initial, of_people
from letopis.record.names.variants import one_each

# A surname shorter than this, seen alone, is too much like other words to be carried over the text.
LONG_ENOUGH = 4


FULL = 2

# Who has been called by surname alone so often is meant by it: papers call a brother or a wife by the full name.
OWNED = 2

# Of more namesakes than this, and of more forms of one name, the first and the last are enough to choose among.
ENOUGH = 12


class Cluster:
    """The mentions of one person: all, the forms of the name, where they begin, the gender they speak for."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.forms: dict[str, Mention] = {}
        self.starts: list[int] = []
        self.votes: Votes = {}
        self.bare = 0

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.bare += len(full_words(mention)) == 1
        insort(self.starts, mention.span.start)
        count(votes_of(mention), self.votes)
        if len(self.forms) < ENOUGH:
            self.forms.setdefault(" ".join(word.text for word in mention.spelled), mention)

    def distance(self, at: int) -> tuple[bool, int]:
        """Say how far a place is from the person; a mention before it is nearer than all that follow."""
        after = bisect_right(self.starts, at)
        return (False, at - self.starts[after - 1]) if after else (True, self.starts[0] - at)


class Namesakes:
    """The people of a text as they are gathered, found again by the roots of their names."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.by_root: dict[str, list[Cluster]] = {}

    def put(self, mention: Mention, home: Cluster | None) -> None:
        """Add a mention to its home, or to a new one."""
        if home is None:
            home = Cluster()
            self.clusters.append(home)
        home.add(mention)
        for root in {root for word in full_words(mention) for root in roots(word.text)}:
            known = self.by_root.setdefault(root, [])
            if home not in known[-ENOUGH:]:
                known.append(home)

    def home_of(self, mention: Mention) -> Cluster | None:
        """Return where a mention belongs: of several people, the one named last before it, else first after it."""
        fitting = [cluster for cluster in self.likely(mention) if belongs(mention, cluster)]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        agreeing = [cluster for cluster in fitting if agrees(mention, cluster)] or fitting
        if len(full_words(mention)) == 1 and (owners := [one for one in agreeing if one.bare >= OWNED]):
            agreeing = [max(owners, key=lambda one: one.bare)]
        return min(agreeing, key=lambda cluster: cluster.distance(mention.span.start))

    def likely(self, mention: Mention) -> list[Cluster]:
        """Return the people who share a root with a mention, in the order in which they were found."""
        lists = [self.by_root.get(root, []) for word in full_words(mention) for root in roots(word.text)]
        near = {id(cluster): cluster for known in lists for cluster in (*known[:ENOUGH], *known[-ENOUGH:])}
        return list(near.values())


def clusters(parsed: Parsed) -> list[list[Mention]]:
    """Return the mentions of a text, those of one person together."""
    tagged = list(unglued(of_people(parsed))) if parsed.code == "ru" else by_capitals(parsed)
    found = Namesakes()
    named = {mention.span.stop: mention for mention in tagged}
    for mention in sorted(tagged, key=lambda one: len(full_words(one)) == 1):
        known = named.get(mention.span.start - len(" ("), mention) if mention.alias else mention
        found.put(mention, found.home_of(known))
    for mention in list(carried(parsed, [cluster.mentions for cluster in found.clusters])):
        home = found.home_of(mention)
        if home is not None:
            found.put(mention, home)
    gathered = [cluster.mentions for cluster in found.clusters]
    return one_each(gathered) if parsed.code == "ru" else of_one_name(gathered)


def unglued(found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those of which the tagger made one of two people's apart: «о смерти Орлова [Седов] молчит».

    Each half must be somebody's surname, or somebody's whole name, elsewhere in the text.
    """
    whole = [one for one in found if len(full_words(one)) == FULL]
    known = Counter(root for one in whole for root in roots(full_words(one)[-1].text))
    for mention in found:
        half = len(mention.words) // 2
        if glued(mention, known):
            yield msgspec.structs.replace(mention, words=mention.words[:half])
            yield msgspec.structs.replace(mention, words=mention.words[half:], first=mention.first + half)
        else:
            yield mention


def glued(mention: Mention, known: Counter[str]) -> bool:
    """Say whether a mention is two people's: both halves end as names do that stand elsewhere in the text."""
    words = mention.words
    if len(words) not in {FULL, 2 * FULL} or len(full_words(mention)) != len(words):
        return False
    own = 1 if len(words) == FULL else 0
    first = max(known[root] for root in roots(words[len(words) // 2 - 1].text))
    second = max(known[root] for root in roots(words[-1].text))
    return first > 0 and second > own and apart(words)


def apart(words: Sequence[Word]) -> bool:
    """Say whether no half of some words begins as one name with the other does: with a first name, or a small word."""
    if len(words) == FULL:
        return not is_first_name(words[0].text)
    return words[FULL].text[0].isupper()


def belongs(mention: Mention, cluster: Cluster) -> bool:
    """Say whether a mention may name the person of a cluster: every word of the shorter name is in the longer one."""
    words = full_words(mention)
    if len(words) == 1:
        return any(
            roots(words[0].text) & roots(word.text) for one in cluster.forms.values() for word in full_words(one)
        )
    return any(same(mention.letters, one.letters) for one in cluster.forms.values())


@lru_cache(maxsize=20_000)
def same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two spellings are of one name, initials standing for the words they begin."""
    short, long = sorted((one, other), key=len)
    if not any(roots(a) & roots(b) for a in short for b in long if not is_initial(a) and not is_initial(b)):
        return False
    return all(any(matches(a, b) for b in long) for a in short)


def matches(one: str, other: str) -> bool:
    """Say whether two words may be one part of a name, of which either may be an initial."""
    if is_initial(one) or is_initial(other):
        return one.startswith(other) or other.startswith(one)
    return bool(roots(one) & roots(other))


def agrees(mention: Mention, cluster: Cluster) -> bool:
    """Say whether the gender in which a mention stands is its cluster's."""
    said = GENDERS.get(mention.words[-1].feats.get("Gender", ""))
    return not said or not cluster.votes or said == max(cluster.votes, key=lambda one: cluster.votes[one])


def carried(parsed: Parsed, found: Sequence[list[Mention]]) -> Iterator[Mention]:
    """Yield the mentions the tagger missed: surnames known from elsewhere in the text, in any case."""
    known = {root: None for cluster in found for mention in cluster for root in surname_roots(mention)}
    taken = covered(parsed, found) if known else frozenset()
    for index, sentence in enumerate(parsed.sentences if known else ()):
        for at, word in enumerate(sentence.words):
            if not word.text[0].isupper() or not carries(word, at) or word.span.start in taken:
                continue
            if not known.keys().isdisjoint(roots(word.text)):
                yield Mention((word,), index, at)


def covered(parsed: Parsed, found: Sequence[Sequence[Mention]]) -> frozenset[int]:
    """Return the letters of people's names and of names of several words; a single word may be mistaken for a place."""
    names = [name.span for name in parsed.names if name.kind == "PER" or " " in name.span.of(parsed.text)]
    named = [mention.span for cluster in found for mention in cluster]
    return frozenset(at for span in [*names, *named] for at in range(span.start, span.stop))


def surname_roots(mention: Mention) -> frozenset[str]:
    """Return the roots of the last word of a full name, if it is long enough to be known again."""
    words = full_words(mention)
    return roots(words[-1].text) if len(words) > 1 and len(words[-1].text) >= LONG_ENOUGH else frozenset()


def carries(word: Word, at: int) -> bool:
    """Say whether a word with a capital may be a missed surname; at a sentence's start a common noun may not."""
    if len(word.text) < LONG_ENOUGH or word.text.isupper():
        return False
    return at > 0 or word.pos in {"PROPN", ""} or not is_listed(word.text)
