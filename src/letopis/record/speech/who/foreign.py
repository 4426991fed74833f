"""Words of a language without grammar → who speaks, by capitals and by the forms of verbs that the language lists."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import compress

from letopis.language.lists import plain, table, word_list
from letopis.model import Span, Speaker
from letopis.record.names.listed_titles import is_title
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.plainly import speaker_as_named

LONGEST_NAME = 6
REACH = 12
OFTEN = 20
FIRST_AND_LAST = 2


def named_by_verb(view: View, run: Run) -> tuple[Run, Phrase] | None:
    """Return the verb of speech in a stretch and the name or the pronoun nearest to it."""
    for verb in range(run.first, min(run.stop, run.first + REACH)):
        if not is_verb_form(view, verb):
            continue
        found = name_from(view, verb + 1, run) or name_until(view, verb, run)
        return (Run(verb, verb + 1), found) if found else None
    return None


def is_verb_form(view: View, index: int) -> bool:
    """Say whether a word is a form that the language lists as a verb of speech."""
    return plain(view.words[index].text.lower()) in word_list(view.code or "", "speech_verbs")


def name_from(view: View, first: int, run: Run) -> Phrase | None:
    """Return the name that begins at a word: `said Olga Ivanova`, or a pronoun there."""
    if first < run.stop and pronoun(view, first):
        return Phrase(Run(first, first + 1), first)
    while first < run.stop and spoken_of(view, first):
        first += 1
    stop = first
    while stop < run.stop and stop - first < LONGEST_NAME and in_name(view, stop):
        stop += 1
    return Phrase(Run(first, stop), stop - 1) if stop > first else None


def spoken_of(view: View, index: int) -> bool:
    """Say whether a word is a small one that may stand between a verb and a name: a role («сказав мер Іван»)."""
    word = view.words[index].text
    return view.code != "en" and word.islower() and word[0].isalpha()


def name_until(view: View, stop: int, run: Run) -> Phrase | None:
    """Return the name that ends before a word: `Olga Ivanova said`, `his lawyer, Ivan Petrov, said`."""
    last = stop - 1
    while last >= run.first and view.words[last].text in {",", "also", "also,"}:
        last -= 1
    if last >= run.first and pronoun(view, last):
        return Phrase(Run(last, last + 1), last)
    first = last
    while first >= run.first and last - first < LONGEST_NAME and in_name(view, first):
        first -= 1
    return Phrase(Run(first + 1, last + 1), last) if first < last else None


def in_name(view: View, index: int) -> bool:
    """Say whether a word may be part of a name: it begins with a capital."""
    word = view.words[index].text
    return word[:1].isupper() and any(letter.isalpha() for letter in word) and not pronoun(view, index)


def pronoun(view: View, index: int) -> str:
    """Return m or f for a pronoun that means somebody named before, else nothing."""
    return pronouns(view.code or "").get(plain(view.words[index].text.lower()), "")


@cache
def pronouns(code: str) -> dict[str, str]:
    """Return the pronouns of a language that stand for people."""
    return {row[0]: row[1] for row in table(code, "pronouns")}


def speaker_by_capitals(view: View, phrase: Phrase, last: Speaker | None) -> Speaker:
    """Return the speaker whom a phrase names: the fullest form of the name that the article has, the title apart."""
    if not word_list(view.code or "", "speech_verbs"):
        return speaker_as_named(view, phrase)
    span = view.span_of(phrase.run)
    if pronoun(view, phrase.head):
        return meant(view, phrase, last)
    titles, name = parted(view, phrase.run)
    person = next((view.person_at[at] for at in range(phrase.run.first, phrase.run.stop) if at in view.person_at), None)
    if person is not None:
        return Speaker("person", person.name, person.role or " ".join(titles) or None, span)
    if not name:
        return Speaker("role", " ".join(titles), " ".join(titles), span)
    if (role := role_alone(view, phrase.run)) is not None:
        return bearer(view, role, Span(view.starts[phrase.run.first - 1], span.stop))
    return Speaker("person", " ".join(fullest(view, name)), " ".join(titles) or None, span)


def role_alone(view: View, run: Run) -> str | None:
    """Return a role that no name follows: behind a title one word in the genitive, «додав президент Ліманії»."""
    before, last = run.first - 1, view.words[run.stop - 1].text
    endings = tuple(word_list(view.code or "", "genitive_endings"))
    if before < 0 or run.stop - run.first > 1 or not endings or not last.endswith(endings):
        return None
    return view.span_of(Run(before, run.stop)).of(view.text) if is_title(view.words[before], view.code or "") else None


def bearer(view: View, role: str, span: Span) -> Speaker:
    """Return whoever bears a role in the article; nobody by name where none or several do."""
    known = {person.name for person in view.people if person.role and person.role.casefold() == role.casefold()}
    return Speaker("person", known.pop(), role, span) if len(known) == 1 else Speaker("role", role, role, span)


def parted(view: View, run: Run) -> tuple[list[str], list[str]]:
    """Return the title and the name of a run of capitals; where no list tells them apart, the last two are the name."""
    words = [word.text for word in view.words[run.first : run.stop]]
    listed = word_list(view.code or "", "titles_before")
    if not listed and len(words) > FIRST_AND_LAST:
        return words[:-FIRST_AND_LAST], words[-FIRST_AND_LAST:]
    titled = [plain(word.lower()) in listed for word in words]
    return list(compress(words, titled)), [word for word, told in zip(words, titled, strict=True) if not told]


def fullest(view: View, name: list[str]) -> list[str]:
    """Return the longest name in the text that ends with a name's last word."""
    best = name
    for at in view.places.get(name[-1], ())[:OFTEN] if len(name) == 1 else ():
        before = name_until(view, at + 1, Run(max(0, at - LONGEST_NAME), at + 1))
        best = max(best, parted(view, before.run)[1] if before else [], key=len)
    return best


def meant(view: View, phrase: Phrase, last: Speaker | None) -> Speaker:
    """Return whom a pronoun means: the first full name of the last sentence that fits, else who spoke before."""
    span = view.span_of(phrase.run)
    block = view.blocks[max(0, view.block_at(span.start))].span
    index = bisect_left(view.sentences, phrase.head, key=lambda run: run.first)
    near = view.sentences[max(0, index - OFTEN) : index]
    begun = [run for run in near if block.start <= view.starts[run.first]]
    wanted = pronoun(view, phrase.head)
    for run in reversed(begun):
        found = full_name(view, Run(run.first, min(run.stop, phrase.head)))
        titles, name = parted(view, found.run) if found else ([], [])
        if name and fits(view, name, wanted):
            return Speaker("person", " ".join(name), " ".join(titles) or None, span)
    if last is None or (last.kind == "person" and not fits(view, (last.name or "").split(), wanted)):
        return Speaker("unresolved", span=span)
    return Speaker(last.kind, last.name, last.role, span)


def full_name(view: View, run: Run) -> Phrase | None:
    """Return the first name of a sentence that has two words: whoever comes first mostly acts in it."""
    at = run.first
    while at < run.stop:
        stop = at
        while stop < run.stop and stop - at < LONGEST_NAME and in_name(view, stop):
            stop += 1
        if stop - at >= FIRST_AND_LAST and len(parted(view, Run(at, stop))[1]) >= FIRST_AND_LAST:
            return Phrase(Run(at, stop), stop - 1)
        at = stop + 1
    return None


def fits(view: View, name: Sequence[str], wanted: str) -> bool:
    """Say whether a first name may be of a gender: of names in «-а» all that no list calls a man's are women's."""
    listed = word_list(view.code or "", "mens_names")
    if not listed or len(name) < FIRST_AND_LAST:
        return True
    first = plain(name[0].lower())
    return ("f" if first.endswith(("а", "я")) and first not in listed else "m") == wanted
