"""Words of a view → which of them say that somebody speaks, and who, by grammar and by what stands beside them."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from letopis.language.dictionary import parses
from letopis.language.lists import plain, table, word_list
from letopis.language.parsed import Word
from letopis.record.speech.seen.view import Run, View

FIRST_OR_SECOND = frozenset({"1", "2"})
LETTING = frozenset({"дать", "давать"})


@cache
def verbs(code: str) -> dict[str, str]:
    """Return the verbs of speech of a language and their classes."""
    return {row[0]: row[1] for row in table(code, "speech_verbs") if len(row) > 1}


@cache
def voices(code: str) -> dict[str, tuple[str, ...]]:
    """Return the nouns that may speak without a person's name, with what the list says of each."""
    return {row[0]: tuple(row[1:]) for row in table(code, "voices")}


def kind_at(view: View, index: int) -> str | None:
    """Return the class of the cue that a word is, None where it is none or says that nobody spoke."""
    if index not in view.kinds:
        view.kinds[index] = kind_of(view, index)
    return view.kinds[index]


def kind_of(view: View, index: int) -> str | None:
    """Work out the class of the cue that a word is."""
    word = view.words[index]
    if not word.pos:
        return "say" if plain(word.text.lower()) in word_list(view.code or "", "speech_verbs") else None
    kind = listed(view, word)
    if kind is None or word.feats.get("Person") in FIRST_OR_SECOND or word.feats.get("Mood") == "Imp":
        return None
    if kind in UNDER_CONDITIONS:
        return UNDER_CONDITIONS[kind][0] if UNDER_CONDITIONS[kind][1](view, index) else None
    unsaid = kind in {"say", "doc"} and denied(view, index) and word.lemma not in word_list(view.code or "", "denying")
    return None if unsaid or not predicates(view, index) else kind


def lets_know(view: View, index: int) -> bool:
    """Say whether an infinitive stands with «дать»: `дал понять`, `дают знать`."""
    head = view.heads[index]
    return view.words[index].feats.get("VerbForm") == "Inf" and head >= 0 and view.words[head].lemma in LETTING


def listed(view: View, word: Word) -> str | None:
    """Return the class that the list of verbs gives a word; of short forms only «уверен» and «сказано» are cues."""
    known = verbs(view.code or "")
    if word.feats.get("Variant") != "Short":
        return known.get(word.lemma)
    return known.get(plain(word.text.lower())) or ("think" if known.get(word.lemma) == "think" else None)


def predicates(view: View, index: int) -> bool:
    """Say whether a word makes a statement of its clause; an infinitive does by grace of its verb («успел заявить»)."""
    word = view.words[index]
    if word.feats.get("VerbForm") == "Inf":
        head = view.heads[index]
        return head >= 0 and view.words[head].lemma in word_list(view.code or "", "managing")
    if word.feats.get("VerbForm") in {"Fin", "Conv"} or word.feats.get("Variant") == "Short":
        return True
    return word.pos not in {"VERB", "ADJ"} and all(parse.tag.POS == "VERB" for parse in parses(word.text))


def drawn(view: View, index: int) -> bool:
    """Say whether «из» stands behind a verb: `следует из отчёта`; «как следует из» is a set phrase."""
    behind = index + 1 < len(view.words) and view.words[index + 1].text == "из"
    return behind and (index == 0 or view.words[index - 1].text.lower() != "как")


def never(view: View, index: int) -> bool:
    """Say whether a verb that reports only what it denies is denied: «не исключил»."""
    return predicates(view, index) and denied(view, index)


def denied(view: View, index: int) -> bool:
    """Say whether "not" stands before a verb."""
    return index > 0 and view.words[index - 1].text.lower() == "не"


# Classes of the list that are cues only under a condition: which class they are then.
UNDER_CONDITIONS = {
    "any": ("say", predicates),
    "let": ("say", lets_know),
    "from": ("doc", drawn),
    "never": ("say", never),
}


def cues_in(view: View, run: Run) -> Iterator[int]:
    """Yield the words of a run that are cues."""
    if view.cues is None:
        view.cues = tuple(index for index in likely_cues(view) if kind_at(view, index))
    return iter(view.cues[bisect_left(view.cues, run.first) : bisect_left(view.cues, run.stop)])


def likely_cues(view: View) -> Iterator[int]:
    """Yield the words that are cues by their form; of a hundred words three, so that most are asked nothing more."""
    known, spoken = verbs(view.code or ""), word_list(view.code or "", "speech_verbs")
    for index, word in enumerate(view.words):
        if word.lemma in known or "Variant" in word.feats or (not word.pos and word.text.lower() in spoken):
            yield index


def clause_of(view: View, index: int, within: Run) -> Run:
    """Return the words around one up to the nearest commas, dashes, colons and brackets."""
    first, stop = index, index + 1
    while first > within.first and not cuts(view, first - 1):
        first -= 1
    while stop < within.stop and not cuts(view, stop):
        stop += 1
    return Run(first, stop)


def cuts(view: View, index: int) -> bool:
    """Say whether a word is a sign that ends a clause."""
    word = view.words[index]
    return word.pos == "PUNCT" and word.text in ",;:()—–-.!?…..."
