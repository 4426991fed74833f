"""A sentence → the words in it that tell an event, and of what kind."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from letopis.language.lists import plain, table
from letopis.language.parsed import Name, Sentence
from letopis.record.events.surroundings import ALL_TAGS, TAGS, forms_of, near, tags_near
from letopis.record.events.trigger_place import deciding
from letopis.record.events.trigger_place import listed as listed_word

NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "appos"})
NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
CLAUSE = 30
FEW = 4
# Of two kinds told by one sentence the first says it all.
ABSORBS = {
    "visit": frozenset({"arrival", "departure"}),
    "summit": frozenset({"meeting"}),
    "sentence": frozenset({"trial"}),
    "strike": frozenset({"attack"}),
    "call": frozenset({"meeting"}),
}


class Row(msgspec.Struct, frozen=True):
    """A row of the table: the order in which rows win, the kind, and which words it wants near or not at all.

    `tagged` says whether names, capitals or years are among them; of `also` one must stand near, too.
    """

    order: int
    kind: str
    how: str
    near: frozenset[str]
    never: frozenset[str]
    tagged: bool
    also: frozenset[str] = frozenset()


class Trigger(msgspec.Struct, frozen=True):
    """A word that tells an event: its index in the sentence, and the row that says so."""

    index: int
    row: Row

    @property
    def rule(self) -> str:
        """Return the name of the rule."""
        return f"{self.row.how}_with" if self.row.near else f"{self.row.how}_alone"


@cache
def rows(code: str) -> dict[str, list[Row]]:
    """Return the rows of the language's table by the words they hang on."""
    found: dict[str, list[Row]] = {}
    for order, (kind, how, words, *rest) in enumerate(table(code, "events")):
        near, never, also = (listed(cell) for cell in [*rest, "", "", ""][:3])
        tagged = not ALL_TAGS.isdisjoint(near | never)
        for word in listed(words):
            found.setdefault(word, []).append(Row(order, kind, how, near, never, tagged, also))
    return found


def kinds(code: str) -> tuple[str, ...]:
    """Return the kinds of events in the language's table, each once."""
    return tuple(dict.fromkeys(row[0] for row in table(code, "events")))


def listed(cell: str) -> frozenset[str]:
    """Return the words of a cell of the table."""
    return frozenset(plain(word.strip()) for word in cell.split(",") if word.strip())


def triggers(sentence: Sentence, code: str, names: Sequence[Name] = ()) -> list[Trigger]:
    """Return one trigger for each kind of event the sentence tells; `names` are those of the sentence."""
    kinds: dict[str, Trigger] = {}
    named = {name.span.start: TAGS[name.kind] for name in names}
    for trigger in sorted(seen(sentence, code, named), key=lambda found: (found.row.how != "verb", found.index)):
        kinds.setdefault(trigger.row.kind, trigger)
    for kind in list(kinds):
        for lesser in ABSORBS.get(kind, ()):
            kinds.pop(lesser, None)
    return sorted(kinds.values(), key=lambda trigger: trigger.index)


def seen(sentence: Sentence, code: str, named: Mapping[int, str]) -> Iterator[Trigger]:
    """Yield every word that a row takes for the trigger of an event; of several rows the first."""
    told: set[tuple[str, str]] = set()
    for index, word in enumerate(sentence.words):
        candidates = rows_of(word.lemma, word.text, word.pos, code)
        if not candidates or all(needless(row, told) for row in candidates):
            continue
        if any(rule(sentence, index) for rule in TELL_NOTHING):
            continue
        around, doer = near(sentence, index), subject_forms(sentence, index)
        if any(row.tagged for row in candidates):
            around |= tags_near(sentence, index, named)
        fitting = [row for row in candidates if fits(row, around) and row.never.isdisjoint(doer)]
        if fitting:
            trigger = Trigger(index, min(fitting, key=lambda row: row.order))
            told.add((trigger.row.kind, trigger.row.how))
            yield trigger


def needless(row: Row, told: Collection[tuple[str, str]]) -> bool:
    """Say whether a row could only tell again what a better or an earlier word of the sentence has told."""
    return (row.kind, "verb") in told or (row.kind, row.how) in told


def subject_forms(sentence: Sentence, index: int) -> frozenset[str]:
    """Return the forms of a word's subject, however far before it: «[слова], на которые ссылался мэр, не …»."""
    for word in sentence.words[max(0, index - CLAUSE) : index]:
        if word.head == index and word.rel in SUBJECTS:
            return forms_of(word.lemma, word.text, not word.pos)
    return frozenset()


@lru_cache(maxsize=1 << 16)
def rows_of(lemma: str, text: str, pos: str, code: str) -> tuple[Row, ...]:
    """Return the rows that hang on a word."""
    known = rows(code)
    # Of a word whose grammar is known nothing but its forms is listed, and most words are not.
    if pos and lemma not in known and plain(text.lower()) not in known:
        return ()
    return tuple(row for form in forms_of(lemma, text, not pos) for row in known.get(form, ()) if of_its_kind(row, pos))


def of_its_kind(row: Row, pos: str) -> bool:
    """Say whether a word is the noun, or is not the noun, that a row wants; where grammar is unknown it may be."""
    return not pos or (pos in NOUNS) == (row.how == "noun")


def stands_for_somebody(sentence: Sentence, index: int) -> bool:
    """«семья [погибшего]»: a participle used as a noun, which tells nothing new; «14 [погибших]» does."""
    word = sentence.words[index]
    if word.feats.get("VerbForm") != "Part" or word.feats.get("Variant") == "Short" or word.rel not in NOMINAL:
        return False
    return not any(before.pos == "NUM" for before in sentence.words[max(0, index - 2) : index])


def likens(sentence: Sentence, index: int) -> bool:
    """«закрытие школы стало для села [приговором]»: what something is only called or compared to."""
    word = sentence.words[index]
    if word.pos not in NOUNS or word.feats.get("Case") != "Ins" or word.head < 0:
        return False
    led = any(one.head == index and one.pos == "ADP" for one in sentence.words[max(0, index - FEW) : index])
    return not led and listed_word(sentence.words[word.head], deciding("ru", "likens"))


def is_first_of_a_kind(sentence: Sentence, index: int) -> bool:
    """«[стал] первым президентом, объявившим себя поэтом»: he was president before."""
    behind = sentence.words[index + 1 : index + 1 + FEW + FEW]
    first = next((at for at, word in enumerate(behind[:FEW]) if listed_word(word, deciding("ru", "first"))), None)
    if first is None or not listed_word(sentence.words[index], deciding("ru", "likens")):
        return False
    comma = next((at for at, word in enumerate(behind) if at > first and word.text == ","), len(behind))
    return any(
        word.feats.get("VerbForm") == "Part" or word.lemma == "который" for word in behind[comma + 1 : comma + 2]
    )


# By each of these a word that stands in the table tells no event.
TELL_NOTHING = (stands_for_somebody, likens, is_first_of_a_kind)


def fits(row: Row, around: set[str]) -> bool:
    """Say whether the words around are what a row wants."""
    wanted = (cell for cell in (row.near, row.also) if cell)
    return row.never.isdisjoint(around) and not any(cell.isdisjoint(around) for cell in wanted)
