"""Words of a language without grammar → who speaks by a verb: by capitals, titles and forms of verbs that it lists."""

from letopis.language.lists import plain, word_list
from letopis.record.names.abroad.listed_titles import is_title
from letopis.record.speech.seen.view import Phrase, Run, View, bounds
from letopis.record.speech.who.abroad.english_phrases import BE, english_speaker
from letopis.record.speech.who.abroad.listed_pronouns import pronoun

LONGEST_NAME = 6
LONGEST_ROLE = 12
REACH = 30
OF_TITLE = 4


def named_by_verb(view: View, run: Run) -> tuple[Run, Phrase | None] | None:
    """Return the first verb of speech in a stretch and who speaks by it; nobody where that is not plain."""
    for verb in range(run.first, min(run.stop, run.first + REACH)):
        if not is_verb_form(view, verb):
            continue
        reader = english_speaker if view.code == "en" else slavic_speaker
        return Run(verb, verb + 1), reader(view, verb, run)
    return None


def is_verb_form(view: View, index: int) -> bool:
    """Say whether a word is a form that the language lists as a verb of speech."""
    if plain(view.words[index].text.lower()) not in word_list(view.code or "", "speech_verbs"):
        return False
    return view.code != "en" or index == 0 or view.words[index - 1].text.lower() not in BE


def slavic_speaker(view: View, verb: int, run: Run) -> Phrase | None:
    """Return who speaks by a verb: whoever stands before it, else behind it: `сказав мер Іван Гринь`."""
    if verb == run.first:
        return behind(view, verb + 1, run)
    return until(view, verb, run) or behind(view, verb + 1, run)


def behind(view: View, first: int, run: Run) -> Phrase | None:
    """Return who stands behind a verb, before any sign: a pronoun, a person, a name, or a title with what it is of."""
    if first < run.stop and pronoun(view, first):
        return Phrase(Run(first, first + 1), first)
    first = past_quoted(view, first, run)
    stop = first
    while stop < min(run.stop, first + LONGEST_ROLE) and view.words[stop].text[0].isalnum():
        stop += 1
    person = next((at for at in range(first, stop) if at in view.person_at), None)
    if person is not None:
        return whole(view, person)
    at = first
    while at < stop and small_noun(view, at):
        at += 1
    return capitals_from(view, at, stop) or role_from(view, first, at)


def past_quoted(view: View, first: int, run: Run) -> int:
    """Return the first word behind the paper to which somebody tells it: `пояснив «Переправі» співрозмовник`."""
    at = first
    while at < run.stop and at in view.quoted:
        at += 1
    return at


def whole(view: View, at: int) -> Phrase:
    """Return a person's name as it stands from a word on."""
    stop = at
    while view.person_at.get(stop) == view.person_at[at]:
        stop += 1
    return Phrase(Run(at, stop), stop - 1)


def small_noun(view: View, at: int) -> bool:
    """Say whether a word is in small letters and no small word of the language."""
    word = view.words[at].text
    return word.islower() and word not in word_list(view.code or "", "frequent") and not leads(view, at)


def leads(view: View, at: int) -> bool:
    """Say whether a word is a preposition, behind which nobody stands who speaks."""
    return view.words[at].text.lower() in word_list(view.code or "", "leading_to")


def capitals_from(view: View, first: int, stop: int) -> Phrase | None:
    """Return the name in capitals that begins at a word."""
    at = first
    while at < stop and at - first < LONGEST_NAME and in_name(view, at):
        at += 1
    return Phrase(Run(first, at), at - 1) if at > first else None


def role_from(view: View, first: int, stop: int) -> Phrase | None:
    """Return the words for somebody without a name that begin at a place: `місцевий житель`, `очільник держави`."""
    near = range(first, min(stop, first + 3))
    noun = next((at for at in near if is_somebody(view, at)), None)
    if noun is None:
        return None
    owned = noun + 1 < stop and genitive(view, noun + 1)
    return Phrase(Run(first, noun + 1 + owned), noun)


def is_somebody(view: View, at: int) -> bool:
    """Say whether a word is a title, or another noun for somebody."""
    word = view.words[at]
    return is_title(word, view.code or "") or word.text.lower() in word_list(view.code or "", "people")


def genitive(view: View, at: int) -> bool:
    """Say whether a small word stands in the genitive: `директор порту`."""
    word, endings = view.words[at].text, tuple(word_list(view.code or "", "genitive_endings"))
    return word.islower() and word.endswith((*endings, "у", "ю", "а", "я")) and not leads(view, at)


def until(view: View, verb: int, run: Run) -> Phrase | None:
    """Return who stands before a verb: a pronoun, a name, or a title that begins the clause."""
    last = verb - 1
    while last >= run.first and view.words[last].text.lower() in word_list(view.code or "", "minded"):
        last -= 1
    if last < run.first:
        return None
    if pronoun(view, last):
        return Phrase(Run(last, last + 1), last)
    if last in view.person_at or (in_name(view, last) and last > run.first):
        return name_until(view, last, run)
    return title_until(view, last, run)


def name_until(view: View, last: int, run: Run) -> Phrase | None:
    """Return the name that ends with a word, in the nominative as far as it is known."""
    first = last
    while first > run.first and in_name(view, first - 1) and last - first < LONGEST_NAME:
        first -= 1
    return Phrase(Run(first, last + 1), last)


def title_until(view: View, last: int, run: Run) -> Phrase | None:
    """Return the title, with what it is of, that fills a clause up to its verb: `Очільник держави наголосив`."""
    first = last
    while first > run.first and view.words[first - 1].text[0].isalnum() and last - first < OF_TITLE:
        first -= 1
    found = role_from(view, first, last + 1)
    return found if found is not None and found.run.stop == last + 1 else None


def in_name(view: View, index: int) -> bool:
    """Say whether a word may be part of a name: it begins with a capital."""
    word = view.words[index].text
    return word[:1].isupper() and any(letter.isalpha() for letter in word) and not pronoun(view, index)


def quoted(view: View, run: Run) -> bool:
    """Say whether words stand in a quotation, where somebody is only spoken of."""
    return any(at in view.quoted for at in range(*bounds(run)))
