"""People gathered as two → one: called by first name and patronymic, or spelled in two ways in one article."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from letopis.language.dictionary import parses
from letopis.language.parsed import Word
from letopis.record.names.declension import roots
from letopis.record.names.genders import gender
from letopis.record.names.mentions import Mention, full_words

# A surname shorter than this may differ from another in one letter and be somebody else's.
LONG_ENOUGH = 6

# Of more people with one key than this, nobody can tell who is meant.
ENOUGH = 12

Cluster = list[Mention]
FULL = 2


def one_each(found: list[Cluster]) -> list[Cluster]:
    """Return the people, those made one whom an article addresses or spells in two ways."""
    called = [frozenset().union(*(keys(word.text) for word in full_words(fullest(cluster)))) for cluster in found]
    homes: dict[str, list[int]] = {}
    for at, shared in enumerate(called):
        for key in shared:
            homes.setdefault(key, []).append(at)
    near = ({home for key in shared for home in homes[key][:ENOUGH]} - {at} for at, shared in enumerate(called))
    into = {at: home for at, others in enumerate(near) if (home := partner(found, at, others)) is not None}
    for at, home in into.items():
        if home not in into:
            found[home] += found[at]
    return [cluster for at, cluster in enumerate(found) if at not in into or into[at] in into]


def partner(found: Sequence[Cluster], at: int, near: set[int]) -> int | None:
    """Return the one person of some who is meant by another name elsewhere in the text, if there is one."""
    fitting = [home for home in near if is_meant(found[at], found[home], earlier=home < at)]
    return fitting[0] if len(fitting) == 1 else None


def fullest(cluster: Cluster) -> Mention:
    """Return the mention with the most words."""
    return max(cluster, key=lambda one: len(full_words(one)))


@lru_cache(maxsize=20_000)
def keys(word: str) -> frozenset[str]:
    """Return what a name shares with those that differ from it in one letter inside."""
    stems = roots(word)
    long = (stem for stem in stems if len(stem) >= LONG_ENOUGH)
    return stems | {less for stem in long for less in shortened(stem)} | {single(stem) for stem in stems}


def shortened(stem: str) -> Iterator[str]:
    """Yield a stem without one of its inner letters."""
    for at in range(1, len(stem) - 1):
        yield stem[:at] + stem[at + 1 :]


def single(stem: str) -> str:
    """Return a stem with its doubled letters written once."""
    return "".join(letter for letter, _ in groupby(stem))


def is_meant(cluster: Cluster, home: Cluster, *, earlier: bool) -> bool:
    """Say whether one's name is another of somebody named in full and more often, or as often and earlier."""
    short, long = full_words(fullest(cluster)), full_words(fullest(home))
    if len(long) < FULL or is_address(fullest(home)) or not of_one_gender(cluster, home):
        return False
    if is_address(fullest(cluster)):
        return bool(roots(short[0].text) & roots(long[0].text)) and not any(map(is_patronymic, long))
    if (len(cluster), not earlier) > (len(home), False):
        return False
    if len(short) == 1:
        return alike(short[0], long[-1]) or single(short[0].text.lower()) == single(long[0].text.lower())
    return len(short) == len(long) == FULL and is_respelled(short, long)


def is_respelled(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Say whether two full names differ in one letter of the surname, or of the first name."""
    if roots(short[0].text) & roots(long[0].text):
        return alike(short[1], long[1])
    once = {single(stem) for stem in roots(short[0].text)} & {single(stem) for stem in roots(long[0].text)}
    return (bool(once) or alike(short[0], long[0])) and bool(roots(short[1].text) & roots(long[1].text))


def alike(one: Word, other: Word) -> bool:
    """Say whether two surnames are long and differ in one letter inside."""
    stems = [{stem for stem in roots(word.text) if len(stem) >= LONG_ENOUGH} for word in (one, other)]
    return any(differ_in_one(first, second) for first in stems[0] for second in stems[1])


def differ_in_one(one: str, other: str) -> bool:
    """Say whether two stems are the same but for one letter inside: left out, written otherwise, out of place."""
    if swapped(one, other):
        return True
    short, long = sorted((one, other), key=len)
    same = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    rest = short[same + (len(short) == len(long)) :]
    return 0 < same < len(short) - 1 and len(long) - len(short) <= 1 and long[same + 1 :] == rest


def swapped(one: str, other: str) -> bool:
    """Say whether two stems differ in two neighbouring letters that have changed places: «Карпичков», «Капричков»."""
    at = next((at for at in range(min(len(one), len(other))) if one[at] != other[at]), 0)
    return at > 0 and one != other and one[:at] + one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :] == other


def is_address(mention: Mention) -> bool:
    """Say whether a name is a first name and a patronymic: «Мария Ильинична»."""
    words = full_words(mention)
    return len(words) == FULL and is_patronymic(words[1]) and any("Name" in one.tag for one in parses(words[0].text))


def is_patronymic(word: Word) -> bool:
    """Say whether the dictionary knows a word as a patronymic; «Абрамович» may be a surname, too."""
    known = [parse.tag for parse in parses(word.text) if parse.is_known]
    return any("Patr" in tag for tag in known) and not any("Surn" in tag for tag in known)


def of_one_gender(cluster: Cluster, home: Cluster) -> bool:
    """Say whether two may be one person as far as their names tell men from women."""
    said = patronymic_gender(cluster) or gender(cluster)
    return said in {gender(home), ""} or not gender(home)


def patronymic_gender(cluster: Cluster) -> str:
    """Return m or f by a patronymic, else nothing."""
    tags = (parse.tag for word in full_words(fullest(cluster)) for parse in parses(word.text) if "Patr" in parse.tag)
    known = {"masc": "m", "femn": "f"}
    return next((known.get(tag.gender, "") for tag in tags), "")
