"""A verb of a view → who does what it says, by grammar and by what stands beside it."""

from letopis.language.parsed import Word
from letopis.language.words import may_be
from letopis.record.names.declension import VOWELS
from letopis.record.names.genders import gender_of_name
from letopis.record.speech.seen.cues import clause_of, voices
from letopis.record.speech.seen.long_offices import full_phrase
from letopis.record.speech.seen.phrases import AMOUNTS, NOMINAL, alive, antecedent, dotted, latin, phrase_of
from letopis.record.speech.seen.view import Phrase, Run, View

FARTHEST_SUBJECT = 25
GERUND = 4
MOST_ASIDE = 2
NEAR_LINK = 6
NOBODY = frozenset({"я", "мы", "вы", "ты", "это", "что", "все", "то", "он/она", "кто", "ничто"})
LATTER = frozenset({"тот", "та", "последний", "последняя"})
NOT_SUBJECTS = frozenset({"весь", "этот", "тот"})


def subject_of(view: View, verb: int, within: Run) -> Phrase | None:
    """Return who does what a verb says: by the parser's word, else by case and nearness."""
    found = governed(view, verb, within)
    if found is None and view.words[verb].feats.get("VerbForm") != "Inf":
        clause = clause_of(view, verb, within)
        found = nearest_subject(view, verb, clause)
        if found is None:
            found = behind_gerund(view, verb, Run(clause.stop, within.stop))
        if found is None:
            found = before_aside(view, verb, clause, within)
    if found is None:
        found = elsewhere(view, verb)
    if found is not None and view.words[found].lemma == "который":
        found = antecedent(view, verb)
    if found is None or not within.first <= found < within.stop or view.words[found].lemma in NOBODY:
        return None
    return spoken_for(view, found)


def spoken_for(view: View, noun: int) -> Phrase:
    """Return the phrase of a subject; of `ряд экспертов` the experts speak."""
    phrase = full_phrase(view, phrase_of(view, noun, view.sentence_at(noun)))
    counted = view.words[noun].lemma in AMOUNTS and [
        child for child in view.children[noun] if child > noun and view.words[child].pos in NOMINAL
    ]
    return phrase_of(view, counted[0], view.sentence_at(noun)) if counted else phrase


def governed(view: View, verb: int, within: Run) -> int | None:
    """Return the subject that the parser gives a verb, its antecedent where it is «который»."""
    found = [
        child
        for child in view.children[verb]
        if view.words[child].rel.startswith("nsubj") and within.first <= child < within.stop
        if not disagrees(view, child, verb)
    ]
    best = min(found, key=lambda child: (beyond_verb(view, child, verb), *unlike_subject(view, child)), default=None)
    if best is not None and view.words[best].lemma == "который":
        return antecedent(view, verb)
    return best if best is not None and nominal(view, best) else None


def beyond_verb(view: View, index: int, verb: int) -> bool:
    """Say whether another verb with a comma stands between a subject and its verb: `X обещал …, а Y назвал его …`."""
    between = range(index + 1, verb)
    main = any(finite(view, at) and not view.words[at].rel.startswith("acl") for at in between)
    return main and any(view.words[at].text == "," for at in between)


def disagrees(view: View, index: int, verb: int) -> bool:
    """Say whether a word cannot be a verb's subject: `в прессе называют Анну`, `она …, и Иванов сказал`."""
    word = view.words[index]
    if word.pos == "PRON" and {word.feats.get("Gender"), view.words[verb].feats.get("Gender")} == {"Masc", "Fem"}:
        return True
    if word.feats.get("Case") == "Dat" and index in view.name_at and not may_be(word.text, "nomn"):
        return True
    several = view.words[verb].feats.get("Number") == "Plur" and view.words[verb].feats.get("VerbForm") == "Fin"
    if not several or word.pos not in {"NOUN", "PROPN"} or word.feats.get("Number") != "Sing":
        return False
    if word.lemma in AMOUNTS or index in view.name_at or may_be(word.text, "nomn", "plur"):
        return False
    return not any(view.words[child].rel in {"conj", "nummod:gov", "nummod"} for child in view.children[index])


def nominal(view: View, index: int) -> bool:
    """Say whether a word may be a subject: a noun, a name, or «один из …»."""
    word = view.words[index]
    known = word.pos in NOMINAL or index in view.name_at or one_of(view, index) or site(view, index)
    known = known or word.lemma in AMOUNTS
    return known or latter(word) or partaker(word)


def partaker(word: Word) -> bool:
    """Say whether a participle stands for people: `собравшиеся кричали`, `пострадавшая рассказала`."""
    subject = word.rel.startswith("nsubj") and word.feats.get("Case") == "Nom"
    somebody = word.feats.get("Number") == "Plur" or word.feats.get("Gender") in {"Masc", "Fem"}
    return subject and word.feats.get("VerbForm") == "Part" and somebody


def latter(word: Word) -> bool:
    """Say whether a word stands alone for whoever was named last: `тот ответил`, `последняя заявила`."""
    return word.pos in {"DET", "ADJ", "PRON"} and word.rel.startswith("nsubj") and word.text.lower() in LATTER


def site(view: View, index: int) -> bool:
    """Say whether the address of a site begins at a word: `lenta.ru`."""
    return view.words[index].text.isascii() and dotted(view, index + 1)


def one_of(view: View, index: int) -> bool:
    """Say whether a word begins `один из …`."""
    follows = view.words[index + 1].text if index + 1 < len(view.words) else ""
    return view.words[index].lemma == "один" and follows == "из"


def unlike_subject(view: View, index: int) -> tuple[bool, bool, bool]:
    """Return how little a word looks like a subject, for choosing among several."""
    word = view.words[index]
    participle = partaker(word) or (may_be(word.text, "PRTF") and not may_be(word.text, "NOUN"))
    return not nominal(view, index), participle, word.feats.get("Case") != "Nom"


def nearest_subject(view: View, verb: int, clause: Run) -> int | None:
    """Return the nearest noun that may be a verb's subject, behind the verb first."""
    if view.words[verb].feats.get("VerbForm") == "Conv":
        return None
    places = (*range(verb + 1, clause.stop), *range(verb - 1, clause.first - 1, -1))
    return next((index for index in places if may_do(view, index, verb)), None)


def behind_gerund(view: View, verb: int, rest: Run) -> int | None:
    """Return the subject that a gerund sets apart from its verb: `сказала, открывая мост, министр`."""
    if rest.stop - rest.first < GERUND or view.words[rest.first + 1].feats.get("VerbForm") != "Conv":
        return None
    comma = next((at for at in range(rest.first + 1, rest.stop) if view.words[at].text == ","), rest.stop)
    places = range(comma + 1, min(comma + GERUND, rest.stop))
    return next((at for at in places if may_do(view, at, verb)), None)


def before_aside(view: View, verb: int, clause: Run, within: Run) -> int | None:
    """Return the subject that an aside sets apart from its verb: `источник, близкий к делу, сообщил`."""
    signs = [at for at in range(within.first, clause.first) if view.words[at].text == ","][-MOST_ASIDE:]
    if len(signs) < MOST_ASIDE or signs[-1] != clause.first - 1 or not finite(view, verb):
        return before_brackets(view, verb, clause, within)
    first, stop = signs[0] + 1, signs[-1]
    opens = view.words[first]
    relative = "который" in {word.lemma for word in view.words[first : first + MOST_ASIDE]}
    set_apart = relative or opens.pos == "ADJ" or opens.feats.get("VerbForm") in {"Conv", "Part"}
    if not set_apart or (not relative and any(finite(view, at) for at in range(first, stop))):
        return None
    before = clause_of(view, signs[0] - 1, within)
    return next((at for at in range(before.stop - 1, before.first - 1, -1) if may_do(view, at, verb)), None)


def before_brackets(view: View, verb: int, clause: Run, within: Run) -> int | None:
    """Return the subject that brackets set apart from its verb: `коллегия (с прошлого года) сообщила`."""
    if clause.first != verb or not finite(view, verb) or view.words[verb - 1].text != ")":
        return None
    opened = next((at for at in range(verb - 1, within.first, -1) if view.words[at].text == "("), within.first)
    before = clause_of(view, opened - 1, within) if opened > within.first else Run(opened, opened)
    return next((at for at in range(before.stop - 1, before.first - 1, -1) if may_do(view, at, verb)), None)


def finite(view: View, index: int) -> bool:
    """Say whether a word is a verb in a form that has a subject."""
    return view.words[index].feats.get("VerbForm") == "Fin"


def may_do(view: View, index: int, verb: int) -> bool:
    """Say whether a noun may be the subject of a verb: in the nominative or a name unbent, of the same number."""
    word, other = view.words[index], view.words[verb]
    if site(view, index) or foreign(view, index):
        return all(view.words[at].pos == "PUNCT" for at in range(verb + 1, index)) and index > verb
    if one_of(view, index):
        return word.feats.get("Case") == "Nom" and other.feats.get("Number") != "Plur"
    if word.pos not in NOMINAL or word.lemma in NOT_SUBJECTS:
        return False
    bare = index > 0 and view.words[index - 1].pos != "ADP"
    if unbent_surname(view, index) and other.feats.get("Number") != "Plur":
        return True
    if word.rel in {"nmod", "appos"} and bent(view, view.heads[index]) and not title_behind(view, index):
        return False
    other_case = word.feats.get("Case") in {"Gen", "Dat", "Ins", "Loc"}
    unbent = index in view.name_at and bare and index == verb + 1 and not other_case
    number = {word.feats.get("Number", ""), other.feats.get("Number", "")} - {""}
    upright = word.feats.get("Case") == "Nom" or counted(view, index) or neuter_house(view, index, verb)
    return (upright and len(number) == 1 and not unlike(word, other)) or unbent


def foreign(view: View, index: int) -> bool:
    """Say whether a name in foreign letters begins at a word: `сообщает ''Daily Lantern''`."""
    return view.words[index].pos in {"X", "PROPN"} and latin(view.words[index].text)


def unlike(noun: Word, verb: Word) -> bool:
    """Say whether a noun for a thing has another gender than a verb: in `мост цел и напомнила` no bridge reminds."""
    genders = {noun.feats.get("Gender"), verb.feats.get("Gender")} - {None}
    return noun.pos == "NOUN" and noun.feats.get("Animacy") == "Inan" and len(genders) > 1


def unbent_surname(view: View, index: int) -> bool:
    """Say whether a word is a man's bare surname in a consonant: a nominative, whatever the tagger says."""
    person, word = view.person_at.get(index), view.words[index].text
    alone = person is not None and view.person_at.get(index - 1) is not person
    if person is None or not alone or word[-1] in VOWELS or view.words[index - 1].pos == "ADP":
        return False
    return person.name.endswith(f" {word}") and gender_of_name(person.name) == "m"


def title_behind(view: View, index: int) -> bool:
    """Say whether a word begins a title behind a person's name: `со ссылкой на Петра Рогова «Вестник»`."""
    linked = any(word.lemma == "ссылка" for word in view.words[max(0, index - NEAR_LINK) : index])
    return index in view.marked and (index - 2 in view.person_at or linked)


def neuter_house(view: View, index: int, verb: int) -> bool:
    """Say whether a neuter noun for a house stands behind its verb: `заявило ведомство`, which looks like an object."""
    word, gender = view.words[index], view.words[verb].feats.get("Gender")
    house = word.lemma in voices(view.code or "") and word.feats.get("Gender") == gender == "Neut"
    return house and word.feats.get("Case") == "Acc" and may_be(word.text, "nomn", "sing")


def bent(view: View, noun: int) -> bool:
    """Say whether a word is a noun in another case than the nominative."""
    return noun >= 0 and view.words[noun].feats.get("Case") in {"Gen", "Dat", "Acc", "Ins", "Loc"}


def counted(view: View, index: int) -> bool:
    """Say whether a noun in the genitive is counted: `несколько изданий пишут`."""
    before = view.words[max(0, index - 2) : index]
    return view.words[index].feats.get("Case") == "Gen" and any(word.pos == "NUM" for word in before)


def elsewhere(view: View, verb: int) -> int | None:
    """Return the subject that a verb has from another verb of its sentence, worked out once for each verb."""
    if verb not in view.joined:
        found = inherited(view, verb)
        view.joined[verb] = carried(view, verb) if found is None else found
    return view.joined[verb]


def inherited(view: View, verb: int) -> int | None:
    """Return the subject of the verb to which one is joined («пришёл и сказал»), or which its gerund goes with."""
    at = verb
    for _ in range(3):
        if view.words[at].rel not in {"conj", "advcl", "xcomp", "parataxis"} or view.heads[at] < 0:
            return None
        at = view.heads[at]
        sentence = view.sentence_at(at)
        found = governed(view, at, sentence if at < verb else Run(sentence.first, verb))
        if found is None and is_verb(view, at):
            found = nearest_subject(view, at, clause_of(view, at, sentence))
        if found is not None:
            return found
    return None


def carried(view: View, verb: int) -> int | None:
    """Return the subject of the verb before one in its sentence, if both agree: `он летал в Минск, а позже заявил`."""
    word = view.words[verb]
    if word.feats.get("VerbForm") != "Fin" or word.feats.get("Number") != "Sing":
        return None
    first = max(view.sentence_at(verb).first, verb - FARTHEST_SUBJECT)
    for at in range(verb - 1, first - 1, -1):
        if view.words[at].feats.get("VerbForm") == "Fin" and view.words[at].rel != "acl:relcl":
            if view.words[at].feats.get("Tense") != word.feats.get("Tense"):
                continue
            agrees = view.words[at].feats.get("Gender") == word.feats.get("Gender")
            return governed(view, at, view.sentence_at(verb)) if agrees else None
    return None


def is_verb(view: View, index: int) -> bool:
    """Say whether a word is a verb."""
    return view.words[index].pos in {"VERB", "AUX"}


def may_speak(view: View, phrase: Phrase) -> bool:
    """Say whether what a phrase names can speak: a person, a name, or a noun that the list of voices has."""
    word = view.words[phrase.head]
    if word.pos == "PRON":
        return word.feats.get("Person") == "3" or word.lemma in {"он", "она", "они"}
    apart = one_of(view, phrase.head) or site(view, phrase.head) or foreign(view, phrase.head)
    if apart or latter(word) or partaker(word):
        return True
    known = phrase.head in view.person_at or phrase.head in view.name_at or word.pos == "PROPN"
    return known or alive(word) or word.lemma in voices(view.code or "")


def acts(view: View, at: int) -> bool:
    """Say whether a word of a name stands as a subject, or beside a noun that does."""
    word = view.words[at]
    if word.rel in {"appos", "flat:name"} and view.heads[at] >= 0:
        word = view.words[view.heads[at]]
    return word.rel.startswith("nsubj") or (word.rel == "root" and word.feats.get("Case") == "Nom")


def lone_subject(word: Word) -> bool:
    """Say whether a noun in the singular is a subject."""
    return word.pos == "NOUN" and word.feats.get("Number") == "Sing" and word.rel.startswith("nsubj")
