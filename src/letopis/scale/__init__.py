"""Hands out a `map`: in process, or many processes; knows no rooms."""
