"""A group number for each leaf → how to take sums over the groups, and means over them."""

from typing import NamedTuple

import numpy as np

from letopis.page.labels.letters import Ints, Rows


class Pool(NamedTuple):
    """How to take sums over groups: the order that brings them together, where each begins, the way back, its size."""

    order: Ints
    starts: Ints
    back: Ints
    sizes: Rows


def pooled(group: Ints) -> Pool:
    """Prepare sums over groups, whatever numbers they are known by; `back` numbers them from nought on."""
    order = group.argsort(kind="stable")
    ranked = group[order]
    change = np.empty(len(group), dtype=bool)
    change[0] = True
    np.not_equal(ranked[1:], ranked[:-1], out=change[1:])
    back = np.empty(len(group), dtype=np.int64)
    back[order] = change.cumsum() - 1
    return Pool(order, change.nonzero()[0], back, np.bincount(back).astype(np.float32)[:, None])


def means(h: Rows, pool: Pool) -> Rows:
    """Return for each leaf the mean over its group; the rows that only fill a block stay empty."""
    found = np.zeros_like(h)
    found[: len(pool.order)] = (np.add.reduceat(h[pool.order], pool.starts, axis=0) / pool.sizes)[pool.back]
    return found
