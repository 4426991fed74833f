"""A phrase of a language without grammar → the speaker: a person of the article, a house, a role, or nobody."""

from letopis.language.lists import word_list
from letopis.model import Person, Speaker
from letopis.record.names.abroad.listed_titles import is_title, title_of
from letopis.record.speech.seen.view import Phrase, Run, View, bounds
from letopis.record.speech.who.abroad.english_speakers import by_english
from letopis.record.speech.who.abroad.listed_pronouns import meant, pronoun
from letopis.record.speech.who.abroad.plainly import speaker_as_named

FULL = 2
PRESIDENTS = frozenset({"президент", "прэзідэнт", "президентка", "прэзідэнтка"})


def speaker_by_capitals(view: View, phrase: Phrase, last: Speaker | None) -> Speaker:
    """Return the speaker whom a phrase names: a person of the article by his fullest name, else what the words say."""
    if not word_list(view.code or "", "speech_verbs"):
        return speaker_as_named(view, phrase)
    if pronoun(view, phrase.head):
        return meant(view, phrase, last)
    person = next((view.person_at[at] for at in reversed(range(*bounds(phrase.run))) if at in view.person_at), None)
    if person is not None:
        told = not shared(view, phrase, person)
        span = view.span_of(phrase.run)
        return Speaker("person", person.name, person.role, span) if told else Speaker("unresolved", span=span)
    if view.code == "en":
        return by_english(view, phrase)
    if view.words[phrase.head].text.islower() or lone_title(view, phrase):
        return by_title(view, phrase)
    return named(view, phrase)


def shared(view: View, phrase: Phrase, person: Person) -> bool:
    """Say whether a surname alone is that of two people named in full before it, so that it tells nobody."""
    surname = person.name.split()[-1]
    if sum(at in view.person_at for at in range(*bounds(phrase.run))) > 1 or not surname_alone(view, phrase, surname):
        return False
    place = view.starts[phrase.run.first]
    others = (one for one in view.people if one.name.split()[-1] == surname and one.name != person.name)
    return any(mention.stop < place for one in others for mention in one.mentions)


def surname_alone(view: View, phrase: Phrase, surname: str) -> bool:
    """Say whether a phrase is a surname without a title."""
    return phrase.run.stop - phrase.run.first == 1 and view.words[phrase.head].text == surname


def lone_title(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase is a title that only begins a sentence with a capital."""
    return is_title(view.words[phrase.head], view.code or "")


def named(view: View, phrase: Phrase) -> Speaker:
    """Return who is named in capitals and is no person that the article has: by the full name, or nobody."""
    span = view.span_of(phrase.run)
    role = role_alone(view, phrase.run)
    if role is not None:
        return bearer(view, role, Run(phrase.run.first - 1, phrase.run.stop))
    words = [word.text for word in view.words[phrase.run.first : phrase.run.stop]]
    whole = len(words) >= FULL and not any(word.isupper() for word in words)
    return Speaker("person", " ".join(words[-FULL:]), None, span) if whole else Speaker("unresolved", span=span)


def role_alone(view: View, run: Run) -> str | None:
    """Return a role that no name follows: behind a title one word in the genitive, «додав президент Ліманії»."""
    before, last = run.first - 1, view.words[run.stop - 1].text
    endings = tuple(word_list(view.code or "", "genitive_endings"))
    if before < 0 or run.stop - run.first > 1 or not last.endswith((*endings, "я")):
        return None
    return view.span_of(Run(before, run.stop)).of(view.text) if is_title(view.words[before], view.code or "") else None


def by_title(view: View, phrase: Phrase) -> Speaker:
    """Return who bears a title alone in the article, else the role."""
    role = view.span_of(phrase.run).of(view.text)
    role = role[:1].lower() + role[1:]
    if role in word_list(view.code or "", "heads_of_state"):
        known = [person for person in view.people if PRESIDENTS & set((person.role or "").lower().split())]
        if len(known) == 1:
            return as_person(known[0], known[0].role or role, view, phrase.run)
        return Speaker("role", role, role, view.span_of(phrase.run))
    return bearer(view, role, phrase.run)


def bearer(view: View, role: str, run: Run) -> Speaker:
    """Return the only person whose role has a title and what belongs to it, else the role."""
    code = view.code or ""
    words = role.lower().split()
    wanted = {title_of(word, code) or word for word in words}
    roles = [(person, (person.role or "").lower().split()) for person in view.people]
    known = [person for person, held in roles if wanted <= {title_of(word, code) or word for word in held}]
    return as_person(known[0], role, view, run) if len(known) == 1 else Speaker("role", role, role, view.span_of(run))


def as_person(person: Person, role: str, view: View, run: Run) -> Speaker:
    """Return a person as the speaker whom a title means."""
    return Speaker("person", person.name, role, view.span_of(run))
