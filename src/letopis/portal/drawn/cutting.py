"""Long words → as many as a line has room for, cut where a clause ends."""

CLAUSE_ENDS = ",;:—–."
# A clause that ends before this share of the room says too little.
LEAST = 0.5


def clause(words: str, most: int = 160) -> str:
    """Return the words, cut at the last clause, or else the last word, that fits."""
    if len(words) <= most:
        return words
    room = words[:most]
    ends = max(place for place in (room.rfind(sign) for sign in CLAUSE_ENDS))
    kept = room[:ends] if ends >= most * LEAST else room.rpartition(" ")[0] or room
    return kept.rstrip(CLAUSE_ENDS + " ") + " …"
