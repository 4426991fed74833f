"""What people do → titles that no word gives them: who heads a works is its head, who lives in a town is of it."""

from collections.abc import Iterator
from functools import cache

from letopis.language.lists import table
from letopis.model import Person
from letopis.record.speech.meant.titles.borne import Title, lands_of, more_of
from letopis.record.speech.seen.phrases import alive, antecedent, phrase_of
from letopis.record.speech.seen.view import Phrase, View

THINGS = frozenset({"obj", "iobj", "obl", "nsubj", "nsubj:pass"})
NOUNS = frozenset({"NOUN", "PROPN"})
DENIED = "не"
FROM = "из"
ORIGINS = ("житель", "жительница", "уроженец", "уроженка", "представитель", "сотрудник")


def told_by_deeds(view: View) -> Iterator[Title]:
    """Yield the titles that verbs give people: `Орлов, возглавляющий завод`, `заводом, которым руководит Орлов`."""
    yield from told_by_origin(view)
    known = deeds(view.code or "")
    for verb, word in enumerate(view.words):
        if word.lemma in known and word.pos == "VERB" and happens(view, verb):
            nouns, preposition = known[word.lemma]
            yield from titles_by(view, verb, nouns, preposition)


def told_by_origin(view: View) -> Iterator[Title]:
    """Yield the titles of those who are told to be from somewhere: `Анна Рогова из Заречья` is a resident of it."""
    for at, word in enumerate(view.words[:-1]):
        person = view.person_at.get(at - 1) if word.text == FROM and at else None
        if person is None or view.words[at + 1].pos != "PROPN" or at + 1 in view.person_at:
            continue
        place = phrase_of(view, at + 1, view.sentence_at(at))
        of = more_of(view, place) | {view.words[at + 1].lemma}
        yield from (Title(at, noun, of, person, lands=lands_of(view, place), by_deed=True) for noun in ORIGINS)


@cache
def deeds(code: str) -> dict[str, tuple[tuple[str, ...], str]]:
    """Return the verbs that tell what somebody is, with the titles and the preposition of each."""
    return {verb: (tuple(titles.split()), preposition) for verb, titles, preposition in table(code, "deeds")}


def happens(view: View, verb: int) -> bool:
    """Say whether a verb says what is, was or will be so: no infinitive, nothing denied."""
    denied = any(view.words[at].lemma == DENIED for at in view.children[verb])
    return view.words[verb].feats.get("VerbForm") in {"Fin", "Part", "Conv"} and not denied


def titles_by(view: View, verb: int, nouns: tuple[str, ...], preposition: str) -> Iterator[Title]:
    """Yield the titles that a verb gives whoever does what it says."""
    person, thing = doer(view, verb), thing_of(view, verb, preposition)
    if person is None or thing is None:
        return
    of = more_of(view, thing) | {view.words[thing.head].lemma}
    for noun in nouns:
        yield Title(verb, noun, of, person, lands=lands_of(view, thing), by_deed=True)


def doer(view: View, verb: int) -> Person | None:
    """Return the person who does what a verb says: its subject, or whom its participle describes."""
    subjects = [at for at in view.children[verb] if view.words[at].rel.startswith("nsubj")]
    beside = [to for at in subjects for to in view.children[at] if view.words[to].rel == "appos"]
    person = next((view.person_at[at] for at in (*subjects, *beside) if at in view.person_at), None)
    if person is not None or view.words[verb].feats.get("Voice") == "Pass":
        return person
    who = view.heads[verb] if view.words[verb].feats.get("VerbForm") == "Part" else antecedent_of(view, verb)
    return view.person_at.get(who) if who is not None else None


def antecedent_of(view: View, verb: int) -> int | None:
    """Return whom a clause describes of which «который» is the subject."""
    relative = any(view.words[at].lemma == "который" and view.words[at].rel == "nsubj" for at in view.children[verb])
    return antecedent(view, verb) if relative else None


def thing_of(view: View, verb: int, preposition: str) -> Phrase | None:
    """Return of what a verb makes somebody the head, the founder, a resident."""
    for at in view.children[verb]:
        noun = antecedent(view, verb) if view.words[at].lemma == "который" and at not in view.person_at else at
        if noun is None or view.words[at].rel not in THINGS or not stands_with(view, at, preposition):
            continue
        if noun not in view.person_at and view.words[noun].pos in NOUNS and not alive(view.words[noun]):
            return phrase_of(view, noun, view.sentence_at(noun))
    return None


def stands_with(view: View, at: int, preposition: str) -> bool:
    """Say whether a word stands behind a preposition, or behind none."""
    before = [view.words[child].text.lower() for child in view.children[at] if view.words[child].rel == "case"]
    return before == ([] if preposition == "-" else [preposition])
