"""Questions for what a clause tells: "What did Galileo show?", "that the Earth moves"."""

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.told import is_claim, told_end
from cardsmith.grammar.questions.verbs import inverted

__all__ = ["ask_claim"]


def ask_claim(scene: Scene) -> Asked | None:
    """What the subject says, shows or decides."""
    part = scene.first
    if part is None or not is_claim(scene, part):
        return None
    end = told_end(scene, part)
    if end < 0:
        return None
    return compose(scene, Form("claim", "what"), (part.start, end), inverted(scene))
