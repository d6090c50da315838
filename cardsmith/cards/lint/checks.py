"""The table of checks, and a note held against all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.lint import (
    agreement,
    blanks,
    faithful,
    leaks,
    leaning,
    marks,
    sizes,
    taste,
    whole,
)
from cardsmith.cards.lint.defects import Defect, Weight
from cardsmith.cards.lint.seen import Card, Page, cards
from cardsmith.model import Note

__all__ = ["CHECKS", "Finding", "lint"]

CHECKS: Final[Mapping[str, Defect]] = {
    "addresses": Defect(taste.addresses, Weight.TASTE, "speaks to the reader"),
    "advice": Defect(taste.advice, Weight.TASTE, "gives advice, not a fact"),
    "also": Defect(taste.also, Weight.TASTE, "adds to what the card does not say"),
    "answer-shown": Defect(leaks.repeated, Weight.LEAK, "the answer stands on the front"),
    "article": Defect(agreement.article, Weight.FORMAT, "article and noun do not fit"),
    "choice": Defect(taste.choice, Weight.TASTE, "offers its answers"),
    "clash": Defect(agreement.clash, Weight.FORMAT, "small words that do not go together"),
    "doubled-word": Defect(marks.doubled, Weight.FORMAT, "a word twice in a row"),
    "dull": Defect(taste.dull, Weight.TASTE, "asks for nothing in particular"),
    "empty-side": Defect(sizes.empty, Weight.FORMAT, "a side has nothing on it"),
    "fragment": Defect(whole.fragment, Weight.CONTENT, "no sentence: its verb or subject is gone"),
    "generic-title": Defect(blanks.generic_title, Weight.CONTENT, "a title that fits any document"),
    "half-told": Defect(leaning.half_told, Weight.TASTE, "only the topic line tells which"),
    "hedge-lost": Defect(faithful.hedge_lost, Weight.CONTENT, "the source is less certain"),
    "helper-verb": Defect(agreement.helper, Weight.FORMAT, "the verbs do not fit each other"),
    "invented": Defect(faithful.invented, Weight.CONTENT, "words that the document does not use"),
    "leak": Defect(leaks.leak, Weight.LEAK, "a word of the answer's family stands on the front"),
    "leans": Defect(leaning.leaning, Weight.CONTENT, "begins with a word for something unsaid"),
    "long-answer": Defect(sizes.long_answer, Weight.CONTENT, "the answer is too long"),
    "long-blank": Defect(blanks.long_blank, Weight.CONTENT, "hides too much"),
    "long-front": Defect(sizes.long_front, Weight.CONTENT, "the front is too long"),
    "many-blanks": Defect(blanks.many_blanks, Weight.CONTENT, "hides too many things"),
    "markup": Defect(marks.markup, Weight.FORMAT, "markup was left"),
    "name-lowered": Defect(agreement.lowered, Weight.FORMAT, "a name lost its capital"),
    "name-raised": Defect(agreement.raised, Weight.FORMAT, "a capital in mid-sentence"),
    "negation-lost": Defect(faithful.negation_lost, Weight.CONTENT, "the source denies it"),
    "no-question": Defect(whole.no_question, Weight.CONTENT, "asks nothing"),
    "no-stop": Defect(whole.no_stop, Weight.FORMAT, "the sentence does not end"),
    "one-of-many": Defect(taste.one_of_many, Weight.TASTE, "any other example would fit"),
    "pointing": Defect(leaning.pointing, Weight.CONTENT, "points at a place in the text"),
    "praise-answer": Defect(blanks.praise, Weight.CONTENT, "the answer only praises"),
    "praises": Defect(taste.praises, Weight.TASTE, "praise on the front"),
    "small-start": Defect(marks.small_start, Weight.FORMAT, "begins with a small letter"),
    "spacing": Defect(marks.spacing, Weight.FORMAT, "punctuation went astray"),
    "spelled-out": Defect(leaks.spelled_out, Weight.LEAK, "the short form stands by the long one"),
    "topic-blank": Defect(blanks.topic_blank, Weight.CONTENT, "hides what the question names"),
    "torn-blank": Defect(blanks.torn, Weight.FORMAT, "hides a part of a word or number"),
    "trivial": Defect(blanks.trivial, Weight.CONTENT, "the answer is an everyday word"),
    "truncated": Defect(whole.truncated, Weight.CONTENT, "breaks off"),
    "unbalanced": Defect(marks.unbalanced, Weight.FORMAT, "a bracket or quotation mark is alone"),
    "unnamed": Defect(leaning.unnamed, Weight.CONTENT, "names as known what was not named"),
    "untold": Defect(leaning.untold, Weight.CONTENT, "points at something told elsewhere"),
    "unresolved": Defect(leaning.unresolved, Weight.CONTENT, "a pronoun stands for nothing"),
    "vague-verb": Defect(taste.vague_verb, Weight.TASTE, "anything could be the answer"),
    "what-or-who": Defect(agreement.what_or_who, Weight.FORMAT, "asks for a person as a thing"),
    "yes-no": Defect(whole.yes_no, Weight.CONTENT, "a guess answers it"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect of one card: ``detail`` are the words that show it."""

    code: str
    weight: Weight
    detail: str
    card: Card


def lint(note: Note, page: Page) -> Iterator[Finding]:
    """What is wrong with the cards of a note, each looked at alone."""
    for card in cards(note, page):
        for code, defect in CHECKS.items():
            if detail := defect.check(card):
                yield Finding(code, defect.weight, detail, card)
