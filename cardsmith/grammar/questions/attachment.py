"""Whether a prepositional group belongs to the noun before it or to the verb."""

import re
from collections.abc import Mapping
from typing import Final

from cardsmith.grammar.questions.asked import Scene
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["stays_with_noun"]

_ALWAYS: Final = frozenset(
    """about against among behind between beyond concerning like of regarding surrounding toward
    towards""".split()
)
_OF_NOUNS: Final[Mapping[str, frozenset[str]]] = {
    preposition: frozenset(nouns.split())
    for preposition, nouns in {
        "in": """advance advancement belief change confidence decline decrease development
        difference disparity drop expert expertise gap growth improvement increase inequality
        interest investment involvement participation progress reduction rise role shift trend
        variation fluctuation breakthrough error defect alteration course degree trust
        engagement loss surge""",
        "for": """basis capacity case concern condition demand evidence foundation framework
        guideline implication incentive need opportunity platform potential preference reason
        requirement respect responsibility support target test tool treatment model standard
        blueprint approach method strategy""",
        "to": """access adaptation addition adherence adjustment alternative approach attention
        barrier commitment connection contribution damage exposure limit opposition path
        pathway reaction relation relevance resistance response right sensitivity similarity
        solution susceptibility threat transition tolerance entrance""",
        "with": """agreement association collaboration compliance connection contact experience
        familiarity interaction partnership problem relationship engagement bond issue""",
        "on": """attack ban book claim constraint dependence effect emphasis focus impact
        influence information law limit limitation perspective pressure reliance research
        restriction study tax toll""",
        "over": "control power debate dominance advantage concern authority",
        "into": "insight research entry inquiry",
        "from": "protection freedom income revenue feedback",
        "at": "attempt",
        "as": "status reputation",
    }.items()
}


# These follow a noun more often than a verb, but for the verbs that ask for them.
_USUALLY: Final = frozenset("as for on over to with".split())
_OF_VERBS: Final[Mapping[str, frozenset[str]]] = {
    preposition: frozenset(verbs.split())
    for preposition, verbs in {
        "for": "use prepare search exchange blame punish reward mistake substitute select",
        "with": """provide replace combine supply equip associate align fill share compare
        treat confuse connect infuse mix surround cover help present integrate balance link""",
        "to": """add apply attach attribute bring carry compare connect contribute convert
        deliver devote distribute draw expose extend give grant introduce lead lend limit link
        offer owe pass present provide reduce refer relate return sell send subject supply
        tailor tie transfer transform translate transmit transport take bind donate assign""",
        "on": "base build place put impose depend focus spend",
        "as": """classify define describe establish identify recognize regard see serve treat use
        view""",
        "over": "spread prefer",
    }.items()
}
# Nouns that an infinitive completes: "the ability to see".
_TAKING_TO: Final = frozenset(
    """ability attempt capacity chance commitment decision desire duty effort failure freedom
    incentive intention motivation need obligation opportunity permission plan potential power
    pressure responsibility right tendency way willingness""".split()
)
_OF_DEEDS: Final = frozenset("in from at within through".split())
_DEED: Final = re.compile(r".*(?:[tsc]ion|ment|ance|ence|ity|age|al|ness|ism|sis)", re.DOTALL)


def stays_with_noun(scene: Scene, noun: Part, following: Part) -> bool:
    """Whether ``following`` tells of the last noun of ``noun``: "access" takes "to"."""
    if not scene.touches(noun.end, following.start):
        return False
    if following.kind is PartKind.INFINITIVE:
        return any(head in _TAKING_TO for head in _heads(scene, noun))
    if following.kind is not PartKind.PREPOSITION:
        return False
    return _claims(scene, _heads(scene, noun), following)


def _heads(scene: Scene, noun: Part) -> list[str]:
    return [
        scene.kind(group) for group in scene.reading.nouns if noun.start <= group.start < noun.end
    ]


def _claims(scene: Scene, heads: list[str], following: Part) -> bool:
    opener = following.opener
    gerund = scene.tokens[following.start + 1].tag == "VBG"
    if opener == "in" and gerund:  # "a step in building"
        return True
    if opener in _ALWAYS:
        return True
    if opener == "by":
        return not scene.clause.verb.passive and not gerund
    if any(head in _OF_NOUNS.get(opener, ()) for head in heads):
        return True
    if opener in _USUALLY:
        return scene.clause.verb.lemma not in _OF_VERBS.get(opener, ())
    return opener in _OF_DEEDS and any(_DEED.fullmatch(head) for head in heads)
