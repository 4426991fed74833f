"""The nouns that stand with people's names → titles by which they may be called again."""

from collections.abc import Iterator
from functools import cache

import msgspec

from letopis.language.lists import table
from letopis.language.words import lemmas
from letopis.model import Person
from letopis.record.speech.meant.named import person_beside, person_in
from letopis.record.speech.seen.long_offices import full_phrase
from letopis.record.speech.seen.phrases import alive, phrase_of
from letopis.record.speech.seen.view import Phrase, View

SHORTEST_HALF = 4
NEAR = 5
# Adjectives and the like that set a person apart from the one named before.
ANOTHER = frozenset({"другой", "иной", "второй", "следующий"})
WEIGHTY = frozenset({"NOUN", "PROPN"})


class Title(msgspec.Struct, frozen=True):
    """A noun with a person's name: where, the noun, the nouns that belong to it, whose it is, its adjectives."""

    at: int
    noun: str
    more: frozenset[str]
    person: Person
    kinds: frozenset[str] = frozenset()


def title_at(view: View, at: int) -> Title | None:
    """Return the title that a noun gives the person named in its phrase."""
    word = view.words[at]
    if word.pos != "NOUN" or at in view.person_at or not alive(word):
        return None
    phrase = full_phrase(view, phrase_of(view, at, view.sentence_at(at)))
    person = person_in(view, phrase) or person_beside(view, phrase)
    kinds = adjectives(view, phrase.run.first, at)
    return Title(at, noun_of(view, phrase), more_of(view, phrase, person), person, kinds) if person else None


def given(view: View) -> list[Title]:
    """Return the roles that the article's people have been given, as titles at their first mention."""
    found = []
    for person in view.people:
        words = lemmas(person.role, view.code) if person.role else []
        nouns = [word for word in words if len(word) > 1]
        first = view.run_of(person.mentions[0]).first
        found += [
            Title(first, word, frozenset(nouns[index + 1 :]), person, frozenset(nouns[:index]) | another(view, first))
            for index, word in enumerate(nouns)
        ]
    return found


def another(view: View, name: int) -> frozenset[str]:
    """Return the word that says that a title before a name is another's than the last: `другой адвокат Иван Рогов`."""
    return frozenset(word.lemma for word in view.words[max(0, name - NEAR) : name]) & ANOTHER


def noun_of(view: View, phrase: Phrase) -> str:
    """Return the title that a phrase's noun stands for: «глава государства» is the president."""
    words = [view.words[at].lemma for at in range(phrase.head, phrase.run.stop) if view.words[at].pos in WEIGHTY]
    for length in (3, 2, 1):
        if len(words) >= length and " ".join(words[:length]) in other_titles(view.code or ""):
            return other_titles(view.code or "")[" ".join(words[:length])]
    return view.words[phrase.head].lemma


@cache
def other_titles(code: str) -> dict[str, str]:
    """Return the other words for titles of a language."""
    return {row[0]: row[1] for row in table(code, "titles")}


def more_of(view: View, phrase: Phrase, person: Person | None = None) -> frozenset[str]:
    """Return the lemmas of the nouns that belong to a phrase's noun, the person's own name left out."""
    return frozenset(
        view.words[at].lemma
        for at in range(phrase.head + 1, phrase.run.stop)
        if view.words[at].pos in WEIGHTY and view.person_at.get(at) is not person
    ) | frozenset(view.words[at].lemma for at in range(phrase.head + 1, phrase.run.stop) if of_name(view, at, person))


def belonging(view: View, phrase: Phrase) -> frozenset[str]:
    """Return the lemma of the next noun behind a phrase's noun, that of which it is the head: `глава КНР`."""
    behind = (word for word in view.words[phrase.head + 1 : phrase.run.stop] if word.pos in WEIGHTY)
    return frozenset(word.lemma for word in list(behind)[:1])


def of_name(view: View, at: int, person: Person | None) -> bool:
    """Say whether a word is part of a name other than the person's."""
    return at in view.name_at and view.person_at.get(at) is not person


def other_kind(view: View, phrase: Phrase, title: Title) -> bool:
    """Say whether a phrase and a title have different adjectives: the doctor on duty is not the chief doctor."""
    own = adjectives(view, phrase.run.first, phrase.head)
    return bool(own and title.kinds) and not own & title.kinds


def adjectives(view: View, first: int, stop: int) -> frozenset[str]:
    """Return the adjectives among some words."""
    return frozenset(word.lemma for word in view.words[first:stop] if word.pos == "ADJ" and word.text[0].isalpha())


def halves(titles: list[Title]) -> Iterator[Title]:
    """Yield the titles by the second half of nouns joined by a hyphen: «специалист-нарколог» is a «нарколог»."""
    for title in titles:
        first, _, second = title.noun.rpartition("-")
        if len(first) > SHORTEST_HALF and len(second) > SHORTEST_HALF:
            yield msgspec.structs.replace(title, noun=second)


def only_person(titles: list[Title]) -> bool:
    """Say whether all titles are one person's."""
    return len({title.person.name for title in titles}) == 1
