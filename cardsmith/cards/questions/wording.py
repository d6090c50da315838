"""The document's question as a heading, or as an instruction."""

import re
from typing import Final

from cardsmith.cards.casing import capital

__all__ = ["heading", "instruction"]

_POLITE: Final = re.compile(
    r"(?:(?:can|could|would|will) you (?:please )?(?:briefly )?"
    r"(?P<verb>explain|describe|provide|give|list|discuss|name|outline|tell me|elaborate on|define|"
    r"summarize|identify|compare|share|offer|clarify)|"
    r"(?P<bare>explain|describe|discuss|outline|list|name|define|summarize|identify|compare))"
    r" (?:an overview of |a (?:brief )?(?:description|explanation|summary) of )?"
    r"(?P<rest>.+?)[?.]*$",
    re.IGNORECASE,
)
_SECOND: Final = re.compile(
    r",? and (?:briefly )?(?:explain|describe|discuss|compare|outline|how|why|what|their|its)\b.*",
    re.IGNORECASE,
)
# a few words without a sign that ends a sentence
_TITLE: Final = re.compile(r"(?:\w\S*\s?){1,8}(?<![.:])")
_OPENING: Final = re.compile(r"(?:what|how|why|where|when|who|which|whether)\b", re.IGNORECASE)


def heading(question: str) -> str:
    """The question as the heading over a list of what answers it."""
    polite = _POLITE.match(question)
    if polite is None:
        return question
    rest = capital(_SECOND.sub("", polite["rest"]))
    return f"{rest}?" if _OPENING.match(rest) else f"{rest}:"


def instruction(question: str) -> str:
    """The question as an open one, to be answered at length; a title is a thing to explain."""
    polite = _POLITE.match(question)
    if polite is None:
        asks = question.rstrip(" .:").endswith(("?", "？", "!")) or _OPENING.match(question)
        return question if asks or not _TITLE.fullmatch(question) else f"Explain: {question}."
    verb = (polite["verb"] or polite["bare"]).lower()
    spoken = {"provide": "Give", "tell me": "Tell", "share": "Give", "offer": "Give"}
    return f"{spoken.get(verb, verb.capitalize())} {polite['rest']}."
