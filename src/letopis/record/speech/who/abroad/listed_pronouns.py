"""`He`, `вона` → the person of that gender who is named nearest before, or nobody where two may be meant."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from letopis.language.lists import plain, table, word_list
from letopis.model import Person, Speaker
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.abroad.listed_genders import gender_of, of_title

BLOCKS_BACK = 2
SENTENCES_BACK = 20
NEAR_HEAD = 6
NEAR = 5
OFTEN, SHORTEST = 40, 3
# Where one of these acts nobody named behind it does.
OTHERS = frozenset({"they", "we", "it", "i", "you", "who", "вони", "ми", "яны", "мы", "я"})


class Named(NamedTuple):
    """A person named in a sentence, by which word first."""

    at: int
    person: Person


def pronoun(view: View, index: int) -> str:
    """Return m or f for a pronoun that means somebody named before, else nothing."""
    word = plain(view.words[index].text.lower())
    return next((row[1] for row in table(view.code or "", "pronouns") if row[0] == word), "")


def meant(view: View, phrase: Phrase, last: Speaker | None) -> Speaker:
    """Return whom a pronoun means: whoever spoke or is named in the nearest sentence that names one of its gender."""
    span = view.span_of(phrase.run)
    told = (in_sentence(view, phrase, run, last) for run in sentences_before(view, phrase))
    found = next((one for one in told if one is not None), Speaker("unresolved"))
    return Speaker(found.kind, found.name, found.role, span)


def in_sentence(view: View, phrase: Phrase, run: Run, last: Speaker | None) -> Speaker | None:
    """Return whom a sentence has a pronoun mean, nobody where that is not plain; None where it tells of nobody."""
    wanted, spoke = pronoun(view, phrase.head), spoke_in(view, run, last)
    if spoke and last is not None and may_be(view, last, wanted):
        return last
    people = [named for named in named_in(view, run) if gender(view, named.person) in {wanted, ""}]
    chosen, stranger = chosen_of(view, run, people, wanted), stranger_in(view, run, wanted)
    if acts_already(view, run, wanted, people[0].at if people else run.stop):
        return None
    unsure = stranger is not None and (chosen is None or stranger < chosen.at)
    if unsure or unknown_in(view, run) or (spoke and last is not None and last.kind != "person"):
        return Speaker("unresolved")
    if chosen is not None and (near(view, run, phrase) or not rival(view, phrase, chosen, wanted, last)):
        return Speaker("person", chosen.person.name, chosen.person.role)
    return Speaker("unresolved") if people else None


def acts_already(view: View, run: Run, wanted: str, first: int) -> bool:
    """Say whether a sentence itself begins with such a pronoun, whom those named behind it are not."""
    head = range(run.first, min(run.first + NEAR_HEAD, first, run.stop))
    return any(pronoun(view, at) == wanted and at not in view.quoted for at in head)


def near(view: View, run: Run, phrase: Phrase) -> bool:
    """Say whether a sentence stands in the same block as a phrase."""
    return view.block_at(view.starts[run.first]) == view.block_at(view.starts[phrase.head])


def rival(view: View, phrase: Phrase, chosen: Named, wanted: str, last: Speaker | None) -> bool:
    """Say whether somebody else of a gender has been speaking, while the one named since has not."""
    if last is None or last.span is None or last.kind != "person" or last.name == chosen.person.name:
        return False
    apart = view.block_at(view.starts[phrase.head]) - view.block_at(last.span.start)
    return apart <= BLOCKS_BACK and may_be(view, last, wanted) and not speaks(view, chosen.at)


def speaks(view: View, at: int) -> bool:
    """Say whether a verb of speech stands beside a name, or the name begins its sentence."""
    stop = at
    while view.person_at.get(stop) == view.person_at[at]:
        stop += 1
    verbs = word_list(view.code or "", "speech_verbs")
    beside = {word.text.lower() for word in (*view.words[at - 1 : at], *view.words[stop : stop + 1])}
    return not verbs.isdisjoint(beside)


def sentences_before(view: View, phrase: Phrase) -> Iterator[Run]:
    """Yield what stands before a phrase in its sentence, then the sentences before in its block and the two above."""
    block = view.blocks[max(0, view.block_at(view.starts[phrase.head]) - BLOCKS_BACK)].span
    index = bisect_left(view.sentence_firsts, phrase.head + 1) - 1
    for run in reversed(view.sentences[max(0, index - SENTENCES_BACK) : index + 1]):
        if view.starts[run.first] < block.start:
            return
        yield Run(run.first, min(run.stop, phrase.run.first))


def spoke_in(view: View, run: Run, last: Speaker | None) -> bool:
    """Say whether whoever spoke last did so in a sentence."""
    if last is None or last.span is None or run.first >= run.stop:
        return False
    return view.starts[run.first] <= last.span.start < view.words[run.stop - 1].span.stop


def may_be(view: View, last: Speaker, wanted: str) -> bool:
    """Say whether a pronoun of a gender may mean whoever spoke last: no house, and nobody of the other gender."""
    if last.kind == "person":
        return gender_of(last.name or "", last.role, view.code or "") in {wanted, ""}
    return last.kind == "role" and of_title(last.role or last.name or "", view.code or "") == wanted


def unknown_in(view: View, run: Run) -> bool:
    """Say whether somebody speaks in a sentence whose name is not known: `Stone says that …`."""
    verbs = word_list(view.code or "", "speech_verbs")
    listed = word_list(view.code or "", "not_names")
    for at in range(run.first + (not listed), run.stop):
        large = view.words[at].text[:1].isupper() and at not in view.person_at and at not in view.quoted
        if not large or view.words[at].text.lower() in listed:
            continue
        if pronoun(view, at) or len(view.words[at].text) < SHORTEST:
            continue
        same = [place for place in view.places.get(view.words[at].text, ())[:OFTEN] if place not in view.person_at]
        if any(place + 1 < len(view.words) and view.words[place + 1].text.lower() in verbs for place in same):
            return True
    return False


def gender(view: View, person: Person) -> str:
    """Return m or f for a person, nothing where nothing tells."""
    return gender_of(person.name, person.role, view.code or "")


def named_in(view: View, run: Run) -> list[Named]:
    """Return the people whom the narrator names in a sentence, each once, in order."""
    found: dict[str, Named] = {}
    for at in range(run.first, run.stop):
        if at in view.person_at and at not in view.quoted:
            person = view.person_at[at]
            found.setdefault(person.name, Named(at, person))
    return list(found.values())


def chosen_of(view: View, run: Run, people: list[Named], wanted: str) -> Named | None:
    """Return who of those named in a sentence is meant: the only one of the gender, or who acts in it, where plain."""
    sure = [named for named in people if gender(view, named.person) == wanted]
    if len(people) == 1 and sure:
        return people[0]
    first = people[0] if people else None
    if first is None or not (acts(view, first, run) or speaks(view, first.at)):
        return None
    return first if first in sure or len(people) == 1 else None


def acts(view: View, named: Named, run: Run) -> bool:
    """Say whether somebody stands at the head of a sentence, led to by no small word."""
    others = any(view.words[at].text.lower() in OTHERS for at in range(run.first, named.at))
    return named.at - run.first < NEAR_HEAD and not others and not led_to(view, named.at, run)


def led_to(view: View, at: int, run: Run) -> bool:
    """Say whether a small word before a name says that its bearer does not act: `of Olga Ivanova`, `з Ганною`."""
    near = range(max(run.first, at - NEAR_HEAD), at)
    return any(view.words[to].text.lower() in word_list(view.code or "", "leading_to") for to in near)


def stranger_in(view: View, run: Run, wanted: str) -> int | None:
    """Return where a sentence brings in somebody without a name, of a gender: `A woman from Brest came`."""
    anew, nouns = word_list(view.code or "", "anew"), word_list(view.code or "", "people")
    for at in range(run.first, run.stop):
        begins = at == run.first or view.words[at - 1].text.lower() in word_list(view.code or "", "speech_verbs")
        if begins and at not in view.quoted and view.words[at].text.lower() in anew:
            near = range(at + 1, min(at + NEAR, run.stop))
            noun = next((to for to in near if view.words[to].text.lower() in nouns), None)
            if noun is not None and of_title(view.words[noun].text, view.code or "") in {wanted, ""}:
                return at if not any(to in view.person_at for to in range(at, min(noun + NEAR, run.stop))) else None
    return None
