"""A phrase that names who speaks → the speaker: a person, an organisation, a document, a role, or nobody we know."""

from letopis.language.lists import word_list
from letopis.model import Speaker
from letopis.record.speech.meant.cast import Cast
from letopis.record.speech.meant.descriptions import by_description
from letopis.record.speech.meant.houses import by_house
from letopis.record.speech.meant.persons import by_name, by_title
from letopis.record.speech.meant.pronouns import (
    by_pronoun,
    common,
)
from letopis.record.speech.meant.texts import by_carrier, by_talk, by_text
from letopis.record.speech.seen.view import Phrase
from letopis.record.speech.who.foreign import speaker_by_capitals


def resolve(cast: Cast, phrase: Phrase | None) -> Speaker:
    """Return who is meant by a phrase, by the first rule that knows."""
    if phrase is None:
        return Speaker("unresolved")
    if not cast.view.grammar:
        return speaker_by_capitals(cast.view, phrase, cast.last)
    return next((found for rule in RULES if (found := rule(cast, phrase))), None) or common(cast.view, phrase)


def by_interlocutor(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `собеседник агентства`: whoever has just spoken without being named."""
    last, view = cast.last, cast.view
    known = view.words[phrase.head].lemma in word_list(view.code or "", "interlocutors")
    several = view.words[phrase.head].feats.get("Number") == "Plur"
    if not known or several or last is None or last.kind not in {"role", "unnamed"}:
        return None
    return Speaker(last.kind, last.name, last.role, view.span_of(phrase.run))


RULES = (by_name, by_pronoun, by_interlocutor, by_talk, by_title, by_text, by_carrier, by_house, by_description)
