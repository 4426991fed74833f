"""A pronoun → the people to whom something was done just before it, where nobody did it whom the pronoun may mean."""

from bisect import bisect_left, bisect_right

from letopis.model import Person
from letopis.record.speech.meant.cast import Cast, titled
from letopis.record.speech.seen.phrases import alive, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View

DONE_TO = frozenset({"obj", "iobj", "nsubj:pass"})
# A surname hangs on a first name, that on a title, that perhaps on another.
LINKS = 3
BESIDE = frozenset({"appos", "flat:name"})


def acted_upon(cast: Cast, phrase: Phrase) -> list[Person]:
    """Return whom a court, a crowd, a thing did something to: `Суд арестовал Рогова. Он …`, `Рогова уволили, и он …`.

    The sentence of the pronoun itself counts up to the pronoun; where it names nobody, the sentence before does.
    """
    view = cast.view
    own = bisect_right(view.sentences, phrase.head, key=lambda run: run.first) - 1
    for run in (Run(view.sentences[own].first, phrase.run.first), view.sentences[max(0, own - 1)]):
        places = cast.narrated[bisect_left(cast.narrated, run.first) : bisect_left(cast.narrated, run.stop)]
        if any(somebody_acts(view, at) for at in places) or any(run.first <= act.at < run.stop for act in cast.heard):
            return []
        done_to = [person for at in places if (person := done_to_at(cast, at))]
        if done_to or any(at in view.person_at for at in places):
            return done_to
    return []


def somebody_acts(view: View, at: int) -> bool:
    """Say whether one person, named or not, does something where a word stands."""
    word = view.words[at]
    acting = word.rel.startswith("nsubj") and word.rel != "nsubj:pass"
    if not acting or word.feats.get("Number") == "Plur":
        return False
    return at in view.person_at or word.pos == "PRON" or alive(word)


def done_to_at(cast: Cast, at: int) -> Person | None:
    """Return the person to whom something is done where a word stands, named or by a title."""
    view, word = cast.view, cast.view.words[at]
    noun = at
    for _ in range(LINKS):
        noun = view.heads[noun] if view.words[noun].rel in BESIDE and view.heads[noun] >= 0 else noun
    if view.words[noun].rel not in DONE_TO:
        return None
    if at in view.person_at:
        return view.person_at[at]
    title = titled(cast, phrase_of(view, at, view.sentence_at(at))) if word.pos == "NOUN" and alive(word) else None
    return title.person if title else None
