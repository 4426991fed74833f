"""Mentions of one person → whether a man or a woman is spoken of."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from letopis.language.dictionary import parses
from letopis.language.parsed import Word
from letopis.record.names.declension import VOWELS
from letopis.record.names.mentions import Mention, full_words

# Endings that only women's names have in these cases.
ANY = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})
WOMENS = (("ии", ANY - {"Loc"}), ("ию", frozenset({"Acc", "Nom"})), ("ией", ANY), ("овой", ANY), ("евой", ANY))

# How loudly a first name speaks: louder than all that the tagger says of a name's words.
KNOWN = 10

GENDERS = {"Masc": "m", "Fem": "f"}

# How loudly mentions speak for a man or for a woman.
Votes = dict[str, int]


def gender(cluster: Sequence[Mention]) -> str:
    """Return m or f: patronymics and first names speak louder than the tagger; "" if nothing does."""
    votes: Votes = {}
    woman = {mention.verb_gender for mention in cluster} - {""} == {"Fem"}
    for mention in cluster:
        count(votes_of(mention, woman=woman), votes)
    if bends_as_a_man(cluster) and votes.get("f", 0) < KNOWN:
        count({"m": 20}, votes)
    return max(votes, key=lambda one: votes[one]) if votes else ""


def count(more: Votes, votes: Votes) -> None:
    """Add votes to those that there are."""
    for gender, loudness in more.items():
        votes[gender] = votes.get(gender, 0) + loudness


def votes_of(mention: Mention, *, woman: bool = False) -> Votes:
    """Return how loudly a mention speaks for a man or for a woman; where verbs tell a woman, no ending is a man's."""
    votes: Votes = {}
    for at, word in enumerate(full_words(mention)):
        count({GENDERS.get(word.feats.get("Gender", ""), ""): 1}, votes)
        known = "" if is_mans(word) else known_gender(word.text)
        count({(at == 0 and by_ending(word, woman=woman)) or known: KNOWN}, votes)
    count({GENDERS.get(mention.verb_gender, ""): 3}, votes)
    if mention.of_a_woman:
        count({"f": 2 * KNOWN}, votes)
    votes.pop("", None)
    return votes


def by_ending(word: Word, *, woman: bool = False) -> str:
    """Return m or f if only men's or only women's first names have a word's ending in its case, else nothing."""
    return "f" if is_womans(word) else "m" if is_mans(word) and not woman else ""


def is_mans(word: Word) -> bool:
    """Say whether a word has an ending that in its case only men's names have: «Эда», «Клода» in the genitive."""
    masculine = word.feats.get("Case") == "Gen" and word.feats.get("Gender") == "Masc"
    return masculine and word.text[-1] == "а" and word.text[-2:-1] not in VOWELS


def is_womans(word: Word) -> bool:
    """Say whether a word has an ending that in its case only women's names have: Асии, Асию, Асией."""
    case = word.feats.get("Case", "")
    return any(word.text.endswith(ending) and case in cases for ending, cases in WOMENS)


def bends_as_a_man(cluster: Sequence[Mention]) -> bool:
    """Say whether a surname stands bare and with «а»: a woman's stands bare always or never."""
    last = {mention.words[-1].text for mention in cluster}
    return any(word + "а" in last for word in last)


def given_gender(word: str) -> Counter[str]:
    """Return the votes of a word that may be a first name or a patronymic."""
    return Counter({known_gender(word): KNOWN})


@lru_cache(maxsize=50_000)
def known_gender(word: str) -> str:
    """Return m or f if the dictionary knows a word as a first name or patronymic of one gender only, else nothing."""
    tags = [parse.tag for parse in parses(word) if parse.is_known]
    genders = {tag.gender for tag in tags if tag.grammemes & {"Name", "Patr"}}
    if not genders and "-" in word:
        return known_gender(word.rpartition("-")[2])
    return {"masc": "m", "femn": "f"}.get(genders.pop(), "") if len(genders) == 1 else ""


@cache
def gender_of_name(name: str) -> str | None:
    """Return m or f where a first name or a patronymic tells; «Эд» is no form of «Эда» in a name that stands alone."""
    for word in name.split():
        votes = given_gender(word)
        if votes:
            return (nominative_like(word) and next(iter(votes))) or None
    return None


def nominative_like(word: str) -> bool:
    """Say whether a word may be a name in the nominative."""
    return any(parse.tag.case in {"nomn", None} and parse.tag.number != "plur" for parse in parses(word))
