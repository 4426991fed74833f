"""English words with capitals → mentions of people: by a first name, a title, an age, a verb of speech beside it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.model import Span
from letopis.record.names.abroad.personal import (
    OF,
    POSSESSIVE,
    Named,
    is_bearer,
    is_house,
    is_initials,
    is_office,
    leads,
    low,
    personal,
)
from letopis.record.names.abroad.stretches import Stretch
from letopis.record.names.mentions import Mention

LONGEST_NAME = 5
FULL = 2
MOST = 3
LONGEST_ASIDE = 24
AGES = range(10, 110)


class Place(NamedTuple):
    """A name in a sentence, with the sentence's number."""

    words: Sequence[Word]
    sentence: int
    name: Named


def english(stretches: Iterable[Stretch]) -> list[Mention]:
    """Return the people whom stretches of capitals name."""
    places = [place for stretch in stretches for place in pieces(stretch)]
    heard = frozenset(low(one.words[one.name.first]) for one in places if is_lone(one) and speaks(one.words, one.name))
    sure = [place._replace(name=name) for place in places if (name := believed(place, heard)) is not None]
    whole = [place for place in sure if place.name.stop - place.name.first >= FULL]
    first = frozenset(low(place.words[place.name.first]) for place in whole) | heard
    again = [place for place in places if is_lone(place) and is_given(place.words[place.name.first])]
    called = [place for place in again if low(place.words[place.name.first]) in first and place not in sure]
    return sorted(map(mention, [*sure, *called]), key=lambda one: (one.sentence, one.first))


def pieces(stretch: Stretch) -> Iterator[Place]:
    """Yield what may be names in a stretch of capitals; a possessive ends a name."""
    first = stretch.first
    for at in range(stretch.first, stretch.stop):
        if at + 1 == stretch.stop or stretch.words[at].text.endswith(POSSESSIVE):
            found = personal(stretch.words, first, at + 1)
            if found is not None:
                yield Place(stretch.words, stretch.sentence, found)
            first = at + 1


def is_lone(place: Place) -> bool:
    """Say whether a name is of one word."""
    return place.name.stop - place.name.first == 1


def mention(place: Place) -> Mention:
    """Return the mention of a person."""
    first, stop, _ = place.name
    return Mention(tuple(map(bare, place.words[first:stop])), place.sentence, first)


def believed(place: Place, heard: frozenset[str]) -> Named | None:
    """Return a name that somebody bears: with a first name, a title, an age, or a verb of speech beside it.

    Who speaks somewhere by one word alone («said Stone») is somebody wherever it stands with another («Ivor Stone»).
    """
    words, _, found = place
    first, stop, titled = found
    start = next((at for at in range(first, stop) if is_given(words[at])), None)
    if start is not None:
        found = found._replace(first=opened(words, first, start, stop))
    elif not titled and (stop - first < FULL or not (speaks(words, found) or described(words, found, heard))):
        return None
    short = found.stop - found.first < FULL and not titled
    long = found.stop - found.first > LONGEST_NAME
    house = is_house(words[found.first : found.stop]) and not is_bearer(words, found.first, found.stop)
    return None if short or long or house else found


def opened(words: Sequence[Word], first: int, start: int, stop: int) -> int:
    """Return where a name begins that has a listed first name: at it, or at an initial or an «Abu» before it."""
    if start - 1 > first and words[start - 1].text == "." and len(words[start - 2].text) == 1:
        return start - 2
    opens = start - first == 1 and stop - start >= FULL and low(words[first]) in word_list("en", "name_openers")
    return first if opens else start


def described(words: Sequence[Word], found: Named, heard: frozenset[str]) -> bool:
    """Say whether something else tells that a name is somebody's: an age, what he is, or his speaking elsewhere."""
    first, stop, _ = found
    known = {low(words[first]), low(words[stop - 1])} & heard
    short = stop - first <= MOST
    return bool(known) or aged(words, stop) or (short and (set_apart(words, found) or apposed(words, found)))


def apposed(words: Sequence[Word], found: Named) -> bool:
    """Say whether a name stands behind a comma and somebody's office: «the warden, Ivor Stone.»."""
    first, stop, _ = found
    if first < FULL or words[first - 1].text != "," or words[first - 2].text[0].isupper():
        return False
    somebody = low(words[first - 2]) in word_list("en", "people") | word_list("en", "person_titles")
    return somebody and (stop >= len(words) or words[stop].text in {",", "."})


def set_apart(words: Sequence[Word], found: Named) -> bool:
    """Say whether a name stands between commas before a verb of speech: «the head, Ivor Stone, told», or is set so."""
    verbs = word_list("en", "speech_verbs")
    behind = [word.text.lower() for word in words[found.stop : found.stop + LONGEST_ASIDE]]
    if len(behind) < FULL or behind[0] != ",":
        return False
    closed = next((at for at in range(1, len(behind) - 1) if behind[at] == ","), None)
    led = found.first == 0 or words[found.first - 1].text in {",", "”", '"'}
    return led and (behind[1] in verbs or (closed is not None and behind[closed + 1] in verbs))


def is_given(word: Word) -> bool:
    """Say whether a word is a listed first name, or a double one of which one part is listed."""
    names = word_list("en", "first_names")
    return word.text in names or ("-" in word.text and not names.isdisjoint(word.text.split("-")))


def speaks(words: Sequence[Word], found: Named) -> bool:
    """Say whether a verb of speech stands right beside a name, which no article leads up to."""
    first, stop, _ = found
    before = words[first - 1].text.lower() if first else ""
    after = words[stop].text.lower() if stop < len(words) else ""
    verbs = word_list("en", "speech_verbs")
    led = first > 0 and words[first - 1].text.lower() in word_list("en", "determiners")
    if led or any(is_initials(word.text) and len(word.text) > 1 for word in words[first:stop]):
        return False
    closed = not after or not after[0].isalnum() or after in word_list("en", "phrase_ends")
    return (before in verbs and before not in word_list("en", "telling") and closed) or after in verbs


def aged(words: Sequence[Word], stop: int) -> bool:
    """Say whether an age stands behind a name: «Abu Amer, 44,»."""
    after = [word.text for word in words[stop : stop + 3]]
    return len(after) > FULL and after[0] == after[2] == "," and after[1].isdecimal() and int(after[1]) in AGES


def bare(word: Word) -> Word:
    """Return a word without what makes it a possessive."""
    if not word.text.endswith(POSSESSIVE):
        return word
    text = word.text[: -len(POSSESSIVE[0])]
    return msgspec.structs.replace(word, text=text, span=Span(word.span.start, word.span.start + len(text)))


def english_role(words: Sequence[Word], first: int) -> str | None:
    """Return the title right before a name: «Foreign Secretary», «Secretary of State»; none that is no office."""
    at = first
    while at > 0 and goes_before(words, at - 1):
        at -= 1
    said = words[at:first]
    return " ".join(word.text for word in said).replace(" .", ".") if any(map(is_office, said)) else None


def goes_before(words: Sequence[Word], at: int) -> bool:
    """Say whether a word belongs to the title before a name."""
    shortened = words[at].text == "." and at > 0 and words[at - 1].text in word_list("en", "shortened_titles")
    return leads(words[at]) or shortened or (words[at].text == OF and at > 0 and is_office(words[at - 1]))
