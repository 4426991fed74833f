"""Words of a language without lists of verbs → the full name that plainly stands beside a quotation, or nobody."""

from collections.abc import Iterator, Mapping
from functools import cache

from letopis.language.lists import table, word_list
from letopis.model import Speaker
from letopis.record.speech.seen.view import Phrase, Run, View, is_dash

# A name has so many words, and stands so near.
FEWEST, MOST = 2, 4
REACH = 7
OFTEN = 20
ENDS = frozenset(".!?…")
# Where every noun has a capital, one of so many letters that ends like a noun is no first name: «Außenministerin».
LONG_NOUN = 8


def name_behind(view: View, tail: Run, *, sure: bool) -> Phrase | None:
    """Return the name behind a quotation: after one word of any kind, and small words and titles."""
    free, at = 1, tail.first
    while at < min(tail.stop, tail.first + REACH):
        if large(view, at):
            name = titles_left_out(view, capitals(view, at, tail.stop))
            return named(view, name, tail) if name and plainly_ends(view, name.stop, tail, sure=sure) else None
        if not small(view, at) and not (view.words[at].text == "," and at > tail.first and is_title(view, at - 1)):
            return None
        free -= small(view, at) and not known(view, at)
        if free < 0:
            return None
        at += 1
    return None


def name_ahead(view: View, lead: Run) -> Phrase | None:
    """Return the name before a colon: nothing but one word of any kind, and small words, stands between."""
    free, at = 1, lead.stop - 1
    while at >= lead.first and small(view, at):
        free -= not known(view, at)
        at -= 1
    if free < 0 or at < lead.first or not large(view, at):
        return None
    first = at
    while first > lead.first and large(view, first - 1):
        first -= 1
    name = titles_left_out(view, Run(first, at + 1))
    return named(view, name, lead) if name else None


def named(view: View, name: Run, within: Run) -> Phrase | None:
    """Return a full name, or a surname whose full name the text has; what only opens a sentence is no first name."""
    opens = name.first == view.sentence_at(name.first).first
    if opens and not is_given(view, name.first):
        name = Run(name.first + 1, name.stop)
    full = FEWEST <= name.stop - name.first <= MOST or (name.stop - name.first == 1 and whole(view, name.stop - 1))
    return Phrase(name, name.stop - 1) if full and name.first >= within.first else None


def speaker_as_named(view: View, phrase: Phrase) -> Speaker:
    """Return the speaker whom a phrase names, by his full name."""
    last = phrase.run.stop - 1
    run = phrase.run if phrase.run.stop - phrase.run.first > 1 else whole(view, last) or phrase.run
    words = [word.text for word in view.words[run.first : run.stop]]
    return Speaker("person", " ".join(words), None, view.span_of(phrase.run))


def whole(view: View, surname: int) -> Run | None:
    """Return where the text has a full name that ends with a surname."""
    return next(wholes(view, surname), None)


def wholes(view: View, surname: int) -> Iterator[Run]:
    """Yield the full names that end with a surname; the first word of a sentence is none of theirs if unknown."""
    for at in view.places.get(view.words[surname].text, ())[:OFTEN]:
        first = at
        while first > 0 and at - first < MOST - 1 and large(view, first - 1):
            first -= 1
        name = titles_left_out(view, Run(first, at + 1))
        if name and name.first == view.sentence_at(at).first and not is_given(view, name.first):
            name = Run(name.first + 1, name.stop)
        if name and name.stop - name.first >= FEWEST:
            yield name


def titles_left_out(view: View, name: Run) -> Run | None:
    """Return a run of capitals without the titles before a name."""
    first = name.first
    while first < name.stop and is_title(view, first):
        first += 1
    return Run(first, name.stop) if first < name.stop else None


def plainly_ends(view: View, at: int, tail: Run, *, sure: bool) -> bool:
    """Say whether nothing hangs on a name: a sentence ends behind it, or goes on with a small word or an aside."""
    if at >= tail.stop:
        return True
    word = view.words[at]
    return (
        word.text in ENDS
        or is_dash(word)
        or view.words[at].text.lower() in frequent(view)
        or (word.text == "," and sure)
    )


def capitals(view: View, first: int, stop: int) -> Run:
    """Return the words from one on that begin with capitals, particles of names let through."""
    at = first
    while at < stop and large(view, at):
        at += 1
        inside = at
        while inside < stop and view.words[inside].text in word_list("en", "name_particles") - frequent(view):
            inside += 1
        at = inside if inside > at and inside < stop and large(view, inside) else at
    return Run(first, at)


def large(view: View, at: int) -> bool:
    """Say whether a word begins with a capital and goes on in small letters."""
    word = view.words[at].text
    return word[:1].isupper() and word[1:2].islower()


def small(view: View, at: int) -> bool:
    """Say whether a word is in small letters."""
    return view.words[at].text[:1].islower()


def known(view: View, at: int) -> bool:
    """Say whether a word is a small word of the language, or a title."""
    return view.words[at].text in frequent(view) or is_title(view, at)


def frequent(view: View) -> frozenset[str]:
    """Return the small words of the language."""
    return word_list(view.code or "", "frequent")


def is_title(view: View, at: int) -> bool:
    """Say whether a word is a title or a small word; where nouns have capitals, one that ends as they do."""
    word, code = view.words[at].text.lower(), view.code or ""
    if word in word_list(code, "person_titles") or (large(view, at) and word in frequent(view)):
        return True
    endings = tuple(word_list(code, "noun_endings"))
    return (
        bool(endings) and (len(word) >= LONG_NOUN or "-" in word) and word.endswith(endings) and not is_given(view, at)
    )


def is_given(view: View, at: int) -> bool:
    """Say whether a word is a first name that some list has."""
    word = view.words[at].text
    return word.lower() in given_names() or word in word_list("en", "first_names")


@cache
def given_names() -> Mapping[str, None]:
    """Return first names in all spellings that we know, in small letters."""
    cells = (cell for row in table("ru", "given_names") for cell in row)
    return dict.fromkeys(name.strip().lower() for cell in cells for name in cell.split(","))
