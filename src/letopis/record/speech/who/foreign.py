"""Words of a language without grammar → who speaks, by capitals and by the forms of verbs that the language lists."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

from letopis.language.lists import plain, table, word_list
from letopis.model import Span, Speaker
from letopis.record.names.listed_titles import is_title, title_of
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.plainly import speaker_as_named

LONGEST_NAME = 6
REACH = 12
OFTEN = 20
FIRST_AND_LAST = 2
BLOCKS_BACK = 2
ARTICLE = "the"


def named_by_verb(view: View, run: Run) -> tuple[Run, Phrase] | None:
    """Return the verb of speech in a stretch and the name or the pronoun nearest to it."""
    for verb in range(run.first, min(run.stop, run.first + REACH)):
        if not is_verb_form(view, verb):
            continue
        found = name_from(view, verb + 1, run) or name_until(view, verb, run) or title_beside(view, verb, run)
        return (Run(verb, verb + 1), found) if found else None
    return None


def title_beside(view: View, verb: int, run: Run) -> Phrase | None:
    """Return the title that stands alone beside a verb: `the mayor said`, `сказав директор порту`."""
    behind = verb + 1 + (verb + 1 < run.stop and view.words[verb + 1].text == ARTICLE)
    for at in (behind, verb - 1):
        if run.first <= at < run.stop and view.words[at].text.islower() and is_title(view.words[at], view.code or ""):
            owned = at + 1 < run.stop and at > verb and owner_behind(view, at)
            return Phrase(Run(at, at + 1 + owned), at)
    return None


def owner_behind(view: View, title: int) -> bool:
    """Say whether a small word in the genitive follows a title: `директор порту`."""
    word, endings = view.words[title + 1].text, tuple(word_list(view.code or "", "genitive_endings"))
    return bool(endings) and word.islower() and word.endswith(endings)


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
    if pronoun(view, phrase.head):
        return meant(view, phrase, last)
    return by_title_alone(view, phrase) if stands_alone(view, phrase) else by_capitals(view, phrase)


def by_capitals(view: View, phrase: Phrase) -> Speaker:
    """Return who is named in a phrase, perhaps with a title; a title alone is a role."""
    span = view.span_of(phrase.run)
    titles, name = parted(view, phrase.run)
    person = next((view.person_at[at] for at in range(phrase.run.first, phrase.run.stop) if at in view.person_at), None)
    if person is not None:
        return Speaker("person", person.name, person.role or " ".join(titles) or None, span)
    if not name:
        return Speaker("role", " ".join(titles), " ".join(titles), span)
    if (role := role_alone(view, phrase.run)) is not None:
        return bearer(view, role, Span(view.starts[phrase.run.first - 1], span.stop))
    return Speaker("person", " ".join(fullest(view, name)), " ".join(titles) or None, span)


def stands_alone(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase is a title without a name."""
    lone = view.words[phrase.head].text.islower() or phrase.run == Run(phrase.head, phrase.head + 1)
    return lone and is_title(view.words[phrase.head], view.code or "")


def by_title_alone(view: View, phrase: Phrase) -> Speaker:
    """Return the only person of the article whose role has a title, and what belongs to it, else the role."""
    code, span = view.code or "", view.span_of(phrase.run)
    wanted = {title_of(view.words[phrase.head].text.lower(), code), *span.of(view.text).lower().split()[1:]}
    roles = [(person, (person.role or "").lower().split()) for person in view.people]
    known = [person for person, role in roles if wanted <= {title_of(word, code) or word for word in role}]
    role = span.of(view.text)
    return Speaker("person", known[0].name, role, span) if len(known) == 1 else Speaker("role", role, role, span)


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
    """Return whom a pronoun means: who is named first in the last sentence that names anybody, or has spoken since."""
    span, wanted = view.span_of(phrase.run), pronoun(view, phrase.head)
    spoke = last if last is not None and may_be_meant(view, last, wanted) else None
    found = next((name for name in acting(view, phrase) if fits(view, parted(view, name.run)[1], wanted)), None)
    if found is None or (spoke is not None and spoke.span is not None and spoke.span.start > view.starts[found.head]):
        return Speaker(spoke.kind, spoke.name, spoke.role, span) if spoke else Speaker("unresolved", span=span)
    titles, name = parted(view, found.run)
    person = view.person_at.get(found.head)
    role = person.role if person and person.role else " ".join(titles) or None
    return Speaker("person", person.name if person else " ".join(name), role, span)


def may_be_meant(view: View, last: Speaker, wanted: str) -> bool:
    """Say whether a pronoun may mean whoever spoke last."""
    return last.kind != "person" or fits(view, (last.name or "").split(), wanted)


def acting(view: View, phrase: Phrase) -> Iterator[Phrase]:
    """Yield who is named first in each sentence before a phrase, in its block and the two before, the last first."""
    block = view.blocks[max(0, view.block_at(view.starts[phrase.head]) - BLOCKS_BACK)].span
    index = bisect_left(view.sentences, phrase.head, key=lambda run: run.first)
    for run in reversed(view.sentences[max(0, index - OFTEN) : index]):
        if view.starts[run.first] < block.start:
            return
        found = full_name(view, Run(run.first, min(run.stop, phrase.head)))
        if found is not None:
            yield found


def quoted(view: View, at: int) -> bool:
    """Say whether a word stands in a quotation, where somebody is only spoken of."""
    place = view.starts[at]
    index = bisect_right(view.quotations, place, key=lambda quote: quote.span.start) - 1
    return index >= 0 and place < view.quotations[index].span.stop


def full_name(view: View, run: Run) -> Phrase | None:
    """Return the first name of a sentence that has two words: whoever comes first mostly acts in it."""
    at = run.first
    while at < run.stop:
        stop = at
        while stop < run.stop and stop - at < LONGEST_NAME and in_name(view, stop):
            stop += 1
        whole = stop - at >= FIRST_AND_LAST and len(parted(view, Run(at, stop))[1]) >= FIRST_AND_LAST
        if whole and not quoted(view, at):
            return Phrase(Run(at, stop), stop - 1)
        at = stop + 1
    return None


def fits(view: View, name: Sequence[str], wanted: str) -> bool:
    """Say whether a first name may be of a gender, as far as the lists tell."""
    told = (gender_of(plain(word.lower()), view.code or "") for word in name[:-1])
    return next(filter(None, told), wanted) == wanted


def gender_of(first: str, code: str) -> str:
    """Return m or f for a first name, nothing for one that no list has.

    Where a language lists men's names alone, they are those that look like women's: all others in «-а» are women's.
    """
    mens, womens = word_list(code, "mens_names"), word_list(code, "womens_names")
    if mens and not womens:
        return "f" if first.endswith(("а", "я")) and first not in mens else "m"
    return "f" if first in womens else "m" if first in mens else ""
