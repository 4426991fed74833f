"""A noun of a sentence → the whole phrase it heads, and the phrase in the nominative."""

from letopis.language.dictionary import parses
from letopis.language.parsed import Word
from letopis.language.words import is_animate, may_be, upright
from letopis.record.names.genders import GENDERS, gender_of_name
from letopis.record.names.roles.offices import is_acting, is_deputy
from letopis.record.speech.seen.view import Phrase, Run, View

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE = frozenset(
    {"amod", "nmod", "appos", "flat", "flat:name", "flat:foreign", "nummod", "nummod:gov", "nummod:entity", "case"}
    | {"det", "compound", "punct"}
)
NAMED_WITH = frozenset({"flat:name", "appos", "conj"})
WITHOUT_HEAD = frozenset({"acl", "nummod", "amod", "det"})
AMOUNTS = frozenset(
    {"ряд", "часть", "большинство", "множество", "группа", "половина", "треть", "число"}
    | {"четверть", "процент", "%", "доля", "десяток", "сотня", "тысяча", "миллион"}
)
NO_PART = frozenset({"VERB", "SCONJ", "AUX"})
MARKS = frozenset("«»“”„\"'`№")
OPENING = frozenset("«“„")
# «Врио», «замглавы», «и. о.», «исполняющий» begin so.
OFFICES = frozenset("ВвЗзИи")
FARTHEST_HEAD = 8
# «Декларации» is all of them, so that the tagger may take a noun for one and its adjective for another.
LIKE_CASES = frozenset({"Gen", "Dat", "Loc"})
CUT_SHORT = frozenset({"г", "пос", "обл", "им", "ул", "ст", "респ"})


def phrase_of(view: View, head: int, within: Run) -> Phrase:
    """Return a noun with its adjectives, genitives and appositions, as far as nothing else stands between."""
    first, stop = head, head + 1
    while (
        stop < within.stop
        and not leads_off(view, stop)
        and (belongs(view, stop, head) or of_office(view, stop, head) or in_latin(view, stop) or in_address(view, stop))
    ):
        stop += 1
    while first > within.first and describes(view, first - 1, head):
        first -= 1
    return Phrase(trimmed(view, Run(first, stop)), head)


def leads_off(view: View, index: int) -> bool:
    """Say whether `в лице` begins here, which tells by whom a house speaks, or `о том`, which leads to words."""
    return tuple(word.text for word in view.words[index : index + 2]) in {("в", "лице"), ("о", "том")}


def belongs(view: View, index: int, head: int) -> bool:
    """Say whether a word behind a noun is part of its phrase: some chain of heads leads back to the noun."""
    word = view.words[index]
    if named_together(view, index, index - 1):
        return True
    if stops_phrase(word) or told_to(view, index, head) or leads_off(view, index):
        return False
    at = index
    for _ in range(FARTHEST_HEAD):
        if view.words[at].rel not in INSIDE and not leads_on(view, at):
            return False
        at = view.heads[at]
        if at == head:
            return True
        if at < head:
            return False
    return False


def of_office(view: View, index: int, head: int) -> bool:
    """Say whether a word belongs to an office that never bends, whatever it hangs on: `сказал врио начальника`."""
    first = head + 1
    if view.words[head].text[0] not in OFFICES or first >= len(view.words):
        return False
    if not (is_acting(view.words[head]) or is_deputy(view.words[head])) or view.words[first].feats.get("Case") != "Gen":
        return False
    return index == first or belongs(view, index, first)


def in_latin(view: View, index: int) -> bool:
    """Say whether a word is part of a name in Latin letters, or the mark before one: `газета ''The Times''`."""
    if not MARKS.issuperset(view.words[index].text):
        return latin(view.words[index].text)
    beside = (*range(index + 1, min(index + 3, len(view.words))), *range(index - 1, max(index - 3, -1), -1))
    return any(latin(view.words[at].text) for at in beside)


def in_address(view: View, index: int) -> bool:
    """Say whether a word is the dot of a site's address or what follows it."""
    return dotted(view, index) or (index > 0 and dotted(view, index - 1)) or shortened(view, index)


def shortened(view: View, index: int) -> bool:
    """Say whether a word is the dot of a word cut short before a name: `мэр г. Заречного`."""
    if view.words[index].text != "." or index + 1 >= len(view.words):
        return False
    return view.words[index - 1].text in CUT_SHORT and view.words[index + 1].text[:1].isupper()


def dotted(view: View, index: int) -> bool:
    """Say whether a word is a dot between letters of an address, with no blank beside it."""
    if not 0 < index < len(view.words) - 1 or view.words[index].text != ".":
        return False
    before, after = view.words[index - 1], view.words[index + 1]
    tight = before.span.stop + 1 == after.span.start
    return tight and before.text.isascii() and after.text.isascii() and after.text.isalpha()


def latin(word: str) -> bool:
    """Say whether a word is written in Latin letters and begins with a capital."""
    return word[:1].isupper() and word[:1].isascii()


def leads_on(view: View, at: int) -> bool:
    """Say whether a participle, or what belongs to it, stands before its noun: `глава правящего в стране совета`."""
    head = view.heads[at]
    word = view.words[at]
    if word.rel in {"acl", "amod"} and word.feats.get("VerbForm") == "Part":
        return head > at
    return (
        word.rel in {"obl", "iobj"} and head >= 0 and view.words[head].rel in {"acl", "amod"} and view.heads[head] > at
    )


def told_to(view: View, index: int, head: int) -> bool:
    """Say whether a name in the dative tells to whom something was said: `в мэрии «Вестнику» рассказали`."""
    word = view.words[index]
    if word.text in OPENING and index + 1 < len(view.words):
        return told_to(view, index + 1, head)
    if index not in view.marked or view.words[head].feats.get("Case") == "Dat":
        return False
    cases = {parse.tag.case for parse in parses(word.text)}
    return "datv" in cases and not cases & {"nomn", "gent"}


def stops_phrase(word: Word) -> bool:
    """Say whether a phrase ends before a word: a verb that is no noun («погибшего»), a sign that is no mark."""
    if word.pos == "PUNCT":
        return not MARKS.issuperset(word.text)
    participle = word.feats.get("VerbForm") == "Part" and word.rel in {"nmod", "acl", "amod"}
    return word.pos in NO_PART and not participle


def named_together(view: View, index: int, before: int) -> bool:
    """Say whether two neighbours stand in one name."""
    one, other = view.name_at.get(index), view.name_at.get(before)
    return one is not None and one == other


def describes(view: View, index: int, head: int) -> bool:
    """Say whether a word before a noun is part of its phrase: an adjective or a number that agrees with it."""
    word = view.words[index]
    if named_together(view, index, index + 1) or word.text in OPENING:
        return True
    return view.heads[index] == head and word.rel in WITHOUT_HEAD and word.pos in {"ADJ", "NUM", "DET", "VERB"}


def trimmed(view: View, run: Run) -> Run:
    """Return the run without quotation marks that open at its end or close at its beginning."""
    first, stop = run.first, run.stop
    while stop - 1 > first and view.words[stop - 1].text in "«„“№":
        stop -= 1
    while stop - 1 > first and view.words[first - 1].text == view.words[stop - 1].text == "'":
        stop -= 1
    if view.words[first].text in MARKS and "»" not in view.text[slice(*ends(view, run))]:
        first += 1
    return Run(first, stop)


def ends(view: View, run: Run) -> tuple[int, int]:
    """Return where in the text a run begins and stops."""
    span = view.span_of(run)
    return span.start, span.stop


def nominative(view: View, phrase: Phrase) -> str:
    """Return the phrase as a dictionary would have it: its noun and what agrees with it in the nominative."""
    words = view.words[phrase.run.first : phrase.run.stop]
    head = view.words[phrase.head]
    subject = head.rel.startswith("nsubj") and may_be(head.text, "nomn")
    bent = (head.feats.get("Case") not in {None, "Nom"} and not subject) or never_nominative(head)
    written = [
        upright(word) if bent and agrees(view, phrase, phrase.run.first + index) else word.text
        for index, word in enumerate(words)
    ]
    return lowered_start(words[0], joined(view, phrase, written))


def genitive(view: View, phrase: Phrase) -> str:
    """Return the phrase in the genitive: its noun and what agrees with it bent, the rest as it stands."""
    bent = view.words[phrase.head].feats.get("Case") != "Gen"
    places = range(phrase.run.first, phrase.run.stop)
    return joined(view, phrase, [inflected(view, phrase, at, "gent") if bent else view.words[at].text for at in places])


def inflected(view: View, phrase: Phrase, index: int, case: str) -> str:
    """Return a word of a phrase in a case if it bends together with its noun."""
    word = view.words[index]
    return upright(word, case) if agrees(view, phrase, index) else word.text


def never_nominative(word: Word) -> bool:
    """Say whether the dictionary knows a noun's form and has no nominative for it, whatever the tagger says."""
    known = [parse for parse in parses(word.text) if parse.is_known and parse.tag.POS == "NOUN"]
    return word.pos == "NOUN" and bool(known) and all(parse.tag.case != "nomn" for parse in known)


def agrees(view: View, phrase: Phrase, index: int) -> bool:
    """Say whether a word of a phrase bends together with its noun."""
    if index == phrase.head:
        return True
    word = view.words[index]
    cases = {word.feats.get("Case"), view.words[phrase.head].feats.get("Case")}
    return (len(cases) == 1 or cases <= LIKE_CASES) and view.heads[index] == phrase.head and word.rel in WITHOUT_HEAD


def joined(view: View, phrase: Phrase, written: list[str]) -> str:
    """Return the words set apart as they are in the text, without the marks around the whole."""
    found = ""
    before = None
    for word, form in zip(view.words[phrase.run.first : phrase.run.stop], written, strict=True):
        gap = " " if before is not None and word.span.start > before else ""
        found += gap + form
        before = word.span.stop
    return found.strip('"') if found.count('"') % 2 else found


def lowered_start(word: Word, written: str) -> str:
    """Return the phrase with a small letter where only a sentence's beginning made it a capital."""
    plain = word.pos in {"NOUN", "ADJ", "NUM", "VERB"} and word.text[1:].islower()
    return written[:1].lower() + written[1:] if plain else written


def alive(word: Word) -> bool:
    """Say whether a noun names living beings: the tagger mistakes plurals, the dictionary does not."""
    if word.feats.get("Animacy") == "Anim":
        return True
    return word.pos == "NOUN" and is_animate(word.lemma)


def antecedent(view: View, verb: int) -> int | None:
    """Return the noun that a relative clause describes: the name right before it, else the parser's word."""
    noun = described_by(view, verb)
    name = named_just_before(view, verb)
    return noun if name is None or (noun is not None and of_somebody_else(view, name, noun)) else name


def named_just_before(view: View, verb: int) -> int | None:
    """Return the name that «который» follows, if its gender allows it: `лидера партии, депутата Рогова, который`."""
    at = next((at for at in view.children[verb] if view.words[at].lemma == "который"), 0)
    person = view.person_at.get(at - 2) if at > 1 and view.words[at - 1].text == "," else None
    told = GENDERS.get(view.words[at].feats.get("Gender", ""))
    return at - 2 if person is not None and gender_of_name(person.name) in {told, None} and told else None


def hung_on(view: View, index: int, ties: frozenset[str], stop: int = -1) -> int:
    """Return the word on which one hangs by such ties; the parser now and then ties words in a ring."""
    for _ in range(FARTHEST_HEAD):
        if index == stop or view.words[index].rel not in ties or view.heads[index] < 0:
            return index
        index = view.heads[index]
    return index


def of_somebody_else(view: View, name: int, noun: int) -> bool:
    """Say whether a clause describes somebody of whom the one named before it is only the father, the chief."""
    return hung_on(view, name, NAMED_WITH, noun) != noun and alive(view.words[noun])


def described_by(view: View, verb: int) -> int | None:
    """Return the noun that the parser has a relative clause hang on."""
    at = verb
    for _ in range(4):
        if view.words[at].rel.startswith("acl"):
            return view.heads[at] if view.heads[at] >= 0 else None
        at = view.heads[at]
        if at < 0:
            return None
    return None
