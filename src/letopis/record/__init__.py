"""Article → Record: people, statements, events, moments, sources; each with its span and rule."""
