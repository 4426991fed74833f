"""Names in languages without grammar, by capitals and by lists."""
