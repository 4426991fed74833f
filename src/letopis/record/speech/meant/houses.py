"""A phrase for an organisation → the house it names, or the one named before for which a lone noun stands."""

from bisect import bisect_left

from letopis.language.lists import word_list
from letopis.model import Speaker
from letopis.record.speech.meant.cast import MEDIA, Cast
from letopis.record.speech.meant.named import (
    HOUSES,
    name_kind,
    named_in,
    voice,
)
from letopis.record.speech.meant.pronouns import (
    unowned,
)
from letopis.record.speech.seen.phrases import nominative
from letopis.record.speech.seen.view import Phrase, View


def by_house(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `пресс-служба президента`, `агентство «Вестник»`, and `в компании` for the company named before."""
    view, span = cast.view, cast.view.span_of(phrase.run)
    kind = voice(view, phrase)
    if view.words[phrase.run.first].lemma == "свой" and cast.last is not None:
        return Speaker(cast.last.kind, cast.last.name, cast.last.role, span)
    if kind in HOUSES:
        return Speaker("organisation", house_name(cast, phrase), None, span)
    if kind == "document":
        return Speaker("document", nominative(view, phrase), None, span)
    named = view.organisation_at.get(phrase.head)
    if named is not None or name_kind(view, phrase.head) in {"ORG", "LOC"}:
        return Speaker("organisation", named.name if named else nominative(view, phrase), None, span)
    return None


def house_name(cast: Cast, phrase: Phrase) -> str:
    """Return an organisation's own name where a phrase is only its kind and its name, or its kind alone."""
    view = cast.view
    named = named_in(view, phrase)
    if named is not None and voice(view, phrase) in MEDIA:
        return named
    lone = phrase.run.stop - phrase.head == 1 and view.words[phrase.head].feats.get("Number") != "Plur"
    before = named_before(cast, phrase) if lone else None
    return before or quoted_name(view, phrase) or unowned(nominative(view, phrase))


def quoted_name(view: View, phrase: Phrase) -> str | None:
    """Return the name between marks behind the noun of an outlet."""
    if voice(view, phrase) not in MEDIA:
        return None
    words = view.span_of(phrase.run).of(view.text)
    start, stop = words.find("«"), words.rfind("»")
    return words[start + 1 : stop] if 0 <= start < stop else None


def named_before(cast: Cast, phrase: Phrase) -> str | None:
    """Return the organisation for which a lone noun stands: one called so before, else the last one named."""
    view, noun = cast.view, cast.view.words[phrase.head].lemma
    same = name_before(cast.houses.get(noun, []), phrase.head) or name_before(cast.longer.get(noun, []), phrase.head)
    described = any(view.words[at].pos == "ADJ" for at in range(phrase.run.first, phrase.head))
    if same or described or noun not in word_list(view.code or "", "houses"):
        return same
    medium = name_before(cast.outlets, phrase.head) if voice(view, phrase) in MEDIA else None
    return medium or name_before(cast.organisations, phrase.head)


def name_before(names: list[tuple[int, str]], at: int) -> str | None:
    """Return the last of the names that stands before a place."""
    index = bisect_left(names, at, key=lambda name: name[0])
    return names[index - 1][1] if index else None
