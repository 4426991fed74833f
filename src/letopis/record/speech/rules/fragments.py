"""Quotations inside a sentence → partial speech (B6, B7, B8); scare quotes, titles and names of firms are none."""

from letopis.language.lists import plain, word_list
from letopis.record.speech.rules.found import Found
from letopis.record.speech.seen.cues import clause_of, cues_in, kind_at
from letopis.record.speech.seen.doers import may_speak, subject_of
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.quotes import Quotation, bare
from letopis.record.speech.seen.utterances import inner_run
from letopis.record.speech.seen.view import Phrase, Run, View, is_dash, is_finite
from letopis.record.speech.who.attributions import attribution, place_of

NEAR = 12
FAR = 30
LONG = 5
TERM = 3
SEVERAL = 8
LONGEST_CLAUSE = 40
RELATIVE = frozenset({"который", "кто", "что"})


def fragment(view: View, quote: Quotation) -> Found | None:
    """Find `Иванов назвал мост «чудом»`, `стороны «обменяются мнениями», сообщает пресс-служба`."""
    run = inner_run(view, quote)
    if not speakable(view, run):
        return None
    at = view.run_of(quote.span).first
    sentence = view.sentence_at(at)
    said = governing(view, sentence, run) or beside(view, sentence, run)
    if said is None:
        return None
    return Found(kind="partial", parts=(bare(view.text, quote.inner),), said=said, rule="fragment")


def goes_with(view: View, quote: Quotation, last: Found | None) -> Found | None:
    """Return a fragment behind another one of its sentence as whoever said that one says it, too: `… и «…»`."""
    run = inner_run(view, quote)
    if last is None or not speakable(view, run) or last.said is None:
        return None
    before = view.run_of(last.parts[-1]).stop
    sentence = view.sentence_at(run.first)
    if before < sentence.first or any(True for _ in cues_in(view, Run(before, run.first))):
        return None
    return Found(kind="partial", parts=(bare(view.text, quote.inner),), said=last.said, rule="fragment")


def together(view: View, one: Found, other: Found) -> bool:
    """Say whether two fragments are one statement: one sentence has them, and one cue."""
    first, last = view.run_of(one.parts[0]).first, view.run_of(other.parts[-1]).first
    same = one.said is not None and other.said is not None and one.said.cue == other.said.cue
    return same and view.sentence_at(first) == view.sentence_at(last)


def speakable(view: View, run: Run) -> bool:
    """Say whether marks hold words and no name: they begin small, or are many, and no tagger knows them."""
    words = view.words[run.first : run.stop]
    if len(words) < 1 or not any(word.text[:1].isalpha() for word in words):
        return False
    if all(at in view.name_at for at in range(run.first, run.stop)):
        return False
    return words[0].text[:1].islower() or (len(words) >= LONG and not titled(view, run))


def titled(view: View, run: Run) -> bool:
    """Say whether a noun directly before the marks says that they hold a title."""
    before = view.words[run.first - 2] if run.first > 1 else None
    return before is not None and before.pos == "NOUN" and before.feats.get("Animacy") == "Inan"


def whole_clause(view: View, quote: Quotation) -> bool:
    """Say whether marks hold a clause that needs nothing outside them: its first verb has its subject inside, too."""
    run = inner_run(view, quote)
    if run.stop - run.first < SEVERAL and not begins_clause(view, view.run_of(quote.span).first):
        return False
    if run.stop - run.first < TERM or not (quote.opened and quote.closed):
        return False
    return any(main_verb(view, at, run) for at in range(run.first, run.stop))


def main_verb(view: View, index: int, run: Run) -> bool:
    """Say whether a word is the verb of a clause that no other governs: it has its subject in a run, or needs none."""
    if plain(view.words[index].text.lower()) in word_list(view.code or "", "predicates"):
        asked = any(view.words[at].feats.get("VerbForm") == "Inf" for at in range(run.first, run.stop))
        return asked and not led_in(view, index, run)
    if not is_finite(view.words[index]) or led_in(view, index, run):
        return False
    verb = view.heads[index] if view.words[index].pos == "AUX" and view.heads[index] >= 0 else index
    subject = next((at for at in view.children[verb] if view.words[at].rel.startswith("nsubj")), None)
    return subject is not None and run.first <= subject < run.stop and view.words[subject].lemma not in RELATIVE


def led_in(view: View, verb: int, run: Run) -> bool:
    """Say whether a joiner or a relative behind the last comma makes a verb's clause part of another."""
    for at in range(verb - 1, max(run.first, verb - LONGEST_CLAUSE), -1):
        word = view.words[at]
        if word.pos == "SCONJ" or word.lemma in RELATIVE:
            return True
        if word.text == "," or is_dash(word):
            return False
    return False


def begins_clause(view: View, mark: int) -> bool:
    """Say whether a clause may begin at a quotation mark: behind a sign or a joiner, not in the middle of another."""
    before = view.words[mark - 1]
    return mark == 0 or before.pos in {"PUNCT", "SCONJ", "CCONJ", "PART", "ADV"}


def governing(view: View, sentence: Run, run: Run) -> Attribution | None:
    """Return the cue of the sentence that stands before the marks and whose speaker it tells."""
    behind = Run(run.stop + 1, min(run.stop + 2, sentence.stop))
    for cue in (*sorted(cues_in(view, Run(sentence.first, run.first)), reverse=True), *cues_in(view, behind)):
        nobody = kind_at(view, cue) == "doc"
        who = place_of(view, cue, clause_of(view, cue, sentence)) if nobody else subject_of(view, cue, sentence)
        who = who or people_in(view, cue, sentence)
        if who is not None and may_speak(view, who) and run.first - cue <= reach(view, cue, run):
            return Attribution(Run(cue, cue + 1), kind_at(view, cue) or "call", who)
    return None


def people_in(view: View, cue: int, sentence: Run) -> Phrase | None:
    """Return the house whose people a verb in the plural without a subject means: `в прессе называют мост «чудом»`."""
    several = view.words[cue].feats.get("Number") == "Plur" and view.words[cue].feats.get("VerbForm") == "Fin"
    return place_of(view, cue, clause_of(view, cue, sentence)) if several else None


def reach(view: View, cue: int, run: Run) -> int:
    """Return how far before the marks a cue may stand: a mere term near, many words anywhere."""
    words = view.words[run.first : run.stop]
    acts = any(word.pos in {"VERB", "AUX"} or is_finite(word) for word in words)
    asked = any(word.feats.get("VerbForm") == "Inf" for word in view.words[cue + 1 : cue + TERM])
    weak = len(words) <= TERM and not acts and not asked and kind_at(view, cue) not in {"call", "think"}
    if len(words) >= LONG and words[0].text[:1].islower():
        return FAR
    return NEAR if not weak else TERM


def beside(view: View, sentence: Run, run: Run) -> Attribution | None:
    """Return the attribution of the sentence that stands outside the marks: `…, сообщает пресс-служба`."""
    for part in (Run(sentence.first, run.first), Run(run.stop, sentence.stop)):
        said = attribution(view, part)
        if said is not None and said.kind in {"wording", "doc"} and run.stop - run.first >= TERM:
            return said
    return None
