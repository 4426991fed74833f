"""A phrase with a name or a title → the person who is meant by it."""

from letopis.language.lists import word_list
from letopis.model import Person, Speaker
from letopis.record.speech.meant.cast import Cast, titled
from letopis.record.speech.meant.named import (
    HOUSES,
    hides,
    name_kind,
    name_start,
    of_another,
    person_beside,
    person_in,
    voice,
)
from letopis.record.speech.meant.pronouns import fits, gender_of, goes_on, somebody, spoke_last
from letopis.record.speech.seen.phrases import nominative
from letopis.record.speech.seen.view import Phrase, Run, View


def by_name(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `Иванов`, `министр Иванов`: the person named in the phrase, if it is not only the owner of a voice."""
    view = cast.view
    person = person_in(view, phrase) or person_beside(view, phrase)
    if person is None:
        return None
    return somebody(cast, phrase, person, role_in(view, phrase) or person.role)


def by_title(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `президент Казахстана`, `министр`: the person who was given that title."""
    head = cast.view.words[phrase.head]
    if head.feats.get("Number") == "Plur" or voice(cast.view, phrase) in HOUSES or hides(cast.view, phrase):
        return None
    if head.pos != "NOUN" and (head.pos != "PROPN" or phrase.head in cast.view.person_at):
        return None
    if name_kind(cast.view, phrase.head) in {"ORG", "LOC"}:
        return None
    if of_one_known(cast, phrase):
        return None
    if (last := speaking_on(cast, phrase)) is not None:
        return somebody(cast, phrase, last, nominative(cast.view, phrase))
    title = titled(cast, phrase)
    return somebody(cast, phrase, title.person, nominative(cast.view, phrase)) if title else None


def of_one_known(cast: Cast, phrase: Phrase) -> bool:
    """Say whether a name only tells whose voice it is: `адвоката Ивана Рогова` of one known otherwise."""
    view, at = cast.view, phrase.head + 1
    person = view.person_at.get(at) if at < phrase.run.stop and of_another(view, phrase) else None
    if person is None or view.words[phrase.head].feats.get("Case") == "Nom":
        return False
    noun = view.words[phrase.head].lemma
    told = (title.at for title in cast.titles_of.get(noun, []) if title.person is person)
    before = view.run_of(person.mentions[0]).first < phrase.head
    return before and not any(at != phrase.head and view.words[at].lemma == noun for at in told)


def speaking_on(cast: Cast, phrase: Phrase) -> Person | None:
    """Return who has just spoken and has no title, for a trade that goes on: `актёр также признался`."""
    view, word = cast.view, cast.view.words[phrase.head]
    office = word.lemma in word_list(view.code or "", "state_offices") or phrase.run.stop > phrase.head + 1
    person = spoke_last(cast, phrase) if not office and goes_on(view, phrase) else None
    untitled = person is not None and person.name not in cast.bearers
    return person if person is not None and untitled and fits(cast, person, gender_of(view, phrase)) else None


def role_in(view: View, phrase: Phrase) -> str | None:
    """Return the words that stand before a name in its phrase, in the nominative."""
    named = [at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at]
    if phrase.head in view.person_at or not named:
        return None
    return nominative(view, Phrase(Run(phrase.run.first, name_start(view, named[-1])), phrase.head))
