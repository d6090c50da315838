"""Words so general that one says as much as another, and forms of one word."""

from functools import lru_cache
from typing import Final

from cardsmith.grammar import stem

__all__ = ["WEIGHTS", "is_general", "same_root", "same_thing"]

# adjectives that only praise or weigh: one of them for another changes no fact
WEIGHTS: Final = frozenset(
    map(
        stem,
        """advanced basic better broad central classic clear common comprehensive considerable
        critical crucial deep detailed diverse effective efficient essential evident extensive
        extreme famous fundamental general great illustrative important innovative integral key
        large main major many meaningful modern multiple necessary new notable numerous particular
        powerful precise primary prime profound prominent remarkable rich significant similar
        simple sophisticated specific straightforward strong substantial traditional typical unique
        useful valuable various vast vital wide widespread""".split(),
    )
)
# things of which one is as good as the other: "one of its features", "one of its aspects"
_GENERAL: Final = frozenset(
    map(
        stem,
        """ability advance advancement anyone approach area aspect basis capacity category component
        concept connection construct context contribution development domain effect
        element event example factor feature field form foundation framework function
        idea impact importance individual influence instance issue kind knowledge level manner
        matter means mechanism method model nature notion number part pattern people person
        phenomena phenomenon portion principle procedure process property purpose quality range
        relation relationship result role rule set significance somebody someone sort strategy study
        system technique term theory thing tool topic trend type understanding value way
        work""".split(),
    )
)
# so many letters in common are a root
_ROOT: Final = 4
# what a root ends in, after the stemmer: "caus" and "causat", but not "hydrogen" and "hydroxid"
_ENDINGS: Final = frozenset(
    """a abl al ali anc ant ar ari at ation e ement en enc ent er ful i ian ibl ic ifi if ing ion
    ism ist iti iv iz less ment n ness or ori ous s t ti tion ur y""".split()
) | {""}


def is_general(one: str) -> bool:
    """Whether a stem names things of no kind of their own."""
    return one in _GENERAL


def same_thing(one: str, other: str) -> bool:
    """Whether two stems are of one family, or so general that either will do."""
    return (one in _GENERAL and other in _GENERAL) or same_root(one, other)


@lru_cache(maxsize=4096)
def same_root(one: str, other: str) -> bool:
    """Whether two stems are one but for what words end in."""
    root = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        root += 1
    # the ending of one may begin as the other one does: "analysi", "analyst"
    return any(one[at:] in _ENDINGS and other[at:] in _ENDINGS for at in range(_ROOT, root + 1))
