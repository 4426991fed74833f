"""Letopis keeps the record of the news: who said and did what, when, where, and according to whom."""

from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


def __getattr__(name: str) -> Any:
    """Fetch `read` when it is first asked for, so that `import letopis` costs nothing."""
    if name == "read":
        from letopis.flow import read  # noqa: PLC0415  (lazy on purpose: the models' libraries are heavy)

        return read
    raise AttributeError(f"module 'letopis' has no attribute {name!r}")
