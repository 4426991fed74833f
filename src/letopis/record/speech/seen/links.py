"""The narrator's words → an attribution, what his prepositions and genitives link to it, where set phrases begin."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import msgspec

from letopis.language.lists import table, word_list
from letopis.record.speech.seen.cues import cues_in
from letopis.record.speech.seen.doers import may_speak, one_of
from letopis.record.speech.seen.phrases import AMOUNTS, NOMINAL, alive, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View

LONGEST_PARTICIPLE = 10
CITING = frozenset({"ссылаться", "сослаться", "сославшись"})
BEFORE_NOUN = frozenset({"ADJ", "NUM", "DET", "PUNCT", "VERB", "PART", "NOUN"})
OWNERS = frozenset({"его", "ее", "её", "их"})


class Attribution(msgspec.Struct, frozen=True):
    """Who is said to speak, by which words: `kind` is the cue's class; `medium` names who passes the words on."""

    cue: Run
    kind: str
    speaker: Phrase | None = None
    medium: tuple[Phrase, ...] = ()


def relayed(view: View, run: Run, found: Attribution) -> Attribution:
    """Return the attribution with the speaker whom the link names: `со ссылкой на X`, `ссылаясь на X`."""
    link = linked(view, run)
    if link is None or found.speaker is None or another_cites(view, Run(found.cue.stop, link.run.first)):
        return found
    return msgspec.structs.replace(found, speaker=link, medium=(found.speaker,))


def another_cites(view: View, between: Run) -> bool:
    """Say whether a link is another's: `сообщил Рогов, пишет «Вестник» со ссылкой на X`."""
    cues = cues_in(view, between) if between.first < between.stop else ()
    return any(view.words[cue].lemma not in CITING for cue in cues)


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
        if one_of(view, at):
            return whole_phrase(view, at, run)
        if owned_next(view, at, run) or (word.rel == "amod" and at < view.heads[at] < run.stop):
            continue
        foreign = word.pos == "X" and word.text[0].isupper()
        named = at in view.name_at and word.pos not in {"ADJ", "NUM"}
        describes = word.rel in {"acl", "amod"} and view.heads[at] > at and not named
        if (word.pos in NOMINAL or named or foreign) and not word.text[0].isdigit() and not describes:
            return whole_phrase(view, at, run)
        if word.pos not in BEFORE_NOUN or word.text in {",", ";", ":"}:
            break
    far = beyond_participle(view, index, run)
    found = whole_phrase(view, far, run) if far is not None else None
    living = found is not None and alive(view.words[found.head])
    return Phrase(Run(index + 1, found.run.stop), found.head) if found and living else found


def beyond_participle(view: View, index: int, run: Run) -> int | None:
    """Return the noun behind a participle and all that belongs to it: `согласно изданному в мае указу`."""
    owners = (at for at in view.children[index] if view.words[at].rel == "nmod")
    first, noun = index + 1, view.heads[index] if view.words[index].rel == "case" else next(owners, -1)
    if not first < noun < min(run.stop, index + LONGEST_PARTICIPLE):
        return None
    between = view.words[first:noun]
    signs = any(word.text in {",", ";", ":", "(", ")"} or word.feats.get("VerbForm") == "Fin" for word in between)
    led = view.heads[first] == noun and view.words[first].rel in {"acl", "amod"}
    return noun if led and not signs and view.words[noun].pos in NOMINAL else None


def owned_next(view: View, at: int, run: Run) -> bool:
    """Say whether a word only tells whose the next is: `по словам его адвоката`, `по мнению её старшей сестры`."""
    follows = view.words[at + 1].pos if at + 1 < run.stop else None
    return view.words[at].text.lower() in OWNERS and follows in {"NOUN", "ADJ"} and at + 1 not in view.name_at


def whole_phrase(view: View, noun: int, run: Run) -> Phrase:
    """Return a noun's phrase; of `ряд экспертов` the experts speak."""
    found = phrase_of(view, noun, run)
    if view.words[noun].lemma not in AMOUNTS:
        return found
    counted = nominal_after(view, noun, run)
    return counted if counted and counted.head < found.run.stop else found


def owner_of(view: View, noun: int, run: Run) -> Phrase | None:
    """Return whose the thing is that a noun names: the genitive behind it, or `его` before it."""
    before = view.words[noun - 1] if noun > run.first else None
    if before is not None and before.text.lower() in OWNERS:
        return Phrase(Run(noun - 1, noun), noun - 1)
    found = nominal_after(view, noun, run)
    case = view.words[found.head].feats.get("Case") if found else None
    return found if found and case in {"Gen", None, "Acc"} else None


@cache
def wordings(code: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the set phrases that name a speaker, by their first word; what stands with «по» stands with «согласно»."""
    found: dict[str, list[tuple[str, ...]]] = {}
    listed = table(code, "attributions")
    formal = [(row[0].replace("по ", "согласно ", 1), *row[1:]) for row in listed if row[0].startswith("по ")]
    for row in (*formal, *listed):
        found.setdefault(row[0].split()[0], []).append(row)
    return found


def begun_in(view: View, run: Run) -> Iterator[int]:
    """Yield the words of a run with which a set phrase may begin."""
    if view.wordings is None:
        known = wordings(view.code or "")
        view.wordings = tuple(index for index, word in enumerate(view.words) if word.text.lower() in known)
    return iter(view.wordings[bisect_left(view.wordings, run.first) : bisect_left(view.wordings, run.stop)])
