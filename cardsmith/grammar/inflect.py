"""The forms of English verbs, the base of any form, and a or an by sound."""

import re
from functools import cache, lru_cache
from typing import Final

from cardsmith.grammar.irregular import DOUBLING, PAST, SHORT_FORMS
from cardsmith.grammar.plurals import singular
from cardsmith.grammar.tagger import CODES, model

__all__ = ["article", "gerund", "lemma", "participle", "past", "third_person"]

_SHORT: Final = re.compile(r"(?:qu|[^aeiou])*[aeiou][bdgklmnprtvz]")  # stop, plan, quit
_TAKES_ES: Final = re.compile(r".*(?:s|x|z|ch|sh|[^aeiou]o)", re.DOTALL)
_CONSONANT_Y: Final = re.compile(r".*[^aeiou]y", re.DOTALL)
_YOU_SOUND: Final = re.compile(
    r"(?:uni(?!n|m)|us[eua]|ut[ei]|ub[ie]|ur[ao](?!n?l)|uk|eu|ew|one(?!i)|once|oui)", re.IGNORECASE
)
_SILENT_H: Final = re.compile(r"(?:hour|honou?r|honest|heir|herb\b)", re.IGNORECASE)
_INITIALS: Final = re.compile(r"[A-Z](?![a-z])")
# Capitals that are read as a word: "a NASA mission", but "an MRI".
_READ_AS_WORD: Final = re.compile(r"(?:[B-DF-HJ-NP-TV-Z]?[AEIOU][B-DF-HJ-NP-TV-Z]?){2,}")
_EIGHT: Final = re.compile(r"8|1[18](?!\d)")
_VERB: Final = frozenset((CODES["VB"], CODES["VBP"]))
_VERB_TAGS: Final = frozenset("MD VB VBD VBG VBN VBP VBZ".split())
_REMEMBERED: Final = 20_000
_THIRD: Final = {"be": "is", "do": "does", "go": "goes", "have": "has", "undergo": "undergoes"}


def third_person(base: str) -> str:
    """The form after a singular subject: "carry" gives "carries"."""
    if base in _THIRD:
        return _THIRD[base]
    if _CONSONANT_Y.fullmatch(base):
        return base[:-1] + "ies"
    return base + ("es" if _TAKES_ES.fullmatch(base) else "s")


def gerund(base: str) -> str:
    """The form in -ing: "run" gives "running"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def past(base: str) -> str:
    """The simple past: "take" gives "took"."""
    return PAST[base][0] if base in PAST else _regular_past(base)


def participle(base: str) -> str:
    """The past participle: "take" gives "taken"."""
    return PAST[base][1] if base in PAST else _regular_past(base)


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if _CONSONANT_Y.fullmatch(base):
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _doubled(base: str) -> str:
    if base.endswith("ic"):
        return base + "k"
    return base + base[-1:] if base in DOUBLING or _SHORT.fullmatch(base) else base


def article(word: str) -> str:
    """``a`` or ``an``, by the sound that a word begins with."""
    first = word[:1]
    if _INITIALS.match(word) and not _READ_AS_WORD.fullmatch(word):
        return "an" if first in "AEFHILMNORSX" else "a"
    if first.isdigit():
        return "an" if _EIGHT.match(word) else "a"
    vowel = first != "" and first.lower() in "aeiou" and not _YOU_SOUND.match(word)
    return "an" if vowel or _SILENT_H.match(word) else "a"


# ---------------------------------------------------------------- back to the base


@lru_cache(maxsize=_REMEMBERED)
def lemma(word: str, tag: str) -> str:
    """The form under which a dictionary has a word with this Penn tag; names stay as they are."""
    if tag in ("NNP", "NNPS"):
        return word
    small = word.lower()
    if tag == "NNS":
        return singular(small)
    return _base(small, tag) if tag in _VERB_TAGS else small


@cache
def _irregular_verbs() -> dict[str, str]:
    found = dict(SHORT_FORMS)
    for base, forms in PAST.items():
        for form in forms:
            found.setdefault(form, base)
    return found


def _base(small: str, tag: str) -> str:
    if small in ("'s", "’s"):
        return "be"
    if small in SHORT_FORMS and not (small == "lay" and tag in ("VB", "VBP")):
        return SHORT_FORMS[small]
    if tag in ("VB", "VBP", "MD"):
        return small
    if tag in ("VBD", "VBN") and small in _irregular_verbs():
        return _irregular_verbs()[small]
    return _known_base(small, {"VBZ": "s", "VBG": "ing"}.get(tag, "ed"))


def _known_base(small: str, ending: str) -> str:
    """The base among the words that might have taken an ending: the one that is a known verb."""
    if not small.endswith(ending):
        return small
    options = _bases(small.removesuffix(ending), ending)
    known = model().known
    for option in options:
        if option in PAST or not _VERB.isdisjoint(known.get(option, "")):
            return option
    return _unknown_base(small.removesuffix(ending), options)


def _bases(stem: str, ending: str) -> list[str]:
    if ending == "s":
        if stem.endswith("ie"):
            return [stem[:-2] + "y", stem]
        return [stem, stem[:-1]] if stem.endswith("e") else [stem]
    options = [stem, stem[:-1], stem + "e"] if _ends_doubled(stem) else [stem + "e", stem]
    if stem.endswith("i") and ending == "ed":
        options.insert(0, stem[:-1] + "y")
    return [*options, stem[:-1]] if stem.endswith("ick") else options


def _ends_doubled(stem: str) -> bool:
    return stem[-1:] == stem[-2:-1] and stem[-1:] not in "aeiou"


# What an unknown stem in these sounds ends in is most often a lost -e.
_TAKES_E: Final = re.compile(
    r".*(?:[aou]t|[iy]z|[aeiour]c|[aeiou]s|v|u|[^aeioul]l|dg|ng|rg|[aeiou][kgn]|[au]r|[^a]ir|ever|dher|rfer)",
    re.DOTALL,
)


def _unknown_base(stem: str, options: list[str]) -> str:
    if stem.endswith(("i", "ie")) or len(options) == 1:
        return options[0]
    if stem.endswith("ick"):
        return stem[:-1]
    if _ends_doubled(stem):
        return stem if stem.endswith(("ss", "ll", "zz", "ff")) else stem[:-1]
    return stem + "e" if _TAKES_E.fullmatch(stem) else stem
