"""A value from a hostile page → the same value in letters that can be written down."""

from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")

# Halves of letters, which a page can smuggle in by `\ud83d` in its metadata and which no encoding can write.
HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def whole(value: Value) -> Value:
    """Return the value with every half letter replaced by one mark, so that all spans still fit."""
    try:
        msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.convert(mended(msgspec.to_builtins(value)), type(value))
    return value


def mended(plain: Any) -> Any:
    """Return lists, mappings and texts with their half letters replaced."""
    match plain:
        case str():
            return plain.translate(HALVES)
        case list() | tuple():
            return [mended(each) for each in plain]
        case dict():
            return {name: mended(each) for name, each in plain.items()}
    return plain
