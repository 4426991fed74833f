"""Words of speech → what the speaker said and what the narrator put in between («Мы, — сказал он, — готовы»)."""

from collections.abc import Iterator

import msgspec

from letopis.language.lists import word_list
from letopis.record.speech.seen.cues import kind_at
from letopis.record.speech.seen.doers import may_speak, subject_of
from letopis.record.speech.seen.links import Attribution, nominal_after, owner_of
from letopis.record.speech.seen.phrases import alive
from letopis.record.speech.seen.view import Phrase, Run, View, is_dash, is_finite
from letopis.record.speech.who.attributions import OWN_WORDS, attribution

BEFORE_INSERTION = frozenset({",", "!", "?", "…", "...", ".", "!..", "?..", "»", '"', "”", "?!"})
BEHIND_INSERTION = BEFORE_INSERTION | {":"}
SENTENCE_ENDS = frozenset({".", "!", "?", "…", "..."})
NEAR = 5
LONGEST_DEED = 8
LONGEST_SIGN = 6
EDITORS = frozenset({"прим", "примечание", "ред", "авт", "примеч"})
NEAREST_NAME = 4


class Spoken(msgspec.Struct, frozen=True):
    """Speech cut into the speaker's own words and the narrator's."""

    words: tuple[Run, ...]
    said: tuple[tuple[Run, Attribution], ...]


def spoken(view: View, run: Run) -> Spoken:
    """Cut the narrator's insertions out of a stretch of speech."""
    words, said = [], []
    at = run.first
    for insertion, found in insertions(view, run):
        words.append(Run(at, insertion.first))
        said.append((insertion, found))
        at = insertion.stop
    words.append(Run(at, run.stop))
    own = (piece for stretch in words for piece in without_notes(view, stretch))
    return Spoken(tuple(piece for piece in own if piece.first < piece.stop), tuple(said))


def without_notes(view: View, run: Run) -> Iterator[Run]:
    """Yield speech without what an editor notes in it: `он (законопроект — прим.) готов`, `она (бумага. — А. К.)`."""
    at = run.first
    for note in notes(view, run):
        yield Run(at, note.first)
        at = note.stop
    yield Run(at, run.stop)


def notes(view: View, run: Run) -> Iterator[Run]:
    """Yield the brackets in which an editor notes something."""
    opened = None
    for at in range(run.first, run.stop):
        if view.words[at].text == "(":
            opened = at
        elif view.words[at].text == ")" and opened is not None:
            if noted(view, Run(opened + 1, at)):
                yield Run(opened, at + 1)
            opened = None


def noted(view: View, inside: Run) -> bool:
    """Say whether brackets end with a dash and an editor's sign: a word cut short, or initials."""
    near = range(inside.stop - 1, max(inside.first, inside.stop - LONGEST_SIGN), -1)
    dash = next((at for at in near if is_dash(view.words[at])), None)
    sign = [word.text for word in view.words[dash + 1 : inside.stop] if word.text != "."] if dash is not None else []
    return bool(sign) and (sign[0].lower() in EDITORS or all(word.isupper() for word in sign))


def insertions(view: View, run: Run) -> Iterator[tuple[Run, Attribution]]:
    """Yield the narrator's insertions: from one dash to the next, or to the end."""
    at = run.first + 1
    while at < run.stop - 1:
        if not (is_dash(view.words[at]) and view.words[at - 1].text in BEFORE_INSERTION):
            at += 1
            continue
        insertion = Run(at, insertion_stop(view, at + 1, run.stop))
        found = narrator(view, Run(at + 1, insertion.stop))
        if found is not None:
            yield insertion, found
            at = insertion.stop
        at += 1


def insertion_stop(view: View, first: int, stop: int) -> int:
    """Return where an insertion ends: behind the next dash that follows a comma or a full stop, or at the end."""
    for at in range(first, stop):
        if is_dash(view.words[at]) and view.words[at - 1].text in BEHIND_INSERTION:
            return at + 1
    return stop


def narrator(view: View, run: Run) -> Attribution | None:
    """Return what an insertion says about the speaker; None where it is no insertion but the speech going on."""
    first = sentence_in(view, run)
    if first.first >= first.stop:
        return None
    if not any(kind_at(view, at) for at in range(first.first, min(first.first + NEAR, first.stop))):
        return by_any_verb(view, first) or by_deed(view, run, first)
    return attribution(view, first)


def by_deed(view: View, run: Run, sentence: Run) -> Attribution | None:
    """Read `— Иванов улыбается. —`: between two dashes a person does something while he speaks."""
    near = range(run.first, min(run.first + NEAREST_NAME, run.stop))
    titled = alive(view.words[run.first]) and any(at in view.person_at for at in near)
    name = titled or run.first in view.person_at or view.words[run.first].lemma in {"он", "она"}
    if not name or not is_dash(view.words[run.stop - 1]) or sentence.stop - sentence.first > LONGEST_DEED:
        return None
    verb = next((at for at in range(sentence.first, sentence.stop) if view.words[at].pos == "VERB"), None)
    who = subject_of(view, verb, sentence) if verb is not None else None
    return Attribution(Run(run.first, run.first), "deed", who) if who and person_like(view, who) else None


def behind_dash(view: View, run: Run) -> Attribution | None:
    """Read what only behind a dash says that somebody speaks: any verb of a person, or a noun for his words."""
    return by_any_verb(view, run) or by_words(view, run)


def by_words(view: View, run: Run) -> Attribution | None:
    """Read `— слова Иванова`, `— такой комментарий дал Иванов`, `— таково мнение эксперта`."""
    nouns = word_list(view.code or "", "speech_nouns") | OWN_WORDS
    noun = next((at for at in range(run.first, min(run.first + NEAR, run.stop)) if view.words[at].lemma in nouns), None)
    if noun is None:
        return None
    who = answers(view, noun, run) or owner_of(view, noun, run)
    if who is None or not may_speak(view, who):
        who = has_words(view, noun, run) or utters(view, noun, run)
    return Attribution(Run(noun, noun + 1), "words", who) if who is not None and may_speak(view, who) else None


def answers(view: View, noun: int, run: Run) -> Phrase | None:
    """Return who does something about another's words: `Иванов возмутился словами мэра`, `не согласен со словами`."""
    verb = view.heads[noun]
    out_of = any(view.words[at].text.lower() == "из" for at in view.children[noun])
    if view.words[noun].rel != "obl" or out_of or not run.first <= verb < run.stop or owner_of(view, noun, run) is None:
        return None
    who = subject_of(view, verb, run)
    return who if who is not None and person_like(view, who) else None


def utters(view: View, noun: int, run: Run) -> Phrase | None:
    """Return who utters what a noun means: `такой комментарий дал Иванов`, `такими словами начал встречу Иванов`."""
    uttering = word_list(view.code or "", "uttering")
    anyhow = view.words[noun].feats.get("Case") == "Ins"
    verbs = (at for at in range(run.first, run.stop) if view.words[at].pos == "VERB" and is_finite(view.words[at]))
    verb = next((at for at in verbs if anyhow or view.words[at].lemma in uttering), None)
    return subject_of(view, verb, run) if verb is not None else None


def has_words(view: View, noun: int, run: Run) -> Phrase | None:
    """Return who has what a noun means: `у Иванова другое мнение`."""
    at = next((at for at in range(run.first, noun) if view.words[at].text.lower() == "у"), None)
    return nominal_after(view, at, Run(run.first, noun)) if at is not None else None


def by_any_verb(view: View, run: Run) -> Attribution | None:
    """Read `— подхватывает его заместитель`: behind a dash any verb may bring in a speaker who is a person."""
    word = view.words[run.first]
    if word.feats.get("VerbForm") != "Fin" or word.feats.get("Person") in {"1", "2"}:
        return None
    who = subject_of(view, run.first, run)
    if who is None or who.head < run.first or not person_like(view, who):
        return None
    return Attribution(Run(run.first, run.first + 1), "say", who)


def person_like(view: View, who: Phrase) -> bool:
    """Say whether a phrase names a person, by name, by a noun for living beings or by a pronoun."""
    word = view.words[who.head]
    return who.head in view.person_at or word.lemma in {"он", "она", "они"} or (word.pos == "NOUN" and alive(word))


def sentence_in(view: View, run: Run) -> Run:
    """Return the run up to the first full stop."""
    for at in range(run.first, run.stop):
        if view.words[at].text in SENTENCE_ENDS:
            return Run(run.first, at)
    return run
