"""The sample → articles a second of CPU after start-up, and memory over many repeats.

usage: python -m benchmarks.speed [FOLDER] [--repeats 1000]

Reads every page of the folder (sample) once to start the models up, then over and over until `repeats` pages are read,
and prints CPU seconds, articles a second, and the resident memory after each tenth: flat means nothing leaks.
"""

import argparse
import itertools
import resource
import time
from pathlib import Path

from letopis.flow import settle
from letopis.gather.sources import captures_of
from letopis.model import Capture, Reading
from letopis.settings import Settings


def resident_mb() -> float:
    """Return the memory this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", default="sample")
    ask.add_argument("--repeats", type=int, default=1000)
    args = ask.parse_args()
    start = time.process_time()
    captures = [found for found in captures_of(args.folder, Settings()) if isinstance(found, Capture)]
    readings = [outcome for outcome in map(settle, captures) if isinstance(outcome, Reading)]
    words = sum(len(reading.article.text.split()) for reading in readings)
    print(
        f"start-up and first pass: {time.process_time() - start:.1f} s CPU for {len(readings)} articles, {words} words"
    )
    start, step = time.process_time(), max(1, args.repeats // 10)
    for count, capture in enumerate(itertools.islice(itertools.cycle(captures), args.repeats), 1):
        settle(capture)
        if count % step == 0:
            print(
                f"{count:6} pages  {count / (time.process_time() - start):6.1f} pages/s of CPU  {resident_mb():6.0f} MB"
            )


if __name__ == "__main__":
    main()
