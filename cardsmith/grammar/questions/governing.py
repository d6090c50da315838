"""Which prepositions belong to which verbs, adjectives and nouns."""

from typing import Final

__all__ = ["BY_ADJECTIVE", "BY_NOUN", "BY_VERB"]

# Verb and preposition, active and passive: "consists of", "is based on".
BY_VERB: Final = frozenset(
    """absorb+into account+for act+as act+on adapt+to adhere+to advocate+for aid+in aim+at
    align+with allow+for apply+to arise+from arrange+in assist+in associate+with attach+to
    attribute+to base+on begin+with belong+to benefit+from bind+to break+into build+on
    call+for categorize+into cater+to center+around classify+as classify+into
    coincide+with compare+to compete+for compose+of comprise+of concern+with conform+to
    connect+to consist+of contrast+with contribute+to convert+into convert+to correlate+with
    correspond+to couple+with cover+with culminate+in deal+with dedicate+to define+as
    depend+on depict+as deposit+in derive+from describe+as design+for develop+from
    develop+into differ+from dissolve+in divide+into draw+on emerge+as emerge+from
    engage+in equate+to equip+with escalate+into evolve+from evolve+into expose+to express+as
    express+in extend+to fill+with focus+on function+as ground+in group+into
    grow+into help+in integrate+into interact+with interfere+with intertwine+with
    invest+in involve+in know+as know+for lead+to lie+in limit+to link+to look+for make+from
    make+of manifest+as measure+in mix+with model+on name+after occur+in operate+on
    orbit+around organize+into originate+from participate+in pertain+to point+to
    protect+against protect+from provide+for react+with recognize+as recognize+for refer+to
    regard+as relate+to release+into rely+on remove+from replace+with represent+as
    resonate+with resort+to respond+to result+from result+in revolve+around root+in
    secrete+into see+as serve+as serve+for speak+to specialize+in split+into stand+for
    start+with stem+from store+in subject+to suffer+from tailor+to
    tie+to train+on transform+into translate+into transmit+to transport+to treat+with
    turn+into use+as use+for view+as write+in""".split()
)

# Adjective and preposition after "is".
BY_ADJECTIVE: Final = frozenset(
    """analogous+to associated+with aware+of based+on beneficial+for capable+of central+to
    characteristic+of comparable+to compatible+with composed+of consistent+with critical+for
    crucial+for dependent+on due+to effective+for equal+to equivalent+to essential+for
    famous+for foundational+to fundamental+to identical+to important+for independent+of
    indicative+of inherent+in instrumental+in integral+to invaluable+for known+for linked+to
    necessary+for notable+for parallel+to perpendicular+to prone+to proportional+to
    related+to relevant+to renowned+for resistant+to responsible+for rich+in rich+with
    rooted+in sensitive+to similar+to soluble+in subject+to suitable+for susceptible+to
    useful+for valuable+for vital+for vulnerable+to""".split()
)

# A verb that only carries its noun, and the preposition of the noun.
BY_NOUN: Final = frozenset(
    """bear+resemblance+to exert+influence+on give+rise+to have+effect+on have+impact+on
    have+implication+for have+influence+on lay+foundation+for lay+groundwork+for
    pay+attention+to place+emphasis+on place+pressure+on play+part+in play+role+in pose+risk+to
    pose+threat+to shed+light+on take+part+in""".split()
)
