"""A phrase → the person or the organisation whose name stands in it or beside it."""

from bisect import bisect_right

from letopis.language.lists import word_list
from letopis.model import Person
from letopis.record.names.declension import VOWELS
from letopis.record.names.genders import GENDERS, gender_of_name
from letopis.record.names.roles.offices import SAME_CASE
from letopis.record.speech.seen.cues import voices
from letopis.record.speech.seen.phrases import latin, nominative, phrase_of
from letopis.record.speech.seen.quotes import Quotation
from letopis.record.speech.seen.view import Phrase, Run, View, bounds

HOUSES = frozenset({"organisation", "agency", "outlet", "channel", "press-service"})
NEAREST = 8
# A house that bears somebody's name is not he: «студент института имени Иванова».
OFTEN = 3
NEVER_BENT = frozenset("оеиуыэюё")
NAMED_FOR = frozenset({"им", "им.", "имени"})


def voice(view: View, phrase: Phrase) -> str:
    """Return what the list of voices says of a phrase's noun."""
    return voices(view.code or "").get(view.words[phrase.head].lemma, ("",))[0]


def person_in(view: View, phrase: Phrase) -> Person | None:
    """Return the person a phrase names: its noun itself, or the name set beside it in the same case."""
    kind = voice(view, phrase)
    if phrase.head in view.person_at and not kind:
        return view.person_at[phrase.head]
    places = [at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at]
    several = view.words[phrase.head].feats.get("Number") == "Plur"
    if not places or several or kind in HOUSES or kind == "document":
        return None
    first = name_start(view, places[-1])
    if view.words[first - 1].text.lower() in NAMED_FOR or in_person_of(view, phrase.head, first):
        return None
    beside = both_nominative(view, first, phrase.head) and not owns(view, first, phrase)
    if of_another(view, phrase) and first == phrase.head + 1 and not beside:
        return None
    agrees = any(same_case(view, at, phrase.head) for at in places if view.person_at[at] is view.person_at[first])
    return view.person_at[first] if agrees else None


def in_person_of(view: View, head: int, name: int) -> bool:
    """Say whether a name only tells by whom a house speaks: `партия в лице председателя Ивана Рогова`."""
    return any(view.words[at].lemma == "лицо" and view.words[at - 1].text == "в" for at in range(head + 1, name))


def person_beside(view: View, phrase: Phrase) -> Person | None:
    """Return the person named between dashes or commas behind a noun: `мать — актриса Анна Попова — сказала`."""
    at = behind_relative(view, phrase.run.stop)
    if at >= len(view.words) or view.words[at].text not in {",", "—", "–", "-"}:
        return None
    for index in range(at + 1, min(at + NEAREST, len(view.words))):
        if index in view.person_at:
            return view.person_at[index] if beside(view, index, phrase.head) else None
        if view.words[index].pos not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None


def behind_relative(view: View, at: int) -> int:
    """Return the comma that closes a relative clause or a participle's beginning at a comma, else the place itself."""
    if at + 1 >= len(view.words) or view.words[at].text != ",":
        return at
    if view.words[at + 1].feats.get("VerbForm") == "Part":
        near = range(at + 1, min(at + 2 * NEAREST, len(view.words) - 1))
        return next((to for to in near if view.words[to].text == "," and to + 1 in view.person_at), at)
    if view.words[at + 1].lemma not in {"который", "где", "чей"}:
        return at
    return next((to for to in range(at + 1, min(at + 2 * NEAREST, len(view.words))) if view.words[to].text == ","), at)


def beside(view: View, name: int, noun: int) -> bool:
    """Say whether a name stands in apposition to a noun before it, perhaps with a noun of its own in between."""
    if view.words[name].rel == view.words[noun].rel == "nsubj" and view.heads[name] == view.heads[noun]:
        return True
    at = name
    for _ in range(3):
        if view.words[at].rel not in {"appos", "flat:name", "nmod"} and not second_title(view, at):
            return False
        at = view.heads[at]
        if at == noun:
            return upright_or_bent(view, name) == upright_or_bent(view, noun)
    return False


def second_title(view: View, at: int) -> bool:
    """Say whether a noun is a second one for whom the first names, with no «и»: `лидера партии, депутата Рогова`."""
    return view.words[at].rel == "conj" and not any(view.words[child].rel == "cc" for child in view.children[at])


def upright_or_bent(view: View, at: int) -> str | None:
    """Return the case of a word; of people the accusative is the genitive's likeness, and taggers mix them up."""
    return SAME_CASE.get(case := view.words[at].feats.get("Case", ""), case) or None


def hides(view: View, phrase: Phrase) -> bool:
    """Say whether somebody does not want to be named: `врач, попросивший не называть его имени`."""
    stop = phrase.run.stop
    if stop + 1 >= len(view.words) or view.words[stop].text != ",":
        return False
    return view.words[stop + 1].lemma in word_list(view.code or "", "nameless")


def of_another(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase's noun is a voice of somebody: what follows tells whose."""
    return "of" in voices(view.code or "").get(view.words[phrase.head].lemma, ())


def name_start(view: View, at: int) -> int:
    """Return the first word of the name that a word is part of."""
    while at - 1 in view.person_at and view.person_at[at - 1] is view.person_at[at]:
        at -= 1
    return at


def both_nominative(view: View, name: int, noun: int) -> bool:
    """Say whether a name stands in the nominative beside a noun in the nominative."""
    return view.words[name].feats.get("Case") == "Nom" == view.words[noun].feats.get("Case")


def owns(view: View, name: int, phrase: Phrase) -> bool:
    """Say whether a surname that never bends is whose voice a noun is: `представитель Лопес` of `Анна Лопес`."""
    person, last = view.person_at[name], view.words[name].text[-1]
    bends = last not in NEVER_BENT and (last in VOWELS or not stiff(view, person))
    return phrase.run.stop == name + 1 and " " in person.name and not bends


def stiff(view: View, person: Person) -> bool:
    """Say whether a surname in a consonant does not bend: a woman's, or one that a text has often and never bent."""
    if person.name not in view.stiff:
        view.stiff[person.name] = never_bends(view, person)
    return view.stiff[person.name]


def never_bends(view: View, person: Person) -> bool:
    """Look through all of a person's mentions for whether the surname bends; each view asks this once a person."""
    gender = gender_of_name(person.name)
    surname = person.name.rpartition(" ")[2]
    written = [span.of(view.text).rpartition(" ")[2] for span in person.mentions]
    unbent = [word for word in written if word.startswith(surname[:OFTEN])]
    return gender == "f" or (gender is None and len(unbent) >= OFTEN and set(unbent) == {surname})


def same_case(view: View, name: int, noun: int) -> bool:
    """Say whether a name may stand in apposition to a noun."""
    one, other = view.words[name].feats.get("Case"), view.words[noun].feats.get("Case")
    return view.words[name].rel == "appos" or one == other or None in {one, other}


def named_in(view: View, phrase: Phrase) -> str | None:
    """Return the name of an organisation that stands directly behind a phrase's noun; foreign letters are one too."""
    behind = range(phrase.head + 1, min(phrase.run.stop, phrase.head + 3))
    named = next((view.organisation_at[at].name for at in behind if at in view.organisation_at), None)
    return named or foreign_name(view, phrase.head + 1)


def foreign_name(view: View, first: int) -> str | None:
    """Return the words in Latin letters that begin with a capital, from a word on."""
    while first < len(view.words) and not view.words[first].text.strip("'«\""):
        first += 1
    stop = first
    while stop < len(view.words) and stop - first < NEAREST and in_foreign(view, stop):
        stop += 1
    return view.span_of(Run(first, stop)).of(view.text) if stop > first else None


def in_foreign(view: View, at: int) -> bool:
    """Say whether a word is part of a name in Latin letters: one itself, or «&» between two."""
    joins = view.words[at].text == "&" and at + 1 < len(view.words) and latin(view.words[at - 1].text)
    return latin(view.words[at].text) or (joins and latin(view.words[at + 1].text))


def name_kind(view: View, index: int) -> str | None:
    """Return the kind of the name that a word is part of."""
    name = view.name_at.get(index)
    return name.kind if name else None


def house_at(view: View, at: int) -> str | None:
    """Return the organisation that a noun names together with its name: `аукционный дом «Молоток»`."""
    word = view.words[at]
    kind, *of = voices(view.code or "").get(word.lemma, ("",))
    if kind not in HOUSES or "of" in of:
        return None
    if at in view.organisation_at:
        return foreign_name(view, at + 1)
    phrase = phrase_of(view, at, view.sentence_at(at))
    return named_in(view, phrase)


def longer_at(view: View, at: int) -> Phrase | None:
    """Return the phrase of a house whose noun stands at a word, if more words follow it."""
    if voices(view.code or "").get(view.words[at].lemma, ("",))[0] not in HOUSES:
        return None
    phrase = phrase_of(view, at, view.sentence_at(at))
    return phrase if phrase.run.stop > at + 1 else None


def longest_name(view: View, at: int, phrase: Phrase) -> str:
    """Return a house's name, or all the words of its phrase where they are more and name nobody."""
    named, words = view.organisation_at.get(at), nominative(view, phrase)
    somebody = any(index in view.person_at for index in range(*bounds(phrase.run)))
    longer = words.count(" ") > named.name.count(" ") if named else True
    return words if named is None or (longer and not somebody) else named.name


def quotation_at(view: View, at: int) -> Quotation | None:
    """Return the quotation in which a word stands: a title, or what others call something."""
    place = view.words[at].span.start
    index = bisect_right(view.quotations, place, key=lambda quote: quote.span.start) - 1
    return view.quotations[index] if index >= 0 and place < view.quotations[index].span.stop else None


def titled_text(view: View, at: int) -> bool:
    """Say whether a word for any text has a title behind it: `документ «Стратегия развития»`."""
    pointing = view.words[at].lemma in word_list(view.code or "", "texts")
    return pointing and at + 2 in view.marked


def verb_gender(view: View, at: int) -> str | None:
    """Return m or f where a name is a verb's subject; with an office («директор») only a woman's verb tells."""
    index = at
    while view.words[index].rel in {"appos", "flat:name"} and 0 <= view.heads[index] != index:
        index = view.heads[index]
        if view.words[index].rel in {"appos", "flat:name"} and view.heads[index] >= index:
            break
    head = view.heads[index]
    if head < 0 or not view.words[index].rel.startswith("nsubj"):
        return None
    seen = GENDERS.get(view.words[head].feats.get("Gender", ""))
    return None if seen == "m" and view.words[index].pos == "NOUN" else seen
