"""The document's question as a heading, an instruction, or the name of what its sections are."""

import re
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.grammar import POINTERS

__all__ = ["Genus", "genus", "heading", "instruction"]

_POLITE: Final = re.compile(
    r"(?:(?:can|could|would|will) you (?:please )?(?:briefly )?"
    r"(?P<verb>explain|describe|provide|give|list|discuss|name|outline|tell me|elaborate on|define|"
    r"summarize|identify|compare|share|offer|clarify)|"
    r"(?P<bare>explain|describe|discuss|outline|list|name|define|summarize|identify|compare))"
    r" (?:an overview of |a (?:brief )?(?:description|explanation|summary) of )?"
    r"(?P<rest>.+?)[?.]*$",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(r"(?:what|how|why|where|when|who|which|whether)\b", re.IGNORECASE)
_PLURAL_GENERA: Final[dict[str, str]] = {
    "advantages": "advantage",
    "applications": "application",
    "approaches": "approach",
    "barriers": "barrier",
    "benefits": "benefit",
    "branches": "branch",
    "categories": "category",
    "causes": "cause",
    "challenges": "challenge",
    "characteristics": "characteristic",
    "components": "component",
    "consequences": "consequence",
    "criteria": "criterion",
    "differences": "difference",
    "disadvantages": "disadvantage",
    "effects": "effect",
    "elements": "element",
    "factors": "factor",
    "features": "feature",
    "forms": "form",
    "functions": "function",
    "kinds": "kind",
    "layers": "layer",
    "laws": "law",
    "limitations": "limitation",
    "mechanisms": "mechanism",
    "methods": "method",
    "models": "model",
    "phases": "phase",
    "principles": "principle",
    "processes": "process",
    "properties": "property",
    "reasons": "reason",
    "risks": "risk",
    "signs": "sign",
    "stages": "stage",
    "steps": "step",
    "strategies": "strategy",
    "structures": "structure",
    "symptoms": "symptom",
    "techniques": "technique",
    "themes": "theme",
    "theories": "theory",
    "traits": "trait",
    "treatments": "treatment",
    "types": "type",
    "uses": "use",
    "ways": "way",
}
_GENERA: Final = "|".join(_PLURAL_GENERA)
# "What are the main causes of X?", "Key causes of X": what is asked for is what the parts are;
# a question that asks for two kinds, or for what to do about one, does not say which part is what
_GENUS: Final = re.compile(
    r"(?:(?:what|which) (?:are|were) (?:some )?(?:of )?(?:the )?|"
    r"(?!what|which|how|who|why)(?:the )?)"
    rf"(?P<kind>(?:[\w-]+ ){{0,2}}?)(?P<plural>{_GENERA}) "
    r"(?P<rest>(?:of|in|for|to|that|by|used|from|associated with) [^?,;]{3,60}?)"
    r"(?:,? and (?:how|what|why|their|its)\b.*)?[?.:]*$",
    re.IGNORECASE,
)
_ANY_GENUS: Final = re.compile(rf"\b(?:{_GENERA})\b", re.IGNORECASE)
# "the main causes" are causes, but "the risk factors" are no factors
_EMPTY: Final = frozenset(
    """basic best central common core critical different distinct effective essential first five
    four fundamental general important key leading main major many most notable possible potential
    primary principal several significant six some specific three top two typical various""".split()
)


class Genus(tuple[str, str]):
    """What the sections of a document are ("cause"), and of what ("of an epidural hematoma")."""

    __slots__ = ()


def heading(question: str) -> str:
    """The question as the heading over a list of what answers it."""
    polite = _POLITE.match(question)
    if polite is None:
        return question
    rest = capital(polite["rest"])
    return f"{rest}?" if _OPENING.match(rest) else f"{rest}:"


def instruction(question: str) -> str:
    """The question as an open one, to be answered at length."""
    polite = _POLITE.match(question)
    if polite is None:
        return question
    verb = (polite["verb"] or polite["bare"]).lower()
    spoken = {"provide": "Give", "tell me": "Tell", "share": "Give", "offer": "Give"}
    return f"{spoken.get(verb, verb.capitalize())} {polite['rest']}."


def genus(text: str) -> Genus | None:
    """What the sections under a question or heading are, where it says so in the plural."""
    match = _GENUS.match(text)
    if match is None or {word.casefold() for word in match["rest"].split()} & POINTERS:
        return None
    if len(_ANY_GENUS.findall(text)) > 1:
        return None
    kind = [word.lower() for word in match["kind"].split() if word.casefold() not in _EMPTY]
    one = _PLURAL_GENERA[match["plural"].casefold()]
    return Genus((" ".join([*kind, one]), match["rest"]))
