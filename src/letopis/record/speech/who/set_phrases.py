"""Set phrases that name a speaker without a verb → the attribution: `по словам Иванова`, `согласно отчёту`."""

from letopis.language.lists import plain, word_list
from letopis.language.words import FORMS, may_be
from letopis.record.speech.seen.cues import voices
from letopis.record.speech.seen.doers import may_speak
from letopis.record.speech.seen.links import OWNERS, Attribution, begun_in, nominal_after, wordings
from letopis.record.speech.seen.long_offices import full_phrase
from letopis.record.speech.seen.phrases import latin
from letopis.record.speech.seen.view import Phrase, Run, View

FORMAL = "согласно"
STANDING_IN = frozenset({"с", "со", "из", "в", "на"})


def by_wording(view: View, run: Run) -> Attribution | None:
    """Read `по словам Иванова`, `согласно отчёту`, `по его мнению`."""
    for first in begun_in(view, run):
        found = wording_at(view, first, run)
        if found is not None:
            return found
    return None


def wording_at(view: View, first: int, run: Run) -> Attribution | None:
    """Return the attribution by a set phrase that begins at a word."""
    start = view.words[first].text.lower()
    for phrase, case, *rest in wordings(view.code or "").get(start, ()):
        if not goes_on(view, first, phrase):
            continue
        stop = first + phrase.count(" ") + 1
        if "apart" in rest and not set_apart(view, first, run):
            continue
        own = owned_wording(view, first, stop, phrase)
        if own is not None:
            return Attribution(Run(first, own), "wording", Phrase(Run(first + 1, first + 2), first + 1))
        more = described(view, first, phrase)
        stop += more
        if stop > run.stop or not (more or written(view, first, stop) == phrase):
            continue
        after = view.words[stop].text if stop < run.stop else ""
        sure = more or case == "Dat" or "deed" in rest
        who = whose(view, stop, run, case, sure=sure) if after != "," or not (more or start == FORMAL) else None
        if who is not None and more and view.words[who.head].feats.get("Case") == "Nom":
            who = None
        if who is not None or "alone" in rest:
            return Attribution(Run(first, stop), "wording", who)
    return None


def goes_on(view: View, first: int, phrase: str) -> bool:
    """Say whether a set phrase may go on with the word behind its first: its own second, or one put in between."""
    if first + 1 >= len(view.words):
        return True
    following = view.words[first + 1]
    second = plain(following.text.lower())
    own = phrase.split(" ", 2)[1:2]
    return not own or own == [second] or second in OWNERS or following.pos in {"ADJ", "DET"}


def described(view: View, first: int, phrase: str) -> bool:
    """Say whether a set phrase stands here with an adjective in it: `по неофициальным данным Иванова`."""
    if first + 2 >= len(view.words) or view.words[first + 1].pos not in {"ADJ", "DET"}:
        return False
    return written(view, first, first + 1) + " " + written(view, first + 2, first + 3) == phrase


def set_apart(view: View, first: int, run: Run) -> bool:
    """Say whether a set phrase begins its sentence or stands behind no noun to which it may belong."""
    return first == run.first or view.words[first - 1].pos not in {"NOUN", "PROPN", "ADJ", "NUM"}


def written(view: View, first: int, stop: int) -> str:
    """Return words in small letters with single spaces and «е» for «ё»."""
    return " ".join(plain(word.text.lower()) for word in view.words[first:stop])


def owned_wording(view: View, first: int, stop: int, phrase: str) -> int | None:
    """Return where a set phrase with `его`, `её`, `их` inside ends: `по его словам`, `по её собственным словам`."""
    if stop >= len(view.words) or plain(view.words[first + 1].text.lower()) not in OWNERS:
        return None
    extra = view.words[first + 2].lemma in {"собственный", "же"}
    said = written(view, first, first + 1) + " " + written(view, first + 2 + extra, stop + 1 + extra)
    return stop + 1 + extra if said == phrase else None


def whose(view: View, stop: int, run: Run, case: str, *, sure: bool) -> Phrase | None:
    """Return whom a set phrase names behind it, if the case is right or not to be seen; `sure`: only who may speak."""
    start = stop - 1
    if stop < run.stop and view.words[stop].text == ",":
        start = stop
    found = nominal_after(view, start, run)
    found = found or stands_in(view, stop, run)
    if found is None or (sure and not (may_speak(view, found) or latin(view.words[found.head].text))):
        return None
    found = full_phrase(view, without_subject(view, found))
    seen = view.words[found.head].feats.get("Case")
    if case == "Dat" and view.words[found.head].lemma in word_list(view.code or "", "statutes"):
        return None
    placed = view.words[stop].text.lower() in STANDING_IN if stop < run.stop else False
    alike = seen != "Nom" and may_be(view.words[found.head].text, FORMS[case])
    return found if alike or seen in {case, None} or placed or found.head in view.name_at else None


def stands_in(view: View, stop: int, run: Run) -> Phrase | None:
    """Return the house or the channel in which what is told stands: `по информации с сайта мэрии`, `из СМИ`."""
    if stop >= run.stop or view.words[stop].text.lower() not in STANDING_IN:
        return None
    found = nominal_after(view, stop, run)
    if found is None:
        return None
    lemma, code = view.words[found.head].lemma, view.code or ""
    named = found.head in view.organisation_at or latin(view.words[found.head].text)
    return found if named or lemma in voices(code) or lemma in word_list(code, "own_channels") else None


def without_subject(view: View, phrase: Phrase) -> Phrase:
    """Return a phrase in the plural without the one name behind it: `по словам врачей Олег Сомов здоров`."""
    head = view.words[phrase.head]
    if head.feats.get("Number") != "Plur" or head.feats.get("Case") == "Nom":
        return phrase
    names = (at for at in range(phrase.head + 1, phrase.run.stop) if at in view.person_at)
    name = next((at for at in names if view.words[at].feats.get("Case") == "Nom"), phrase.run.stop)
    return Phrase(Run(phrase.run.first, name), phrase.head)
