"""`letopis version`: which Letopis this is."""

import letopis


def version() -> None:
    """Print the version. Example: letopis version."""
    print(f"letopis {letopis.__version__}")
