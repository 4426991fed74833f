"""Traits → the chance that each leaf is part of the article: a small convolution along the page."""

import json
from functools import cache
from importlib.resources import files

import numpy as np

from letopis.page.labels.traits import Ints, Rows, Traits

Weights = dict[str, Rows]
STEPS = (1, 2, 4)


@cache
def weights() -> Weights:
    """Return the trained weights."""
    read = json.loads(files("letopis.page.labels").joinpath("weights.json").read_text("utf-8"))
    return {name: np.array(values, dtype=np.float32) for name, values in read.items()}


def chances(traits: Traits) -> Rows:
    """Return each leaf's chance to be the article's."""
    return np.asarray(1 / (1 + np.exp(-np.clip(score(traits, weights()), -30, 30))), dtype=np.float32)


def score(traits: Traits, w: Weights) -> Rows:
    """Return each leaf's score."""
    rows = (traits.rows - w["mean"]) * w["scale"]
    h = relu(np.clip(rows, -4, 4) @ w["in"] + w["in_bias"])
    h = h + relu(along(h, w["conv0"], 1) + w["conv0_bias"])
    seen = np.concatenate([h, *(mean_of(h, group) for group in traits.groups)], axis=1)
    h = relu(seen @ w["mix"] + w["mix_bias"])
    for at, step in enumerate(STEPS, 1):
        h = h + relu(along(h, w[f"conv{at}"], step) + w[f"conv{at}_bias"])
    return np.asarray((h @ w["out"] + w["out_bias"])[:, 0], dtype=np.float32)


def relu(x: Rows) -> Rows:
    """Cut off below zero."""
    return np.maximum(x, 0)


def along(h: Rows, kernel: Rows, step: int) -> Rows:
    """Convolve along the page: each leaf with the ones a step before and after it."""
    padded = np.pad(h, ((step, step), (0, 0)))
    return np.concatenate([padded[: len(h)], h, padded[2 * step :]], axis=1) @ kernel


def mean_of(h: Rows, group: Ints) -> Rows:
    """Return for each leaf the mean over its group."""
    order = np.argsort(group, kind="stable")
    ranked = group[order]
    starts = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
    sums = np.add.reduceat(h[order], starts, axis=0) / np.diff(np.r_[starts, len(group)])[:, None]
    back = np.empty(len(group), dtype=np.int64)
    back[order] = np.cumsum(np.r_[False, ranked[1:] != ranked[:-1]])
    return np.asarray(sums[back], dtype=np.float32)
