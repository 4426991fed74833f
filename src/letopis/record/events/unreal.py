"""A trigger in its sentence → whether it tells no event: what is demanded, asked, supposed, or usual."""

from collections.abc import Callable

from letopis.record.events.trigger_place import (
    BREAKS,
    CLAUSE,
    CLIMB,
    NOUNS,
    Place,
    deciding,
    finite,
    hangs_on,
    infinitive,
    listed,
    negated,
    verbs_of_speech,
)

DASHES = frozenset("—–-")
# A question is read in so many words before and behind a trigger.
SENTENCE = 40


def unreal(place: Place) -> bool:
    """Say whether one of the rules takes the event for none."""
    return any(rule(place) for rule in RULES)


def demanded(place: Place) -> bool:
    """«потребовала [отставки]», «призвал [освободить]»: only demanded, asked for, forbidden or feared."""
    return not finite(place.word) and hangs_on(place, "none")


def ordered(place: Place) -> bool:
    """«[Освободите] Иванова»."""
    return place.word.feats.get("Mood") == "Imp"


def demanded_behind_dash(place: Place) -> bool:
    """«среди требований — [отставка] мэра», «их требование — [отставка]»."""
    words, wanted = place.words, deciding(place.code, "none")
    dash = next((at for at in range(place.index - 1, max(-1, place.index - CLAUSE), -1) if words[at].text in DASHES), 0)
    if place.word.pos not in NOUNS or any(finite(word) for word in words[dash : place.index]):
        return False
    before = words[max(0, dash - CLAUSE) : dash]
    return any(word.pos in NOUNS and listed(word, wanted) for word in before) and not any(map(finite, before))


def spoken_for(place: Place) -> bool:
    """«высказался за [отставку]», «выступил против введения [санкций]»."""
    over = [place.words[index] for index in place.above]
    if not any(listed(word, deciding(place.code, "speaks for")) for word in over):
        return False
    nouns = (place.index, *place.above)
    return any(is_led_by(place, index, deciding(place.code, "for")) for index in nouns)


def in_case_of(place: Place) -> bool:
    """«в случае [отставки]»: not so in «о случае [гибели]»."""
    cases, led = deciding(place.code, "case"), deciding(place.code, "in case")
    return any(listed(place.words[at], cases) and is_led_by(place, at, led) for at in place.above)


def is_led_by(place: Place, index: int, known: frozenset[str]) -> bool:
    """Say whether one of some prepositions leads a word."""
    before = place.words[max(0, index - CLIMB) : index]
    return any(word.head == index and word.text.lower() in known for word in before)


def not_said(place: Place) -> bool:
    """«не говорил, что [уйдёт]»: what nobody has said."""
    words = place.words
    if place.word.rel != "ccomp" or not finite(place.word):
        return False
    over = place.word.head
    opened = any(word.text.lower() in deciding(place.code, "that") for word in words[over : place.index])
    said = words[over].lemma in verbs_of_speech(place.code) - deciding(place.code, "denied")
    return opened and said and negated(place, over)


def asked(place: Place) -> bool:
    """«спросил, не собирается ли он в [отставку]», «[Уйдёт] ли мэр?», «Мэр [ушёл]?»; «Кто [убил] мэра?» tells it."""
    whether = deciding(place.code, "whether")
    behind = place.words[place.index + 1 : place.index + 2]
    if any(word.text.lower() in whether for word in behind) or opens_clause(place, whether):
        return True
    around = place.words[max(0, place.index - SENTENCE) : place.index + SENTENCE]
    if place.words[-1].text != "?" or around[-1] is not place.words[-1]:
        return False
    return not any(listed(word, deciding(place.code, "asking")) for word in around)


def usual(place: Place) -> bool:
    """«редко [нападает] на людей»: what happens over and over is no event."""
    known = deciding(place.code, "usual")
    before = place.words[max(0, place.index - 1) : place.index]
    return place.word.feats.get("Tense") == "Pres" and any(listed(word, known) for word in before)


def of_anybody(place: Place) -> bool:
    """«каждый, кто [подписал]»: whoever it may be."""
    for at in range(max(2, place.index - CLAUSE), place.index):
        if place.words[at].head == place.index and listed(place.words[at], deciding(place.code, "who")):
            return listed(place.words[at - 2], deciding(place.code, "anybody"))
    return False


def supposed(place: Place) -> bool:
    """«если его [признают]», «чтобы он [вылетел]»."""
    return not infinitive(place.word) and opens_clause(place, deciding(place.code, "condition"))


def would_be(place: Place) -> bool:
    """«[назначение] Рогова означало бы войну»: what hangs on a verb that is only thought of."""
    would = deciding(place.code, "would")
    beside = (place.words[at] for index in place.above for at in (index - 1, index + 1) if 0 <= at < len(place.words))
    return bool(place.word.pos) and not finite(place.word) and any(word.text.lower() in would for word in beside)


def might_have(place: Place) -> bool:
    """Say, where grammar is not read, whether what is told did not happen: "could have [died]"."""
    before = [word.text.lower() for word in place.words[max(0, place.index - 2) : place.index]]
    thought_of = not place.word.pos and before[:1] and before[0] in deciding(place.code, "would")
    return bool(thought_of) and before[-1] in deciding(place.code, "have")


def opens_clause(place: Place, known: frozenset[str]) -> bool:
    """Say whether one of some words stands before a trigger in its clause."""
    for word in reversed(place.words[max(0, place.index - CLAUSE) : place.index]):
        if word.text in BREAKS:
            return False
        if listed(word, known):
            return True
    return False


RULES: tuple[Callable[[Place], bool], ...] = (
    demanded,
    demanded_behind_dash,
    spoken_for,
    in_case_of,
    ordered,
    usual,
    of_anybody,
    supposed,
    would_be,
    might_have,
    asked,
    not_said,
)
