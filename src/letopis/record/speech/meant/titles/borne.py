"""The nouns that stand with people's names → titles by which they may be called again."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

import msgspec

from letopis.language.lists import plain, table, word_list
from letopis.language.words import is_listed, lemmas
from letopis.model import Person
from letopis.record.names.roles.offices import ACTING, is_acting, is_deputy
from letopis.record.speech.meant.named import person_beside, person_in
from letopis.record.speech.meant.titles.lands import land_at, lands_called, lands_in
from letopis.record.speech.seen.long_offices import full_phrase
from letopis.record.speech.seen.phrases import alive, phrase_of
from letopis.record.speech.seen.view import Phrase, View, bounds

SHORTEST_HALF = 4
NEAR = 5
AGED = "летний"
# Adjectives and the like that set a person apart from the one named before.
ANOTHER = frozenset({"другой", "иной", "второй", "третий", "следующий", "один"})
# Before a title that stands alone these mean somebody who has not been told of.
STRANGERS = frozenset({"другой", "иной", "один", "неназванный", "неназываемый", "анонимный"})
WEIGHTY = frozenset({"NOUN", "PROPN"})
DESCRIBING = WEIGHTY | {"ADJ"}
AFFAIRS = "дело"
LENGTHS = (3, 2, 1)
CLOSING = frozenset({",", ".", ")", ";", ":"})
SET_APART = 2
# No word of a title is farther from the name behind it than this, once its sentence has ended.
FARTHEST = 40
APPOSED = ("appos", "Sing")
ENDINGS = "аеиоуыэюяйь"


class Title(msgspec.Struct, frozen=True):
    """A noun with a person's name: where, the noun, what belongs to it, whose it is, its adjectives, its countries."""

    at: int
    noun: str
    more: frozenset[str]
    person: Person
    kinds: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    by_deed: bool = False


def title_at(view: View, at: int) -> Title | None:
    """Return the title that a noun gives the person named in its phrase."""
    word = view.words[at]
    if word.pos != "NOUN" or at in view.person_at or not alive(word):
        return None
    phrase = full_phrase(view, phrase_of(view, at, view.sentence_at(at)))
    person = person_in(view, phrase) or person_beside(view, phrase)
    person = person or person_ahead(view, phrase)
    if person is None:
        return None
    kinds, lands = adjectives(view, phrase.run.first, at), lands_of(view, phrase)
    return Title(at, noun_of(view, phrase), more_of(view, phrase, person), person, kinds, lands)


def lands_of(view: View, phrase: Phrase) -> frozenset[str]:
    """Return the countries that a phrase names, people's names left out."""
    named = next((at for at in range(*bounds(phrase.run)) if at in view.person_at), phrase.run.stop)
    return lands_in(view, phrase.run.first, named)


def titled_words(view: View) -> Iterator[int]:
    """Yield the words of sentences that name a person or stand beside one that does: in others no title is told."""
    named = sorted(view.person_at)
    for run in view.sentences:
        at = bisect_left(named, run.first - SET_APART)
        if at < len(named) and named[at] < run.stop + FARTHEST:
            yield from range(run.first, run.stop)


def person_ahead(view: View, phrase: Phrase) -> Person | None:
    """Return the person behind whose name a noun is set apart: `Степан Дудкин, хозяин дома, уехал`."""
    first, noun = phrase.run.first, view.words[phrase.head]
    if first < SET_APART or view.words[first - 1].text != "," or (noun.rel, noun.feats.get("Number")) != APPOSED:
        return None
    same = view.words[first - 2].feats.get("Case") == noun.feats.get("Case")
    closed = phrase.run.stop < len(view.words) and view.words[phrase.run.stop].text in CLOSING
    return view.person_at.get(first - 2) if same and closed else None


def given(view: View) -> list[Title]:
    """Return the roles that the article's people have been given, as titles at their first mention."""
    found = []
    for person in view.people:
        nouns = [word for word in lemmas(person.role, view.code) if len(word) > 1] if person.role else []
        borne = person.role.lower().replace("ё", "е").split() if person.role else []
        first, lands = view.run_of(person.mentions[0]).first, lands_called(nouns)
        found += [
            Title(
                first,
                noun,
                frozenset(map(unbent, nouns[index + 1 :])) - {AFFAIRS},
                person,
                kinds_in(nouns[:index]) | another(view, first),
                lands,
            )
            for index in range(len(nouns))
            if nouns[index] in borne
            for noun in {nouns[index], standing_for(nouns[index:], view.code or "")}
        ]
    return found


def kinds_in(words: list[str]) -> frozenset[str]:
    """Return the words before a title's noun that are no country's."""
    return frozenset(word for word in words if not lands_called([word]))


def former(noun: str) -> str:
    """Return a title as those have it who held it once, and the other way round: «экс-мэр», «бывший мэр»."""
    return noun.removeprefix("экс-") if noun.startswith("экс-") else f"экс-{noun}"


def holds_office(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase is the title of an office so high that papers need not name who holds it."""
    return noun_of(view, phrase) in word_list(view.code or "", "high_offices")


def standing_for(words: list[str], code: str) -> str:
    """Return the title that words stand for as a role begins with them, else the first of them."""
    known = other_titles(code)
    return next((known[" ".join(words[:n])] for n in LENGTHS if " ".join(words[:n]) in known), words[0])


def another(view: View, name: int) -> frozenset[str]:
    """Return the word that says that a title before a name is another's than the last: `другой адвокат Иван Рогов`."""
    return frozenset(word.lemma for word in view.words[max(0, name - NEAR) : name]) & ANOTHER


def noun_of(view: View, phrase: Phrase) -> str:
    """Return the title that a phrase's noun stands for: «глава государства» is the president."""
    known = other_titles(view.code or "")
    for words in spellings(view, phrase):
        length = next((length for length in LENGTHS if " ".join(words[:length]) in known), None)
        if length is not None:
            return known[" ".join(words[:length])]
    word = view.words[phrase.head]
    return ACTING if is_acting(word) else plain(word.text.lower()) if is_deputy(word) else word.lemma


def spellings(view: View, phrase: Phrase) -> tuple[list[str], ...]:
    """Return a title as the list may have it: with the adjective before it, with all behind it, or nouns only."""
    behind = [view.words[at] for at in range(phrase.head, phrase.run.stop) if view.words[at].pos in DESCRIBING]
    lemmas = ["глава" if word.lemma == "руководитель" else word.lemma for word in behind]
    nouns = [lemma for lemma, word in zip(lemmas, behind, strict=True) if word.pos in WEIGHTY]
    before = [view.words[phrase.head - 1].lemma, *nouns] if led(view, phrase) else []
    return before, lemmas, nouns


def led(view: View, phrase: Phrase) -> bool:
    """Say whether an adjective stands directly before a phrase's noun."""
    return phrase.head > phrase.run.first and view.words[phrase.head - 1].pos == "ADJ"


@cache
def other_titles(code: str) -> dict[str, str]:
    """Return the other words for titles of a language."""
    return {row[0]: row[1] for row in table(code, "titles")}


def more_of(view: View, phrase: Phrase, person: Person | None = None) -> frozenset[str]:
    """Return the lemmas of the nouns that belong to a phrase's noun, the person's own name left out."""
    behind = range(phrase.head + 1, phrase.run.stop)
    others = (at for at in behind if person is None or view.person_at.get(at) is not person)
    nouns = {at for at in others if view.words[at].pos in WEIGHTY}
    told = {telling(view, at) for at in behind if at in nouns or of_name(view, at, person)}
    return known_as(told, view.code or "")


def known_as(told: Collection[str], code: str) -> frozenset[str]:
    """Return words that tell what somebody is of as titles are compared by them, with what their ministries are of."""
    known = frozenset(told).union(*(ministries(code).get(lemma, ()) for lemma in told))
    return frozenset(map(unbent, known))


@lru_cache(maxsize=20_000)
def unbent(lemma: str) -> str:
    """Return a noun as titles are compared by it: of one that no dictionary lists nobody knows how it ends."""
    return lemma if is_listed(lemma) else lemma.rstrip(ENDINGS) or lemma


def telling(view: View, at: int) -> str:
    """Return the word that tells what somebody is of: of «иностранных дел» and «внутренних дел» the adjective."""
    return view.words[at - 1 if view.words[at].lemma == AFFAIRS and at else at].lemma


@cache
def ministries(code: str) -> dict[str, tuple[str, ...]]:
    """Return what ministries are of by their short names, so that «глава Минфина» is the «министр финансов»."""
    return {short: tuple(of.split()) for short, of in table(code, "ministries")}


def suits(view: View, more: frozenset[str], title: Title) -> bool:
    """Say whether what follows a noun does not tell it from a title: nothing, the same, a noun that points back."""
    if title.by_deed:
        return not more or bool(more & title.more)
    if not more or not title.more or more & title.more:
        return True
    owners, houses = word_list(view.code or "", "owners"), word_list(view.code or "", "houses")
    if more <= owners:
        return not title.more & owners
    return more <= houses and not title.more & (owners | houses)


@cache
def callings(code: str) -> dict[str, frozenset[str]]:
    """Return the offices and trades of those whom a noun may call again, by the noun."""
    found: dict[str, frozenset[str]] = {}
    for general, particular in table(code, "callings"):
        trades = particular.replace("ё", "е").split()
        for noun in general.split():
            found[noun] = found.get(noun, frozenset()) | {*trades, *(f"экс-{trade}" for trade in trades)} - {noun}
    return found


def of_an_age(view: View, phrase: Phrase, titles_of: dict[str, list[Title]]) -> bool:
    """Say whether a phrase is an age and what somebody named before is called: `67-летний кинематографист`."""
    head, before = view.words[phrase.head], view.words[phrase.run.first : phrase.head]
    if not before or phrase.run.stop > phrase.head + 1 or not all(word.lemma.endswith(AGED) for word in before):
        return False
    trades = callings(view.code or "").get(head.lemma, ())
    titles = (title for noun in trades for title in titles_of.get(noun, []) if title.at < phrase.head)
    return any(view.words[title.at].feats.get("Gender") == head.feats.get("Gender") for title in titles)


def belonging(view: View, phrase: Phrase) -> frozenset[str]:
    """Return the lemma of the next noun behind a phrase's noun, or what it stands for: `глава КНР`, `глава МИД`."""
    behind = (at for at in range(phrase.head + 1, phrase.run.stop) if view.words[at].pos in WEIGHTY)
    nearest = next(behind, None)
    told = () if nearest is None else (telling(view, nearest), view.words[nearest].lemma)
    return known_as(told, view.code or "") - {AFFAIRS}


def of_ministry(view: View, words: frozenset[str]) -> bool:
    """Say whether a ministry's short name is among some words: «глава МВД» is no minister of foreign affairs."""
    return not {unbent(short) for short in ministries(view.code or "")}.isdisjoint(words)


def of_name(view: View, at: int, person: Person | None) -> bool:
    """Say whether a word is part of a name other than the person's."""
    return at in view.name_at and view.person_at.get(at) is not person


def other_kind(view: View, phrase: Phrase, title: Title) -> bool:
    """Say whether a phrase and a title have different adjectives: the doctor on duty is not the chief doctor."""
    own = adjectives(view, phrase.run.first, phrase.head)
    telling = own - word_list(view.code or "", "passing_adjectives")
    return bool(own & STRANGERS) or (bool(telling and title.kinds) and not telling & title.kinds)


def adjectives(view: View, first: int, stop: int) -> frozenset[str]:
    """Return the adjectives among some words that are no country's."""
    words = (view.words[at] for at in range(first, stop) if view.words[at].pos == "ADJ" and not land_at(view, at))
    return frozenset(word.lemma for word in words if word.text[0].isalpha())


def plainly(view: View, titles: list[Title]) -> Iterator[Title]:
    """Yield the titles by the noun itself where they stand for another: «главный врач» is also a «врач»."""
    for title in titles:
        noun = view.words[title.at].lemma
        if noun != title.noun and title.at not in view.person_at:
            yield msgspec.structs.replace(title, noun=noun)


def halves(titles: list[Title]) -> Iterator[Title]:
    """Yield the titles by the second half of nouns joined by a hyphen: «специалист-нарколог» is a «нарколог»."""
    for title in titles:
        first, _, second = title.noun.rpartition("-")
        # A «премьер-министр» is no «министр».
        if min(len(first), len(second)) > SHORTEST_HALF and second not in word_list("ru", "state_offices"):
            yield msgspec.structs.replace(title, noun=second)


def only_person(titles: list[Title]) -> bool:
    """Say whether all titles are one person's."""
    return len({title.person.name for title in titles}) == 1
