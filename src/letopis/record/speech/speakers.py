"""A phrase that names who speaks → the speaker: a person, an organisation, a document, a role, or nobody we know."""

from functools import cached_property

from letopis.model import Person, Speaker, SpeakerKind
from letopis.record.speech.cues import voices
from letopis.record.speech.phrases import nominative, phrase_of
from letopis.record.speech.view import Phrase, View

PRONOUNS = frozenset({"он", "она", "они", "его", "ее", "её", "их", "ему", "ей", "им"})
HOUSES = frozenset({"organisation", "agency", "outlet", "channel", "press-service"})


class Cast:
    """Who may be meant in an article: its people, where they act, and the titles they are given."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def acts(self) -> list[tuple[int, Person]]:
        """Where people stand as subjects, in the order of the text."""
        return [(at, person) for at, person in sorted(self.view.person_at.items()) if acts(self.view, at)]

    @cached_property
    def titles(self) -> list[tuple[int, frozenset[str], Person]]:
        """The nouns that stand with people's names: where, the noun with its genitives, whose."""
        return [title for at in range(len(self.view.words)) for title in title_at(self.view, at)]


def resolve(cast: Cast, phrase: Phrase | None) -> Speaker:
    """Return who is meant by a phrase, by the first rule that knows."""
    if phrase is None:
        return Speaker("unresolved")
    for rule in RULES:
        found = rule(cast, phrase)
        if found is not None:
            return found
    return common(cast.view, phrase)


def by_name(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `Иванов`, `министр Иванов`: the person named in the phrase, if it is not only the owner of a voice."""
    view = cast.view
    person = person_in(view, phrase)
    if person is None:
        return None
    return Speaker("person", person.name, role_in(view, phrase) or person.role, view.span_of(phrase.run))


def by_pronoun(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `он`, `по его словам`: the person who acted last."""
    view = cast.view
    if view.words[phrase.head].text.lower() not in PRONOUNS:
        return None
    person = last_actor(cast, phrase)
    span = view.span_of(phrase.run)
    return Speaker("person", person.name, person.role, span) if person else Speaker("unresolved", span=span)


def by_house(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `пресс-служба президента`, `агентство «Вестник»`, `отчёт`: a voice that is no person."""
    view = cast.view
    kind = voices(view.code or "").get(view.words[phrase.head].lemma, ("",))[0]
    if kind in HOUSES:
        return named_house(view, phrase)
    if kind == "document":
        return Speaker("document", nominative(view, phrase), None, view.span_of(phrase.run))
    named = view.organisation_at.get(phrase.head)
    if named is not None or name_kind(view, phrase.head) in {"ORG", "LOC"}:
        return Speaker(
            "organisation", named.name if named else nominative(view, phrase), None, view.span_of(phrase.run)
        )
    return None


def by_title(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `президент Казахстана`, `министр`: the person who was given that title."""
    view = cast.view
    words = lemmas_of(view, phrase)
    noun = view.words[phrase.head].lemma
    if view.words[phrase.head].feats.get("Number") == "Plur" or voice(view, phrase) == "unnamed":
        return None
    fits = [(at, person) for at, title, person in cast.titles if noun in title and at != phrase.head]
    best = [person for at, title, person in cast.titles if at != phrase.head and words <= title]
    before = [person for at, person in fits if at < phrase.head]
    found = best[-1:] or (before[-1:] or [person for _, person in fits][:1] if len(words) == 1 else [])
    if not found:
        return None
    return Speaker("person", found[0].name, nominative(view, phrase), view.span_of(phrase.run))


def by_description(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `музыкант`, `25-летняя девушка`: a lone noun for whoever acted last."""
    view = cast.view
    head = view.words[phrase.head]
    lone = head.feats.get("Animacy") == "Anim" and head.feats.get("Number") == "Sing" and head.pos == "NOUN"
    if not lone or voices(view.code or "").get(head.lemma) or phrase.run.stop > phrase.head + 1:
        return None
    person = last_actor(cast, phrase)
    return Speaker("person", person.name, nominative(view, phrase), view.span_of(phrase.run)) if person else None


RULES = (by_name, by_pronoun, by_title, by_house, by_description)


def common(view: View, phrase: Phrase) -> Speaker:
    """Return a speaker without a name: a role where it is one person, else somebody unnamed."""
    name, span = nominative(view, phrase), view.span_of(phrase.run)
    plural = view.words[phrase.head].feats.get("Number") == "Plur"
    kind: SpeakerKind = "unnamed" if plural or voice(view, phrase) == "unnamed" else "role"
    return Speaker(kind, name, None if kind == "unnamed" else name, span)


def voice(view: View, phrase: Phrase) -> str:
    """Return what the list of voices says of a phrase's noun."""
    return voices(view.code or "").get(view.words[phrase.head].lemma, ("",))[0]


def of_another(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase's noun is a voice of somebody: what follows tells whose."""
    return "of" in voices(view.code or "").get(view.words[phrase.head].lemma, ())


def person_in(view: View, phrase: Phrase) -> Person | None:
    """Return the person a phrase names: its noun itself, or the name set beside it in the same case."""
    if phrase.head in view.person_at:
        return view.person_at[phrase.head]
    places = [at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at]
    if not places or voice(view, phrase) in HOUSES:
        return None
    first = name_start(view, places[-1])
    if of_another(view, phrase) and (first == phrase.head + 1 and not stands_beside(view, first, phrase.head)):
        return None
    return view.person_at[first] if same_case(view, first, phrase.head) else None


def name_start(view: View, at: int) -> int:
    """Return the first word of the name that a word is part of."""
    while at - 1 in view.person_at and view.person_at[at - 1] is view.person_at[at]:
        at -= 1
    return at


def stands_beside(view: View, name: int, noun: int) -> bool:
    """Say whether a name is in the nominative beside a noun in the nominative, both sure."""
    return view.words[name].feats.get("Case") == "Nom" == view.words[noun].feats.get("Case")


def same_case(view: View, name: int, noun: int) -> bool:
    """Say whether a name may stand in apposition to a noun."""
    one, other = view.words[name].feats.get("Case"), view.words[noun].feats.get("Case")
    return view.words[name].rel == "appos" or one == other or None in {one, other}


def role_in(view: View, phrase: Phrase) -> str | None:
    """Return the words that stand before a name in its phrase, in the nominative."""
    if phrase.head in view.person_at:
        return None
    first = next((at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at), phrase.run.stop)
    named = [at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at]
    first = name_start(view, named[-1]) if named else first
    run = type(phrase.run)(phrase.run.first, first)
    return nominative(view, Phrase(run, phrase.head))


def named_house(view: View, phrase: Phrase) -> Speaker:
    """Return an organisation by its own name where the phrase is only its kind and its name."""
    behind = range(phrase.head + 1, phrase.run.stop)
    named = [view.organisation_at[at] for at in behind if at in view.organisation_at]
    media = voice(view, phrase) in {"agency", "outlet", "channel"}
    name = named[0].name if named and media else nominative(view, phrase)
    return Speaker("organisation", name, None, view.span_of(phrase.run))


def name_kind(view: View, index: int) -> str | None:
    """Return the kind of the name that a word is part of."""
    name = view.name_at.get(index)
    return name.kind if name else None


def acts(view: View, at: int) -> bool:
    """Say whether a word of a name stands as a subject, or beside a noun that does."""
    word = view.words[at]
    if word.rel in {"appos", "flat:name"} and view.heads[at] >= 0:
        word = view.words[view.heads[at]]
    return word.rel.startswith("nsubj") or (word.rel == "root" and word.feats.get("Case") == "Nom")


def title_at(view: View, at: int) -> list[tuple[int, frozenset[str], Person]]:
    """Return the title that a noun gives the person named in its phrase."""
    word = view.words[at]
    if word.pos != "NOUN" or at in view.person_at or word.feats.get("Animacy") == "Inan":
        return []
    phrase = phrase_of(view, at, view.sentence_at(at))
    person = person_in(view, phrase)
    return [(at, lemmas_of(view, phrase), person)] if person else []


def lemmas_of(view: View, phrase: Phrase) -> frozenset[str]:
    """Return the lemmas of a phrase's nouns and adjectives, names of people left out."""
    places = range(phrase.run.first, phrase.run.stop)
    return frozenset(
        view.words[at].lemma
        for at in places
        if at not in view.person_at and view.words[at].pos in {"NOUN", "PROPN", "ADJ"}
    )


def last_actor(cast: Cast, phrase: Phrase) -> Person | None:
    """Return the person who last stood as a subject before a phrase, of the right gender where first names tell."""
    before = [person for at, person in cast.acts if at < phrase.run.first]
    return before[-1] if before else None
