"""A stretch of the narrator's words → who is said to speak, and who passes the words on."""

import msgspec

from letopis.language.lists import word_list
from letopis.language.words import parses
from letopis.record.speech.seen.cues import cues_in, kind_at, may_speak, subject_of, voices
from letopis.record.speech.seen.phrases import AMOUNTS, NOMINAL, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.seen.wordings import begun_in, wordings
from letopis.record.speech.who.foreign import named_by_verb
from letopis.record.speech.who.named import widened

BEFORE_NOUN = frozenset({"ADJ", "NUM", "DET", "PUNCT", "VERB", "PART", "NOUN"})


class Attribution(msgspec.Struct, frozen=True):
    """Who is said to speak, by which words: `kind` is the cue's class; `medium` names who passes the words on."""

    cue: Run
    kind: str
    speaker: Phrase | None = None
    medium: tuple[Phrase, ...] = ()


def attribution(view: View, run: Run) -> Attribution | None:
    """Return what a stretch of the narrator's words says about who speaks: the first cue in it."""
    found = attributions(view, run)
    return min(found, key=lambda said: said.cue.first) if found else None


def last_attribution(view: View, run: Run) -> Attribution | None:
    """Return the last word that a stretch of the narrator's words says about who speaks."""
    found = attributions(view, run)
    return max(found, key=lambda said: said.cue.first) if found else None


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
        who = subject_of(view, cue, run)
        if who is None or not may_speak(view, who) or told_agency(view, cue, who, run):
            continue
        return relayed(view, run, Attribution(Run(cue, cue + 1), kind_at(view, cue) or "say", who))
    return None


def told_agency(view: View, cue: int, who: Phrase, run: Run) -> bool:
    """Say whether a name is only whom a house told: `сообщили «Вестнику» в мэрии`, `сообщили РИА Новости в МЧС`."""
    several = view.words[cue].feats.get("Number") == "Plur" and who.head > cue
    first = view.words[who.run.first if who.head in view.name_at else who.head]
    agrees = first.feats.get("Number") == "Plur" and first.feats.get("Case") == "Nom"
    return several and not agrees and place_of(view, cue, Run(who.run.stop, run.stop)) is not None


def by_anything(view: View, run: Run) -> Attribution | None:
    """Read `сообщает комплекс строительства`: in an aside whatever is the subject speaks."""
    for cue in cues_in(view, run):
        who = subject_of(view, cue, run)
        if who is not None and kind_at(view, cue) == "say" and who.head > cue:
            return relayed(view, run, Attribution(Run(cue, cue + 1), "say", who))
    return None


def relayed(view: View, run: Run, found: Attribution) -> Attribution:
    """Return the attribution with the speaker whom the link names: `со ссылкой на X`, `ссылаясь на X`."""
    link = linked(view, run)
    if link is None or found.speaker is None:
        return found
    return msgspec.structs.replace(found, speaker=link, medium=(found.speaker,))


def linked(view: View, run: Run) -> Phrase | None:
    """Return whom `со ссылкой на` or `ссылаясь на` names."""
    for index in range(run.first, run.stop - 1):
        word = view.words[index]
        if word.lemma in {"ссылка", "ссылаться", "сославшись", "сослаться"} and view.words[index + 1].text == "на":
            found = nominal_after(view, index + 1, run)
            if found and view.words[found.head].lemma in word_list(view.code or "", "speech_nouns"):
                found = owner_of(view, found.head, run)
            return found if found and may_speak(view, found) else None
    return None


def nominal_after(view: View, index: int, run: Run) -> Phrase | None:
    """Return the phrase that begins behind a word, if its noun comes before any sign or verb."""
    for at in range(index + 1, run.stop):
        word = view.words[at]
        foreign = word.pos == "X" and word.text[0].isupper()
        named = at in view.name_at and word.pos not in {"ADJ", "NUM"}
        if (word.pos in NOMINAL or named or foreign) and not word.text[0].isdigit():
            return whole_phrase(view, at, run)
        if word.pos not in BEFORE_NOUN or word.text in {",", ";", ":"}:
            return None
    return None


def whole_phrase(view: View, noun: int, run: Run) -> Phrase:
    """Return a noun's phrase; of `ряд экспертов` the experts speak."""
    found = phrase_of(view, noun, run)
    if view.words[noun].lemma not in AMOUNTS:
        return found
    counted = nominal_after(view, noun, run)
    return counted if counted and counted.head < found.run.stop else found


def by_relay(view: View, run: Run) -> Attribution | None:
    """Read `цитирует Иванова агентство`, `приводит слова Иванова «Вестник»`."""
    for cue in cues_in(view, run):
        if kind_at(view, cue) != "relay":
            continue
        medium = subject_of(view, cue, run)
        speaker = quoted_one(view, cue, run)
        if speaker is not None:
            if medium is None or medium.head == speaker.head:
                medium = other_name(view, run, speaker)
            media = (medium,) if medium is not None else ()
            return Attribution(Run(cue, cue + 1), "relay", speaker, media)
    return None


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
        if view.words[index].lemma in {"слово", "заявление", "мнение", "высказывание", "комментарий"}:
            return owner_of(view, index, run)
    for at in range(cue + 1, run.stop):
        if view.words[at].pos in {"NOUN", "PROPN"} and accusative(view, at):
            return phrase_of(view, at, run)
    for child in view.children[cue]:
        word = view.words[child]
        if word.rel in {"obj", "iobj"} and run.first <= child < run.stop and word.pos in NOMINAL:
            return phrase_of(view, child, run)
    return None


def accusative(view: View, index: int) -> bool:
    """Say whether a noun stands in the accusative: by the tagger, or because its form can be no nominative."""
    if view.words[index].feats.get("Case") == "Acc":
        return True
    cases = {parse.tag.case for parse in parses(view.words[index].text)}
    return "accs" in cases and "nomn" not in cases


def owner_of(view: View, noun: int, run: Run) -> Phrase | None:
    """Return whose the thing is that a noun names: the genitive behind it, or `его` before it."""
    before = view.words[noun - 1] if noun > run.first else None
    if before is not None and before.text.lower() in {"его", "ее", "её", "их"}:
        return Phrase(Run(noun - 1, noun), noun - 1)
    found = nominal_after(view, noun, run)
    case = view.words[found.head].feats.get("Case") if found else None
    return found if found and case in {"Gen", None, "Acc"} else None


def by_document(view: View, run: Run) -> Attribution | None:
    """Read `говорится в отчёте`, `сообщается в пресс-релизе компании`; the speaker may be missing."""
    for cue in cues_in(view, run):
        if kind_at(view, cue) == "doc":
            return Attribution(Run(cue, cue + 1), "doc", linked(view, run) or place_of(view, cue, run))
    return None


def place_of(view: View, cue: int, run: Run) -> Phrase | None:
    """Return the noun of `в …` or `на …` beside a cue, if it is one that can speak."""
    for at in (*range(max(cue + 1, run.first), run.stop - 1), *range(run.first, min(cue, run.stop))):
        if view.words[at].text.lower() not in {"в", "во", "на"}:
            continue
        found = nominal_after(view, at, run)
        # The tagger often takes the locative for a genitive or a dative, hardly ever for an accusative.
        if found and view.words[found.head].feats.get("Case") != "Acc" and houses(view, found):
            return found
    return None


def houses(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase names an organisation or a document, in which things are said."""
    head = view.words[phrase.head]
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
        where = place_of(view, cue, run)
        if where is not None:
            return Attribution(Run(cue, cue + 1), "say", where)
    return None


def by_wording(view: View, run: Run) -> Attribution | None:
    """Read `по словам Иванова`, `согласно отчёту`, `по его мнению`."""
    for first in begun_in(view, run):
        found = wording_at(view, first, run)
        if found is not None:
            return found
    return None


def wording_at(view: View, first: int, run: Run) -> Attribution | None:
    """Return the attribution by a set phrase that begins at a word."""
    start = view.words[first].text.lower()
    for phrase, case, *rest in wordings(view.code or "").get(start, ()):
        stop = first + phrase.count(" ") + 1
        if rest and vague(view, first, phrase):
            return Attribution(Run(first, first + 3), "wording")
        if owned_wording(view, first, stop, phrase):
            return Attribution(Run(first, stop + 1), "wording", Phrase(Run(first + 1, first + 2), first + 1))
        if stop > run.stop or written(view, first, stop) != phrase:
            continue
        who = whose(view, stop, run, case)
        if who is not None or rest:
            return Attribution(Run(first, stop), "wording", who)
    return None


def vague(view: View, first: int, phrase: str) -> bool:
    """Say whether a set phrase stands here of nobody in particular: `по некоторым сообщениям`."""
    if first + 2 >= len(view.words) or view.words[first + 1].pos not in {"ADJ", "DET"}:
        return False
    return written(view, first, first + 1) + " " + written(view, first + 2, first + 3) == phrase


def written(view: View, first: int, stop: int) -> str:
    """Return words in small letters with single spaces and «е» for «ё»."""
    return " ".join(word.text.lower().replace("ё", "е") for word in view.words[first:stop])


def owned_wording(view: View, first: int, stop: int, phrase: str) -> bool:
    """Say whether a set phrase stands here with `его`, `её`, `их` in the middle: `по его словам`."""
    if stop >= len(view.words) or view.words[first + 1].text.lower() not in {"его", "ее", "её", "их"}:
        return False
    return written(view, first, first + 1) + " " + written(view, first + 2, stop + 1) == phrase


def whose(view: View, stop: int, run: Run, case: str) -> Phrase | None:
    """Return whom a set phrase names behind it, if the case is right or not to be seen."""
    start = stop - 1
    if stop < run.stop and view.words[stop].text == ",":
        start = stop
    found = nominal_after(view, start, run)
    if found is None or (case == "Dat" and not may_speak(view, found)):
        return None
    found = widened(view, found)
    seen = view.words[found.head].feats.get("Case")
    if case == "Dat" and view.words[found.head].lemma in word_list(view.code or "", "statutes"):
        return None
    return found if seen in {case, None} or found.head in view.name_at else None
