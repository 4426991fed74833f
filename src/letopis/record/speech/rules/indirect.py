"""Sentences → reported speech without marks: patterns C1–C8, S1, S2, S4, S5, each a short rule over one sentence."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from letopis.language.lists import word_list
from letopis.record.speech.rules import pointing
from letopis.record.speech.rules.found import Found, reported
from letopis.record.speech.seen.clauses import closed, content, content_stop, that_at
from letopis.record.speech.seen.cues import cues_in, kind_at, verbs
from letopis.record.speech.seen.doers import may_speak, spoken_for
from letopis.record.speech.seen.links import Attribution, begun_in, nominal_after, owner_of, relayed
from letopis.record.speech.seen.utterances import SENTENCE_ENDS
from letopis.record.speech.seen.view import Run, View, is_dash, is_finite
from letopis.record.speech.who.attributions import attribution, by_anything
from letopis.record.speech.who.insertions import person_like
from letopis.record.speech.who.sayers import LONGEST_ASIDE, noun_before, owner, said_on, sayer, they_say
from letopis.record.speech.who.set_phrases import wording_at
from letopis.record.speech.who.spoken_asides import (
    around,
    aside_stop,
    aside_stops,
    behind_joined,
    behind_origin,
    tells,
)

Rule = Callable[[View, Run], "Iterator[Found]"]
NEAR = 6
NEAR_ASIDE = 3
LONGEST_TIME = 6
LONGEST_POINTER = 12
BESIDE_VERB = frozenset({"этом", "чем", "чём", "не"})
FOLLOWING = frozenset({"следовать", "вытекать", "явствовать"})
LONGEST_SOURCE = 12
QUOTES = frozenset('«"“„')
BEFORE_AS = frozenset({"и", "а", "но", "однако", "впрочем"})
# `после того, как`, `перед тем, как`: a time and no aside.
BEFORE_WHEN = frozenset({"после того", "до того", "с того", "перед тем"})
ASIDE_SIGNS = frozenset({",", "(", "—", "–", "-"})


def that_clause(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Министр сообщил, что мост откроют` and `рассказал, как его строили`."""
    last: Attribution | None = None
    for cue in cues_in(view, sentence):
        kind = kind_at(view, cue)
        opener = that_at(view, cue, sentence.stop)
        if opener is None or kind in {"relay", "ask", "bid"} or not asks(view, opener, cue):
            continue
        if kind == "call" and [word.text.lower() for word in view.words[opener - 3 : opener - 1]] != ["в", "том"]:
            continue
        lead = Run(sentence.first, opener - 1)
        last = sayer(view, cue, lead, sentence) or said_on(view, cue, last) or they_say(view, cue, sentence)
        if last is not None:
            yield reported(view, (content(view, cue, opener, sentence.stop),), last, "that_clause")


def colon_clause(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Министр предупредил: мост закроют`, a colon where others write «что»."""
    colon = next((at for at in range(sentence.first, sentence.stop) if view.words[at].text == ":"), None)
    if (
        colon is None
        or colon + 2 >= sentence.stop
        or view.words[colon + 1].text in QUOTES
        or is_dash(view.words[colon + 1])
    ):
        return
    rest = closed(view, Run(colon + 1, content_stop(view, -2, colon + 1, sentence.stop)))
    led_on = kind_at(view, colon - 1) == "say" and rest.stop - rest.first > NEAR_ASIDE
    if not led_on and not any(map(is_finite, view.words[rest.first : rest.stop])):
        return
    for cue in cues_in(view, Run(max(sentence.first, colon - NEAR), colon)):
        said = sayer(view, cue, Run(sentence.first, colon), sentence)
        if said is not None and (kind_at(view, cue) == "say" or cue == colon - 1):
            yield reported(view, (rest,), said, "colon_clause")
            return


def words_that(view: View, sentence: Run) -> Iterator[Found]:
    """Find `слова Иванова о том, что мост готов` and `выразил уверенность, что`."""
    for at in range(sentence.first, sentence.stop):
        if view.words[at].lemma not in word_list(view.code or "", "speech_nouns"):
            continue
        opener = that_at(view, at, sentence.stop)
        if opener is None or view.words[opener].text.lower() != "что":
            continue
        said = owner(view, at, Run(sentence.first, opener - 1))
        if said is not None:
            yield reported(view, (content(view, said.cue.first, opener, sentence.stop),), said, "words_that")


def participle_that(view: View, sentence: Run) -> Iterator[Found]:
    """Find `министр, заявивший, что мост цел`."""
    for at in range(sentence.first, sentence.stop):
        word = view.words[at]
        if word.feats.get("VerbForm") != "Part" or verbs(view.code or "").get(word.lemma) not in {"say", "think"}:
            continue
        opener = that_at(view, at, sentence.stop)
        noun = view.heads[at] if word.feats.get("Voice") != "Pass" and word.rel in {"acl", "amod"} else -1
        if opener is not None and noun >= 0 and person_like(view, who := spoken_for(view, noun)):
            said = Attribution(Run(at, at + 1), "say", who)
            yield reported(view, (content(view, at, opener, sentence.stop),), said, "participle_that")


def follows_from(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Из слов Иванова следует, что мост готов` and `Из отчёта вытекает, что`."""
    at = next((at for at in range(sentence.first, sentence.stop - 1) if view.words[at].text.lower() == "из"), None)
    near = range(at or 0, min((at or 0) + LONGEST_SOURCE, sentence.stop))
    verb = next((to for to in near if view.words[to].lemma in FOLLOWING), None)
    opener = that_at(view, verb, sentence.stop) if verb is not None else None
    source = nominal_after(view, at, Run(at, verb)) if at is not None and verb is not None else None
    if verb is None or opener is None or source is None:
        return
    words = view.words[source.head].lemma in word_list(view.code or "", "speech_nouns")
    who = owner_of(view, source.head, sentence) if words else source
    if who is not None and (may_speak(view, who)):
        said = Attribution(Run(verb, verb + 1), "words", who)
        yield reported(view, (content(view, verb, opener, sentence.stop),), said, "follows_from")


def wording(view: View, sentence: Run) -> Iterator[Found]:
    """Find `По словам Иванова, мост готов`, at the beginning, in the middle or at the end."""
    places = [at for at in begun_in(view, sentence) if wording_at(view, at, sentence)]
    places = [at for at in places if at == places[0] or view.words[at - 1].text in {",", ";", "а", "и", "но"}]
    for at, after in pairwise([*places, sentence.stop]):
        said = wording_at(view, at, sentence)
        whole = at == places[0] and (at == sentence.first or view.words[at - 1].text not in SENTENCE_ENDS)
        reach = Run(sentence.first if whole else at, after)
        if said is not None and said.speaker and view.words[said.speaker.head].lemma == "который":
            reach = Run(at, relative_stop(view, Run(said.cue.stop, after)))
            said = Attribution(Run(at, said.speaker.run.stop), said.kind, noun_before(view, at - 1))
        if said is not None:
            rest, reach = within_brackets(view, at, said) or (Run(at, reach.stop), reach)
            aside, content = told_around(view, rest, reach, said)
            yield reported(view, content, relayed(view, aside, said), "wording")


def relative_stop(view: View, run: Run) -> int:
    """Return the comma at which a relative clause ends and its sentence's own verb follows."""
    verbs_behind = [at for at in range(run.first, run.stop) if is_finite(view.words[at])]
    root = next((at for at in verbs_behind[1:] if view.words[at].rel == "root"), run.stop)
    commas = (at for at in range(root - 1, run.first, -1) if view.words[at].text == ",")
    return next(commas, run.stop) if root < run.stop else run.stop


def within_brackets(view: View, at: int, said: Attribution) -> tuple[Run, Run] | None:
    """Return the words in brackets that begin with a set phrase and tell what it attributes: `(по его словам, …)`."""
    if view.words[at - 1].text != "(":
        return None
    close = next((to for to in range(at, min(at + LONGEST_ASIDE, len(view.words))) if view.words[to].text == ")"), at)
    last = max(said.cue.stop, said.speaker.run.stop if said.speaker else 0)
    inside = Run(at, close)
    return (inside, inside) if any(map(is_finite, view.words[last:close])) else None


def told_around(view: View, rest: Run, reach: Run, said: Attribution) -> tuple[Run, tuple[Run, ...]]:
    """Return an aside that begins a stretch, as far as it describes its speaker, and the words it speaks of."""
    last = max(said.cue.stop, said.speaker.run.stop if said.speaker else 0)
    last = behind_joined(view, said, last, rest)
    while last < rest.stop and view.words[last].text == "'":
        last += 1
    last = behind_origin(view, last, rest.stop)
    stops = aside_stops(view, last, rest) if comma_at(view, last) else []
    asides = [Run(rest.first, stop) for stop in (last, *stops)]
    told = [(aside, content) for aside in reversed(asides) if (content := around(view, reach, aside))]
    return told[0] if told else (asides[-1], ())


def as_said(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Как сообщает Иванов, мост готов` and `Мост, как отмечают эксперты, готов`."""
    for cue in cues_in(view, sentence):
        first = cue - 1
        while first > sentence.first and cue - first <= NEAR_ASIDE and view.words[first].text.lower() != "как":
            first -= 1
        if first < sentence.first or view.words[first].text.lower() != "как" or not begins(view, first, sentence):
            continue
        yield from aside_of(view, Run(first, sentence.stop), sentence, "as_said")


def said_at_end(view: View, sentence: Run) -> Iterator[Found]:
    """Find `Мост откроют весной, передаёт «Вестник»` and the same in the middle."""
    for cue in cues_in(view, sentence):
        start = aside_start(view, cue, sentence)
        if start is None or that_at(view, cue, sentence.stop) is not None:
            continue
        if view.words[cue].feats.get("VerbForm") != "Conv":
            yield from aside_of(view, Run(cue, sentence.stop), Run(sentence.first, sentence.stop), "said_at_end", start)


RULES: tuple[Rule, ...] = (
    that_clause,
    colon_clause,
    words_that,
    participle_that,
    follows_from,
    *pointing.RULES,
    as_said,
    wording,
    said_at_end,
)


def asks(view: View, opener: int, cue: int) -> bool:
    """Say whether a cue may report what its clause opens with: only verbs of telling go with a question."""
    if view.words[opener].text.lower() in {"что", "будто", "якобы"}:
        return True
    return view.words[cue].lemma in word_list(view.code or "", "telling")


def comma_at(view: View, index: int) -> bool:
    """Say whether a comma or a dash stands at a place, so that an aside ends only at the next."""
    return index < len(view.words) and (view.words[index].text == "," or is_dash(view.words[index]))


def begins(view: View, index: int, sentence: Run) -> bool:
    """Say whether a word begins its sentence or stands behind a comma, a bracket, a joiner."""
    before = view.words[index - 1].text
    if before == "," and " ".join(word.text.lower() for word in view.words[index - 3 : index - 1]) in BEFORE_WHEN:
        return False
    return index == sentence.first or before in ASIDE_SIGNS or before.lower() in BEFORE_AS


def aside_start(view: View, cue: int, sentence: Run) -> int | None:
    """Return where an aside begins that holds a cue: at a sign, with no more than a time or «об этом» in between."""
    at = cue
    while at > sentence.first + 1 and cue - at < LONGEST_TIME and tells_when(view, at - 1):
        at -= 1
    if at - 1 > sentence.first and view.words[at - 1].text in ASIDE_SIGNS:
        return at
    near = range(cue - 1, max(sentence.first + 1, cue - LONGEST_POINTER), -1)
    return next((to for to in near if points_back(view, to) and view.words[to - 1].text in {*ASIDE_SIGNS, ":"}), None)


def points_back(view: View, index: int) -> bool:
    """Say whether `об этом` begins at a word."""
    return view.words[index].text.lower() == "об" and view.words[index + 1].text.lower() == "этом"


def tells_when(view: View, index: int) -> bool:
    """Say whether a word may stand between an aside's comma and its verb: `…, в среду сообщил мэр`."""
    word = view.words[index]
    if word.pos in {"ADV", "ADP", "NUM"} or word.text[0].isdigit() or word.text.lower() in BESIDE_VERB:
        return True
    return word.lemma in word_list(view.code or "", "occasions")


def aside_of(view: View, rest: Run, sentence: Run, rule: str, start: int | None = None) -> Iterator[Found]:
    """Yield what an aside that begins here attributes, if a speaker stands in it behind the cue."""
    reach = Run(rest.first, min(rest.stop, rest.first + LONGEST_ASIDE))
    clause = Run(rest.first, aside_stop(view, rest.first + 1, reach))
    said = attribution(view, clause) or by_anything(view, clause)
    if said is None or said.kind == "call" or said.cue.first - rest.first > NEAR_ASIDE:
        return
    if said.speaker is None and said.kind != "doc":
        return
    if said.speaker is not None and said.speaker.head < rest.first:
        return
    runs = around(view, sentence, Run(rest.first if start is None else start, clause.stop))
    if any(tells(view, run) for run in runs):
        yield reported(view, runs, said, rule)
