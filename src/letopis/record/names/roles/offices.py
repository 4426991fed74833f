"""Words of a sentence → which of them name an office, trade or rank, and where such a role begins and ends."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from letopis.language.dictionary import parses
from letopis.language.lists import plain, word_list
from letopis.language.parsed import Word
from letopis.record.names.declension import VOWELS
from letopis.record.names.mentions import Mention

# How many words before a name a role may begin: «министр внутренних дел и юстиции Республики Северные Острова».
REACH = 14

OPENING = frozenset("«„“\"'(")
CLOSING = frozenset("»”\"')")
STRAIGHT = frozenset("\"'")
LISTING = frozenset({",", "и", "(", ")", ".", "-"})
DASHES = frozenset("—–-")

ROLE_PREPOSITIONS = frozenset({"по", "при", "из", "от", "без"})

ACTING = "врио"

# Of people, the accusative is the genitive's likeness: taggers mix the two up.
SAME_CASE = {"Acc": "Gen"}


class Phrase(msgspec.Struct, frozen=True):
    """A role as it stands: its words, and which of them is the noun that bends."""

    words: tuple[Word, ...]
    head: int


class Place(msgspec.Struct, frozen=True):
    """A mention in its sentence; `named` are the words of the sentence that belong to people's names."""

    mention: Mention
    words: tuple[Word, ...]
    named: frozenset[int]


def phrase(words: Sequence[Word], head: int, stop: int) -> Phrase:
    """Return the role from its first adjective to its last word."""
    first = head
    while first > 0 and describes(words[first - 1], words[head]):
        first -= 1
    last = stop
    while last > head + 1 and (
        words[last - 1].pos in {"PUNCT", "ADP", "CCONJ"} and words[last - 1].text not in CLOSING
    ):
        last -= 1
    return Phrase(tuple(words[first:last]), head - first)


def describes(word: Word, noun: Word) -> bool:
    """Say whether a word is an adjective of the noun after it and tells something of the role."""
    if is_acting(noun):
        return word.text.lower() == "временно"
    if word.pos != "ADJ" or word.text[0].isdigit() or word.lemma in word_list("ru", "passing_adjectives"):
        return False
    bends = any(parse.tag.POS in {"ADJF", "PRTF"} for parse in parses(word.text))
    return bends and same_case(word, noun) and "летний" not in word.lemma


def is_age(word: Word) -> bool:
    """Say whether a word tells an age: «49-летний»."""
    return word.text[0].isdigit()


def is_role(word: Word) -> bool:
    """Say whether a word is a noun of office, trade or rank; half a double noun is enough («лётчик-космонавт»)."""
    if word.pos not in {"NOUN", "PROPN", "ADJ", "X"}:
        return is_acting(word)
    return is_listed_role(word.lemma) or is_deputy(word) or is_acting(word)


@lru_cache(maxsize=20_000)
def is_listed_role(lemma: str) -> bool:
    """Say whether the list has a word, or one half of it."""
    return any(map(known_role, (lemma, *lemma.split("-"))))


def role_at(words: Sequence[Word], at: int) -> bool:
    """Say whether a role stands at a place, and not one to be had: «кандидат в президенты»."""
    return is_role(words[at]) and not (at > 0 and words[at - 1].text == "в" and is_many(words[at]))


def is_many(word: Word) -> bool:
    """Say whether a noun is a plural; the tagger takes some for one: «Президенты», «лётчики-космонавты»."""
    return word.feats.get("Number") == "Plur" or all(parse.tag.number == "plur" for parse in parses(word.text))


def known_role(lemma: str) -> bool:
    """Say whether the list has a word, or has it without what may stand before any trade: «кинопродюсер»."""
    known = word_list("ru", "roles")
    return lemma in known or any(lemma.removeprefix(start) in known for start in word_list("ru", "role_prefixes"))


def is_deputy(word: Word) -> bool:
    """Say whether a word is one of the clipped ones that never bend: «замминистра», «замглавы»."""
    low = plain(word.text.lower())
    return low == ACTING or (low.startswith("зам") and low in word_list("ru", "roles") and low[-1] in "аяы")


def is_acting(word: Word) -> bool:
    """Say whether a word stands for an office as its holder for a time does: «исполняющий обязанности», «и. о.»."""
    return word.text[0] in "иИ" and (word.text.lower().startswith("исполняющ") or is_initials(word))


def is_initials(word: Word) -> bool:
    """Say whether a word is «и. о.»."""
    return word.text[-1] == "." and word.text.lower().replace(" ", "") == "и.о."


def leads_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a preposition belongs to a role: «советник по печати», «посол в Польше», not «актёр на роль»."""
    return words[at].lemma in ROLE_PREPOSITIONS or (at + 1 < len(words) and words[at + 1].pos == "PROPN")


def is_called(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a name that does not bend: an abbreviation, or «Миннесота» in «штата Миннесота»."""
    after_noun = at > 0 and words[at - 1].feats.get("Case") == "Gen" and words[at - 1].pos == "NOUN"
    return words[at].text.isupper() or (words[at].pos == "PROPN" and after_noun)


def joins(words: Sequence[Word], at: int) -> bool:
    """Say whether «и» joins two things in one case («экономики и торговли») and not two people."""
    left, right = words[at - 1], words[at + 1]
    case = left.feats.get("Case")
    return at > 0 and case == right.feats.get("Case") != "Nom" and left.feats.get("Animacy") == "Inan"


def agrees(noun: Word, mention: Mention) -> bool:
    """Say whether a noun stands in the case of the name; a name without a case agrees with all."""
    bent = [word for word in mention.spelled if word.feats.get("Case")]
    # The first word of «Ливия Клаусова» tells the case where it could have another; «Мэри» leaves it to the rest.
    telling = bent[:1] if bent and bent[0].text[-1] in "ая" else bent
    cases = {SAME_CASE.get(case, case) for case in (word.feats["Case"] for word in telling)}
    case = noun.feats.get("Case", "")
    return is_deputy(noun) or not cases or not case or SAME_CASE.get(case, case) in cases


def could_bend(word: Word) -> bool:
    """Say whether a name in the nominative has other forms: it ends with «а» or «й», or is a man's with a consonant."""
    last = word.text[-1].lower()
    return last in "аяйь" or (last not in VOWELS and word.feats.get("Gender") != "Fem")


def same_case(one: Word, other: Word) -> bool:
    """Say whether two words stand in one case, genitive and accusative taken for one."""
    first, second = one.feats.get("Case", ""), other.feats.get("Case", "")
    return SAME_CASE.get(first, first) == SAME_CASE.get(second, second)


def serves(noun: Word, mention: Mention) -> bool:
    """Say whether the role is rather that of somebody who serves the one named: «пресс-секретаря Орлова»."""
    return noun.lemma in word_list("ru", "serving") and len(mention.spelled) == 1 and noun.feats.get("Case") != "Nom"


def end_of(words: Sequence[Word], head: int) -> int:
    """Return where a role that goes on after its noun ends: before a verb, a sign, or a noun of another case."""
    quoted = False
    for at in range(head + 1, min(len(words), head + REACH)):
        word = words[at]
        if word.text in OPENING | CLOSING and word.text not in "()":
            quoted = not quoted
        elif not quoted and not goes_on(words, head, at):
            return at
    return min(len(words), head + REACH)


def goes_on(words: Sequence[Word], head: int, at: int) -> bool:
    """Say whether a role goes on over a word after its noun."""
    word = words[at]
    if at == head + 1 and is_acting(words[head]):
        return True
    if word.pos in {"NOUN", "PROPN", "ADJ", "X", "NUM"}:
        belongs = word.feats.get("Case", "Gen") in {"Gen", "Ins"} or words[at - 1].pos in {"ADP", "ADJ"}
        return belongs or (words[at - 1].pos == "PROPN" and word.pos in {"PROPN", "X", "NUM"})
    if word.text == "и":
        return 0 < at < len(words) - 1 and joins(words, at)
    return word.pos == "ADP" and at == head + 1 and leads_on(words, at)
