"""Pages with their gold → the weights of the net that tells an article's leaves from others.

usage: python scripts/train_labels.py DATA [--out FILE] [--epochs N] [--teachers N] [--held 4]

DATA holds gold.jsonl and the pages it names, as the grader of page reading wants them. Every fourth site (or every
N-th, or none: --held 0) is held back, chosen by a checksum of its host. Needs only numpy.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from label_net import Net, batch_of, chance_of
from label_sheets import Sheet, known_pages, sheet_of
from label_variants import Known, variant

from letopis.page.labels.net import scores
from letopis.page.labels.pools import pooled
from letopis.page.labels.traits import Traits

HELD = 4
EPOCHS_A_LINE = 4
SIZE = 8
RATE = 0.006
# The share of pages that are learnt as they are: it grows from one to the other, so that the end is true to life.
CLEAN_FIRST, CLEAN_LAST = 0.3, 1.2
LEAST_SPREAD = 0.25
SEED = 11

Weights = dict[str, np.ndarray]


class Lessons(NamedTuple):
    """Pages to learn from and pages held back, how their columns are brought to one size, and who already learnt."""

    pages: list[Known]
    sheets: list[Sheet]
    kept: list[Sheet]
    mean: np.ndarray
    scale: np.ndarray
    teachers: list[Weights]

    def scaled(self, sheet: Sheet) -> Sheet:
        """Bring the columns of a page to one size, and mix what the teachers think into what the gold says."""
        sheet = sheet._replace(rows=((sheet.rows - self.mean) * self.scale).astype(np.float32))
        if not self.teachers:
            return sheet
        thought = chance_of(np.mean([scored(sheet, w) for w in self.teachers], axis=0))
        return sheet._replace(wanted=((sheet.wanted + thought) / 2).astype(np.float32))

    def drawn(self, random: np.random.Generator, clean: float) -> list[Sheet]:
        """Return each page once in some order, a share of them as they are, others as another site might make them."""
        found = []
        for at in random.permutation(len(self.pages)):
            sheet = self.sheets[at]
            if random.random() >= clean:
                other = variant(self.pages[at], self.pages, random)
                sheet = sheet_of(other) if other.page.leaves else sheet
            found.append(self.scaled(sheet))
        return found


def scored(page: Sheet, w: Weights) -> np.ndarray:
    """Return a net's scores of a page."""
    return scores(Traits(page.rows, page.sizes, tuple(map(pooled, page.groups)), page.head), w)


def f1(pages: list[Sheet], w: Weights) -> float:
    """Return a fast likeness of the grader's S-F1: by leaves and their words."""
    precision, recall = [], []
    for page in pages:
        got = scored(page, w) > 0
        hit = float((page.weight * page.wanted * got).sum())
        precision += [hit / max(1e-9, float((page.weight * got).sum()))] if got.any() else []
        recall.append(hit / max(1e-9, float((page.weight * page.wanted).sum())))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return 2 * p * r / (p + r)


def trained(lessons: Lessons, epochs: int, seed: int) -> Weights:
    """Train one net."""
    net = Net(len(lessons.mean), seed)
    random = np.random.default_rng(seed)
    plain = lessons._replace(teachers=[])
    for epoch in range(epochs):
        rate = RATE * min(1.0, (epoch + 1) / 2) * (0.5 + 0.5 * np.cos(np.pi * epoch / epochs))
        pages = lessons.drawn(random, CLEAN_FIRST + (CLEAN_LAST - CLEAN_FIRST) * epoch / epochs)
        loss = sum(net.learn(batch_of(pages[start : start + SIZE]), rate) for start in range(0, len(pages), SIZE))
        if epoch % EPOCHS_A_LINE == EPOCHS_A_LINE - 1 or epoch == epochs - 1:
            good = f1(list(map(plain.scaled, lessons.sheets)), net.mean_w)
            fresh = f1(lessons.kept, net.mean_w) if lessons.kept else 0.0
            told = f"loss {loss / len(pages):.4f}, S-F1 like: learnt {good:.4f}, held back {fresh:.4f}"
            print(f"epoch {epoch + 1}: {told}", flush=True)
    return net.mean_w


def lessons_of(data: Path, every: int) -> Lessons:
    """Read the pages and set some sites aside."""
    pages, kept = known_pages(data, every)
    found = [sheet_of(known) for known in pages]
    rows = np.concatenate([sheet.rows for sheet in found])
    mean, scale = rows.mean(0), (1 / np.maximum(rows.std(0), LEAST_SPREAD)).astype(np.float32)
    lessons = Lessons(pages, found, [], mean, scale, [])
    return lessons._replace(kept=[lessons.scaled(sheet_of(known)) for known in kept])


def main() -> None:
    """Train and write the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--out", type=Path, default=Path("src/letopis/page/labels/weights.json"))
    ask.add_argument("--epochs", type=int, default=16)
    ask.add_argument("--teachers", type=int, default=0)
    ask.add_argument("--held", type=int, default=HELD)
    args = ask.parse_args()
    lessons = lessons_of(args.data, args.held)
    print(len(lessons.pages), "pages to learn from,", len(lessons.kept), "held back,", len(lessons.mean), "traits")
    teachers = [trained(lessons, args.epochs, seed) for seed in range(1, args.teachers + 1)]
    w = trained(lessons._replace(teachers=teachers), args.epochs, SEED)
    # The net that reads pages is given the columns as they are.
    w["in_bias"] = w["in_bias"] - (lessons.mean * lessons.scale) @ w["in"]
    w["in"] = lessons.scale[:, None] * w["in"]
    args.out.write_text(written(w))


def written(net: Weights) -> str:
    """Return a net's weights as JSON, an array a line."""
    rows = {name: json.dumps(np.round(x.astype(float), 5).tolist(), separators=(",", ":")) for name, x in net.items()}
    return "{" + ",\n".join(f'"{name}":{row}' for name, row in rows.items()) + "}\n"


if __name__ == "__main__":
    sys.exit(main())
