"""The verb of a question: its helper before the subject, or agreeing with a question word."""

from typing import Final

from cardsmith.grammar.inflect import past, third_person
from cardsmith.grammar.questions.asked import Piece, Pieces, Scene
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.references import subject
from cardsmith.grammar.reading import PartKind, Tense, Token, VerbGroup

__all__ = ["active", "affirmed", "agreeing", "inverted", "only_adverbs"]

# Adverbs that tie a sentence to the one before it, or say nothing: left out of a question.
_DROPPED: Final = frozenset(
    """accordingly additionally also consequently finally furthermore hence however indeed
    instead likewise meanwhile moreover nevertheless nonetheless overall rather similarly
    subsequently then thereby therefore thus too ultimately""".split()
)
# Adverbs without -ly that stand before a verb; any other word there is a noun mistaken.
_ADVERBS: Final = (
    frozenset(
        """already always even ever far first further just later long never next not now often once
        only perhaps seldom so sometimes soon still well yet""".split()
    )
    | _DROPPED
)
_HOW: Final = frozenset("better so well".split())
# These tell how often or how much, and so belong to the verb.
_OFTEN: Final = frozenset(
    """dramatically frequently fundamentally generally greatly inherently primarily significantly
    substantially typically ultimately usually""".split()
)
_SINGULAR: Final = {"are": "is", "were": "was", "have": "has", "do": "does"}
_DO: Final = {"VBD": "did", "VBZ": "does"}


def inverted(scene: Scene) -> Pieces | None:
    """Helper, subject, and what stays of the verb: "does the hippocampus encode".

    None where the verb is negated, has no sure helper, or the subject only points.
    """
    verb = scene.clause.verb
    first = scene.tokens[verb.first]
    who = subject(scene)
    if who is None or not affirmed(scene) or verb.tense is Tense.NONE:
        return None
    before = _kept(scene, verb.start, verb.first)
    after = _kept(scene, verb.first + 1, verb.end)
    if verb.first != verb.head or verb.lemma == "be":
        return (first.text.lower(), *who, *before, *after)
    return (_DO.get(first.tag, "do"), *who, *before, verb.lemma, *after)


def agreeing(scene: Scene, wh: str) -> Pieces | None:
    """The verb group after "what" or "who", which are singular, or after "which cells"."""
    verb = scene.clause.verb
    first = scene.tokens[verb.first]
    if not affirmed(scene):
        return None
    finite = first.text if wh == "which" else _singular(first, verb)
    before = _kept(scene, verb.start, verb.first)
    return (*before, finite, *_kept(scene, verb.first + 1, verb.end))


def affirmed(scene: Scene) -> bool:
    """Whether a verb is affirmative, not contracted, and all before it are adverbs."""
    verb = scene.clause.verb
    if verb.negated or not scene.tokens[verb.first].text[0].isalpha():
        return False
    return only_adverbs(scene) and not _of_subject(scene)


def _of_subject(scene: Scene) -> bool:
    """Whether an adverb may belong to what stands before it: "keeping time well is hard"."""
    verb = scene.clause.verb
    helped = verb.first != verb.head or verb.lemma == "be"
    doing = scene.clause.subject.kind is PartKind.PARTICIPLE
    before = scene.small[verb.start : verb.first]
    loose = any(word in _HOW or (word.endswith("ly") and word not in _OFTEN) for word in before)
    return loose and (helped or doing)


def only_adverbs(scene: Scene) -> bool:
    """Whether what was taken for adverbs before a verb is known for such."""
    verb = scene.clause.verb
    before = scene.small[verb.start : verb.first]
    return not before or all(word.endswith("ly") or word in _ADVERBS for word in before)


def _singular(finite: Token, verb: VerbGroup) -> str:
    small = finite.text.lower()
    if small in _SINGULAR:
        return _SINGULAR[small]
    plural = finite.tag in ("VBP", "VB") and verb.first == verb.head
    return third_person(verb.lemma) if plural else finite.text


def active(scene: Scene) -> Pieces | None:
    """A passive verb group told of the doer: "was isolated" gives "isolated"."""
    verb = scene.clause.verb
    between = range(verb.first, verb.head)
    adverbs = [at for at in between if scene.tokens[at].tag[:2] == "RB"]
    helpers = [scene.tokens[at].text.lower() for at in between if at not in adverbs]
    kept: list[Piece] = []
    for at in adverbs:
        kept += _kept(scene, at, at + 1)
    particle = cut(scene, verb.head + 1, verb.end)
    match helpers:
        case ["is" | "are"]:
            return (*kept, third_person(verb.lemma), *particle)
        case ["was" | "were"]:
            return (*kept, past(verb.lemma), *particle)
        case [modal, "be"]:
            return (modal, *kept, verb.lemma, *particle)
        case [have, "been"]:
            participle = scene.tokens[verb.head].text
            return (_SINGULAR.get(have, have), *kept, participle, *particle)
        case _:
            return None


def _kept(scene: Scene, start: int, end: int) -> Pieces:
    """Words of a verb group without the adverbs that only tie sentences together."""
    kept: list[Piece] = []
    for at in range(start, end):
        if not (scene.tags[at] == "RB" and scene.small[at] in _DROPPED):
            kept += cut(scene, at, at + 1)
    return tuple(kept)
