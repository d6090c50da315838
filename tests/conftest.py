"""What holds for all tests: the same examples in every run, so that a failure is no luck.

``pytest --hypothesis-profile=wide`` searches for new ones.
"""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("wide", derandomize=False, max_examples=500, deadline=None)
settings.load_profile("repeatable")
