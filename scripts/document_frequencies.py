"""Folders of plain texts → a list of how many of them each term stands in: `language/<code>/frequencies.tsv`.

usage: python scripts/document_frequencies.py CODE FOLDER… > src/letopis/language/CODE/frequencies.tsv
"""

import sys
from collections import Counter
from pathlib import Path

from letopis.language.detect import language_of
from letopis.story.grouping.terms import told

FEWEST = 4


def main() -> None:
    """Print the list."""
    code, *folders = sys.argv[1:]
    texts = (path.read_text(encoding="utf-8") for folder in folders for path in sorted(Path(folder).rglob("*.txt")))
    bags = [told(0, text, code, None).bag for text in texts if language_of(text) == code]
    counts = Counter(term for bag in bags for term in bag)
    print("# In how many documents of ordinary news each term stands; made by scripts/document_frequencies.py.")
    print("# The first row says how many documents were counted.")
    print(f"*\t{len(bags)}")
    for term, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        if count >= FEWEST and not term.startswith("#"):
            print(f"{term}\t{count}")


if __name__ == "__main__":
    main()
