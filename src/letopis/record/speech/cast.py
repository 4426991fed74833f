"""A view → who may be meant in an article: its people, the titles they are given, where they act, its houses."""

from collections import Counter
from functools import cache, cached_property

import msgspec

from letopis.language.lists import table
from letopis.language.words import lemmas
from letopis.model import Named, Person, Span
from letopis.record.names.genders import given_gender
from letopis.record.speech.cues import alive, voices
from letopis.record.speech.phrases import phrase_of
from letopis.record.speech.view import Phrase, Run, View

HOUSES = frozenset({"organisation", "agency", "outlet", "channel", "press-service"})
WEIGHTY = frozenset({"NOUN", "PROPN"})
NEAREST = 8


class Title(msgspec.Struct, frozen=True):
    """A noun that stands with a person's name: where, the noun, the nouns that belong to it, whose it is."""

    at: int
    noun: str
    more: frozenset[str]
    person: Person


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
        self.house: str | None = None

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """The titles of the article's people, in the order of the text."""
        beside = [title for at in range(len(self.view.words)) if (title := title_at(self.view, at))]
        return tuple(sorted([*beside, *given(self.view)], key=lambda title: title.at))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Where people stand as subjects, by name or by title, in the order of the text."""
        quiet = {at for span in self.speech for at in range(*ends(self.view.run_of(span)))}
        places = (at for at in range(len(self.view.words)) if at not in quiet)
        return tuple(Act(at, person) for at in places if (person := actor_at(self, at)))

    @cached_property
    def genders(self) -> dict[str, str]:
        """Whether people are men or women, by the verbs that go with their names, else by the names."""
        votes = Counter(
            (person.name, view_gender)
            for at, person in self.view.person_at.items()
            if (view_gender := verb_gender(self.view, at))
        )
        told = {name: view_gender for (name, view_gender), _ in reversed(votes.most_common())}
        return {person.name: told.get(person.name) or gender(person.name) or "" for person in self.view.people}

    @cached_property
    def houses(self) -> tuple[tuple[int, str, str], ...]:
        """The organisations that a noun names together with their name: where, the noun, the name."""
        return tuple(house for at in range(len(self.view.words)) if (house := house_at(self.view, at)))


def ends(run: Run) -> tuple[int, int]:
    """Return the ends of a run, for `range`."""
    return run.first, run.stop


def title_at(view: View, at: int) -> Title | None:
    """Return the title that a noun gives the person named in its phrase."""
    word = view.words[at]
    if word.pos != "NOUN" or at in view.person_at or not alive(word):
        return None
    phrase = phrase_of(view, at, view.sentence_at(at))
    person = person_in(view, phrase) or person_beside(view, phrase)
    return Title(at, noun_of(view, phrase), more_of(view, phrase, person), person) if person else None


def given(view: View) -> list[Title]:
    """Return the roles that the article's people have been given, as titles at their first mention."""
    found = []
    for person in view.people:
        words = lemmas(person.role, view.code) if person.role else []
        nouns = [word for word in words if len(word) > 1]
        found += [
            Title(view.run_of(person.mentions[0]).first, word, frozenset(nouns[index + 1 :]), person)
            for index, word in enumerate(nouns)
        ]
    return found


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


def of_name(view: View, at: int, person: Person | None) -> bool:
    """Say whether a word is part of a name other than the person's."""
    return at in view.name_at and view.person_at.get(at) is not person


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


def actor_in(cast: Cast, run: Run) -> Person | None:
    """Return the person who last does something in a stretch of the text."""
    return next((act.person for act in reversed(cast.acts) if run.first <= act.at < run.stop), None)


def acts(view: View, at: int) -> bool:
    """Say whether a word of a name stands as a subject, or beside a noun that does."""
    word = view.words[at]
    if word.rel in {"appos", "flat:name"} and view.heads[at] >= 0:
        word = view.words[view.heads[at]]
    return word.rel.startswith("nsubj") or (word.rel == "root" and word.feats.get("Case") == "Nom")


def titled(cast: Cast, phrase: Phrase) -> Title | None:
    """Return the title that a phrase repeats: the same noun, no other owner; the last before it, else the next."""
    noun, more = noun_of(cast.view, phrase), more_of(cast.view, phrase)
    plain = cast.view.words[phrase.head].lemma
    same = [title for title in cast.titles if title.noun in {noun, plain} and title.at != phrase.head]
    exact = [title for title in same if more and more & title.more]
    fits = exact or [title for title in same if not more or not title.more or noun != plain]
    before = [title for title in fits if title.at < phrase.head]
    return before[-1] if before else fits[0] if fits else None


def house_at(view: View, at: int) -> tuple[int, str, str] | None:
    """Return the organisation that a noun names together with its name: `аукционный дом «Молоток»`."""
    word = view.words[at]
    if voices(view.code or "").get(word.lemma, ("",))[0] not in HOUSES or at in view.organisation_at:
        return None
    phrase = phrase_of(view, at, view.sentence_at(at))
    named = named_in(view, phrase)
    return (at, word.lemma, named.name) if named else None


def named_in(view: View, phrase: Phrase) -> Named | None:
    """Return the organisation whose name stands directly behind a phrase's noun."""
    behind = range(phrase.head + 1, min(phrase.run.stop, phrase.head + 3))
    return next((view.organisation_at[at] for at in behind if at in view.organisation_at), None)


def voice(view: View, phrase: Phrase) -> str:
    """Return what the list of voices says of a phrase's noun."""
    return voices(view.code or "").get(view.words[phrase.head].lemma, ("",))[0]


def person_in(view: View, phrase: Phrase) -> Person | None:
    """Return the person a phrase names: its noun itself, or the name set beside it in the same case."""
    kind = voice(view, phrase)
    if phrase.head in view.person_at and not kind:
        return view.person_at[phrase.head]
    places = [at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at]
    if not places or kind in HOUSES or kind == "document":
        return None
    first = name_start(view, places[-1])
    if of_another(view, phrase) and first == phrase.head + 1 and not both_nominative(view, first, phrase.head):
        return None
    return view.person_at[first] if same_case(view, first, phrase.head) else None


def person_beside(view: View, phrase: Phrase) -> Person | None:
    """Return the person named between dashes or commas behind a noun: `мать — актриса Анна Попова — сказала`."""
    at = phrase.run.stop
    if at >= len(view.words) or view.words[at].text not in {",", "—", "–", "-"}:
        return None
    for index in range(at + 1, min(at + NEAREST, len(view.words))):
        if index in view.person_at:
            return view.person_at[index] if beside(view, index, phrase.head) else None
        if view.words[index].pos not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None


def beside(view: View, name: int, noun: int) -> bool:
    """Say whether a name stands in apposition to a noun before it, perhaps with a noun of its own in between."""
    at = name
    for _ in range(3):
        if view.words[at].rel not in {"appos", "flat:name", "nmod"}:
            return False
        at = view.heads[at]
        if at == noun:
            return view.words[name].feats.get("Case") == view.words[noun].feats.get("Case")
    return False


def of_another(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase's noun is a voice of somebody: what follows tells whose."""
    return "of" in voices(view.code or "").get(view.words[phrase.head].lemma, ())


def name_start(view: View, at: int) -> int:
    """Return the first word of the name that a word is part of."""
    while at - 1 in view.person_at and view.person_at[at - 1] is view.person_at[at]:
        at -= 1
    return at


def both_nominative(view: View, name: int, noun: int) -> bool:
    """Say whether a name stands in the nominative beside a noun in the nominative."""
    return view.words[name].feats.get("Case") == "Nom" == view.words[noun].feats.get("Case")


def same_case(view: View, name: int, noun: int) -> bool:
    """Say whether a name may stand in apposition to a noun."""
    one, other = view.words[name].feats.get("Case"), view.words[noun].feats.get("Case")
    return view.words[name].rel == "appos" or one == other or None in {one, other}


def verb_gender(view: View, at: int) -> str | None:
    """Return m or f where a name, or the noun it stands beside, is the subject of a verb that tells."""
    index = at
    while view.words[index].rel in {"appos", "flat:name"} and 0 <= view.heads[index] != index:
        index = view.heads[index]
        if view.words[index].rel in {"appos", "flat:name"} and view.heads[index] >= index:
            break
    head = view.heads[index]
    if head < 0 or not view.words[index].rel.startswith("nsubj"):
        return None
    return {"Masc": "m", "Fem": "f"}.get(view.words[head].feats.get("Gender", ""))


@cache
def gender(name: str) -> str | None:
    """Return m or f where a first name or a patronymic tells."""
    for word in name.split():
        votes = given_gender(word)
        if votes:
            return next(iter(votes)) or None
    return None
