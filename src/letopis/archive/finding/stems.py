"""A word of a language without a dictionary → what searches compare of it, by endings that are written down."""

from functools import cache, lru_cache

from letopis.language.lists import table


@lru_cache(maxsize=100_000)
def stem(word: str, code: str | None) -> str:
    """Return a word without the longest ending that may fall off it (`<code>/search_endings.tsv`)."""
    for ending, instead, least in endings(code or ""):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: len(word) - len(ending)] + instead
    return word


@cache
def endings(code: str) -> list[tuple[str, str, int]]:
    """Return a language's endings, longest first: what falls off, what comes instead, how many letters must stay."""
    rows = [(row[0], row[1].removeprefix("-"), int(row[2])) for row in table(code, "search_endings")]
    return sorted(rows, key=lambda row: -len(row[0]))
