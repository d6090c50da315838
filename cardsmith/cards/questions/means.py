"""By what a thing brings something about: "How do beta blockers lower blood pressure?".

"Myelin insulates the axon, preventing the current from leaking out" tells a deed and what comes of
it; the deed is asked for by what comes of it, and answered in -ing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from cardsmith.cards.facts import praise, telling
from cardsmith.cards.questions.naming import POINTERS
from cardsmith.cards.sentences.pieces import Piece
from cardsmith.grammar import (
    HEDGES,
    Asked,
    Clause,
    ClauseKind,
    Part,
    PartKind,
    Pieces,
    Reading,
    Tense,
    Token,
    count,
)
from cardsmith.grammar.inflect import gerund
from cardsmith.grammar.questions.asked import spell
from cardsmith.grammar.questions.cutting import inside

__all__ = ["WORDING", "means"]

WORDING: Final = "means"
MOST_WORDS: Final = 12
MOST_PRAISE: Final = 1
# telling words of the question, and of the deed
ASKED: Final = 3
TOLD: Final = 2
# what a deed may bring about
_BRINGS: Final = frozenset(
    """accelerate activate allow block cause complicate convey decrease deter discourage eliminate
    enable encourage ensure expand expose extend facilitate force generate help hinder impair
    increase induce inhibit keep limit lower maintain make minimize prevent preserve produce protect
    raise reduce reinforce release restrict restore slow stimulate stop strengthen trigger undermine
    weaken""".split()
)
# that is no deed, or has brought about something else before
_NO_DEEDS: Final = frozenset(
    """aid allow appear be become cause come contribute enable ensure facilitate feature go have
    help include involve lead make mean need occur remain require result seem serve
    support""".split()
)
_NO_MODALS: Final = frozenset({"must", "should", "would"})
_POINTING: Final = re.compile(rf"\b(?:{POINTERS}|us|such(?! as))\b", re.IGNORECASE)
# what is added to what comes of a deed
_ADDED: Final = re.compile(
    r"[;,] (?:which|who|where|while|whereas|thereby|thus|such as|including|especially|"
    r"particularly|even|as|but|unlike|\w+ing|and \w+ing)\b.*"
)


def means(piece: Piece) -> Iterator[Asked]:
    """The question for the deed of a sentence, by what its last words say that comes of it."""
    reading = piece.reading
    main = [each for each in reading.clauses if each.kind is ClauseKind.MAIN]
    if not reading.whole or len(main) != 1 or main[0].lead or not _is_deed(main[0]):
        return
    for part in main[0].parts:
        if part.kind is PartKind.PARTICIPLE and reading.tokens[part.start - 1].text == ",":
            asked = _asked(reading, main[0], part)
            if asked is not None:
                yield asked
            return


def _is_deed(clause: Clause) -> bool:
    verb = clause.verb
    plain = not (verb.negated or verb.passive or verb.perfect or verb.progressive)
    return plain and verb.lemma not in _NO_DEEDS and verb.modal not in _NO_MODALS


def _asked(reading: Reading, clause: Clause, part: Part) -> Asked | None:
    tokens, text, verb = reading.tokens, reading.text, clause.verb
    head = part.start + sum(1 for _ in takewhile(_is_adverb, tokens[part.start : part.end]))
    brings = tokens[min(head, part.end - 1)]
    comma = tokens[part.start - 1].start
    deed = text[tokens[verb.head].end : comma]
    # a comma or a second deed before: what comes of what?
    if brings.tag != "VBG" or brings.lemma not in _BRINGS or _joins(reading, verb.head, part.start):
        return None
    end = len(text.rstrip(" .!"))
    added = _ADDED.search(text, brings.end, end)
    rest = (brings.end, min(added.start() if added else end, _second(reading, head, end)))
    answer = f"by {gerund(verb.lemma)}{deed}"
    who = slice(clause.subject.start, clause.subject.end)
    subject = inside(tokens, who.start, who.stop)
    between = tokens[who.stop : verb.head]
    hedges = [each.text for each in between if each.tag == "RB" and each.text in HEDGES]
    pieces: Pieces = ("How", _helper(reading, clause), *subject, *hedges, brings.lemma, rest, "?")
    question = spell(text, pieces)
    if not _fits(question, answer) or any(token.text == "," for token in tokens[who]):
        return None
    margin = min(token.margin for token in tokens[clause.start : part.end])
    return Asked(WORDING, question, pieces, tokens[verb.head].start, comma, answer, margin)


def _is_adverb(token: Token) -> bool:
    return token.tag == "RB"


def _joins(reading: Reading, start: int, end: int) -> bool:
    """Whether a comma or a second verb stands between a verb and what comes of it."""
    between = reading.tokens[start + 1 : end - 1]
    verbs = any(each.tense is not Tense.NONE and start < each.first < end for each in reading.verbs)
    doubled = any(
        first.tag == "CC" and second.tag.startswith("VB") for first, second in pairwise(between)
    )
    return verbs or doubled or any(token.text in {",", ":", ";"} for token in between)


def _second(reading: Reading, head: int, end: int) -> int:
    """Where a second thing that comes of a deed begins: "and reducing friction"."""
    pairs = enumerate(pairwise(reading.tokens[head:]), head)
    joined = (at for at, (one, two) in pairs if (one.tag, two.tag) == ("CC", "VBG"))
    at = next(joined, 0)
    return reading.tokens[at - 1].end if at else end


def _helper(reading: Reading, clause: Clause) -> str:
    first = reading.tokens[clause.verb.first]
    if clause.verb.tense is Tense.MODAL:
        return first.text
    if clause.verb.tense is Tense.PAST:
        return "did"
    return "does" if first.tag == "VBZ" else "do"


def _fits(question: str, answer: str) -> bool:
    """Whether both are whole, telling, and more than praise."""
    if _POINTING.search(question) or _POINTING.search(answer) or count(answer) > MOST_WORDS:
        return False
    if telling(question) < ASKED or telling(answer) < TOLD:
        return False
    return praise(question) + praise(answer) <= MOST_PRAISE
