"""Questions for the doer of a passive: "was isolated by X" asks "Who isolated ...?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.dates import is_date
from cardsmith.grammar.questions.references import points, subject
from cardsmith.grammar.questions.tails import groups_after, simple, trailing
from cardsmith.grammar.questions.verbs import active
from cardsmith.grammar.questions.wh import Wh, thing
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_doer"]

# After these "by" tells the means and not the doer.
_MEANS: Final = frozenset(
    """accomplish achieve calculate compute denote describe distinguish divide estimate
    evaluate express find follow give identify illustrate indicate mark mean measure multiply
    obtain perform quantify replace represent solve write""".split()
)
# "was told in poems by monks": the monks made the poems.
_WORKS: Final = frozenset(
    "article book film letter painting paper play poem report song story study work".split()
)
_NO_DOERS: Final = frozenset(
    "chance contrast default definition design hand law means nature virtue way".split()
)


def ask_doer(scene: Scene) -> Asked | None:
    """Who or what did it."""
    parts = scene.clause.parts
    verb = scene.clause.verb
    place = next((at for at, part in enumerate(parts) if part.opener == "by"), -1)
    if place < 0 or not verb.passive or verb.lemma in _MEANS or verb.negated:
        return None
    doer = [part for part in groups_after(scene, place) if not is_date(scene, part)]
    span = (parts[place].start + 1, doer[-1].end)
    wh = _wh(scene, parts[place])
    if wh is None or not simple(parts[:place]) or points(scene, *span):
        return None
    made = place > 0 and scene.tokens[parts[place - 1].end - 1].lemma.lower() in _WORKS
    if made or span[1] - span[0] > LONGEST_ANSWER:
        return None
    rest = (*parts[:place], *(part for part in parts[place + 1 :] if part not in doer))
    if any(part.kind is PartKind.INFINITIVE for part in rest):  # of the deed, or of the doer?
        return None
    form = Form("doer", wh.word)
    return compose(scene, form, span, active(scene), subject(scene), trailing(scene, rest))


def _wh(scene: Scene, part: Part) -> Wh | None:
    if part.kind is not PartKind.PREPOSITION or not part.items:
        return None
    tokens = scene.tokens[part.start + 1 : part.core]
    counted = any(token.tag == "CD" for token in tokens)  # "by 20 percent"
    if counted or tokens[-1].lemma.lower() in _NO_DOERS or tokens[0].tag == "VBG":
        return None
    return thing(scene, part)
