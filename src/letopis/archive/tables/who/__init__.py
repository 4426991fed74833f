"""Names in records → rows of people, and back: who is who."""
