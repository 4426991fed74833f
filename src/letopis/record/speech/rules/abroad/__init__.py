"""Quotations in languages of whose grammar and verbs nothing is known."""
