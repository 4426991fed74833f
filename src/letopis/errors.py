"""What went wrong, in the newsroom's words: errors that carry facts and say what to do."""


class LetopisError(Exception):
    """Anything a user should read as one line instead of a traceback; exit code 1."""

    exit_code = 1


class WrongUse(LetopisError):
    """The caller asked for something that makes no sense; exit code 2."""

    exit_code = 2


class NothingFound(LetopisError):
    """What was looked for is not there."""


class SourceMissing(WrongUse):
    """A file, folder or address that was asked for is not there."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: {reason}")


class SourceUnreadable(LetopisError):
    """A source is there, but cannot be read."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: cannot be read: {reason}")


class ArchiveLocked(LetopisError):
    """Another process is writing to the archive."""

    def __init__(self, place: str, holder: str) -> None:
        self.place = place
        self.holder = holder
        super().__init__(f"{place}: another letopis is writing here ({holder}); wait for it or use another --archive")


class ArchiveUnreadable(LetopisError):
    """The archive's files are damaged, from a newer Letopis, or not an archive at all."""

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(f"{place}: not an archive this Letopis can open: {reason}")


class ArchiveUnwritable(LetopisError):
    """The archive's disk takes nothing more; what was kept before is safe."""

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(f"{place}: cannot be written to: {reason}; what was kept before is safe")


class QueryWrong(WrongUse):
    """A search that cannot be understood; `position` is the offending character, counted from 0."""

    def __init__(self, query: str, position: int, reason: str) -> None:
        self.query = query
        self.position = position
        self.reason = reason
        super().__init__(f"query {query!r}, character {position + 1}: {reason}")
