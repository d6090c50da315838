"""The time of a release: said on the command line, by the environment, or by the clock."""

import os
import time
from datetime import UTC, datetime

from cardsmith.diagnostics import CardsmithError

__all__ = ["moment", "release_time"]


def release_time(said: str) -> int:
    """Seconds since 1970: ``said`` (seconds or ISO 8601), ``SOURCE_DATE_EPOCH``, or now.

    Raises:
        CardsmithError: a time that cannot be read.
    """
    for name, value in (
        ("--release-time", said),
        ("SOURCE_DATE_EPOCH", os.environ.get("SOURCE_DATE_EPOCH", "")),
    ):
        if value:
            return moment(name, value)
    return int(time.time())


def moment(name: str, value: str) -> int:
    """Seconds since 1970 of a time as people write it, for the option ``name``.

    Raises:
        CardsmithError: a time that cannot be read.
    """
    if value.isdecimal():
        return int(value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise CardsmithError(
            f"{name}: {value!r} is no time; write 2026-11-24T08:00:00Z, or seconds since 1970"
        ) from None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
