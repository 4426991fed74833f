"""A graph of weighted ties → groups: each node stands where its ties outweigh the crowd."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Graph = Mapping[int, Mapping[int, float]]


def groups(count: int, graph: Graph, density: float) -> list[list[int]]:
    """Cut a graph of nodes 0 … count − 1 into groups, each in the order of its nodes.

    Of all cuts one is sought with the greatest sum, over groups, of ties within less `density` for each pair within
    (the constant Potts model): what stands far away in the graph cannot change how a group is cut, as it can where
    modularity is maximised.
    """
    members = [[node] for node in range(count)]
    ties: Graph = graph
    while True:
        home = settled(ties, [len(group) for group in members], density)
        merged = gathered(members, home)
        if len(merged) == len(members):
            return sorted(sorted(group) for group in members)
        ties = between(ties, home)
        members = merged


def settled(ties: Graph, sizes: Sequence[int], density: float) -> list[int]:
    """Move each node to the group that gains most by it, until none moves; the groups are numbered from 0."""
    home = list(range(len(sizes)))
    crowd = list(sizes)
    moving = True
    while moving:
        moving = False
        for node, size in enumerate(sizes):
            crowd[home[node]] -= size
            best = best_home(node, ties.get(node, {}), home, crowd, density * size)
            moving = moving or best != home[node]
            home[node] = best
            crowd[best] += size
    return numbered(home)


def best_home(node: int, ties: Mapping[int, float], home: list[int], crowd: list[int], price: float) -> int:
    """Return the group that gains most by a node; it stays where it is unless another, or none, gains more."""
    drawn: dict[int, float] = defaultdict(float)
    for other, weight in ties.items():
        drawn[home[other]] += weight
    mine = home[node]
    gains = {group: weight - price * crowd[group] for group, weight in drawn.items() if group != mine}
    if not crowd[node]:
        gains[node] = 0.0
    best = max(sorted(gains), key=lambda group: gains[group], default=mine)
    stays = drawn.get(mine, 0.0) - price * crowd[mine]
    return best if gains.get(best, stays) > stays + 1e-9 else mine


def numbered(home: Sequence[int]) -> list[int]:
    """Number groups from 0 in the order of their first nodes."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in home]


def gathered(members: Sequence[list[int]], home: Sequence[int]) -> list[list[int]]:
    """Join the members of the nodes that went to one group."""
    joined: list[list[int]] = [[] for _ in range(max(home, default=-1) + 1)]
    for group, nodes in zip(home, members, strict=True):
        joined[group] += nodes
    return joined


def between(ties: Graph, home: Sequence[int]) -> Graph:
    """Return the ties between groups: the sums of the ties between their nodes."""
    sums: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for node, others in ties.items():
        for other, weight in others.items():
            if home[node] != home[other]:
                sums[home[node]][home[other]] += weight
    return sums
