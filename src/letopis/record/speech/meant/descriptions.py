"""A lone noun for somebody → whoever acted last, or the nameless one who was told of before."""

from bisect import bisect_left
from functools import cache

import msgspec

from letopis.language.dictionary import parses
from letopis.language.lists import plain, word_list
from letopis.language.parsed import Word
from letopis.model import Person, Speaker
from letopis.record.names.genders import GENDERS
from letopis.record.speech.meant.cast import OFTEN, Cast, acts_before, near
from letopis.record.speech.meant.named import (
    hides,
    voice,
)
from letopis.record.speech.meant.pronouns import (
    NEAREST,
    common,
    fits,
    gender_of,
    last_act,
    last_actor,
    last_stranger,
    somebody,
)
from letopis.record.speech.meant.titles.borne import (
    ANOTHER,
    Title,
    belonging,
    callings,
    holds_office,
    lands_of,
    more_of,
    suits,
)
from letopis.record.speech.meant.titles.lands import both_rule, of_other_land
from letopis.record.speech.seen.doers import is_verb
from letopis.record.speech.seen.links import OWNERS
from letopis.record.speech.seen.phrases import nominative, phrase_of
from letopis.record.speech.seen.view import Phrase, View

LEAD, FARTHEST_GROUP = 1, 250
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
MINISTER, HEAD = "министр", "глава"
# Feminine nouns that are said of men, too.
STARS = frozenset({"звезда", "знаменитость", "персона"})


def by_charge(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `обвиняемый`, `по словам подсудимого`: whoever was named last and is no lawyer at the court."""
    view, head = cast.view, cast.view.words[phrase.head]
    code = view.code or ""
    if not {head.lemma, plain(head.text.lower())} & charged(code) or head.feats.get("Number") == "Plur":
        return None
    index = bisect_left(cast.mentions, phrase.run.first)
    named = (view.person_at[at] for at in reversed(cast.mentions[max(0, index - NEAREST) : index]))
    wanted = GENDERS.get(head.feats.get("Gender", ""))
    person = next((one for one in named if not at_law(cast, one) and fits(cast, one, wanted)), None)
    return somebody(cast, phrase, person, nominative(view, phrase)) if person else None


def at_law(cast: Cast, person: Person) -> bool:
    """Say whether somebody is at court for others, by one of his titles."""
    return not word_list(cast.view.code or "", "lawyers").isdisjoint(cast.bearers.get(person.name, ()))


@cache
def charged(code: str) -> frozenset[str]:
    """Return the nouns for whoever stands before the law, in the cases in which he is said to speak."""
    nouns = word_list(code, "accused")
    return nouns | {noun[:-2] + end for noun in nouns if noun.endswith(("ый", "ий")) for end in ("ого", "ому")}


def by_calling(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `эксперт` after `аналитик Иванов`: of those whose office or trade the noun embraces who acted last."""
    view, head = cast.view, cast.view.words[phrase.head]
    trades = callings(view.code or "").get(head.lemma)
    another = {word.lemma for word in view.words[phrase.run.first : phrase.head]} & ANOTHER
    if trades is None or head.feats.get("Number") == "Plur" or another or hides(view, phrase) or is_new(view, phrase):
        return None
    return called(cast, phrase, trades) or named_below(cast, phrase, trades)


def by_group(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `исследователи` after `психологи из Гарварда`: the people of that trade named last with where from."""
    view, head = cast.view, cast.view.words[phrase.head]
    if not is_several(head) or phrase.run.stop - phrase.run.first > 1:
        return None
    trades = callings(view.code or "").get(head.lemma, frozenset({head.lemma}))
    for at in range(phrase.head - 1, max(-1, phrase.head - FARTHEST_GROUP), -1):
        if is_several(view.words[at]) and is_trade(view, at, trades):
            group = phrase_of(view, at, view.sentence_at(at))
            if any(word.text[0].isupper() for word in view.words[at + 1 : group.run.stop]):
                return msgspec.structs.replace(common(view, group), span=view.span_of(phrase.run))
    return None


def is_trade(view: View, at: int, trades: frozenset[str]) -> bool:
    """Say whether a noun is one of some trades, or calls the same ones: `учёные` are `исследователи`."""
    lemma = view.words[at].lemma
    office = lemma in word_list(view.code or "", "heads") or lemma in word_list(view.code or "", "state_offices")
    return not office and (lemma in trades or trades == callings(view.code or "").get(lemma))


def is_several(word: Word) -> bool:
    """Say whether a noun is several people."""
    return word.pos == "NOUN" and word.feats.get("Animacy") == "Anim" and word.feats.get("Number") == "Plur"


def is_new(view: View, phrase: Phrase) -> bool:
    """Say whether the words before a noun tell of somebody new: `знакомый с ним бизнесмен`."""
    before = [at for at in view.children[phrase.head] if at < phrase.head]
    told = [*range(phrase.run.first, phrase.head), *(child for at in before for child in view.children[at])]
    return any(view.words[at].pos in NAMING for at in told)


def named_below(cast: Cast, phrase: Phrase, trades: frozenset[str]) -> Speaker | None:
    """Return the only one of some trades whom the article names, for a lead that does not: `считает эксперт. ¶ …`."""
    view = cast.view
    titles = (title for noun in trades for title in cast.titles_of.get(noun, [])[:NEAREST])
    lands = lands_of(view, phrase)
    bearers = {title.person.name: title.person for title in titles if not of_other_land(lands, title.lands)}
    above = view.block_at(view.words[phrase.head].span.start) > LEAD
    if above or len(bearers) != 1 or phrase.run.stop > phrase.head + 1:
        return None
    return somebody(cast, phrase, next(iter(bearers.values())), nominative(view, phrase))


def called(cast: Cast, phrase: Phrase, trades: frozenset[str]) -> Speaker | None:
    """Return whoever acted last of those who have one of some offices and trades, else who has it of just that."""
    view = cast.view
    among = titles_among(cast, phrase, trades)
    bearers = {title.person.name for title in among}
    acts = acts_before(cast, phrase.run.first)
    told = (act.person for act in reversed(acts) if act.person.name in bearers)
    known = (title.person for title in reversed(among) if belonging(view, phrase) & title.more)
    person = next((one for one in (*told, *known) if fits(cast, one, called_gender(view, phrase))), None)
    return somebody(cast, phrase, person, nominative(view, phrase)) if person else None


def titles_among(cast: Cast, phrase: Phrase, trades: frozenset[str]) -> list[Title]:
    """Return the titles before a phrase whose noun is one of some, and which are of what the phrase says."""
    view = cast.view
    known = (title for noun in trades for title in near(cast.titles_of.get(noun, []), phrase.head))
    # Of a «собеседник агентства» the agency says nothing.
    asked = view.words[phrase.head].lemma in word_list(view.code or "", "interlocutors")
    more, lands = frozenset() if asked else more_of(view, phrase), lands_of(view, phrase)
    # Who is at the head of a country is a politician and no expert or businessman.
    private = MINISTER not in trades
    known = (title for title in known if not (private and title.lands and both_rule({HEAD, title.noun}, title.more)))
    titles = list(known)
    others = {title.person.name for title in titles if of_other_land(lands, title.lands)}
    titles = [title for title in titles if title.person.name not in others]
    return [title for title in titles if title.at < phrase.head and suits(view, more, title)]


def called_gender(view: View, phrase: Phrase) -> str | None:
    """Return the gender that a phrase's verb or its feminine noun tells; a masculine noun is said of women, too."""
    if view.words[phrase.head].lemma in STARS:
        return None
    gender = gender_of(view, phrase)
    masculine = view.words[phrase.head].feats.get("Gender") == "Masc"
    verb = view.heads[phrase.head]
    by_verb = verb >= 0 and is_verb(view, verb) and "Gender" in view.words[verb].feats
    return gender if by_verb or not masculine else None


def by_description(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `музыкант`, `25-летняя девушка`: a lone noun for whoever acted last."""
    view = cast.view
    head = view.words[phrase.head]
    one = head.feats.get("Animacy") == "Anim" and head.feats.get("Number") == "Sing" and head.pos == "NOUN"
    whose = view.words[phrase.run.first - 1].text.lower() in OWNERS
    if not one or whose or voice(view, phrase) or hides(view, phrase):
        return None
    stranger = told_of(cast, phrase)
    if stranger is not None:
        return common(view, stranger)
    person = last_actor(cast, phrase, gender_of(view, phrase), free=in_office(view, phrase))
    person = person or only_one(cast, phrase) or only_such(cast, phrase)
    lone = phrase.run.stop == phrase.head + 1 and not suffered(head) and not is_new(view, phrase)
    if holds_office(view, phrase):
        person = person if person is not None and may_hold(cast, person) else cast.holder
    elif not lone:
        return None
    return somebody(cast, phrase, person, nominative(view, phrase)) if person else None


def may_hold(cast: Cast, person: Person) -> bool:
    """Say whether papers may call somebody by a high office alone: named first or often, and by no other title."""
    known = person is cast.view.people[0] or len(person.mentions) >= OFTEN
    return known and untitled(cast, person)


def in_office(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase's noun is an office of state: nobody with another title holds it, too."""
    return view.words[phrase.head].lemma in word_list(view.code or "", "state_offices")


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


def only_such(cast: Cast, phrase: Phrase) -> Person | None:
    """Return the only man or woman named so far, for `женщина` who did nothing yet: `Водитель сбил Анну`."""
    view, gender = cast.view, gender_of(cast.view, phrase)
    if gender is None or view.words[phrase.head].lemma not in word_list(view.code or "", "anybody"):
        return None
    index = bisect_left(cast.mentions, phrase.run.first)
    named = {view.person_at[at].name: view.person_at[at] for at in cast.mentions[max(0, index - NEAREST) : index]}
    such = [person for name, person in named.items() if cast.genders.get(name) == gender]
    return such[0] if len(such) == 1 else None


def untitled(cast: Cast, person: Person) -> bool:
    """Say whether an article gives a person no title."""
    return person.name not in cast.bearers
