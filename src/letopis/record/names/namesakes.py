"""Mentions of people → those of one person together, and the surnames the tagger missed with them."""

from collections.abc import Iterable, Iterator, Sequence

from letopis.language.parsed import Parsed, Word
from letopis.language.words import parses
from letopis.record.names.capitals import by_capitals
from letopis.record.names.declension import roots
from letopis.record.names.genders import GENDERS, gender
from letopis.record.names.mentions import Mention, full_words, of_people

# A surname shorter than this, seen alone, is too much like other words to be carried over the text.
LONG_ENOUGH = 4


def clusters(parsed: Parsed) -> list[list[Mention]]:
    """Return the mentions of a text, those of one person together."""
    tagged = of_people(parsed) if parsed.code == "ru" else by_capitals(parsed)
    found: list[list[Mention]] = []
    named = {mention.span.stop: mention for mention in tagged}
    for mention in sorted(tagged, key=lambda one: len(full_words(one)) == 1):
        home = home_of(named.get(mention.span.start - len(" ("), mention) if mention.alias else mention, found)
        if home is None:
            found.append([mention])
        else:
            home.append(mention)
    for mention in carried(parsed, found):
        home = home_of(mention, found)
        if home is not None:
            home.append(mention)
    return found


def home_of(mention: Mention, found: Sequence[list[Mention]]) -> list[Mention] | None:
    """Return the cluster a mention belongs to: of several, the one named last before it, else first after it."""
    fitting = [cluster for cluster in found if belongs(mention, cluster)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    agreeing = [cluster for cluster in fitting if agrees(mention, cluster)] or fitting
    return min(agreeing, key=lambda cluster: distance(mention, cluster))


def distance(mention: Mention, cluster: Iterable[Mention]) -> tuple[bool, int]:
    """Say how far a mention stands from a cluster; what stands before is nearer than all that follows."""
    at = mention.span.start
    before = [at - one.span.start for one in cluster if one.span.start <= at]
    return (False, min(before)) if before else (True, min(one.span.start - at for one in cluster))


def belongs(mention: Mention, cluster: Sequence[Mention]) -> bool:
    """Say whether a mention may name the person of a cluster: every word of the shorter name is in the longer one."""
    words = full_words(mention)
    if len(words) == 1:
        return any(roots(words[0].text) & roots(word.text) for one in cluster for word in full_words(one))
    return any(same(mention, one) for one in cluster)


def same(one: Mention, other: Mention) -> bool:
    """Say whether two mentions are of one name, initials standing for the words they begin."""
    short, long = sorted((one.spelled, other.spelled), key=len)
    if not any(roots(a.text) & roots(b.text) for a in short for b in long if len(a.text) > 1 and len(b.text) > 1):
        return False
    return all(any(matches(a, b) for b in long) for a in short)


def matches(one: Word, other: Word) -> bool:
    """Say whether two words may be one part of a name, of which either may be an initial."""
    if min(len(one.text), len(other.text)) == 1:
        return one.text[0] == other.text[0]
    return bool(roots(one.text) & roots(other.text))


def agrees(mention: Mention, cluster: Sequence[Mention]) -> bool:
    """Say whether the gender in which a mention stands is its cluster's."""
    said = GENDERS.get(mention.words[-1].feats.get("Gender", ""))
    return not said or said == gender(cluster)


def carried(parsed: Parsed, found: Sequence[list[Mention]]) -> Iterator[Mention]:
    """Yield the mentions the tagger missed: surnames known from elsewhere in the text, in any case."""
    known = {root: None for cluster in found for mention in cluster for root in surname_roots(mention)}
    taken = covered(parsed, found) if known else frozenset()
    for index, sentence in enumerate(parsed.sentences if known else ()):
        for at, word in enumerate(sentence.words):
            if carries(word, at) and word.span.start not in taken and not known.keys().isdisjoint(roots(word.text)):
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
    """Say whether a word may be a surname the tagger missed; at a sentence's start a common noun may not."""
    if len(word.text) < LONG_ENOUGH or not word.text[0].isupper() or word.text.isupper():
        return False
    return at > 0 or word.pos in {"PROPN", ""} or not parses(word.text)[0].is_known
