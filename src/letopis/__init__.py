"""Letopis keeps the record of the news: who said and did what, when, where, and according to whom."""

__version__ = "0.1.0"
