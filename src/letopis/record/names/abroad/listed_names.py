"""Words of a language without grammar → mentions of people, by capitals, first names and titles that it lists.

Nothing is a person by its capitals alone: a listed first name or a listed title must say so.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from letopis.language.lists import plain, table, word_list
from letopis.language.parsed import Parsed, Word
from letopis.record.names.abroad.english_names import english, english_role
from letopis.record.names.abroad.listed_titles import cases_of, is_title, role_before
from letopis.record.names.abroad.stretches import Stretch
from letopis.record.names.mentions import Mention

# A name has so many words at most.
LONGEST_NAME = 5


def by_capitals(parsed: Parsed) -> list[Mention]:
    """Return the mentions of people in a text whose language has lists of first names and titles; else none."""
    code = parsed.code or ""
    if not word_list(code, "first_names"):
        return []
    stretches = [
        Stretch(sentence.words, index, first, stop)
        for index, sentence in enumerate(parsed.sentences)
        for first, stop in runs(sentence.words, code)
    ]
    if code == "en":
        return english(stretches)
    known = surnames(stretches, code)
    return [mention for stretch in stretches for mention in named(stretch, code, known)]


def surnames(stretches: Iterable[Stretch], code: str) -> frozenset[str]:
    """Return how the surnames begin that stand behind a listed first name somewhere in the text."""
    return frozenset(
        beginning(stretch.words[stretch.stop - 1])
        for stretch in stretches
        if (start := listed(stretch, code)) is not None and start < stretch.stop - 1
    )


def beginning(word: Word) -> str:
    """Return the letters of a surname that its cases share."""
    return word.text.lower()[:5]


def listed(stretch: Stretch, code: str) -> int | None:
    """Return where the first listed first name of a stretch stands."""
    places = range(stretch.first, stretch.stop)
    return next((at for at in places if given(stretch.words[at].text, code)), None)


@lru_cache(maxsize=20_000)
def given(word: str, code: str) -> str:
    """Return the listed first name of which a word is a form, as the list has it; nothing if it is none."""
    names = word_list(code, "first_names")
    if not names.isdisjoint(plain(word).split("-")):
        return word
    if "-" in word:
        return of_two(word, code)
    irregular = next((row[1] for row in table(code, "first_name_forms") if row[0] == word), "")
    endings = ((end, new) for end, others in table(code, "first_name_endings") for new in others.split(","))
    forms = (word[: len(word) - len(end)] + new.strip("-") for end, new in endings if word.endswith(end))
    return next((form for form in (irregular, *forms) if plain(form) in names), "")


def of_two(word: str, code: str) -> str:
    """Return a first name with a hyphen in the nominative, one part of which some list has: «Карла-Еріка»."""
    parts = word.split("-")
    known = next((name for part in parts if (name := given(part, code))), "")
    gender = "f" if known[-1:] in {"а", "я"} else "m"
    return "-".join(given(part, code) or surname_of(part, gender, code) for part in parts) if known else ""


def straightened(words: Sequence[Word], code: str) -> tuple[Word, ...]:
    """Return the words of a name, with the nominative for a dictionary form where the first name stands in a case."""
    first = given(words[0].text, code)
    if first in {"", words[0].text}:
        return tuple(words)
    gender = "f" if first[-1] in "ая" else "m"
    last = surname_of(words[-1].text, gender, code) if len(words) > 1 else first
    forms = [first, *(word.text for word in words[1:-1]), last][: len(words)]
    return tuple(msgspec.structs.replace(word, lemma=form) for word, form in zip(words, forms, strict=True))


def of_one_name(found: Iterable[list[Mention]]) -> list[list[Mention]]:
    """Return the mentions of one person together where only the nominative shows it: «Павел Грынь», «Паўла Грыня»."""
    homes: dict[tuple[str, ...], list[Mention]] = {}
    for cluster in found:
        fullest = max(cluster, key=lambda one: len(one.spelled))
        homes.setdefault(tuple(map(nominative, fullest.spelled)), []).extend(cluster)
    return list(homes.values())


def nominative(word: Word) -> str:
    """Return a word of a name in the nominative, as far as it is known."""
    return word.lemma if word.lemma[:1].isupper() else word.text


def surname_of(word: str, gender: str, code: str) -> str:
    """Return a surname in the nominative, by the longest of the listed endings."""
    rows = [row for row in table(code, "surname_endings") if row[1] == gender and word.endswith(row[0])]
    ending, _, new = max(rows, key=lambda row: len(row[0]), default=("", "", "-"))
    return word[: len(word) - len(ending)] + new.strip("-")


def runs(words: Sequence[Word], code: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words that begin with capitals, small words and signs inside names let through."""
    at = 0
    while at < len(words):
        stop = at
        while stop < len(words) and begins_large(words[stop]):
            stop = past_inside(words, stop + 1, code)
        if stop > at:
            yield at, stop
        at = max(stop, at + 1)


def past_inside(words: Sequence[Word], at: int, code: str) -> int:
    """Return the place of the next word with a capital if only an initial's stop or a particle stands before it."""
    here = at
    while here < len(words) and (is_stop(words, here) or words[here].text in word_list(code, "name_particles")):
        here += 1
    return here if here < len(words) and begins_large(words[here]) else at


def is_stop(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the full stop of an initial or of a title cut short: «J. Stone», «Lt. Stone»."""
    if words[at].text != "." or at == 0:
        return False
    return len(words[at - 1].text) == 1 or words[at - 1].text in word_list("en", "shortened_titles")


def begins_large(word: Word) -> bool:
    """Say whether a word begins with a capital letter."""
    return word.text[0].isupper()


def named(stretch: Stretch, code: str, known: frozenset[str]) -> Iterator[Mention]:
    """Yield the person a stretch of capitals names; title and country before the name are left out."""
    words, index, first, stop = stretch
    titled = first > 0 and is_title(words[first - 1], code)
    while first < stop and is_title(words[first], code):
        first, titled = first + 1, True
    start = listed(Stretch(words, index, first, stop), code)
    if start is None and titled and first < stop and beginning(words[stop - 1]) in known:
        start = first  # a title has its country in the genitive behind it: «президент Ліманії»
    if start is None or stop - start > LONGEST_NAME or (stop - start == 1 and not titled):
        return
    yield Mention(straightened(words[start:stop], code), index, start)


def role_by_title(mention: Mention, words: Sequence[Word], code: str) -> str | None:
    """Return the role right before a name: titles in English; elsewhere a title and what belongs to it."""
    if code != "en":
        after = (at + 1 for at in range(mention.first - 1, -1, -1) if given(words[at].text, code))
        begins = next(after, 0)
        return role_before(words[begins:], mention.first - begins, code, cases_of_name(mention, code))
    return english_role(words, mention.first)


def cases_of_name(mention: Mention, code: str) -> frozenset[str]:
    """Return the cases in which a name may stand, by its first name; none where no list has that."""
    first = mention.words[0].text
    nominative = given(first, code)
    return cases_of(first.lower(), nominative.lower(), code) if nominative else frozenset()
