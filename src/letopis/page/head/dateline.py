"""The article's first paragraph → the day in the dateline that it begins with: "Goryansk, 06.05.2026, 08:34"."""

import re

from letopis.page.head.stamps import clock_in, stamps_in
from letopis.page.head.top import Top

HEAD, LONGEST_PLACE, LONGEST_BETWEEN = 90, 40, 25
WORDS = re.compile(r"[^\W\d_]+")
YEARS = ("г", "года", "р", "року")


def dateline_of(top: Top, language: str | None) -> str | None:
    """Return the full day that stands beside a clock where the article begins; a sentence about a day has none."""
    head = top.page.leaves[top.kept[0]].text[:HEAD] if top.kept else ""
    stamp = next(iter(stamps_in(head, language)), None)
    if stamp is None or not is_place(head[: stamp.start].rstrip(" -–—")):
        return None
    clock = next(
        (at for at in range(stamp.stop, min(len(head), stamp.stop + LONGEST_BETWEEN)) if head[at].isdigit()), None
    )
    if clock is None or clock_in(head[clock : clock + len("00:00:00 pm")]) is None:
        return None
    between = WORDS.findall(head[stamp.stop : clock])
    return stamp.day if all(word[0].isupper() or word in YEARS for word in between) else None


def is_place(text: str) -> bool:
    """Say whether what stands before a date is nothing, or a place and a comma."""
    return not text or (len(text) <= LONGEST_PLACE and text[-1] in ",." and text[0].isupper())
