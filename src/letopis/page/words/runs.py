"""Words as a page has them → words as a reader sees them: white space squeezed, broken lines joined."""

UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e", "\u200f")


def uncounted(text: str, first: str) -> str:
    """Return a text without the number of comments that a link at its beginning prints, run into its first word."""
    rest = text.removeprefix(first)
    return rest if first.isdigit() and rest[:1].isupper() else text


def rejoined(lines: list[str]) -> list[str]:
    """Join lines that were broken inside a sentence: the next one goes on in a small letter."""
    found: list[str] = []
    for line in lines:
        if found and line[0].islower() and found[-1][-1] not in ".!?…:;":
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def squeezed(text: str) -> str:
    """Return the text with every run of white space as one space, and without the characters that nobody sees."""
    text = " ".join(text.split())
    if not text.isprintable():  # one look tells whether there is any of them
        for nothing in UNSEEN:
            text = text.replace(nothing, "")
    return text
