"""A story → how it stands: its headline for a reader, as of a time, who was first."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

import msgspec

from letopis.archive.base import Archive
from letopis.archive.finding.asking import Headline
from letopis.model import Edition, Member, Story


class Heads(msgspec.Struct, frozen=True):
    """The headlines of stories' articles by their ids, for readers of a language."""

    by_article: Mapping[int, Headline]
    code: str

    def language(self, article: int) -> str | None:
        """Return the language of an article."""
        head = self.by_article.get(article)
        return head.language if head else None


def heads_of(archive: Archive, stories: Iterable[Story], code: str) -> Heads:
    """Return the headlines of the stories' articles."""
    articles = dict.fromkeys(member.article for story in stories for member in story.members)
    return Heads({headline.article: headline for headline in archive.headlines(articles)}, code)


def head_of(story: Story, heads: Heads) -> Headline | None:
    """Return the story's headline: in the reader's language if it has one, the nearest to the story's heart first."""
    nearest = sorted(story.members, key=lambda member: -member.similarity)
    known = [heads.by_article[member.article] for member in nearest if member.article in heads.by_article]
    best = sorted(known, key=lambda head: (head.title is None, head.language != heads.code, head.title != story.title))
    return best[0] if best else None


def known_to(edition: Edition, member: Member) -> bool:
    """Say whether a member had come out by the time and day of a front page."""
    published = member.published
    return published is None or (published <= edition.at and published.astimezone(UTC).date() <= edition.day)


def as_of(story: Story, edition: Edition) -> Story:
    """Return a story as it stood at a time: a front page of last week knows nothing of what came later."""
    known = tuple(member for member in story.members if known_to(edition, member))
    return msgspec.structs.replace(story, members=known or story.members)


def last_reported(story: Story) -> datetime | None:
    """Return when a story was last reported."""
    return max((member.published for member in story.members if member.published), default=None)


def dated_members(story: Story) -> list[Member]:
    """Return the members whose time is known: to the hour, or if none is, to the day."""
    dated = [member for member in story.members if member.published]
    return [member for member in dated if not member.day_only] or dated


def when(member: Member) -> tuple[bool, date, bool, datetime]:
    """Return a member's place in time: what has no hour stands behind its day's hours, what has no day last."""
    published = member.published or datetime.max.replace(tzinfo=UTC)
    return member.published is None, published.astimezone(UTC).date(), member.day_only, published
