"""One verb a file: what was asked, what the rooms answer, how it is shown."""
