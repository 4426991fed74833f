"""Traits → the chance that each leaf is part of the article: small convolutions along the page, looked at twice."""

import json
from functools import cache
from importlib.resources import files

import numpy as np

from letopis.page.labels.letters import Rows
from letopis.page.labels.pools import Pool, means
from letopis.page.labels.traits import Traits

Weights = dict[str, Rows]
STEPS = (1, 2, 4)
# 48 rows of 300 traits by 16 stay under the 262,144 products from which OpenBLAS uses threads.
BLOCK = 48


@cache
def net() -> Weights:
    """Return the weights of the trained net."""
    read = json.loads(files("letopis.page.labels").joinpath("weights.json").read_text("utf-8"))
    return {name: np.array(values, dtype=np.float32) for name, values in read.items()}


def chances(traits: Traits) -> Rows:
    """Return each leaf's chance to be the article's."""
    return chance(scores(traits, net()))


def chance(scores: Rows) -> Rows:
    """Return the chance that a score stands for."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)


def scores(traits: Traits, w: Weights) -> Rows:
    """Return each leaf's score, the second time in the light of how much of its surroundings is the article."""
    count, pools = len(traits.sizes), traits.pools
    rows = np.zeros((-(-count // BLOCK) * BLOCK, traits.rows.shape[1]), dtype=np.float32)
    rows[:count] = traits.rows
    h = layer(rows, w, "in", count)
    h += layer(along(h, 1), w, "conv0", count)
    h = layer(np.concatenate([h, *(means(h, pool) for pool in pools)], axis=1), w, "mix", count)
    for at, step in enumerate(STEPS, 1):
        h += layer(along(h, step), w, f"conv{at}", count)
    first = chance((h @ w["out"] + w["out_bias"])[:count, 0])
    seen = np.zeros((len(h), len(w["again"])), dtype=np.float32)
    seen[:, : h.shape[1]] = h
    seen[:count, h.shape[1] :] = company(first, traits.sizes, pools).T
    h += layer(seen, w, "again", count)
    h += layer(along(h, 1), w, "conv4", count)
    return np.asarray((h @ w["last"] + w["last_bias"])[:count, 0])


def layer(x: Rows, w: Weights, name: str, count: int) -> Rows:
    """Multiply by a kernel, a few rows at a time lest BLAS wake threads that only spin, and cut off below zero."""
    h = (x.reshape(-1, BLOCK, x.shape[1]) @ w[name]).reshape(len(x), -1)
    h += w[f"{name}_bias"]
    np.maximum(h, 0, out=h)
    h[count:] = 0
    return h


def along(h: Rows, step: int) -> Rows:
    """Lay each leaf beside the ones a step before and after it."""
    count, width = h.shape
    wide = np.zeros((count, 3 * width), dtype=np.float32)
    wide[step:, :width] = h[:-step]
    wide[:, width : 2 * width] = h
    wide[:-step, 2 * width :] = h[step:]
    return wide


def company(chance: Rows, sizes: Rows, pools: tuple[Pool, ...]) -> Rows:
    """Return each leaf's chance, and of its groups and the page how much is the article and how much of the article."""
    mass = (chance * sizes).astype(np.float32)
    whole = mass.sum() + np.float32(1)
    columns: list[Rows] = [chance, np.full_like(chance, whole / sizes.sum())]
    for pool in pools:
        inner = np.add.reduceat(mass[pool.order], pool.starts)
        share = inner / np.add.reduceat(sizes[pool.order], pool.starts)
        columns += [np.asarray(part[pool.back], dtype=np.float32) for part in (share, inner / whole)]
    return np.stack(columns)
