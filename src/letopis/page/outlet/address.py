"""A page's address and the lines that may name its outlet → the name as it is printed: "NEWSru.com" at newsru.com."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from letopis.page.outlet.sounds import sounds_of

# What stands between a site's name and its country: "gazette.co.uk".
SECOND = frozenset(("co", "com", "org", "net", "gov", "edu", "ac", "in", "msk", "spb"))
AROUND, QUOTES = "()[]<>,.;:!?|–—- ", "«»\"“”„'"
SIGNS = str.maketrans("", "", "™®©")
MOST_WORDS, SHORTEST = 5, 2


def keys_of(url: str | None) -> frozenset[str]:
    """Return how the name of a page's site sounds, with its ending and without."""
    labels = (urlsplit(url).hostname or "").split(".") if url else []
    while len(labels) > SHORTEST and labels[-2] in SECOND:
        del labels[-2]
    name = labels[-2] if len(labels) >= SHORTEST else ""
    return frozenset(map(sounds_of, (name, name + labels[-1]))) if len(name) >= SHORTEST else frozenset()


def named_by(keys: frozenset[str], lines: Iterable[str]) -> str | None:
    """Return the words that sound as a site is called: "Gazette" before "GAZETTE", and that before "gazette"."""
    found: list[str] = []
    for line in lines if keys else ():
        for name in runs_of(line, keys):
            if not (name.islower() or name.isupper()):
                return name
            found.append(name)
    return min(found, key=str.islower, default=None)


def runs_of(line: str, keys: frozenset[str]) -> Iterator[str]:
    """Yield the runs of a line's words that sound as one of the keys."""
    words = line.split()
    sounds = [sounds_of(word) for word in words]
    whole = "".join(sounds)
    if not any(key in whole for key in keys):  # most lines are such
        return
    for start in range(len(words)):
        for stop in range(start + 1, min(start + MOST_WORDS, len(words)) + 1):
            if sounds[start] and "".join(sounds[start:stop]) in keys and (name := bare(" ".join(words[start:stop]))):
                yield name
                break


def bare(name: str) -> str:
    """Return a name without signs around it, and without quotation marks that hold all of it or close nothing."""
    name = name.translate(SIGNS).strip(AROUND)
    marks = sum(letter in QUOTES for letter in name)
    around = marks == len("«»") and name[0] in QUOTES and name[-1] in QUOTES
    return name.strip(QUOTES + AROUND) if marks % 2 or around else name
