"""A phrase that names who speaks → the speaker: a person, an organisation, a document, a role, or nobody we know."""

from bisect import bisect_left

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.language.words import parses
from letopis.model import Person, Speaker
from letopis.record.speech.seen.doers import governed, is_verb
from letopis.record.speech.seen.phrases import NOMINAL, alive, nominative, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.attributions import TALK
from letopis.record.speech.who.cast import MEDIA, Cast, titled
from letopis.record.speech.who.foreign import speaker_by_capitals
from letopis.record.speech.who.named import (
    HOUSES,
    hides,
    name_start,
    named_in,
    person_beside,
    person_in,
    voice,
)
from letopis.record.speech.who.pronouns import (
    NEAREST,
    by_pronoun,
    common,
    gender_of,
    last_act,
    last_actor,
    last_stranger,
    somebody,
    unowned,
)
from letopis.record.speech.who.titles import noun_of

FEW_BLOCKS = 2
IN_IT = frozenset({"нем", "нём", "ней", "них"})


def resolve(cast: Cast, phrase: Phrase | None) -> Speaker:
    """Return who is meant by a phrase, by the first rule that knows."""
    if phrase is None:
        return Speaker("unresolved")
    if not cast.view.grammar:
        return speaker_by_capitals(cast.view, phrase, cast.last)
    return next((found for rule in RULES if (found := rule(cast, phrase))), None) or common(cast.view, phrase)


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
    title = titled(cast, phrase)
    return somebody(cast, phrase, title.person, nominative(cast.view, phrase)) if title else None


def by_interlocutor(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `собеседник агентства`: whoever has just spoken without being named."""
    last, view = cast.last, cast.view
    known = view.words[phrase.head].lemma in word_list(view.code or "", "interlocutors")
    several = view.words[phrase.head].feats.get("Number") == "Plur"
    if not known or several or last is None or last.kind not in {"role", "unnamed"}:
        return None
    return Speaker(last.kind, last.name, last.role, view.span_of(phrase.run))


def by_talk(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `говорится в интервью`: whoever has just spoken, if it is a person, else nobody known."""
    span, last = cast.view.span_of(phrase.run), cast.last
    if cast.view.words[phrase.head].lemma != TALK:
        return None
    known = last is not None and last.kind == "person"
    return Speaker(last.kind, last.name, last.role, span) if last and known else Speaker("unresolved", span=span)


def by_text(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `в нём`, `документ`, `сообщение` that stand alone: the text named before, or whoever issued it."""
    view = cast.view
    before = text_before(cast, phrase)
    if before is None:
        return Speaker("unresolved", span=view.span_of(phrase.run)) if in_it(view, phrase) else None
    text = phrase_of(view, before, view.sentence_at(before))
    if view.words[before].lemma not in word_list(view.code or "", "carriers"):
        return Speaker("document", unowned(nominative(view, text)), None, view.span_of(phrase.run))
    issuer = owner_in(view, text)
    if issuer is None:
        verb = view.heads[before]
        found = governed(view, verb, view.sentence_at(verb)) if verb >= 0 and is_verb(view, verb) else None
        issuer = phrase_of(view, found, view.sentence_at(found)) if found is not None and found != before else None
    said = owned(cast, issuer) if issuer else None
    return Speaker(said.kind, said.name, said.role, view.span_of(phrase.run)) if said else None


def text_before(cast: Cast, phrase: Phrase) -> int | None:
    """Return the noun for a text that a pronoun or a lone noun points back at, in this block or the two before."""
    view, word = cast.view, cast.view.words[phrase.head]
    pointing = word.lemma in word_list(view.code or "", "texts") or in_it(view, phrase)
    carrier = word.lemma in word_list(view.code or "", "carriers") and phrase.run.stop == phrase.head + 1
    if not pointing and not carrier:
        return None
    block = max(view.block_at(word.span.start) - FEW_BLOCKS, 0)
    first = view.run_of(view.blocks[block].span).first if view.blocks else 0
    near = cast.texts[bisect_left(cast.texts, first) : bisect_left(cast.texts, phrase.run.first)]
    return next((at for at in reversed(near) if pointing or view.words[at].lemma == word.lemma), None)


def in_it(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase is `в нём`, `в ней`, `в них`."""
    return view.words[phrase.head].text.lower() in IN_IT


def by_carrier(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `сообщение МЧС`, `пресс-релиз компании`: a text that only carries somebody's words has him speak."""
    view = cast.view
    lemma, issuer = view.words[phrase.head].lemma, owner_in(view, phrase)
    if lemma in word_list(view.code or "", "own_channels"):
        return (
            owned(cast, issuer)
            if issuer and (voice(view, issuer) in HOUSES or alive(view.words[issuer.head]))
            else None
        )
    if lemma not in word_list(view.code or "", "carriers"):
        return None
    return owned(cast, issuer) if issuer else owner_before(cast, phrase)


def owner_in(view: View, phrase: Phrase) -> Phrase | None:
    """Return whose text it is that a phrase names, by what follows its noun."""
    owner = next((at for at in range(phrase.head + 1, phrase.run.stop) if view.words[at].pos in NOMINAL), None)
    if owner is None or (view.words[owner - 1].pos == "ADP" and not printed_in(view, owner)):
        return None
    return phrase_of(view, owner, Run(phrase.head + 1, phrase.run.stop))


def printed_in(view: View, noun: int) -> bool:
    """Say whether a noun behind «в» names the press in which a text stands: `сообщения в газете`."""
    return view.words[noun - 1].text.lower() == "в" and voice(view, Phrase(Run(noun, noun + 1), noun)) in MEDIA


def owned(cast: Cast, issuer: Phrase) -> Speaker:
    """Return who speaks by a text that is his."""
    return next((found for rule in OWNERS if (found := rule(cast, issuer))), None) or common(cast.view, issuer)


def owner_before(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Return who spoke last, for a text whose owner is not named again: «в сообщении говорится»."""
    last = cast.last
    return Speaker(last.kind, last.name, last.role, cast.view.span_of(phrase.run)) if last else None


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


OWNERS = (by_name, by_pronoun, by_title, by_house)
RULES = (by_name, by_pronoun, by_interlocutor, by_talk, by_title, by_text, by_carrier, by_house, by_description)


def role_in(view: View, phrase: Phrase) -> str | None:
    """Return the words that stand before a name in its phrase, in the nominative."""
    named = [at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at]
    if phrase.head in view.person_at or not named:
        return None
    return nominative(view, Phrase(Run(phrase.run.first, name_start(view, named[-1])), phrase.head))


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


def name_kind(view: View, index: int) -> str | None:
    """Return the kind of the name that a word is part of."""
    name = view.name_at.get(index)
    return name.kind if name else None
