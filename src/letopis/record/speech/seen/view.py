"""A parsed article → what the rules of speech look at: its words in one row, its blocks, its quotations, its people."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

import msgspec

from letopis.language.parsed import Name, Parsed, Word
from letopis.model import Block, Named, Person, Span
from letopis.record.speech.seen.quotes import Quotation, quotations

DASHES = frozenset("—–-−")
LEAST_TURNS = 3
LONGEST_SENTENCE = 250
LONGEST_LABEL = 5
# A small word with a capital begins a sentence, not a name.
FUNCTIONAL = frozenset({"ADP", "PRON", "DET", "SCONJ", "CCONJ", "PART", "ADV"})
SAID = frozenset({"paragraph", "lead", "headline", "heading", "quotation", "list", "table"})


class Run(msgspec.Struct, frozen=True, order=True):
    """Words in a row: `first` to before `stop`, as indices into the words of a view."""

    first: int
    stop: int


class Phrase(msgspec.Struct, frozen=True):
    """A noun with what belongs to it; `head` is the noun."""

    run: Run
    head: int


class View:
    """What the rules look at; each part is worked out once, when the first rule asks for it."""

    def __init__(
        self, parsed: Parsed, blocks: tuple[Block, ...], people: tuple[Person, ...], organisations: tuple[Named, ...]
    ) -> None:
        self.parsed = parsed
        self.text = parsed.text
        self.code = parsed.code
        self.blocks = tuple(block for block in blocks if block.kind in SAID)
        self.people = people
        self.organisations = organisations
        self.kinds: dict[int, str | None] = {}
        self.cues: tuple[int, ...] | None = None
        self.wordings: tuple[int, ...] | None = None
        self.joined: dict[int, int | None] = {}
        self.stiff: dict[str, bool] = {}

    @cached_property
    def grammar(self) -> bool:
        """Whether the parser knows the grammar of the text's language."""
        return any(word.pos for word in self.words[:20])

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words of the text in one row."""
        return tuple(word for sentence in self.parsed.sentences for word in sentence.words)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.span.start for word in self.words]

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """The governing word of each word, -1 at a root; indices into the one row."""
        found: list[int] = []
        for sentence in self.parsed.sentences:
            base = len(found)
            found += [base + word.head if word.head >= 0 else -1 for word in sentence.words]
        return tuple(found)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The words that each word governs."""
        found: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(index)
        return tuple(map(tuple, found))

    @cached_property
    def sentences(self) -> tuple[Run, ...]:
        """The sentences as runs of words; one without an end is cut, so that nothing is looked at for ever."""
        found: list[Run] = []
        at = 0
        for sentence in self.parsed.sentences:
            stop = at + len(sentence.words)
            begins = [at, *(index for index in range(at + 1, stop) if begins_anew(self, index)), stop]
            for start, end in pairwise(begins):
                found += [
                    Run(first, min(first + LONGEST_SENTENCE, end)) for first in range(start, end, LONGEST_SENTENCE)
                ]
            at = stop
        return tuple(found)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations of the text in order."""
        return tuple(
            quote for number, block in enumerate(self.blocks) for quote in quotations(self.text, block.span, number)
        )

    @cached_property
    def person_at(self) -> dict[int, Person]:
        """The person whom a word names, by the word's index."""
        return {
            index: person
            for person in self.people
            for mention in person.mentions
            for index in range(*bounds(self.run_of(mention)))
        }

    @cached_property
    def organisation_at(self) -> dict[int, Named]:
        """The organisation that a word names, by the word's index."""
        return {
            index: named
            for named in self.organisations
            for mention in named.mentions
            for index in range(*bounds(self.run_of(mention)))
        }

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands as it is written."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            found.setdefault(word.text, []).append(index)
        return found

    @cached_property
    def name_at(self) -> dict[int, Name]:
        """The name that a word is part of, by the word's index."""
        return {index: name for name in self.parsed.names for index in range(*bounds(self.run_of(name.span)))}

    @cached_property
    def questions(self) -> frozenset[int]:
        """The blocks that ask what the next one answers: by dashes in turn, or all through an interview."""
        asked = [number for number in range(len(self.blocks) - 1) if asks(self, number)]
        led = {number for number in asked if dash_led(self, number)}
        bare = {number for number in asked if number not in led}
        if len(led) < LEAST_TURNS:
            led = {number for number in led if dash_led(self, number + 1)}
        answered = sum(in_first_person(self, number + 1) for number in bare)
        return frozenset(led | bare if len(bare) >= LEAST_TURNS and 2 * answered >= len(bare) else led)

    @cached_property
    def interview(self) -> bool:
        """Whether the article is an interview from end to end."""
        return len(self.questions) >= LEAST_TURNS

    @cached_property
    def labelled(self) -> frozenset[int]:
        """The blocks that begin with a name and a colon, where there are several."""
        found = [number for number in range(len(self.blocks)) if begins_with_label(self, number)]
        return frozenset(found if len(found) >= LEAST_TURNS else ())

    @cached_property
    def marked(self) -> frozenset[int]:
        """The words that begin a quotation."""
        return frozenset(self.run_of(quote.inner).first for quote in self.quotations)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words that stand in quotation marks."""
        return frozenset(index for quote in self.quotations for index in range(*bounds(self.run_of(quote.span))))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The words of each block."""
        return tuple(self.run_of(block.span) for block in self.blocks)

    def run_of(self, span: Span) -> Run:
        """Return the words that lie in a span."""
        return Run(bisect_left(self.starts, span.start), bisect_left(self.starts, span.stop))

    def span_of(self, run: Run) -> Span:
        """Return the stretch of text that words in a row cover."""
        if run.first >= run.stop:
            at = self.starts[run.first] if run.first < len(self.starts) else len(self.text)
            return Span(at, at)
        return Span(self.words[run.first].span.start, self.words[run.stop - 1].span.stop)

    def sentence_at(self, index: int) -> Run:
        """Return the sentence in which a word stands."""
        firsts = self.sentence_firsts
        return self.sentences[max(0, bisect_right(firsts, index) - 1)]

    @cached_property
    def sentence_firsts(self) -> list[int]:
        """The first word of each sentence."""
        return [run.first for run in self.sentences]

    @cached_property
    def block_starts(self) -> list[int]:
        """Where each block begins."""
        return [block.span.start for block in self.blocks]

    def holds(self, span: Span) -> bool:
        """Say whether a stretch lies in a block in which people may speak: captions and embeds are none."""
        number = self.block_at(span.start)
        return number >= 0 and self.blocks[number].span.covers(span)

    def block_at(self, place: int) -> int:
        """Return the number of the block in which a place lies, -1 before the first."""
        return bisect_right(self.block_starts, place) - 1


def begins_anew(view: View, index: int) -> bool:
    """Say whether a sentence begins behind the stop of a word cut short: `в 2011 г. По словам`."""
    word, before = view.words[index], view.words[index - 1]
    if before.text != "." or word.pos not in FUNCTIONAL or not word.text[:1].isupper():
        return False
    return index + 1 < len(view.words) and view.words[index + 1].text != "."


def asks(view: View, number: int) -> bool:
    """Say whether a block ends with a question mark and another paragraph follows."""
    words = view.blocks[number].span.of(view.text).rstrip()
    return words.endswith("?") and view.blocks[number + 1].kind in {"paragraph", "list", "quotation"}


def in_first_person(view: View, number: int) -> bool:
    """Say whether somebody speaks of himself in a block."""
    run = view.runs[number]
    words = view.words[run.first : run.stop]
    return any(word.feats.get("Person") == "1" or word.lemma in {"мой", "наш"} for word in words)


def begins_with_label(view: View, number: int) -> bool:
    """Say whether a paragraph begins with a capital and has a colon among its first words, not at its end."""
    run = view.runs[number]
    words = view.words[run.first : min(run.stop, run.first + LONGEST_LABEL)]
    colon = next((word for word in words[1:] if word.text == ":"), None)
    return colon is not None and words[0].text[:1].isupper() and colon is not view.words[run.stop - 1]


def dash_led(view: View, number: int) -> Run | None:
    """Return the words behind the dash with which a block begins."""
    run = view.runs[number]
    if run.stop - run.first <= 1 or not is_dash(view.words[run.first]):
        return None
    return Run(run.first + 1, run.stop)


def bounds(run: Run) -> tuple[int, int]:
    """Return the ends of a run, for `range`."""
    return run.first, run.stop


def is_dash(word: Word) -> bool:
    """Say whether a word is a dash of any length."""
    return word.text in DASHES


def is_finite(word: Word) -> bool:
    """Say whether a word makes a clause: a verb, a short adjective; any word where no grammar is known."""
    if not word.pos:
        return True
    return word.feats.get("VerbForm") == "Fin" or word.feats.get("Variant") == "Short" or word.lemma == "нет"
