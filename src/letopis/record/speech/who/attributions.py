"""A stretch of the narrator's words → who is said to speak, and who passes the words on."""

from letopis.language.dictionary import parses
from letopis.language.lists import word_list
from letopis.record.speech.seen.cues import cues_in, kind_at, voices
from letopis.record.speech.seen.doers import may_speak, subject_of
from letopis.record.speech.seen.links import Attribution, linked, nominal_after, owner_of, relayed
from letopis.record.speech.seen.long_offices import full_phrase
from letopis.record.speech.seen.phrases import NOMINAL, alive, antecedent, latin, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.abroad.foreign import named_by_verb
from letopis.record.speech.who.set_phrases import by_wording

# What somebody says there is said by whoever is asked.
TALK = "интервью"
NEAR_WORDS = 3
OWN_WORDS = frozenset(
    {"слово", "заявление", "мнение", "высказывание", "комментарий", "рассказ", "ответ", "реплика"}
    | {"письмо", "цитата", "пост", "твит", "фрагмент", "отрывок"}
)


def attribution(view: View, run: Run) -> Attribution | None:
    """Return what a stretch of the narrator's words says about who speaks: the first cue in it."""
    found = attributions(view, run)
    return min(found, key=lambda said: said.cue.first) if found else None


def last_attribution(view: View, run: Run) -> Attribution | None:
    """Return the last word that a stretch of the narrator's words says about who speaks."""
    last: Attribution | None = None
    while run.first < run.stop:
        found = attributions(view, run)
        if not found:
            return last
        latest = max(found, key=lambda said: said.cue.first)
        last = last if speaks_of(view, latest.cue.first) else latest
        run = Run(latest.cue.stop, run.stop)
    return last


def speaks_of(view: View, cue: int) -> bool:
    """Say whether a cue only describes what somebody spoke of: `письмо, о котором говорил Иванов`."""
    return any(view.words[at].lemma == "который" and view.words[at].rel == "obl" for at in view.children[cue])


def attributions(view: View, run: Run) -> list[Attribution]:
    """Return what each reader sees in a stretch; of readers that see the same cue the earlier is right."""
    if not view.grammar:
        named = named_by_verb(view, run)
        return [Attribution(named[0], "say", named[1])] if named else []
    read = (reader(view, run) for reader in (by_wording, by_relay, by_document, by_subject, by_house))
    return [found for found in read if found is not None]


def by_subject(view: View, run: Run) -> Attribution | None:
    """Read `сказал министр Иванов`, `сообщает агентство со ссылкой на МВД`."""
    for cue in cues_in(view, run):
        who = subject_of(view, cue, run) if kind_at(view, cue) not in {"in", "bid"} else None
        who = behind_agency(view, cue, run) or who
        if who is None or not may_speak(view, who) or told_agency(view, cue, who, run):
            continue
        return relayed(view, run, Attribution(Run(cue, cue + 1), kind_at(view, cue) or "say", who))
    return None


def behind_agency(view: View, cue: int, run: Run) -> Phrase | None:
    """Return who told something to a paper whose name never bends: `сообщил Regnum источник в мэрии`."""
    name = cue + 1
    if name >= run.stop or name in view.person_at or not latin(view.words[name].text):
        return None
    stop = name + 1
    while stop < run.stop and view.words[stop].text[0].isupper() and stop not in view.person_at:
        stop += 1
    somebody = stop < run.stop and (stop in view.person_at or alive(view.words[stop]) or unnamed(view, stop))
    upright = somebody and view.words[stop].feats.get("Case") == "Nom"
    agrees = upright and view.words[stop].feats.get("Number") == view.words[cue].feats.get("Number")
    return full_phrase(view, phrase_of(view, stop, view.sentence_at(stop))) if agrees else None


def unnamed(view: View, at: int) -> bool:
    """Say whether a word is a noun for somebody without a name: `источник`."""
    return voices(view.code or "").get(view.words[at].lemma, ("",))[0] == "unnamed"


def told_agency(view: View, cue: int, who: Phrase, run: Run) -> bool:
    """Say whether a name is only whom a house told: `сообщили «Вестнику» в мэрии`, `сообщили РИА Новости в МЧС`."""
    several = view.words[cue].feats.get("Number") == "Plur" and (who.head > cue or who.head in view.name_at)
    first = view.words[who.run.first if who.head in view.name_at else who.head]
    agrees = first.feats.get("Number") == "Plur" and first.feats.get("Case") == "Nom" and not first.text.isascii()
    return several and not agrees and place_of(view, cue, Run(who.run.stop, run.stop)) is not None


def by_anything(view: View, run: Run) -> Attribution | None:
    """Read `сообщает комплекс строительства`: in an aside whatever is the subject speaks."""
    for cue in cues_in(view, run):
        who = subject_of(view, cue, run)
        if who is not None and kind_at(view, cue) == "say" and who.head > cue:
            return relayed(view, run, Attribution(Run(cue, cue + 1), "say", who))
    return None


def by_relay(view: View, run: Run) -> Attribution | None:
    """Read `цитирует Иванова агентство`, `приводит слова Иванова «Вестник»`."""
    for cue in cues_in(view, run):
        if kind_at(view, cue) != "relay" and not passes_on(view, cue, run):
            continue
        medium = subject_of(view, cue, run)
        speaker = quoted_one(view, cue, run)
        if speaker is not None:
            if medium is None or medium.head == speaker.head:
                medium = other_name(view, run, speaker)
            media = (medium,) if medium is not None else ()
            return Attribution(Run(cue, cue + 1), "relay", speaker, media)
    return None


def passes_on(view: View, cue: int, run: Run) -> bool:
    """Say whether a verb of speech has somebody's words for its object: `передаёт слова Иванова агентство`."""
    if view.words[cue].lemma in word_list(view.code or "", "answering"):
        return False
    near = range(cue + 1, min(cue + NEAR_WORDS, run.stop - 1))
    return any(view.words[at].lemma == "слово" and view.words[at].feats.get("Case") == "Acc" for at in near)


def other_name(view: View, run: Run, speaker: Phrase) -> Phrase | None:
    """Return the first name of a stretch that is not part of the speaker's phrase."""
    inside = range(speaker.run.first, speaker.run.stop)
    at = next((at for at in range(run.first, run.stop) if at in view.name_at and at not in inside), None)
    return (
        phrase_of(view, at, Run(run.first, speaker.run.first) if at < speaker.head else run) if at is not None else None
    )


def quoted_one(view: View, cue: int, run: Run) -> Phrase | None:
    """Return whose words are passed on: the genitive at «слова», else the object of the verb."""
    for index in range(run.first, run.stop):
        if view.words[index].lemma in OWN_WORDS:
            return owner_of(view, index, run)
    if view.words[cue].lemma in word_list(view.code or "", "uttering"):
        return None
    nouns = (at for at in range(cue + 1, run.stop) if view.words[at].pos in {"NOUN", "PROPN"})
    found = [at for at in nouns if accusative(view, at) and not led_by_preposition(view, at)]
    if found:
        # Papers are cited, too, but where a person is named it is he whom one cites: `цитирует РБК главу порта`.
        people = (at for at in found if at in view.person_at or alive(view.words[at]))
        return phrase_of(view, next(people, found[0]), run)
    for child in view.children[cue]:
        word = view.words[child]
        if word.rel in {"obj", "iobj"} and run.first <= child < run.stop and word.pos in NOMINAL:
            return phrase_of(view, child, run)
    return None


def led_by_preposition(view: View, index: int) -> bool:
    """Say whether a noun stands with a preposition: what is cited «в пятницу» is not Friday's."""
    return any(view.words[child].rel == "case" for child in view.children[index])


def accusative(view: View, index: int) -> bool:
    """Say whether a noun stands in the accusative: by the tagger, or because its form can be no nominative."""
    if view.words[index].feats.get("Case") == "Acc":
        return True
    cases = {parse.tag.case for parse in parses(view.words[index].text)}
    return "accs" in cases and "nomn" not in cases


def by_document(view: View, run: Run) -> Attribution | None:
    """Read `говорится в отчёте`, `сообщается в пресс-релизе компании`; the speaker may be missing."""
    for cue in cues_in(view, run):
        if kind_at(view, cue) in {"doc", "in"}:
            who = linked(view, run) or place_of(view, cue, run) or talk_beside(view, cue, run)
            if who is None and kind_at(view, cue) == "in":
                continue
            return Attribution(Run(cue, cue + 1), "doc", who)
    return None


def talk_beside(view: View, cue: int, run: Run) -> Phrase | None:
    """Return the talk in which a verb has something said, where it stands alone: `говорится в интервью`."""
    after = range(cue + 2, min(cue + 3, run.stop))
    at = next((at for at in after if view.words[at].lemma == TALK and view.words[at - 1].text == "в"), None)
    return Phrase(Run(at, at + 1), at) if at is not None else None


def place_of(view: View, cue: int, run: Run) -> Phrase | None:
    """Return the noun of `в …` or `на …` beside a cue, if it is one that can speak."""
    for at in (*range(max(cue + 1, run.first), run.stop - 1), *range(run.first, min(cue, run.stop))):
        if view.words[at].text.lower() not in {"в", "во", "на", "из"}:
            continue
        relative = view.words[at + 1].lemma == "который"
        found = described_in(view, cue) if relative else nominal_after(view, at, run)
        if found and (relative or not whither(view, found)) and (houses(view, found) or carries(view, cue, found)):
            return found
    return there(view, cue, run)


def there(view: View, cue: int, run: Run) -> Phrase | None:
    """Return `там` beside a cue: the house named before speaks (`Там добавили, что`)."""
    near = (at for at in (cue - 1, cue + 1, cue - 2) if run.first <= at < run.stop)
    at = next((at for at in near if view.words[at].text.lower() == "там"), None)
    return Phrase(Run(at, at + 1), at) if at is not None else None


def described_in(view: View, cue: int) -> Phrase | None:
    """Return the noun that `в котором говорится` describes."""
    noun = antecedent(view, cue)
    return phrase_of(view, noun, view.sentence_at(cue)) if noun is not None else None


def whither(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase stands in the accusative, as those to which one goes or writes; capitals do not tell.

    The tagger often takes the locative for a genitive or a dative, hardly ever for an accusative.
    """
    word = view.words[phrase.head]
    return word.feats.get("Case") == "Acc" and not (word.text.isupper() and len(word.text) > 1)


def carries(view: View, cue: int, phrase: Phrase) -> bool:
    """Say whether a verb without a speaker stands with a text that carries words: `в комментарии отмечается`."""
    known = word_list(view.code or "", "carriers") | word_list(view.code or "", "own_channels")
    return kind_at(view, cue) in {"doc", "in"} and view.words[phrase.head].lemma in known


def houses(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase names an organisation or a document, in which things are said."""
    head = view.words[phrase.head]
    if head.text.lower() in {"нем", "нём", "ней", "них"}:
        return True
    if head.lemma in word_list(view.code or "", "not_houses") or head.text[0].isdigit():
        return False
    quoted = phrase.run.first in view.marked or phrase.head in view.marked
    if head.lemma in voices(view.code or "") or quoted:
        return True
    if head.pos == "NOUN" and head.feats.get("Animacy") == "Inan" and led_in(view, phrase):
        return True
    return any(phrase_name_kind(view, index) == "ORG" for index in range(phrase.run.first, phrase.run.stop))


def led_in(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase with its preposition begins a sentence: `В автосалоне говорят, что`."""
    first = view.sentence_at(phrase.head).first
    return phrase.run.first - 1 == first and view.words[first].text.lower() in {"в", "во", "на"}


def phrase_name_kind(view: View, index: int) -> str | None:
    """Return the kind of the name that a word is part of."""
    name = view.name_at.get(index)
    return name.kind if name else None


def by_house(view: View, run: Run) -> Attribution | None:
    """Read `сообщили в МЧС`, `рассказали в пресс-службе завода`: people of a house speak for it."""
    for cue in cues_in(view, run):
        if view.words[cue].feats.get("Number") != "Plur" or kind_at(view, cue) not in {"say", "think"}:
            continue
        where = place_of(view, cue, run) or land_of(view, cue)
        if where is not None:
            return relayed(view, run, Attribution(Run(cue, cue + 1), "say", where))
    return None


def land_of(view: View, cue: int) -> Phrase | None:
    """Return the country or city directly before a verb, whose rulers speak: `в Лимании считают`."""
    at = cue - 1
    named = at > 0 and phrase_name_kind(view, at) == "LOC" and view.words[at].feats.get("Case") != "Acc"
    return Phrase(Run(at, cue), at) if named and view.words[at - 1].text.lower() in {"в", "во", "на"} else None
