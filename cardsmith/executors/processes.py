"""Work spread over processes of this machine."""

from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context

__all__ = ["opened"]


def opened(jobs: int) -> Executor:
    """A pool of ``jobs`` processes, started afresh: a fork would copy threads and locks."""
    return ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"))
