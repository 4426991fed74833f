"""What the tagger takes for names → mentions of people: brackets, titles and common words taken off."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from letopis.language.dictionary import parses
from letopis.language.lists import plain, word_list
from letopis.language.parsed import Parsed, Sentence, Word
from letopis.model import Span

# A name goes on over these; at every other sign it ends: «Дайан Вуд (Diane Wood)» are two names of one person.
INSIDE = frozenset({".", "-", "–", "'", "’", "«", "»", '"', "„", "“"})

# «Абдалла ибн Абдель Азиз Аль Сауд» has six words; what has many more is a list that lost its commas.
LONGEST_NAME = 8

# Parts of speech of words that no name begins with, whatever their capital.
SMALL = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "AUX"})

AGED = ("летний", "летняя", "летнего", "летней", "летнему", "летним", "летнюю", "летнем")
PERSONAL = frozenset({"Name", "Surn", "Patr"})


class Mention(msgspec.Struct, frozen=True, dict=True):
    """A name as it stands once: its words, signs included, and their place (sentence, first word).

    `verb_gender` is that of the verb whose subject it is ("Fem"); `alias`: it stands in brackets behind a name.
    `of_a_woman`: it stands beside a noun for women, «певица».
    """

    words: tuple[Word, ...]
    sentence: int
    first: int
    verb_gender: str = ""
    alias: bool = False
    of_a_woman: bool = False

    @property
    def span(self) -> Span:
        """Return the place of the whole."""
        return Span(self.words[0].span.start, self.words[-1].span.stop)

    @cached_property
    def spelled(self) -> tuple[Word, ...]:
        """The words without the signs; each name of a text is compared with many others."""
        return tuple(word for word in self.words if word.text[0].isalnum())

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The words as they are spelled, for comparing."""
        return tuple(word.text for word in self.spelled)

    @cached_property
    def full(self) -> tuple[Word, ...]:
        """The words that are more than an initial."""
        return tuple(word for word in self.spelled if not is_initial(word.text))


def of_people(parsed: Parsed) -> list[Mention]:
    """Return every mention of a person the tagger saw, in order."""
    sentences = parsed.sentences
    pieces = (part for mention in tagged(parsed, "PER") for part in parts(mention))
    whole = joined(with_first_name(part, sentences[part.sentence].words) for part in pieces)
    named = (without_country(untitled(mention)) for mention in whole)
    return [one for one in named if believable(one) and not rules_an_office(one, sentences[one.sentence].words)]


def with_first_name(mention: Mention, words: Sequence[Word]) -> Mention:
    """Return the mention with a first name before it that the tagger does not see: «[Любовью] Орловой»."""
    at = mention.first - 1
    first = mention.words[0]
    if at < 0 or first.rel != "flat:name" or first.head != at or words[at].pos != "PROPN":
        return mention
    if not words[at].text[0].isupper() or not is_first_name_of(words[at], first):
        return mention
    return msgspec.structs.replace(mention, words=(words[at], *mention.words), first=at)


def joined(found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions, a first name and a surname in one case that the tagger took for two people made one."""
    last: Mention | None = None
    for mention in found:
        if last and is_one_name(last, mention):
            last = msgspec.structs.replace(last, words=last.words + mention.words)
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last


def is_one_name(first: Mention, second: Mention) -> bool:
    """Say whether two mentions side by side are one name: «Лейлы» «Алиевой», «Ивана Ильича» «Гончара»."""
    beside = first.sentence == second.sentence and first.first + len(first.words) == second.first
    if not beside or len(first.words) + len(second.words) > LONGEST_NAME:
        return False
    flat = second.words[0].rel == "flat:name" and second.words[0].head in range(first.first, second.first)
    if flat or len(first.words) > 1:
        return flat
    return (
        is_patronymic(second.words[-1]) if len(second.words) > 1 else is_first_name_of(first.words[0], second.words[0])
    )


def is_patronymic(word: Word) -> bool:
    """Say whether the dictionary knows a word as a patronymic."""
    return any("Patr" in parse.tag for parse in parses(word.text))


def is_first_name_of(first: Word, surname: Word) -> bool:
    """Say whether a word is a first name that stands in the case of the word behind it."""
    return first.feats.get("Case") == surname.feats.get("Case") and is_first_name(first.text)


def tagged(parsed: Parsed, kind: str) -> Iterator[Mention]:
    """Yield the names of a kind with their words."""
    names = iter([name for name in parsed.names if name.kind == kind])
    name = next(names, None)
    for index, sentence in enumerate(parsed.sentences):
        starts = [word.span.start for word in sentence.words] if name and name.span.start < sentence.span.stop else []
        while name and name.span.start < sentence.span.stop:
            first = bisect_left(starts, name.span.start)
            yield mention_of(first, bisect_left(starts, name.span.stop), index, sentence)
            name = next(names, None)


def mention_of(first: int, stop: int, index: int, sentence: Sentence) -> Mention:
    """Return the name that stands between two places of a sentence, with its words."""
    words = sentence.words[first:stop]
    woman = any(word.rel == "appos" and is_woman(sentence.words[word.head]) for word in words)
    return Mention(words, index, first, verb_gender(words, sentence), in_brackets(first, sentence), woman)


def verb_gender(words: Sequence[Word], sentence: Sentence) -> str:
    """Return the gender of the verb whose subject a name is: «Белова сказала»."""
    verbs = (sentence.words[word.head] for word in words if word.rel.startswith("nsubj") and word.head >= 0)
    return next((verb.feats["Gender"] for verb in verbs if verb.pos == "VERB" and "Gender" in verb.feats), "")


def is_woman(noun: Word) -> bool:
    """Say whether a noun is for women only: «певица», «дочь»; a star or a victim may be a man."""
    return noun.feats.get("Gender") == "Fem" and names_a_kind(noun) and not noun.lemma.endswith(("звезда", "жертва"))


def in_brackets(first: int, sentence: Sentence) -> bool:
    """Say whether a name stands in brackets behind a word that begins with a capital: «Дайан Вуд (Diane Wood)»."""
    return first > 1 and sentence.words[first - 1].text == "(" and sentence.words[first - 2].text[0].isupper()


def parts(mention: Mention) -> Iterator[Mention]:
    """Yield the pieces of a mention between signs that end a name, without quotation marks at their ends."""
    at = 0
    words = mention.words
    while at < len(words):
        stop = at
        while stop < len(words) and goes_on(words[stop]):
            stop += 1
        first, last = stripped(words, at, stop)
        if first < last:
            bracketed = first > 1 and words[first - 1].text == "("
            yield msgspec.structs.replace(
                mention, words=words[first:last], first=mention.first + first, alias=mention.alias or bracketed
            )
        at = stop + 1


def goes_on(word: Word) -> bool:
    """Say whether a name may run over the word."""
    return word.text[0].isalnum() or word.text in INSIDE


def stripped(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Return the bounds without quotation marks, dashes and stray full stops at the ends."""
    while first < last and not words[first].text[0].isalnum():
        first += 1
    while first < last and not ends_a_name(words, first, last):
        last -= 1
    return first, last


def ends_a_name(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether the last word may end a name: a word, or the full stop of an initial («Орлов Г. Н.»)."""
    word = words[last - 1]
    initial = word.text == "." and last - first > 1 and len(words[last - 2].text) == 1
    return word.text[0].isalnum() or initial


def untitled(mention: Mention) -> Mention:
    """Return the mention without common words before the name: «Экс-советник Орлова» is a name of one word."""
    at = 0
    while at < len(mention.words) - 1 and is_common(mention.words[at]):
        at += 1
    return msgspec.structs.replace(mention, words=mention.words[at:], first=mention.first + at)


def without_country(mention: Mention) -> Mention:
    """Return the mention without the country of the role before it: «президент Лимании [Карл-Эрик Лаурсон]»."""
    if len(mention.spelled) == 1 or not is_land(mention.words[0].text):
        return mention
    return msgspec.structs.replace(mention, words=mention.words[1:], first=mention.first + 1)


def rules_an_office(mention: Mention, words: Sequence[Word]) -> bool:
    """Say whether one word behind an office is the land it belongs to: «президенты [Залесья] и [Угорья] Орлов и Седов».

    A surname there stands in the case of the office, a land in the genitive.
    """
    if len(mention.words) > 1 or not genitive_like(mention.words[0]):
        return False
    office = office_before(words, mention.first)
    if office is None:
        return False
    forms = [parse.tag for parse in parses(office.text) if plain(str(parse.normal_form)) == office.lemma]
    return is_named_behind(words, mention.first + 1) or not any("gent" in tag for tag in forms)


def office_before(words: Sequence[Word], at: int) -> Word | None:
    """Return the office of a land before a place, over other lands and what it is for: «министры обороны Залесья и»."""
    while at > 1 and words[at - 1].text in {"и", ","} and words[at - 2].text[0].isupper():
        at -= 2
    for before in reversed(words[max(0, at - 4) : at]):
        if before.lemma in word_list("ru", "state_offices"):
            return before
        if before.pos not in {"NOUN", "ADJ"} or before.feats.get("Case") != "Gen":
            return None
    return None


def is_named_behind(words: Sequence[Word], at: int) -> bool:
    """Say whether a name follows without a sign, over other lands: «Залесья [и Угорья Орлов]»."""
    while at + 1 < len(words) and words[at].text in {"и", ","} and words[at + 1].pos == "PROPN":
        at += 2
    return at < len(words) and words[at].pos == "PROPN"


def genitive_like(word: Word) -> bool:
    """Say whether a word may be a name in the genitive that the dictionary knows for no person's."""
    known = any(parse.tag.grammemes & PERSONAL and parse.is_known for parse in parses(word.text))
    return not known and (word.feats.get("Case") == "Gen" or word.text.endswith(("ья", "ии")))


def is_common(word: Word) -> bool:
    """Say whether tagger and dictionary agree that a word is no name."""
    if word.pos in SMALL or word.text[0].isdigit() or names_a_kind(word) or describes(word.text):
        return True
    return word.pos not in {"PROPN", "X"} and not may_be_personal(word.text)


@lru_cache(maxsize=20_000)
def may_be_personal(word: str) -> bool:
    """Say whether the dictionary knows a word as part of a person's name, or guesses it may be one."""
    return any(parse.tag.grammemes & PERSONAL for parse in parses(word))


@lru_cache(maxsize=20_000)
def describes(word: str) -> bool:
    """Say whether a word only tells how old somebody is or what he did: «Сорокалетняя», «Разорившийся»."""
    tags = [parse.tag for parse in parses(word) if parse.is_known or "ADJF" in parse.tag]
    known = any("PRTF" in tag or ("ADJF" in tag and word.endswith(AGED)) for tag in tags)
    return known and not may_be_personal(word)


def names_a_kind(word: Word) -> bool:
    """Say whether a word is a noun for people: a role, or another."""
    last = word.lemma.rpartition("-")[2]
    return last in word_list("ru", "roles") or last in word_list("ru", "people")


def believable(mention: Mention) -> bool:
    """Say whether a mention can be a person: something in it begins with a capital and is more than a common word."""
    words = mention.spelled
    if len(words) > LONGEST_NAME or not any(word.text[0].isupper() for word in words):
        return False
    alone = len(words) == 1
    return not (alone and (is_common(words[0]) or is_initial(words[0].text) or is_land(words[0].text)))


def is_initial(word: str) -> bool:
    """Say whether a word stands for a longer one that begins with it: a letter, or two for one sound, «Дж. Орлов»."""
    return len(word) == 1 or word == "Дж"


def is_land(word: str) -> bool:
    """Say whether a word has the genitive of a land's name, «Лимании»; «Виктории» is a first name's."""
    return word.endswith("ии") and word[0].isupper() and not is_first_name(word)


@lru_cache(maxsize=20_000)
def is_first_name(word: str) -> bool:
    """Say whether the dictionary knows a word, or the last half of a double one, as a first name."""
    return any("Name" in parse.tag and parse.is_known for parse in parses(word.rpartition("-")[2].capitalize()))


def full_words(mention: Mention) -> Sequence[Word]:
    """Return the words of a name that are more than an initial."""
    return mention.full
