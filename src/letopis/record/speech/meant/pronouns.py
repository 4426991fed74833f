"""A pronoun that names who speaks → the speaker: whoever acted last and is of that gender; how speakers are made."""

from bisect import bisect_left

import msgspec

from letopis.language.lists import word_list
from letopis.model import Person, Span, Speaker, SpeakerKind
from letopis.record.names.genders import GENDERS
from letopis.record.speech.meant.cast import Act, Cast, acts_before
from letopis.record.speech.meant.named import voice
from letopis.record.speech.meant.sufferers import acted_upon
from letopis.record.speech.seen.doers import LATTER, acts, is_verb
from letopis.record.speech.seen.phrases import alive, nominative, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View, bounds

THERE = "там"
HE = frozenset({"он", "его", "ему", "им", "него"})
SHE = frozenset({"она", "ее", "её", "ей", "нее", "неё"})
THEY = frozenset({"они", "их"})
OWN = frozenset({"его", "ее", "её", "их", "сам", "сама", "свой", "своя", "свое", "своё", "свои", "наш"})
NEAREST = 40
BESIDE = 3
BLOCKS_APART = 2
LONGEST_BLOCKS = 300
# A noun for people between them is the name of a paper: «Экономист».
MARKS = '«»„“”"'


def by_pronoun(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `он`, `тот`, `они`, `по её словам`, by what each of them points at."""
    word = cast.view.words[phrase.head].text.lower()
    if word in LATTER:
        return the_latter(cast, phrase)
    feats = cast.view.words[phrase.head].feats
    if feats.get("VerbForm") == "Fin" and feats.get("Number") == "Sing":
        gender = GENDERS.get(feats.get("Gender", ""))
        return he_or_she(cast, phrase, gender) if gender else Speaker("unresolved")
    if word in THEY or feats.get("VerbForm") == "Fin":
        return they(cast, phrase)
    if word == THERE:
        return the_house(cast, phrase)
    return he_or_she(cast, phrase, "m" if word in HE else "f") if word in HE | SHE else None


def he_or_she(cast: Cast, phrase: Phrase, gender: str) -> Speaker:
    """Return whom `он` or `она` means: the person of that gender who acted last."""
    person, other = last_actor(cast, phrase, gender), last_stranger(cast, phrase, gender)
    spoke = lone_speaker(cast, phrase, other) or adding(cast, phrase, gender)
    if spoke is not None:
        return spoke
    if (sufferer := only_sufferer(cast, phrase, gender)) is not None:
        return somebody(cast, phrase, sufferer, sufferer.role)
    person = person or last_named(cast, phrase, gender) or acting_beside(cast, phrase, gender)
    if other is not None and (person is None or other.head > last_act(cast, phrase, gender)):
        return common(cast.view, other)
    if person is None or told_by_house(cast, phrase):
        noun = last_noun(cast, phrase, gender) if person is None else None
        return common(cast.view, noun) if noun is not None else the_house(cast, phrase)
    return somebody(cast, phrase, person, person.role)


def only_sufferer(cast: Cast, phrase: Phrase, gender: str) -> Person | None:
    """Return the one person of a gender to whom something was done just before: `Суд арестовал Рогова. Он …`."""
    found = {person.name: person for person in acted_upon(cast, phrase) if fits(cast, person, gender)}
    return next(iter(found.values())) if len(found) == 1 else None


def last_noun(cast: Cast, phrase: Phrase, gender: str) -> Phrase | None:
    """Return the lone noun for somebody who acted last, in this block or the last: `Аким ждал. «…», — сказал он`."""
    view = cast.view
    block = max(view.block_at(view.span_of(phrase.run).start) - 1, 0)
    first = view.run_of(view.blocks[block].span).first if view.blocks else 0
    index = bisect_left(cast.narrated, phrase.run.first)
    places = range(index - 1, max(-1, index - LONGEST_BLOCKS), -1)
    near = (cast.narrated[at] for at in places if cast.narrated[at] >= first)
    nouns = (at for at in near if somebody_acting(view, at))
    noun = next((at for at in nouns if GENDERS.get(view.words[at].feats.get("Gender", "")) == gender), None)
    return Phrase(Run(noun, noun + 1), noun) if noun is not None else None


def somebody_acting(view: View, at: int) -> bool:
    """Say whether a word is a common noun for somebody, in the singular, who does something, small or capital."""
    word, code = view.words[at], view.code or ""
    common = word.pos == "NOUN" or word.lemma in word_list(code, "roles") or word.lemma in word_list(code, "people")
    one = word.rel.startswith("nsubj") and word.feats.get("Number") == "Sing"
    return one and common and alive(word) and at not in view.name_at


def acting_beside(cast: Cast, phrase: Phrase, gender: str) -> Person | None:
    """Return who acts in what the sentence tells before it says `написал он`, where nobody is named before."""
    view = cast.view
    places = range(view.sentence_at(phrase.head).first, phrase.run.first)
    told = (view.person_at[at] for at in places if at in view.person_at and acts(view, at))
    return next((person for person in told if fits(cast, person, gender)), None)


def the_latter(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Return whom `тот`, `последняя` means: the person named last who was not the one to act."""
    view, wanted = cast.view, GENDERS.get(cast.view.words[phrase.head].feats.get("Gender", ""))
    index = bisect_left(cast.mentions, phrase.run.first)
    others = (at for at in reversed(cast.mentions[max(0, index - NEAREST) : index]) if not acts(view, at))
    person = next((view.person_at[at] for at in others if fits(cast, view.person_at[at], wanted)), None)
    return somebody(cast, phrase, person, person.role) if person else None


def the_house(cast: Cast, phrase: Phrase) -> Speaker:
    """Return the house that spoke last, for `он`, `по её данным` where no person fits."""
    last, span = cast.last, cast.view.span_of(phrase.run)
    if last is None or last.kind != "organisation":
        return Speaker("unresolved", span=span)
    return Speaker(last.kind, last.name, last.role, span)


def adding(cast: Cast, phrase: Phrase, gender: str) -> Speaker | None:
    """Return who spoke just before, where a verb says that somebody goes on: `он добавил`, `она также отметила`."""
    person = spoke_last(cast, phrase) if goes_on(cast.view, phrase) else None
    return somebody(cast, phrase, person, person.role) if person is not None and fits(cast, person, gender) else None


def goes_on(view: View, phrase: Phrase) -> bool:
    """Say whether the words around a speaker say that somebody goes on: `добавил`, `также`."""
    verb = view.heads[phrase.head]
    nearby = view.words[max(0, phrase.head - BESIDE) : verb + 1]
    return any(word.lemma in word_list(view.code or "", "adding") for word in nearby)


def spoke_last(cast: Cast, phrase: Phrase) -> Person | None:
    """Return the person who has just spoken, not more than two blocks before."""
    view, last = cast.view, cast.last
    if last is None or last.kind != "person" or last.span is None:
        return None
    apart = view.block_at(view.words[phrase.head].span.start) - view.block_at(last.span.start)
    person = next((one for one in view.people if one.name == last.name), None)
    return person if apart <= BLOCKS_APART else None


def lone_speaker(cast: Cast, phrase: Phrase, other: Phrase | None) -> Speaker | None:
    """Return somebody without a name who has just spoken, if nobody known has done anything since."""
    last, view = cast.last, cast.view
    if last is None or last.span is None or last.kind not in {"role", "unnamed"}:
        return None
    run = view.run_of(last.span)
    one = run.first < run.stop and view.words[run.first].lemma == "один"
    first = next((at for at in range(*bounds(run)) if upright(view, at)), run.first)
    several = not one and first < run.stop and view.words[first].feats.get("Number") == "Plur"
    if several or (other is not None and other.head >= run.stop) or run.first < last_act(cast, phrase, "m"):
        return None
    return Speaker(last.kind, last.name, last.role, view.span_of(phrase.run))


def told_by_house(cast: Cast, phrase: Phrase) -> bool:
    """Say whether `по её данным` means the house that spoke just before: people have words, houses have data."""
    after = cast.view.words[phrase.run.stop].lemma if phrase.run.stop < len(cast.view.words) else ""
    return after in word_list(cast.view.code or "", "house_words") and cast.last is not None and not cast.last.role


def they(cast: Cast, phrase: Phrase) -> Speaker:
    """Return whom `они` means: the people named last in the plural, or the house that spoke last."""
    last, span = cast.last, cast.view.span_of(phrase.run)
    people, pair = last_people(cast, phrase), last_pair(cast, phrase)
    since = last.span.start if last is not None and last.span is not None else -1
    if (
        pair is not None
        and cast.view.starts[pair] > since
        and (people is None or cast.view.starts[pair] >= people.start)
    ):
        return first_of(cast.view, pair, span)
    if people is not None and since < people.start:
        return Speaker("unnamed", people.name, None, span)
    if last is None or last.kind not in {"organisation", "unnamed"}:
        return Speaker("unresolved", span=span)
    return Speaker(last.kind, last.name, last.role, span)


def last_named(cast: Cast, phrase: Phrase, wanted: str) -> Person | None:
    """Return the person named last before a phrase, where nobody has done anything yet."""
    index = bisect_left(cast.mentions, phrase.run.first)
    named = (cast.view.person_at[at] for at in reversed(cast.mentions[max(0, index - NEAREST) : index]))
    return next((person for person in named if fits(cast, person, wanted)), None)


def last_act(cast: Cast, phrase: Phrase, wanted: str | None) -> int:
    """Return where somebody known last did something before a phrase, -1 if nobody did."""
    acts = acts_before(cast, phrase.run.first)
    return acts[-1].at if acts and wanted else -1


def last_stranger(cast: Cast, phrase: Phrase, wanted: str) -> Phrase | None:
    """Return the noun for a person without a name who last did something before a phrase, in this block or the last."""
    view = cast.view
    block = max(view.block_at(view.span_of(phrase.run).start) - 1, 0)
    first = view.runs[block].first if view.blocks else 0
    index = bisect_left(cast.strangers, phrase.run.first, key=lambda one: one.head)
    stranger = cast.strangers[index - 1] if index else None
    if stranger is None or stranger.head < first:
        return None
    return stranger if gender_of(view, stranger) in {wanted, None} else None


def gender_of(view: View, phrase: Phrase) -> str | None:
    """Return the gender in which a phrase's verb stands, else that of its noun."""
    verb = view.heads[phrase.head]
    of_verb = view.words[verb].feats.get("Gender", "") if verb >= 0 and is_verb(view, verb) else ""
    of_noun = GENDERS.get(view.words[phrase.head].feats.get("Gender", ""))
    return GENDERS.get(of_verb, of_noun)


def last_actor(cast: Cast, phrase: Phrase, wanted: str | None, *, free: bool = False) -> Person | None:
    """Return the person who last stood as a subject, or spoke, before a phrase; if asked, one without a title."""
    acts = [act.person for act in acts_before(cast, phrase.run.first) if fits(cast, act.person, wanted)]
    if free:
        acts = [person for person in acts if person.name not in cast.bearers]
    return acts[-1] if acts else None


def fits(cast: Cast, person: Person, wanted: str | None) -> bool:
    """Say whether a person may be of a gender, as far as anything tells."""
    return wanted is None or cast.genders.get(person.name, "") in {"", wanted}


def somebody(cast: Cast, phrase: Phrase, person: Person, role: str | None) -> Speaker:
    """Return a person as the speaker, and remember that he was the last to act."""
    cast.heard.append(Act(phrase.head, person))
    return Speaker("person", person.name, role, cast.view.span_of(phrase.run))


def common(view: View, phrase: Phrase) -> Speaker:
    """Return a speaker without a name: a role where it is one person, else somebody unnamed."""
    name, span = nominative(view, phrase), view.span_of(phrase.run)
    name = unowned(name)
    if name[0] in MARKS and name[-1] in MARKS:
        return Speaker("organisation", name.strip(MARKS), None, span)
    plural = view.words[phrase.head].feats.get("Number") == "Plur"
    if view.words[phrase.head].pos == "PROPN" and view.words[phrase.head].feats.get("Animacy") == "Anim" and not plural:
        return Speaker("person", name, None, span)
    if view.words[phrase.head].text.isascii():
        return Speaker("organisation", name, None, span)
    kind: SpeakerKind = "unnamed" if plural or voice(view, phrase) == "unnamed" else "role"
    return Speaker(kind, name, None if kind == "unnamed" else name, span)


def unowned(name: str) -> str:
    """Return a phrase without the pronoun that says whose it is."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in OWN else name


class People(msgspec.Struct, frozen=True):
    """Several people without names: where they are named, and by which noun."""

    start: int
    name: str


def last_people(cast: Cast, phrase: Phrase) -> People | None:
    """Return the noun in the plural for people who last did something before a phrase, in this block or the last."""
    view = cast.view
    block = max(view.block_at(view.span_of(phrase.run).start) - 1, 0)
    first = view.runs[block].first if view.blocks else 0
    index = bisect_left(cast.crowds, phrase.run.first)
    if not index or cast.crowds[index - 1] < first:
        return None
    found = phrase_of(view, cast.crowds[index - 1], view.sentence_at(cast.crowds[index - 1]))
    return People(view.words[found.head].span.start, unowned(nominative(view, found)))


def last_pair(cast: Cast, phrase: Phrase) -> int | None:
    """Return where two with names last did something together, in this block or the last: `Рогов и Зуев приехали`."""
    view = cast.view
    block = max(view.block_at(view.span_of(phrase.run).start) - 1, 0)
    first = max(view.runs[block].first if view.blocks else 0, phrase.run.first - LONGEST_BLOCKS)
    places = cast.narrated[bisect_left(cast.narrated, first) : bisect_left(cast.narrated, phrase.run.first)]
    return next((at for at in reversed(places) if view.words[at].rel.startswith("nsubj") and joined(view, at)), None)


def joined(view: View, at: int) -> bool:
    """Say whether two with names are joined at a word, the first of them, or the noun for both."""
    several = view.words[at].feats.get("Number") == "Plur"
    beside = [child for child in view.children[at] if named(view, child) and child > at]
    rels = {view.words[child].rel for child in beside}
    return ("conj" in rels and named(view, at)) or (several and bool(beside) and "appos" in rels)


def named(view: View, at: int) -> bool:
    """Say whether a word names a person or a house."""
    return at in view.person_at or at in view.organisation_at


def first_of(view: View, pair: int, span: Span) -> Speaker:
    """Return the first of two who did something together; a record has one speaker of a statement."""
    at = next(at for at in (pair, *view.children[pair]) if named(view, at))
    if at in view.person_at:
        return Speaker("person", view.person_at[at].name, view.person_at[at].role, span)
    return Speaker("organisation", view.organisation_at[at].name, None, span)


def upright(view: View, at: int) -> bool:
    """Say whether a word is a noun or what goes with one, and tells by its form whether it is one or several."""
    return view.words[at].pos in {"NOUN", "PRON", "PROPN"} and alive(view.words[at])
