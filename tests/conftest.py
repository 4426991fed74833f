"""What tests of every room share."""

import time

import pytest


@pytest.fixture
def in_proportion():
    """Checks that work grows no faster than what it is given: sixteen times as much costs far less than 256 times."""

    def check(work, small, large):
        work(small)  # models and tables load once
        assert spent(work, large) < 100 * max(spent(work, small), 0.03)

    return check


def spent(work, given):
    """Return the CPU seconds of the quicker of two tries."""
    tries = []
    for _ in range(2):
        start = time.process_time()
        work(given)
        tries.append(time.process_time() - start)
    return min(tries)
