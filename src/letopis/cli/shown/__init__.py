"""Values → the terminal: title, hairline, indented notes; few colours, each with a meaning."""
