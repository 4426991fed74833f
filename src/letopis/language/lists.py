"""A language's code and a list's name → the words somebody wrote down for it.

The lists lie beside this module, in a folder a language: `<code>/<name>.txt` holds one entry a line,
`<code>/<name>.tsv` entries of columns set apart by tabs. Lines that begin with `#` are for the reader of the file.
"""

from functools import cache
from importlib.resources import files


def plain(word: str) -> str:
    """Return the word with «е» for «ё», as every list and every lemma has it."""
    # Papers print «е» for «ё» as they like; replacing is far faster than a table of translation.
    return word.replace("ё", "е").replace("Ё", "Е")


@cache
def word_list(code: str, name: str) -> frozenset[str]:
    """Return the entries of `<code>/<name>.txt`, «ё» written «е»; empty where the language has no such list."""
    return frozenset(plain(line) for line in lines(code, f"{name}.txt"))


@cache
def table(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `<code>/<name>.tsv`, «ё» in the first column written «е»; empty if there is none."""
    rows = (tuple(cell.strip() for cell in line.split("\t")) for line in lines(code, f"{name}.tsv"))
    return tuple((plain(key), *rest) for key, *rest in rows)


def lines(code: str, file: str) -> list[str]:
    """Return the lines of a list that are meant for the program."""
    folder = files(__package__) / code
    if not code.isalpha() or not (folder / file).is_file():
        return []
    read = (folder / file).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in read if line.strip() and not line.startswith("#")]
