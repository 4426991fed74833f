"""An aside that says who speaks → where it ends, and which words around it are reported."""

from letopis.language.lists import plain, word_list
from letopis.language.parsed import Word
from letopis.record.speech.seen.clauses import JOINERS, closed, content_stop
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.phrases import alive, latin, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View, is_dash, is_finite

RELATIVES = frozenset({"который", "где", "когда", "куда", "что", "поскольку", "хотя", "если", "чтобы"})
DESCRIBING = frozenset({"acl", "acl:relcl", "appos", "advcl"})
SHORT_LEFT = 3
LONGEST_ORIGIN = 16
LONGEST_JOINED = 6
MOST_SIGNS = 2
MOST_OFFICES = 3
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def aside_stop(view: View, stop: int, aside: Run) -> int:
    """Return where an aside ends: behind what describes its speaker, at the comma that closes it."""
    return aside_stops(view, stop, aside)[-1]


def aside_stops(view: View, stop: int, aside: Run) -> list[int]:
    """Return the signs at which an aside may end: the next one, and each behind one more description of its speaker."""
    found = [behind_date(view, next_sign(view, stop, aside.stop), aside.stop)]
    while found[-1] < aside.stop and len(found) <= MOST_OFFICES:
        after = next_sign(view, found[-1] + 1, aside.stop)
        if not describes_before(view, Run(found[-1] + 1, after), aside.first):
            break
        found.append(after)
    return found


def behind_date(view: View, comma: int, stop: int) -> int:
    """Return the sign behind the words of an aside whose date a comma parts: `сообщила в среду, 8 июля, мэрия`."""
    if comma + 1 >= stop or view.words[comma].text != "," or not view.words[comma + 1].text[0].isdigit():
        return comma
    known = word_list(view.code or "", "occasions")
    after = next_sign(view, comma + 1, stop)
    dated = all(word.text[0].isdigit() or word.lemma in known for word in view.words[comma + 1 : after])
    return next_sign(view, after + 1, stop) if dated and after < stop else comma


def behind_joined(view: View, said: Attribution, last: int, aside: Run) -> int:
    """Return where those end who speak together with the first: `по словам родных и друзей`, `по данным газет X, Y`."""
    first, joined = said.cue.first, last
    while said.speaker is not None and joined < aside.stop and view.words[joined].text in {"и", ",", "»"}:
        near = range(joined + 1, min(joined + LONGEST_JOINED, aside.stop))
        more = next((at for at in near if is_joined(view, at) and first < view.heads[at] < joined), None)
        between = view.words[joined : more or joined]
        if more is None or any(map(names_or_acts, between)) or not same_speech(view, more, said.speaker):
            break
        joined = phrase_of(view, more, aside).run.stop
    return joined


def names_or_acts(word: Word) -> bool:
    """Say whether a word is a noun or a verb, so that what is joined is joined to it."""
    return word.pos in {"NOUN", "PROPN"} or is_finite(word)


def same_speech(view: View, noun: int, speaker: Phrase) -> bool:
    """Say whether a noun may speak together with a speaker: in one case with him, or a name between marks."""
    if latin(view.words[noun].text) or noun in view.marked:
        return True
    cases = {view.words[noun].feats.get("Case"), view.words[speaker.head].feats.get("Case")}
    return len(cases) == 1 and any(view.words[child].rel == "cc" for child in view.children[noun])


def is_joined(view: View, index: int) -> bool:
    """Say whether a word is joined to another: by the parser's word, or a noun with «и» of its own."""
    word = view.words[index]
    return word.pos in {"NOUN", "PROPN", "X"} and (
        word.rel == "conj" or any(view.words[child].rel == "cc" for child in view.children[index])
    )


def next_sign(view: View, at: int, stop: int) -> int:
    """Return the first comma or dash from a place on, else the end."""
    return next((to for to in range(at, stop) if view.words[to].text in {",", "—", "–"}), stop)


def behind_origin(view: View, at: int, stop: int) -> int:
    """Return the comma behind where a speaker comes from, or behind brackets that follow his name; else the place."""
    if at < stop and view.words[at].text == "(":
        at = next((to + 1 for to in range(at, min(at + LONGEST_ORIGIN, stop)) if view.words[to].text == ")"), at)
        at = next((to for to in range(at, stop) if to not in view.person_at), stop)
    linked = at + 1 < stop and view.words[at + 1].lemma == "ссылка"
    if at >= stop or not (linked or view.words[at].text.lower() in {"из", "от"}):
        return at
    comma = next((to for to in range(at, min(at + LONGEST_ORIGIN, stop)) if view.words[to].text == ","), None)
    return at if comma is None or any(map(is_finite, view.words[at:comma])) else comma


def describes_before(view: View, clause: Run, first: int) -> bool:
    """Say whether a clause between commas describes a noun of the aside before it."""
    if clause.first >= clause.stop:
        return False
    if view.words[clause.first].feats.get("VerbForm") == "Conv" or view.words[clause.first].lemma == "который":
        return True
    relative = any(view.words[at].lemma == "который" for at in range(clause.first, min(clause.first + 3, clause.stop)))
    if not relative and any(is_finite(view.words[at]) for at in range(clause.first, clause.stop)):
        return False
    if same_office(view, clause):
        return True
    attached = (at for at in range(clause.first, clause.stop) if at == clause.first or view.words[at].rel in DESCRIBING)
    return any(describes(view, at, clause.first) and first <= view.heads[at] < clause.first - 1 for at in attached)


def describes(view: View, index: int, first: int) -> bool:
    """Say whether a word describes another: by the parser's word, or an adjective that begins what is set apart."""
    return view.words[index].rel in DESCRIBING or (index == first and view.words[index].rel == "amod")


def same_office(view: View, clause: Run) -> bool:
    """Say whether a clause between signs is one more office of whom was named before it: `…, врача из Бреста, …`."""
    if clause.first < MOST_SIGNS:
        return False
    sign, before = view.words[clause.first - 1], view.words[clause.first - 2]
    noun = next((at for at in range(clause.first, clause.stop) if view.words[at].pos != "ADJ"), clause.first)
    person = alive(view.words[noun]) and (alive(before) or clause.first - 2 in view.person_at)
    cases = {view.words[noun].feats.get("Case"), before.feats.get("Case")}
    same = (len(cases) == 1 or cases == {"Gen", "Acc"}) and noun not in view.person_at
    return same and (person or (is_dash(sign) and view.words[noun].pos == "NOUN" and dash_at(view, clause.stop)))


def dash_at(view: View, index: int) -> bool:
    """Say whether a dash stands at a place, or behind a sign there."""
    return any(map(is_dash, view.words[index : index + MOST_SIGNS]))


def tells(view: View, run: Run) -> bool:
    """Say whether words make a sentence: they have a verb, a word that stands for one, or a noun in its place."""
    words = view.words[run.first : run.stop]
    if any(map(is_finite, words)):
        return True
    if any(plain(word.text.lower()) in word_list(view.code or "", "predicates") for word in words):
        return True
    return any(word.rel == "root" and word.pos in NAMING for word in words)


def around(view: View, sentence: Run, aside: Run) -> tuple[Run, ...]:
    """Return the words that an aside speaks of: what stands before and behind it in its sentence."""
    left = closed(view, left_of(view, Run(sentence.first, aside.first)))
    right = closed(view, Run(aside.stop, content_stop(view, -2, aside.stop, sentence.stop)))
    if left.first < left.stop <= right.first < right.stop:
        if within_phrase(view, left.stop - 1, right):
            return ()
        left = last_clause(view, left)
    if right.stop - right.first > 0 and not weighty(view, left):
        return (right,)
    return tuple(run for run in (left, right) if run.first < run.stop)


def within_phrase(view: View, index: int, right: Run) -> bool:
    """Say whether an aside parts an adjective from its noun: `спорное, по мнению жителей, решение` tells nothing."""
    word = view.words[index]
    return word.rel == "amod" and "Case" in word.feats and right.first <= view.heads[index] < right.stop


def last_clause(view: View, run: Run) -> Run:
    """Return the beginning of a clause whose verb stands behind an aside: `… нашли, после чего Иванов, …, ушёл`."""
    for at in range(run.stop - 1, run.first, -1):
        if is_finite(view.words[at]):
            return run
        opens = view.words[at + 1].text.lower() in JOINERS or view.words[at + 1].lemma == "после"
        if view.words[at].text == "," and opens and any(map(is_finite, view.words[run.first : at])):
            skip = 1 + (view.words[at + 1].lemma == "после")
            return closed(view, Run(at + 1 + skip, run.stop))
    return run


def left_of(view: View, run: Run) -> Run:
    """Return the last clause before an aside; nothing where a joiner stands directly before it."""
    last = run.stop - 1
    while last >= run.first and view.words[last].text in {",", "—", "–", "-"}:
        last -= 1
    if last >= run.first and (view.words[last].text.lower() in JOINERS or view.words[last].lemma in RELATIVES):
        return Run(run.stop, run.stop)
    return run


def weighty(view: View, run: Run) -> bool:
    """Say whether words before an aside say something: more than «В целом»."""
    words = view.words[run.first : run.stop]
    if any(map(is_finite, words)) or any(word.feats.get("Case") == "Nom" for word in words):
        return True
    return len(words) > SHORT_LEFT
