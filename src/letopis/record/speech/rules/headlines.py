"""Headlines → speech that they print without marks: patterns H1 and H3."""

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.model import StatementKind
from letopis.record.speech.rules.found import Found
from letopis.record.speech.seen.cues import voices
from letopis.record.speech.seen.doers import may_speak
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.phrases import alive, phrase_of
from letopis.record.speech.seen.quotes import bare
from letopis.record.speech.seen.view import Run, View, is_dash, is_finite

LONGEST_NAME = 6
LONGEST_HEADLINE = 20
OURS = frozenset({"я", "мы", "мой", "наш"})


def name_first(view: View, run: Run) -> Found | None:
    """Find `Иванов: мост готов`."""
    colon = next((at for at in range(run.first, run.stop) if view.words[at].text == ":"), None)
    if colon is None or colon - run.first > LONGEST_NAME:
        return None
    who = speaker_in(view, Run(run.first, colon))
    rest = Run(colon + 1, run.stop)
    ours = any(word.lemma in OURS for word in view.words[rest.first : rest.stop])
    who = who or (titled(view, Run(run.first, colon)) if ours else None)
    if who is None or not any(map(tells, view.words[rest.first : rest.stop])):
        return None
    kind: StatementKind = "direct" if ours or by_person(view, who) else "indirect"
    return Found(kind=kind, parts=(bare(view.text, view.span_of(rest)),), said=who, rule="name_first")


def name_last(view: View, run: Run) -> Found | None:
    """Find `Мост готов — Иванов`."""
    dash = next((at for at in range(run.stop - 1, run.first, -1) if is_dash(view.words[at])), None)
    if dash is None or run.stop - dash - 1 > LONGEST_NAME or not headed(view, run):
        return None
    who = speaker_in(view, Run(dash + 1, run.stop))
    who = who or (None if new_office(view, Run(run.first, dash)) else titled(view, Run(dash + 1, run.stop)))
    rest = Run(run.first, dash)
    if who is None or described(view, dash - 1) or not any(map(is_finite, view.words[rest.first : rest.stop])):
        return None
    return Found(kind="indirect", parts=(bare(view.text, view.span_of(rest)),), said=who, rule="name_last")


def tells(word: Word) -> bool:
    """Say whether a word makes a headline tell something: a verb, or a comparison in its place."""
    return is_finite(word) or word.feats.get("Degree") == "Cmp"


def titled(view: View, run: Run) -> Attribution | None:
    """Return the office that stands alone before a headline's colon: `Глава Лимании: мы не хотим спорить`."""
    if run.first >= run.stop:
        return None
    word = view.words[run.first]
    if not (alive(word) and word.feats.get("Case") == "Nom") or any(map(is_finite, view.words[run.first : run.stop])):
        return None
    return Attribution(Run(run.first, run.first), "name", phrase_of(view, run.first, run))


def new_office(view: View, run: Run) -> bool:
    """Say whether a headline tells of an office, which the noun behind its dash names: `Орлов назначен — мэр`."""
    becoming = word_list(view.code or "", "becoming") | word_list(view.code or "", "posts")
    return any(word.lemma in becoming for word in view.words[run.first : run.stop])


def by_person(view: View, who: Attribution) -> bool:
    """Say whether a headline quotes a person; of houses it tells what they say in its own words."""
    return who.speaker is not None and any(
        at in view.person_at for at in range(who.speaker.run.first, who.speaker.run.stop)
    )


def headed(view: View, run: Run) -> bool:
    """Say whether a sentence is short and without a full stop, as headlines are."""
    return run.stop - run.first <= LONGEST_HEADLINE and view.words[run.stop - 1].text != "."


def described(view: View, index: int) -> bool:
    """Say whether a noun for a person stands before the dash, which the name behind it only explains."""
    word = view.words[index]
    return word.feats.get("Case") == "Nom" and word.feats.get("Animacy") == "Anim"


RULES = (name_first, name_last)


def voiced(view: View, run: Run) -> bool:
    """Say whether words are a noun for a house or for people, in the nominative: `СМИ`, `Эксперты`."""
    word = view.words[run.first]
    known = voices(view.code or "").get(word.lemma, ("document",))[0] != "document"
    known = known or word.lemma in word_list(view.code or "", "studies")
    people = alive(word) and word.feats.get("Number") == "Plur"
    return run.stop - run.first == 1 and word.feats.get("Case") == "Nom" and (known or people)


def speaks(view: View, run: Run) -> bool:
    """Say whether words end with a name and do not only give a title («глава ФТС»)."""
    person = run.stop - 1 in view.person_at
    return person or all(at in view.name_at or view.words[at].pos == "PUNCT" for at in range(run.first, run.stop))


def speaker_in(view: View, run: Run) -> Attribution | None:
    """Return the speaker if words are nothing but the name of a person or an organisation."""
    if run.first >= run.stop or any(map(is_finite, view.words[run.first : run.stop])):
        return None
    if view.words[run.first].pos == "ADP":
        return None
    kinds = {view.name_at[at].kind for at in range(run.first, run.stop) if at in view.name_at}
    named = next((at for at in range(run.first, run.stop) if view.words[at].feats.get("Case") == "Nom"), run.first)
    only = all(at in view.person_at for at in range(run.first, run.stop))
    known = only or bool(kinds & {"PER", "ORG"})
    if not (known and speaks(view, run)) and not voiced(view, run):
        return None
    who = phrase_of(view, named, run)
    return Attribution(Run(run.first, run.first), "name", who) if voiced(view, run) or may_speak(view, who) else None
