"""A mention of a person and the words on both sides of it → the role that stands there."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from letopis.language.parsed import Word
from letopis.record.names.roles.offices import (
    CLOSING,
    DASHES,
    LISTING,
    OPENING,
    REACH,
    STRAIGHT,
    Phrase,
    Place,
    agrees,
    end_of,
    is_age,
    is_called,
    is_many,
    is_role,
    joins,
    leads_on,
    phrase,
    role_at,
    same_case,
    serves,
)

# What may stand between a role of several and their names: «артисты: …», «такие артисты, как …».
LEADING = frozenset({":", ",", "как", "включая", "—", "–", "-"})


def before(place: Place) -> Phrase | None:
    """«президент Казахстана <Токаев>»."""
    first = place.mention.first
    bracketed = first > 0 and place.words[first - 1].text == "("
    return None if bracketed or is_owner_of_next(place) else role_before(place, first)


def set_apart(place: Place) -> Phrase | None:
    """«посол доброй воли — <Орлова>», «вице-губернатор края, 35-летний <Орлов>»."""
    words, at = place.words, place.mention.first
    aged = at > 1 and is_age(words[at - 1])
    sign = at - 1 - aged
    if sign < 1 or words[sign].text not in (DASHES | {","} if aged else DASHES):
        return None
    return role_before(place, sign)


def role_before(place: Place, stop: int) -> Phrase | None:
    """Return the role that ends where the name or a sign before it begins, from its first noun that agrees."""
    words, head = place.words, None
    for at in unquoted(words, stop):
        if not (may_stand_between(words, at, sought=head is None) and is_owner(place, at)):
            break
        if role_at(words, at) and agrees(words[at], place.mention):
            head = at
    if head is None or serves(words[head], place.mention):
        return None
    return phrase(words, head, stop)


def after(place: Place) -> Phrase | None:
    """«<Иванов>, министр обороны, …», «<Иванов> — министр», «<Иванов> (министр)»."""
    mention, words = place.mention, place.words
    at = past_brackets(words, mention.first + len(mention.words))
    if at >= len(words) or words[at].text not in DASHES | {",", "("}:
        return None
    for head in range(at + 1, min(len(words), at + 7)):
        if role_at(words, head) and (agrees(words[head], mention) or words[at].text in DASHES):
            end = end_of(words, head)
            others = place.named.intersection(range(head, end + 1))
            owned = all(words[one].feats.get("Case") == "Gen" for one in others)
            return phrase(words, head, end) if owned else None
        if words[head].pos not in {"ADJ", "ADV", "NUM", "DET"} and not is_age(words[head]):
            return None
    return None


def listed(place: Place) -> Phrase | None:
    """«артисты театра Орлов, <Белова> и Седов», «артисты: Орлов, <Белова>», «такие артисты, как Орлов и <Белова>»."""
    words = place.words
    start = start_of_list(place)
    if start is None:
        return None
    stop = start
    while stop > 0 and words[stop - 1].text in LEADING:
        stop -= 1
    for at in unquoted(words, stop):
        if role_at(words, at) and is_many(words[at]):
            fits = stop < start or agrees(words[at], place.mention)
            return phrase(words, at, stop) if fits else None
        if at in place.named or not may_stand_between(words, at, sought=True):
            return None
    return None


def unquoted(words: Sequence[Word], stop: int) -> Iterator[int]:
    """Yield the places before one, the nearest first, without what stands in quotation marks."""
    quoted = False
    for at in range(stop - 1, max(-1, stop - 1 - REACH), -1):
        if words[at].text in OPENING | CLOSING:
            quoted = not quoted if words[at].text in STRAIGHT else words[at].text in CLOSING
        elif not quoted:
            yield at


def start_of_list(place: Place) -> int | None:
    """Return where the list of names begins in which a mention is not the only one."""
    words, at = place.words, place.mention.first
    start, bracket = at, False
    for here in range(at - 1, max(-1, at - 1 - 4 * REACH), -1):
        word = words[here]
        if word.text in {"(", ")"}:
            bracket = word.text == ")"
        elif here in place.named:
            start = start if bracket else here
        elif word.text == "из" and words[here + 1].pos == "PROPN":
            continue
        elif not bracket and word.text not in LISTING and word.pos not in {"PROPN", "X"}:
            break
    follows = at + len(place.mention.words)
    goes_on = follows < len(words) and words[follows].text in {",", "и", "("}
    return start if start < at or goes_on else None


def may_stand_between(words: Sequence[Word], at: int, *, sought: bool) -> bool:
    """Say whether a word may stand between a role's noun and the name, or left of the noun in a longer role."""
    word = words[at]
    case = word.feats.get("Case")
    if word.pos in {"NOUN", "PROPN"}:
        return is_called(words, at) or is_role(word) or (case != "Nom" if sought else case == "Gen")
    if word.text == "и":
        return at + 1 < len(words) and joins(words, at)
    if word.pos == "VERB":
        return word.feats.get("VerbForm") == "Part"
    return word.pos in {"ADJ", "NUM", "X"} or (sought and word.pos == "ADP" and leads_on(words, at))


def is_owner(place: Place, at: int) -> bool:
    """Say whether a word is of no other person's name, or of one that the role belongs to («адвокат Орлова»)."""
    if at not in place.named or place.words[at].feats.get("Case") == "Gen":
        return True
    return place.named.issuperset(range(at, place.mention.first))


def is_owner_of_next(place: Place) -> bool:
    """Say whether right behind a mention another person is named: «врач <Мэри Браун> Анна Белова»."""
    return place.mention.first + len(place.mention.words) in place.named


def further(place: Place) -> Phrase | None:
    """«министр и член совета <Орлов>», «министр, член совета <Орлов>»: a role before the one beside the name."""
    near = before(place)
    words = place.words
    first = bisect_left(words, near.words[0].span.start, key=lambda word: word.span.start) if near else 0
    if near is None or first == 0 or words[first - 1].text not in {",", "и"}:
        return None
    noun = near.words[near.head]
    for at in unquoted(words, first - 1):
        if role_at(words, at) and same_case(words[at], noun) and not is_many(words[at]):
            return phrase(words, at, first - 1)
        if at in place.named or not may_stand_between(words, at, sought=True):
            return None
    return None


def past_brackets(words: Sequence[Word], at: int) -> int:
    """Return the place after a bracket that opens here: «Дайан Вуд (Diane Wood), судья»."""
    if at < len(words) and words[at].text == "(":
        closing = next((end for end in range(at, min(len(words), at + REACH)) if words[end].text == ")"), None)
        return closing + 1 if closing is not None and not any(map(is_role, words[at:closing])) else at
    return at


def shared_out(place: Place) -> Phrase | None:
    """«президенты Залесья и Лимании <Орлов> и <Седов>»: of as many lands as names, each has his own."""
    words = place.words
    start = start_of_list(place)
    lands = list(lands_before(place, start)) if start is not None else []
    head = next((at for at in unquoted(words, lands[0]) if role_at(words, at)), None) if lands else None
    if head is None or not is_many(words[head]) or words[lands[0]].head != head:
        return None
    names = [at for at in sorted(place.named) if at >= (start or 0) and at - 1 not in place.named]
    if len(names) < len(lands) or place.mention.first not in names[: len(lands)]:
        return None
    whole = phrase(words, head, lands[0])
    return Phrase((*whole.words, words[lands[names.index(place.mention.first)]]), whole.head)


def lands_before(place: Place, stop: int) -> Sequence[int]:
    """Return the places of several names in the genitive that stand side by side: «России, Польши и Литвы»."""
    found: list[int] = []
    words, at = place.words, stop - 1
    while at >= 0 and words[at].pos == "PROPN" and at not in place.named:
        found.insert(0, at)
        if at == 0 or words[at - 1].text not in {",", "и"}:
            break
        at -= 2
    return found if len(found) > 1 else []
