"""Whether a prepositional group belongs to the noun before it or to the verb."""

import re
from typing import Final

from cardsmith.grammar.questions.asked import Scene
from cardsmith.grammar.questions.dates import is_date
from cardsmith.grammar.questions.kinds import PERSONS
from cardsmith.grammar.questions.prepositions import GIVING_UP, OF_NOUNS, OF_VERBS
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["DEFINING", "stays_with_noun", "telling"]

_ALWAYS: Final = frozenset(
    """about against among behind between beyond concerning like of regarding surrounding toward
    towards versus""".split()
) | {"such as"}
# After these all that follows tells what the noun is.
DEFINING: Final = frozenset("comprise consist denote encompass entail mean refer".split())
# After these an infinitive tells what the noun is for: "offers tools to cut wood".
_GIVING: Final = frozenset(
    "contain give have include involve lack offer present propose provide".split()
)
# Nouns that an infinitive completes: "the ability to see".
_TAKING_TO: Final = frozenset(
    """ability aspiration attempt campaign capacity chance commitment decision desire
    determination drive duty effort failure fight freedom hope inability incentive initiative
    intention longing means mechanism method motivation move need obligation opportunity
    permission plan potential power pressure race responsibility right rush struggle tendency
    tool urge way willingness wish""".split()
)
# "in many ways" tells of a deed.
_MANNERS: Final = frozenset("fashion manner way".split())
# "with ease" too.
_CARES: Final = frozenset(
    "accuracy care caution clarity confidence ease enthusiasm mind precision respect skill".split()
)
# These follow a noun more often than a verb, but for the verbs that ask for them.
_USUALLY: Final = frozenset("for on over to with".split())
_ASKING: Final = frozenset(("WDT", "WP", "WRB"))
_SHORTEST_TOLD: Final = 3
_OF_DEEDS: Final = frozenset("in from at within".split())
_NOT_OF_PEOPLE: Final = frozenset("as at for into over through to".split())
_DEED: Final = re.compile(r".*(?:[tsc]ion|ment|ance|ence|ity|age|al|ness|ism|sis)", re.DOTALL)


def stays_with_noun(scene: Scene, noun: Part, following: Part) -> bool:
    """Whether ``following`` tells of the last noun of ``noun``: "access" takes "to"."""
    if not scene.touches(noun.end, following.start):
        return False
    if following.kind is PartKind.INFINITIVE:
        return _takes_deed(scene, noun, following)
    if following.kind is not PartKind.PREPOSITION and not telling(scene, following):
        return False
    if is_date(scene, following) or _is_manner(scene, following):
        return False
    heads = _heads(scene, noun)
    if noun.kind is PartKind.NOUN and _of_people(scene, heads, following):
        return False
    # "insights into the species in the lake": a noun behind a noun keeps its place
    chained = following.opener == "in" and noun is not scene.first
    chained = chained or (noun.opener == "as" and following.opener in _USUALLY)
    return chained or _claims(scene, heads, following)


def _takes_deed(scene: Scene, noun: Part, deed: Part) -> bool:
    """Whether an infinitive belongs to a noun: "the ability to see", "tasks to be done"."""
    passive = scene.text(deed.start + 1, deed.start + 2) == "be"
    giving = scene.clause.verb.lemma in _GIVING and noun is scene.first
    named = passive or giving or noun.opener == "as"  # "serves as a way to learn"
    return named or any(head in _TAKING_TO for head in _heads(scene, noun))


def _is_manner(scene: Scene, part: Part) -> bool:
    """Whether a group tells how something is done: "in many ways", "with care"."""
    last = scene.tokens[part.end - 1].lemma.lower()
    return last in _MANNERS or (part.opener == "with" and last in _CARES)


def _of_people(scene: Scene, heads: list[str], following: Part) -> bool:
    """Whether people are only the object of a deed: "alerts users to a risk"."""
    gerund = scene.is_tagged(following.start + 1, "VBG")
    deed = following.opener in _NOT_OF_PEOPLE or (following.opener == "in" and gerund)
    return deed and not PERSONS.isdisjoint(heads[-1:])


def telling(scene: Scene, part: Part) -> bool:
    """Whether a part is a preposition with a question in it: "into how plants grow"."""
    if part.kind is not PartKind.SUBORDINATE or part.end - part.start < _SHORTEST_TOLD:
        return False
    first, second = scene.tokens[part.start : part.start + 2]
    asking = first.tag == "IN" and second.tag in _ASKING
    return asking and all(
        token.tag not in (",", ":") for token in scene.tokens[slice(part.start, part.end)]
    )


def _heads(scene: Scene, noun: Part) -> list[str]:
    return [
        scene.kind(group) for group in scene.reading.nouns if noun.start <= group.start < noun.end
    ]


def _claims(scene: Scene, heads: list[str], following: Part) -> bool:
    opener = following.opener
    gerund = scene.is_tagged(following.start + 1, "VBG")
    if opener == "in" and gerund:  # "a step in building"
        return True
    verb = scene.clause.verb
    asked = verb.lemma in OF_VERBS.get(opener, ())
    if opener in _ALWAYS or verb.lemma in DEFINING:
        return not asked
    if opener == "by":
        return not verb.passive and not gerund
    if any(head in OF_NOUNS.get(opener, ()) for head in heads):
        return not asked or verb.lemma in GIVING_UP
    deed = opener in _OF_DEEDS and any(_DEED.fullmatch(head) for head in heads)
    return not asked and (deed or opener in _USUALLY)
