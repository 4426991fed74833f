"""A phrase for an organisation → the house it names, or the one named before for which a lone noun stands."""

from bisect import bisect_left
from functools import cache

from letopis.language.lists import table, word_list
from letopis.model import Speaker
from letopis.record.speech.meant.cast import MEDIA, REMEMBERED, Cast
from letopis.record.speech.meant.named import (
    HOUSES,
    name_kind,
    name_start,
    named_in,
    voice,
)
from letopis.record.speech.meant.pronouns import (
    unowned,
)
from letopis.record.speech.meant.titles.lands import land_at
from letopis.record.speech.seen.phrases import alive, antecedent, genitive, nominative, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View

# How far before «которого» a comma and a preposition may stand.
NEAR = 4
# «Военное ведомство» is another word for a ministry that the article calls by name.
BODY = "ведомство"


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
    named, called = named_in(view, phrase), view.organisation_at.get(phrase.head)
    if named is not None and voice(view, phrase) in MEDIA:
        return named
    if called is not None and view.words[phrase.head].lemma.endswith(BODY):
        return called.name
    lone = phrase.run.stop - phrase.head == 1 and view.words[phrase.head].feats.get("Number") != "Plur"
    before = named_before(cast, phrase) if lone else None
    return before or quoted_name(view, phrase) or of_whom(view, phrase) or unowned(nominative(view, phrase))


def of_whom(view: View, phrase: Phrase) -> str | None:
    """Return the name of a house with whose it is: `мэр, пресс-служба которого` means the mayor's press service."""
    at = next((at for at in range(phrase.head + 1, phrase.run.stop) if view.words[at].lemma == "который"), None)
    noun = owner_before(view, phrase) if at is not None else None
    if noun is None:
        return None
    owner = phrase_of(view, noun, view.sentence_at(noun))
    named = next((to for to in range(noun + 1, owner.run.stop) if to in view.person_at), owner.run.stop)
    house = nominative(view, Phrase(Run(phrase.run.first, at or phrase.run.stop), phrase.head))
    return f"{house} {genitive(view, Phrase(Run(owner.run.first, named), noun))}"


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
    before = range(phrase.run.first, phrase.head)
    described = any(view.words[at].pos == "ADJ" and not land_at(view, at) for at in before)
    if same or described or noun not in word_list(view.code or "", "houses"):
        return same
    if voice(view, phrase) in MEDIA and (medium := paper_before(cast, phrase.head)):
        return medium
    return of_kind(cast, noun, phrase.head)


def paper_before(cast: Cast, at: int) -> str | None:
    """Return the paper that was named last before a place, with its noun or as one that passes words on."""
    index = bisect_left(cast.outlets, at, key=lambda name: name[0])
    lately = [name for name in (*cast.outlets[max(0, index - 1) : index], *cast.cited[-REMEMBERED:]) if name[0] < at]
    return max(lately)[1] if lately else None


def of_kind(cast: Cast, noun: str, at: int) -> str | None:
    """Return the last house before a place whose name fits a noun, else the last that is of no other kind."""
    index = bisect_left(cast.organisations, at, key=lambda name: name[0])
    media = {name for _, name in (*cast.outlets[:REMEMBERED], *cast.cited[-REMEMBERED:])}
    near = [name for _, name in reversed(cast.organisations[max(0, index - REMEMBERED) : index])]
    names = [name for name in near if name not in media]
    kinds = house_kinds(cast.view.code or "")
    own = next((name for name in near if marked(name, kinds.get(noun, ()))), None)
    others = tuple(mark for other, marks in kinds.items() if other != noun for mark in marks)
    return own or next((name for name in names if not marked(name, others)), next(iter(names), None))


def marked(name: str, marks: tuple[str, ...]) -> bool:
    """Say whether a word of a name begins with one of some marks: «министерство» is meant by «МВД Украины»."""
    return any(word.startswith(marks) for word in name.casefold().replace("«", "").split()) if marks else False


@cache
def house_kinds(code: str) -> dict[str, tuple[str, ...]]:
    """Return what the names of houses begin with that a noun may mean, by the noun."""
    return {row[0]: tuple(row[1].split()) for row in table(code, "house_kinds")}


def name_before(names: list[tuple[int, str]], at: int) -> str | None:
    """Return the last of the names that stands before a place."""
    index = bisect_left(names, at, key=lambda name: name[0])
    return names[index - 1][1] if index else None


def owner_before(view: View, phrase: Phrase) -> int | None:
    """Return the noun that `пресс-служба которого` describes: by the parser's word, else the one before the comma."""
    noun = antecedent(view, phrase.head)
    if noun is not None and (alive(view.words[noun]) or voice(view, Phrase(Run(noun, noun + 1), noun)) in HOUSES):
        return noun
    comma = next((at for at in range(phrase.run.first, phrase.run.first - NEAR, -1) if view.words[at].text == ","), 0)
    if comma - 1 not in view.person_at:
        return None
    name = name_start(view, comma - 1)
    title = view.heads[name]
    return title if 0 <= title < name and alive(view.words[title]) else name
