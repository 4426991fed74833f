"""Batches of pages → a net that learns from them: the one `letopis.page.labels.net` reads pages with, and gradients."""

from typing import NamedTuple

import numpy as np
from label_sheets import Sheet

from letopis.page.labels.net import STEPS, company
from letopis.page.labels.pools import Pool, pooled

HIDDEN = 16
GROUPS = 3
COMPANY = 2 * GROUPS + 2
GAP = max(STEPS)
DROP = 0.2
DECAY = 0.1
FIRST_SIGHT = 0.5


class Batch(NamedTuple):
    """Several pages after one another, with gaps that no step of the convolution crosses."""

    rows: np.ndarray
    pools: tuple[Pool, ...]
    page: np.ndarray
    sizes: np.ndarray
    wanted: np.ndarray
    weight: np.ndarray
    real: np.ndarray


def batch_of(pages: list[Sheet]) -> Batch:
    """Lay pages after one another."""
    base = 0
    groups: list[list[np.ndarray]] = [[] for _ in range(GROUPS)]
    for page in pages:
        for found, group in zip(groups, page.groups, strict=True):
            found += [group + base, np.full(GAP, base + group.max() + 1)]
        base += int(max(group.max() for group in page.groups)) + 2
    whole = [np.full(len(page.rows) + GAP, at) for at, page in enumerate(pages)]
    return Batch(
        np.concatenate([np.pad(page.rows, ((0, GAP), (0, 0))) for page in pages]),
        tuple(pooled(np.concatenate(group)) for group in groups),
        np.concatenate(whole),
        np.concatenate([np.pad(page.sizes, (0, GAP)) for page in pages]),
        np.concatenate([np.pad(page.wanted, (0, GAP)) for page in pages]),
        np.concatenate([np.pad(page.weight, (0, GAP)) for page in pages]),
        np.concatenate([np.pad(np.ones((len(page.rows), 1), np.float32), ((0, GAP), (0, 0))) for page in pages]),
    )


def mean(h: np.ndarray, pool: Pool) -> np.ndarray:
    """Return the means over a group, one row a leaf."""
    return (np.add.reduceat(h[pool.order], pool.starts, axis=0) / pool.sizes)[pool.back]


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


def chance_of(score: np.ndarray) -> np.ndarray:
    """Return the chance that a score stands for."""
    return 1 / (1 + np.exp(-np.clip(score, -30, 30)))


def companies(chance: np.ndarray, batch: Batch) -> np.ndarray:
    """Return what each leaf's groups and page hold of the article, page by page."""
    found = np.zeros((len(chance), COMPANY), np.float32)
    for at in range(int(batch.page[-1]) + 1):
        here = np.flatnonzero(batch.page == at)[:-GAP]
        pools = tuple(pooled(pool.back[here]) for pool in batch.pools)
        found[here] = company(chance[here].astype(np.float32), batch.sizes[here], pools).T
    return found


class Layer(NamedTuple):
    """What a layer was given, and what it said before it was cut off below zero."""

    name: str
    given: np.ndarray
    said: np.ndarray


class Seen(NamedTuple):
    """What a net saw on the way to its chances, for the way back."""

    layers: tuple[Layer, ...]
    wide: tuple[Layer, ...]
    masks: tuple[np.ndarray, np.ndarray]
    middle: np.ndarray
    h: np.ndarray
    early: np.ndarray
    chance: np.ndarray


class Net:
    """The net with its gradients, in the shape that `letopis.page.labels.net` reads."""

    def __init__(self, width: int, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        shape = {"in": (width, HIDDEN), "mix": ((1 + GROUPS) * HIDDEN, HIDDEN), "out": (HIDDEN, 1)}
        shape |= {"again": (HIDDEN + COMPANY, HIDDEN), "last": (HIDDEN, 1)}
        shape |= {f"conv{at}": (3 * HIDDEN, HIDDEN) for at in range(len(STEPS) + 2)}
        self.w = {
            name: self.random.normal(0, (2 / size[0]) ** 0.5, size).astype(np.float32) for name, size in shape.items()
        }
        for at in range(len(STEPS) + 2):
            self.w[f"conv{at}"] *= 0.5
        self.w |= {f"{name}_bias": np.zeros(size[1], np.float32) for name, size in shape.items()}
        self.moments = {name: (np.zeros_like(x), np.zeros_like(x)) for name, x in self.w.items()}
        self.mean_w = {name: x.copy() for name, x in self.w.items()}
        self.grads: dict[str, np.ndarray] = {}
        self.steps = 0

    def drop(self, x: np.ndarray, rate: float) -> np.ndarray:
        """Return a mask that drops a share of the values."""
        return (self.random.random(x.shape, dtype=np.float32) >= rate) / np.float32(1 - rate)

    def layer(self, name: str, given: np.ndarray, real: np.ndarray) -> tuple[np.ndarray, Layer]:
        """Work a layer out and keep what its gradient needs."""
        said = given @ self.w[name] + self.w[f"{name}_bias"]
        return np.maximum(said, 0) * real, Layer(name, given, said)

    def back(self, layer: Layer, dh: np.ndarray) -> np.ndarray:
        """Bring a gradient back through a layer."""
        da = dh * (layer.said > 0)
        self.grads[layer.name], self.grads[f"{layer.name}_bias"] = layer.given.T @ da, da.sum(0)
        return da @ self.w[layer.name].T

    def seen(self, batch: Batch) -> Seen:
        """Work the net out, some of what it sees left out, and keep what its gradients need."""
        real = batch.real
        h, first = self.layer("in", batch.rows * self.drop(batch.rows, DROP), real)
        more, near = self.layer("conv0", shifted(h, 1), real)
        around = np.concatenate([h + more, *(mean(h + more, pool) for pool in batch.pools)], axis=1)
        inner = self.drop(around, DROP)
        h, mixed = self.layer("mix", around * inner, real)
        wide = []
        for at, step in enumerate(STEPS, 1):
            more, layer = self.layer(f"conv{at}", shifted(h, step), real)
            wide.append(layer)
            h = h + more
        outer = self.drop(h, DROP)
        middle = h * outer
        early = chance_of((middle @ self.w["out"] + self.w["out_bias"])[:, 0])
        more, again = self.layer("again", np.concatenate([middle, companies(early, batch)], axis=1), real)
        h = middle + more
        more, late = self.layer("conv4", shifted(h, 1), real)
        h = h + more
        chance = chance_of((h @ self.w["last"] + self.w["last_bias"])[:, 0])
        return Seen((first, near, mixed, again, late), tuple(wide), (inner, outer), middle, h, early, chance)

    def learn(self, batch: Batch, rate: float) -> float:
        """Take one step and return the loss; the company a leaf keeps is taken as given."""
        seen, real = self.seen(batch), batch.real
        first, near, mixed, again, late = seen.layers
        d = ((seen.chance - batch.wanted) * batch.weight)[:, None]
        early = ((seen.early - batch.wanted) * batch.weight)[:, None] * FIRST_SIGHT
        self.grads = {"last": seen.h.T @ d, "last_bias": d.sum(0), "out": seen.middle.T @ early}
        self.grads["out_bias"] = early.sum(0)
        dh = d @ self.w["last"].T
        dh = dh + unshifted(self.back(late, dh * real), 1)
        dh = dh + self.back(again, dh * real)[:, :HIDDEN] + early @ self.w["out"].T
        dh = dh * seen.masks[1]
        for layer, step in zip(reversed(seen.wide), reversed(STEPS), strict=True):
            dh = dh + unshifted(self.back(layer, dh * real), step)
        ds = self.back(mixed, dh * real) * seen.masks[0]
        dh = ds[:, :HIDDEN].copy()
        for at, pool in enumerate(batch.pools, 1):
            dh += mean(ds[:, at * HIDDEN : (at + 1) * HIDDEN], pool)
        dh = dh + unshifted(self.back(near, dh * real), 1)
        self.back(first, dh * real)
        self.step(rate)
        right = batch.wanted * np.log(seen.chance + 1e-7) + (1 - batch.wanted) * np.log(1 - seen.chance + 1e-7)
        return -float((batch.weight * right).sum())

    def step(self, rate: float) -> None:
        """Move the weights by Adam, and their running mean after them."""
        self.steps += 1
        for name, grad in self.grads.items():
            first, second = self.moments[name]
            first += 0.1 * (grad - first)
            second += 0.001 * (grad * grad - second)
            step = first / (1 - 0.9**self.steps) / (np.sqrt(second / (1 - 0.999**self.steps)) + 1e-8)
            self.w[name] -= (rate * (step + DECAY * self.w[name] * (not name.endswith("bias")))).astype(np.float32)
            self.mean_w[name] += 0.01 * (self.w[name] - self.mean_w[name])
