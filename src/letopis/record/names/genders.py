"""Mentions of one person → whether a man or a woman is spoken of."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from letopis.language.words import listed, parses
from letopis.record.names.mentions import Mention, full_words

GENDERS = {"Masc": "m", "Fem": "f"}


def gender(cluster: Sequence[Mention]) -> str:
    """Return m or f: patronymics and first names speak louder than the tagger; "" if nothing does."""
    votes: Counter[str] = Counter()
    for mention in cluster:
        votes += votes_of(mention)
    if bends_as_a_man(cluster):
        votes["m"] += 20
    return max(votes, key=lambda one: votes[one]) if votes else ""


def votes_of(mention: Mention) -> Counter[str]:
    """Return how loudly a mention speaks for a man or for a woman."""
    votes: Counter[str] = Counter()
    for word in full_words(mention):
        votes[known_gender(word.text)] += 10
        votes[GENDERS.get(word.feats.get("Gender", ""), "")] += 1
    votes[GENDERS.get(mention.verb_gender, "")] += 3
    del votes[""]
    return votes


def bends_as_a_man(cluster: Sequence[Mention]) -> bool:
    """Say whether a surname stands bare and with «а»: a woman's stands bare always or never."""
    last = {mention.words[-1].text for mention in cluster}
    return any(word + "а" in last for word in last)


def given_gender(word: str) -> Counter[str]:
    """Return the votes of a word that may be a first name or a patronymic."""
    return Counter({known_gender(word): 10})


@lru_cache(maxsize=50_000)
def known_gender(word: str) -> str:
    """Return m or f if the dictionary knows a word as a first name or patronymic of one gender only, else nothing."""
    tags = [tag for _, tag in listed(word)] or [parse.tag for parse in parses(word) if parse.is_known]
    genders = {tag.gender for tag in tags if tag.grammemes & {"Name", "Patr"}}
    return {"masc": "m", "femn": "f"}.get(genders.pop(), "") if len(genders) == 1 else ""
