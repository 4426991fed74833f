"""`python -m letopis` → the command line."""

from letopis.cli import main

main()
