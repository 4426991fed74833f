"""Words in Cyrillic or Latin letters → what they share however they are spelled: «Горянск» and "goryansk"."""

import re
from functools import lru_cache

from letopis.page.facts import folded

LETTERS = str.maketrans(
    {
        **dict(zip("абвгґдеёєзиіїйклмнопрстуўфхцыэ", "abvggdeeeziiiiklmnoprstuufhcye", strict=True)),
        "ж": "zh",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ю": "iu",
        "я": "ia",
        "ъ": "",
        "ь": "",
    }
)
# Sites spell one letter in several ways: "kh" and "h" for «х», "ts" and "c" for «ц», "c" and "k" for «к».
SAME = (("shch", "sch"), ("kh", "h"), ("ts", "c"), ("x", "ks"), ("w", "v"), ("j", "i"), ("y", "i"), ("c", "k"))
# On old pages a Latin "P" may stand for «Р».
MIXED = re.compile(r"\b(?=\w*[а-яё])(?=\w*[a-z])\w+", re.IGNORECASE)
ALIKE = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")


@lru_cache(2_048)  # the lines of a page share many of their words
def sounds_of(words: str) -> str:
    """Return the letters and digits of words as they sound."""
    if not words.isascii():
        words = MIXED.sub(lambda match: match.group().translate(ALIKE), words)
    found = folded(words).translate(LETTERS)
    for written, one in SAME:
        found = found.replace(written, one)
    return found
