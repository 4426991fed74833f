"""A cue in a sentence → the words that are reported: where the clause behind «что» begins and ends."""

from bisect import bisect_right

from letopis.record.speech.seen.cues import kind_at, verbs
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
# `согласился при условии, что`: a condition and no words.
CONDITIONS = frozenset({"условие", "предлог", "основание", "случай"})
REASON = 3
ONLY = frozenset({"лишь", "только", "просто"})
JOINERS = frozenset({"и", "а", "но", "однако", "зато", "причем", "причём", "также"})
FARTHEST_THAT = 16
MOST_MARKS = 3
MARKS = frozenset("«„“\"'")
SHORT_JOINER = 3


def that_at(view: View, cue: int, stop: int) -> int | None:
    """Return the word that opens the clause a cue reports: «что» behind a comma, before any other verb."""
    at = cue + 1
    stop = min(stop, title_stop(view, cue))
    while at < min(stop - 1, cue + FARTHEST_THAT):
        word, beyond = view.words[at], behind_as(view, at, stop)
        if word.text == "," and beyond == at + 1 and opens(view, at + 1):
            return at + 1
        if word.text == "что" and all(view.words[to].text in ONLY for to in range(cue + 1, at)):
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
    if word in OPENERS and index > 1 and view.words[index - 2].lemma in CONDITIONS:
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
        if view.words[at].text == ":" and quoted_at(view, at + 1):
            return at
        if set_apart_in(view, first, at):
            continue
        if back_in_main(view, at, cue, stop) or resumes(view, at, cue):
            return at
        if view.words[at].text == "," and saying_participle(view, at + 1, stop):
            return at
        if closes_aside(view, at, stop) or another_says(view, at, stop) or he_says_on(view, at, stop):
            return at
    return stop


def set_apart_in(view: View, first: int, at: int) -> bool:
    """Say whether a comma only closes what is set apart in a clause with no verb yet: `что мост, закрытый в мае, …`."""
    opens = next((to for to in range(at - 1, first - 1, -1) if view.words[to].text == ","), None)
    if opens is None or view.words[opens + 1].feats.get("VerbForm") not in {"Part", "Conv"}:
        return False
    return not any(map(is_finite, view.words[first:at]))


def quoted_at(view: View, index: int) -> bool:
    """Say whether a quotation begins at a word, maybe behind the apostrophes of a wiki's slanted letters."""
    first = index
    while first < min(len(view.words), index + MOST_MARKS) and MARKS.issuperset(view.words[first].text):
        first += 1
    return first > index and first in view.marked


def saying_participle(view: View, at: int, stop: int) -> bool:
    """Say whether an aside begins here in which somebody says something else: `мэр, заявивший, что мост цел`."""
    if at >= stop or view.words[at].feats.get("VerbForm") != "Part":
        return False
    return verbs(view.code or "").get(view.words[at].lemma) == "say" and that_at(view, at, stop) is not None


def he_says_on(view: View, at: int, stop: int) -> bool:
    """Say whether the narrator goes on behind a dash: `…, что мост цел — она назвала его чудом`."""
    if not is_dash(view.words[at]) or at + 2 >= stop:
        return False
    return view.words[at + 1].text.lower() in {"он", "она", "они"} and kind_at(view, at + 2) is not None


def another_says(view: View, at: int, stop: int) -> bool:
    """Say whether somebody begins to speak here: `…, а губернатор добавил, что …`, `…, и добавил, что …`."""
    if view.words[at].text != "," or at + 1 >= stop or view.words[at + 1].text.lower() not in JOINERS:
        return False
    end = next((later for later in range(at + 2, stop) if view.words[later].text == ","), stop)
    cue = next((later for later in range(at + 2, end) if kind_at(view, later)), None)
    if cue is None or kind_at(view, cue) != "say" or that_at(view, cue, stop) is None:
        return False
    return cue - at <= SHORT_JOINER or (end < stop and governs(view, cue))


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
    describes = view.words[index].rel in {"acl", "amod"} and view.words[index].feats.get("VerbForm") == "Part"
    return describes or view.words[index].rel == "acl:relcl" or (head >= 0 and view.words[head].rel == "acl:relcl")


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
    tenses = {view.words[index].feats.get("Tense"), view.words[cue].feats.get("Tense")} - {None}
    finite = is_finite(view.words[index]) and is_finite(view.words[cue])
    other = finite and len(tenses) > 1 and view.words[index - 1].text == "и" and view.words[index - 2].text != ","
    return joined and view.words[index].pos == "VERB" and not other


def tells_on(view: View, index: int, cue: int, stop: int) -> bool:
    """Say whether a verb of the cue's form goes on for the narrator, where nothing told in between has that form.

    `Школа заметила, что ученик принёс нож, и вызвала полицию`.
    """
    form = past_form(view, index) or (present_form(view, index) if kind_at(view, index) else None)
    if cue < 0 or view.words[index].pos != "VERB" or not form:
        return False
    told = {past_form(view, at) or present_form(view, at) for at in range(cue + 1, stop) if is_finite(view.words[at])}
    own = any(view.words[child].rel.startswith("nsubj") for child in view.children[index])
    same = form == (past_form(view, cue) or present_form(view, cue))
    return same and not own and form not in told and bool(told)


def present_form(view: View, index: int) -> tuple[str, str] | None:
    """Return the number and person of a verb in the present tense."""
    feats = view.words[index].feats
    present = feats.get("Tense") == "Pres" and feats.get("VerbForm") == "Fin"
    return (feats.get("Number", ""), feats.get("Person", "")) if present else None


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


def without_brackets(view: View, run: Run) -> int:
    """Return where a run ends before brackets with a sentence in them: `… ушёл (хотя вчера никто не знал)`."""
    stop = run.stop
    while stop > run.first and view.words[stop - 1].text in {".", ","}:
        stop -= 1
    if stop - 1 <= run.first or view.words[stop - 1].text != ")":
        return run.stop
    near = range(stop - 2, run.first, -1)
    opened = next((at for at in near if view.words[at].text in {"(", ")"}), run.first)
    told = view.words[opened].text == "(" and view.words[opened - 1].text not in {".", "!", "?"}
    past = any(word.feats.get("Tense") == "Past" and is_finite(word) for word in view.words[opened:stop])
    return opened if told and past else run.stop


def closed(view: View, run: Run) -> Run:
    """Return a run without the signs at its ends, and without what the narrator tells in brackets at its end."""
    first, stop = run.first, without_brackets(view, run)
    while stop > first and view.words[stop - 1].text in {".", ",", ";", ":", "…", "...", "!", "?", "—", "-", "–", "("}:
        stop -= 1
    while first < stop and view.words[first].text in {",", ";", ":", "—", "-", "–"}:
        first += 1
    return Run(first, stop)
