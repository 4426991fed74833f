"""The narrator's words before speech, without a verb of speech → who is brought in by them: a subject, a bare name."""

from letopis.record.speech.seen.cues import cues_in, kind_at
from letopis.record.speech.seen.doers import may_speak, subject_of
from letopis.record.speech.seen.links import Attribution, nominal_after
from letopis.record.speech.seen.long_offices import full_phrase
from letopis.record.speech.seen.phrases import alive, phrase_of
from letopis.record.speech.seen.view import Run, View, is_finite
from letopis.record.speech.who.attributions import OWN_WORDS, last_attribution
from letopis.record.speech.who.insertions import person_like

NEAR = 5
# So many verbs hang one on another: «встал, вышел и сказал».
LINKS = 4
MAIN = frozenset({"root", "parataxis"})
LONGEST_LEAD = 60
SHORT_LEAD = 3
ABOUT = frozenset({"о", "об", "обо", "про"})
NAMING = frozenset({"NOUN", "ADJ", "PROPN", "ADV", "PUNCT"})


def subject_alone(view: View, lead: Run) -> Attribution | None:
    """Return the subject of a lead without a verb of speech: `Девушка выложила фотографию: «…»`.

    Of several clauses the last tells it: `Мэр хотел встать, но Рогов поднял руку: «…»`.
    """
    verbs = [at for at in range(lead.first, lead.stop) if view.words[at].pos in {"VERB", "ADJ"}]
    finite = [at for at in verbs if is_finite(view.words[at])]
    for at in reversed([at for at in finite if at == finite[0] or in_main_clause(view, at)]):
        who = subject_of(view, at, lead)
        if who and person_like(view, who) and (at == finite[0] or same_number(view, who.head, at)):
            return Attribution(Run(at, at), "lead", who)
    return None


def same_number(view: View, noun: int, verb: int) -> bool:
    """Say whether a verb may have a noun for its subject, as far as their number tells."""
    numbers = {view.words[at].feats.get("Number") for at in (noun, verb)} - {None}
    return len(numbers) < len((noun, verb))


def in_main_clause(view: View, verb: int) -> bool:
    """Say whether a verb tells what happens, and does not only describe somebody: `…, с ней был и помогал муж`."""
    first = view.sentence_at(verb).first
    comma = next((at for at in range(verb - 1, first - 1, -1) if view.words[at].text == ","), first)
    for _ in range(LINKS):
        verb = view.heads[verb] if view.words[verb].rel == "conj" and view.heads[verb] >= 0 else verb
    # The parser now and then takes a clause with «который» for one of its own.
    described = any(word.lemma == "который" for word in view.words[comma : comma + NEAR])
    return view.words[verb].rel in MAIN and not described


def name_alone(view: View, lead: Run) -> Attribution | None:
    """Return the speaker of a lead that is nothing but a name: `Иванов: «…»`."""
    at = next((at for at in range(lead.first, lead.stop) if at in view.person_at), None)
    if at is None:
        return None
    who = phrase_of(view, at, lead)
    rest = (*range(lead.first, who.run.first), *range(who.run.stop, lead.stop))
    told = view.words[who.run.stop].text in ABOUT and who.run.first == lead.first
    nouns = told or all(view.words[index].pos in NAMING or aside(view, index, lead) for index in rest)
    return Attribution(Run(at, at), "name", who) if nouns else None


def aside(view: View, index: int, lead: Run) -> bool:
    """Say whether a word stands in brackets: `Иванов (цитата по «Вестнику»): «…»`."""
    opened = [view.words[at].text for at in range(lead.first, index) if view.words[at].text in {"(", ")"}]
    return opened[-1:] == ["("]


def colon_lead(view: View, number: int) -> Run | None:
    """Return the last sentence of the block above, less its colon, if it ends with one."""
    if number == 0:
        return None
    run = view.runs[number - 1]
    if run.first + 1 >= run.stop or view.words[run.stop - 1].text != ":":
        return None
    first = max(run.first, view.sentence_at(run.stop - 1).first, run.stop - LONGEST_LEAD)
    if run.first < first and not view.words[first].text[:1].isupper():
        first = max(run.first, view.sentence_at(first - 1).first, run.stop - LONGEST_LEAD)
    return Run(first, run.stop - 1)


def said_above(view: View, lead: Run) -> Attribution | None:
    """Return who speaks below a colon by what stands before it."""
    return last_attribution(view, lead) or subject_alone(view, lead) or name_alone(view, lead)


def role_alone(view: View, lead: Run) -> Attribution | None:
    """Return the person by office with whom a lead begins that has no verb: `Мэр о мосте: «…»`."""
    word = view.words[lead.first]
    if not (alive(word) and word.feats.get("Case") == "Nom") or any(map(is_finite, view.words[lead.first : lead.stop])):
        return None
    about = next((at for at in range(lead.first, lead.stop) if view.words[at].text in ABOUT), lead.stop)
    who = full_phrase(view, phrase_of(view, lead.first, Run(lead.first, about)))
    rest = view.words[who.run.stop : lead.stop]
    return Attribution(Run(lead.first, lead.first), "name", who) if not rest or rest[0].text in ABOUT else None


def house_alone(view: View, lead: Run) -> Attribution | None:
    """Return the house that in a lead gives out its words: `Мэрия распространила заявление: «…»`."""
    words = any(
        word.lemma in OWN_WORDS and word.feats.get("Case") == "Acc" for word in view.words[lead.first : lead.stop]
    )
    verb = next((at for at in range(lead.first, lead.stop) if view.words[at].feats.get("VerbForm") == "Fin"), None)
    who = subject_of(view, verb, lead) if words and verb is not None else None
    return Attribution(Run(verb, verb), "lead", who) if verb is not None and who and may_speak(view, who) else None


def verb_alone(view: View, lead: Run) -> Attribution | None:
    """Return the verb by which whoever has spoken goes on: `Мэр сказал: «…». И добавил: «…»`."""
    at = lead.stop - 1
    short = lead.stop - lead.first <= SHORT_LEAD and view.words[lead.first].pos in {"CCONJ", "ADV", "VERB", "PART"}
    says = kind_at(view, at) == "say" and view.words[at].feats.get("Number") == "Sing"
    return Attribution(Run(at, at + 1), "say") if short and says else None


def asked_alone(view: View, lead: Run) -> Attribution | None:
    """Return who is asked before he answers: `У губернатора Анны Роговой спросили, по чему она скучает: — …`."""
    cue = next((cue for cue in cues_in(view, lead) if kind_at(view, cue) == "ask"), None)
    at = next((at for at in range(lead.first, cue or lead.first) if view.words[at].text.lower() == "у"), None)
    who = nominal_after(view, at, Run(lead.first, cue)) if cue is not None and at is not None else None
    return Attribution(Run(cue, cue), "asked", who) if cue is not None and who and person_like(view, who) else None
