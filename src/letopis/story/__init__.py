"""Readings → stories: same text twice, same statement twice, same event told twice."""
