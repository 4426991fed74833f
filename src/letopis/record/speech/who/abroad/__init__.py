"""Who speaks in languages without grammar."""
