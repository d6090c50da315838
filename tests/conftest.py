"""What holds for all tests: the same examples in every run, so that a failure is no luck."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
