"""Flattened text → its lines as they were before they were broken, and the times that stand in it."""
