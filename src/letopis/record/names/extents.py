"""The words around a name the tagger saw → where the name of an organisation really begins and ends."""

from collections.abc import Iterator, Sequence
from functools import cache

from letopis.language.lists import table, word_list
from letopis.language.parsed import Parsed, Sentence, Word
from letopis.language.words import lemma
from letopis.record.names.countries import adjectives, longest
from letopis.record.names.mentions import Mention, tagged

NOUNS = frozenset({"NOUN", "PROPN", "X"})
REGIONS = frozenset({"область", "край", "район", "округ", "республика", "город"})

# How many words after a name may still belong to it.
FARTHEST = 7

PAIRS = {"«": "»", "„": "“", "“": "”", '"': '"'}


def of_organisations(parsed: Parsed) -> list[Mention]:
    """Return every mention of an organisation, in order: what the tagger saw, and organisations by common nouns."""
    found: list[Mention] = []
    seen: dict[int, list[Mention]] = {index: [] for index in range(len(parsed.sentences))}
    for mention in tagged(parsed, "ORG"):
        seen[mention.sentence] += [part for part in unbracketed(mention) if is_organisation(part)]
    for mention in tagged(parsed, "LOC"):
        seen[mention.sentence] += [mention] if is_house(mention, parsed) else []
    people = taken(parsed)
    for index, sentence in enumerate(parsed.sentences):
        longer = [stretched(mention, sentence.words, people) for mention in joined(seen[index])]
        found += sorted([*longer, *common(index, sentence, longer, people)], key=lambda one: one.first)
    return found


def is_house(mention: Mention, parsed: Parsed) -> bool:
    """Say whether what looks like a place is an organisation: «Кремль», an abbreviation in brackets."""
    if " ".join(word.lemma for word in mention.spelled) in word_list("ru", "seats"):
        return True
    before = parsed.sentences[mention.sentence].words[mention.first - 1] if mention.first else None
    short = len(mention.words) == 1 and mention.words[0].text.isupper()
    return short and before is not None and before.text == "(" and longest(mention.words, 0)[1] is None


def joined(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the names of a sentence, those that follow each other without a sign made one: «совет» + «ОДКБ»."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: one.first):
        last = found[-1] if found else None
        if last and last.first + len(last.words) == mention.first and mention.words[0].text not in PAIRS:
            found[-1] = Mention(last.words + mention.words, last.sentence, last.first)
        else:
            found.append(mention)
    return found


def taken(parsed: Parsed) -> frozenset[int]:
    """Return where the names of people and organisations begin: over them no name goes on."""
    return frozenset(name.span.start for name in parsed.names if name.kind != "LOC")


def unbracketed(mention: Mention) -> Iterator[Mention]:
    """Yield the name and the abbreviation behind it in brackets as two names."""
    at = 0
    for stop, word in [*enumerate(mention.words), (len(mention.words), None)]:
        if word is None or word.text in {"(", ")"}:
            piece = trimmed(mention, at, stop)
            at = stop + 1
            if piece:
                yield piece


def trimmed(mention: Mention, first: int, stop: int) -> Mention | None:
    """Return the words without signs at the ends, a pair of quotation marks kept where it belongs."""
    words = mention.words
    while first < stop and is_stray(words, first, stop):
        first += 1
    while first < stop and words[stop - 1].text not in PAIRS.values() and not words[stop - 1].text[0].isalnum():
        stop -= 1
    return Mention(words[first:stop], mention.sentence, mention.first + first) if first < stop else None


def is_stray(words: Sequence[Word], first: int, stop: int) -> bool:
    """Say whether a name's first word is a sign that belongs to nothing, or a quotation mark round the whole."""
    word = words[first]
    return not word.text[0].isalnum() or (word.text in PAIRS and words[stop - 1].text == PAIRS[word.text])


def is_organisation(mention: Mention) -> bool:
    """Say whether a mention can be an organisation: it has letters and is not on the list of what is none."""
    words = [word.text.lower() for word in mention.spelled]
    return any(map(str.isalpha, "".join(words))) and " ".join(words) not in word_list("ru", "not_organisations")


def stretched(mention: Mention, words: Sequence[Word], people: frozenset[int]) -> Mention:
    """Return the mention with its closing quotation mark, and with whose and for what it is: «партия Беларуси»."""
    stop = mention.first + len(mention.words)
    opened = [word.text for word in mention.words if word.text in PAIRS]
    if opened and stop < len(words) and words[stop].text == PAIRS[opened[-1]] != words[stop - 1].text:
        stop += 1
    else:
        stop = end_of_owner(words, stop, people) if bends_on(mention, words, stop) else stop
    first = mention.first
    if first and words[first - 1].lemma in adjectives() and words[first - 1].text[0].islower():
        first -= 1
    return Mention(tuple(words[first:stop]), mention.sentence, first)


def bends_on(mention: Mention, words: Sequence[Word], stop: int) -> bool:
    """Say whether more words may belong to a name: «по надзору» behind foreign letters belongs to the director."""
    foreign = len(mention.words) == 1 and mention.words[0].text.isascii()
    return not (foreign and stop < len(words) and words[stop].text == "по")


def end_of_owner(words: Sequence[Word], stop: int, people: frozenset[int]) -> int:
    """Return where what belongs to a name ends: «комитета [Сената США]», «управления [по округу]»."""
    if stop < len(words) and words[stop].text == "по":
        return end_of_case(words, stop + 1, people, "Dat")
    return end_of_case(words, stop, people, "Gen")


def end_of_case(words: Sequence[Word], stop: int, people: frozenset[int], case: str) -> int:
    """Return where a run of adjectives and nouns of a case ends, and the genitives behind it; it ends with a noun."""
    end = stop
    for at in range(stop, min(len(words), stop + FARTHEST)):
        word = words[at]
        fits = word.feats.get("Case") in {case, "Gen"} and word.pos in NOUNS | {"ADJ"}
        if word.span.start in people or not fits or (at > stop and starts_anew(words[at - 1], word)):
            break
        if word.pos in NOUNS:
            end = at + 1
    return end if end > stop else stop - (case == "Dat")


def starts_anew(before: Word, word: Word) -> bool:
    """Say whether after a place's name a noun speaks of something else: «безопасности России [информация]»."""
    return before.text[0].isupper() and before.pos != "ADJ" and word.text[0].islower() and word.lemma not in REGIONS


def common(index: int, sentence: Sentence, seen: Sequence[Mention], people: frozenset[int]) -> Iterator[Mention]:
    """Yield the organisations that common nouns name: «бельгийская полиция», «правительство Казахстана»."""
    words = sentence.words
    nouns = organisation_nouns()
    if not any(word.lemma in nouns for word in words):
        return
    covered = {at for one in seen for at in range(one.first, one.first + len(one.words))}
    for at, word in enumerate(words):
        when = nouns.get(word.lemma)
        if at in covered or word.pos != "NOUN" or not when:
            continue
        first = at
        while first > 0 and belongs(words[first - 1], word) and first - 1 not in covered:
            first -= 1
        stop = end_of_owner(words, at + 1, people)
        covered.update(range(first, stop))
        if when == "alone" or stop - first > 1:
            yield Mention(tuple(words[first:stop]), index, first)


@cache
def organisation_nouns() -> dict[str, str]:
    """Return the nouns that name an organisation in small letters, and whether they do so alone."""
    return {row[0]: row[1] for row in table("ru", "organisation_nouns")}


def belongs(adjective: Word, noun: Word) -> bool:
    """Say whether an adjective is part of an organisation's name."""
    same = adjective.feats.get("Case") == noun.feats.get("Case")
    passing = word_list("ru", "passing_adjectives")
    return adjective.pos == "ADJ" and same and lemma(adjective.text, "ru") not in passing and adjective.text.isalpha()
