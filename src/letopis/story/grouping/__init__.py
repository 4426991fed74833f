"""Articles → groups that tell one event: terms, weights, neighbours, the cut, reprints."""
