"""A claim and the narrator's words about it → whether its speaker denies or doubts what the words say."""

from collections.abc import Iterator

from letopis.language.lists import plain, word_list
from letopis.model import Stance
from letopis.record.speech.rules.found import Found
from letopis.record.speech.seen.cues import denied
from letopis.record.speech.seen.view import View

NOUNS = frozenset({"NOUN", "PROPN"})


def stance_of(view: View, claim: Found) -> Stance | None:
    """Return how a speaker stands to reported words that are no claim of his own; None where they are.

    `отрицает, что …`, `опроверг сообщения, что …`, `не считает, что …` deny; `сомневается, что …` doubts. Quoted words
    are the speaker's own, whatever he does with them: `«Это ложь», — опроверг он`.
    """
    if claim.kind == "direct" or claim.said is None:
        return None
    telling = dict.fromkeys(told_by(view, claim.said.cue.first, claim.said.cue.stop))
    return next((stance for at in telling if (stance := stance_in(view, at))), None)


def told_by(view: View, first: int, stop: int) -> Iterator[int]:
    """Yield the cue's words, the verb that governs a noun among them, and the nouns which that verb governs."""
    for at in range(first, stop):
        yield at
        verb = view.heads[at] if view.words[at].pos in NOUNS else at
        if verb >= 0:
            yield verb
            yield from (child for child in view.children[verb] if view.words[child].pos in NOUNS)


def stance_in(view: View, at: int) -> Stance | None:
    """Return the stance that a word of the narrator's tells, if any: "not" turns it round."""
    code, word = view.code or "", view.words[at]
    forms = {word.lemma, plain(word.text.lower())}
    if forms & word_list(code, "denying"):
        return None if denied(view, at) else "denied"
    if forms & word_list(code, "doubting"):
        return None if denied(view, at) else "doubted"
    return "denied" if forms & word_list(code, "believing") and denied(view, at) else None
