"""An English phrase that names nobody the article has as a person → a house, a text, a role, a name, or nobody."""

from letopis.language.lists import word_list
from letopis.model import Person, Speaker, SpeakerKind
from letopis.record.names.abroad.personal import Named, abbreviated, is_office, low, personal
from letopis.record.speech.seen.view import Phrase, Run, View, bounds

FULL = 2
OTHERS = frozenset({"vice", "deputy", "former", "assistant", "associate", "acting", "prime", "junior", "under"})
CROWDS = frozenset({"people", "police", "women", "men", "children", "some", "many", "several", "both", "two", "three"})


def by_english(view: View, phrase: Phrase) -> Speaker:
    """Return who is meant by words that name no known person."""
    led = view.words[phrase.run.first].text.lower() in word_list("en", "determiners")
    core = Run(phrase.run.first + led, phrase.run.stop)
    if core.first >= core.stop:
        return Speaker("unresolved", span=view.span_of(phrase.run))
    last = view.words[core.stop - 1]
    office = led and is_office(last)
    return by_noun(view, phrase, core) if last.text[0].islower() or office else by_name(view, phrase, core)


def by_noun(view: View, phrase: Phrase, core: Run) -> Speaker:
    """Return a role, a text or people without names: `a local resident`, `the report`, `two officials`."""
    span, name = view.span_of(phrase.run), view.span_of(core).of(view.text)
    noun = low(view.words[core.stop - 1])
    opening = view.words[phrase.run.first].text.lower()
    if noun in word_list("en", "documents"):
        return Speaker("document", name, None, span)
    if not is_noun(view, phrase, core):
        return Speaker("unresolved", span=span)
    person = bearer(view, core) if opening not in word_list("en", "anew") else None
    if person is not None:
        return Speaker("person", person.name, person.role, span)
    several = opening in CROWDS or noun in CROWDS or is_plural(noun)
    kind: SpeakerKind = "unnamed" if several else "role"
    return Speaker(kind, name, None if several else name, span)


def is_noun(view: View, phrase: Phrase, core: Run) -> bool:
    """Say whether a word in small letters is a noun for whoever speaks: led by an article, or known as one."""
    noun = low(view.words[core.stop - 1])
    known = word_list("en", "people") | word_list("en", "person_titles") | word_list("en", "house_nouns")
    one = noun in known or is_plural(noun)
    led = core.first > phrase.run.first and noun.isalpha() and not noun.endswith(("ly", "ing"))
    return one or (led and not any(letter.isdigit() for letter in noun))


def is_plural(noun: str) -> bool:
    """Say whether a noun means several people: `residents`."""
    known = word_list("en", "people") | word_list("en", "person_titles")
    return noun.removesuffix("s") != noun and noun.removesuffix("s") in known


def bearer(view: View, core: Run) -> Person | None:
    """Return the only person whose role is just what words say: «the minister» is no prime minister."""
    wanted = {low(word) for word in view.words[core.first : core.stop]}
    if not any(is_office(word) for word in view.words[core.first : core.stop]):
        return None
    held = [(person, set((person.role or "").lower().split())) for person in view.people]
    known = [person for person, role in held if wanted <= role and not (role - wanted) & OTHERS]
    return known[0] if len(known) == 1 else None


def by_name(view: View, phrase: Phrase, core: Run) -> Speaker:
    """Return whom words with capitals name: a person by a full name, a house by its words or its article, or nobody."""
    span = view.span_of(phrase.run)
    first = core.stop - 1
    while first > core.first and view.words[first - 1].text[0].isupper():
        first -= 1
    words = view.words[first : core.stop]
    found = personal(view.words, first, core.stop)
    articled = view.words[phrase.run.first].text.lower() == "the" and first == core.first
    if found is None or articled:
        return house(view, phrase, Run(first, core.stop))
    if found.stop - found.first == 1:
        return by_one_word(view, found, phrase)
    if any(abbreviated(word.text) and len(word.text) > FULL for word in words):
        return Speaker("unresolved", span=span)
    name = view.span_of(Run(found.first, found.stop)).of(view.text)
    return Speaker("person", name, None, span)


def house(view: View, phrase: Phrase, run: Run) -> Speaker:
    """Return a house that words name: by a word that houses' names have, or by their letters; else nobody."""
    lows = {low(view.words[at]) for at in range(*bounds(run))}
    span = view.span_of(phrase.run)
    said = lows & word_list("en", "house_nouns") or any(
        abbreviated(view.words[at].text) and len(view.words[at].text) > FULL for at in range(*bounds(run))
    )
    bare = len(lows) == 1 and not abbreviated(view.words[run.first].text) and run.first == phrase.run.first
    if not said or bare or lows <= word_list("en", "not_names"):
        return Speaker("unresolved", span=span)
    return Speaker("organisation", view.span_of(run).of(view.text), None, span)


def by_one_word(view: View, found: Named, phrase: Phrase) -> Speaker:
    """Return who is called by one word: the only person of that first name or surname, or a listed first name."""
    word, span = view.words[found.first].text, view.span_of(phrase.run)
    known = [person for person in view.people if word in {person.name.split()[0], person.name.split()[-1]}]
    if len(known) == 1:
        return Speaker("person", known[0].name, known[0].role, span)
    if not known and (word in word_list("en", "first_names") or found.titled):
        return Speaker("person", word, None, span)
    return Speaker("unresolved", span=span)
