"""A graph is cut where its ties are thin."""

from itertools import combinations

from letopis.story.grouping.cut import groups


def graph(*ties):
    found = {}
    for one, other, weight in ties:
        found.setdefault(one, {})[other] = weight
        found.setdefault(other, {})[one] = weight
    return found


def crowd(nodes, weight=0.5):
    return [(one, other, weight) for one, other in combinations(nodes, 2)]


def test_nodes_without_ties_stand_alone():
    assert groups(3, {}, 0.03) == [[0], [1], [2]]


def test_what_is_tied_stands_together():
    assert groups(4, graph((0, 2, 0.5), (1, 3, 0.5)), 0.03) == [[0, 2], [1, 3]]


def test_two_crowds_with_one_thin_tie_are_two_groups():
    ties = graph(*crowd(range(8)), *crowd(range(8, 16)), (7, 8, 0.3))
    assert groups(16, ties, 0.03) == [list(range(8)), list(range(8, 16))]


def test_what_happens_far_away_changes_nothing():
    near = crowd(range(5))
    far = [tie for start in range(5, 105, 5) for tie in crowd(range(start, start + 5))]
    assert groups(105, graph(*near, *far), 0.03)[0] == groups(5, graph(*near), 0.03)[0]
