"""Of what an equation is the formula: the question that the words before it allow."""

import re
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.casing import Casing, capital
from cardsmith.cards.signs.equations import Equation
from cardsmith.cards.signs.formula_leads import (
    ATTACHED,
    BY,
    CLAUSES,
    EXAMPLE,
    FOR,
    FORM,
    IT,
    LAWFUL,
    LEADS,
    NAME,
    NOUN,
    PLAIN,
    RELATED,
    SCENE,
    SPOKEN,
    STATES,
    SUBJECT,
    SUBJECT_OF,
    TO,
    VAGUE,
    WHICH,
)
from cardsmith.cards.signs.legends import squeezed
from cardsmith.cards.signs.passages import MASK, masked
from cardsmith.grammar import CONNECTIVES, POINTERS, Tense, content, count, read
from cardsmith.markup import cut, flat
from cardsmith.model import Runs, Strong, Text

__all__ = ["Named", "named"]

MOST_WORDS: Final = 22
# characters of a sentence; patterns need long for more
LONGEST: Final = 400


@dataclass(frozen=True, slots=True)
class Named:
    """A question for a formula: ``start``, ``thing`` and ``end``; ``thing`` is what it is asked by.

    ``scene`` stands before it: "for a point mass".
    """

    start: str
    thing: Runs
    end: str
    scene: Runs = ()


def named(equation: Equation, casing: Casing) -> Named | None:
    """The question for an equation, or None where its thing is not certain."""
    lead = _stripped(equation.lead)
    if len(flat(lead)) > LONGEST or EXAMPLE.search(_unquoted(masked(lead))):
        return None
    scene, lead = _staged(lead)
    text = masked(lead)
    for ask in ASKS:
        found = ask(lead, casing)
        if found is not None and _good(found, equation):
            return _reworded(
                replace(found, scene=_thing(scene, (0, len(flat(scene))), casing)), equation
            )
        if found is not None:
            break
    return (
        _resumed(equation, text, casing) or _explained(equation, text) or _spelled(equation, casing)
    )


def _by_which(lead: Runs, casing: Casing) -> Named | None:
    """The thing that a relative clause gives a formula of, where it hangs on nothing else."""
    match = WHICH.match(masked(lead))
    if match is None:
        return None
    lawful = LAWFUL.search(match["thing"]) or NAME.search(match["thing"])
    if match["before"].casefold() in ATTACHED and not lawful:
        return None
    return _verbal(_thing(lead, (match.start("article"), match.end("thing")), casing), match)


def _by_noun(lead: Runs, casing: Casing) -> Named | None:
    """A lead that is nothing but the name of a thing."""
    match = NOUN.match(masked(lead))
    if match is None or any(verb.tense is not Tense.NONE for verb in read(lead).verbs):
        return None
    return _worded(_thing(lead, match.span("thing"), casing), "")


def _resumed(equation: Equation, lead: str, casing: Casing) -> Named | None:
    """A formula of what "It" stands for: the subject of the sentence before, or a law's title."""
    match = IT.match(lead)
    if match is None:
        return None
    title = re.sub(r" \([^)]*\)", "", equation.passage.title)
    prior = SUBJECT_OF.match(masked(equation.prior))
    if LAWFUL.search(title) or NAME.search(title):
        found: Named | None = _lawful((Text(casing.inside(title)),))
    elif prior and match["noun"] is None:
        found = _verbal(_thing(equation.prior, prior.span("thing"), casing), match)
    else:
        return None
    return found if found and _good(found, equation) else None


def _spelled(equation: Equation, casing: Casing) -> Named | None:
    """A formula for what its left side spells in words."""
    left = re.match(
        r"\\text\{([A-Z][A-Za-z -]{4,40})\}\s*=|([A-Z][a-z]+(?: [A-Za-z]+)+)\s*=", equation.tex
    )
    if left is None:
        return None
    words = casing.inside((left[1] or left[2]).strip())
    found = Named("What is the formula for ", (Text(words),), "")
    return found if _good(found, equation) else None


def _staged(lead: Runs) -> tuple[Runs, Runs]:
    """What a leading phrase says of where a formula holds, and the rest: "For a sphere, ..."."""
    text = masked(lead)
    match = SCENE.match(text)
    if match is None or set(match["scene"].casefold().split()) & POINTERS:
        return (), lead
    rest = cut(lead, match.end(), len(text))
    first = rest[0] if rest else None
    if isinstance(first, Text):
        rest = (Text(capital(first.text)), *rest[1:])
    return cut(lead, *match.span("scene")), rest


def _reworded(found: Named, equation: Equation) -> Named:
    """A reaction and a mapping are no formulas."""
    if found.start == "What is the formula for ":
        text = flat(found.thing)
        if FORM.match(text):
            return replace(found, start="What is ")
        if equation.reacts:
            return replace(found, start=f"What is the {_kind(equation)} for ")
    return found


def _kind(equation: Equation) -> str:
    return "rule" if re.match(r"[^→\\]*\(", equation.tex) and "," in equation.left else "equation"


def _stripped(lead: Runs) -> Runs:
    match = LEADS.match(flat(lead))
    return cut(lead, match.end(), len(flat(lead))) if match else lead


def _unquoted(text: str) -> str:
    return text.replace("the following", "the").replace("as follows", "as").replace("given by", "")


def _thing(lead: Runs, span: tuple[int, int], casing: Casing) -> Runs:
    """The words of a thing as they stand inside a sentence, without bold marks."""
    runs = tuple(Text(run.text) if isinstance(run, Strong) else run for run in cut(lead, *span))
    first = runs[0] if runs else None
    if span[0] == 0 and isinstance(first, Text):
        article = re.match(r"(?:The|An?) ", first.text)
        start = article[0].lower() + first.text[article.end() :] if article else first.text
        return (Text(start if article else casing.start(start)), *runs[1:])
    return runs


def _by_formula(lead: Runs, casing: Casing) -> Named | None:
    match = FOR.match(masked(lead))
    if match is None:
        return None
    if not PLAIN.fullmatch(match["kind"]):  # "the vector equation of a line" is no formula for it
        thing = _thing(lead, (match.start("kind"), match.end("thing")), casing)
        return Named("What is ", thing, "")
    return _worded(_thing(lead, match.span("thing"), casing), match["terms"] or "")


def _by_relation(lead: Runs, casing: Casing) -> Named | None:
    match = RELATED.match(masked(lead))
    if match is None:
        return None
    thing = (*_thing(lead, match.span("thing"), casing), Text(" related to "))
    return Named(f"By which formula {match['be']} ", (*thing, *cut(lead, *match.span("other"))), "")


def _by_task(lead: Runs, casing: Casing) -> Named | None:
    match = TO.match(masked(lead))
    if match is None:
        return None
    group = "thing" if match["thing"] else "other"
    thing = _thing(lead, match.span(group), casing)
    verb = {"calculate": "calculated", "find": "found", "compute": "computed"}
    done = verb.get((match["to"] or match["can"]).lower(), "determined")
    return Named("By which formula can ", thing, f" be {done}")


def _by_subject(lead: Runs, casing: Casing) -> Named | None:
    match = SUBJECT.match(masked(lead))
    if match is None:
        return None
    return _verbal(_thing(lead, match.span("thing"), casing), match)


def _verbal(thing: Runs, match: re.Match[str]) -> Named | None:
    """The question that the verb of a lead allows: defined, calculated, or given by a formula."""
    told = match.groupdict()
    text, verb = (
        flat(thing),
        (told["verb"] or told.get("defined") or "given").casefold().split()[-1],
    )
    be = match["be"].casefold().split()[0]
    if NAME.search(text) or LAWFUL.search(text):
        return _lawful(thing)
    if verb == "defined" and be in {"is", "are"} and not match["terms"]:
        return Named(f"By which formula {be} ", thing, " defined")
    if verb in {"calculated", "computed", "determined"} and not match["terms"]:
        start, be = ("can ", " be") if be in {"can", "may"} else (f"{be} ", "")
        return Named(f"By which formula {start}", thing, f"{be} {verb}")
    return _worded(thing, match["terms"] or "")


def _worded(thing: Runs, terms: str) -> Named | None:
    if LAWFUL.search(flat(thing)):
        return _lawful(thing)
    return None if MASK in terms else Named("What is the formula for ", thing, terms)


def _lawful(thing: Runs) -> Named:
    """The question for a law, or for an equation that has a name."""
    spoken = SPOKEN.match(flat(thing))
    thing = cut(thing, spoken.end() if spoken else 0, len(flat(thing)))
    text = flat(thing)
    if NAME.search(text):
        bare = re.match(r"(?:the|an?) |[A-Z][\w–-]+['’]s? ", text, re.IGNORECASE) is None
        return Named("What is the " if bare else "What is ", thing, "")
    bare = re.match(r"(?:the|an?) |[\w–-]+['’]s? ", text, re.IGNORECASE) is None
    return Named("How is the " if bare else "How is ", thing, " written as a formula")


def _by_law(lead: Runs, casing: Casing) -> Named | None:
    match = STATES.match(masked(lead))
    return _lawful(_thing(lead, match.span("thing"), casing)) if match else None


def _by_name(lead: Runs, casing: Casing) -> Named | None:
    match = BY.match(masked(lead))
    return _lawful(_thing(lead, match.span("thing"), casing)) if match else None


ASKS: Final = (
    _by_formula,
    _by_name,
    _by_which,
    _by_law,
    _by_relation,
    _by_task,
    _by_subject,
    _by_noun,
)


def _good(found: Named, equation: Equation) -> bool:
    """Whether the question names a thing of its own."""
    text = masked(found.thing).replace(MASK, "")
    words = [word.casefold() for word in re.findall(r"[\w'’-]+", text)]
    if not words or words[0] in CONNECTIVES or set(words) & POINTERS - {"one", "each"}:
        return False
    own = [word for word in content(text) if word not in VAGUE]
    clauses = CLAUSES.search(text)
    sized = count(text) <= MOST_WORDS and text.count("(") == text.count(")")
    whole = squeezed(equation.tex) not in squeezed(flat(found.thing))
    return bool(own) and not clauses and sized and whole


def _explained(equation: Equation, lead: str) -> Named | None:
    """A formula for what its own legend says that its left side is."""
    leading = re.search(r"(?:as|by|is|formula|equation|follows|:|that|expression)[:,]?\s*$", lead)
    for symbol in equation.legend:
        alone = len(symbol.texs) == 1 and squeezed(symbol.texs[0]) == equation.left
        if alone and symbol.telling and leading and equation.left.count("=") == 0:
            found = Named("What is the formula for ", symbol.meaning, "")
            return found if _good(found, equation) else None
    return None
