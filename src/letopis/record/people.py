"""A parsed text → the people in it: each with the fullest name it is given, a role, and every mention."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from letopis.language.lists import word_list
from letopis.language.parsed import Parsed, Word
from letopis.model import Person, Span
from letopis.record.names.abroad.listed_names import role_by_title
from letopis.record.names.countries import Called, called
from letopis.record.names.declension import NOMINATIVES, VOWELS, nominative, only_case, revived, roots
from letopis.record.names.genders import gender
from letopis.record.names.mentions import Mention, full_words
from letopis.record.names.namesakes import clusters
from letopis.record.names.roles import Phrase, Place, role_beside
from letopis.record.names.roles.role_forms import points_back, told
from letopis.record.names.variants import is_address


def people(parsed: Parsed, countries: Sequence[Called] | None = None) -> tuple[Person, ...]:
    """Return the people of a text in the order in which they first appear; `countries` are those it names, if known."""
    found = clusters(parsed)
    places = places_of(found, parsed)
    if parsed.code == "ru":
        countries = called(parsed) if countries is None else countries
        roles = [role(cluster, places, countries) for cluster in found]
    else:
        roles = [title(cluster, places, parsed.code or "") for cluster in found]
    named = [person(cluster, said) for cluster, said in zip(found, roles, strict=True)]
    return tuple(sorted(named, key=lambda one: one.mentions[0]))


def person(cluster: Sequence[Mention], role: str | None) -> Person:
    """Return the person that a cluster of mentions names."""
    rule = "full_name" if any(len(full_words(mention)) > 1 for mention in cluster) else "one_name"
    return Person(dictionary_form(cluster), role, tuple(sorted(mention.span for mention in cluster)), rule)


def places_of(found: Sequence[Sequence[Mention]], parsed: Parsed) -> dict[Span, Place]:
    """Return the place of every mention in its sentence, by the mention's span."""
    mentions = [mention for cluster in found for mention in cluster]
    named: dict[int, set[int]] = {}
    for mention in mentions:
        stop = mention.first + len(mention.words)
        named.setdefault(mention.sentence, set()).update(range(mention.first, stop))
    frozen = {sentence: frozenset(places) for sentence, places in named.items()}
    words = parsed.sentences
    return {one.span: Place(one, words[one.sentence].words, frozen[one.sentence]) for one in mentions}


def role(cluster: Sequence[Mention], places: Mapping[Span, Place], countries: Sequence[Called]) -> str | None:
    """Return the role the text gives a person, by the surest rule; of equally sure ones the first."""
    mentions = sorted(cluster, key=lambda one: one.span)
    found = [seen for mention in mentions for seen in role_beside(places[mention.span]) if says_enough(seen[1])]
    return told(min(found, key=doubt)[1], countries) if found else None


def doubt(seen: tuple[int, Phrase]) -> tuple[bool, bool, int]:
    """Return whether a role says little, whether it leaves open whose it is, and how unsure the rule is that saw it."""
    rank, phrase = seen
    return is_weak(phrase), points_back(phrase), rank


def is_weak(phrase: Phrase) -> bool:
    """Say whether a role tells what somebody did or belongs to rather than what he is: «основатель завода»."""
    return phrase.words[phrase.head].lemma in word_list("ru", "weak_roles")


def says_enough(phrase: Phrase) -> bool:
    """Say whether a role says something: «основатель» and «представитель» do not without a name of whose they are."""
    return not is_weak(phrase) or any(word.text[0].isupper() for word in phrase.words[phrase.head + 1 :])


def title(cluster: Sequence[Mention], places: Mapping[Span, Place], code: str) -> str | None:
    """Return the role a text without grammar gives a person, by the title before a mention."""
    mentions = sorted(cluster, key=lambda one: one.span)
    roles = (role_by_title(mention, places[mention.span].words, code) for mention in mentions)
    return next((role for role in roles if role), None)


def dictionary_form(cluster: Sequence[Mention]) -> str:
    """Return the fullest name of a cluster in the nominative, as the text itself has it where it does."""
    of = gender(cluster)
    attested = bare_forms(cluster)
    cases = [(case_of(mention, attested), mention) for mention in cluster]
    _, fullest = max(cases, key=lambda one: (*fullness(one[1]), one[0] == "Nom"))
    return "".join(spaced(fullest, [best_form(word, cases, of) for word in fullest.words]))


def fullness(mention: Mention) -> tuple[bool, int, bool, int]:
    """Return how full a name is; first name and surname tell more than first name and patronymic."""
    return not mention.alias, len(full_words(mention)), not is_address(mention), len(mention.spelled)


def bare_forms(cluster: Sequence[Mention]) -> frozenset[str]:
    """Return the last words of names that end as men's nominatives do: in a consonant."""
    return frozenset(mention.words[-1].text for mention in cluster if mention.words[-1].text[-1] not in VOWELS)


def spaced(mention: Mention, forms: Sequence[str]) -> Iterator[str]:
    """Yield the words of a name with one space where the text has any."""
    at = mention.words[0].span.start
    for word, form in zip(mention.words, forms, strict=True):
        if word.span.start > at:
            yield " "
        yield form
        at = word.span.stop


def best_form(word: Word, cluster: Sequence[tuple[str, Mention]], of: str) -> str:
    """Return the nominative of a word of a name: the form most mentions speak for, nominatives the loudest.

    Each mention has the case it stands in before it.
    """
    votes: Counter[str] = Counter()
    for case, mention in cluster:
        for other in full_words(mention):
            if len(word.text) > 1 and roots(word.text) & roots(other.text) and other.feats.get("Number") != "Plur":
                votes[straight(other, case, of, mention)] += loudness(other, case)
    if not word.pos:
        # Without grammar the shortest form is the likeliest nominative: Коваленко, Зеленський, Білої.
        bare = {one.text for _, mention in cluster if stands_bare(mention) for one in full_words(mention)}
        return min(votes or {word.text: 1}, key=lambda form: (form not in bare, len(form), form[-1] in VOWELS, form))
    # A woman is no «Ефимов» where the text has «Ефимова»: that is her brother.
    likely = [form for form in votes if of != "f" or form + "а" not in votes]
    return max(likely, key=lambda form: votes[form]) if likely else word.text


def stands_bare(mention: Mention) -> bool:
    """Say whether a full name of a language without grammar stands in the nominative: its first name as listed."""
    return len(full_words(mention)) > 1 and not any(word.lemma[:1].isupper() for word in mention.words)


def case_of(mention: Mention, attested: frozenset[str]) -> str:
    """Return the case a name stands in: nominative as a subject; else what its words say, an oblique case first.

    A man whose surname the text has bare («Асанов») is «Асанова» in the genitive, whatever the tagger takes him for.
    """
    if mention.words[-1].text[:-1] in attested and mention.words[-1].text[-1] == "а":
        return "Gen"
    mistaken = (word.text for word in mention.words if word.feats.get("Case", "Nom") == "Nom")
    oblique = next(filter(None, map(only_case, mistaken)), "")
    if oblique:
        return oblique
    if any(word.rel.startswith("nsubj") and word.feats.get("Case", "Nom") == "Nom" for word in mention.words):
        return "Nom"
    cases = [case for word in mention.words if (case := word.feats.get("Case"))]
    return next((case for case in cases if case != "Nom"), "Nom" if cases else "")


def loudness(word: Word, case: str) -> int:
    """Return how loudly a word speaks for a nominative: «Береговая» and «Береговую» for one alone."""
    return 20 if word.text.endswith(NOMINATIVES) else 3 if case == "Nom" else 1


def straight(word: Word, case: str, of: str, mention: Mention) -> str:
    """Return the nominative of a word that stands in the case of its name, or of one of its parts."""
    if not word.pos and word.lemma[:1].isupper():
        return word.lemma
    if case in {"Nom", ""}:
        return revived(word.text, of)
    own = nominative(word.text, case, of)
    own = own if own != word.text else nominative(word.text, word.feats.get("Case", ""), of)
    if own != word.text:
        return own
    others = (nominative(word.text, one.feats.get("Case", ""), of) for one in mention.words)
    return next((form for form in others if form[-1] not in VOWELS), revived(word.text, of))
