"""A folder → the one right to write in it, held by one process at a time."""

import fcntl
import os
from datetime import datetime
from pathlib import Path

from letopis.errors import ArchiveLocked


class WriterLock:
    """The right to write in a folder. The system takes it back when its holder dies, however it dies."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.handle = os.open(folder / "writer.lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(self.handle, 200, 0).decode("utf-8", "replace").strip()
            os.close(self.handle)
            raise ArchiveLocked(str(folder), holder or "a process that has just begun") from error
        os.ftruncate(self.handle, 0)
        os.pwrite(self.handle, f"process {os.getpid()} since {now:%Y-%m-%d %H:%M} UTC\n".encode(), 0)

    def free(self) -> None:
        """Let others write."""
        os.ftruncate(self.handle, 0)
        os.close(self.handle)
