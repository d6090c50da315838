"""What decides where the notes of a document go, besides the document itself."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from cardsmith.ledger import fold_subject
from cardsmith.model import Front, Preset

__all__ = ["Plan", "deck_name", "home", "subjects_of"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The settings and the record, as far as decks follow them.

    ``root`` stands before every deck's name ("" for nothing; it may hold ``::``). ``shown`` gives
    the name of every spelling of a subject, ``homes`` the recorded subject, as shown, of a
    document by key. ``build`` tells learners which release they have.
    """

    root: str
    shown: Mapping[str, str]
    homes: Mapping[str, str]
    preset: Preset
    build: str


def subjects_of(front: Front, plan: Plan) -> tuple[str, ...]:
    """The subjects of a document as shown, each once, in folded order."""
    return tuple(sorted({plan.shown[each] for each in front.subjects}, key=_order))


def _order(name: str) -> tuple[str, str]:
    return fold_subject(name), name


def home(front: Front, plan: Plan) -> str:
    """The subject, as shown, whose deck has the notes of a document: for ever its first one.

    Anki never moves a card that a learner has, so another deck would get the new cards only.
    """
    return plan.homes.get(front.key) or subjects_of(front, plan)[0]


def deck_name(subject: str, plan: Plan) -> str:
    """The name of a subject's deck; a topic would be one more part."""
    parts = (*plan.root.split("::"), re.sub(r":{2,}", ": ", subject))
    return "::".join(filter(None, map(_part, parts)))


def _part(name: str) -> str:
    # Anki drops control characters and outer spaces, and reads "a:::b" as "a" and ":b"
    letters = "".join(
        " " if unicodedata.category(sign) == "Cc" else sign
        for sign in unicodedata.normalize("NFC", name)
    )
    return " ".join(letters.split()).strip(": ")
