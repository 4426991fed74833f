"""Pages with their gold → the weights of the nets that tell an article's leaves from others.

usage: python scripts/train_labels.py DATA [--out FILE] [--epochs N] [--nets N]

DATA holds gold.jsonl and the pages it names, as the grader of page reading wants them. Every fourth site is held back:
neither the net nor the choice of its shape sees it. Needs only numpy.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from label_sheets import Sheet, held_back, sheets

from letopis.page.labels.net import STEPS, relu

__all__ = ["held_back"]

HIDDEN = 32
EPOCHS_A_LINE = 3
GROUPS = 3


class Pooling(NamedTuple):
    """How to take means over groups: the order that brings a group together, where each starts, and the way back."""

    order: np.ndarray
    starts: np.ndarray
    counts: np.ndarray
    back: np.ndarray


def pooling(group: np.ndarray) -> Pooling:
    """Prepare the means over a group."""
    order = np.argsort(group, kind="stable")
    ranked = group[order]
    change = np.r_[True, ranked[1:] != ranked[:-1]]
    starts = np.flatnonzero(change)
    back = np.empty(len(group), np.int64)
    back[order] = np.cumsum(change) - 1
    return Pooling(order, starts, np.diff(np.r_[starts, len(group)])[:, None].astype(np.float32), back)


def mean(h: np.ndarray, pool: Pooling) -> np.ndarray:
    """Return the means over a group, one row a leaf."""
    return (np.add.reduceat(h[pool.order], pool.starts, axis=0) / pool.counts)[pool.back]


class Batch(NamedTuple):
    """Several pages after one another, with gaps that no step of the convolution crosses."""

    rows: np.ndarray
    pools: tuple[Pooling, ...]
    wanted: np.ndarray
    weight: np.ndarray
    real: np.ndarray


def batch_of(pages: list[Sheet], scaled: tuple[np.ndarray, np.ndarray]) -> Batch:
    """Lay pages after one another."""
    gap = max(STEPS)
    rows, groups, wanted, weight, real = [], [[] for _ in pages[0].groups], [], [], []
    base = 0
    for page in pages:
        count = len(page.rows)
        normal = np.clip((page.rows - scaled[0]) * scaled[1], -4, 4)
        rows += [normal, np.zeros((gap, normal.shape[1]), np.float32)]
        for found, group in zip(groups, page.groups, strict=True):
            found += [group + base, np.full(gap, base + group.max() + 1)]
        base += int(max(group.max() for group in page.groups)) + 2
        wanted += [page.wanted, np.zeros(gap, np.float32)]
        weight += [page.weight, np.zeros(gap, np.float32)]
        real += [np.ones(count, np.float32), np.zeros(gap, np.float32)]
    pools = tuple(pooling(np.concatenate(group)) for group in groups)
    return Batch(
        np.concatenate(rows), pools, np.concatenate(wanted), np.concatenate(weight), np.concatenate(real)[:, None]
    )


def shifted(h: np.ndarray, step: int) -> np.ndarray:
    """Lay each row beside the ones a step before and after it."""
    padded = np.pad(h, ((step, step), (0, 0)))
    return np.concatenate([padded[: len(h)], h, padded[2 * step :]], axis=1)


def unshifted(d: np.ndarray, step: int) -> np.ndarray:
    """Bring the gradient of `shifted` back."""
    size, count = d.shape[1] // 3, len(d)
    out = np.zeros((count + 2 * step, size), np.float32)
    out[:count] += d[:, :size]
    out[step : step + count] += d[:, size : 2 * size]
    out[2 * step :] += d[:, 2 * size :]
    return out[step : step + count]


class Seen(NamedTuple):
    """What a net saw on the way to its scores, for the way back."""

    x: np.ndarray
    first: np.ndarray
    near: np.ndarray
    second: np.ndarray
    pooled: np.ndarray
    third: np.ndarray
    steps: tuple[tuple[np.ndarray, np.ndarray], ...]
    last: np.ndarray
    masks: tuple[np.ndarray, ...]


class Net:
    """The net with its gradients, in the shape that `letopis.page.labels.net` reads."""

    def __init__(self, width: int, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        shape = {"in": (width, HIDDEN), "mix": ((1 + GROUPS) * HIDDEN, HIDDEN), "out": (HIDDEN, 1)}
        shape |= {f"conv{at}": (3 * HIDDEN, HIDDEN) for at in range(len(STEPS) + 1)}
        self.w = {
            name: self.random.normal(0, (2 / size[0]) ** 0.5, size).astype(np.float32) for name, size in shape.items()
        }
        for at in range(len(STEPS) + 1):
            self.w[f"conv{at}"] *= 0.5
        self.w |= {f"{name}_bias": np.zeros(size[1], np.float32) for name, size in shape.items()}
        self.moments = {name: (np.zeros_like(x), np.zeros_like(x)) for name, x in self.w.items()}
        self.mean_w = {name: x.copy() for name, x in self.w.items()}
        self.steps = 0

    def drop(self, x: np.ndarray, rate: float) -> np.ndarray:
        """Return a mask that drops a share of the values."""
        return (self.random.random(x.shape, dtype=np.float32) >= rate) / np.float32(1 - rate)

    def seen(self, batch: Batch, drops: tuple[float, float]) -> Seen:
        """Work the net out and keep what its gradients need."""
        w, real = self.w, batch.real
        x = batch.rows * self.drop(batch.rows, drops[0])
        first = x @ w["in"] + w["in_bias"]
        h = relu(first) * real
        near = shifted(h, 1)
        second = near @ w["conv0"] + w["conv0_bias"]
        h = h + relu(second) * real
        pooled = np.concatenate([h, *(mean(h, pool) for pool in batch.pools)], axis=1)
        masks = [self.drop(pooled, drops[1])]
        pooled = pooled * masks[0]
        third = pooled @ w["mix"] + w["mix_bias"]
        h = relu(third) * real
        steps = []
        for at, step in enumerate(STEPS, 1):
            wide = shifted(h, step)
            steps.append((wide, wide @ w[f"conv{at}"] + w[f"conv{at}_bias"]))
            h = h + relu(steps[-1][1]) * real
        masks.append(self.drop(h, drops[1]))
        return Seen(x, first, near, second, pooled, third, tuple(steps), h * masks[1], tuple(masks))

    def learn(self, batch: Batch, rate: float, drops: tuple[float, float], decay: float) -> float:
        """Take one step and return the loss."""
        w, real, seen = self.w, batch.real, self.seen(batch, drops)
        chance = 1 / (1 + np.exp(-np.clip((seen.last @ w["out"] + w["out_bias"])[:, 0], -30, 30)))
        d = ((chance - batch.wanted) * batch.weight)[:, None]
        grads = {"out": seen.last.T @ d, "out_bias": d.sum(0)}
        dh = (d @ w["out"].T) * seen.masks[1]
        for at, step in reversed(list(enumerate(STEPS, 1))):
            wide, before = seen.steps[at - 1]
            db = dh * (before > 0) * real
            grads[f"conv{at}"], grads[f"conv{at}_bias"] = wide.T @ db, db.sum(0)
            dh = dh + unshifted(db @ w[f"conv{at}"].T, step)
        da = dh * (seen.third > 0) * real
        grads["mix"], grads["mix_bias"] = seen.pooled.T @ da, da.sum(0)
        ds = (da @ w["mix"].T) * seen.masks[0]
        dh = ds[:, :HIDDEN].copy()
        for at, pool in enumerate(batch.pools, 1):
            dh += mean(ds[:, at * HIDDEN : (at + 1) * HIDDEN], pool)
        db = dh * (seen.second > 0) * real
        grads["conv0"], grads["conv0_bias"] = seen.near.T @ db, db.sum(0)
        da = (dh + unshifted(db @ w["conv0"].T, 1)) * (seen.first > 0) * real
        grads["in"], grads["in_bias"] = seen.x.T @ da, da.sum(0)
        self.step(grads, rate, decay)
        right = batch.wanted * np.log(chance + 1e-7) + (1 - batch.wanted) * np.log(1 - chance + 1e-7)
        return -float((batch.weight * right).sum())

    def step(self, grads: dict[str, np.ndarray], rate: float, decay: float) -> None:
        """Move the weights by Adam, and their running mean after them."""
        self.steps += 1
        for name, grad in grads.items():
            first, second = self.moments[name]
            first += 0.1 * (grad - first)
            second += 0.001 * (grad * grad - second)
            step = first / (1 - 0.9**self.steps) / (np.sqrt(second / (1 - 0.999**self.steps)) + 1e-8)
            self.w[name] -= (rate * (step + decay * self.w[name] * (not name.endswith("bias")))).astype(np.float32)
            self.mean_w[name] += 0.01 * (self.w[name] - self.mean_w[name])


def scored(batch: Batch, w: dict[str, np.ndarray]) -> np.ndarray:
    """Return the scores of a batch."""
    h = relu(batch.rows @ w["in"] + w["in_bias"]) * batch.real
    h = h + relu(shifted(h, 1) @ w["conv0"] + w["conv0_bias"]) * batch.real
    seen = np.concatenate([h, *(mean(h, pool) for pool in batch.pools)], axis=1)
    h = relu(seen @ w["mix"] + w["mix_bias"]) * batch.real
    for at, step in enumerate(STEPS, 1):
        h = h + relu(shifted(h, step) @ w[f"conv{at}"] + w[f"conv{at}_bias"]) * batch.real
    return (h @ w["out"] + w["out_bias"])[:, 0]


def f1(pages: list[Sheet], scaled: tuple[np.ndarray, np.ndarray], w: dict[str, np.ndarray]) -> float:
    """Return a fast likeness of the grader's S-F1: by leaves and their words."""
    precision, recall = [], []
    for page in pages:
        got = scored(batch_of([page], scaled), w)[: len(page.rows)] > 0
        hit = float((page.weight * page.wanted * got).sum())
        precision += [hit / max(1e-9, float((page.weight * got).sum()))] if got.any() else []
        recall.append(hit / max(1e-9, float((page.weight * page.wanted).sum())))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return 2 * p * r / (p + r)


def trained(learnt: list[Sheet], kept: list[Sheet], epochs: int, seed: int) -> dict[str, np.ndarray]:
    """Train one net."""
    rows = np.concatenate([page.rows for page in learnt])
    scaled = (rows.mean(0), (1 / np.maximum(rows.std(0), 0.05)).astype(np.float32))
    net = Net(rows.shape[1], seed)
    order = np.random.default_rng(seed)
    size = 8
    for epoch in range(epochs):
        rate = 0.006 * min(1.0, (epoch + 1) / 2) * (0.5 + 0.5 * np.cos(np.pi * epoch / epochs))
        shuffled = order.permutation(len(learnt))
        loss = 0.0
        for start in range(0, len(learnt), size):
            batch = batch_of([learnt[at] for at in shuffled[start : start + size]], scaled)
            loss += net.learn(batch, rate, (0.2, 0.3), 0.02)
        if epoch % EPOCHS_A_LINE == EPOCHS_A_LINE - 1 or epoch == epochs - 1:
            good, fresh = f1(learnt, scaled, net.mean_w), f1(kept, scaled, net.mean_w)
            print(
                f"epoch {epoch + 1}: loss {loss / len(learnt):.4f}, S-F1 like: learnt {good:.4f}, held back {fresh:.4f}"
            )
    return {"mean": scaled[0], "scale": scaled[1], **net.mean_w}


def main() -> None:
    """Train and write the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--out", type=Path, default=Path("src/letopis/page/labels/weights.json"))
    ask.add_argument("--epochs", type=int, default=16)
    ask.add_argument("--nets", type=int, default=2)
    args = ask.parse_args()
    learnt, kept = sheets(args.data)
    print(len(learnt), "pages to learn from,", len(kept), "held back,", learnt[0].rows.shape[1], "traits")
    nets = [trained(learnt, kept, args.epochs, seed) for seed in range(1, args.nets + 1)]
    args.out.write_text("[" + ",\n".join(map(written, nets)) + "]\n")


def written(net: dict[str, np.ndarray]) -> str:
    """Return a net's weights as JSON, an array a line."""
    rows = {name: json.dumps(np.round(x.astype(float), 4).tolist(), separators=(",", ":")) for name, x in net.items()}
    return "{" + ",\n".join(f'"{name}":{row}' for name, row in rows.items()) + "}"


if __name__ == "__main__":
    sys.exit(main())
