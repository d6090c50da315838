"""Exit codes, which scripts rely on."""

from enum import IntEnum

__all__ = ["Exit"]


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    CONTENT = 1  # faults in documents; the others were built
    COMMAND = 2  # a wrong command or wrong settings; nothing was done
    LOSS = 3  # identities would be lost; nothing was written
