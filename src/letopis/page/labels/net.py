"""Traits → the chance that each leaf is part of the article: small convolutions along the page."""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from letopis.page.labels.traits import Ints, Rows, Traits

Weights = dict[str, Rows]
STEPS = (1, 2, 4)
FARTHEST = 4
# 24 rows of 280 traits by 32 stay under the 262,144 products from which OpenBLAS uses threads.
BLOCK = 24


class Pool(NamedTuple):
    """How to take means over a group: the order that brings it together, where each begins, its size, the way back."""

    order: Ints
    starts: Ints
    sizes: Rows
    back: Ints


@cache
def nets() -> Weights:
    """Return the weights of the trained nets, one above another: they are worked out together."""
    read = json.loads(files("letopis.page.labels").joinpath("weights.json").read_text("utf-8"))
    stacked = {name: np.stack([np.array(net[name], dtype=np.float32) for net in read]) for name in read[0]}
    # A bias is added to every row of its net.
    return {name: values[:, None] if name.endswith("bias") else values for name, values in stacked.items()}


def chances(traits: Traits) -> Rows:
    """Return each leaf's chance to be the article's: what the nets think on average."""
    w = nets()
    # All nets were trained on rows of one mean and scale.
    rows = np.clip((traits.rows - w["mean"][0]) * w["scale"][0], -FARTHEST, FARTHEST)
    scores = np.clip(score(rows, tuple(map(pooled, traits.groups)), w).mean(axis=0), -30, 30)
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)


def score(rows: Rows, pools: tuple[Pool, ...], w: Weights) -> Rows:
    """Return each net's score for each leaf."""
    h = relu(times(rows[None], w["in"]) + w["in_bias"])
    h = h + relu(times(along(h, 1), w["conv0"]) + w["conv0_bias"])
    seen = np.concatenate([h, *(means(h, pool) for pool in pools)], axis=2)
    h = relu(times(seen, w["mix"]) + w["mix_bias"])
    for at, step in enumerate(STEPS, 1):
        h = h + relu(times(along(h, step), w[f"conv{at}"]) + w[f"conv{at}_bias"])
    return np.asarray((times(h, w["out"]) + w["out_bias"])[:, :, 0], dtype=np.float32)


def times(h: Rows, kernel: Rows) -> Rows:
    """Multiply each net's rows by its kernel, a few rows at a time, lest BLAS wake threads that only spin."""
    nets, count, width = h.shape
    blocks = np.zeros((nets, -(-count // BLOCK) * BLOCK, width), dtype=np.float32)
    blocks[:, :count] = h
    product = blocks.reshape(nets, -1, BLOCK, width) @ kernel[:, None]
    return np.asarray(product.reshape(len(kernel), -1, kernel.shape[2])[:, :count])


def relu(x: Rows) -> Rows:
    """Cut off below zero."""
    return np.maximum(x, 0)


def along(h: Rows, step: int) -> Rows:
    """Lay each leaf beside the ones a step before and after it."""
    count, width = h.shape[1:]
    wide = np.zeros((len(h), count, 3 * width), dtype=np.float32)
    wide[:, step:, :width] = h[:, :-step]
    wide[:, :, width : 2 * width] = h
    wide[:, :-step, 2 * width :] = h[:, step:]
    return wide


def pooled(group: Ints) -> Pool:
    """Prepare the means over a group."""
    order = np.argsort(group, kind="stable")
    ranked = group[order]
    change = np.concatenate([[True], ranked[1:] != ranked[:-1]])
    starts = np.flatnonzero(change)
    back = np.empty(len(group), dtype=np.int64)
    back[order] = np.cumsum(change) - 1
    sizes = np.diff(starts, append=len(group)).astype(np.float32)[:, None]
    return Pool(order, starts, sizes, back)


def means(h: Rows, pool: Pool) -> Rows:
    """Return for each leaf the mean over its group."""
    sums = np.add.reduceat(h[:, pool.order], pool.starts, axis=1) / pool.sizes
    return np.asarray(sums[:, pool.back], dtype=np.float32)
