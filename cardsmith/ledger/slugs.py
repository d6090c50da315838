"""Names of subjects: what makes two spellings one, and how a name is spelled in files and tags."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from cardsmith.ledger.marks import digest
from cardsmith.markup import fold

__all__ = ["fold_subject", "slug", "slugs"]

_LONGEST: Final = 60
_MARK: Final = 6
# an apostrophe joins the letters around it, every other sign parts them
_DROPPED: Final = str.maketrans("", "", "'’ʼ`´")


def fold_subject(name: str) -> str:
    """A subject's name for comparing: case, spaces and punctuation do not count.

    ``+`` and ``#`` do, or C, C++ and C# were one subject; ``&`` is *and*.
    """
    text = fold(name)
    spelled = "".join(
        sign if _counts(sign) else " " for sign in text.translate(_DROPPED).replace("&", " and ")
    )
    return " ".join(spelled.split()) or text


def _counts(sign: str) -> bool:
    # the vowels of Hindi and Thai are marks (M), not letters
    return sign.isalnum() or sign in "+#" or unicodedata.category(sign).startswith("M")


def slug(name: str, longest: int = _LONGEST) -> str:
    """A name as lower-case ASCII for files and tags.

    Where letters are lost (no Latin ones, or too many), a mark of the whole name tells it apart.
    """
    folded = fold_subject(name)
    spelled = folded.replace("+", " plus ").replace("#", " sharp ")
    signs = [
        sign for sign in unicodedata.normalize("NFKD", spelled) if sign.isalnum() or sign == " "
    ]
    words = "-".join("".join(filter(str.isascii, signs)).split())
    if words and len(words) <= longest and all(map(str.isascii, signs)):
        return words
    cut = words[: longest - _MARK - 1].strip("-")
    return f"{cut}-{digest(folded)[:_MARK]}".lstrip("-")


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug for every name, no two alike; names in plain ASCII keep theirs."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names), key=lambda name: (not name.isascii(), name)):
        short = slug(name)
        if short in taken:
            short = f"{short}-{digest(name)[:_MARK]}"
        taken.add(short)
        found[name] = short
    return found
