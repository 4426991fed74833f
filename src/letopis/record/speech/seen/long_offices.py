"""A phrase of an office → the phrase with the name behind it, however long the office is."""

from letopis.record.speech.seen.phrases import alive
from letopis.record.speech.seen.view import Phrase, Run, View

LONGEST_OFFICE = 16
NEAREST_NOUN = 4
WITHIN = frozenset({"NOUN", "ADJ", "PROPN", "ADP", "NUM", "DET", "X"})
HIS = frozenset({"его", "ее", "её", "их"})
MARKS = frozenset('«»“”„"()')


def full_phrase(view: View, phrase: Phrase) -> Phrase:
    """Return a phrase up to the name behind its office: `врач больницы скорой и неотложной помощи Анна Рогова`."""
    stop = name_behind(view, phrase)
    return phrase if stop is None else Phrase(Run(phrase.run.first, stop), phrase.head)


def name_behind(view: View, phrase: Phrase) -> int | None:
    """Return where the name ends that stands behind an office in the same case, with nothing but the office between."""
    if not (alive(view.words[phrase.head]) or view.words[phrase.head].lemma == "один") or any(
        at in view.person_at for at in range(phrase.head, phrase.run.stop)
    ):
        return None
    last = min(view.sentence_at(phrase.head).stop, phrase.run.stop + LONGEST_OFFICE)
    for at in range(phrase.run.stop, last):
        if at in view.person_at and fits(view, at, phrase):
            return name_stop(view, at)
        if not goes_on(view, at, phrase):
            return None
    return None


def fits(view: View, name: int, phrase: Phrase) -> bool:
    """Say whether a name may be the one of whom an office is said: it stands in the same case, and is not set apart."""
    cases = {view.words[at].feats.get("Case") for at in range(name, name_stop(view, name))}
    return (
        view.words[phrase.head].feats.get("Case") in cases
        and view.words[name - 1].text not in {",", "и"}
        and view.words[name - 1].pos != "ADP"
    )


def name_stop(view: View, at: int) -> int:
    """Return the first word behind the name that begins at a word."""
    stop = at + 1
    while stop < len(view.words) and view.person_at.get(stop) is view.person_at[at]:
        stop += 1
    return stop


def goes_on(view: View, at: int, phrase: Phrase) -> bool:
    """Say whether an office goes on with a word: what belongs to it, or a second office of the same person."""
    word = view.words[at]
    if word.text in {",", "и"}:
        return second_office(view, at + 1, phrase) or (word.text == "и" and not somebody_else(view, at + 1))
    participle = word.feats.get("VerbForm") == "Part" and "Case" in word.feats
    return word.pos in WITHIN or participle or word.text in MARKS or word.text.lower() in HIS


def second_office(view: View, first: int, phrase: Phrase) -> bool:
    """Say whether a noun for a person in the same case and number stands first behind a comma: `директор, депутат`."""
    noun = first_noun(view, first)
    if noun is None or noun in view.person_at or not alive(view.words[noun]):
        return False
    one, other = view.words[noun].feats, view.words[phrase.head].feats
    return all(one.get(name) == other.get(name) for name in ("Case", "Number"))


def somebody_else(view: View, first: int) -> bool:
    """Say whether a noun for a person, or a name, stands first behind «и»."""
    noun = first_noun(view, first)
    return noun is None or alive(view.words[noun])


def first_noun(view: View, first: int) -> int | None:
    """Return the first word from a place on that is no adjective and no «его», if it is near."""
    near = range(first, min(first + NEAREST_NOUN, len(view.words)))
    return next(
        (at for at in near if view.words[at].pos not in {"ADJ", "DET"} and view.words[at].text.lower() not in HIS), None
    )
