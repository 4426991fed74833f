"""Sentences that point at words told elsewhere → reported speech: S4, and the clause told before its cue (C4)."""

from collections.abc import Callable, Iterator

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.record.speech.rules.found import Found, reported
from letopis.record.speech.seen.clauses import closed, that_at
from letopis.record.speech.seen.cues import cues_in, kind_at
from letopis.record.speech.seen.doers import may_speak, subject_of
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.utterances import SENTENCE_ENDS
from letopis.record.speech.seen.view import Run, View, is_finite
from letopis.record.speech.who.attributions import attribution, place_of
from letopis.record.speech.who.insertions import by_words, utters

Rule = Callable[[View, Run], "Iterator[Found]"]
NEAR = 6
FAR = 40
FEW = 3
LONGEST_POINTER = 4
SIGNS = frozenset({",", "—", "–", "-"})
LED_BACK = frozenset({"именно", "к", "с", "такой", "такое", "такую", "таким", "такого"})
POINTING = frozenset({"такой", "этот", "данный", "соответствующий"})
THUS = frozenset({"таково", "такова", "таков", "таковы"})
HOLDING = "содержаться"
REACHING = frozenset({"прийти", "приходить", "склоняться", "склониться"})
OPENERS = (("о", "том", ",", "что"), ("то", ",", "что"), ("тот", "факт", ",", "что"))


def about_this(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Об этом сообщил Иванов`: it speaks of the sentence before."""
    said = pointed(view, sentence)
    before = telling_before(view, sentence.first) if said is not None else None
    if said is not None and before is not None and not announced(view, before, said):
        yield reported(view, (closed(view, before),), said, "about_this")


def that_before(view: View, sentence: Run) -> Iterator[Found]:
    """Find `О том, что мост закроют, сообщил министр`."""
    first = opened(view, sentence)
    if first is None:
        return
    cues = sorted(cues_in(view, Run(first, sentence.stop)), key=lambda cue: (view.words[cue].rel != "root", -cue))
    for cue in cues:
        comma = next((at for at in range(cue - 1, max(first, cue - NEAR), -1) if view.words[at].text == ","), None)
        said = attribution(view, Run(comma, sentence.stop)) if comma is not None and kind_at(view, cue) else None
        if comma is not None and said is not None and any(map(is_finite, view.words[first:comma])):
            yield reported(view, (closed(view, Run(first, comma)),), said, "that_before")
            return


def pointed_at_end(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Мост нужен, к такому выводу пришли учёные` and `Мост нужен — с таким заявлением выступил Иванов`."""
    for sign in range(sentence.first + 1, sentence.stop - LONGEST_POINTER):
        rest = Run(sign + 1, sentence.stop)
        if view.words[sign].text not in SIGNS or view.words[sign + 1].text.lower() not in LED_BACK:
            continue
        said = pointed(view, rest)
        if said is not None:
            yield reported(view, (closed(view, Run(sentence.first, sign)),), said, "pointed_at_end")


def told_of_this(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Мост готов. Иванов рассказал об этом на своей странице`: nothing else happens in the sentence."""
    cue = next((at for at in range(sentence.first, sentence.stop) if view.words[at].pos == "VERB"), sentence.first)
    this = range(cue + 1, min(cue + FEW, sentence.stop - 1))
    about = next((at + 1 for at in this if view.words[at].text == "об" and view.words[at + 1].text == "этом"), cue)
    if view.words[about].pos != "PRON" or kind_at(view, cue) != "say" or view.words[sentence.stop - 1].text == ":":
        return
    opener = that_at(view, cue, sentence.stop)
    if opener is not None and view.words[opener].text == "что":
        return
    who, before = subject_of(view, cue, sentence), telling_before(view, sentence.first)
    if who is None or before is None or not may_speak(view, who):
        return
    said = Attribution(Run(cue, cue + 1), "say", who)
    if not announced(view, before, said):
        yield reported(view, (closed(view, before),), said, "about_this")


RULES: tuple[Rule, ...] = (about_this, told_of_this, that_before, pointed_at_end)


def announced(view: View, before: Run, said: Attribution) -> bool:
    """Say whether `об этом он сказал` only speaks of a saying told already: `Иванов сообщил о разводе`."""
    if said.speaker is None or view.words[said.speaker.head].pos != "PRON":
        return False
    return any(view.words[cue].rel == "root" and kind_at(view, cue) == "say" for cue in cues_in(view, before))


def telling_before(view: View, first: int) -> Run | None:
    """Return the last sentence before a place that tells something; a caption or a name between them does not."""
    for _ in range(FEW):
        if first <= 0:
            return None
        sentence = view.sentence_at(first - 1)
        signed = view.words[sentence.stop - 1].text in SENTENCE_ENDS
        if signed or any(map(is_finite, view.words[sentence.first : sentence.stop])):
            return sentence
        first = sentence.first
    return None


def pointed(view: View, sentence: Run) -> Attribution | None:
    """Return who says what the sentence before tells, if this one begins by pointing back at it."""
    pointer = pointer_at(view, sentence)
    if pointer is None:
        return by_words(view, sentence) if view.words[sentence.first].text.lower() in THUS else None
    rest = Run(behind_aside(view, pointer, sentence), sentence.stop)
    if rest.first < rest.stop and (view.words[rest.first].text == "," or belongs(view, sentence.first, pointer)):
        return None
    said = reached(view, rest) if concluded(view, rest) else attribution(view, rest) or uttered(view, sentence, rest)
    said = said or contained(view, rest)
    if said is None or said.kind == "wording" or any(map(is_finite, view.words[rest.first : said.cue.first])):
        return None
    near = FAR if view.words[sentence.first].text.lower() == "об" else NEAR
    told = that_at(view, said.cue.first, sentence.stop) is not None
    return said if said.cue.first - rest.first <= near and not told else None


def belongs(view: View, first: int, pointer: int) -> bool:
    """Say whether a pointer is only the beginning of a phrase: `в этом году`, `на это время`, `информацию о море`."""
    after = view.words[pointer]
    noun = after.pos in {"NOUN", "ADJ", "DET", "NUM"} and view.words[pointer - 1].lemma in {"это", "этот"}
    noun = noun and "Case" in after.feats and view.words[first].text.lower() in {"в", "на"}
    told = pointer == first + 1 and after.pos == "ADP" and view.words[first].pos == "NOUN"
    return noun or told


def contained(view: View, rest: Run) -> Attribution | None:
    """Return the text that contains what a sentence points back at: `Такие данные содержатся в отчёте`."""
    first = rest.first
    if first >= rest.stop or view.words[first].lemma != HOLDING:
        return None
    who = place_of(view, first, rest)
    return Attribution(Run(first, first + 1), "doc", who) if who is not None else None


def uttered(view: View, sentence: Run, rest: Run) -> Attribution | None:
    """Return who utters what a pointer's own noun means: `Такое заявление сделал Иванов`."""
    noun = next((at for at in range(sentence.first, rest.first) if view.words[at].pos == "NOUN"), None)
    who = utters(view, noun, rest) if noun is not None else None
    if rest.first >= rest.stop:
        return None
    if who is None and noun is not None and view.words[rest.first].lemma in word_list(view.code or "", "uttering"):
        who = place_of(view, rest.first, rest)
    return (
        Attribution(Run(rest.first, rest.first + 1), "words", who) if who is not None and may_speak(view, who) else None
    )


def concluded(view: View, rest: Run) -> bool:
    """Say whether a pointer is followed by a verb of reaching: `К такому выводу пришли учёные`."""
    near = view.words[rest.first : min(rest.first + LONGEST_POINTER, rest.stop)]
    return any(word.lemma in REACHING for word in near)


def reached(view: View, rest: Run) -> Attribution | None:
    """Return who has come to the conclusion that a sentence points back at."""
    near = range(rest.first, min(rest.first + LONGEST_POINTER, rest.stop))
    verb = next(at for at in near if view.words[at].lemma in REACHING)
    who = subject_of(view, verb, rest)
    return Attribution(Run(verb, verb + 1), "say", who) if who is not None and may_speak(view, who) else None


def pointer_at(view: View, sentence: Run) -> int | None:
    """Return where the words end with which a sentence points back at the one before it."""
    if view.words[sentence.first].text.lower() == "именно":
        sentence = Run(sentence.first + 1, sentence.stop)
    words = view.words[sentence.first : min(sentence.first + LONGEST_POINTER + 1, sentence.stop)]
    known = word_list(view.code or "", "pointers")
    for length in range(len(words), 0, -1):
        said = [word.text.lower() for word in words[:length]]
        bare = [word.text.lower() for word in words[:length] if not passed_over(word)]
        if " ".join(said) in known or " ".join(bare) in known:
            return sentence.first + length
    return None


def passed_over(word: Word) -> bool:
    """Say whether a word in a pointer does not matter: an adjective that describes its noun, and points at nothing."""
    return word.pos == "ADJ" and word.feats.get("Variant") != "Short" and word.lemma not in POINTING


def behind_aside(view: View, at: int, sentence: Run) -> int:
    """Return where a sentence goes on behind an aside: `Об этом, как пишет «Вестник», рассказал Иванов`."""
    if at + 1 >= sentence.stop or view.words[at].text != "," or view.words[at + 1].text.lower() != "как":
        return at
    return next((to + 1 for to in range(at + 1, sentence.stop) if view.words[to].text == ","), at)


def opened(view: View, sentence: Run) -> int | None:
    """Return where the clause begins that a sentence tells before it says who told it."""
    words = tuple(word.text.lower() for word in view.words[sentence.first : sentence.first + LONGEST_POINTER])
    length = next((len(opener) for opener in OPENERS if words[: len(opener)] == opener), None)
    return None if length is None else sentence.first + length
