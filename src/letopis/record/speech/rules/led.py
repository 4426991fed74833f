"""Blocks that are speech without marks → direct speech: led by a dash (A1, A2), or by a colon in the block before."""

from collections.abc import Callable

from letopis.language.lists import word_list
from letopis.record.speech.rules.found import Found
from letopis.record.speech.seen.clauses import that_at
from letopis.record.speech.seen.doers import may_speak, subject_of
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.quotes import bare
from letopis.record.speech.seen.utterances import SENTENCE_ENDS as ENDS
from letopis.record.speech.seen.view import Run, View, dash_led, is_dash, is_finite
from letopis.record.speech.who.attributions import attribution, last_attribution
from letopis.record.speech.who.insertions import SENTENCE_ENDS, Spoken, spoken, without_notes
from letopis.record.speech.who.leads import asked_alone, colon_lead, name_alone, said_above, subject_alone

Rule = Callable[[View, int], "Found | None"]
MARKS = frozenset('«"“„')
SHORTEST = 3
FIRST_SENTENCES = 3
ADDING = frozenset({"также", "тоже"})
OURS = frozenset({"я", "мы", "мой", "наш", "вы", "ты", "ваш", "твой"})


def dash_said(view: View, number: int) -> Found | None:
    """Find a paragraph led by a dash with its own attribution: `— Мост готов, — сказал Иванов`."""
    run = dash_led(view, number)
    cut = cut_speech(view, run) if run and begins_great(view, run) else None
    if cut is None or not cut.said:
        return None
    parts = tuple(bare(view.text, view.span_of(piece)) for piece in cut.words)
    return Found(kind="direct", parts=parts, said=cut.said[0][1], rule="dash_said", tail=view.span_of(cut.said[-1][0]))


def dash_within(view: View, number: int) -> Found | None:
    """Find `Их стало больше. — Лето было тёплым, — отметила Анна Рогова`: speech led by a dash in a paragraph."""
    block = view.run_of(view.blocks[number].span)
    starts = (at for at in range(block.first + 1, block.stop - 1) if is_dash(view.words[at]))
    at = next((at for at in starts if view.words[at - 1].text in ENDS and view.sentence_at(at).first == at), None)
    run = Run(at + 1, block.stop) if at is not None else None
    if run is None or any(word.text in MARKS for word in view.words[run.first : run.stop]):
        return None
    cut = cut_speech(view, run) if begins_great(view, run) else None
    if cut is None or not cut.said or cut.said[0][1].kind != "say":
        return None
    parts = tuple(bare(view.text, view.span_of(piece)) for piece in cut.words)
    tail = view.span_of(cut.said[-1][0])
    return Found(kind="direct", parts=parts, said=cut.said[0][1], rule="dash_within", tail=tail)


def dash_after_colon(view: View, number: int) -> Found | None:
    """Find `— Мост готов.` below `Иванов сказал:`."""
    run = dash_led(view, number)
    lead = colon_lead(view, number)
    if run is None or lead is None:
        return None
    said = last_attribution(view, lead) or asked_alone(view, lead) or name_alone(view, lead)
    said = said or subject_alone(view, lead)
    parts = tuple(bare(view.text, view.span_of(piece)) for piece in without_notes(view, run))
    return Found(kind="direct", parts=parts, said=said, rule="dash_after_colon", follows=said is None)


def dash_alone(view: View, number: int) -> Found | None:
    """Find `— Завтра откроем.`, a paragraph that goes on with a speaker named before."""
    run = dash_led(view, number)
    if run is None or not speechlike(view, run) or in_list(view, number):
        return None
    return Found(kind="direct", parts=(bare(view.text, view.span_of(run)),), rule="dash_alone", follows=True)


def below_colon(view: View, number: int) -> Found | None:
    """Find a paragraph of speech without any mark below `Иванов сказал:`."""
    lead = colon_lead(view, number)
    run = view.runs[number]
    if lead is None or run.first >= run.stop or view.words[run.first].text in MARKS or is_dash(view.words[run.first]):
        return None
    said = said_above(view, lead) or signer(view, lead)
    if said is None and not in_first_person(view, run):
        return None
    if told_on(view, run, said) or not (orders(view, lead, run) or tells_or_quoted(view, run, said)):
        return None
    parts = tuple(bare(view.text, view.blocks[at].span) for at in (number, *still_below(view, number)))
    return Found(kind="direct", parts=parts, said=said, rule="below_colon", follows=said is None)


def signer(view: View, lead: Run) -> Attribution | None:
    """Return who gave out a decree before a colon: `Орлов подписал указ, которым …: ¶ Освободить Рогова`."""
    decrees = word_list(view.code or "", "decrees")
    at = next((at for at in range(lead.first, lead.stop) if view.words[at].lemma in decrees), None)
    verb = view.heads[at] if at is not None else -1
    who = subject_of(view, verb, lead) if lead.first <= verb < lead.stop else None
    return Attribution(Run(verb, verb), "lead", who) if who is not None and may_speak(view, who) else None


def orders(view: View, lead: Run, run: Run) -> bool:
    """Say whether a paragraph is what a decree orders: `Орлов подписал указ: ¶ Освободить Рогова от должности`."""
    decrees = word_list(view.code or "", "decrees")
    if not any(word.lemma in decrees for word in view.words[lead.first : lead.stop]):
        return False
    return any(word.feats.get("VerbForm") == "Inf" for word in view.words[run.first : run.stop])


def tells_or_quoted(view: View, run: Run, said: Attribution | None) -> bool:
    """Say whether a paragraph has a verb, or is a sentence behind a verb of saying: `Мэрия сообщает: ¶ Жертв нет.`."""
    if any(map(is_finite, view.words[run.first : run.stop])):
        return True
    return (
        said is not None
        and said.kind == "say"
        and view.words[run.first].text.isalpha()
        and view.words[run.stop - 1].text in ENDS
        and run.stop - run.first > SHORTEST
    )


def told_on(view: View, run: Run, said: Attribution | None = None) -> bool:
    """Say whether a paragraph below a colon is the narrator's after all: it leads on, or names its own speaker."""
    if view.words[run.stop - 1].text == ":" or about_speaker(view, run, said):
        return True
    at, sentences = run.first, 0
    ours = in_first_person(view, run)
    while at < run.stop and sentences < FIRST_SENTENCES:
        sentence = view.sentence_at(at)
        stated = sentences == 0 and said is not None and said.kind == "doc"
        if names_speaker(view, sentence, led=sentences == 0 or not ours, named=not stated):
            return True
        at, sentences = max(sentence.stop, at + 1), sentences + 1
    return False


def about_speaker(view: View, run: Run, said: Attribution | None) -> bool:
    """Say whether a paragraph tells of the speaker by name, as nobody does of himself."""
    if said is None or said.speaker is None or in_first_person(view, run):
        return False
    named = (at for at in range(said.speaker.run.first, said.speaker.run.stop) if at in view.person_at)
    who = next((view.person_at[at] for at in named if view.words[at].feats.get("Case") == "Nom"), None)
    acting = (at for at in range(run.first, run.stop) if view.words[at].rel.startswith("nsubj"))
    return who is not None and any(view.person_at.get(at) is who for at in acting)


def names_speaker(view: View, sentence: Run, *, led: bool, named: bool) -> bool:
    """Say whether a sentence tells who speaks: `По словам Иванова`, `Как сказал`, `Иванов добавил, что`."""
    own = attribution(view, sentence)
    if own is None:
        return False
    run = own.speaker.run if own.speaker else Run(0, 0)
    begins = own.kind == "wording" or view.words[sentence.first].text == "Как"
    if (led and begins) or any(
        view.words[at].text in ADDING for at in range(sentence.first, min(own.cue.stop + 1, sentence.stop))
    ):
        return True
    person = any(at in view.person_at for at in range(run.first, run.stop))
    return named and person and that_at(view, own.cue.first, sentence.stop) is not None


def quotation_block(view: View, number: int) -> Found | None:
    """Find a block that the page itself sets as a quotation; only below another one does the same speaker go on."""
    block = view.blocks[number]
    if block.kind != "quotation":
        return None
    cut = cut_speech(view, view.run_of(block.span))
    said = cut.said[0][1] if cut.said else attribution_above(view, number)
    parts = tuple(bare(view.text, view.span_of(piece)) for piece in cut.words)
    goes_on = number > 0 and view.blocks[number - 1].kind == "quotation"
    return Found(kind="direct", parts=parts, said=said, rule="quotation_block", follows=said is None and goes_on)


RULES: tuple[Rule, ...] = (dash_said, dash_after_colon, dash_alone, below_colon, quotation_block, dash_within)


def cut_speech(view: View, run: Run) -> Spoken:
    """Cut the narrator out of speech without marks: after an insertion that ends a sentence he speaks on."""
    cut = spoken(view, run)
    for insertion, _ in cut.said:
        if not is_dash(view.words[insertion.stop - 1]):
            end = sentence_stop(view, insertion)
            words = tuple(piece for piece in cut.words if piece.first < end)
            return Spoken(words, cut.said)
    return cut


def sentence_stop(view: View, run: Run) -> int:
    """Return where the sentence of a run ends."""
    return next((at for at in range(run.first, run.stop) if view.words[at].text in SENTENCE_ENDS), run.stop)


def speechlike(view: View, run: Run) -> bool:
    """Say whether a paragraph behind a dash is speech and not an entry of a list."""
    words = view.words[run.first : run.stop]
    return begins_great(view, run) and words[-1].text in ENDS and len(words) > SHORTEST and any(map(is_finite, words))


def begins_great(view: View, run: Run) -> bool:
    """Say whether words begin with a capital, as speech does and the entries of a list do not."""
    words = view.words[run.first : run.stop]
    return next((word.text[:1].isupper() for word in words if word.text[:1].isalpha()), False)


def in_list(view: View, number: int) -> bool:
    """Say whether a paragraph behind a dash stands beside one that begins small: then both are entries of a list."""
    beside = (at for at in (number - 1, number + 1) if 0 <= at < len(view.blocks))
    return any((run := dash_led(view, at)) is not None and not begins_great(view, run) for at in beside)


def attribution_above(view: View, number: int) -> Attribution | None:
    """Return who speaks by the colon above, or by a lead that ends without one."""
    lead = colon_lead(view, number)
    return (last_attribution(view, lead) or subject_alone(view, lead)) if lead else None


def still_below(view: View, number: int) -> list[int]:
    """Return the blocks in which speech without marks goes on: the speaker says «я» or «мы» in them."""
    found = []
    for at in range(number + 1, min(number + 6, len(view.blocks))):
        run = view.runs[at]
        if not in_first_person(view, run) or told_on(view, run):
            break
        found.append(at)
    return found


def in_first_person(view: View, run: Run) -> bool:
    """Say whether somebody speaks of himself in a block, and no quotation of somebody else stands in it."""
    words = view.words[run.first : run.stop]
    own = any(view.words[at].lemma in OURS for at in range(run.first, run.stop) if at not in view.quoted)
    return own and not any(word.text in MARKS or is_dash(word) for word in words[:1]) and words[-1].text != ":"
