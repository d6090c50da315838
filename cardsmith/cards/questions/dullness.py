"""Questions that are right and that nobody wants to answer: about anything, or about the topic."""

import re
from typing import Final

from cardsmith.cards.choosing.lexicon import named
from cardsmith.cards.commonness import band, commonest
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.questions.question import Question, worth
from cardsmith.grammar import content, count, families, stems

__all__ = ["everyday_subject", "hollow", "idle", "reports", "told_apart", "topical_subject"]

# kinds of question whose answer begins its sentence
_SUBJECT: Final = frozenset({"subject", "label", "which-is", "genus"})
# "the use of X" is X, "effective training" is training
_LIGHT: Final = re.compile(
    r"^(?:(?:the |an? )?(?:use|presence|structure|development|implementation|importance|role|"
    r"exposure|understanding|study|application|process|nature|impact|effect|effects|introduction|"
    r"integration|establishment|lack|practice|concept|theory|design|addition|combination) "
    r"(?:of|to) "
    r"|(?:using|utilizing|having|understanding|knowing|engaging|maintaining|creating|providing|"
    r"implementing|incorporating|employing) )",
    re.IGNORECASE,
)
_ABSTRACT: Final = re.compile(
    r"(?:aftermath|arrival|collapse|decline|duality|emergence|end|experiences?|fall|growth|"
    r"idealization|legacy|length|level|literature|loss|myth|number|outcome|outcomes|quality|rate|"
    r"response|result|results|rise|size|spread|success|work|works) of\b|"
    r"(?:someone|anyone|those|people|individuals|ones) (?:who|that|with)\b",
    re.IGNORECASE,
)
_OWNER: Final = re.compile(r"(?P<owner>.+?)(?:['’]s|s['’])(?: |$)")
_GERUND: Final = re.compile(r"[A-Za-z]+ing\b(?! (?:rate|point|system|process)s?\b)")
_REPORTS: Final = re.compile(
    r"^(?:What|Who|Which(?: [\w-]+){1,3}) (?:often |also |typically |can |may |has |have )?"
    r"(?:indicat|show|suggest|mean|highlight|reflect|echo|underscor|demonstrat|illustrat|reveal|"
    r"emphasi[sz]|present|spark|contribut|influenc|affect|impact|shap|complicat|enhanc|foster|"
    r"facilitat|help|ensur|rais|challeng|includ)\w*\b"
)
_LIGHT_VERBS: Final = frozenset(
    """addresses address adopt affect aim allow allows boast complicate consider contribute create
    creates demonstrate demonstrates describe emphasize emphasizes employ enable enables encourage
    encourages enhance ensure ensures establish examine experience explore facilitate facilitates
    feature focus foster fosters function give gives have help highlight highlights impact implement
    include incorporate incorporates indicate influence influences integrate involve leverage
    maintain make need offer offers play play present promote promotes provide provides reflect
    reflects represent require requires serve serves shape show showcase strive support supports
    understand use uses utilize utilized utilizes""".split()
)
_IDLE_HEADS: Final = re.compile(
    r"^(?:[\w-]+ ){0,3}(?:range|series|variety|amount|number|niche|role|theme|approach|objective|"
    r"source|array|set|sense|lot|way|wealth|opportunity|tool|means|understanding|insight|benefit|"
    r"outcome|experience|environment|effort|practice|strategy|technique|method|effect|change|result|"
    r"improvement|question|concern|discussion|debate)(?:e?s)?"
    r"(?: (?:of|for|in|to|on|into|about|over|regarding)\b.*)?$",
    re.IGNORECASE,
)
TECHNICAL: Final = 8
OFTEN: Final = 4
SHARE: Final = 2
FEW: Final = 2
WORTHY: Final = 0.9
# telling words of a question, and words of praise, that tell one part from the others
TOLD: Final = 4
MOST_PRAISE: Final = 1


def told_apart(question: Question) -> bool:
    """Whether a part is asked for by so much that its name may be an everyday word: "Testing"."""
    asked = question.asked
    said = telling(asked.question) >= TOLD and praise(asked.question) <= MOST_PRAISE
    return asked.wording == "label" and said and asked.question.startswith("Which ")


def idle(question: Question) -> bool:
    """Whether an answer has a head that fits anything and no rare word: "series of failures"."""
    return _IDLE_HEADS.match(question.answer) is not None and not _technical(question.answer)


def topical_subject(question: Question) -> bool:
    """Whether the subject is asked that the whole document is about, with or without light words.

    Two things that a document compares tell each other apart, and a definition asks for its term.
    """
    if question.asked.wording not in _SUBJECT or _compares(question) or told_apart(question):
        return False
    bare = families(_LIGHT.sub("", question.answer)) or families(question.answer)
    return bare <= question.study.secret and not _defines(question)


def everyday_subject(question: Question) -> bool:
    """Whether the subject is no term: "sponsorship", "residents", "using digital tools"."""
    asked = question.asked
    if asked.wording not in _SUBJECT:
        return False
    if _proper(question):
        return _own_kind(question)
    if asked.wording == "label":
        return False
    if _ABSTRACT.match(question.answer) or _own_kind(question):
        return True
    bare = _LIGHT.sub("", question.answer)
    gerund = _GERUND.match(question.answer) is not None and count(question.answer) > 1
    return gerund or not _technical(bare)


def _own_kind(question: Question) -> bool:
    """Whether "Which script …?" is answered by what is praised, or by whose it is.

    "A well-crafted script", "Donne's wit" where the document is about Donne.
    """
    genus, answer = question.asked.genus, question.answer
    if not genus or not answer.casefold().endswith(genus.casefold()):
        return False
    before = answer[: -len(genus)].strip()
    owner = _OWNER.match(before)
    if owner is not None:
        return families(owner["owner"]) <= question.study.secret
    return before.casefold().startswith("well-") or praise(before) >= count(before) > 0


def reports(question: Question) -> bool:
    """Whether a subject is asked by a verb that tells nothing of it: "What highlights …?"."""
    told = _REPORTS.match(question.asked.question) is not None and not told_apart(question)
    return told and question.asked.wording in _SUBJECT and not _technical(question.answer)


def hollow(question: Question) -> bool:
    """Whether a question says no more than its topic and a light verb: "What do markets offer?"."""
    asked = question.asked
    if asked.wording in _SUBJECT or asked.wording in {"when", "where", "how-many", "doer", "why"}:
        return False
    words = content(asked.question)
    known = question.study.secret
    told = [word for word in words if word not in _LIGHT_VERBS and not families(word) <= known]
    technical = _technical(question.answer) and worth(question) >= WORTHY
    return not told and not technical


def _defines(question: Question) -> bool:
    return re.match(r"What (?:is|are|refers? to|was|were) ", question.asked.question) is not None


def _compares(question: Question) -> bool:
    asked = question.study.document.front.question
    return re.search(r"\b(?:differ|differen|compar|versus|vs)\w*", asked, re.IGNORECASE) is not None


def _proper(question: Question) -> bool:
    """Whether the answer is a name inside its sentence, an acronym or a figure."""
    answer = question.answer
    inside = question.asked.start > 0 and answer[:1].isupper()
    signs = any(letter.isdigit() for letter in answer) or answer[1:] != answer[1:].lower()
    return inside or signs


def _technical(text: str) -> bool:
    """Whether words are a term: a rare word among them, or what authors name as a keyword."""
    rarest = max((band(word) for word in content(text)), default=0)
    known = named(" ".join(stems(text)))
    single = count(text) == 1
    if rarest >= TECHNICAL:
        return True
    if single:
        return known.share >= SHARE and known.often >= OFTEN
    return known.often >= FEW or commonest(text) >= TECHNICAL - 2
