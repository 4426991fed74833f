"""How many processes → a map: it keeps the order of its things, and never runs far ahead of who reads it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from letopis.model import Refusal

Function = Callable[[Any], Any]
Map = Callable[[Function, Iterable[Any]], Iterable[Any]]
AHEAD = 4  # things in flight for each worker: enough to keep all busy, few enough to keep memory flat


@contextmanager
def mapped(workers: int = 1) -> Iterator[Map]:
    """Lend a map: the builtin one for a single worker, else one over that many processes."""
    if workers <= 1:
        yield map
        return
    crew = Crew(workers)
    try:
        yield crew.map
    finally:
        crew.dismiss()


class Crew:
    """Processes that share out work; one that dies costs the thing it died over, and is replaced."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.pool = self.hired()

    def hired(self) -> ProcessPoolExecutor:
        """Start the processes afresh: a forked one would inherit locks that another thread holds."""
        return ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"))

    def dismiss(self) -> None:
        """Send the processes home."""
        self.pool.shutdown(cancel_futures=True)

    def map(self, function: Function, things: Iterable[Any]) -> Iterator[Any]:
        """Give the function's answer for each thing, in the things' order."""
        waiting: deque[tuple[Any, Future[Any]]] = deque()
        for thing in things:
            waiting.append((thing, self.begun(function, thing)))
            if len(waiting) >= AHEAD * self.workers:
                yield self.answer(function, waiting)
        while waiting:
            yield self.answer(function, waiting)

    def begun(self, function: Function, thing: Any) -> Future[Any]:
        """Hand a thing to the processes, to new ones where the old have died."""
        try:
            return self.pool.submit(function, thing)
        except BrokenProcessPool:
            self.pool = self.hired()
            return self.pool.submit(function, thing)

    def answer(self, function: Function, waiting: deque[tuple[Any, Future[Any]]]) -> Any:
        """Return the answer for the thing that waits longest; a death among the processes is looked into first."""
        thing, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self.pool.shutdown(cancel_futures=True)
            self.pool = self.hired()
            answered = self.alone(function, thing)
            again = [each for each, _ in waiting]
            waiting.clear()
            waiting.extend((each, self.begun(function, each)) for each in again)
            return answered

    def alone(self, function: Function, thing: Any) -> Any:
        """Try a thing in a process of its own; one that kills its process is answered by a refusal."""
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as cell:
            try:
                return cell.submit(function, thing).result()
            except BrokenProcessPool:
                return Refusal(getattr(thing, "url", None), "reading it killed the process")
