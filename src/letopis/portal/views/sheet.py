"""An article as the archive holds it → its page: blocks with their marks, notes beside them, pictures, edits."""

from collections.abc import Iterator, Sequence

import msgspec

from letopis.archive.base import Archive, Filed, Version
from letopis.archive.finding.asking import Headline
from letopis.model import (
    Article,
    Block,
    Earlier,
    Event,
    Image,
    Moment,
    Named,
    Person,
    Reading,
    Record,
    Span,
    Statement,
    Update,
)
from letopis.portal.drawn.differing import Stretch, edits
from letopis.portal.drawn.nesting import LINKED, Mark, MarkKind, Step, marks_of, steps

NOTED: tuple[MarkKind, ...] = ("statement", "person", "time", "place")


class Note(msgspec.Struct, frozen=True):
    """What the margin says of a finding: `slot` ties it to its mark inside one block, `person` is the archive's id."""

    mark: Mark
    slot: int
    finding: Statement | Person | Moment | Named
    moment: Moment | None = None
    person: int | None = None


class Row(msgspec.Struct, frozen=True):
    """A block of the article with its marks, the notes beside it, its picture if a caption, the entry it begins."""

    kind: str
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    slots: dict[str, int]
    image: Image | None
    entry: Update | None = None


class Edit(msgspec.Struct, frozen=True):
    """A later version, and what it changed in the one before."""

    version: Version
    paragraphs: tuple[tuple[Stretch, ...], ...]


class Recollection(msgspec.Struct, frozen=True):
    """What a stretch of background recalls: the happening, its day, the story and the article that reported it then."""

    number: int
    words: str
    event: Event | None
    moment: Moment | None
    story: int | None = None
    report: Headline | None = None


class Sheet(msgspec.Struct, frozen=True):
    """An article's page."""

    filed: Filed
    headline: Row | None
    rows: tuple[Row, ...]
    pictures: tuple[Image, ...]
    events: tuple[tuple[int, Event, Moment | None], ...]
    recalled: tuple[Recollection, ...]
    edits: tuple[Edit, ...]
    cast: dict[str, int]


def sheet_of(archive: Archive, filed: Filed) -> Sheet:
    """Return an article's page."""
    article, record = filed.reading.article, filed.reading.record
    cast = archive.cast(filed.id)
    title, blocks = parted(article)
    captions = [block.span.of(article.text) for block in blocks if block.kind == "caption"]
    return Sheet(
        filed=filed,
        headline=row_of(article, title, marks_of(record), []) if title else None,
        rows=tuple(rows_of(filed.reading, blocks, notes_of(record, title, cast))),
        pictures=tuple(image for image in article.images if not image.caption or image.caption not in captions),
        events=tuple((n, event, moment_of(record, event.moment)) for n, event in enumerate(record.events)),
        recalled=tuple(recollections(archive, filed)),
        edits=tuple(edits_of(archive.versions(filed.id))) if filed.versions > 1 else (),
        cast=cast,
    )


def parted(article: Article) -> tuple[Block | None, Sequence[Block]]:
    """Return the block that prints the title, and the blocks below; a text without blocks is one paragraph."""
    if len(article.blocks) == 1:
        return None, article.blocks
    blocks = article.blocks or (Block("paragraph", Span(0, len(article.text))),)
    title = next((block for block in blocks if prints_title(block, article)), None)
    return title, [block for block in blocks if block is not title]


def prints_title(block: Block, article: Article) -> bool:
    """Say whether a block prints the title."""
    return block.kind == "headline" and block.span.of(article.text) == article.title


def rows_of(reading: Reading, blocks: Sequence[Block], notes: Sequence[Note]) -> Iterator[Row]:
    """Yield the blocks as rows; what only the headline says is noted beside the first."""
    article, marks = reading.article, marks_of(reading.record)
    for place, block in enumerate(blocks):
        begins = block.span.start if place else 0
        here = [note for note in notes if begins <= note.mark.span.start < block.span.stop]
        yield row_of(article, block, marks, here)


def row_of(article: Article, block: Block, marks: Sequence[Mark], notes: Sequence[Note]) -> Row:
    """Return a block as a row of the page."""
    slotted = [msgspec.structs.replace(note, slot=slot) for slot, note in enumerate(notes, start=1)]
    words = block.span.of(article.text)
    image = next((image for image in article.images if block.kind == "caption" and image.caption == words), None)
    return Row(
        kind=block.kind,
        steps=tuple(steps(article.text, block.span, marks)),
        notes=tuple(slotted),
        slots={note_id(note.mark): note.slot for note in slotted},
        image=image,
        entry=next((entry for entry in article.entries if entry.span.start == block.span.start), None),
    )


def notes_of(record: Record, title: Block | None, cast: dict[str, int]) -> list[Note]:
    """Return a note for each finding, at its first mark below the headline, in the order of the text."""
    firsts: dict[str, Mark] = {}
    for mark in sorted(marks_of(record), key=lambda mark: (in_title(mark, title), mark.span)):
        if mark.kind in NOTED:
            firsts.setdefault(mark.finding, mark)
    ordered = sorted(firsts.values(), key=lambda mark: (mark.span.start, mark.kind in LINKED, mark.span.stop))
    return [note_of(record, mark, cast) for mark in ordered]


def in_title(mark: Mark, title: Block | None) -> bool:
    """Say whether a mark begins in the headline."""
    return title is not None and title.span.start <= mark.span.start < title.span.stop


def note_of(record: Record, mark: Mark, cast: dict[str, int]) -> Note:
    """Return the note of the finding that a mark rests on."""
    match mark.kind:
        case "statement":
            statement = record.statements[mark.number]
            speaker = cast.get(statement.speaker.name or "")
            return Note(mark, 0, statement, moment_of(record, statement.moment), speaker)
        case "person":
            person = record.people[mark.number]
            return Note(mark, 0, person, person=cast.get(person.name))
        case "time":
            return Note(mark, 0, record.moments[mark.number])
        case _:
            return Note(mark, 0, record.places[mark.number])


def note_id(mark: Mark) -> str:
    """Return the anchor of the note that a mark leads to: all marks of a finding lead to one note."""
    return f"n-{mark.finding}"


def moment_of(record: Record, number: int | None) -> Moment | None:
    """Return the moment a finding points to."""
    return record.moments[number] if number is not None and number < len(record.moments) else None


def recollections(archive: Archive, filed: Filed) -> Iterator[Recollection]:
    """Yield what the article recalls that is a known event, with the story that reported it when it happened."""
    article, record = filed.reading.article, filed.reading.record
    earlier = earlier_of(archive, filed)
    reports = {head.article: head for head in archive.headlines(one.report for one in earlier.values())}
    for number, one in enumerate(record.recalled):
        if one.event is None and number not in earlier:
            continue
        event = record.events[one.event] if one.event is not None else None
        words = (event or one).span.of(article.text)
        found = Recollection(number, words, event, moment_of(record, one.moment))
        if (told := earlier.get(number)) is not None:
            found = msgspec.structs.replace(found, story=told.story, report=reports.get(told.report))
        yield found


def earlier_of(archive: Archive, filed: Filed) -> dict[int, Earlier]:
    """Return the earlier stories that an article points to; stories know of its latest version alone."""
    latest = archive.article(filed.id)
    story = archive.story(filed.story) if filed.story and latest and latest.version == filed.version else None
    return {one.recalled: one for one in story.earlier if one.article == filed.id} if story else {}


def edits_of(versions: Sequence[Version]) -> Iterator[Edit]:
    """Yield each later version with what it changed, the latest first."""
    for place in range(len(versions) - 1, 0, -1):
        before, after = versions[place - 1], versions[place]
        changed = edits(whole(before), whole(after))
        yield Edit(after, tuple(tuple(paragraph) for paragraph in changed))


def whole(version: Version) -> str:
    """Return a version's title and text as one text, the title once."""
    titled = version.title and not version.text.startswith(version.title)
    return f"{version.title}\n\n{version.text}" if titled else version.text
