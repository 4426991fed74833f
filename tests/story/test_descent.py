"""Stories keep their ids; merged ones lead on; new ones get ids that were never given out."""

from itertools import count

import pytest

from letopis.story.descent import descended

CASES = [
    ("nothing new", [[1, 2], [3]], {7: [1, 2], 8: [3]}, (7, 8), ()),
    ("one article more", [[1, 2, 4], [3]], {7: [1, 2], 8: [3]}, (7, 8), ()),
    ("a new story", [[1, 2], [9]], {7: [1, 2]}, (7, 100), ()),
    ("two merge", [[1, 2, 3]], {7: [1, 2], 8: [3]}, (7,), ((8, 7),)),
    ("equals merge into the older", [[1, 3]], {8: [3], 7: [1]}, (7,), ((8, 7),)),
    ("one splits", [[1, 2], [3]], {7: [1, 2, 3]}, (7, 100), ()),
    ("an article moves", [[1], [2, 3, 4]], {7: [1, 2], 8: [3, 4]}, (7, 8), ()),
    ("a story falls apart", [[1, 4], [2, 5]], {6: [4], 7: [1, 2], 8: [5]}, (6, 7), ((8, 7),)),
    ("all is gone", [], {7: [1]}, (), ()),
]


@pytest.mark.parametrize(
    ("groups", "before", "ids", "merged"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_story_keeps_the_id_under_which_most_of_it_was_told(groups, before, ids, merged):
    numbers = count(100)
    found = descended(groups, before, lambda: next(numbers))
    assert (found.ids, found.merged) == (ids, merged)
