"""The rules of time look through all lines of a text at once, and see what they see in each by itself."""

from letopis.language.parse import parse
from letopis.record.moments.times import BETWEEN, RULES, claimed_by_rules, rules_for, timely_lines

TEXT = """Мост открыли 5 мая 2024 года, а 27.11.2024 закрыли.
С 1 по 3 июня. В среду мэр уедет на 2 дня.
В 2003–2005 годах реку чистили | в марте
6 мая, вечером. 2024 год был сухим; в конце 90-х, через 3 недели, осенью.
"""


def test_each_line_gets_the_rules_that_see_something_in_it():
    lines = [line for _, line in timely_lines(parse(TEXT, "ru").sentences, TEXT, "ru")]
    assert len(lines) > 4
    seen = [[rule for rule in RULES if rule.sees.search(line.letters)] for line in lines]
    assert rules_for(lines) == seen
    assert any(len(rules) > 1 for rules in seen)
    assert [claimed_by_rules(line, rules) for line, rules in zip(lines, seen, strict=True)] != [()] * len(lines)


def test_no_sign_is_what_stands_between_lines():
    (line,) = [line for _, line in timely_lines(parse("5 мая | 6 мая", "ru").sentences, "5 мая | 6 мая", "ru")]
    assert BETWEEN not in line.letters
    assert not any(rule.sees.search(BETWEEN * 3) for rule in RULES)
