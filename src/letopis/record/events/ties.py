"""A name and a trigger in one sentence → whether grammar ties them; where it does not, nobody is invented."""

from bisect import bisect_left
from collections.abc import Sequence

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.model import Span
from letopis.record.events.surroundings import MARKS
from letopis.record.events.trigger_place import deciding, listed
from letopis.record.events.triggers import Trigger

# From a name up to the root of its sentence, so many links at most.
HIGHEST = 12
# A name and what is set beside it are one: «[президент] страны [Иванов]».
BESIDE = frozenset({"appos", "flat", "flat:name", "flat:foreign", "conj"})
# These are told of whom they befall, not of who brings them about.
SUFFERED = frozenset({"death", "resignation"})
# «was», «has been» stand so close before what they make passive.
AUXILIARIES = 3
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Where another clause begins: who stands in it does another thing.
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "parataxis", "csubj"})


def place_of(mention: Span, words: Sequence[Word]) -> int:
    """Return the place of a name's first word in its sentence."""
    return min(bisect_left(words, mention.start, key=lambda word: word.span.start), len(words) - 1)


def upwards(words: Sequence[Word], at: int) -> list[int]:
    """Return a word and the words above it, up to the root."""
    found: list[int] = []
    while at >= 0 and len(found) < HIGHEST and at not in found:
        found.append(at)
        at = words[at].head
    return found


def takes_part(mention: Span, words: Sequence[Word], trigger: int, beside: frozenset[str]) -> bool:
    """Say whether a person or a body is tied to a trigger: hangs on it, or on the word by which it is told.

    `beside` are the words that tell the event together with the trigger: «[суд] над Ивановым начнётся».
    """
    first = place_of(mention, words)
    path, spine = upwards(words, first), upwards(words, trigger)
    meeting = next((at for at in path if at in spine), None)
    if meeting is None or any(word.text == ";" for word in words[first:trigger]):
        return False
    below = path[: path.index(meeting)]
    if any(words[at].pos == "VERB" and words[at].rel in CLAUSES for at in below):
        return False
    if is_owner(words, below, trigger, beside):
        return False
    return meeting == trigger or shares(words, below, spine[: spine.index(meeting)])


def is_owner(words: Sequence[Word], below: Sequence[int], trigger: int, beside: frozenset[str]) -> bool:
    """Say whether a name only tells whose something else is: «в квартире [Иванова]», «адвокат [Иванова]».

    A body acts by its parts: «правление [банка]» is the bank.
    """
    telling = deciding("ru", "of") | deciding("ru", "led") | beside
    named = words[below[0]].feats.get("Animacy") == "Anim" if below else False
    owned = (words[at].head for at in below if is_of_a_noun(words, at) and words[at].head != trigger)
    foreign = (noun for noun in owned if words[noun].lemma not in telling)
    return any(named or words[noun].feats.get("Animacy") == "Anim" for noun in foreign)


def is_of_a_noun(words: Sequence[Word], at: int) -> bool:
    """Say whether a word belongs to a noun: «квартира [Иванова]», «памятник [Иванову]»."""
    return words[at].rel == "nmod" or (words[at].rel == "iobj" and words[words[at].head].pos == "NOUN")


def shares(words: Sequence[Word], below: Sequence[int], above: Sequence[int]) -> bool:
    """Say whether who hangs on a word above a trigger has part in it: «[Иванов] провёл встречу»."""
    if any(words[at].rel in CLAUSES for at in above):
        return False
    joined = any(words[at].rel == "conj" for at in above)
    top = words[below[-1]].rel if below else ""
    if joined and (top not in SUBJECTS or has_subject(words, above)):
        return False
    return not is_told_by_time(words, above)


def has_subject(words: Sequence[Word], verbs: Sequence[int]) -> bool:
    """«[Иванов] предупреждает: жертвами [стали] трое»: who does a thing of their own share it with nobody."""
    return any(word.rel in SUBJECTS and word.head == verb for verb in verbs for word in around(words, verb))


def around(words: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the words of a clause around a word."""
    return words[max(0, at - HIGHEST) : at + HIGHEST]


def only_acts(mention: Span, words: Sequence[Word], trigger: int) -> bool:
    """Say whether a name is that of who did it to others: «[Иванов] уволил министра», «убит [Ивановым]»."""
    at = place_of(mention, words)
    for _ in range(len(BESIDE)):
        if words[at].rel not in BESIDE or words[at].head < 0:
            break
        at = words[at].head
    if words[at].head != trigger:
        return False
    if words[at].rel == "nsubj":
        return any(word.head == trigger and word.rel == "obj" and is_somebody(word) for word in around(words, trigger))
    led = any(word.head == at and word.pos == "ADP" for word in words[max(0, at - HIGHEST) : at])
    return words[at].rel.startswith("obl") and words[at].feats.get("Case") == "Ins" and not led


def has_part(mention: Span, words: Sequence[Word], trigger: Trigger, code: str) -> bool:
    """Say, where grammar is not read, whether a name in the clause of a trigger stands where those stand it befalls.

    «Orlov fired [Sedov]», «[Sedov] was fired by Orlov».
    """
    at, index = place_of(mention, words), trigger.index
    if abs(at - index) > HIGHEST or any(word.text in MARKS for word in words[min(at, index) : max(at, index)]):
        return False
    if trigger.row.kind not in SUFFERED or not listed(words[index], deciding(code, "transitive")):
        return True
    suffers = any(listed(word, deciding(code, "passive")) for word in words[max(0, index - AUXILIARIES) : index])
    return (at < index) == suffers


def is_somebody(word: Word) -> bool:
    """Say whether a word is a person's name, a noun for somebody or a pronoun."""
    return word.pos == "PRON" or word.feats.get("Animacy") == "Anim"


def is_told_by_time(words: Sequence[Word], above: Sequence[int]) -> bool:
    """Say whether a trigger only tells when another thing was: «найдена накануне церемонии [награждения]»."""
    befores = word_list("ru", "by_time")
    cases = (words[near] for at in above for near in range(max(0, at - 4), at) if words[near].head == at)
    return any(word.text.lower() in befores for word in cases)


def lies_there(mention: Span, words: Sequence[Word], trigger: int, *, office: bool) -> bool:
    """Say whether a place is where an event was: nobody's homeland, and of no clause that tells another thing.

    Of an office that is given or taken the land is the place, unless it is that of somebody named for another reason.
    """
    at = place_of(mention, words)
    path, spine = upwards(words, at), upwards(words, trigger)
    meeting = next((one for one in path if one in spine), None)
    if meeting is None or is_led_elsewhere(words, at) or is_bracketed(words, at, trigger):
        return False
    below, above = path[: path.index(meeting)], spine[: spine.index(meeting)]
    if any(words[one].pos == "VERB" and words[one].rel in CLAUSES for one in below):
        return False
    owners = (words[one].head for one in below if words[one].rel == "nmod")
    if any(
        words[one].feats.get("Animacy") == "Anim" and not (office and serves(words, one, trigger)) for one in owners
    ):
        return False
    joined = any(words[one].rel == "conj" for one in above) and at > meeting
    return meeting == trigger or not (joined or any(words[one].rel in CLAUSES - {"acl"} for one in above))


def is_led_elsewhere(words: Sequence[Word], at: int) -> bool:
    """Say whether a preposition before a place leads to no place: «о [Чечне]», «против [России]»."""
    leading = [
        word.text.lower() for word in words[max(0, at - 3) : at] if word.pos == "ADP" and words[word.head] is words[at]
    ]
    return bool(leading) and not word_list("ru", "leading_to_places") & set(leading)


def is_bracketed(words: Sequence[Word], at: int, trigger: int) -> bool:
    """Say whether a bracket opens or closes between a place and a trigger."""
    between = [word.text for word in words[min(at, trigger) : max(at, trigger)]]
    return between.count("(") != between.count(")")


def serves(words: Sequence[Word], noun: int, trigger: int) -> bool:
    """Say whether an office is what an event is about: «избран президентом [США]»."""
    named = any(word.rel == "appos" and word.pos == "PROPN" and words[word.head] is words[noun] for word in words)
    return not named or words[noun].head == trigger
