"""Chance that stays: ranks drawn from a seed and names, the same on every machine."""

from hashlib import blake2b

__all__ = ["rank"]


def rank(*names: object) -> int:
    """A number below 2**64 for a row of names; no order of the interpreter goes into it."""
    # NUL cannot occur in a name, so ("ab", "c") and ("a", "bc") never meet
    text = "\0".join(str(name) for name in names)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
