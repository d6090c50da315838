"""Questions for the object: "What does the hippocampus encode?", "What is it called?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.tails import torn, trailing, unclaimed
from cardsmith.grammar.questions.told import joins_deed
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.questions.wh import thing
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["LETTING", "ask_name", "ask_object", "is_doing"]

# Verbs that only carry their noun: nobody asks "What does glutamate play?".
_CARRIED: Final = {
    verb: frozenset(nouns.split())
    for verb, nouns in {
        "bear": "resemblance",
        "bring": "change",
        "do": "work",
        "draw": "attention conclusion inspiration",
        "exert": "influence",
        "gain": "momentum popularity recognition traction",
        "give": "birth credence insight rise way",
        "hold": "importance significance",
        "lay": "foundation groundwork",
        "make": "choice contribution decision difference effort progress sense sure use way",
        "mark": "turning",
        "pave": "way",
        "pay": "attention",
        "place": "emphasis",
        "play": "part role",
        "pose": "challenge risk threat",
        "serve": "function purpose role",
        "set": "stage",
        "shed": "light",
        "take": "account action advantage care form part place precedence shape step time",
        "undergo": "change",
    }.items()
}
_NOT_ASKED: Final = frozenset(
    "appear be become cost equal have last mean remain seem weigh".split()
)
# An infinitive after the object of these tells what the object does.
LETTING: Final = frozenset(
    """allow ask cause challenge compel direct drive empower enable encourage expect force
    help induce inspire instruct invite lead motivate oblige order permit persuade prompt
    require signal stimulate teach tell train trigger urge want""".split()
)
# These take a deed as their object.
_OF_DEEDS: Final = frozenset(
    """advocate avoid emphasize encompass entail facilitate include involve mean necessitate
    prevent prioritize prohibit promote propose recommend require suggest support""".split()
)
_ADVERBIAL: Final = frozenset(("based", "depending", "using"))
_RENDERING: Final = frozenset("deem find keep leave make render".split())
# Nouns that tell how long or how often after any verb.
_MEASURES: Final = frozenset(
    "century day decade hour minute month percent second time week year".split()
)
_POINTERS: Final = frozenset("it such that them these this those".split())
_NAMING: Final = frozenset("call dub label name term".split())


def ask_object(scene: Scene) -> Asked | None:
    """What the subject does something to."""
    part = scene.first
    if part is not None and is_doing(scene, part):
        span = (part.start, part.end)
        return compose(scene, Form("object", "what"), span, inverted(scene))
    if part is None or part.kind is not PartKind.NOUN or not _is_object(scene, part):
        return None
    wh = thing(scene, part)
    if wh is None:
        return None
    rest = unclaimed(scene, 0) if part.end == part.core else scene.clause.parts[1:]
    end = scene.clause.parts[len(scene.clause.parts) - len(rest) - 1].end
    if end - part.start > LONGEST_ANSWER or torn(scene, end, rest):
        return None
    span = (part.start, end)
    return compose(scene, Form("object", wh.word), span, inverted(scene), trailing(scene, rest))


def is_doing(scene: Scene, part: Part) -> bool:
    """Whether the object is a deed: "involves cutting the stem"."""
    verb = scene.clause.verb
    first = scene.tokens[part.start]
    doing = part.kind is PartKind.PARTICIPLE and first.tag == "VBG" and part.start == verb.end
    return doing and not _joins_deeds(scene, part) and not verb.passive and verb.lemma in _OF_DEEDS


def _is_deed(scene: Scene, part: Part) -> bool:
    """Whether a noun may be a deed: "involves soaking hides, scraping them, and drying them"."""
    ends = (scene.text(part.start, part.start + 1), scene.text(part.core - 1, part.core))
    return any(word.endswith("ing") for word in ends) and scene.is_tagged(part.end + 1, "VBG")


def _joins_deeds(scene: Scene, part: Part) -> bool:
    return any(joins_deed(scene, at) for at in range(part.end, scene.clause.end))


def _is_object(scene: Scene, part: Part) -> bool:
    verb = scene.clause.verb
    first = scene.tokens[part.start]
    if verb.passive or verb.lemma in _NOT_ASKED or not part.items:
        return False
    if scene.small[part.start] in _POINTERS or first.tag == "PRP" or _of_deed(scene, part):
        return False
    if verb.lemma in _OF_DEEDS and _is_deed(scene, part) and _joins_deeds(scene, part):
        return False
    carried = scene.tokens[part.items[0].start : part.items[0].end]
    nouns = _CARRIED.get(verb.lemma, frozenset())
    if carried[-1].lemma.lower() in _MEASURES or (
        nouns and any(token.lemma.lower() in nouns for token in carried)
    ):
        return False
    return len(scene.clause.parts) == 1 or _alone(scene, scene.clause.parts[1])


def _of_deed(scene: Scene, part: Part) -> bool:
    """Whether the end of an object tells of the deed: "sorts stones based on size"."""
    rendered = scene.clause.verb.lemma in _RENDERING  # "makes living hard"
    told = rendered and scene.tokens[part.end - 1].tag in ("JJ", "VBG", "VBN")
    return told or scene.text(part.core, part.core + 1) in _ADVERBIAL


def _alone(scene: Scene, following: Part) -> bool:
    """Whether an object is the only one: "gives plants energy" and "makes it hard" have two."""
    if following.kind is PartKind.INFINITIVE:
        return scene.clause.verb.lemma not in LETTING
    return following.kind not in (PartKind.NOUN, PartKind.ADJECTIVE, PartKind.THAT)


def ask_name(scene: Scene) -> Asked | None:
    """What the subject is called."""
    part = scene.first
    verb = scene.clause.verb
    if part is None or not verb.passive or not part.items:
        return None
    span = (part.items[0].start, part.end)
    if verb.lemma == "refer" and part.opener == "to as":
        return compose(scene, Form("name", "what"), span, inverted(scene), ("to as",))
    if verb.lemma in _NAMING and part.kind is PartKind.NOUN:
        return compose(scene, Form("name", "what"), span, inverted(scene))
    return None
