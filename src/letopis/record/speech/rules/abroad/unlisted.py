"""Utterances in a language of which we have no verbs → direct speech, named only by what plainly stands beside it.

Signs and capitals tell what no list does: a comma or a dash leads from a quotation to the narrator, one word of any
kind may stand before the name (the verb), and a full name begins with capitals. All else leaves it open who speaks.
"""

from letopis.language.lists import word_list
from letopis.model import Span
from letopis.record.speech.rules.found import Found
from letopis.record.speech.rules.quoted import RULES as LISTED
from letopis.record.speech.rules.quoted import Heard, Rule, free, goes_on, parts_of
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.utterances import Utterance, inner_run, stands_alone
from letopis.record.speech.seen.view import Phrase, Run, View, is_dash
from letopis.record.speech.who.abroad.plainly import name_ahead, name_behind
from letopis.record.speech.who.around_quotes import lead_of, tail_of

# So many quoted words are no name or title; where a dash leads to the narrator one less.
FEWEST = 3
# A whole sentence with its sign is speech even where nothing leads over to a narrator.
SENTENCE = 5
SIGNS = frozenset(".!?…,")


def named_behind(view: View, heard: Heard) -> Found | None:
    """Find `„Most jest gotowy” – powiedział Jan Kowalski`."""
    utterance = heard.utterance
    tail = tail_of(view, utterance)
    if tail is None or not speechlike(view, utterance, tail):
        return None
    who = name_behind(view, tail, sure=signed(view, utterance) or is_dash(view.words[tail.first - 1]))
    if who is None:
        return None
    used = Span(utterance.last.span.stop, view.span_of(tail).stop)
    return found(view, utterance, Run(tail.first, who.run.first), who, used)


def named_ahead(view: View, heard: Heard) -> Found | None:
    """Find `Minister Anna Nowak dodała: „Czekamy na śnieg”`."""
    utterance = heard.utterance
    lead = lead_of(view, utterance)
    if lead is None or view.words[lead.stop].text != ":":
        return None
    who = name_ahead(view, lead)
    return found(view, utterance, Run(who.run.stop, lead.stop), who, None) if who else None


def found(view: View, utterance: Utterance, cue: Run, who: Phrase, tail: Span | None) -> Found:
    """Return a quotation with its speaker."""
    said = Attribution(cue, "say", who)
    rule = "named_behind" if tail else "named_ahead"
    return Found(kind="direct", parts=parts_of(view, utterance), said=said, rule=rule, tail=tail)


def unnamed(view: View, heard: Heard) -> Found | None:
    """Find `„Czekamy na śnieg” – mówi jeden z mieszkańców`: a narrator is there and names nobody plainly."""
    utterance = heard.utterance
    tail, lead, run = tail_of(view, utterance), lead_of(view, utterance), inner_run(view, utterance.first)
    led = lead is not None and view.words[lead.stop].text == ":" and run.stop - run.first >= FEWEST
    followed = tail is not None and narrates(view, tail) and speechlike(view, utterance, tail)
    if not (led or followed):
        return None
    used = Span(utterance.last.span.stop, view.span_of(tail).stop) if tail else None
    return Found(kind="direct", parts=parts_of(view, utterance), rule="unnamed", tail=used)


def unknown(view: View, heard: Heard) -> Found | None:
    """Find other whole quoted sentences: said, but by whom we cannot tell."""
    utterance = heard.utterance
    run = inner_run(view, utterance.first)
    if run.stop - run.first < SENTENCE or not signed(view, utterance):
        return None
    return Found(kind="direct", parts=parts_of(view, utterance), rule="unknown")


def speechlike(view: View, utterance: Utterance, tail: Run) -> bool:
    """Say whether a quotation begins a sentence of its own and is longer than a name or a title."""
    run = inner_run(view, utterance.first)
    fewest = FEWEST - 1 if is_dash(view.words[tail.first - 1]) else FEWEST
    small = run.first < run.stop and view.words[run.first].text[:1].islower()
    return stands_alone(view, utterance) and not small and run.stop - run.first >= fewest


def signed(view: View, utterance: Utterance) -> bool:
    """Say whether a quotation ends with a sign of its own."""
    return utterance.last.inner.of(view.text)[-1:] in SIGNS


def narrates(view: View, tail: Run) -> bool:
    """Say whether the words behind a quotation may begin with a verb: in small letters."""
    return view.words[tail.first].text[:1].islower()


RULES: tuple[Rule, ...] = (named_behind, named_ahead, unnamed, goes_on, free, unknown)


def rules_of(view: View) -> tuple[Rule, ...]:
    """Return the rules of quotations for a text: those that go by grammar or verbs, where the language has any."""
    known = view.grammar or word_list(view.code or "", "speech_verbs")
    return LISTED if known else RULES
