"""A view → who may be meant in an article: its people, the titles they are given, where they act, its houses."""

from bisect import bisect_left
from collections import Counter
from functools import cached_property

import msgspec

from letopis.language.lists import word_list
from letopis.model import Person, Span, Speaker
from letopis.record.names.genders import GENDERS, gender_of_name
from letopis.record.speech.meant.named import (
    HOUSES,
    house_at,
    longer_at,
    longest_name,
    of_another,
    person_beside,
    person_in,
    quotation_at,
    titled_text,
    verb_gender,
)
from letopis.record.speech.meant.titles.borne import (
    ANOTHER,
    Title,
    belonging,
    former,
    given,
    halves,
    holds_office,
    lands_of,
    led,
    more_of,
    noun_of,
    of_an_age,
    of_ministry,
    only_person,
    other_kind,
    plainly,
    suits,
    title_at,
    titled_words,
)
from letopis.record.speech.meant.titles.deeds import told_by_deeds
from letopis.record.speech.meant.titles.lands import both_rule, of_other_land, residents
from letopis.record.speech.seen.cues import voices
from letopis.record.speech.seen.doers import acts, lone_subject
from letopis.record.speech.seen.phrases import alive, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View, bounds

# How many titles and deeds back a name may be meant.
REMEMBERED = 40
# Whom a paper names so often it may call by a high office alone.
OFTEN = 2
MEDIA = frozenset({"agency", "outlet", "channel"})


class Act(msgspec.Struct, frozen=True):
    """A place where a person does something."""

    at: int
    person: Person


class Cast:
    """Who may be meant in an article; `speech` are the speakers' own words, in which nobody acts."""

    def __init__(self, view: View, speech: tuple[Span, ...] = ()) -> None:
        self.view = view
        self.speech = speech
        self.heard: list[Act] = []
        self.last: Speaker | None = None
        self.nameless: Speaker | None = None
        self.issuer: Speaker | None = None
        self.cited: list[tuple[int, str]] = []

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """The titles of the article's people, in the order of the text."""
        return tuple(sorted([*self.named_titles, *told_by_deeds(self.view)], key=lambda title: title.at))

    @cached_property
    def named_titles(self) -> list[Title]:
        """The titles that words of the article give its people."""
        beside = [title for at in titled_words(self.view) if (title := title_at(self.view, at))]
        whole = [*beside, *given(self.view)]
        return [*whole, *halves(whole), *plainly(self.view, beside)]

    @cached_property
    def titles_of(self) -> dict[str, list[Title]]:
        """The titles by their noun, each in the order of the text."""
        found: dict[str, list[Title]] = {}
        for title in self.titles:
            found.setdefault(title.noun, []).append(title)
        return found

    @cached_property
    def bearers(self) -> dict[str, set[str]]:
        """The titles of each person who has one, by the person's name."""
        found: dict[str, set[str]] = {}
        for title in self.named_titles:
            found.setdefault(title.person.name, set()).add(title.noun)
        return found

    @cached_property
    def holder(self) -> Person | None:
        """The one person without a title who is named often, for an office told before the name, if there is one."""
        often = [person for person in self.view.people if len(person.mentions) >= OFTEN]
        found = [person for person in often if person.name not in self.bearers]
        return found[0] if len(found) == 1 else None

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Where people stand as subjects, by name or by title, in the order of the text."""
        return tuple(Act(at, person) for at in self.narrated if (person := actor_at(self, at)))

    @cached_property
    def narrated(self) -> tuple[int, ...]:
        """The words that are the narrator's."""
        quiet = {at for span in self.speech for at in range(*bounds(self.view.run_of(span)))}
        return tuple(at for at in range(len(self.view.words)) if at not in quiet)

    @cached_property
    def mentions(self) -> list[int]:
        """The words that name people, where the narrator speaks."""
        return [at for at in self.narrated if at in self.view.person_at]

    @cached_property
    def strangers(self) -> tuple[Phrase, ...]:
        """The people without a name who do something, each as a phrase."""
        return tuple(phrase for at in self.narrated if (phrase := stranger_at(self, at)))

    @cached_property
    def crowds(self) -> list[int]:
        """The nouns in the plural for people without names who do something."""
        return [at for at in self.narrated if crowd_at(self.view, at)]

    @cached_property
    def genders(self) -> dict[str, str]:
        """Whether people are men or women, by the names, else by the verbs that go with them."""
        votes = Counter(
            (person.name, view_gender)
            for at, person in self.view.person_at.items()
            if (view_gender := verb_gender(self.view, at))
        )
        told = {name: view_gender for (name, view_gender), _ in reversed(votes.most_common())}
        return {person.name: gender_of_name(person.name) or told.get(person.name) or "" for person in self.view.people}

    @cached_property
    def houses(self) -> dict[str, list[tuple[int, str]]]:
        """The organisations that a noun names together with their name, by the noun: where, and the name."""
        found: dict[str, list[tuple[int, str]]] = {}
        for at in range(len(self.view.words)):
            if house := house_at(self.view, at):
                found.setdefault(self.view.words[at].lemma, []).append((at, house))
        return found

    @cached_property
    def longer(self) -> dict[str, list[tuple[int, str]]]:
        """The houses that are named by a noun and more words behind it, by the noun: where, and all the words."""
        found: dict[str, list[tuple[int, str]]] = {}
        for at in self.narrated:
            if phrase := longer_at(self.view, at):
                found.setdefault(self.view.words[at].lemma, []).append((at, longest_name(self.view, at, phrase)))
        return found

    @cached_property
    def texts(self) -> list[int]:
        """Where the narrator names a text in which something may be said."""
        papers = word_list(self.view.code or "", "papers")
        named = [at for at in self.narrated if self.view.words[at].lemma in papers and not quotation_at(self.view, at)]
        return sorted([*named, *(at for at in self.narrated if titled_text(self.view, at))])

    @cached_property
    def outlets(self) -> list[tuple[int, str]]:
        """Where papers, agencies and channels are named together with their noun, in the order of the text."""
        of_media = (places for noun, places in self.houses.items() if voices(self.view.code or "")[noun][0] in MEDIA)
        return sorted(place for places in of_media for place in places)

    @cached_property
    def asked(self) -> Speaker | None:
        """Who is interviewed, where the article asks."""
        return asked_one(self.view) if self.view.questions else None

    @cached_property
    def organisations(self) -> list[tuple[int, str]]:
        """Where organisations are named, in the order of the text, and their names."""
        quiet = set(range(len(self.view.words))).difference(self.narrated)
        return sorted((at, named.name) for at, named in self.view.organisation_at.items() if at not in quiet)


def asked_one(view: View) -> Speaker | None:
    """Return who is interviewed: of those named above the first question the one named most, then the last."""
    stop = view.blocks[min(view.questions)].span.start
    above = [(sum(span.start < stop for span in person.mentions), person) for person in view.people]
    named = [(count, person.mentions[0], person) for count, person in above if count]
    if not named:
        return None
    person = max(named, key=lambda one: one[:2])[2]
    return Speaker("person", person.name, person.role)


def actor_at(cast: Cast, at: int) -> Person | None:
    """Return the person who does something where a word stands, named or by his title."""
    view = cast.view
    if at in view.person_at:
        return view.person_at[at] if acts(view, at) else None
    word = view.words[at]
    if not word.rel.startswith("nsubj") or word.pos != "NOUN" or word.feats.get("Number") != "Sing":
        return None
    title = titled(cast, phrase_of(view, at, view.sentence_at(at)))
    return title.person if title else None


def stranger_at(cast: Cast, at: int) -> Phrase | None:
    """Return the phrase of a person without a name who does something where a word stands."""
    view, word = cast.view, cast.view.words[at]
    speaks = alive(word) or voices(view.code or "").get(word.lemma, ("",))[0] == "unnamed"
    if not speaks or at in view.name_at or not lone_subject(word):
        return None
    phrase = phrase_of(view, at, view.sentence_at(at))
    if any(view.words[index].lemma == "который" for index in range(*bounds(phrase.run))) or holds_office(view, phrase):
        return None
    if of_an_age(view, phrase, cast.titles_of):
        return None
    known = person_in(view, phrase) or person_beside(view, phrase) or titled(cast, phrase)
    told_more = of_another(view, phrase) or phrase.run.stop > at + 1 or phrase.run.first < at
    return None if known or not told_more else phrase


def crowd_at(view: View, at: int) -> bool:
    """Say whether people without names do something where a word stands, in the plural: «учёные», «исследователям»."""
    word = view.words[at]
    acting = word.rel.startswith("nsubj") or (word.rel in {"iobj", "obl"} and word.feats.get("Case") == "Dat")
    common = word.pos == "NOUN" or (word.pos == "PROPN" and at not in view.name_at)
    several = common and word.feats.get("Number") == "Plur"
    return acting and several and (alive(word) or voices(view.code or "").get(word.lemma, ("",))[0] in HOUSES)


def actor_in(cast: Cast, run: Run) -> Person | None:
    """Return the person who last does something in a stretch of the text."""
    return next((act.person for act in reversed(acts_before(cast, run.stop)) if run.first <= act.at), None)


def titled(cast: Cast, phrase: Phrase) -> Title | None:
    """Return the title that a phrase repeats: the same noun, no other owner; the last before it, else the next."""
    noun, more, lands = noun_of(cast.view, phrase), more_of(cast.view, phrase), lands_of(cast.view, phrase)
    plain, of = cast.view.words[phrase.head].lemma, belonging(cast.view, phrase)
    wanted = {noun} if noun != plain and led(cast.view, phrase) else {noun, plain}
    wanted |= {former(one) for one in wanted}
    alike_by_land = residents(cast.view.code or "", plain) - wanted if lands else frozenset()
    nearby = (title for one in wanted | alike_by_land for title in near(cast.titles_of.get(one, []), phrase.head))
    same = [title for title in nearby if title.at != phrase.head and not other_kind(cast.view, phrase, title)]
    same = sorted((title for title in same if not of_other_land(lands, title.lands)), key=lambda title: title.at)
    same = [title for title in same if title.noun in wanted or (lands & title.lands and of_gender(cast, phrase, title))]
    exact = [title for title in same if of & title.more] or [title for title in same if more & title.more]
    exact = [title for title in exact or same if lands & title.lands] or exact
    same = [title for title in same if not title.kinds & ANOTHER]
    exact = [title for title in exact if title in same]
    alike = noun != plain and (noun in word_list(cast.view.code or "", "high_offices") or only_person(same))
    alike = alike and not of_ministry(cast.view, of)
    exact = exact or headed(cast, phrase, of, lands)
    fits = exact or [title for title in same if suits(cast.view, more, title) or alike]
    before = [title for title in fits if title.at < phrase.head]
    return before[-1] if before else fits[0] if fits else None


def of_gender(cast: Cast, phrase: Phrase, title: Title) -> bool:
    """Say whether a title's bearer is of the gender of a noun: no «немец» is «жительница Германии»."""
    told = GENDERS.get(cast.view.words[phrase.head].feats.get("Gender", ""))
    return cast.genders.get(title.person.name, "") in {"", told}


def headed(cast: Cast, phrase: Phrase, more: frozenset[str], lands: frozenset[str]) -> list[Title]:
    """Return the titles of who is at the head of what a phrase names: `председатель КНР` is `глава КНР`."""
    heads = word_list(cast.view.code or "", "heads")
    if not more | lands or cast.view.words[phrase.head].lemma not in heads:
        return []
    titles = near(list(cast.titles), phrase.head)
    noun = cast.view.words[phrase.head].lemma
    of_one = (title for title in titles if more & title.more or lands & title.lands)
    told = (title for title in of_one if title.noun in heads and title.at != phrase.head)
    return [title for title in told if not lands or both_rule({noun, title.noun}, more | title.more)]


def near(titles: list[Title], at: int) -> list[Title]:
    """Return the titles nearest to a place: no reader remembers more."""
    index = bisect_left(titles, at, key=lambda title: title.at)
    return titles[max(0, index - REMEMBERED) : index + REMEMBERED]


def acts_before(cast: Cast, at: int) -> list[Act]:
    """Return the last things done before a place, by those who stand as subjects and by those who spoke."""
    index = bisect_left(cast.acts, at, key=lambda act: act.at)
    lately = [act for act in cast.heard[-REMEMBERED:] if act.at < at]
    return sorted([*cast.acts[max(0, index - REMEMBERED) : index], *lately], key=lambda act: act.at)
