"""Titles of sections: cleaned for people, and what they are worth as an answer."""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise
from typing import Final

from cardsmith.model import Nature

__all__ = ["are_alike", "clean", "is_closing", "nature", "number", "tells_more"]

# Letters with a full stop are an initial, too ("E. coli"): ``lettering`` tells which.
_NUMBER: Final = re.compile(
    r"""\s*(?:
      (?i:step|point|reason|tip) \s+ (?:\d{1,3}|[IVXivx]{1,5}) \s* [:.)–—-] (?=\s)
    | \(?\d{1,3}(?:\.\d{1,2})*[.)] (?=\s)
    | \d{1,2}: (?=\s)
    | \d{1,2}(?:\.\d{1,2})+ (?=\s+[^\W\d_a-z])
    | \(?(?:[IVXivx]{1,5}|[A-Ha-h])\) (?=\s)
    | (?:[IVX]{2,5}|[a-h])\. (?=\s+[^\W\d_a-z])
    )\s+""",
    re.VERBOSE,
)
_LOOSE: Final = ":;,–—-#"
_BEFORE: Final = ":;,"
_AFTER: Final = ":;,–—"
_SPACE: Final = re.compile(r"\s+")
_RISKS: Final = re.compile(r"\brisk factors?\b", re.IGNORECASE)
_SHORTENED: Final = re.compile(r"\b(?:Co|Corp|etc|Inc|Jr|Ltd|Sr|St)\.$")
# "Type A" is a name
_LETTER: Final = re.compile(r"\s[A-Z]$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CLOSING: Final = frozenset(
    line.strip()
    for line in """
    brief summary
    closing remarks
    closing thoughts
    concluding remarks
    concluding thoughts
    conclusion
    conclusion and summary
    conclusions
    final conclusion
    final note
    final remarks
    final summary
    final thoughts
    in brief
    in conclusion
    in short
    in summary
    key takeaway
    key takeaways
    overall
    overall conclusion
    overall summary
    summary
    summary and conclusion
    takeaway
    takeaways
    to sum up
    to summarize
    wrapping up
    """.splitlines()
    if line.strip()
)
_SUMMARY: Final = re.compile(r"(?:conclusion|summary)(?::| (?:of|table|and))\b", re.IGNORECASE)
# Words that say which side of a thing is told, not which thing.
_ASPECTS: Final = _words(
    """
    advancement advancements advantage advantages analysis application applications approach
    approaches aspect aspects background basics benefit benefits calculation calculations case cases
    cause causes challenge challenges characteristic characteristics classification comparison
    comparisons complication complications component components composition concept concepts concern
    concerns conclusion conclusions connection connections cons consequence consequences
    consideration considerations context contexts contrast contribution contributions criteria
    criterion criticism criticisms debate debates definition definitions description design detail
    details development developments diagnosis difference differences dimension dimensions direction
    directions disadvantage disadvantages discussion drawback drawbacks effect effectiveness effects
    element elements end evidence example examples explanation explanations factor factors feature
    features finding findings focus form format formation formats formatting forms formula
    foundations function functionality functions fundamentals future goal goals history idea ideas
    identification illustration impact impacts implementation implication implications importance
    indication indications influence influences insight insights instance interpretation
    interpretations introduction issue issues legacy limitation limitations location
    management meaning mechanism mechanisms method methodology methods nature note notes objective
    objectives origin origins outcome outcomes overview part parts pattern patterns perspective
    perspectives point points practice practices principle principles procedure procedures process
    processes properties pros prospects purpose purposes reason reasons recommendation
    recommendations relation relations relationship relationships relevance requirement requirements
    response responses result results role roles roots rule rules scenario scenarios scope sign
    significance similarities similarity solution solutions source sources stage stages step steps
    strategies strategy strength strengths structure structures style summary symptom symptoms
    takeaway takeaways technique techniques term terminology terms theme themes theory thought
    thoughts tip tips treatment trend trends type types understanding usage use usefulness uses
    value weakness weaknesses works
    """
)
_SHADES: Final = _words(
    """
    a actual additional alternative an and as basic best better between biological brief broad
    broader by causal central clinical code common comparative comprehensive conceptual contemporary
    contextual core critical cultural current detailed different early ecological economic
    educational environmental essential ethical everyday expected final for formal from functional
    fundamental further future general global highlighted historical holistic how important in
    initial interdisciplinary into is it its itself key lasting legal long-term main major
    mathematical methodological modern moral multidisciplinary natural negative of on ongoing or
    other overall philosophical physical physiological political positive possible potential
    practical primary principal psychological real real-life real-world recent regional related
    relevant short-term significant simple snippet social societal some special specific
    step-by-step structural systematic technical technological the their theoretical to today
    typical underlying various versus vs what why with within
    """
)
_HEADS: Final = _words(
    """
    advantage advantages application applications aspects background basics benefit benefits
    calculation calculations causes challenge challenges characteristics comparison comparisons
    complications components concept connection consequences contribution contributions definition
    definitions description differences disadvantages effect effectiveness effects elements example
    examples explanation factors features function functions goals history impact impacts
    implications importance influence influences introduction legacy limitation limitations meaning
    mechanism mechanisms methods nature origins outcomes overview principles properties purpose
    reasons relation relationship relevance role roles scope significance stages steps strategies
    structure summary symptoms techniques types understanding uses
    """
)
# Kinds of text: "Process Overview" and "Use Cases" name nothing.
_FORMS: Final = _words(
    "calculation comparison definition description example examples explanation overview summary"
    " use"
)
_PAIR: Final = 2
_GENERIC: Final = _ASPECTS | _SHADES
_NOUNS: Final = _ASPECTS - _SHADES
_JOINTS: Final = _words("of in on for to with and between within from affecting influencing")


def number(title: str) -> str:
    """The numbering that a title begins with ("3." or "Step 3:"), "" where there is none."""
    match = _NUMBER.match(title)
    return match[0].strip() if match else ""


def clean(title: str) -> str:
    """A title without numbering, colon and loose signs; the numbering alone stays as it is."""
    text = _SPACE.sub(" ", title).strip()
    match = _NUMBER.match(text)
    bare = _ends(text[match.end() :] if match else text)
    if bare.endswith(".") and bare.count(".") == 1 and not _SHORTENED.search(bare):
        bare = bare[:-1]
    return bare or _ends(text) or text


def _ends(text: str) -> str:
    """A text on one line without the signs that lead to it and on from it.

    A dash or a "#" that touches a word is a part of it: "-ly", "Cl-", "C#".
    """
    words = text.split(" ")
    low, high = 0, len(words)
    while low < high and not words[low].strip(_LOOSE):
        low += 1
    while low < high and not words[high - 1].strip(_LOOSE):
        high -= 1
    return " ".join(words[low:high]).lstrip(_BEFORE).rstrip(_AFTER)


def nature(title: str) -> Nature:
    """Whether a cleaned title names a thing or fits any document."""
    if not title:
        return Nature.UNTITLED
    if is_closing(title):
        return Nature.GENERIC
    words = [word.casefold() for word in _WORD.findall(_RISKS.sub("factors", title))]
    if _is_compound(words) or _LETTER.search(title):
        return Nature.NAMED
    if not _ASPECTS.isdisjoint(words) and _GENERIC.issuperset(words):
        return Nature.GENERIC
    if title.endswith("?"):
        return Nature.NAMED
    told = [*dropwhile(_SHADES.__contains__, words)]
    return Nature.GENERIC if _has_joint(told) else Nature.NAMED


def _has_joint(words: Sequence[str]) -> bool:
    """Whether words tell a side of something: "Role of Sleep", "Causes and Risk Factors"."""
    if len(words) <= 1 or words[0] not in _HEADS or words[1] not in _JOINTS:
        return False
    # "Nature and Suburban Life" is about nature
    return words[:2] != ["nature", "and"]


def _is_compound(words: Sequence[str]) -> bool:
    """Whether two nouns that are generic alone name a thing together ("Case Management")."""
    return any(
        first in _NOUNS and second in _NOUNS and not {first, second} & _FORMS
        for first, second in pairwise(words)
    )


def are_alike(title: str, other: str) -> bool:
    """Whether two titles of two words differ in the first: it tells "Local Effects" apart."""
    words, others = title.casefold().split(), other.casefold().split()
    return len(words) == len(others) == _PAIR and words[1:] == others[1:]


def is_closing(title: str) -> bool:
    """Whether a cleaned title announces the end of an answer."""
    return title.casefold() in _CLOSING or bool(_SUMMARY.match(title))


def tells_more(title: str) -> bool:
    """Whether the title of the closing words says more than that they are."""
    return title.casefold() not in _CLOSING
