"""English words around a verb of speech → who speaks: a name, a pronoun, a noun with what is before it."""

from letopis.language.lists import plain, word_list
from letopis.record.speech.seen.view import Phrase, Run, View

BE = frozenset({"is", "was", "are", "were", "be", "been", "being", "when", "as", "to", "not", "if"})
MINDED = frozenset({"also", "later", "then", "however", "has", "had", "repeatedly", "previously", "recently", "once"})
LONGEST = 9
# Between a speaker and his verb there may stand so much of what he is: `Ivan Petrov, a driver from Brest, said`.
LONGEST_ASIDE = 24
OF = frozenset({"of", "for"})
# Behind these somebody acts in a clause of its own, or does not act at all.
JOINING = frozenset({"of", "for", "and", "with", "to", "by", "when", "while", "as", "if", "who", "which", "because"})


def english_speaker(view: View, verb: int, run: Run) -> Phrase | None:
    """Return who speaks by a verb: whoever stands before it, else behind it."""
    aside = verb > run.first and view.words[verb - 1].text == ","
    if aside and (found := before(view, verb, run)) is not None:
        return found
    if verb == run.first or not view.words[verb - 1].text[0].isalnum():
        found = inverted(view, verb, run)
        if found is not None:
            return found
    return before(view, verb, run)


def inverted(view: View, verb: int, run: Run) -> Phrase | None:
    """Return who stands behind a verb: `said Olga Ivanova`; whoever is told something does not speak."""
    if view.words[verb].text.lower() in word_list("en", "telling"):
        return None
    found = phrase_from(view, verb + 1, run.stop)
    return apposed(view, found, run) or found if found is not None else None


def apposed(view: View, found: Phrase, run: Run) -> Phrase | None:
    """Return the name set behind a title by commas: `said the railway's director, Helen Marsh`."""
    at = found.run.stop + 1
    if at >= run.stop or view.words[at - 1].text != "," or at not in view.person_at:
        return None
    if any(to in view.person_at for to in range(found.run.first, found.run.stop)):
        return None
    stop = at
    while view.person_at.get(stop) == view.person_at[at]:
        stop += 1
    closed = stop >= run.stop or not view.words[stop].text[0].isalnum()
    return Phrase(Run(at, stop), stop - 1) if closed else None


def before(view: View, verb: int, run: Run) -> Phrase | None:
    """Return who stands before a verb, and what he is set apart by commas left out: `Ivan Petrov, a driver, said`."""
    last = verb - 1
    while last >= run.first and (view.words[last].text.lower() in MINDED or view.words[last].text.endswith("ly")):
        last -= 1
    if last < run.first:
        return None
    if view.words[last].text == ",":
        return before_aside(view, last, run)
    first = clause_start(view, last, run)
    found = phrase_from(view, first, last + 1)
    if found is not None and (found.run.stop == last + 1 or hangs_on(view, found.run.stop)):
        return found
    return adjoining(view, last, run)


def adjoining(view: View, last: int, run: Run) -> Phrase | None:
    """Return the person or the pronoun right before a verb, whatever leads up to it: `On Monday he said`."""
    if pronoun(view, last):
        return Phrase(Run(last, last + 1), last)
    if last not in view.person_at:
        return None
    first = last
    while first > run.first and view.person_at.get(first - 1) == view.person_at[last]:
        first -= 1
    led = {view.words[at].text.lower() for at in range(clause_start(view, first, run), first)}
    return None if led & JOINING else Phrase(Run(first, last + 1), last)


def before_aside(view: View, comma: int, run: Run) -> Phrase | None:
    """Return the person named before what is set apart by commas, who speaks behind the second."""
    if comma - 1 in view.person_at and (found := adjoining(view, comma - 1, run)) is not None:
        ahead = found.run.first - 1
        if ahead > run.first and view.words[ahead].text == "," and ahead - 1 not in view.person_at:
            return found
    for at in range(comma - 1, max(run.first, comma - LONGEST_ASIDE), -1):
        if view.words[at].text == "," and at - 1 >= run.first and (at - 1) in view.person_at:
            return phrase_until(view, at - 1, run)
    return None


def phrase_until(view: View, last: int, run: Run) -> Phrase | None:
    """Return the phrase that ends with a person's name, which must begin the clause."""
    first = clause_start(view, last, run)
    found = phrase_from(view, first, last + 1)
    return found if found is not None and found.run.stop == last + 1 else adjoining(view, last, run)


def clause_start(view: View, last: int, run: Run) -> int:
    """Return where the clause of a word begins: behind a comma, a mark or a word that joins clauses."""
    at = last
    while at > run.first and not opens_clause(view, at - 1):
        at -= 1
    return at


def opens_clause(view: View, at: int) -> bool:
    """Say whether a word or a sign ends what stands before a clause."""
    text = view.words[at].text
    joins = text.lower() in {"that", "but", "while", "because", "although", "where"}
    return joins or not (text[0].isalnum() or text == "." or text in {"$", "%", "’", "'"})


def hangs_on(view: View, at: int) -> bool:
    """Say whether what stands behind a phrase only tells more of it: `the head of`, `a woman who`."""
    return view.words[at].text.lower() in {"of", "for", "at", "in", "from", "with", "who", "on"}


def phrase_from(view: View, first: int, stop: int) -> Phrase | None:
    """Return the phrase that begins at a word; None where that is no noun."""
    if first >= stop or view.words[first].text.lower() in word_list("en", "phrase_ends"):
        return None
    if pronoun(view, first):
        return Phrase(Run(first, first + 1), first)
    if view.words[first].text.lower() in word_list("en", "not_names") - word_list("en", "determiners"):
        return None
    at = first
    while at < min(stop, first + LONGEST) and belongs(view, at, first):
        at += 1
    while at > first and not view.words[at - 1].text[0].isalnum():
        at -= 1
    return Phrase(Run(first, at), at - 1) if at > first else None


def belongs(view: View, at: int, first: int) -> bool:
    """Say whether a word goes on a phrase."""
    word = view.words[at].text
    if word == ".":
        return at > first and (len(view.words[at - 1].text) == 1 or shortened(view, at - 1))
    if word in OF:
        large = at + 1 < len(view.words) and view.words[at + 1].text[:1].isupper()
        return at > first and view.words[at - 1].text[:1].isupper() and large
    small = word.lower()
    if not word[0].isalnum() or small in word_list("en", "phrase_ends") or pronoun(view, at):
        return False
    return plain(small) not in word_list("en", "speech_verbs") and not (at > first and small in {"a", "an", "the"})


def shortened(view: View, at: int) -> bool:
    """Say whether a word is a title cut short."""
    return view.words[at].text in word_list("en", "shortened_titles")


def pronoun(view: View, at: int) -> bool:
    """Say whether a word is one that stands for people: `he`, `she`."""
    return view.words[at].text.lower() in {"he", "she"}
