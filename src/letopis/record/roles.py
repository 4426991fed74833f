"""A mention of a person in its sentence → the words beside it that say what the person is.

Each rule is named by where it looks; the earlier a rule stands in `RULES`, the surer it is.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from letopis.language.lists import plain, word_list
from letopis.language.parsed import Word
from letopis.language.words import FORMS, parses
from letopis.record.countries import Called
from letopis.record.declension import capitals_of
from letopis.record.mentions import Mention

# How many words before a name a role may begin: «министр внутренних дел и юстиции Республики Северные Острова».
REACH = 14

OPENING = frozenset("«„“\"'(")
CLOSING = frozenset("»”\"')")
STRAIGHT = frozenset("\"'")
LISTING = frozenset({",", "и", "(", ")", ".", "-"})
DASHES = frozenset("—–-")

# Of people, the accusative is the genitive's likeness: taggers mix the two up.
SAME_CASE = {"Acc": "Gen"}


class Phrase(msgspec.Struct, frozen=True):
    """A role as it stands: its words, and which of them is the noun that bends."""

    words: tuple[Word, ...]
    head: int


def role_beside(mention: Mention, words: Sequence[Word]) -> Iterator[tuple[int, Phrase]]:
    """Yield the roles a sentence gives a mention, with the place of the rule that saw each (0 is the surest)."""
    for rank, rule in enumerate(RULES):
        found = rule(mention, words)
        if found:
            yield rank, found


def before(mention: Mention, words: Sequence[Word]) -> Phrase | None:
    """«президент Казахстана <Токаев>»."""
    head = None
    quoted = False
    for at in range(mention.first - 1, max(-1, mention.first - 1 - REACH), -1):
        word = words[at]
        if word.text in OPENING | CLOSING:
            quoted = not quoted if word.text in STRAIGHT else word.text in CLOSING
            continue
        if not quoted and not may_stand_between(words, at, sought=head is None):
            break
        if not quoted and is_role(word) and agrees(word, mention):
            head = at
    if head is None or serves(words[head], mention):
        return None
    return phrase(words, head, mention.first)


def after(mention: Mention, words: Sequence[Word]) -> Phrase | None:
    """«<Иванов>, министр обороны, …», «<Иванов> — министр», «<Иванов> (министр)»."""
    at = past_brackets(words, mention.first + len(mention.words))
    if at >= len(words) or words[at].text not in DASHES | {",", "("}:
        return None
    for head in range(at + 1, min(len(words), at + 7)):
        if is_role(words[head]) and (agrees(words[head], mention) or words[at].text in DASHES):
            return phrase(words, head, end_of(words, head))
        if words[head].pos not in {"ADJ", "ADV", "NUM", "DET"} and not is_age(words[head]):
            return None
    return None


def predicate(mention: Mention, words: Sequence[Word]) -> Phrase | None:
    """«<Иванов> стал министром», «президентом избран <Иванов>», «<Иванов> был министром»."""
    verb = verb_of(mention, words)
    if verb is None:
        return None
    if is_role(words[verb]) and words[verb].feats.get("Case") in {"Nom", "Ins"}:
        return phrase(words, verb, end_of(words, verb))
    if words[verb].lemma not in word_list("ru", "becoming"):
        return None
    for at, word in enumerate(words):
        if word.head == verb and is_role(word) and word.feats.get("Case") == "Ins" and near(words, verb, at):
            return phrase(words, at, end_of(words, at))
    return None


def post(mention: Mention, words: Sequence[Word]) -> Phrase | None:
    """«<Иванов> занял пост министра», «на должность министра назначен <Иванов>»."""
    verb = verb_of(mention, words)
    offices = word_list("ru", "posts")
    for at, word in enumerate(words):
        if verb is None or word.lemma not in offices or word.head != verb:
            continue
        for head in range(at + 1, min(len(words), at + 4)):
            if is_role(words[head]) and words[head].feats.get("Case") == "Gen":
                return phrase(words, head, end_of(words, head))
    return None


def listed(mention: Mention, words: Sequence[Word]) -> Phrase | None:
    """«артисты Орлов, <Белова> и Седов»."""
    for at in range(mention.first - 1, max(-1, mention.first - 1 - 3 * REACH), -1):
        word = words[at]
        if is_role(word) and word.feats.get("Number") == "Plur" and agrees(word, mention):
            return phrase(words, at, at + 1)
        if word.text not in LISTING and word.pos not in {"PROPN", "X"}:
            return None
    return None


Rule = Callable[[Mention, Sequence[Word]], Phrase | None]

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
    return same_case(word, noun) and "летний" not in word.lemma


def is_age(word: Word) -> bool:
    """Say whether a word tells an age: «49-летний»."""
    return word.text[0].isdigit()


def is_role(word: Word) -> bool:
    """Say whether a word is a noun of office, trade or rank; half a double noun is enough («лётчик-космонавт»)."""
    if word.pos not in {"NOUN", "PROPN", "ADJ", "X"}:
        return False
    known = word_list("ru", "roles")
    return word.lemma in known or ("-" in word.lemma and not known.isdisjoint(word.lemma.split("-")))


def may_stand_between(words: Sequence[Word], at: int, *, sought: bool) -> bool:
    """Say whether a word may stand between a role's noun and the name, or left of the noun in a longer role."""
    word = words[at]
    case = word.feats.get("Case")
    if word.pos in {"NOUN", "PROPN"}:
        return (sought and is_called(words, at)) or is_role(word) or (case != "Nom" if sought else case == "Gen")
    if word.text == "и":
        return at + 1 < len(words) and joins(words, at)
    if word.pos == "VERB":
        return word.feats.get("VerbForm") == "Part"
    return word.pos in {"ADJ", "NUM", "X"} or (sought and word.pos == "ADP")


def is_called(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a name that does not bend: an abbreviation, or «Миннесота» in «штата Миннесота»."""
    after_noun = at > 0 and words[at - 1].feats.get("Case") == "Gen" and words[at - 1].pos == "NOUN"
    return words[at].text.isupper() or (words[at].pos == "PROPN" and after_noun)


def joins(words: Sequence[Word], at: int) -> bool:
    """Say whether «и» joins two nouns in the genitive («экономики и торговли») and not two people."""
    left, right = words[at - 1], words[at + 1]
    return at > 0 and left.feats.get("Case") == right.feats.get("Case") == "Gen" and left.pos == "NOUN"


def agrees(noun: Word, mention: Mention) -> bool:
    """Say whether a noun stands in the case of the name; a name without a case agrees with all."""
    cases = {SAME_CASE.get(case, case) for word in mention.words if (case := word.feats.get("Case"))}
    case = noun.feats.get("Case", "")
    return not cases or not case or SAME_CASE.get(case, case) in cases


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
    return word.pos == "ADP" and at == head + 1 and word.lemma in {"по", "при"}


def verb_of(mention: Mention, words: Sequence[Word]) -> int | None:
    """Return the place of the word of which the mention is the subject."""
    inside = range(mention.first, mention.first + len(mention.words))
    for at in inside:
        if words[at].head not in inside and words[at].rel.startswith("nsubj"):
            return words[at].head
    return None


def near(words: Sequence[Word], verb: int, at: int) -> bool:
    """Say whether no other clause begins between a verb and a word."""
    return not any(word.text in {",", ";", ":"} for word in words[min(verb, at) : max(verb, at)])


def told(phrase: Phrase, countries: Sequence[Called]) -> str:
    """Return a role as a dictionary would have it, «страны» and the like told by the country's name."""
    forms = [spoken(word, at, phrase, countries) for at, word in enumerate(phrase.words)]
    pairs = zip(phrase.words, phrase.words[1:], forms[1:], strict=False)
    role = forms[0] + "".join(" " * (word.span.start > left.span.stop) + form for left, word, form in pairs)
    first = phrase.words[0]
    return role[0].lower() + role[1:] if not first.text.isupper() and first.pos != "PROPN" else role


def spoken(word: Word, at: int, phrase: Phrase, countries: Sequence[Called]) -> str:
    """Return one word of a role: the noun and what describes it in the nominative, the rest as it stands."""
    if at == phrase.head:
        return singular(word)
    if at < phrase.head:
        return described(word, phrase.words[phrase.head])
    if word.lemma in word_list("ru", "homelands"):
        named = [place.country for place in countries if place.span.start < word.span.start]
        return named[-1].genitive if named else word.text
    return word.text


def singular(noun: Word) -> str:
    """Return the dictionary form of a role's noun, «ё» kept."""
    for parse in parses(noun.text):
        if plain(str(parse.normal_form)) == noun.lemma:
            return capitals_of(noun.text, str(parse.normal_form))
    return noun.text


def described(adjective: Word, noun: Word) -> str:
    """Return an adjective as it stands before the dictionary form of its noun."""
    gender = FORMS.get(noun.feats.get("Gender", "Masc"), "masc")
    for parse in parses(adjective.text):
        if parse.tag.POS in {"ADJF", "PRTF"} and plain(str(parse.normal_form)) == adjective.lemma:
            form = parse.inflect({"nomn", "sing", gender})
            return capitals_of(adjective.text, str(form.word)) if form else adjective.text
    return adjective.text
