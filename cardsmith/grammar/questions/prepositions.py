"""Whether a preposition tells more of a noun or of a verb, as counts of many sentences say."""

from collections.abc import Mapping
from typing import Final

__all__ = ["GIVING_UP", "OF_NOUNS", "OF_VERBS"]

# By preposition: nouns that it often follows where they begin a sentence.
OF_NOUNS: Final[Mapping[str, frozenset[str]]] = {
    preposition: frozenset(nouns.split())
    for preposition, nouns in {
        "in": """advance advancement alteration belief breakthrough change confidence consistency
        course decline decrease defect degree development difference disparity disruption drop
        engagement error expert expertise fluctuation gap growth improvement increase inequality
        innovation interest investment involvement loss mutation participation progress reduction
        research rise role shift surge trend trust variability variation""",
        "for": """approach basis blueprint capacity case concern condition demand desire evidence
        foundation framework guideline implication incentive method model need opportunity
        platform potential preference reason requirement respect responsibility standard strategy
        support target test tool treatment""",
        "to": """access adaptation addition adherence adjustment alternative approach attention
        barrier commitment connection contribution damage entrance exposure limit opposition path
        pathway reaction relation relevance resistance response right sensitivity similarity
        solution susceptibility threat tolerance transition""",
        "with": """agreement association bond collaboration compliance connection contact
        engagement experience familiarity interaction issue partnership problem relationship""",
        "on": """attack ban book claim constraint dependence effect emphasis focus impact
        influence information law limit limitation perspective pressure reliance research
        restriction study tax toll""",
        "over": "advantage authority concern control debate dominance power",
        "into": "entry inquiry insight research",
        "from": """departure deviation distance escape exemption feedback freedom income protection
        relief revenue separation shift transition withdrawal""",
        "through": "flow journey movement navigation passage path transition transmission",
        "at": "attempt",
        "around": """controversy conversation debate discourse discussion misconception narrative
        stigma""",
        "as": """attractiveness career classification concept definition depiction function
        identification interpretation learning notion perception portrayal position recognition
        reputation role service status treatment work""",
        "towards": "attitude",
    }.items()
}
# By preposition: verbs that it often follows where their object stands before them.
OF_VERBS: Final[Mapping[str, frozenset[str]]] = {
    preposition: frozenset(verbs.split())
    for preposition, verbs in {
        "for": """account allocate blame celebrate credit criticize exchange favor mistake monitor
        optimize praise prepare prescribe punish recommend reward screen search select substitute
        use""",
        "from": """acquire derive distinguish draw exclude extract gain generate inherit learn
        obtain pass protect receive release remove source transfer transform""",
        "with": """adorn align approach associate balance combine compare confuse connect contrast
        correlate couple cover credit diagnose equip fill greet help imbue infuse integrate
        intertwine link meet mix pair present provide replace share supply surround target task
        treat update""",
        "to": """add allocate apply assign attach attract attribute award bind bring carry commit
        compare confine connect contribute convert dedicate deliver devote direct distribute
        donate draw entitle export expose extend forward give grant introduce issue lead lend
        limit link offer owe pass pay present provide raise reduce refer relate report return sell
        send subject submit suit supply tailor take tie transfer transform translate transmit
        transport""",
        "on": "base build depend exert focus impose place put spend train update",
        "over": "choose favor prefer prioritize spread value",
        "toward": "direct drive guide move push shift steer turn",
        "towards": "direct drive guide move push shift steer turn",
    }.items()
}
# These give up their preposition to a noun that asks for it: "gives access to the sea".
GIVING_UP: Final = frozenset(
    """add bring carry draw extend give grant introduce lead lend limit offer pass present provide
    send supply take transport""".split()
)
