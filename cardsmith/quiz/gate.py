"""The rules of a fair question, each a code and a check, after the guides for item writers.

Haladyna, Downing and Rodriguez 2002; NBME Item-Writing Guide 2020; Rodriguez 2005 on three options.
Rules about a whole sheet (duplicates, balance, one answer told by another question) are kept where
a sheet is drawn.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Final, TypeAlias

from cardsmith.cards.facts import praise, telling
from cardsmith.grammar import CONNECTIVES, POINTERS, count, families, words
from cardsmith.grammar.sentence import read_text
from cardsmith.markup import flat, fold
from cardsmith.model import Bank, Choice, Short, TrueFalse
from cardsmith.quiz.drafts import Draft
from cardsmith.quiz.shapes import alike, overlap, stands
from cardsmith.quiz.stems import GAP, bare, gapped

__all__ = ["CHECKS", "fault"]

Check: TypeAlias = Callable[[Draft], bool]

_FEWEST: Final = 3
_MOST: Final = 5
_LONGER: Final = 1.25
_SLACK: Final = 4
_UNEVEN: Final = 2.5
_LONG: Final = 24
_STEM_WORDS: Final = 35
_STATEMENT_WORDS: Final = 25
_ANSWER_WORDS: Final = 120
_CONVERGING: Final = 1.5
_SPARES: Final = 2
_PRAISE: Final = 1
_TELLING: Final = 2


def _any(words: str) -> re.Pattern[str]:
    """Any of some words or phrases, given a blank apart with ``_`` for a blank inside."""
    choices = "|".join(re.escape(each).replace("_", " ") for each in words.split())
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


_CATCH_ALL: Final = re.compile(
    r"\b(?:all|none|both|any|neither) of (?:the|these|them)\b|^both\b", re.I
)
_ABSOLUTE: Final = _any(
    "always never only must all every none no_one entirely completely impossible"
)
_VAGUE: Final = _any(
    "usually often rarely sometimes frequently seldom occasionally generally typically"
)
_NEGATIVE: Final = re.compile(r"\b(?:not|except|least|never|cannot|no)\b|n['’]t\b", re.I)
_JOINED: Final = re.compile(
    r"[;:]|\b(?:but|however|while|whereas|although|though|yet|because)\b"
    r"|, (?:and|or|so) \w+ \w+ ",
    re.I,
)
# Such a statement cannot be false.
_HEDGED: Final = _any("can could may might likely possibly potentially tend tends")
_LEANING: Final = _any("also another further furthermore thus therefore too instead as_well")
_ARTICLE: Final = re.compile(r"\ban? [\"“‘'(]?$", re.I)


def fault(draft: Draft) -> str:
    """The code of the first rule that a draft breaks, "" where it breaks none."""
    return next((code for code, breaks in CHECKS.items() if breaks(draft)), "")


def _options(draft: Draft) -> tuple[str, ...]:
    """The options of a choice, the right one first; none for other kinds."""
    match draft.body:
        case Choice(options=options, key=key):
            others = options[:key] + options[key + 1 :]
            return tuple(flat(option) for option in (options[key], *others))
        case _:
            return ()


def _stem(draft: Draft) -> str:
    """What is read before answering, without its topic line; a gap shows as a line."""
    match draft.body:
        case Choice(stem=stem) | Short(stem=stem):
            return flat(bare(stem))
        case TrueFalse(statement=statement):
            return flat(bare(statement))
        case Bank(sentence=sentence):
            return flat(gapped(bare(sentence)))


def _too_few_options(draft: Draft) -> bool:
    return isinstance(draft.body, Choice) and not _FEWEST <= len(_options(draft)) <= _MOST


def _same_twice(draft: Draft) -> bool:
    options = [fold(option) for option in _options(draft)]
    return len(set(options)) < len(options)


def _key_longest(draft: Draft) -> bool:
    key, *others = _options(draft) or ("",)
    return len(key) > _LONGER * max(map(len, others), default=len(key)) + _SLACK


def _uneven(draft: Draft) -> bool:
    lengths = [len(option) for option in _options(draft)] or [0]
    return max(lengths) > _LONG and max(lengths) > _UNEVEN * min(lengths)


def _catch_all(draft: Draft) -> bool:
    return any(_CATCH_ALL.search(option) for option in _options(draft))


def _absolute_distractor(draft: Draft) -> bool:
    key, *others = _options(draft) or ("",)
    return not _ABSOLUTE.search(key) and any(_ABSOLUTE.search(option) for option in others)


def _vague_option(draft: Draft) -> bool:
    return any(_VAGUE.search(option) for option in _options(draft))


def _clang(draft: Draft) -> bool:
    """A word family of the stem stands in the right answer alone."""
    key, *others = _options(draft) or ("",)
    return bool(families(_stem(draft)) & families(key) - families(" ".join(others)))


def _grammar(draft: Draft) -> bool:
    """The article before a gap, or a plural, tells which option fits."""
    before, gap, _ = _stem(draft).partition(GAP)
    if gap and _ARTICLE.search(before):
        return True
    if isinstance(draft.body, TrueFalse) and not draft.body.truth:
        return bool(re.search(r"\ba [aeiou]|\ban [^aeiouh\W\d]", _stem(draft), re.I))
    return False


def _other_type(draft: Draft) -> bool:
    """Options of several types; the capital that each begins with tells nothing."""
    key, *others = (option[:1].lower() + option[1:] for option in _options(draft) or ("",))
    return not all(alike(key, option) for option in others)


def _negative(draft: Draft) -> bool:
    return isinstance(draft.body, Choice | TrueFalse) and bool(_NEGATIVE.search(_stem(draft)))


def _stem_unfit(draft: Draft) -> bool:
    """Too long, a part of a sentence only, or no question and no gap to answer."""
    stem = _stem(draft)
    asks = "?" in stem or GAP in stem or isinstance(draft.body, TrueFalse | Short)
    return not asks or not stem or count(stem) > _STEM_WORDS or stem[:1].islower()


def _dull(draft: Draft) -> bool:
    """A gap in a sentence that says too little for the right word to be the only one."""
    stem = _stem(draft)
    return GAP in stem and (praise(stem) > _PRAISE or telling(stem) < _TELLING)


def _overlapping(draft: Draft) -> bool:
    return any(overlap(one, other) for one, other in combinations(_options(draft), 2))


def _converging(draft: Draft) -> bool:
    """The right answer is the one that shares most words with the others."""
    shares = [_shared(option, _options(draft)) for option in _options(draft)] or [0]
    return shares[0] > _CONVERGING * max(shares[1:], default=0) and shares[0] > 1


def _shared(option: str, options: Sequence[str]) -> int:
    own = families(option)
    return sum(len(own & families(other)) for other in options if other != option)


def _not_plain(draft: Draft) -> bool:
    """A statement with an absolute or vague word, or with more than one proposition."""
    if not isinstance(draft.body, TrueFalse):
        return False
    text = _stem(draft)
    signs = (_ABSOLUTE, _VAGUE, _HEDGED, _JOINED)
    return count(text) > _STATEMENT_WORDS or any(sign.search(text) for sign in signs)


def _no_statement(draft: Draft) -> bool:
    """A sentence whose clauses the grammar does not see through, or that only orders something."""
    return isinstance(draft.body, TrueFalse) and not read_text(_stem(draft)).whole


def _praise(draft: Draft) -> bool:
    """A statement that praises its subject: nobody can say whether it is false."""
    return isinstance(draft.body, TrueFalse) and praise(_stem(draft)) > 0


def _leaning(draft: Draft) -> bool:
    """A statement that needs the sentence before it."""
    if not isinstance(draft.body, TrueFalse):
        return False
    text = _stem(draft)
    first = next(iter(words(text)), None)
    leans = first is None or first.text.casefold() in POINTERS | CONNECTIVES
    return leans or bool(_LEANING.search(text))


def _blank_misplaced(draft: Draft) -> bool:
    """A gap that begins its sentence, or more than one."""
    stem = _stem(draft)
    return stem.count(GAP) > 1 or (isinstance(draft.body, Bank) and stem.startswith(GAP))


def _no_spares(draft: Draft) -> bool:
    return isinstance(draft.body, Bank) and len(draft.body.spares) < _SPARES


def _spelled_out(draft: Draft) -> bool:
    """The stem says the answer in other words, as in ``____ (User Datagram Protocol)``."""
    match draft.body:
        case Choice(options=options, key=key):
            answer = flat(options[key])
        case Bank() as bank:
            answer = bank.answer
        case _:
            return False
    stem = _stem(draft)
    bracket = re.search(rf"{GAP} \(([^)]*)\)|\(([^)]*){GAP}", stem)
    return bracket is not None or bool(families(answer) & families(stem)) or _initials(answer, stem)


def _initials(acronym: str, stem: str) -> bool:
    """Whether the words of a stem begin with the letters of an acronym, one after the other."""
    letters = "".join(sign for sign in acronym if sign.isupper()).casefold()
    firsts = "".join(re.findall(r"(?<![^\W\d_])[^\W\d_]", stem)).casefold()
    return len(letters) > 1 and acronym.upper() == acronym and letters in firsts


def _second_answer(draft: Draft) -> bool:
    """A wrong option stands in the source sentence or in its passage."""
    _, *others = _options(draft) or ("",)
    told = draft.passage.told | families(flat(draft.source))
    return any(stands(option, told) for option in others)


def _also_said(draft: Draft) -> bool:
    """A false statement that stands in the passage after all."""
    if not isinstance(draft.body, TrueFalse) or draft.body.truth:
        return False
    return fold(_stem(draft)) in fold(draft.passage.text)


def _too_long_answer(draft: Draft) -> bool:
    if not isinstance(draft.body, Short):
        return False
    return sum(count(flat(line)) for line in draft.body.answer) > _ANSWER_WORDS


CHECKS: Final[Mapping[str, Check]] = {
    "q01-options": _too_few_options,
    "q02-distinct": _same_twice,
    "q03-key-longest": _key_longest,
    "q04-uneven": _uneven,
    "q05-catch-all": _catch_all,
    "q06-absolute": _absolute_distractor,
    "q07-vague": _vague_option,
    "q08-clang": _clang,
    "q09-grammar": _grammar,
    "q10-type": _other_type,
    "q11-negative": _negative,
    "q12-stem": _stem_unfit,
    "q12-dull": _dull,
    "q13-overlap": _overlapping,
    "q14-convergence": _converging,
    "q15-plain": _not_plain,
    "q15-leaning": _leaning,
    "q15-praise": _praise,
    "q15-statement": _no_statement,
    "q16-blank": _blank_misplaced,
    "q19-spares": _no_spares,
    "w23-spelled-out": _spelled_out,
    "w23-second-answer": _second_answer,
    "w26-said": _also_said,
    "short-too-long": _too_long_answer,
}
