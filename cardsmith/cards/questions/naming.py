"""A part asked for by what its sentence says of it: "Which imaging study uses sound waves?"."""

import re
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.sentences.pieces import Piece
from cardsmith.grammar import SURE, Asked, Pieces, Tense, VerbGroup, count, families
from cardsmith.grammar.inflect import third_person
from cardsmith.grammar.plurals import plural

__all__ = ["GOES_ON", "POINTERS", "WORDING", "naming"]

WORDING: Final = "label"
LONGEST: Final = 18
SHORTEST: Final = 4
TOLD_APART: Final = 2
# what would point at the answer, or begin a sentence of its own
# words that stand for something outside of a question
POINTERS: Final = "its?|their|they|them|these|this|those|we|you|your|our"
# a second statement behind the one that is asked
GOES_ON: Final = r"[;:]|, (?:and|but|so) (?:\w+ )?(?:is|are|was|can|may|has|have)\b"
_POINTING: Final = re.compile(
    r"(?:is|are) (?:when|where|why|how)\b|"
    rf"\b(?:{POINTERS}|which means)\b|{GOES_ON}",
    re.IGNORECASE,
)
_ADVERBS: Final = frozenset({"RB", "RBR"})
_HELPERS: Final = {"are": "is", "were": "was", "have": "has", "do": "does"}
_TAIL: Final = re.compile(r", (?:making|allowing|which|helping|ensuring|leading|enabling|as)\b.*")


def naming(piece: Piece, sort: str) -> Asked | None:
    """The question for the label that is the subject of a sentence; ``sort`` is what it is.

    None where the rest of the sentence does not stand without its subject.
    """
    verb = _verb(piece) if piece.named else None
    if verb is None:
        return None
    text = piece.text
    start = piece.reading.tokens[verb.start].start
    lead = text[piece.named : start]
    end = _end(text, start)
    said = text[start:end]
    unfit = _POINTING.search(said) or not SHORTEST <= count(said) <= LONGEST
    # "An enzyme that ..." is what its definition asks for
    if unfit or families(text[: piece.named]) & families(said):
        return None
    asking = _asking(piece, verb, "" if families(sort) & families(said) else sort)
    if asking is None:
        return None
    first = piece.reading.tokens[verb.first]
    told: Pieces = ((start, end),)
    if asking.verb:
        told = (asking.verb, (first.end, end))
    pieces = (asking.wh, *((lead.strip(),) if lead.strip() else ()), *told, "?")
    return Asked(
        wording=WORDING,
        question=_spelled(text, pieces),
        pieces=pieces,
        start=0,
        end=piece.named,
        answer=text[: piece.named],
        certainty=SURE,
        genus=asking.genus,
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    """The first words, the verb where that changes, the noun that the answer shares."""

    wh: str
    verb: str = ""
    genus: str = ""


def _verb(piece: Piece) -> VerbGroup | None:
    """The finite verb right after the label; an adverb may stand between."""
    tokens = piece.reading.tokens
    at = next((n for n, token in enumerate(tokens) if token.start >= piece.named), len(tokens))
    while at < len(tokens) and tokens[at].tag in _ADVERBS:
        at += 1
    verbs = (each for each in piece.reading.verbs if each.start == at)
    verb = next(verbs, None)
    fits = verb is not None and verb.tense is not Tense.NONE and not verb.negated
    return verb if fits else None


def _end(text: str, start: int) -> int:
    """The end of what is said, without what only praises the deed or tells its use."""
    end = len(text.rstrip(" .!"))
    tail = _TAIL.search(text, start, end)
    return tail.start() if tail and count(text[start : tail.start()]) >= SHORTEST else end


def _asking(piece: Piece, verb: VerbGroup, sort: str) -> _Asking | None:
    """How the label is asked for: by its sort, by its own noun, else as a single thing."""
    first = piece.reading.tokens[verb.first]
    many = first.tag == "VBP" or first.text in {"are", "were"}
    if not many:
        return _Asking(f"Which {sort}" if sort else "What")
    if sort:
        head, of, rest = sort.partition(" of ")
        return _Asking(f"Which {plural(head)}{of}{rest}")
    noun = _noun(piece)
    if noun:
        return _Asking(f"Which {noun}", genus=noun)
    return None if _goes_on(piece, verb) else _Asking("What", verb=_singular(first.text))


def _singular(verb: str) -> str:
    folded = verb.casefold()
    return _HELPERS.get(folded) or third_person(folded)


def _noun(piece: Piece) -> str:
    """The plural noun of "flat bones", where something tells it from others of its kind."""
    group = next(iter(piece.reading.nouns), None)
    if group is None or group.proper or not group.plural or group.end - group.start < TOLD_APART:
        return ""
    head = piece.reading.tokens[group.head]
    return head.text if head.end == piece.named and head.text.islower() else ""


def _goes_on(piece: Piece, verb: VerbGroup) -> bool:
    """Whether a second verb or a plural noun after the verb would not agree with "What is"."""
    tokens = piece.reading.tokens[verb.end :]
    second = any(token.tag == "VBP" for token in tokens)
    noun = next((each for each in piece.reading.nouns if each.start == verb.end), None)
    return second or (verb.lemma == "be" and noun is not None and noun.plural)


def _spelled(text: str, pieces: Pieces) -> str:
    words = (each if isinstance(each, str) else text[each[0] : each[1]].strip() for each in pieces)
    return " ".join(words).replace(" ?", "?").replace(" ,", ",")
