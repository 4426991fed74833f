"""A map over processes gives what the builtin map gives, whatever happens to a process."""

import operator

import pytest

from letopis.model import Refusal
from letopis.scale.maps import AHEAD, mapped

# A fresh process cannot import this test; the builtin `eval` it has.
FATAL = "__import__('os')._exit(9)"


@pytest.mark.parametrize("workers", [1, 2])
def test_answers_come_in_the_order_of_the_things(workers):
    with mapped(workers) as run:
        assert list(run(operator.neg, range(50))) == [-number for number in range(50)]


def test_a_thing_that_kills_its_process_costs_itself_alone():
    with mapped(2) as run:
        answers = list(run(eval, ["1", "2", FATAL, "4", "5", "6", "7", "8", "9", "10"]))
    assert answers == [1, 2, Refusal(None, "reading it killed the process"), 4, 5, 6, 7, 8, 9, 10]


def test_an_error_comes_out_as_it_does_from_the_builtin_map():
    with mapped(2) as run, pytest.raises(ZeroDivisionError):
        list(run(eval, ["1", "1/0", "2"]))


def test_it_does_not_run_far_ahead_of_its_reader():
    taken = []
    with mapped(2) as run:
        answers = iter(run(operator.neg, (taken.append(number) or number for number in range(1000))))
        next(answers)
        assert len(taken) <= AHEAD * 2
