"""Values → rows and back: the archive's SQL, one statement one function, a module a family of tables."""
