"""A phrase for a text → the text, or who speaks by it: a message has its owner speak, «в нём» the text named before."""

from bisect import bisect_left, bisect_right

import msgspec

from letopis.language.lists import word_list
from letopis.model import Speaker
from letopis.record.speech.meant.cast import MEDIA, Cast
from letopis.record.speech.meant.houses import by_house, paper_before
from letopis.record.speech.meant.named import (
    HOUSES,
    quotation_at,
    titled_text,
    voice,
)
from letopis.record.speech.meant.persons import by_name, by_title
from letopis.record.speech.meant.pronouns import (
    by_pronoun,
    common,
    unowned,
)
from letopis.record.speech.seen.doers import governed, is_verb
from letopis.record.speech.seen.phrases import NOMINAL, alive, nominative, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View
from letopis.record.speech.who.attributions import TALK

FEW_BLOCKS = 2
ISSUERS = frozenset({"organisation", "press-service"})
FARTHEST_CHANNEL = 8
# Where others write of somebody; in a blog he writes himself.
SITES = frozenset({"сайт", "портал"})
IN_IT = frozenset({"нем", "нём", "ней", "них"})


def by_talk(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `говорится в интервью`: whoever has just spoken, if it is a person, else nobody known."""
    span, last = cast.view.span_of(phrase.run), cast.last
    if cast.view.words[phrase.head].lemma != TALK:
        return None
    known = last is not None and last.kind == "person"
    return Speaker(last.kind, last.name, last.role, span) if last and known else Speaker("unresolved", span=span)


def by_text(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `в нём`, `документ`, `сообщение` that stand alone: the text named before, or whoever issued it."""
    view = cast.view
    before = text_before(cast, phrase)
    if before is None:
        return Speaker("unresolved", span=view.span_of(phrase.run)) if in_it(view, phrase) else None
    text = phrase_of(view, before, view.sentence_at(before))
    if view.words[before].lemma not in word_list(view.code or "", "carriers"):
        name = with_title(view, before) or unowned(nominative(view, text))
        return Speaker("document", name, None, view.span_of(phrase.run))
    issuer = owner_in(view, text)
    if issuer is None:
        verb = view.heads[before]
        found = governed(view, verb, view.sentence_at(verb)) if verb >= 0 and is_verb(view, verb) else None
        issuer = phrase_of(view, found, view.sentence_at(found)) if found is not None and found != before else None
    said = owned(cast, issuer) if issuer else None
    return Speaker(said.kind, said.name, said.role, view.span_of(phrase.run)) if said else None


def with_title(view: View, at: int) -> str | None:
    """Return a text with the title in marks behind its noun, if it has one: `документ «Стратегия развития»`."""
    title = quotation_at(view, at + 2) if titled_text(view, at) else None
    return f"{nominative(view, Phrase(Run(at, at + 1), at))} {title.span.of(view.text)}" if title else None


def text_before(cast: Cast, phrase: Phrase) -> int | None:
    """Return the noun for a text that a pronoun or a lone noun points back at, in this block or the two before."""
    view, word = cast.view, cast.view.words[phrase.head]
    pointing = word.lemma in word_list(view.code or "", "texts") or in_it(view, phrase)
    carrier = word.lemma in word_list(view.code or "", "carriers") and phrase.run.stop == phrase.head + 1
    if not pointing and not carrier:
        return None
    block = max(view.block_at(word.span.start) - FEW_BLOCKS, 0)
    first = view.runs[block].first if view.blocks else 0
    near = cast.texts[bisect_left(cast.texts, first) : bisect_left(cast.texts, phrase.run.first)]
    return next((at for at in reversed(near) if pointing or view.words[at].lemma == word.lemma), None)


def in_it(view: View, phrase: Phrase) -> bool:
    """Say whether a phrase is `в нём`, `в ней`, `в них`."""
    return view.words[phrase.head].text.lower() in IN_IT


def by_carrier(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Resolve `сообщение МЧС`, `пресс-релиз компании`: a text that only carries somebody's words has him speak."""
    view = cast.view
    lemma, issuer = view.words[phrase.head].lemma, owner_in(view, phrase) or published_by(view, phrase)
    if lemma in word_list(view.code or "", "own_channels"):
        return by_channel(cast, phrase, issuer)
    if lemma in word_list(view.code or "", "press_texts") and (paper := in_paper(cast, phrase, issuer)):
        return paper
    if lemma not in word_list(view.code or "", "carriers"):
        return None
    return owned(cast, issuer) if issuer else owner_before(cast, phrase)


def by_channel(cast: Cast, phrase: Phrase, issuer: Phrase | None) -> Speaker | None:
    """Resolve `на сайте мэрии`, `в блоге Рогова`: whose channel it is speaks; of a person's site others write."""
    view = cast.view
    if issuer is None or not (voice(view, issuer) in HOUSES or alive(view.words[issuer.head])):
        return None
    if view.words[phrase.head].lemma in SITES and alive(view.words[issuer.head]):
        return Speaker("document", nominative(view, phrase), None, view.span_of(phrase.run))
    return owned(cast, issuer)


def published_by(view: View, phrase: Phrase) -> Phrase | None:
    """Return whose channel a text behind which it is named stands in: `пресс-релиз, размещённый на сайте суда`."""
    for at in range(phrase.run.stop, min(phrase.run.stop + FARTHEST_CHANNEL, len(view.words) - 1)):
        word = view.words[at]
        if word.feats.get("VerbForm") == "Fin" or word.text in {";", ":"}:
            return None
        if word.lemma in word_list(view.code or "", "own_channels"):
            return owner_in(view, phrase_of(view, at, view.sentence_at(at)))
        if printed_in(view, at):
            return phrase_of(view, at, view.sentence_at(at))
    return None


def in_paper(cast: Cast, phrase: Phrase, issuer: Phrase | None) -> Speaker | None:
    """Return the paper in which a text stands: `материал издания`, `в публикации` after `пишет «Вестник»`."""
    if issuer is not None and voice(cast.view, issuer) in HOUSES:
        return owned(cast, issuer)
    alone = phrase.run == Run(phrase.head, phrase.head + 1)
    paper = paper_before(cast, phrase.head) if alone else None
    return Speaker("organisation", paper, None, cast.view.span_of(phrase.run)) if paper else None


def owner_in(view: View, phrase: Phrase) -> Phrase | None:
    """Return whose text it is that a phrase names, by what follows its noun."""
    owner = next((at for at in range(phrase.head + 1, phrase.run.stop) if view.words[at].pos in NOMINAL), None)
    if owner is not None and view.words[owner].lemma in word_list(view.code or "", "own_channels"):
        whose = owner_in(view, Phrase(Run(owner, phrase.run.stop), owner))
        named = whose is None and owner in view.organisation_at
        return phrase_of(view, owner, Run(phrase.head + 1, phrase.run.stop)) if named else whose
    if owner is None or (view.words[owner - 1].pos == "ADP" and not printed_in(view, owner)):
        return None
    return phrase_of(view, owner, Run(phrase.head + 1, phrase.run.stop))


def printed_in(view: View, noun: int) -> bool:
    """Say whether a noun behind «в» names the press in which a text stands: `сообщения в газете`."""
    return (
        noun > 0
        and view.words[noun - 1].text.lower() == "в"
        and voice(view, Phrase(Run(noun, noun + 1), noun)) in MEDIA
    )


def owned(cast: Cast, issuer: Phrase) -> Speaker:
    """Return who speaks by a text that is his."""
    return next((found for rule in OWNERS if (found := rule(cast, issuer))), None) or common(cast.view, issuer)


def owner_before(cast: Cast, phrase: Phrase) -> Speaker | None:
    """Return whose a text is that is not named again: the house that acted just before, or spoke last, else who spoke.

    Whom the article only quotes in between issues nothing: `МИД ждёт ответа. По словам врача, … говорится в сообщении`.
    """
    view = cast.view
    span, spoke = view.span_of(phrase.run), cast.issuer
    acting = house_acting(cast, phrase)
    if acting is not None and (spoke is None or spoke.span is None or spoke.span.start < view.starts[acting.head]):
        return msgspec.structs.replace(owned(cast, acting), span=span)
    last = spoke or cast.last
    return Speaker(last.kind, last.name, last.role, span) if last else None


def house_acting(cast: Cast, phrase: Phrase) -> Phrase | None:
    """Return the house, or the people who speak for one, that acts last in the two sentences before a phrase."""
    view = cast.view
    own = bisect_right(view.sentences, phrase.head, key=lambda run: run.first) - 1
    first = view.sentences[max(0, own - 2)].first
    places = cast.narrated[bisect_left(cast.narrated, first) : bisect_left(cast.narrated, view.sentences[own].first)]
    at = next((at for at in reversed(places) if view.words[at].rel.startswith("nsubj") and issues(view, at)), None)
    return phrase_of(view, at, view.sentence_at(at)) if at is not None else None


def issues(view: View, at: int) -> bool:
    """Say whether a noun names a house that publishes things, or several who speak for one: `представители клуба`."""
    kind = voice(view, Phrase(Run(at, at + 1), at))
    if kind == "person":
        return view.words[at].feats.get("Number") == "Plur"
    return kind in ISSUERS or (not kind and at in view.organisation_at)


OWNERS = (by_name, by_pronoun, by_title, by_house)
