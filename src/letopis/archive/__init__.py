"""All values → kept and found again; the one door to databases."""
