"""A phrase that names who speaks → the speaker: a person, an organisation, a document, a role, or nobody we know."""

from bisect import bisect_left

from letopis.language.lists import word_list
from letopis.model import Person, Speaker, SpeakerKind
from letopis.record.speech.seen.cues import is_verb
from letopis.record.speech.seen.phrases import NOMINAL, nominative, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.cast import MEDIA, Act, Cast, acts_before, titled
from letopis.record.speech.who.foreign import speaker_by_capitals
from letopis.record.speech.who.named import (
    HOUSES,
    hides,
    name_start,
    named_in,
    person_behind_pair,
    person_beside,
    person_in,
    voice,
)
from letopis.record.speech.who.titles import noun_of

HE = frozenset({"он", "его", "ему", "им", "него"})
SHE = frozenset({"она", "ее", "её", "ей", "нее", "неё"})
THEY = frozenset({"они", "их"})
OWN = frozenset({"его", "ее", "её", "их", "сам", "сама", "свой", "своя", "свое", "своё", "свои", "наш"})
NEAREST = 40


def resolve(cast: Cast, phrase: Phrase | None) -> Speaker:
    """Return who is meant by a phrase, by the first rule that knows."""
    if phrase is None:
        return Speaker("unresolved")
    if not cast.view.grammar:
        return speaker_by_capitals(cast.view, phrase, cast.last)
    return next((found for rule in RULES if (found := rule(cast, phrase))), None) or common(cast.view, phrase)


def by_name(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `Иванов`, `министр Иванов`: the person named in the phrase, if it is not only the owner of a voice."""
    view = cast.view
    person = person_in(view, phrase) or person_beside(view, phrase) or person_behind_pair(view, phrase)
    if person is None:
        return None
    return somebody(cast, phrase, person, role_in(view, phrase) or person.role)


def by_pronoun(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `он`, `по её словам`: the person of that gender who acted last."""
    word = cast.view.words[phrase.head].text.lower()
    if word in THEY:
        return they(cast, phrase)
    if word not in HE | SHE:
        return None
    gender = "m" if word in HE else "f"
    person, other = last_actor(cast, phrase, gender), last_stranger(cast, phrase, gender)
    person = person or last_named(cast, phrase, gender)
    spoke = lone_speaker(cast, phrase)
    if spoke is not None:
        return spoke
    if other is not None and (person is None or other.head > last_act(cast, phrase, gender)):
        return common(cast.view, other)
    if person is None or told_by_house(cast, phrase):
        return they(cast, phrase)
    return somebody(cast, phrase, person, person.role)


def lone_speaker(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Return somebody without a name who has just spoken, if nobody known has done anything since."""
    last, view = cast.last, cast.view
    if last is None or last.span is None or last.kind not in {"role", "unnamed"}:
        return None
    run = view.run_of(last.span)
    several = any(view.words[at].feats.get("Number") == "Plur" for at in range(run.first, min(run.first + 1, run.stop)))
    if several or run.first < last_act(cast, phrase, "m"):
        return None
    return Speaker(last.kind, last.name, last.role, view.span_of(phrase.run))


def told_by_house(cast: Cast, phrase: Phrase) -> bool:
    """Say whether `по её данным` means the house that spoke just before: people have words, houses have data."""
    after = cast.view.words[phrase.run.stop].lemma if phrase.run.stop < len(cast.view.words) else ""
    return after in word_list(cast.view.code or "", "house_words") and cast.last is not None and not cast.last.role


def they(cast: Cast, phrase: Phrase) -> Speaker:
    """Return whom `они` means: the house or the unnamed people who spoke last; of single people it cannot tell."""
    last, span = cast.last, cast.view.span_of(phrase.run)
    if last is None or last.kind not in {"organisation", "unnamed"}:
        return Speaker("unresolved", span=span)
    return Speaker(last.kind, last.name, last.role, span)


def by_title(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `президент Казахстана`, `министр`: the person who was given that title."""
    head = cast.view.words[phrase.head]
    if head.feats.get("Number") == "Plur" or voice(cast.view, phrase) in HOUSES or hides(cast.view, phrase):
        return None
    if head.pos != "NOUN" and (head.pos != "PROPN" or phrase.head in cast.view.person_at):
        return None
    title = titled(cast, phrase)
    return somebody(cast, phrase, title.person, nominative(cast.view, phrase)) if title else None


def by_carrier(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `сообщение МЧС`, `пресс-релиз компании`: a text that only carries somebody's words has him speak."""
    view = cast.view
    if view.words[phrase.head].lemma not in word_list(view.code or "", "carriers"):
        return None
    owners = (at for at in range(phrase.head + 1, phrase.run.stop) if view.words[at].pos in NOMINAL)
    owner = next(owners, None)
    if owner is None or view.words[owner - 1].pos == "ADP":
        return owner_before(cast, phrase)
    whose = phrase_of(view, owner, Run(phrase.head + 1, phrase.run.stop))
    return next((found for rule in OWNERS if (found := rule(cast, whose))), None) or common(view, whose)


def owner_before(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Return who spoke last, for a text whose owner is not named again: «в сообщении говорится»."""
    last = cast.last
    return Speaker(last.kind, last.name, last.role, cast.view.span_of(phrase.run)) if last else None


def by_house(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `пресс-служба президента`, `агентство «Вестник»`, and `в компании` for the company named before."""
    view, span = cast.view, cast.view.span_of(phrase.run)
    kind = voice(view, phrase)
    if view.words[phrase.run.first].lemma == "свой" and cast.last is not None:
        return Speaker(cast.last.kind, cast.last.name, cast.last.role, span)
    if kind in HOUSES:
        return Speaker("organisation", house_name(cast, phrase), None, span)
    if kind == "document":
        return Speaker("document", nominative(view, phrase), None, span)
    named = view.organisation_at.get(phrase.head)
    if named is not None or name_kind(view, phrase.head) in {"ORG", "LOC"}:
        return Speaker("organisation", named.name if named else nominative(view, phrase), None, span)
    return None


def by_description(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `музыкант`, `25-летняя девушка`: a lone noun for whoever acted last."""
    view = cast.view
    head = view.words[phrase.head]
    one = head.feats.get("Animacy") == "Anim" and head.feats.get("Number") == "Sing" and head.pos == "NOUN"
    if not one or voice(view, phrase) or hides(view, phrase):
        return None
    person = last_actor(cast, phrase, gender_of(view, phrase)) or only_one(cast, phrase)
    lone = phrase.run.stop == phrase.head + 1
    if person is None or not (lone or (heads_all(cast, phrase) and untitled(cast, person))):
        return None
    return somebody(cast, phrase, person, nominative(view, phrase))


def only_one(cast: Cast, phrase: Phrase) -> Person | None:
    """Return whose work it is, where only one person is named so far: `книга Анны Роговой … автор отмечает`."""
    if cast.view.words[phrase.head].lemma not in word_list(cast.view.code or "", "makers"):
        return None
    index = bisect_left(cast.mentions, phrase.run.first)
    named = {cast.view.person_at[at].name: cast.view.person_at[at] for at in cast.mentions[:NEAREST][:index]}
    return next(iter(named.values())) if len(named) == 1 and index <= NEAREST else None


def gender_of(view: View, phrase: Phrase) -> str | None:
    """Return the gender in which a phrase's verb stands, else that of a feminine noun; other nouns do not tell."""
    verb = view.heads[phrase.head]
    of_verb = view.words[verb].feats.get("Gender", "") if verb >= 0 and is_verb(view, verb) else ""
    of_noun = {"Fem": "f"}.get(view.words[phrase.head].feats.get("Gender", ""))
    return {"Masc": "m", "Fem": "f"}.get(of_verb, of_noun)


def heads_all(cast: Cast, phrase: Phrase) -> bool:
    """Say whether a phrase is the title of an office so high that papers need not name who holds it."""
    return noun_of(cast.view, phrase) in word_list(cast.view.code or "", "high_offices")


def untitled(cast: Cast, person: Person) -> bool:
    """Say whether an article gives a person no title."""
    return not any(title.person is person for title in cast.titles)


OWNERS = (by_name, by_pronoun, by_title, by_house)
RULES = (by_name, by_pronoun, by_title, by_carrier, by_house, by_description)


def somebody(cast: Cast, phrase: Phrase, person: Person, role: str | None) -> Speaker:
    """Return a person as the speaker, and remember that he was the last to act."""
    cast.heard.append(Act(phrase.head, person))
    return Speaker("person", person.name, role, cast.view.span_of(phrase.run))


def common(view: View, phrase: Phrase) -> Speaker:
    """Return a speaker without a name: a role where it is one person, else somebody unnamed."""
    name, span = nominative(view, phrase), view.span_of(phrase.run)
    name = unowned(name)
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


def role_in(view: View, phrase: Phrase) -> str | None:
    """Return the words that stand before a name in its phrase, in the nominative."""
    named = [at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at]
    if phrase.head in view.person_at or not named:
        return None
    return nominative(view, Phrase(Run(phrase.run.first, name_start(view, named[-1])), phrase.head))


def house_name(cast: Cast, phrase: Phrase) -> str:
    """Return an organisation's own name where a phrase is only its kind and its name, or its kind alone."""
    view = cast.view
    named = named_in(view, phrase)
    if named is not None and voice(view, phrase) in MEDIA:
        return named
    if phrase.run.stop - phrase.head == 1:
        return named_before(cast, phrase) or unowned(nominative(view, phrase))
    return quoted_name(view, phrase) or unowned(nominative(view, phrase))


def quoted_name(view: View, phrase: Phrase) -> str | None:
    """Return the name between marks behind the noun of an outlet."""
    if voice(view, phrase) not in MEDIA:
        return None
    words = view.span_of(phrase.run).of(view.text)
    start, stop = words.find("«"), words.rfind("»")
    return words[start + 1 : stop] if 0 <= start < stop else None


def named_before(cast: Cast, phrase: Phrase) -> str | None:
    """Return the organisation for which a lone noun stands: one called so before, else the last one named."""
    view, noun = cast.view, cast.view.words[phrase.head].lemma
    same = name_before(cast.houses.get(noun, []), phrase.head)
    if same or noun not in word_list(view.code or "", "houses"):
        return same
    medium = name_before(cast.outlets, phrase.head) if voice(view, phrase) in MEDIA else None
    return medium or name_before(cast.organisations, phrase.head)


def name_before(names: list[tuple[int, str]], at: int) -> str | None:
    """Return the last of the names that stands before a place."""
    index = bisect_left(names, at, key=lambda name: name[0])
    return names[index - 1][1] if index else None


def name_kind(view: View, index: int) -> str | None:
    """Return the kind of the name that a word is part of."""
    name = view.name_at.get(index)
    return name.kind if name else None


def last_actor(cast: Cast, phrase: Phrase, wanted: str | None) -> Person | None:
    """Return the person who last stood as a subject, or spoke, before a phrase; nobody of another gender."""
    acts = [act.person for act in acts_before(cast, phrase.run.first) if fits(cast, act.person, wanted)]
    return acts[-1] if acts else None


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
    first = view.run_of(view.blocks[block].span).first if view.blocks else 0
    index = bisect_left(cast.strangers, phrase.run.first, key=lambda one: one.head)
    stranger = cast.strangers[index - 1] if index else None
    if stranger is None or stranger.head < first:
        return None
    known = {"Masc": "m", "Fem": "f"}.get(view.words[stranger.head].feats.get("Gender", ""))
    return stranger if known == wanted else None


def fits(cast: Cast, person: Person, wanted: str | None) -> bool:
    """Say whether a person may be of a gender, as far as anything tells."""
    return wanted is None or cast.genders.get(person.name, "") in {"", wanted}
