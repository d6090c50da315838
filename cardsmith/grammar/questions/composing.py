"""A question put together from its pieces, or refused where it would be long or torn."""

from dataclasses import dataclass
from typing import Final

from cardsmith.grammar.questions.asked import Asked, Cut, Pieces, Scene, spell
from cardsmith.grammar.questions.cutting import verbatim
from cardsmith.grammar.questions.references import lead
from cardsmith.grammar.reading import ClauseKind, Part
from cardsmith.grammar.tagger import CERTAIN

__all__ = ["LONGEST_ANSWER", "Form", "compose"]

LONGEST_QUESTION: Final = 20  # words
LONGEST_ANSWER: Final = 12
_LONG_ANSWERS: Final = {"consequence": 16, "deed": 16, "how": 16, "what-is": 24, "why": 18}
_SPEAKING: Final = frozenset("i me my our ours such these this those us we you your yours".split())
_PAIRS: Final = (("both", "and"), ("either", "or"), ("neither", "nor"))


@dataclass(frozen=True, slots=True)
class Form:
    """The kind of a question, its first words, and the part before the subject that it asks for."""

    wording: str
    wh: str
    genus: str = ""
    asked: Part | None = None


def compose(
    scene: Scene, form: Form, answer: tuple[int, int], *groups: Pieces | None
) -> Asked | None:
    """The question that groups of pieces make; ``answer`` is counted in words.

    None where a group is: whoever made it was not certain.
    """
    front = lead(scene, form.asked)
    if front is None or None in groups or _goes_on(scene, answer[1]) or _speaks(scene, answer):
        return None
    body = tuple(piece for group in groups if group is not None for piece in group)
    pieces = (*_capital(scene, (*front, form.wh, form.genus, *body)), "?")
    question = spell(scene.reading.text, pieces)
    said = spell(scene.reading.text, verbatim(scene, *answer))
    longest = _LONG_ANSWERS.get(form.wording, LONGEST_ANSWER)
    if (
        _torn(question)
        or _torn(said)
        or len(question.split()) > LONGEST_QUESTION
        or len(said.split()) > longest
    ):
        return None
    start, end = scene.tokens[answer[0]].start, scene.tokens[answer[1] - 1].end
    return Asked(form.wording, question, pieces, start, end, said, _certainty(scene), form.genus)


def _goes_on(scene: Scene, end: int) -> bool:
    """Whether "and" goes on after an answer, and with no clause of its own."""
    tokens = scene.tokens[end : end + 2]
    joined = [token.tag == "CC" for token in tokens]
    if not tokens or not (joined[0] or (tokens[0].tag == "," and joined[-1])):
        return False
    return all(clause.start not in (end, end + 1) for clause in scene.reading.clauses)


def _speaks(scene: Scene, answer: tuple[int, int]) -> bool:
    """Whether an answer points at what was said before, or talks to the reader."""
    words = {token.text.lower() for token in scene.tokens[slice(*answer)]}
    return not _SPEAKING.isdisjoint(words) or ("its" in words and _several(scene))


def _several(scene: Scene) -> bool:
    """Whether the subject is more than one thing, so that "its" is of another."""
    part = scene.clause.subject
    group = scene.group(part.start)
    return len(part.items) > 1 or (group is not None and group.plural)


def _torn(text: str) -> bool:
    """Whether half of a pair of joiners was cut off."""
    words = text.lower().rstrip("?").split()
    if "not only" in text and "but" not in words:
        return True
    return any(first in words and second not in words for first, second in _PAIRS)


def _capital(scene: Scene, pieces: Pieces) -> Pieces:
    """The pieces with a capital at their head."""
    first, *rest = pieces
    if isinstance(first, str):
        return (first[:1].upper() + first[1:], *rest)
    word, after = _first_word(scene, first)
    return (word[:1].upper() + word[1:], after, *rest)


def _first_word(scene: Scene, span: Cut) -> tuple[str, Cut]:
    text = scene.reading.text[span[0] : span[1]]
    word = text.split(maxsplit=1)[0]
    return word, (span[0] + len(word), span[1])


def _certainty(scene: Scene) -> int:
    """The smallest margin of the words from the clause's start to its end."""
    clause = scene.clause
    start = clause.start
    if clause.kind is ClauseKind.MAIN:
        start = min(start, clause.subject.start)
    return min((token.margin for token in scene.tokens[start : clause.end]), default=CERTAIN)
