"""A cue in a sentence → the words that are reported: a clause behind «что», or what stands around an aside."""

from bisect import bisect_right

from letopis.language.lists import plain, word_list
from letopis.record.speech.seen.cues import kind_at
from letopis.record.speech.seen.phrases import alive
from letopis.record.speech.seen.view import Run, View, is_dash, is_finite

OPENERS = frozenset({"что", "будто", "якобы"})
QUESTIONS = frozenset(
    {"как", "почему", "зачем", "сколько", "когда", "где", "куда", "откуда", "чем", "кто", "кого", "кому", "чего"}
    | {"какой", "какая", "какие", "какое", "каким", "какую", "каков", "чтобы"}
)
# Behind a thing these describe it («из Бреста, где …») and bring in nothing that is told.
PLACES = frozenset({"где", "куда", "откуда"})
# `поблагодарил за то, что`: a reason and no words.
GIVING_REASONS = frozenset({"за", "из-за", "благодаря", "для", "после", "до", "при", "ради"})
REASON = 3
JOINERS = frozenset({"и", "а", "но", "однако", "зато", "причем", "причём", "также"})
RELATIVES = frozenset({"который", "где", "когда", "куда", "что", "поскольку", "хотя", "если", "чтобы"})
DESCRIBING = frozenset({"acl", "acl:relcl", "appos", "advcl"})
FARTHEST_THAT = 16
SHORT_LEFT = 3
LONGEST_ORIGIN = 16
MOST_SIGNS = 2
MOST_OFFICES = 3
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def that_at(view: View, cue: int, stop: int) -> int | None:
    """Return the word that opens the clause a cue reports: «что» behind a comma, before any other verb."""
    at = cue + 1
    stop = min(stop, title_stop(view, cue))
    while at < min(stop - 1, cue + FARTHEST_THAT):
        word, beyond = view.words[at], behind_as(view, at, stop)
        if word.text == "," and beyond == at + 1 and opens(view, at + 1):
            return at + 1
        if at == cue + 1 and word.text == "что":
            return at
        if word.feats.get("VerbForm") == "Inf" or is_finite(word) or word.text == ":" or kind_at(view, at):
            return None
        at = beyond
    return None


def title_stop(view: View, cue: int) -> int:
    """Return where the marks end in which a cue stands: what a title says opens no clause outside it."""
    at = bisect_right(view.quotations, view.words[cue].span.start, key=lambda quote: quote.span.start) - 1
    quote = view.quotations[at] if at >= 0 else None
    inside = quote is not None and quote.closed and view.words[cue].span.start < quote.inner.stop
    return view.run_of(quote.inner).stop if quote is not None and inside else len(view.words)


def behind_as(view: View, at: int, stop: int) -> int:
    """Return the next word, or the comma that closes an aside beginning here: `заявил, как пишет «Вестник», что …`."""
    if at + 3 >= stop or view.words[at].text != "," or view.words[at + 1].text != "как":
        return at + 1
    if not any(kind_at(view, to) for to in range(at + 2, min(at + 4, stop))):
        return at + 1
    return next((to for to in range(at + 2, stop) if view.words[to].text == ","), at + 1)


def opens(view: View, index: int) -> bool:
    """Say whether a word behind a comma opens a reported clause."""
    word = view.words[index].text.lower()
    if word in OPENERS and index > REASON and gives_reason(view, index - 2):
        return False
    if word in QUESTIONS and index > 1 and view.words[index - 2].text.lower() in {"того", "тех", "тем", "так", "там"}:
        return False
    if word in PLACES and index > 1 and view.words[index - 2].feats.get("Animacy") == "Inan":
        return False
    return word in OPENERS or word in QUESTIONS


def gives_reason(view: View, index: int) -> bool:
    """Say whether `то`, `того` before a clause says why or for what: `за то, что`, `по поводу того, что`."""
    word = view.words[index].text.lower()
    return word == "того" or (word == "то" and view.words[index - 1].text.lower() in GIVING_REASONS)


def content(view: View, cue: int, opener: int, stop: int) -> Run:
    """Return the words that a clause behind its opener reports."""
    kept = view.words[opener].text.lower() in QUESTIONS or view.words[opener].text.lower() == "якобы"
    first = opener if kept else opener + 1
    return closed(view, Run(first, content_stop(view, cue, first, stop)))


def content_stop(view: View, cue: int, first: int, stop: int) -> int:
    """Return where a reported clause ends: at the sentence's end, or where the narrator goes on."""
    for at in range(first + 1, stop):
        if view.words[at].text == ":" and at + 1 < stop and view.words[at + 1].text in '«„“"':
            return at
        if back_in_main(view, at, cue, stop) or resumes(view, at, cue):
            return at
        if closes_aside(view, at, stop) or another_says(view, at, stop) or he_says_on(view, at, stop):
            return at
    return stop


def he_says_on(view: View, at: int, stop: int) -> bool:
    """Say whether the narrator goes on behind a dash: `…, что мост цел — она назвала его чудом`."""
    if not is_dash(view.words[at]) or at + 2 >= stop:
        return False
    return view.words[at + 1].text.lower() in {"он", "она", "они"} and kind_at(view, at + 2) is not None


def another_says(view: View, at: int, stop: int) -> bool:
    """Say whether somebody else begins to speak here: `…, а губернатор добавил, что …`."""
    if view.words[at].text != "," or at + 1 >= stop or view.words[at + 1].text.lower() not in JOINERS:
        return False
    end = next((later for later in range(at + 2, stop) if view.words[later].text == ","), stop)
    cue = next((later for later in range(at + 2, end) if kind_at(view, later)), None)
    return cue is not None and end < stop and that_at(view, cue, stop) is not None and governs(view, cue)


def governs(view: View, verb: int) -> bool:
    """Say whether a verb has a subject of its own, and no pronoun: «но он думал» is still what is reported."""
    subjects = [view.words[child] for child in view.children[verb] if view.words[child].rel.startswith("nsubj")]
    return any(word.pos in {"NOUN", "PROPN"} for word in subjects)


def back_in_main(view: View, at: int, cue: int, stop: int) -> bool:
    """Say whether a comma leads out of what a relative clause reports: `X, который сказал, что …, ушёл`."""
    if view.words[at].text != "," or cue < 0 or not in_relative(view, cue):
        return False
    end = next((later for later in range(at + 1, stop) if view.words[later].text == ","), stop)
    return any(view.words[later].rel == "root" and is_finite(view.words[later]) for later in range(at + 1, end))


def in_relative(view: View, index: int) -> bool:
    """Say whether a verb stands in a relative clause, itself or by the verb above it."""
    head = view.heads[index]
    return view.words[index].rel == "acl:relcl" or (head >= 0 and view.words[head].rel == "acl:relcl")


def resumes(view: View, at: int, cue: int) -> bool:
    """Say whether the narrator goes on here: a sign or a joiner leads over to a verb joined to the cue."""
    word = view.words[at]
    if word.text not in {",", ";"} and word.text not in JOINERS:
        return False
    after = at + 1
    while after < len(view.words) and (view.words[after].text in JOINERS or view.words[after].pos in {"ADV", "PART"}):
        after += 1
    return after < len(view.words) and (goes_with(view, after, cue) or tells_on(view, after, cue, at))


def goes_with(view: View, index: int, cue: int) -> bool:
    """Say whether a verb is joined to a cue, or to one before it: «заявил …, и добавил», «заявил …, отметив»."""
    joined = view.words[index].rel in {"conj", "advcl"} and 0 <= view.heads[index] <= cue
    return joined and view.words[index].pos == "VERB"


def tells_on(view: View, index: int, cue: int, stop: int) -> bool:
    """Say whether a verb of the cue's form goes on for the narrator, where nothing told in between has that form.

    `Школа заметила, что ученик принёс нож, и вызвала полицию`.
    """
    if cue < 0 or view.words[index].pos != "VERB" or not past_form(view, index):
        return False
    told = {past_form(view, at) for at in range(cue + 1, stop) if is_finite(view.words[at])}
    own = any(view.words[child].rel.startswith("nsubj") for child in view.children[index])
    same = past_form(view, index) == past_form(view, cue)
    return same and not own and past_form(view, cue) not in told


def past_form(view: View, index: int) -> tuple[str, str] | None:
    """Return the number and gender of a verb in the past tense."""
    feats = view.words[index].feats
    past = feats.get("Tense") == "Past" and feats.get("VerbForm") == "Fin"
    return (feats.get("Number", ""), feats.get("Gender", "")) if past else None


def closes_aside(view: View, at: int, stop: int) -> bool:
    """Say whether a comma leads over to an aside that says whose words these are: `…, сообщает агентство`."""
    if view.words[at].text != "," and not is_dash(view.words[at]):
        return False
    after = at + 1
    if after < stop and (is_dash(view.words[after]) or view.words[after].text.lower() == "как"):
        after += 1
    if after >= stop or kind_at(view, after) not in {"say", "doc"}:
        return False
    return not any(view.words[later].text in {"что", ":"} for later in range(after, min(after + 8, stop)))


def closed(view: View, run: Run) -> Run:
    """Return a run without the signs at its ends."""
    first, stop = run.first, run.stop
    while stop > first and view.words[stop - 1].text in {".", ",", ";", ":", "…", "...", "!", "?", "—", "-", "–", "("}:
        stop -= 1
    while first < stop and view.words[first].text in {",", ";", ":", "—", "-", "–"}:
        first += 1
    return Run(first, stop)


def aside_stop(view: View, stop: int, aside: Run) -> int:
    """Return where an aside ends: behind what describes its speaker, at the comma that closes it."""
    return aside_stops(view, stop, aside)[-1]


def aside_stops(view: View, stop: int, aside: Run) -> list[int]:
    """Return the signs at which an aside may end: the next one, and each behind one more description of its speaker."""
    found = [next_sign(view, stop, aside.stop)]
    while found[-1] < aside.stop and len(found) <= MOST_OFFICES:
        after = next_sign(view, found[-1] + 1, aside.stop)
        if not describes_before(view, Run(found[-1] + 1, after), aside.first):
            break
        found.append(after)
    return found


def next_sign(view: View, at: int, stop: int) -> int:
    """Return the first comma or dash from a place on, else the end."""
    return next((to for to in range(at, stop) if view.words[to].text in {",", "—", "–"}), stop)


def behind_origin(view: View, at: int, stop: int) -> int:
    """Return the comma behind where a speaker comes from, or behind brackets that follow his name; else the place."""
    if at < stop and view.words[at].text == "(":
        at = next((to + 1 for to in range(at, min(at + LONGEST_ORIGIN, stop)) if view.words[to].text == ")"), at)
    linked = at + 1 < stop and view.words[at + 1].lemma == "ссылка"
    if at >= stop or not (linked or view.words[at].text.lower() in {"из", "от"}):
        return at
    comma = next((to for to in range(at, min(at + LONGEST_ORIGIN, stop)) if view.words[to].text == ","), None)
    return at if comma is None or any(map(is_finite, view.words[at:comma])) else comma


def describes_before(view: View, clause: Run, first: int) -> bool:
    """Say whether a clause between commas describes a noun of the aside before it."""
    if clause.first >= clause.stop:
        return False
    if view.words[clause.first].feats.get("VerbForm") == "Conv":
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
    if right.stop - right.first > 0 and not weighty(view, left):
        return (right,)
    return tuple(run for run in (left, right) if run.first < run.stop)


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
