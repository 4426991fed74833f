"""Markup → whether parsing it would stall: a scan that costs next to nothing on real pages."""

import re

import numpy as np

# lexbor looks through the open elements at each block's start, through the attributes at each new one, through a list's
# options: all quadratic. 12,000 tags nested in one another take it half a second, 200,000 two minutes. The pages that
# people read have 2,000 tags on average; a million takes 400 MB.
MOST_TAGS, MANY_TAGS, DEEPEST = 150_000, 15_000, 2_500
LONG_TAG, STRIDE, MANY_ATTRIBUTES = 20_000, 10_000, 1_500
MANY_VALUES = 10_000
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
CLOSED_BY_NEXT = frozenset("p li dt dd tr td th option thead tbody tfoot colgroup body html head".split())  # noqa: SIM905
VOID = frozenset("br img hr input meta link area base col embed source track wbr param".split())  # noqa: SIM905
CODE = ("script", "SCRIPT", "style", "STYLE")
VALUE = re.compile(r"""=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$))""")
# Possessive, so that each sign of a page is looked at once.
WHOLE_TAG = re.compile(r"""<[a-zA-Z](?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+""")
OPTION = re.compile("<option", re.IGNORECASE)
ATTRIBUTE = re.compile(r"[\s/][^\s/>=]")


def stalls(text: str, body: bytes) -> str | None:
    """Say what in the markup of a page's body would stall a parser, None where nothing would."""
    # Bytes are counted four times as fast as letters; in a wide charset there may seem to be more, in none fewer.
    signs = np.frombuffer(body, dtype=np.uint8)
    tags = np.count_nonzero(signs == ord("<"))
    if tags > MOST_TAGS:
        return f"hostile page: more than {MOST_TAGS} tags"
    if tags > MANY_TAGS and deepest(text) > DEEPEST:
        return f"hostile page: more than {DEEPEST} tags inside one another"
    if tags > MANY_TAGS and len(OPTION.findall(text)) > MANY_TAGS:
        return f"hostile page: more than {MANY_TAGS} options"
    if crowded(text) or (np.count_nonzero(signs == ord("=")) > MANY_VALUES and brimming(text)):
        return f"hostile page: more than {MANY_ATTRIBUTES} attributes in a tag"
    return None


def deepest(text: str) -> int:
    """Return how deep the tags of a page nest, as far as it can be told without parsing."""
    depth = most = 0
    for close, tag in TAG.findall(text):
        name = tag.lower()
        if name in VOID or name in CLOSED_BY_NEXT:
            continue
        depth = max(0, depth - 1) if close else depth + 1
        most = max(most, depth)
    return most


def crowded(text: str) -> bool:
    """Say whether a tag goes on for very long with very many attributes; scripts and styles may go on as they like."""
    at = 0
    while at < len(text) - STRIDE:
        # Whatever is as long as that holds a whole stride without the end of a tag.
        if text.find(">", at, at + STRIDE) >= 0:
            at += STRIDE
            continue
        start, stop = text.rfind(">", 0, at) + 1, text.find(">", at)
        stop = stop if stop >= 0 else len(text)
        if stop - start > LONG_TAG and crammed(text[start:stop]) and not in_code(text, start):
            return True
        at = stop + 1
    return False


def brimming(text: str) -> bool:
    """Say whether a tag has very many attributes, whatever signs stand in their values."""
    long = (tag for tag in WHOLE_TAG.finditer(text) if tag.end() - tag.start() > MANY_ATTRIBUTES)
    return any(crammed(tag.group()) and not in_code(text, tag.start()) for tag in long)


def in_code(text: str, at: int) -> bool:
    """Say whether a place lies in a script or a style."""
    before = max(text.rfind(f"<{tag}", 0, at) for tag in CODE)
    return before >= 0 and text.find("</s", before, at) < 0


def crammed(part: str) -> bool:
    """Say whether a stretch without the end of a tag begins one, and gives it very many attributes."""
    # Text may come before the tag, however long; what counts is the last tag that opens here.
    start = TAG.search(part)
    if start is None:
        return False
    bare = VALUE.sub("", part[start.start() : start.start() + 20 * LONG_TAG])
    return len(ATTRIBUTE.findall(bare)) > MANY_ATTRIBUTES
