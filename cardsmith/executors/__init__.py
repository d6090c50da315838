"""Ways to run work: each opens a ``concurrent.futures.Executor``."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from typing import Final

from cardsmith.executors import processes, serial

__all__ = ["EXECUTORS"]

EXECUTORS: Final[Mapping[str, Callable[[int], Executor]]] = {
    "processes": processes.opened,
    "serial": serial.opened,
}
