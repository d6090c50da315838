"""Questions for what something is: "What is the dura mater?", "Which hormone lowers ...?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Pieces, Scene
from cardsmith.grammar.questions.attachment import stays_with_noun
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.cutting import clause_end, cut
from cardsmith.grammar.questions.doubts import identifies
from cardsmith.grammar.questions.kinds import PERSONS, maybe_person
from cardsmith.grammar.questions.references import points_back, subject, subject_span
from cardsmith.grammar.questions.tails import groups_after
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.questions.wh import Wh, is_person, thing
from cardsmith.grammar.reading import NounGroup, Part, PartKind, Tense

__all__ = ["ask_genus", "ask_what_is", "ask_which_is"]

_PURPOSES: Final = frozenset(
    "aim duty function goal job mission objective purpose role task".split()
)
_OPEN: Final = frozenset("case key one reason result same thing way".split())
_WIDE: Final = frozenset(
    """approach aspect concept condition factor idea method one part phenomenon practice
    process term thing way""".split()
)
# A person or a thing may be one.
_EITHER: Final = frozenset(("character", "figure", "icon", "voice"))
_POINTERS: Final = frozenset("another one some such this these".split())
_WHERE: Final = frozenset(("in which", "where", "whereby"))
_SORTS: Final = frozenset("class form group kind type".split())
_SHORT: Final = 3  # words


def _is(scene: Scene) -> Part | None:
    """What follows a simple "is": a noun, or "to defend" where the subject is a purpose."""
    verb = scene.clause.verb
    part = scene.first
    if verb.lemma != "be" or verb.negated or verb.tense is Tense.MODAL or verb.first != verb.head:
        return None
    if part is None or part.kind is PartKind.NOUN:
        return part if part is not None and part.items else None
    about = scene.clause.subject.start
    group = scene.group(about)
    one_of = scene.text(about, about + 2).lower() == "one of"
    purpose = one_of or (group is not None and scene.kind(group) in _PURPOSES)
    return part if part.kind is PartKind.INFINITIVE and purpose else None


def ask_what_is(scene: Scene) -> Asked | None:
    """What the subject is."""
    if identifies(scene):
        return _ask_deed(scene)
    part = _is(scene)
    about = scene.clause.subject
    wh = None if part is None else _wh(scene, part)
    if part is None or wh is None or scene.tokens[part.start].tag == "PRP":
        return None
    if about.kind is PartKind.PARTICIPLE or scene.tokens[about.start].tag == "EX":
        return None
    end = _definition_end(scene)
    first = scene.tokens[part.start]
    if first.text.lower() in _POINTERS or first.tag[:2] == "RB":  # "generally more complex"
        return None
    torn = any(scene.touches(end, piece.start) for piece in scene.clause.parts)
    return (
        None
        if torn
        else compose(scene, Form("what-is", wh.word), (part.start, end), inverted(scene))
    )


def _ask_deed(scene: Scene) -> Asked | None:
    """What the first step is, from "The first step is cutting the stem"."""
    verb = scene.clause.verb
    who = subject(scene)
    if verb.negated or verb.head != verb.first + 1 or verb.start != verb.first:
        return None
    span = (verb.head, clause_end(scene))
    return compose(scene, Form("what-is", "what"), span, (scene.tokens[verb.first].text,), who)


def _definition_end(scene: Scene) -> int:
    """The end of a definition, a clause that tells more of it included: "a process where"."""
    groups = groups_after(scene, 0)
    rest = scene.clause.parts[len(groups) :]
    more = bool(rest) and rest[0].kind is PartKind.SUBORDINATE and rest[0].opener in _WHERE
    return rest[0].end if more and rest[0].start == groups[-1].end else groups[-1].end


def _wh(scene: Scene, part: Part) -> Wh | None:
    """A subject that may be a person or a thing is what it is said to be."""
    about = thing(scene, scene.clause.subject)
    group = scene.group(part.start)
    if group is None or about is not None:
        return about
    if scene.kind(group) in PERSONS:
        return Wh("who")
    kind = scene.kind(group)
    return None if group.proper or kind in _EITHER or maybe_person(kind) else Wh("what")


def ask_which_is(scene: Scene) -> Asked | None:
    """What "is the powerhouse of the cell": only "the" promises that there is one."""
    part = _is(scene)
    span = subject_span(scene)
    group = None if part is None else scene.group(part.start)
    if part is None or group is None or not _limited(scene, part):
        return None
    wh = _of_unique(scene, part, group)
    end = groups_after(scene, 0)[-1].end
    pointing = points_back(scene, *span) or points_back(scene, part.start, scene.clause.end)
    torn = any(scene.touches(end, piece.start) for piece in scene.clause.parts)
    if not wh or torn or pointing or end - part.start > LONGEST_ANSWER:
        return None
    verb = scene.tokens[scene.clause.verb.head].text.lower()
    return compose(scene, Form("which-is", wh), span, (verb,), cut(scene, part.start, end))


def _of_unique(scene: Scene, part: Part, group: NounGroup) -> str:
    """The question word for "the" one, "" where it is not one, or what it is stays open."""
    about = scene.group(scene.clause.subject.start)
    kind = scene.kind(group)
    if group.determiner != "the" or about is None or kind in _OPEN:
        return ""
    several = scene.tokens[scene.clause.verb.head].text.lower() in ("are", "were")
    if several != (group.plural or len(part.items) > 1):
        return ""
    if kind in PERSONS or is_person(scene, about):
        return "who" if about.proper and kind in PERSONS else ""
    return "what" if about.proper or thing(scene, scene.clause.subject) else ""


def _limited(scene: Scene, part: Part) -> bool:
    """Whether there is more than "the process": "the powerhouse of the cell"."""
    rest = scene.clause.parts[1:]
    return part.end - part.start > _SHORT or (bool(rest) and stays_with_noun(scene, part, rest[0]))


def ask_genus(scene: Scene) -> Asked | None:
    """Which hormone lowers blood sugar, from "Insulin is a hormone that lowers blood sugar"."""
    part = _is(scene)
    span = subject_span(scene)
    group = None if part is None else scene.group(part.start)
    if part is None or group is None or group.determiner not in ("a", "an", "the"):
        return None
    if part.core >= part.end or points_back(scene, *span) or span[1] - span[0] > LONGEST_ANSWER:
        return None
    genus = _genus(scene, part, group)
    return (
        compose(scene, Form("genus", "which", genus), span, _hung(scene, part)) if genus else None
    )


def _genus(scene: Scene, part: Part, group: NounGroup) -> str:
    """The kind: "hormone", or "type of cell"; "" where a group of another sort stands between."""
    kind = scene.kind(group)
    if part.core != group.end:
        return scene.text(group.head, part.core) if kind in _SORTS else ""
    words = scene.tokens[group.start + 1 : group.end]
    if kind in _WIDE or len(part.items) > 1 or any(token.tag[:3] == "NNP" for token in words):
        return ""
    # "Which most serious warning ...?" asks nobody
    plain = len(words) <= _SHORT and all(token.tag not in ("JJS", "RBS") for token in words)
    return scene.text(group.start + 1 if plain else group.head, group.end)


def _hung(scene: Scene, part: Part) -> Pieces | None:
    """What hangs on the kind, as a predicate: "that lowers", "produced by" ("is produced by")."""
    opener = scene.tokens[part.core]
    if points_back(scene, part.core + 1, part.end):
        return None
    if opener.text.lower() in ("that", "which", "who"):
        singular = any(scene.is_tagged(part.core + 1, tag) for tag in ("VBZ", "VBD", "MD", "RB"))
        return cut(scene, part.core + 1, part.end) if singular else None
    helper = scene.tokens[scene.clause.verb.head].text.lower()
    if opener.tag == "VBN" and helper in ("is", "was"):
        return (helper, *cut(scene, part.core, part.end))
    return None
