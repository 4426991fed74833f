"""Names in records → people across pages, in memory."""

from collections.abc import Iterable

from letopis.archive import clock
from letopis.archive.base import Figure, Tenure
from letopis.archive.finding.tokens import name_readings, name_tokens
from letopis.archive.identity import Known, bearer, fits, folded, parts_of
from letopis.archive.memory.remembered import Page
from letopis.archive.tables.who.figures import WEEK, named, spelled


class Faces:
    """Everybody met so far."""

    def __init__(self) -> None:
        self.known: dict[int, Known] = {}
        self.bearers: dict[tuple[str, str], list[int]] = {}
        self.lone: dict[tuple[str, str, str], int] = {}
        self.words: dict[int, set[str]] = {}
        self.targets: dict[int, int] = {}

    def meet(self, page: Page) -> None:
        """Get to know the people of a page."""
        for name in names_of(page):
            self.who(name, page.outlet)

    def who(self, name: str, outlet: str) -> int:
        """Return whom a name means, as far as the name alone can tell."""
        parts = parts_of(name)
        if parts.lone:
            key = (parts.surname, parts.given, outlet)
            self.lone.setdefault(key, len(self.words) + 1)
            self.words.setdefault(self.lone[key], set(name_tokens(name)))
            self.known.setdefault(self.lone[key], (self.lone[key], name, ""))
            return self.target(self.lone[key])
        bearers = self.bearers.setdefault((parts.surname, parts.given), [])
        met = bearer(parts, [self.known[person] for person in bearers])
        person = met[0] if met else len(self.words) + 1
        if met is None:
            bearers.append(person)
        if met is None or len(name.split()) > len(met[1].split()):
            self.known[person] = (person, name, parts.patronymic or (met[2] if met else ""))
            self.words.setdefault(person, set())
            self.words[self.target(person)].update(name_tokens(name))
        return self.target(person)

    def target(self, person: int) -> int:
        """Return whom a person's id leads to."""
        while person in self.targets:
            person = self.targets[person]
        return person

    def names(self, person: int) -> list[str | None]:
        """Return a person's fullest name, and those of whoever was joined to them."""
        joined = [other for other in self.targets if self.target(other) == person]
        return [self.known[other][1] for other in (person, *joined)]

    def unite(self, mentioned: dict[int, int]) -> None:
        """Let people, given with how many articles mention each, be one: whom most do, of equals the first."""
        target = max(mentioned, key=lambda person: mentioned[person], default=None)
        for person in mentioned:
            if target is not None and person != target:
                self.targets[person] = target
                self.words[target] |= self.words[person]
                self.words[person] = set()

    def cast(self, page: Page, pages: Iterable[Page]) -> dict[str, int]:
        """Return whom the names of a page mean among all pages."""
        near = [
            other
            for other in pages
            if other.outlet == page.outlet and abs(clock.micros(other.seen) - clock.micros(page.seen)) <= WEEK
        ]
        return {name: self.meant(name, page.outlet, near) for name in names_of(page)}

    def meant(self, name: str, outlet: str, near: list[Page]) -> int:
        """Return whom a name means, a lone surname by its one bearer on the pages near it."""
        alone = self.who(name, outlet)
        parts = parts_of(name)
        if not parts.lone:
            return alone
        full = {
            other
            for page in near
            for other in names_of(page)
            if not (of := parts_of(other)).lone and of.surname == parts.surname and fits(parts, of.given)
        }
        people = {self.who(other, outlet) for other in full}
        return people.pop() if len(people) == 1 else alone

    def asked(self, name: str) -> list[int]:
        """Return the people whose name has these words in any form."""
        spoken = [set(name_readings(word)) for word in name.split()]
        return [person for person, words in self.words.items() if spoken and all(words & forms for forms in spoken)]


def names_of(page: Page) -> dict[str, str | None]:
    """Return the people a page mentions, each with the first role it gives."""
    roles: dict[str, str | None] = {}
    for name, role in named(page.reading.record):
        roles.setdefault(name, role)
    return roles


def figure(known: Known, mentioned: list[tuple[Page, str]], heard: int) -> Figure:
    """Return a person from the pages that mention one, oldest first, and the names they give."""
    person, name, _ = known
    forms = tuple(dict.fromkeys(form for _, form in mentioned if form != name))
    articles = len({page.id for page, _ in mentioned})
    spellings = spelled((page.reading.article.language, form) for page, form in mentioned)
    return Figure(person, name, forms, tenures(mentioned), heard, articles, spellings)


def tenures(mentioned: list[tuple[Page, str]]) -> tuple[Tenure, ...]:
    """Return the roles of a person in the order in which they were first given."""
    given: dict[str, list[tuple[Page, str]]] = {}
    for page, name in mentioned:
        if role := names_of(page)[name]:
            given.setdefault(folded(role), []).append((page, role))
    return tuple(tenure(of) for of in given.values())


def tenure(given: list[tuple[Page, str]]) -> Tenure:
    """Return one role from the pages that give it."""
    dates = sorted(page.published for page, _ in given if page.published)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    language = given[0][0].reading.article.language
    return Tenure(given[0][1], first, last, len({page.id for page, _ in given}), language)
