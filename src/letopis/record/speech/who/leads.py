"""The narrator's words before speech, without a verb of speech → who is brought in by them: a subject, a bare name."""

from letopis.record.speech.seen.cues import cues_in, kind_at
from letopis.record.speech.seen.doers import subject_of
from letopis.record.speech.seen.links import Attribution, nominal_after
from letopis.record.speech.seen.phrases import phrase_of
from letopis.record.speech.seen.view import Run, View, is_finite
from letopis.record.speech.who.insertions import person_like

NAMING = frozenset({"NOUN", "ADJ", "PROPN", "ADV", "PUNCT"})


def subject_alone(view: View, lead: Run) -> Attribution | None:
    """Return the subject of a lead without a verb of speech: `Девушка выложила фотографию: «…»`."""
    for at in range(lead.first, lead.stop):
        if view.words[at].pos in {"VERB", "ADJ"} and is_finite(view.words[at]):
            who = subject_of(view, at, lead)
            return Attribution(Run(at, at), "lead", who) if who and person_like(view, who) else None
    return None


def name_alone(view: View, lead: Run) -> Attribution | None:
    """Return the speaker of a lead that is nothing but a name: `Иванов: «…»`."""
    at = next((at for at in range(lead.first, lead.stop) if at in view.person_at), None)
    if at is None:
        return None
    who = phrase_of(view, at, lead)
    rest = (*range(lead.first, who.run.first), *range(who.run.stop, lead.stop))
    nouns = all(view.words[index].pos in NAMING or aside(view, index, lead) for index in rest)
    return Attribution(Run(at, at), "name", who) if nouns else None


def aside(view: View, index: int, lead: Run) -> bool:
    """Say whether a word stands in brackets: `Иванов (цитата по «Вестнику»): «…»`."""
    opened = [view.words[at].text for at in range(lead.first, index) if view.words[at].text in {"(", ")"}]
    return opened[-1:] == ["("]


def asked_alone(view: View, lead: Run) -> Attribution | None:
    """Return who is asked before he answers: `У губернатора Анны Роговой спросили, по чему она скучает: — …`."""
    cue = next((cue for cue in cues_in(view, lead) if kind_at(view, cue) == "ask"), None)
    at = next((at for at in range(lead.first, cue or lead.first) if view.words[at].text.lower() == "у"), None)
    who = nominal_after(view, at, Run(lead.first, cue)) if cue is not None and at is not None else None
    return Attribution(Run(cue, cue), "asked", who) if cue is not None and who and person_like(view, who) else None
