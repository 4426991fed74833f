"""Quotations → utterances: a quotation that runs over several paragraphs is one, with a piece a paragraph."""

import msgspec

from letopis.record.speech.seen.quotes import Quotation
from letopis.record.speech.seen.view import Run, View, is_finite

LONGEST_GAP = 6
SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "!..", "?..", "?!"})
SHORTEST_CLAUSE = 2
SENTENCE = 5


class Utterance(msgspec.Struct, frozen=True):
    """A quotation with the paragraphs over which it goes on."""

    pieces: tuple[Quotation, ...]

    @property
    def first(self) -> Quotation:
        """The piece it begins with."""
        return self.pieces[0]

    @property
    def last(self) -> Quotation:
        """The piece it ends with."""
        return self.pieces[-1]


def utterances(view: View) -> list[Utterance]:
    """Return the quotations of a text in order, those of several paragraphs put together."""
    found: list[Utterance] = []
    used = 0
    for index, quote in enumerate(view.quotations):
        if index < used or not quote.opened:
            continue
        pieces = [quote, *following(view, quote, view.quotations[index + 1 : index + 1 + LONGEST_GAP])]
        found.append(Utterance(tuple(pieces)))
        used = index + sum(piece in view.quotations[index : index + 1 + LONGEST_GAP] for piece in pieces)
    return found


def following(view: View, quote: Quotation, later: tuple[Quotation, ...]) -> list[Quotation]:
    """Return the pieces in which a quotation goes on that no mark has closed in its block."""
    pieces: list[Quotation] = []
    last = quote
    for piece in later:
        if last.closed or piece.block - last.block > LONGEST_GAP or not begins(view, piece):
            break
        between = range(last.block + 1, piece.block)
        if piece.opened and between:
            break
        pieces += [whole(view, number) for number in between]
        pieces.append(piece)
        last = piece
    return pieces


def begins(view: View, piece: Quotation) -> bool:
    """Say whether a piece stands at its block's beginning."""
    return piece.span.start - view.blocks[piece.block].span.start <= 1


def whole(view: View, number: int) -> Quotation:
    """Return a block as a piece without marks of its own."""
    span = view.blocks[number].span
    return Quotation(span, span, number, closed=False, opened=False)


def inner_run(view: View, quote: Quotation) -> Run:
    """Return the words between the marks."""
    return view.run_of(quote.inner)


def clauselike(view: View, utterance: Utterance) -> bool:
    """Say whether quoted words make a clause at least: a verb that has a form, or a whole sentence with its sign."""
    if len(utterance.pieces) > 1:
        return True
    run = inner_run(view, utterance.first)
    words = view.words[run.first : run.stop]
    signed = bool(words) and words[-1].text in SENTENCE_ENDS and len(words) > SHORTEST_CLAUSE
    begun = len(words) >= SHORTEST_CLAUSE and words[0].text[:1].isupper() and stands_alone(view, utterance)
    return signed or begun or (len(words) >= SHORTEST_CLAUSE and any(map(is_finite, words)))


def stands_alone(view: View, utterance: Utterance) -> bool:
    """Say whether a quotation begins a sentence of its own: nothing but a sign or a block's end stands before it."""
    at = view.run_of(utterance.first.span).first - 1
    start = view.blocks[utterance.first.block].span.start
    if at < 0 or view.words[at].span.start < start:
        return True
    return view.words[at].text in SENTENCE_ENDS or view.words[at].text in {":", "—", "–", "-", "»", '"'}


def speechlike(view: View, utterance: Utterance) -> bool:
    """Say whether quoted words may be speech: a clause, a sentence, or what an infinitive makes one of."""
    run = inner_run(view, utterance.first)
    infinitive = run.first < run.stop and view.words[run.first].feats.get("VerbForm") == "Inf"
    return stands_alone(view, utterance) or clauselike(view, utterance) or infinitive


def of_sentences(view: View, utterance: Utterance) -> bool:
    """Say whether a quotation holds more than one sentence."""
    run = inner_run(view, utterance.first)
    ends = (at for at in range(run.first, run.stop - 1) if view.words[at].text in SENTENCE_ENDS)
    return any(view.words[at + 1].text[:1].isupper() and view.sentence_at(at + 1).first == at + 1 for at in ends)


def sentencelike(view: View, utterance: Utterance, least: int = SENTENCE) -> bool:
    """Say whether quoted words look like a whole sentence: a capital, a verb, several words."""
    run = inner_run(view, utterance.first)
    first = view.words[run.first].text if run.first < run.stop else ""
    return clauselike(view, utterance) and first[:1].isupper() and run.stop - run.first >= least


def titlelike(view: View, utterance: Utterance) -> bool:
    """Say whether quoted words may be a mere name: no clause, and a capital first."""
    run = inner_run(view, utterance.first)
    opens = view.words[run.first : run.first + 1]
    return not clauselike(view, utterance) and any(word.text[:1].isupper() for word in opens)


def has_subject(view: View, utterance: Utterance) -> bool:
    """Say whether a quoted clause stands on its own: it has a subject, or does not begin with its verb."""
    run = inner_run(view, utterance.first)
    if any(view.words[at].rel.startswith("nsubj") for at in range(run.first, run.stop)):
        return True
    return not is_finite(view.words[run.first])
