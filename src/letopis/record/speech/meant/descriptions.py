"""A lone noun for somebody → whoever acted last, or the nameless one who was told of before."""

from bisect import bisect_left

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.language.words import parses
from letopis.model import Person, Speaker
from letopis.record.speech.meant.cast import Cast
from letopis.record.speech.meant.named import (
    hides,
    voice,
)
from letopis.record.speech.meant.pronouns import (
    NEAREST,
    common,
    gender_of,
    last_act,
    last_actor,
    last_stranger,
    somebody,
)
from letopis.record.speech.meant.titles import noun_of
from letopis.record.speech.seen.phrases import nominative
from letopis.record.speech.seen.view import Phrase, View


def by_description(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `музыкант`, `25-летняя девушка`: a lone noun for whoever acted last."""
    view = cast.view
    head = view.words[phrase.head]
    one = head.feats.get("Animacy") == "Anim" and head.feats.get("Number") == "Sing" and head.pos == "NOUN"
    if not one or voice(view, phrase) or hides(view, phrase):
        return None
    stranger = told_of(cast, phrase)
    if stranger is not None:
        return common(view, stranger)
    person = last_actor(cast, phrase, gender_of(view, phrase), free=in_office(view, phrase)) or only_one(cast, phrase)
    lone = phrase.run.stop == phrase.head + 1 and not suffered(head)
    if person is None or not (lone or (heads_all(cast, phrase) and untitled(cast, person))):
        return None
    return somebody(cast, phrase, person, nominative(view, phrase))


def in_office(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase's noun is an office of state, but not the first: nobody with another title holds it, too."""
    office = view.words[phrase.head].lemma in word_list(view.code or "", "state_offices")
    return office and noun_of(view, phrase).removeprefix("экс-") not in word_list(view.code or "", "high_offices")


def told_of(cast: Cast, phrase: Phrase) -> Phrase | None:
    """Return the person without a name whom `женщина`, `пострадавший` calls again, if nobody known acted since."""
    view, head = cast.view, cast.view.words[phrase.head]
    if head.lemma not in word_list(view.code or "", "anybody") and not suffered(head):
        return None
    gender = gender_of(view, phrase) or "m"
    stranger = last_stranger(cast, phrase, gender)
    return stranger if stranger is not None and stranger.head > last_act(cast, phrase, gender) else None


def suffered(word: Word) -> bool:
    """Say whether a noun is a participle: `заболевший`, `погибшая` is hardly ever who has been speaking."""
    return any(parse.tag.POS == "PRTF" for parse in parses(word.text))


def only_one(cast: Cast, phrase: Phrase) -> Person | None:
    """Return whose work it is, where only one person is named so far: `книга Анны Роговой … автор отмечает`."""
    if cast.view.words[phrase.head].lemma not in word_list(cast.view.code or "", "makers"):
        return None
    index = bisect_left(cast.mentions, phrase.run.first)
    named = {cast.view.person_at[at].name: cast.view.person_at[at] for at in cast.mentions[:NEAREST][:index]}
    return next(iter(named.values())) if len(named) == 1 and index <= NEAREST else None


def heads_all(cast: Cast, phrase: Phrase) -> bool:
    """Say whether a phrase is the title of an office so high that papers need not name who holds it."""
    return noun_of(cast.view, phrase) in word_list(cast.view.code or "", "high_offices")


def untitled(cast: Cast, person: Person) -> bool:
    """Say whether an article gives a person no title."""
    return not any(title.person is person for title in cast.titles)
