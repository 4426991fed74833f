"""Words of Russian sentences → grammar, dependencies and names, by slovnet's models."""
