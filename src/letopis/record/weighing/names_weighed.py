"""A stretch of an article → whom and what it names, and what each rule of roles says of the people in it."""

from collections.abc import Iterator, Sequence

from letopis.model import Named, Person
from letopis.record.names.abroad.listed_names import role_by_title
from letopis.record.names.countries import called
from letopis.record.names.mentions import Mention
from letopis.record.names.namesakes import clusters
from letopis.record.names.roles import RULES as ROLES
from letopis.record.names.roles import Place
from letopis.record.names.roles.role_forms import told
from letopis.record.people import dictionary_form, places_of
from letopis.record.speech.why import NOTHING, Verdict
from letopis.record.weighing.case import Case


def names_in(case: Case) -> Iterator[Verdict]:
    """Yield whom and what the words of a stretch name, and by which rule."""
    known: tuple[Person | Named, ...] = (*case.findings.people, *case.findings.organisations, *case.findings.places)
    found = sorted((span, one.rule, one.name) for one in known for span in one.mentions if span.meets(case.span))
    yield from (Verdict(rule, f"“{span.of(case.text)}” is {name}") for span, rule, name in found)
    if not found:
        yield Verdict("names", NOTHING)


def roles_in(case: Case) -> Iterator[Verdict]:
    """Yield what each rule of roles says of the people named in a stretch; other languages go by titles alone."""
    found = clusters(case.parsed)
    places = places_of(found, case.parsed)
    for cluster in found:
        for mention in cluster:
            if mention.span.meets(case.span):
                looked = ruled if case.parsed.code == "ru" else titled
                yield from looked(case, cluster, places[mention.span])


def ruled(case: Case, cluster: Sequence[Mention], place: Place) -> Iterator[Verdict]:
    """Yield what each rule of roles says of a mention."""
    name, countries = dictionary_form(cluster), called(case.parsed)
    for rule in ROLES:
        seen = rule(place)
        yield Verdict(f"role {rule.__name__}", f"{name}: {told(seen, countries)}" if seen else NOTHING)


def titled(case: Case, cluster: Sequence[Mention], place: Place) -> Iterator[Verdict]:
    """Yield what the title before a mention says."""
    said = role_by_title(place.mention, place.words, case.code)
    yield Verdict("role by_title", f"{dictionary_form(cluster)}: {said}" if said else NOTHING)
