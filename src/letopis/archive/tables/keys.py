"""The key of a leaf as an address carries it → where a list goes on."""

from letopis.errors import WrongUse

FIRST = 2**63 - 1


def key(after: str | None) -> int:
    """Return the place below which a leaf begins."""
    return FIRST if after is None else number(after, after)


def pair(after: str | None) -> tuple[int, int]:
    """Return the place, and the number at that place, after which a leaf begins."""
    if after is None:
        return FIRST, 0
    place, _, rest = after.partition(".")
    return number(place, after), number(rest, after)


def number(digits: str, after: str) -> int:
    """Return a number that a key holds."""
    try:
        return max(-FIRST, min(int(digits), FIRST))
    except ValueError as error:
        raise WrongUse(f"{after[:40]!r}: there is no such leaf") from error
