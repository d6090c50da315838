"""The wordings that name a formula: "X is given by", "the formula for X is", "X's law states"."""

import re
from typing import Final

__all__ = [
    "ATTACHED",
    "BY",
    "CLAUSES",
    "EXAMPLE",
    "FOR",
    "FORM",
    "IT",
    "LAWFUL",
    "LEADS",
    "NAME",
    "NOUN",
    "PLAIN",
    "RELATED",
    "SCENE",
    "SPOKEN",
    "STATES",
    "SUBJECT",
    "SUBJECT_OF",
    "TO",
    "VAGUE",
    "WHICH",
]

_FORMULA: Final = (
    r"(?:the )?(?:following )?(?:mathematical |general |simple |standard )?"
    r"(?:formula|equation|expression|relation|relationship|identity|rule)"
)
_VERBS: Final = (
    r"(?:mathematically |often |commonly |generally |typically |also |formally |simply |then )*"
    r"(?:given|defined|calculated|computed|expressed|represented|described|determined|found|"
    r"obtained|written|approximated|derived|stated|formulated|summarized|modeled|quantified|"
    r"measured|as follows)"
)
_REST: Final = (
    rf"(?: mathematically| as| by| using| with| in| through| from| form| {_FORMULA}| follows|"
    r" the equation| a formula| can be| an equation)*(?P<terms> in terms of [^,;:]+?)?"
    r"(?: as| by)?[:,]?\s*$"
)
LEADS: Final = re.compile(
    r"(?:mathematically|in general|in mathematical terms|formally|in symbols|thus|therefore|so|"
    r"generally|specifically|also|additionally|furthermore|moreover|similarly|finally|"
    r"in contrast|conversely), |(?:and|but) ",
    re.IGNORECASE,
)
# "is defined as the product of A and B:"
_DEFINED: Final = (
    r"(?:mathematically )?(?P<defined>defined)(?: mathematically)? as (?:the|an?) .+:\s*$"
)
# "X can be calculated using the formula:", "X is given by"
SUBJECT: Final = re.compile(
    r"(?P<thing>.+?),? (?P<be>is|are|can be|may be|can also be|is also|was)(?: |(?=:?\s*$))"
    rf"(?:(?P<verb>{_VERBS}){_REST}|"
    rf"{_DEFINED}|(?P<equals>)\s*:?\s*$)",
    re.IGNORECASE,
)
# "It is defined as:" after a sentence that begins with what it is
IT: Final = re.compile(
    r"(?:it|this(?: (?P<noun>law|rule|principle|theorem|relationship|property))?|the (?:law|rule|"
    r"principle|theorem|relationship)) (?P<be>is|can be|is also) "
    rf"(?:(?P<verb>{_VERBS}){_REST}|{_DEFINED})",
    re.IGNORECASE,
)
SUBJECT_OF: Final = re.compile(
    r"(?P<thing>[A-Z][^,;:()]{2,50}?)"
    r"(?:,? \([^)]*\),?|, (?:often |also )?(?:denoted|known|called) [^,]*,)? "
    r"(?:is|are|refers|measures?|describes?|represents?|quantif(?:y|ies)|was)\b"
)
# "... a centripetal acceleration, which is given by:"
WHICH: Final = re.compile(
    r"(?:.* )?(?P<before>[\w'’-]+) (?P<article>the|an?) "
    r"(?P<thing>(?:[\w'’–-]+ ){0,4}[\w'’–-]+), which "
    rf"(?P<be>is|can be) (?:(?P<verb>{_VERBS}){_REST}|{_DEFINED})",
    re.IGNORECASE,
)
ATTACHED: Final = frozenset("of in for between to with and or from by".split())
# "The integral of the reciprocal function:"
NOUN: Final = re.compile(r"(?P<thing>(?:The|An?) [^,;:.]+):$")
# "X is related to Y by:"
RELATED: Final = re.compile(
    rf"(?P<thing>.+?) (?P<be>is|are) (?:directly |inversely )?related to (?P<other>.+?)"
    rf"(?: by| through| via)(?: {_FORMULA})?\s*:?\s*$",
    re.IGNORECASE,
)
# "The formula for X is:"
FOR: Final = re.compile(
    r"(?P<kind>(?:the|a) (?:[\w-]+ ){0,2}?(?:formula|equation|expression)s?) "
    r"(?:(?:for|of) (?:calculating|finding|computing|determining)|to (?:calculate|find|compute|"
    r"determine)|for|of) (?P<thing>.+?) "
    rf"(?:is|are|can be|reads|may be)(?: {_VERBS})?{_REST}",
    re.IGNORECASE,
)
PLAIN: Final = re.compile(
    r"(?:the|a) (?:(?:mathematical|general|overall|basic|simple|chemical|standard|balanced|"
    r"specific|fundamental|main|following) ){0,2}(?:formula|equation|expression)s?",
    re.IGNORECASE,
)
# "To calculate X, use the formula:", "You can find X with:"
TO: Final = re.compile(
    r"(?:to (?P<to>calculate|find|compute|determine) (?P<thing>[^,;:]+), "
    r"(?:(?:you|we|one) (?:can )?)?(?:use|apply)|"
    r"(?:you|we|one) can (?P<can>calculate|find|compute|determine) (?P<other>[^,;:]+?)"
    rf" (?:using|with|by|from))(?: {_FORMULA})?(?: of [^,;:]+)?\s*:\s*$",
    re.IGNORECASE,
)
_LAW: Final = (
    r"(?:law|rule|theorem|principle|inequality|relation|postulate|hypothesis|model|approximation|"
    r"conservation)"
)
# "Ohm's law states that ...:", "Ohm's law is"
STATES: Final = re.compile(
    rf"(?P<thing>[^,;:]*?\b{_LAW}(?: of [^,;:]+?| for [^,;:]+?)?)(?:,? which)? "
    r"(?:(?:states?|says|holds|asserts)\b.*|is|reads|can be summarized as)[:,]?\s*$",
    re.IGNORECASE,
)
# "by the Young-Laplace equation:", "known as the Nernst equation:"
BY: Final = re.compile(
    r".*\b(?:by|using|with|through|from|as|called|is|apply|use) (?P<thing>(?:the )?"
    rf"(?:[A-Z][^\W_]+(?:['’]s?)?(?:[–-][A-Z][^\W_]+)*(?:['’]s?)? )+(?:[a-z]+ )?"
    rf"(?:equation|formula|identity|{_LAW}))(?:,? which (?:states|says) that .*|"
    r"(?:,? (?:which )?(?:is|states|given by|reads)))?:?\s*$"
)
NAME: Final = re.compile(r"\b(?:formula|equation|identity|relation|inequality)s?$", re.IGNORECASE)
LAWFUL: Final = re.compile(rf"\b{_LAW}s?\b(?: of .+| for .+)?$", re.IGNORECASE)
SPOKEN: Final = re.compile(
    r"(?:the )?(?:mathematical )?(?:representation|formulation|significance|expression|form|"
    r"statement|equation|formula) (?:of|for) ",
    re.IGNORECASE,
)
EXAMPLE: Final = re.compile(
    r"^(?:first|second|third|next|then),|\b(?:for example|for instance|example|e\.g\.|consider|"
    r"suppose|let|let's|if|substitut\w+|plug\w*|rearrang\w+|simplif\w+|this case|becomes?|get|our|"
    r"my|gives|follows that|above|below|previous|solving|rewrit\w+|such as|assum\w+|now|another|"
    r"same|respectively|example's|alternatively|new|resulting|following|original|given)\b",
    re.IGNORECASE,
)
SCENE: Final = re.compile(
    r"(?P<scene>(?:for|in|on|at|under|within|between|from|along) [^,;:]+), (?=\S)", re.IGNORECASE
)
# "the general form of an acid-base reaction" is asked for as such
FORM: Final = re.compile(
    r"the (?:[\w-]+ ){0,2}?(?:form|notation|equation|formula|expression|definition|rule|"
    r"formulation|representation|configuration|transformation|solution) "
    r"(?:of|for) ",
    re.IGNORECASE,
)
# a formula is a formula of something
VAGUE: Final = frozenset(
    """action answer approach behavior calculation case concept condition conditions connection
    definition equation equations equilibrium expression fact form formula formulas function
    functions general idea identity law mathematical mathematically method model operation principle
    problem process property quantity quantities ratio reaction relation relations relationship
    relationships representation representations result results rule rules scenario simple solution
    solutions statement step steps sum system systems term terms theorem total transformation
    components overall formulation formulations expressions
    two value values variable variables vector version way matrix equality inequality following
    data dependent independent set situation phenomenon effect effects dependence change difference
    standard""".split()
)
CLAUSES: Final = re.compile(
    r"[,;:]|\b(?:is|are|was|were|can|may|we|you|which|describes?|relates?|states?|shows?|means|"
    r"allows?|involves?|says?|has|have|if|when|because|known|called|denoted|defined|given|itself)\b|"
    r"\b(?:and|or|that|of|by)$",
    re.IGNORECASE,
)
