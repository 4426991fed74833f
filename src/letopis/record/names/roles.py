"""A mention of a person in its sentence → the words beside it that say what the person is.

Each rule is named by where it looks; the earlier a rule stands in `RULES`, the surer it is.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import msgspec

from letopis.language.lists import plain, word_list
from letopis.language.parsed import Word
from letopis.language.words import parses
from letopis.record.names.mentions import Mention

# How many words before a name a role may begin: «министр внутренних дел и юстиции Республики Северные Острова».
REACH = 14

OPENING = frozenset("«„“\"'(")
CLOSING = frozenset("»”\"')")
STRAIGHT = frozenset("\"'")
LISTING = frozenset({",", "и", "(", ")", ".", "-"})
DASHES = frozenset("—–-")

ROLE_PREPOSITIONS = frozenset({"по", "при", "из", "от", "без"})

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


def role_beside(place: Place) -> Iterator[tuple[int, Phrase]]:
    """Yield the roles a sentence gives a mention, with the place of the rule that saw each (0 is the surest)."""
    for rank, rule in enumerate(RULES):
        found = rule(place)
        if found:
            yield rank, found


def before(place: Place) -> Phrase | None:
    """«президент Казахстана <Токаев>»."""
    mention, words = place.mention, place.words
    head = None
    quoted = False
    if mention.first and words[mention.first - 1].text == "(":
        return None
    for at in range(mention.first - 1, max(-1, mention.first - 1 - REACH), -1):
        word = words[at]
        if word.text in OPENING | CLOSING:
            quoted = not quoted if word.text in STRAIGHT else word.text in CLOSING
            continue
        if not quoted and not (may_stand_between(words, at, sought=head is None) and is_owner(place, at)):
            break
        if not quoted and is_role(word) and agrees(word, mention):
            head = at
    if head is None or serves(words[head], mention):
        return None
    return phrase(words, head, mention.first)


def after(place: Place) -> Phrase | None:
    """«<Иванов>, министр обороны, …», «<Иванов> — министр», «<Иванов> (министр)»."""
    mention, words = place.mention, place.words
    at = past_brackets(words, mention.first + len(mention.words))
    if at >= len(words) or words[at].text not in DASHES | {",", "("}:
        return None
    for head in range(at + 1, min(len(words), at + 7)):
        if is_role(words[head]) and (agrees(words[head], mention) or words[at].text in DASHES):
            end = end_of(words, head)
            return None if place.named.intersection(range(head, end + 1)) else phrase(words, head, end)
        if words[head].pos not in {"ADJ", "ADV", "NUM", "DET"} and not is_age(words[head]):
            return None
    return None


def predicate(place: Place) -> Phrase | None:
    """«<Иванов> стал министром», «президентом избран <Иванов>», «<Иванов> был министром»."""
    words = place.words
    verb = verb_of(place)
    if verb is None:
        return None
    if is_role(words[verb]) and words[verb].feats.get("Case") in {"Nom", "Ins"}:
        return phrase(words, verb, end_of(words, verb))
    if words[verb].lemma not in word_list("ru", "becoming"):
        return None
    for at in around(verb, words):
        word = words[at]
        if word.head == verb and is_role(word) and word.feats.get("Case") == "Ins" and near(words, verb, at):
            return phrase(words, at, end_of(words, at))
    return None


def post(place: Place) -> Phrase | None:
    """«<Иванов> занял пост министра», «на должность министра назначен <Иванов>»."""
    words = place.words
    verb = verb_of(place)
    offices = word_list("ru", "posts")
    for at in around(verb, words):
        if words[at].lemma not in offices or words[at].head != verb:
            continue
        for head in range(at + 1, min(len(words), at + 4)):
            if is_role(words[head]) and words[head].feats.get("Case") == "Gen":
                return phrase(words, head, end_of(words, head))
    return None


def listed(place: Place) -> Phrase | None:
    """«артисты Орлов, <Белова> и Седов»."""
    mention, words = place.mention, place.words
    for at in range(mention.first - 1, max(-1, mention.first - 1 - 3 * REACH), -1):
        word = words[at]
        if is_role(word) and word.feats.get("Number") == "Plur" and agrees(word, mention):
            return phrase(words, at, at + 1)
        if word.text not in LISTING and word.pos not in {"PROPN", "X"}:
            return None
    return None


Rule = Callable[[Place], Phrase | None]

RULES: tuple[Rule, ...] = (before, after, predicate, post, listed)


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
        return False
    return is_deputy(word) or any(map(known_role, (word.lemma, *word.lemma.split("-"))))


@cache
def known_role(lemma: str) -> bool:
    """Say whether the list has a word, or has it without what may stand before any trade: «кинопродюсер»."""
    known = word_list("ru", "roles")
    return lemma in known or any(lemma.removeprefix(start) in known for start in word_list("ru", "role_prefixes"))


def is_deputy(word: Word) -> bool:
    """Say whether a word is one of the clipped ones that never bend: «замминистра», «замглавы»."""
    low = plain(word.text.lower())
    return low.startswith("зам") and low in word_list("ru", "roles") and low[-1] in "аяы"


def may_stand_between(words: Sequence[Word], at: int, *, sought: bool) -> bool:
    """Say whether a word may stand between a role's noun and the name, or left of the noun in a longer role."""
    word = words[at]
    case = word.feats.get("Case")
    if word.pos in {"NOUN", "PROPN"}:
        return is_called(words, at) or is_role(word) or (case != "Nom" if sought else case == "Gen")
    if word.text == "и":
        return at + 1 < len(words) and joins(words, at)
    if word.pos == "VERB":
        return word.feats.get("VerbForm") == "Part"
    return word.pos in {"ADJ", "NUM", "X"} or (sought and word.pos == "ADP" and leads_on(words, at))


def leads_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a preposition belongs to a role: «советник по печати», «посол в Польше», not «актёр на роль»."""
    return words[at].lemma in ROLE_PREPOSITIONS or (at + 1 < len(words) and words[at + 1].pos == "PROPN")


def is_owner(place: Place, at: int) -> bool:
    """Say whether a word is of no other person's name, or of one that the role belongs to («адвокат Орлова»)."""
    return at not in place.named or place.words[at].feats.get("Case") == "Gen"


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
    cases = {SAME_CASE.get(case, case) for word in mention.words if (case := word.feats.get("Case"))}
    case = noun.feats.get("Case", "")
    return is_deputy(noun) or not cases or not case or SAME_CASE.get(case, case) in cases


def same_case(one: Word, other: Word) -> bool:
    """Say whether two words stand in one case, genitive and accusative taken for one."""
    first, second = one.feats.get("Case", ""), other.feats.get("Case", "")
    return SAME_CASE.get(first, first) == SAME_CASE.get(second, second)


def serves(noun: Word, mention: Mention) -> bool:
    """Say whether the role is rather that of somebody who serves the one named: «пресс-секретаря Орлова»."""
    return noun.lemma in word_list("ru", "serving") and len(mention.spelled) == 1 and noun.feats.get("Case") != "Nom"


def past_brackets(words: Sequence[Word], at: int) -> int:
    """Return the place after a bracket that opens here: «Дайан Вуд (Diane Wood), судья»."""
    if at < len(words) and words[at].text == "(":
        closing = next((end for end in range(at, min(len(words), at + REACH)) if words[end].text == ")"), None)
        return closing + 1 if closing is not None and not any(map(is_role, words[at:closing])) else at
    return at


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
    if word.pos in {"NOUN", "PROPN", "ADJ", "X", "NUM"}:
        return word.feats.get("Case", "Gen") in {"Gen", "Ins"} or words[at - 1].pos in {"ADP", "ADJ", "PROPN"}
    if word.text == "и":
        return 0 < at < len(words) - 1 and joins(words, at)
    return word.pos == "ADP" and at == head + 1 and leads_on(words, at)


def verb_of(place: Place) -> int | None:
    """Return the place of the word of which the mention is the subject, or of the verb that makes it something."""
    words, first = place.words, place.mention.first
    inside = range(first, first + len(place.mention.words))
    for at in inside:
        verb = words[at].head
        if verb not in inside and words[at].rel in governing(words, verb):
            return verb
    return None


def governing(words: Sequence[Word], verb: int) -> frozenset[str]:
    """Return how a name may hang on the word that says what it is: «назначил» says it of its object."""
    if words[verb].lemma not in word_list("ru", "becoming"):
        return frozenset({"nsubj", "nsubj:pass"})
    made = any(words[at].head == verb and words[at].rel == "obj" for at in around(verb, words))
    return frozenset({"obj"} if made else {"nsubj", "nsubj:pass"})


def around(verb: int | None, words: Sequence[Word]) -> range:
    """Return the places near a verb: what hangs on it and is farther off is no role, but makes long texts slow."""
    return range(max(0, verb - 3 * REACH), min(len(words), verb + 3 * REACH)) if verb is not None else range(0)


def near(words: Sequence[Word], verb: int, at: int) -> bool:
    """Say whether no other clause begins between a verb and a word."""
    return not any(word.text in {",", ";", ":"} for word in words[min(verb, at) : max(verb, at)])
