"""A cue, or a noun for words → who says what is told by it."""

import msgspec

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.record.speech.seen.cues import kind_at
from letopis.record.speech.seen.doers import may_speak, spoken_for, subject_of
from letopis.record.speech.seen.links import Attribution, owner_of, relayed
from letopis.record.speech.seen.phrases import NOMINAL, hung_on
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.attributions import attribution, attributions, told_agency
from letopis.record.speech.who.insertions import has_words

LONGEST_ASIDE = 40


def sayer(view: View, cue: int, lead: Run, sentence: Run) -> Attribution | None:
    """Return who says what a cue reports; an impersonal cue may have nobody."""
    kind = kind_at(view, cue) or "say"
    if kind in {"doc", "in"}:
        return at_cue(view, cue, lead)
    who = subject_of(view, cue, sentence)
    if who is not None and told_agency(view, cue, who, lead):
        return at_cue(view, cue, lead)
    if who is not None and view.words[who.head].lemma in word_list(view.code or "", "statutes"):
        return None
    announces = view.words[cue].lemma in word_list(view.code or "", "announcing")
    if who is not None and (announces or may_speak(view, who)):
        return relayed(view, lead, Attribution(Run(cue, cue + 1), kind, who))
    if who is None:
        return at_cue(view, cue, lead)
    return None


def said_on(view: View, cue: int, before: Attribution | None) -> Attribution | None:
    """Return who goes on: `Мэр заявил, что мост цел, и сообщил, что он открыт`, a verb in the form of the last one."""
    if before is None and view.words[cue].feats.get("VerbForm") == "Conv":
        before = attribution(view, Run(view.sentence_at(cue).first, cue))
        return before and msgspec.structs.replace(before, cue=Run(cue, cue + 1))
    if before is not None and view.words[cue].feats.get("VerbForm") == "Conv" and view.words[cue - 1].text == ",":
        return msgspec.structs.replace(before, cue=Run(cue, cue + 1))
    if before is None or view.words[cue - 1].text.lower() not in {"и", "также", "но"}:
        return None
    one, other = view.words[cue].feats, view.words[before.cue.first].feats
    same = all(one.get(name) == other.get(name) for name in ("VerbForm", "Number", "Gender", "Tense"))
    return msgspec.structs.replace(before, cue=Run(cue, cue + 1)) if same else None


def they_say(view: View, cue: int, sentence: Run) -> Attribution | None:
    """Return that who was named before speaks: `Говорят, что мост закроют`, `Также заявлял, что рад`.

    One person is meant by a verb in the past that tells his gender; nothing but small words stands before it.
    """
    feats = view.words[cue].feats
    one = feats.get("Gender") in {"Masc", "Fem"} and feats.get("Number") == "Sing"
    first = cue == sentence.first or (one and all(map(leads_in, view.words[sentence.first : cue])))
    if feats.get("VerbForm") != "Fin" or not (one or feats.get("Number") == "Plur") or not first or sentence.first == 0:
        return None
    return Attribution(Run(cue, cue + 1), "say", Phrase(Run(cue, cue + 1), cue))


def leads_in(word: Word) -> bool:
    """Say whether a word may stand before a verb whose subject is left out: `Также`, `При этом`, `Кроме того`."""
    return word.pos in {"ADV", "PART", "ADP", "PUNCT", "CCONJ"} or word.text.lower() in {"этом", "того"}


def at_cue(view: View, cue: int, lead: Run) -> Attribution | None:
    """Return what the words around a cue say about who speaks by it."""
    nearby = Run(max(lead.first, cue - LONGEST_ASIDE), lead.stop)
    return next((said for said in attributions(view, nearby) if said.cue.first == cue), None)


def owner(view: View, noun: int, lead: Run) -> Attribution | None:
    """Return whose words a noun means: the genitive behind it, else the subject of the verb that takes it."""
    who = owner_of(view, noun, lead)
    if who is not None and may_speak(view, who):
        return Attribution(Run(noun, noun + 1), "words", who)
    verb = view.heads[noun]
    utters = verb >= 0 and view.words[verb].lemma in word_list(view.code or "", "uttering")
    who = uttered_by(view, verb, lead) if utters else has_words(view, noun, lead)
    return Attribution(Run(verb, noun + 1) if verb < noun else Run(noun, noun + 1), "words", who) if who else None


def uttered_by(view: View, verb: int, lead: Run) -> Phrase | None:
    """Return who does what a verb says, or whom its participle describes: `депутат, выразивший надежду, что`."""
    described = verb
    while described >= 0 and view.words[described].feats.get("VerbForm") == "Part":
        described = view.heads[described]
    return spoken_for(view, described) if 0 <= described != verb else subject_of(view, verb, lead)


def noun_before(view: View, comma: int) -> Phrase | None:
    """Return the phrase that ends before a comma, which «который» behind it means: `врач, по словам которого …`."""
    head = hung_on(view, comma - 1, frozenset({"flat:name", "flat", "appos", "nmod", "punct"}))
    return spoken_for(view, head) if head < comma and view.words[head].pos in NOMINAL else None
