"""Questions that ask nothing, and sentences that are none."""

import re
from functools import lru_cache
from typing import Final

from cardsmith.cards.lint.lists import ADVERBS
from cardsmith.cards.lint.seen import OPAQUE, Card, Shape
from cardsmith.grammar import Token, read_text

__all__ = ["fragment", "no_question", "no_stop", "tagged", "truncated", "yes_no"]

_ASKS: Final = re.compile(r"\b(?:what|which|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)
_ORDERS: Final = re.compile(
    r"^(?:(?:in|for|given|with|from|using)\b[^?]*, )?(?:analyze|apply|arrange|calculate|"
    r"characterize|classify|compare|complete|compress|compute|construct|contrast|convert|define|"
    r"derive|describe|detail|determine|differentiate|discuss|distinguish|elaborate|estimate|"
    r"evaluate|explain|express|fill|find|give|identify|illustrate|list|name|order|outline|prove|"
    r"provide|rank|recall|show|simplify|sketch|solve|state|summarize|tell|translate|write)\b",
    re.IGNORECASE,
)
_CHOICE: Final = re.compile(
    r"^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|may|might|must)\b",
    re.IGNORECASE,
)
_VERDICT: Final = re.compile(r"^(?:yes|no|true|false)(?=[,.;]|$)", re.IGNORECASE)
_VERDICT_WORDS: Final = 3
_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_MODALS: Final = frozenset("can could may might must shall should will would cannot".split())
_OBJECTS: Final = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNS", "PRP", "PRP$"})
# a verb may stand two words behind its "that"
_NEAR: Final = 2
_CERTAIN: Final = 13
# verbs that are often taken for nouns and participles
_CLAUSAL: Final = re.compile(r"(?:s|ed) (?:as|beyond)\b")
# "Where Y is the output." goes on with a sentence that is not there
_HANGING: Final = re.compile(
    r"(?:where|which|who|whose|whom|while|whereas|although|because)\b", re.I
)
_ENDED: Final = re.compile(r"[.!?…](?:[\"”’')\]]|\[\d+\])*$")
_STRANDED: Final = re.compile(
    r"\b(?:early|later|further|so|carry|going) on$|ed (?:by|for|in|on|to|with)$"
)
_LOOSE: Final = frozenset("are as at by for from in is on than to with".split())
_CUT: Final = re.compile(
    r"\b(?:an|and|are|as|at|because|between|by|especially|for|from|in|including|into|is|of|on|or|"
    r"such as|than|the|that|their|to|which|with|without|your)[ ,;:]*[.?]?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[Token, ...]:
    """The words of a text with their parts of speech."""
    return read_text(text).tokens


def no_question(card: Card) -> str:
    """A front that should ask and has neither a word that asks nor an order."""
    if card.gapped or card.note.kind == "own":
        return ""
    first = card.prose.strip()
    asks = _ASKS.search(first) and ("?" in first or card.shape is Shape.OPEN)
    open_ = card.shape is Shape.OPEN and first.endswith("?")
    return "" if asks or open_ or _ORDERS.search(first) or yes_no(card) else first


def yes_no(card: Card) -> str:
    """A question that a guess answers (rule R15)."""
    if card.gapped or card.shape is Shape.OPEN:
        return ""
    front = card.prose.strip()
    asked = bool(_CHOICE.search(front)) and front.endswith("?") and not _ASKS.search(front)
    verdict = _VERDICT.search(card.answer.strip())
    return front if asked or (verdict and len(card.answer.split()) <= _VERDICT_WORDS) else ""


def fragment(card: Card) -> str:
    """A sentence with a gap that has no verb of its own, or lost the label it spoke of."""
    if card.shape is not Shape.GAP:
        return ""
    whole = card.filled.strip().split("\n")[-1]
    tokens = tagged(whole)
    if _HANGING.match(whole) and "," not in whole:
        return whole
    verbs = [at for at in range(len(tokens)) if _finite(tokens, at)]
    if verbs and _headless(tokens, verbs):
        return whole
    if _CLAUSAL.search(whole) or (verbs and not _relative(tokens, verbs)):
        return ""
    return "" if any(_doubtful(token) for token in tokens[1:]) else whole


def _doubtful(token: Token) -> bool:
    """Whether a word may be a verb that was taken for a noun or a participle."""
    return token.tag in ("NN", "NNS", "VBN") and token.margin < _CERTAIN


def _finite(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word may be the verb of a sentence; a form without ending not after "to"."""
    if tokens[at].tag in _FINITE:
        # "CA" of "CA 125" is taken for the "ca" of "can't", "IPv4" for who knows what
        return tokens[at].tag != "MD" or tokens[at].text.casefold() in _MODALS
    if tokens[at].tag == "VBN":
        # "The Greeks explored concepts" is often read as a participle
        return any(each.tag in _OBJECTS for each in tokens[at + 1 : at + 2])
    near = at - 2 if at > 1 and tokens[at - 1].tag == "RB" else at - 1
    return tokens[at].tag == "VB" and (near < 0 or tokens[near].tag not in ("TO", "MD"))


def _headless(tokens: tuple[Token, ...], verbs: list[int]) -> bool:
    """Whether the verb comes first, or after adverbs only: "Primarily relies on …"."""
    first, *others = verbs
    low = [token.text.casefold() for token in tokens[:first]]
    leading = all(word in ADVERBS or word.endswith("ly") for word in low)
    if tokens[first].tag == "VBD":
        # "Often called X, the Y is …", "Crossed arms may suggest …" begin with a participle
        plain = not others and all(token.text != "," for token in tokens)
        return leading and plain
    return leading and tokens[first].tag in ("VBZ", "MD")


def _relative(tokens: tuple[Token, ...], verbs: list[int]) -> bool:
    """Whether the first verb follows a "that" or "which" and no other one comes: a noun only."""
    first = verbs[0]
    opens = [
        at
        for at in range(1, first)
        if tokens[at].tag in ("WDT", "WP") and first - at <= _NEAR and tokens[at - 1].text != ","
    ]
    rest = [at for at in verbs[1:] if not _joined(tokens, at)]
    nouns = any(each.tag in ("NNS", "NN") for each in tokens[first + 1 :][-3:])
    return bool(opens) and not rest and nouns


def _joined(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a verb goes on with the clause before it, or stands in another such clause."""
    near = tokens[at - 1]
    before = tokens[at - 2] if near.tag == "RB" and at > 1 and tokens[at].tag != "MD" else near
    return before.tag in ("CC", "WDT", "WP", "WRB")


def no_stop(card: Card) -> str:
    """A sentence with a gap that does not end as a sentence."""
    if card.shape is not Shape.GAP or card.note.kind == "own":
        return ""
    text = card.filled.strip()
    return "" if _ENDED.search(text) or text.endswith(OPAQUE) else text[-40:]


def truncated(card: Card) -> str:
    """A front or an answer that breaks off at a word that must go on."""
    if card.shape is Shape.OPEN:
        return ""
    answer = card.said.strip()
    if len(answer.split()) > 1 and _CUT.search(answer) and not _phrasal(answer, card):
        return answer
    front = card.prose.strip()
    return (
        front if card.shape is Shape.GAP and re.search(r"\b(?:and|or|the|a|an)\.$", front) else ""
    )


def _phrasal(answer: str, card: Card) -> bool:
    """Whether the last word may end a phrase: "What they rely on"."""
    last = answer.rstrip(".?").split()[-1].casefold()
    if _STRANDED.search(answer.rstrip(".")):
        return True
    return last in _LOOSE and (bool(_ASKS.search(answer)) or card.gapped)
