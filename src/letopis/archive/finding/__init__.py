"""A query and a text → whether they meet, and where: all of searching that needs no database."""
