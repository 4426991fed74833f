"""A phrase that names who speaks → the speaker: a person, an organisation, a document, a role, or nobody we know."""

import msgspec

from letopis.language.lists import word_list
from letopis.model import Speaker
from letopis.record.speech.meant.cast import Cast
from letopis.record.speech.meant.descriptions import by_calling, by_charge, by_description, by_group, called
from letopis.record.speech.meant.houses import by_house
from letopis.record.speech.meant.named import HOUSES, voice
from letopis.record.speech.meant.persons import by_name, by_title
from letopis.record.speech.meant.pronouns import (
    THERE,
    by_pronoun,
    common,
    last_stranger,
)
from letopis.record.speech.meant.texts import by_carrier, by_talk, by_text
from letopis.record.speech.meant.titles.borne import callings
from letopis.record.speech.seen.phrases import phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.abroad.listed_speakers import speaker_by_capitals


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


def by_there(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `там` where nobody has spoken: the house named just before: `Узнали в мэрии. Там уточнили`."""
    view = cast.view
    if view.words[phrase.head].text.lower() != THERE or cast.last is not None:
        return None
    near = range(phrase.head - 1, max(-1, phrase.head - FARTHEST_HOUSE), -1)
    at = next((at for at in near if is_house(view, at)), None)
    if at is not None and view.words[at].rel == "nmod" and is_house(view, view.heads[at]):
        at = view.heads[at]
    found = by_house(cast, phrase_of(view, at, view.sentence_at(at))) if at is not None else None
    return msgspec.structs.replace(found, span=view.span_of(phrase.run)) if found else None


def is_house(view: View, at: int) -> bool:
    """Say whether a word is a noun for a house."""
    return voice(view, Phrase(Run(at, at + 1), at)) in HOUSES


FARTHEST_HOUSE = 12
EXPERT = "эксперт"
RULES = (
    by_name,
    by_there,
    by_pronoun,
    by_interlocutor,
    by_talk,
    by_charge,
    by_title,
    by_text,
    by_carrier,
    by_calling,
    by_group,
    by_house,
    by_description,
)
