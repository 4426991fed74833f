"""Evaluation data → every quality figure, held against its floor.

usage: python -m benchmarks.run DATA [--only pages,statements,names,stories]

DATA is the folder with pages/, statements/, names/, stories/; the graders stand beside it in ../tools. Each grader runs
as its users run it; the figures are read off what it prints. One under its floor in benchmarks/floors.json fails.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FLOORS = Path(__file__).with_name("floors.json")


class Figure(NamedTuple):
    """A figure: what it measures and the pattern that reads it off a grader's words."""

    name: str
    pattern: str


FIGURES = {
    "pages": (
        Figure("S-F1 over all", r"^OURS +ALL .*S-F1 ([\d.]+)"),
        Figure("exact title, wcxb", r"^OURS +wcxb .*title ([\d.]+)"),
        Figure("day, fundus", r"^OURS +fundus .*date ([\d.]+)"),
        Figure("authors, aef", r"^OURS +aef .*authors ([\d.]+)"),
        Figure("captions, fundus", r"^OURS +fundus .*captions ([\d.]+)"),
        Figure("credits, fundus", r"^OURS +fundus .*credits ([\d.]+)"),
        Figure("times trafilatura's speed", r"^speed OURS .* ([\d.]+) x trafilatura"),
    ),
    "statements": (
        Figure("CHAIN F1", r"^CHAIN .*F1 ([\d.]+)"),
        Figure("direct with speaker", r"^ +direct .*with speaker ([\d.]+)"),
    ),
    "names": (
        Figure("people F1", r"^PERSON .*F1 ([\d.]+)"),
        Figure("roles P", r"^roles +P ([\d.]+)"),
        Figure("roles R", r"^roles .* R ([\d.]+)"),
        Figure("day dates R", r"^day dates .*recall ([\d.]+)"),
    ),
    "stories": (
        Figure("ecbplus BCubed F1", r"^ecbplus: .*BCubed .*?F1 ([\d.]+)"),
        Figure("telegram-ru pairs F1", r"^telegram-ru: .*F1 ([\d.]+)"),
    ),
}


def graders(data: Path, subject: str, work: Path) -> Iterator[list[str]]:
    """Yield the commands that grade a subject, in order."""
    tools, found = data.parent / "tools", str(work / "found.jsonl")
    grader = [sys.executable, str(tools / f"evaluate_{subject}.py")]
    if subject == "pages":
        yield [*grader, str(plain(data / "pages", work)), "--extractor", "benchmarks.pages:extract", "--speed", "200"]
    elif subject == "statements":
        yield [sys.executable, "-m", "benchmarks.statements", str(data / "statements/texts"), found]
        yield [*grader, str(data / "statements/dev.jsonl"), found]
    elif subject == "names":
        for folder in sorted((data / "names").iterdir()):
            yield [*grader, str(folder), "--reader", "benchmarks.record:read"]
    else:
        for folder in sorted((data / "stories").iterdir()):
            yield [*grader, str(folder), "--clusterer", "benchmarks.stories:cluster"]


def plain(pages: Path, work: Path) -> Path:
    """Return the pages with their gold in ASCII: the grader splits lines at U+2028 too, which stands in some bodies."""
    for place in pages.iterdir():
        if place.is_dir():
            (work / place.name).symlink_to(place.resolve())
    rows = (pages / "gold.jsonl").read_text(encoding="utf8").split("\n")
    lines = [json.dumps(json.loads(row)) for row in rows if row]
    (work / "gold.jsonl").write_text("\n".join(lines), encoding="ascii")
    return work


def graded(data: Path, subject: str) -> str:
    """Run a subject's graders and return all they printed, showing it as it comes."""
    said = ""
    with tempfile.TemporaryDirectory() as work:
        for command in graders(data, subject, Path(work)):
            told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            print(told.stdout, end="", flush=True)
            said += told.stdout
    return said


def held(subject: str, said: str) -> bool:
    """Print each figure beside its floor; say whether all hold."""
    floors, good = json.loads(FLOORS.read_text(encoding="utf8")).get(subject, {}), True
    for figure in FIGURES[subject]:
        found = re.search(figure.pattern, said, re.MULTILINE)
        value, floor = float(found[1]) if found else float("nan"), floors.get(figure.name)
        holds = floor is None or value >= floor
        good &= holds
        print(f"{'ok   ' if holds else 'UNDER'} {subject}: {figure.name} {value:.3f}, floor {floor}")
    return good


def main() -> int:
    """Grade what was asked for; 0 where every floor holds, 1 where one does not, 2 where there is no data."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--only", default=",".join(FIGURES))
    args = ask.parse_args()
    if not (args.data.parent / "tools").is_dir():
        print(f"bench: {args.data}: no evaluation data here; give its folder: make bench DATA=…", file=sys.stderr)
        return 2
    verdicts = [held(subject, graded(args.data, subject)) for subject in args.only.split(",")]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
