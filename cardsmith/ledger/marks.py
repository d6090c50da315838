"""Short marks of texts: GUIDs and digests, the same on every machine and for ever."""

import hashlib
from typing import Final

__all__ = ["digest", "guid"]

# 65 bits: among a million notes, the chance that any two share a mark is 1 in 70 million
_LENGTH: Final = 13
# 32 signs, so that each byte of a hash gives one, all equally often
_SIGNS: Final = b"abcdefghijklmnopqrstuvwxyz234567" * 8


def guid(key: str) -> str:
    """The GUID of a note that no record knows: 13 letters and digits, made from its key.

    Learners' decks hold these: whatever changes here gives every note of every learner twice.
    """
    return _mark(key, b"cardsmith guid 1")


def digest(text: str) -> str:
    """A mark that tells whether a text has changed; never equal to a GUID by design."""
    return _mark(text, b"cardsmith text 1")


def _mark(text: str, purpose: bytes) -> str:
    # a file name that is not UTF-8 holds lone surrogates
    raw = text.encode("utf-8", "surrogatepass")
    hashed = hashlib.blake2b(raw, digest_size=_LENGTH, person=purpose).digest()
    return hashed.translate(_SIGNS).decode("ascii")
