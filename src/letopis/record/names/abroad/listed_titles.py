"""Words of a language without grammar → titles before a name, in any case, and the role they make."""

from collections.abc import Sequence
from functools import lru_cache

from letopis.language.lists import plain, table, word_list
from letopis.language.parsed import Word

# A role has so many words before a name.
LONGEST_ROLE = 7
NOMINATIVE = frozenset("n")


def is_title(word: Word, code: str) -> bool:
    """Say whether a word is a title that stands before names, in any case."""
    return bool(title_of(word.text.lower(), code))


@lru_cache(maxsize=20_000)
def title_of(word: str, code: str) -> str:
    """Return the listed title of which a word in small letters is a form; nothing if it is none."""
    word, titles = plain(word), word_list(code, "person_titles") | word_list(code, "titles_before")
    if word in titles:
        return word
    endings = ((end, new) for end, others in table(code, "title_endings") for new in others.split(","))
    forms = (word[: len(word) - len(end)] + new.strip("-") for end, new in endings if word.endswith(end))
    return next((form for form in forms if form in titles), "")


@lru_cache(maxsize=20_000)
def cases_of(word: str, nominative: str, code: str) -> frozenset[str]:
    """Return the cases in which a word may stand, by its ending; of no known ending it may be any."""
    if word == nominative:
        return NOMINATIVE
    kind = "f" if nominative.endswith(("а", "я")) else "m"
    rows = [row for row in table(code, "cases") if row[0] == kind and word.endswith(row[1])]
    return frozenset(max(rows, key=lambda row: len(row[1]), default=("", "", "gdail"))[2])


def role_before(words: Sequence[Word], first: int, code: str, cases: frozenset[str]) -> str | None:
    """Return the role right before a name that stands in some case: «міністр оборони», «з міністром оборони».

    No sign and no verb stands between, and the title is in the name's case; of a name in no known case any is.
    """
    for at in range(first - 1, max(-1, first - 1 - LONGEST_ROLE), -1):
        low = words[at].text.lower()
        if not low[0].isalnum() or low.endswith(tuple(word_list(code, "verb_endings"))):
            return None
        title = title_of(low, code)
        if title and (not cases or cases & cases_of(low, title, code)):
            head = deputy_before(words, at, code)
            return in_nominative(words, head, first, code)
    return None


def deputy_before(words: Sequence[Word], at: int, code: str) -> int:
    """Return where a title begins of which another is only part: «[заступника] міністра»."""
    before = title_of(words[at - 1].text.lower(), code) if at else ""
    return at - 1 if before in word_list(code, "deputies") else at


def in_nominative(words: Sequence[Word], head: int, stop: int, code: str) -> str:
    """Return a role with its title, and the adjectives before it, in the nominative."""
    low = words[head].text.lower()
    title = title_of(low, code)
    first = head
    while first and adjective(words[first - 1].text, title, code):
        first -= 1
    rest = [word.text for word in words[head + 1 : stop]]
    if low == title:
        return " ".join([*(word.text for word in words[first : head + 1]), *rest])
    return " ".join([*(adjective(word.text, title, code) for word in words[first:head]), title, *rest])


@lru_cache(maxsize=20_000)
def adjective(word: str, title: str, code: str) -> str:
    """Return the nominative of an adjective that belongs to a title: «головною» is «головна»; nothing for others."""
    low = word.lower()
    for stem, man, woman in table(code, "title_adjectives"):
        if low.startswith(stem) and len(low) <= len(stem) + len("ого"):
            return woman if title.endswith(("а", "я")) and title not in word_list(code, "mens_titles") else man
    return ""
