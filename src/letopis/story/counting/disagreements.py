"""What a story's articles count → what they count differently, and who says how many."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from letopis.model import Disagreement, Member
from letopis.story.counting.counts import Count, counts_in, stem
from letopis.story.grouping.weights import DOCUMENTS, background
from letopis.story.reported import Reported

# `12 пострадавших` of one event are the same people; `12 человек` may be anybody. What so large a share of articles
# speaks of is the same thing only where so many of the words around it agree.
EVERYDAY_SHARE = 0.08
COMMON_WORDS = 2
# Two counts of one thing seldom differ more: twelve and fourteen hurt, but not two and fourteen.
CLOSE = 3
# An article may itself say that others count differently; one with more values than that counts several things.
MOST_VALUES = 2
# How often one article's saying the same number of the same thing is looked at.
MOST_TIMES = 5


def disagreements_in(story: Sequence[Reported], members: Sequence[Member]) -> tuple[Disagreement, ...]:
    """Return what the articles of a story count differently; reprints say nothing of their own."""
    copies = {member.article for member in members if member.reprints is not None}
    counts: defaultdict[tuple[str | None, str], list[Count]] = defaultdict(list)
    own = [report for report in story if report.id not in copies]
    for report in own if len(own) > 1 else ():
        for count in few(counts_in(report)):
            counts[report.code, stem(count.about)].append(count)
    found = (disagreement(said, code) for (code, _), said in counts.items())
    return once([one for one in found if one is not None])


def few(counts: Iterable[Count]) -> Iterator[Count]:
    """Pass an article's counts on, but not the same number of the same thing again and again."""
    times: Counter[tuple[str, float]] = Counter()
    for count in counts:
        times[stem(count.about), count.value] += 1
        if times[stem(count.about), count.value] <= MOST_TIMES:
            yield count


def once(found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """Keep of several words for what the same numbers count the one that most articles use."""
    ordered = sorted(found, key=lambda one: -len(one.values))
    kept = [one for place, one in enumerate(ordered) if not any(within(one, other) for other in ordered[:place])]
    return tuple(one for one in found if one in kept)


def within(one: Disagreement, other: Disagreement) -> bool:
    """Say whether all that a disagreement says stands in another."""
    return set(one.values) <= set(other.values)


def disagreement(counts: Sequence[Count], code: str | None) -> Disagreement | None:
    """Return how articles differ in a count, each with the value of its own: that which not all the others give too."""
    values: defaultdict[int, set[float]] = defaultdict(set)
    for count in counts:
        values[count.article].add(count.value)
    clear = {article: given for article, given in values.items() if len(given) <= MOST_VALUES}
    common = frozenset.intersection(*map(frozenset, clear.values())) if clear else frozenset()
    own = [
        count for count in counts if count.article in clear and count.value in (clear[count.article] - common or common)
    ]
    rivals = [count for count in own if any(differs(count, other, code) for other in own)]
    words = {count.article: count.words for count in reversed(rivals)}
    ordered = tuple((said, article) for article, said in sorted(words.items()))
    return Disagreement(rivals[0].shown, ordered) if len(ordered) > 1 else None


def differs(one: Count, other: Count, code: str | None) -> bool:
    """Say whether two articles give different values for one thing."""
    close = max(one.value, other.value) <= CLOSE * min(one.value, other.value)
    alike = not is_everyday(one.about, code) or len(one.around & other.around) >= COMMON_WORDS
    return one.value != other.value and close and alike


def is_everyday(about: str, code: str | None) -> bool:
    """Say whether news counts such things all the time; of a language without a list we think so."""
    known = background(code or "")
    return not known or known.get(about, 0) >= EVERYDAY_SHARE * known[DOCUMENTS]
