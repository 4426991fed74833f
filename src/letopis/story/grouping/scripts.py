"""A name in Cyrillic or Latin letters → the consonants it keeps in every script."""

from functools import lru_cache

SHORTEST = 3
LONGEST = 5
# Vowels and soft signs are what transliterations and case endings change; of the rest each sound has one letter.
SOUNDS: tuple[tuple[str, str], ...] = (
    ("shch", "s"),
    ("sch", "s"),
    ("тс", "t"),
    ("дз", "d"),
    ("ts", "t"),
    ("tz", "t"),
    ("dz", "d"),
    ("kh", "g"),
    ("zh", "z"),
    ("sh", "s"),
    ("sz", "s"),
    ("ch", "c"),
    ("cz", "c"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("x", "ks"),
)
LETTERS = str.maketrans(
    {
        **dict(zip("бвгджзклмнпрстфхцчшщўґ", "bvgdzzklmnprstfgtcssvg", strict=True)),
        **dict(zip("hwq", "gvk", strict=True)),
        **dict.fromkeys("аеёиоуыэюяійїєьъ'’ʼaeiouyj-", ""),
        **dict.fromkeys("áàâäãåéèêëíìîïóòôöõúùûüý", ""),
    }
)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return a name's first consonants, the same for Лукашенко, Лукашэнка and Lukashenko; empty for too few."""
    low = word.casefold()
    for sound, letter in SOUNDS:
        low = low.replace(sound, letter)
    bones = "".join(single(low.translate(LETTERS)))
    # The sound before «ск» is written «в», «ў», «u» or not at all: Тихановская, Ціханоўская, Tsikhanouskaya.
    bones = bones.replace("vsk", "sk")
    return bones[:LONGEST] if len(bones) >= SHORTEST else ""


def single(letters: str) -> list[str]:
    """Return letters with the doubled ones written once."""
    return [letter for place, letter in enumerate(letters) if place == 0 or letters[place - 1] != letter]
