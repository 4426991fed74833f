"""A parsed text → the organisations and the places in it, each with its dictionary form and every mention."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from letopis.language.dictionary import parses
from letopis.language.parsed import Parsed, Word
from letopis.language.words import FORMS
from letopis.model import Named, Person, Span
from letopis.record.bodies import joined
from letopis.record.names.countries import Called, called
from letopis.record.names.declension import capitals_of
from letopis.record.names.extents import is_house, of_organisations
from letopis.record.names.mentions import Mention, is_common, parts, tagged

# «ЕС» and «СК» have the initials of too many names.
SHORTEST_ABBREVIATION = 3

Groups = dict[str, list[Mention]]


def organisations(
    parsed: Parsed, folk: Iterable[Person] = (), countries: Sequence[Called] | None = None
) -> tuple[Named, ...]:
    """Return the organisations of a text in the order in which they first appear; what is a person's name is none."""
    countries = called(parsed) if countries is None else countries
    taken = letters_of(folk)
    found = [mention for mention in of_organisations(parsed) if mention.span.start not in taken]
    bodies, others = joined(found, countries)
    merged = [*bodies, *shortened(initialed(abbreviated(grouped(others)))).values()]
    return in_order(Named(dictionary_form(group), spans_of(group), "organisation") for group in merged)


def places(parsed: Parsed, folk: Iterable[Person] = (), countries: Sequence[Called] | None = None) -> tuple[Named, ...]:
    """Return the places of a text in the order in which they first appear; what is a person's name is none."""
    countries = called(parsed) if countries is None else countries
    by_country: dict[str, list[Span]] = {}
    for place in countries:
        by_country.setdefault(place.country.name, []).append(place.span)
    taken = letters_of(folk) | {at for place in countries for at in range(place.span.start, place.span.stop)}
    other = (part for part in of_places(parsed) if part.span.start not in taken)
    for group in grouped(other).values():
        by_country.setdefault(dictionary_form(group), []).extend(spans_of(group))
    return in_order(Named(name, tuple(sorted(spans)), "place") for name, spans in by_country.items())


def of_places(parsed: Parsed) -> Iterator[Mention]:
    """Yield the mentions of places that the tagger saw, without what is none."""
    for mention in tagged(parsed, "LOC"):
        if not is_house(mention, parsed):
            yield from (part for part in parts(mention) if not (is_common(part.words[0]) and len(part.words) == 1))


def letters_of(folk: Iterable[Person]) -> frozenset[int]:
    """Return every letter's place that belongs to a person's name."""
    return frozenset(at for one in folk for span in one.mentions for at in range(span.start, span.stop))


def grouped(mentions: Iterable[Mention]) -> Groups:
    """Return the mentions by their words' dictionary forms."""
    found: Groups = {}
    for mention in mentions:
        found.setdefault(" ".join(word.lemma for word in mention.spelled), []).append(mention)
    return found


def abbreviated(groups: Groups) -> Groups:
    """Return the groups with each abbreviation joined to the name behind which it stands in brackets."""
    by_end = {mention.span.stop: key for key, group in groups.items() for mention in group}
    found = dict(groups)
    for key, group in groups.items():
        short = group[0].words[0].text
        long = next((by_end[one.span.start - 2] for one in group if one.span.start - 2 in by_end), None)
        if long and len(group[0].words) == 1 and short.isupper() and long in found and long != key:
            found[long] = [*found[long], *found.pop(key)]
    return found


def initialed(groups: Groups) -> Groups:
    """Return the groups with each abbreviation joined to the one name whose initials it has: «МИД» and «ФСБ»."""
    found = dict(groups)
    initials = {key: initials_of(group[0]) for key, group in groups.items() if len(group[0].spelled) > 1}
    for key, group in groups.items():
        short = group[0].words[0].text
        if len(group[0].words) > 1 or not short.isupper() or len(short) < SHORTEST_ABBREVIATION or key not in found:
            continue
        long = [other for other, letters in initials.items() if letters.startswith(short) and other in found]
        if len(long) == 1:
            found[long[0]] = [*found[long[0]], *found.pop(key)]
    return found


def initials_of(mention: Mention) -> str:
    """Return the first letters of a name's words, the small ones left out."""
    return "".join(word.text[0].upper() for word in mention.spelled if word.pos not in {"ADP", "CCONJ"})


def shortened(groups: Groups) -> Groups:
    """Return the groups with each short name joined to the one longer name that begins with it: «партия»."""
    found = dict(groups)
    keys = sorted(key + " " for key in groups)
    for key in sorted(groups, key=len):
        at = bisect_right(keys, key + " ")
        longer = [other[:-1] for other in keys[at : at + 2] if other.startswith(key + " ")]
        if len(longer) == 1:
            found[longer[0]] = [*found[longer[0]], *found.pop(key)]
    return found


def spans_of(group: Iterable[Mention]) -> tuple[Span, ...]:
    """Return the places of a group's mentions, in order."""
    return tuple(sorted(mention.span for mention in group))


def in_order(found: Iterable[Named]) -> tuple[Named, ...]:
    """Return the findings in the order of their first mentions."""
    return tuple(sorted(found, key=lambda one: one.mentions[0]))


def names_itself(mention: Mention) -> bool:
    """Say whether a mention is a name and no other word for one: «МИД», but not «внешнеполитическое ведомство»."""
    return not any(word.lemma.endswith("ведомство") for word in mention.words)


def dictionary_form(group: Sequence[Mention]) -> str:
    """Return a group's fullest name in the nominative, as the text has it where it does."""
    fullest = max(
        group, key=lambda one: (names_itself(one), len(one.words), is_nominative(one.words[head_of(one.words)]))
    )
    return "".join(nominative_phrase(fullest.words))


def is_nominative(word: Word) -> bool:
    """Say whether the tagger saw a word in the nominative."""
    return word.feats.get("Case") == "Nom"


def head_of(words: Sequence[Word]) -> int:
    """Return the place of the noun that bends: the first."""
    return next((at for at, word in enumerate(words) if word.pos in {"NOUN", "PROPN"}), 0)


def nominative_phrase(words: Sequence[Word]) -> Iterator[str]:
    """Yield the words of a name, those up to its first noun in the nominative, spaced as the text has them."""
    head = head_of(words)
    for at, word in enumerate(words):
        if at and word.span.start > words[at - 1].span.stop:
            yield " "
        yield nominative_of(word, words[head]) if at <= head else word.text


def nominative_of(word: Word, noun: Word) -> str:
    """Return a word in the nominative, in the number and gender of its noun."""
    if is_nominative(noun) or word.text.isupper() or not word.text[0].isalpha():
        return word.text
    number, gender = FORMS[noun.feats.get("Number", "Sing")], FORMS[noun.feats.get("Gender", "Masc")]
    case = FORMS.get(noun.feats.get("Case", ""), "gent")
    return straightened(word.text, case, number, "" if word is noun or number == "plur" else gender)


# Bending a word back makes all its forms: the same names come again in most articles.
@lru_cache(maxsize=20_000)
def straightened(word: str, case: str, number: str, gender: str) -> str:
    """Return a word of a case and number in the nominative, in a gender if one is given; else as it stands."""
    for parse in parses(word):
        if case in parse.tag and number in parse.tag:
            form = parse.inflect({"nomn", number, gender} - {""})
            return capitals_of(word, str(form.word)) if form else word
    return word
