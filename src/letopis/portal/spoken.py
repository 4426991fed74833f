"""The program's own short words (a rule's name, a reason) → a reader's language, as `words/*.tsv` have them."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

RULES, REASONS = ("ru", "be", "uk", "en"), ("ru", "be", "uk")
# What stands for a number, and for any words, in the reasons that are listed.
SIGNS = {"%": r"(\d+(?:\.\d+)?)", "*": "(.*)"}


def rule_in(rule: str, code: str) -> str:
    """Return what a rule sees; of one that is not listed its name."""
    told = rules().get(rule)
    return told[RULES.index(code)] if told and code in RULES else rule


def reason_in(reason: str, code: str) -> str | None:
    """Return a reason in a language; None where it is not listed in it, and stands in English."""
    if code not in REASONS:
        return None
    for pattern, told in reasons():
        if found := pattern.fullmatch(reason):
            return told[REASONS.index(code)].format(*found.groups())
    return None


@cache
def rules() -> dict[str, list[str]]:
    """Return the rules that are listed, with what each sees."""
    return {rule: told for rule, *told in rows("rules")}


@cache
def reasons() -> list[tuple[re.Pattern[str], list[str]]]:
    """Return the reasons that are listed, as patterns; the more there is in one the earlier it is asked."""
    listed = sorted(rows("reasons"), key=lambda row: (row[0].count("*"), -len(row[0])))
    return [(re.compile(pattern_of(reason)), told) for reason, *told in listed]


def pattern_of(reason: str) -> str:
    """Return a reason as a pattern."""
    return "".join(SIGNS.get(sign) or re.escape(sign) for sign in reason)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a list."""
    lines = (files(__package__) / "words" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    yield from (line.split("\t") for line in lines if line.strip() and not line.startswith("# "))
