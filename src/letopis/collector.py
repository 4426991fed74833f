"""The garbage collector, put to rest while one page or one record is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the garbage collector at rest.

    A page makes ten thousand small tuples and no cycle; each collection in between would walk over all that the
    process holds, which in a long batch costs more than the page.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def keep_what_is_loaded() -> None:
    """Take all that is there now out of the collector's sight: a dictionary, once loaded, stays as long as the process.

    To walk over it time and again is a fiftieth of a record's time.
    """
    gc.freeze()
