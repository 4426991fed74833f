"""A mention of a person and a post named in its sentence → the role, if grammar says that the post is that person's."""

from collections.abc import Iterator, Sequence

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.record.names.roles.governed import SUBJECTS, around, mentioned
from letopis.record.names.roles.offices import Phrase, Place, end_of, is_role, phrase

# A post may stand so many links below the word on which the name hangs: «поздравил <Орлова> с избранием на пост».
LINKS = 3


def post(place: Place) -> Phrase | None:
    """«<Орлов> занял пост министра», «снять <Орлова> с поста министра», «<Орлов> служил в качестве врача»."""
    words = place.words
    for at, head in posts(place):
        stop = end_of(words, head)
        taken = place.named.intersection(range(head, stop + 1))
        if not taken and any(holds(place, at, one) for one in mentioned(place)):
            return phrase(words, head, stop)
    return None


def posts(place: Place) -> Iterator[tuple[int, int]]:
    """Yield the posts near a mention: the word by which each hangs on others, and its role."""
    words = place.words
    offices = word_list("ru", "posts")
    for at in around(place.mention.first, words):
        head = office_behind(words, at) if words[at].lemma in offices else None
        if head is not None:
            yield at, head
        elif words[at].text == "качестве" and (head := office_behind(words, at)) is not None:
            yield head, head


def office_behind(words: Sequence[Word], at: int) -> int | None:
    """Return the place of the role in the genitive behind «пост», «должность» and the like."""
    for head in range(at + 1, min(len(words), at + 5)):
        if is_role(words[head]) and words[head].feats.get("Case") == "Gen":
            return head
        if words[head].pos not in {"ADJ", "DET"}:
            return None
    return None


def holds(place: Place, at: int, name: int) -> bool:
    """Say whether a post is the named one's: it hangs on the name, or both hang on one word that gives or takes it."""
    words = place.words
    above = list(climbed(words, at))
    inside = range(place.mention.first, place.mention.first + len(place.mention.words))
    if any(one in inside for one in above):
        return True
    if sought(words, at, above) or words[name].head not in above:
        return False
    return is_holder(words, name, words[name].head, {at, *above})


def climbed(words: Sequence[Word], at: int) -> Iterator[int]:
    """Yield the words on which a word hangs, the nearest first, a verb the last."""
    for _ in range(LINKS):
        at = words[at].head
        if at < 0:
            return
        yield at
        if words[at].pos == "VERB" and words[at].rel not in {"acl", "acl:relcl"}:
            return


def sought(words: Sequence[Word], at: int, above: Sequence[int]) -> bool:
    """Say whether a post is one to be had: «претендует на пост», but not «назначен на пост»."""
    if at == 0 or words[at - 1].text != "на" or words[at].feats.get("Case") != "Acc":
        return False
    return not above or words[above[0]].lemma not in word_list("ru", "becoming") | word_list("ru", "entering")


def is_holder(words: Sequence[Word], name: int, giver: int, posted: set[int]) -> bool:
    """Say whether the named one has the post: he to whom it is done, else he who does."""
    rel = words[name].rel
    if words[giver].pos != "VERB":
        return rel == "nmod"
    if rel in {"obj", "iobj"}:
        return True
    others = (at for at in around(giver, words) if words[at].head == giver and at not in posted)
    return rel in SUBJECTS and not any(words[at].rel in {"obj", "iobj"} for at in others)
