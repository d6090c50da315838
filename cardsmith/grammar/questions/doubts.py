"""Doubts about where a clause belongs: a predicate after "and", a past tense, a limit in front."""

from typing import Final

from cardsmith.grammar.inflect import participle, past
from cardsmith.grammar.questions.asked import Scene
from cardsmith.grammar.questions.kinds import IDENTIFIED
from cardsmith.grammar.questions.references import limited
from cardsmith.grammar.reading import Part, PartKind, Tense

__all__ = ["describes", "doubtful", "helped", "identifies", "reduced", "shares_object"]

# A passive of these may take a noun: "was elected president".
_TAKING_NOUNS: Final = frozenset(
    """allow appoint ask assign award call consider crown declare deem deny designate dub elect
    give grant label leave make name nickname offer pay promise proclaim rename render send show
    teach tell term title""".split()
)
_HELPING: Final = frozenset("help let make".split())
_SURE_OF_VERB: Final = 20  # a margin
_RELATIVES: Final = frozenset(("WDT", "WP", "WP$", "WRB"))


def doubtful(before: tuple[Scene, ...], scene: Scene) -> bool:
    """Whether a clause may say something else than it seems to, because of those before it."""
    if not before:
        return False
    last = before[-1]
    if not scene.clause.lead and any(limited(other) for other in before):
        return True
    second = last.clause.subject == scene.clause.subject
    return second and (
        _shares_helper(last, scene) or _in_relative(last) or _maybe_participle(last, scene)
    )


def _shares_helper(before: Scene, scene: Scene) -> bool:
    """Whether a second predicate may hang on the helper of the first: "can bind it and start"."""
    first = before.clause
    hanging = first.verb.tense is Tense.MODAL or any(
        part.kind is PartKind.INFINITIVE for part in first.parts
    )
    return hanging and _simple(scene) in ("VB", "VBP")


def _maybe_participle(before: Scene, scene: Scene) -> bool:
    """Whether a past tense after "and" may be a participle: "is cut and dried"."""
    verb = scene.clause.verb
    if _simple(scene) != "VBD" or past(verb.lemma) != participle(verb.lemma):
        return False
    if before.clause.verb.first != before.clause.verb.head:
        return True
    group = scene.group(verb.end)
    but = scene.tokens[scene.clause.start].text.lower() == "but"
    bare = group is not None and not group.determiner and not but
    unsure = bare and scene.tokens[verb.head].margin < _SURE_OF_VERB
    return unsure or before.clause.verb.tense is not Tense.PAST


def _simple(scene: Scene) -> str:
    """The tag of a verb that stands without a helper, "" for one that has some."""
    verb = scene.clause.verb
    return scene.tokens[verb.head].tag if verb.first == verb.head else ""


def _in_relative(before: Scene) -> bool:
    """Whether a second predicate may go on in a relative clause: ", which rose and fell"."""
    return any(_holds_relative(before, part) for part in before.clause.parts)


def _holds_relative(scene: Scene, part: Part) -> bool:
    if part.kind is PartKind.RELATIVE:
        return True
    whole = part.kind in (PartKind.INFINITIVE, PartKind.PARTICIPLE)
    start = part.start if whole else part.core
    return not _RELATIVES.isdisjoint(scene.tags[start : part.end])


def shares_object(scene: Scene, after: Scene | None) -> bool:
    """Whether a verb has its object behind the next one: "Bees find and carry pollen"."""
    verb = scene.clause.verb
    if verb.passive or verb.lemma == "be" or not scene.is_tagged(verb.end, "CC"):
        return False
    if after is None or after.clause.start != verb.end:
        return scene.is_tagged(verb.end + 1, "VB")  # "can find and carry pollen"
    return after.clause.subject == scene.clause.subject


def helped(scene: Scene, after: Scene) -> bool:
    """Whether a clause may hang on "help": "to help parents and children learn"."""
    other = after.clause.subject != scene.clause.subject
    plain = _simple(after) in ("VB", "VBP")
    if not (other and plain and scene.is_tagged(after.clause.start, "CC")):
        return False
    words = scene.tokens[scene.clause.verb.start : scene.clause.end]
    return any(token.tag[:2] == "VB" and token.lemma in _HELPING for token in words)


def reduced(scene: Scene, after: Scene) -> bool:
    """Whether a past tense may be a participle: "a story told in pictures and songs can move"."""
    verb = scene.clause.verb
    first = scene.first
    if _simple(scene) != "VBD" or past(verb.lemma) != participle(verb.lemma):
        return False
    bare = first is None or first.kind is PartKind.PREPOSITION
    joined = scene.tags[after.clause.start] == "CC"
    return bare and joined and after.clause.subject != scene.clause.subject


def identifies(scene: Scene) -> bool:
    """Whether "is" and a participle say what something is: "the first step is cutting the stem"."""
    if not scene.clause.verb.progressive:
        return False
    group = scene.group(scene.clause.subject.start)
    one_of = scene.text(scene.clause.subject.start, scene.clause.subject.start + 2).lower()
    told = group is not None and scene.kind(group) in IDENTIFIED
    return told or one_of == "one of"


def describes(scene: Scene) -> bool:
    """Whether a participle after "is" belongs to the noun behind it: "are related processes"."""
    verb = scene.clause.verb
    first = scene.first
    noun = first is not None and first.kind is PartKind.NOUN
    return noun and verb.passive and verb.lemma not in _TAKING_NOUNS
