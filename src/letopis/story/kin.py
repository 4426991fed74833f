"""A story's articles → full names that are one person's in several languages, where that is certain."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby

from letopis.language.lists import plain, table
from letopis.story.reported import Reported

Named = tuple[int, str]
Key = tuple[str, str]

# What transliteration, unstressed vowels and soft signs change, in the order in which it is undone.
SOUNDS: tuple[tuple[str, str], ...] = (
    *zip(("shch", "kh", "zh", "sh", "ch", "ts", "tz", "ph", "ck"), "щхжшчццфк", strict=True),
    *zip(("yo", "ye", "yu", "ya", "jo", "je", "ju", "ja"), "аауааауа", strict=True),
    *zip("abcdefghiklmnoprstuvwyz", "абкдафггиклмнапрстуввиз", strict=True),
    ("x", "кс"),
    ("q", "к"),
    *zip("оеёэєяыіїўюґ", "ааааааииивуг", strict=True),
    *((mark, "") for mark in "йjьъ'’ʼ-"),
)
# Of the list of given names.
COLUMNS = {"ru": 0, "be": 1, "uk": 2, "en": 3}
# Belarusian softens «т» and «д» before soft vowels: Ціханоўская is Тихановская, Радзькоў is Радьков.
SOFT = "еёюяіь"
VOWELS = "аиу"
FEWEST_SOUNDS = 3
# Surname and given name; with a patronymic one more.
FEWEST_WORDS, MOST_WORDS = 2, 3


def kin_in(reports: Sequence[Reported]) -> list[tuple[Named, ...]]:
    """Return the names, each as an article has it, that are one person's in several languages.

    Given name and surname must both sound alike, and no language of the story may know two such people.
    """
    found: defaultdict[Key, defaultdict[str, dict[str, list[Named]]]] = defaultdict(lambda: defaultdict(dict))
    for report in reports:
        code = report.code or ""
        for name in dict.fromkeys(names_of(report)):
            if key := key_of(name, code):
                first, *_, last = plain(name.casefold()).split()
                found[key][code].setdefault(f"{first} {last}", []).append((report.id, name))
    certain = (tongues for tongues in found.values() if len(tongues) > 1 and all(map(is_one, tongues.values())))
    return [tuple(in_order(tongues)) for tongues in certain]


def in_order(tongues: Mapping[str, Mapping[str, list[Named]]]) -> Iterator[Named]:
    """Yield the names of one person: of equally frequent spellings the archive calls them by the first."""
    for code in sorted(tongues, key=lambda code: COLUMNS.get(code, len(COLUMNS))):
        for names in tongues[code].values():
            yield from names


def is_one(names: Mapping[str, object]) -> bool:
    """Say whether a language spells a name in one way only."""
    return len(names) == 1


def names_of(report: Reported) -> Iterator[str]:
    """Yield the names of an article's people, its speakers with them."""
    record = report.reading.record
    yield from (person.name for person in record.people)
    speakers = (statement.speaker for statement in record.statements)
    yield from (speaker.name for speaker in speakers if speaker.kind == "person" and speaker.name)


@lru_cache(maxsize=100_000)
def key_of(name: str, code: str) -> Key | None:
    """Return by what a full name is known in every language; None for a lone surname, an initial, a short name."""
    words = name.replace(".", ". ").split()
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or any(word.endswith(".") for word in words):
        return None
    given, surname = given_sounds(words[0], code), sounds(words[-1], code)
    return (given, surname) if min(len(given), len(surname)) >= FEWEST_SOUNDS else None


def given_sounds(word: str, code: str) -> str:
    """Return a given name as it sounds in Russian, where the list of given names has it; else as it sounds."""
    return in_russian(code).get(plain(word).casefold()) or sounds(word, code)


@cache
def in_russian(code: str) -> Mapping[str, str]:
    """Return the given names of a language with the sounds of the Russian name of each, if there is but one."""
    if code not in COLUMNS:
        return {}
    column = COLUMNS[code]
    pairs = [
        (plain(form.strip()).casefold(), row[0])
        for row in table("ru", "given_names")
        for form in row[column].split(",")
    ]
    return {form: sounds(name, "ru") for form, name in pairs if [other for other, _ in pairs].count(form) == 1}


def sounds(word: str, code: str) -> str:
    """Return what a name keeps in every spelling: its consonants, and of its vowels whether they are open, и or у."""
    low = softened(word.casefold()) if code == "be" else word.casefold()
    for sound, letter in SOUNDS:
        low = low.replace(sound, letter)
    return "".join(letter for letter, _ in groupby(rounded(low)))


def softened(word: str) -> str:
    """Return a Belarusian word with «т» and «д» for the «ц» and «дз» that come of them before soft vowels."""
    for soft in SOFT:
        word = word.replace(f"цц{soft}", f"т{soft}").replace(f"ц{soft}", f"т{soft}").replace(f"дз{soft}", f"д{soft}")
    return word


def rounded(word: str) -> Iterable[str]:
    """Yield a word's sounds, «в» behind a vowel and before a consonant as «у»: Лаурсон is Лаўрсан."""
    for place, letter in enumerate(word):
        closes = place + 1 == len(word) or word[place + 1] not in VOWELS
        yield "у" if letter == "в" and closes and place and word[place - 1] in VOWELS else letter
