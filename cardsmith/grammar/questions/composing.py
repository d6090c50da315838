"""A question put together from its pieces, or refused where it would be long or torn."""

from dataclasses import dataclass
from typing import Final

from cardsmith.grammar.questions.asked import Asked, Cut, Pieces, Scene, spell
from cardsmith.grammar.questions.cutting import missing_quote, verbatim
from cardsmith.grammar.questions.references import lead
from cardsmith.grammar.reading import ClauseKind, Part, Tense, Token
from cardsmith.grammar.tagger import CERTAIN, CODES, model

__all__ = ["LONGEST_ANSWER", "Form", "compose"]

LONGEST_QUESTION: Final = 20  # words
LONGEST_ANSWER: Final = 12
_LONG_ANSWERS: Final = {
    "claim": 20,
    "consequence": 16,
    "deed": 16,
    "how": 16,
    "members": 16,
    "occasion": 16,
    "what-is": 24,
    "why": 18,
}
_SHORTEST_ITEM: Final = 2  # words
_LONGEST_ITEM: Final = 4
_SURE_OF_NOUN: Final = 10  # a margin
_VERBS: Final = frozenset("VB VBD VBG VBP VBZ".split())
_BASE: Final = CODES["VB"]
_NOUN_LIKE: Final = frozenset((CODES["JJ"], CODES["NN"]))
_SPEAKING: Final = frozenset("i me my our ours such these this those us we you your yours".split())
_PAIRS: Final = (("both", "and"), ("either", "or"), ("neither", "nor"))


@dataclass(frozen=True, slots=True)
class Form:
    """The kind of a question, its first words, and how long its answer may be.

    ``asked`` is the part before the subject that it asks for.
    """

    wording: str
    wh: str
    genus: str = ""
    asked: Part | None = None
    longest: int = LONGEST_ANSWER  # words of the answer


def compose(
    scene: Scene, form: Form, answer: tuple[int, int], *groups: Pieces | None
) -> Asked | None:
    """The question that groups of pieces make; ``answer`` is counted in words.

    None where a group is: whoever made it was not certain.
    """
    if None in groups or _goes_on(scene, answer) or _speaks(scene, answer):
        return None
    front = lead(scene, form.asked)
    if front is None:
        return None
    body = tuple(piece for group in groups if group is not None for piece in group)
    pieces = (*_capital(scene, (*front, form.wh, form.genus, *body)), "?")
    question = spell(scene.reading.text, pieces)
    if len(question.split()) > LONGEST_QUESTION or _torn(question):
        return None
    quoted = missing_quote(scene.tokens[answer[1] - 1])
    said = spell(scene.reading.text, (*verbatim(scene, *answer), *quoted))
    longest = _LONG_ANSWERS.get(form.wording, form.longest)
    if len(said.split()) > longest or _torn(said):
        return None
    start, end = scene.tokens[answer[0]].start, scene.tokens[answer[1] - 1].end
    return Asked(form.wording, question, pieces, start, end, said, _certainty(scene), form.genus)


def _goes_on(scene: Scene, answer: tuple[int, int]) -> bool:
    """Whether "and" goes on after an answer, and with no clause of its own.

    So it does before a colon, and where a word after "and" may be a verb: "an exam and inquire".
    """
    end = answer[1]
    if scene.clause.verb.tense is Tense.MODAL and any(
        _may_be_verb(scene, at) for at in range(answer[0] + 1, end)
    ):
        return True
    tokens = scene.tokens[end : end + 2]
    joined = [token.tag == "CC" for token in tokens]
    if tokens and (tokens[0].text == ":" or _lists_on(scene, end)):
        return True
    if not tokens or not (joined[0] or (tokens[0].tag == "," and joined[-1])):
        return False
    if joined[0] and scene.tokens[end - 1].tag in _VERBS:  # "a wall that stops and reflects light"
        return True
    return all(clause.start not in (end, end + 1) for clause in scene.reading.clauses)


def _lists_on(scene: Scene, end: int) -> bool:
    """Whether a list goes on with a participle before its noun: ", reduced costs, and ..."."""
    item = scene.tokens[end + 1 : end + 2 + _LONGEST_ITEM]
    if not scene.is_tagged(end, ",") or len(item) < _SHORTEST_ITEM or not _modifies(item[0]):
        return False
    length = next((at for at, token in enumerate(item) if token.tag == ","), 0)
    after = scene.tokens[end + 1 + length : scene.clause.end]
    plain = length > 1 and item[1].tag[:2] in ("JJ", "NN")
    return plain and any(token.tag == "CC" for token in after)


def _modifies(token: Token) -> bool:
    """Whether a participle may stand before a noun; most in -ing only begin a tail."""
    known = model().known.get(token.text, "")
    return token.tag == "VBN" or (token.tag == "VBG" and not _NOUN_LIKE.isdisjoint(known))


def _may_be_verb(scene: Scene, at: int) -> bool:
    """Whether a word after "and" may be a verb that shares the helper of the first."""
    token = scene.tokens[at]
    if (
        scene.tags[at - 1] != "CC"
        or token.margin >= _SURE_OF_NOUN
        or token.tag not in ("JJ", "JJR", "NN")
    ):
        return False
    return token.tag == "NN" or _BASE in model().known.get(token.text, "")


def _speaks(scene: Scene, answer: tuple[int, int]) -> bool:
    """Whether an answer points at what was said before, or talks to the reader."""
    words = scene.small[slice(*answer)]
    pointing = not _SPEAKING.isdisjoint(words) and any(
        word in _SPEAKING and (word, after) != ("such", "as")
        for word, after in zip(words, (*words[1:], ""), strict=True)
    )
    return pointing or ("its" in words and _several(scene))


def _several(scene: Scene) -> bool:
    """Whether the subject is more than one thing, so that "its" is of another."""
    part = scene.clause.subject
    group = scene.group(part.start)
    return len(part.items) > 1 or (group is not None and group.plural)


def _torn(text: str) -> bool:
    """Whether half of a pair of joiners, or what follows a colon, was cut off."""
    words = text.lower().rstrip("?").split()
    if words[-1].endswith(":") or ("not only" in text and "but" not in words):
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
    return min([token.margin for token in scene.tokens[start : clause.end]], default=CERTAIN)
