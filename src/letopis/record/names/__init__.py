"""Parsed text → names: where they stand, whose they are, how a dictionary has them, and the roles beside them."""
