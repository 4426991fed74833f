"""A search and pages in memory → what it finds, by looking at every page."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from letopis.archive import clock
from letopis.archive.base import Quoted
from letopis.archive.finding.asking import Asked, Facet, Found, Headline, Hit, Leaf
from letopis.archive.finding.sentence import Forms, best
from letopis.archive.finding.sought import Sought, sought_of
from letopis.archive.finding.tokens import name_readings, name_tokens, tokens
from letopis.archive.memory.remembered import Page
from letopis.archive.tables.records import searched

MOST_SPEAKERS = 30

# What a search must know of a page beside itself: its statements, their speakers' full names, its headline.
Heard = Callable[[Page], Sequence[Quoted]]
Full = Callable[[Quoted], list[str | None]]


class Sieve:
    """Looks through pages with the people who speak on them."""

    def __init__(self, pages: Iterable[Page], heard: Heard, full: Full, headline: Callable[[Page], Headline]) -> None:
        self.pages = sorted(pages, key=lambda page: -page.at)
        self.heard, self.full, self.headline = heard, full, headline

    def search(self, asked: Asked) -> Found:
        """Return what a search finds."""
        outlets = dict.fromkeys(page.reading.article.outlet or "" for page in self.pages)
        languages = dict.fromkeys(page.reading.article.language or "" for page in self.pages)
        sought = sought_of(asked, list(outlets), list(languages))
        found = [page for page in self.pages if self.passes(page, sought)]
        below = [page for page in found if page.at < clock.key(asked.after)]
        shown = below[: max(1, asked.limit)]
        after = str(shown[-1].at) if len(below) > len(shown) else None
        hits = tuple(self.hit(page, sought) for page in shown)
        return Found(Leaf(hits, len(found), after), tuple(self.facets(found)))

    def passes(self, page: Page, sought: Sought) -> bool:
        """Say whether a page is what was sought."""
        article = page.reading.article
        words = tokens(searched(article), article.language)
        return (
            sought.low <= page.at < sought.high
            and (sought.outlets is None or (article.outlet or "") in sought.outlets)
            and (sought.languages is None or (article.language or "") in sought.languages)
            and all(occurs(forms, words) for forms in sought.terms)
            and not any(occurs(forms, words) for forms in sought.without)
            and self.speaks(page, sought)
        )

    def speaks(self, page: Page, sought: Sought) -> bool:
        """Say whether those speak on a page who should, and none who should not."""
        heard = self.heard(page)
        never = any(self.bears(said, wish) for said in heard for wish in sought.never)
        return not never and (not wished(sought) or any(self.wanted(said, sought) for said in heard))

    def wanted(self, said: Quoted, sought: Sought) -> bool:
        """Say whether a statement is by one of those asked for."""
        by_words = not sought.wishes or any(self.bears(said, wish) for wish in sought.wishes)
        return wished(sought) and by_words and (sought.speaker is None or self.named(said, sought.speaker))

    def named(self, said: Quoted, name: str) -> bool:
        """Say whether a speaker bears just this name; where nobody does, its words."""
        everybody = {full for page in self.pages for other in self.heard(page) for full in self.full(other)}
        return name in self.full(said) if name in everybody else self.bears(said, name)

    def bears(self, said: Quoted, wish: str) -> bool:
        """Say whether a speaker's name has all words of a wish."""
        words = frozenset[str]().union(*(name_tokens(full or "") for full in self.full(said)))
        forms = [set(name_readings(word)) for word in wish.split()]
        return any(forms) and all(words & each for each in forms if each)

    def hit(self, page: Page, sought: Sought) -> Hit:
        """Return a page with its best sentence."""
        heard = self.heard(page)
        voices = frozenset(said.statement for said in heard if self.wanted(said, sought))
        shown = best(page.reading, sought.terms, voices)
        said = None if shown.statement is None else heard[shown.statement]
        speaker, person = (said.speaker, said.person) if said else (None, None)
        return Hit(self.headline(page), shown.sentence, shown.marked, speaker, person)

    def speakers(self, page: Page) -> set[str | None]:
        """Return the full names of those who speak on a page, sources without a name left out."""
        return {self.full(said)[0] for said in self.heard(page) if said.speaker_kind != "unnamed"}

    def facets(self, found: list[Page]) -> Iterable[Facet]:
        """Yield how many of the pages found share an outlet, a language, a speaker, a day."""
        articles = [page.reading.article for page in found]
        speakers = [name for page in found for name in self.speakers(page) if name]
        days = Counter(page.published.date().isoformat() for page in found if page.published)
        yield from (Facet("outlet", *each) for each in most(article.outlet for article in articles))
        yield from (Facet("language", *each) for each in most(article.language for article in articles))
        yield from (Facet("speaker", *each) for each in most(speakers)[:MOST_SPEAKERS])
        yield from (Facet("day", *each) for each in sorted(days.items()))


def wished(sought: Sought) -> bool:
    """Say whether a search asks who speaks."""
    return sought.speaker is not None or bool(sought.wishes)


def most(values: Iterable[str | None]) -> list[tuple[str, int]]:
    """Return values with their numbers, the most frequent first."""
    return sorted(Counter(value for value in values if value).items(), key=lambda each: (-each[1], each[0]))


def occurs(forms: Forms, words: list[str]) -> bool:
    """Say whether one of the forms stands among words."""
    return any(tuple(words[at : at + len(form)]) == form for form in forms for at in range(len(words)))
