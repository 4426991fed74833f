"""A phrase that names who speaks → the speaker: a person, an organisation, a document, a role, or nobody we know."""

from letopis.language.lists import word_list
from letopis.model import Speaker
from letopis.record.speech.meant.cast import Cast
from letopis.record.speech.meant.descriptions import by_calling, by_charge, by_description, called
from letopis.record.speech.meant.houses import by_house
from letopis.record.speech.meant.named import voice
from letopis.record.speech.meant.persons import by_name, by_title
from letopis.record.speech.meant.pronouns import (
    by_pronoun,
    common,
    last_stranger,
)
from letopis.record.speech.meant.texts import by_carrier, by_talk, by_text
from letopis.record.speech.meant.titles.borne import callings
from letopis.record.speech.seen.view import Phrase, View
from letopis.record.speech.who.foreign import speaker_by_capitals


def resolve(cast: Cast, phrase: Phrase | None) -> Speaker:
    """Return who is meant by a phrase, by the first rule that knows."""
    if phrase is None:
        return Speaker("unresolved")
    if not cast.view.grammar:
        return speaker_by_capitals(cast.view, phrase, cast.last)
    return next((found for rule in RULES if (found := rule(cast, phrase))), None) or common(cast.view, phrase)


def by_interlocutor(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `собеседник агентства`: a source told of since, whoever has just spoken, or the expert brought in."""
    view, word = cast.view, cast.view.words[phrase.head]
    known = word.lemma in word_list(view.code or "", "interlocutors")
    if not known or word.feats.get("Number") == "Plur":
        return None
    stranger, last = last_stranger(cast, phrase, "m"), cast.nameless
    fresh = stranger is not None and (last is None or last.span is None or last.span.start < place_of(view, stranger))
    if stranger is not None and fresh and voice(view, stranger) == "unnamed":
        return common(view, stranger)
    if last is not None:
        return Speaker(last.kind, last.name, last.role, view.span_of(phrase.run))
    return called(cast, phrase, callings(view.code or "").get(EXPERT, frozenset()))


def place_of(view: View, phrase: Phrase) -> int:
    """Return where a phrase's noun stands in the text."""
    return view.words[phrase.head].span.start


EXPERT = "эксперт"
RULES = (
    by_name,
    by_pronoun,
    by_interlocutor,
    by_talk,
    by_charge,
    by_title,
    by_text,
    by_carrier,
    by_calling,
    by_house,
    by_description,
)
