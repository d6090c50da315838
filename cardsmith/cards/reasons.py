"""What the codes of rejections mean, in words: for ``cardsmith why`` and the documentation."""

from collections.abc import Mapping
from typing import Final

__all__ = ["REASONS", "reason"]

REASONS: Final[Mapping[str, str]] = {
    # the sentence
    "fragment": "it has no verb of its own",
    "language": "its grammar is not read: only what its author marked or named is asked for",
    "leans-on-context": "it begins with a pronoun or connective that nothing certain stands for",
    "length": "it has fewer than 7 or more than 32 words",
    "no-sentence": "it does not end as a sentence, or begins in the middle of one",
    "points-away": "it points at a table, an example or another part of the text",
    "points-out": "it names “these receptors” or “they” before what they are",
    # the words to hide
    "asked-already": "two other sentences of the document ask for the same term",
    "blank-comment": "the words stand in a comment on what the sentence says",
    "blank-everyday": "the sentence begins with the words, and they are no term",
    "blank-example": "the words are one example of several, any of which could stand there",
    "blank-exercise": "the words are a figure of an exercise, which nobody needs to know",
    "blank-list": "the words are one of a list, any of which could stand there",
    "blank-praised": "the words are only praised, or what something else is said to be good for",
    "blank-size": "the words to hide are too many",
    "blank-tears-markup": "the words to hide are half of a formula, of code or of a link",
    "blank-torn": "the words to hide are half of a name or of a group of words",
    "blank-weak": "the words to hide are not worth a card",
    "blank-worthless": "the words to hide are everyday words",
    "leak": "a word of the answer, or of its family, stands on the front",
    "spelled-out": "a long form stands beside its acronym, which gives either away",
    # the question
    "addresses-reader": "it speaks to the reader",
    "answer-is-topic": "the answer is what the whole document is about",
    "answer-points-out": "the answer holds a pronoun",
    "answer-worthless": "the answer is made of everyday words",
    "compares-alone": "the answer compares with something that the question does not name",
    "doubled-word": "a word would stand twice in a row",
    "dull-answer": "the answer has a head that fits anything (range, role, approach)",
    "dull-subject": "the answer is no term, or what the whole document is about",
    "dull-verb": "the question says no more than its topic and a verb that fits anything",
    "hedge-lost": "the sentence says “may” or “often” of what the question says outright",
    "reason-of-what": "the reason belongs to a noun of the sentence, not to what is asked",
    "torn-answer": "the answer is half of a name",
    "uncertain": "the grammar is not sure of a word that the question rests on",
    "vague-question": "the question names too little of what it asks for",
    "what-or-who": "the answer is a surname, and the question asks what and not who",
    # the kind
    "few-blanks": "the list has too little worth hiding",
    "example-name": "the code names things that an example made up",
    "formula-of-what": "no words say of what it is the formula",
    "long-list": "the list has more than 8 items",
    "made-up": "the table was made up as an example",
    "next-is-guessed": "what comes next is common sense, or told by the question",
    "no-aspect": "the title over a comparison names no side on which its things could differ",
    "no-genus": "the question does not say what its parts are (causes, types), to ask for one",
    "open-kind": "examples of a kind that the document is not about: any other would do",
    "one-part": "the answer has one part only",
    "option-of-what": "the command that the option belongs to is not known",
    "order-untold": "the text of the parts tells no order in time",
    "rows-unnamed": "the first column of the table names nothing, or one thing twice",
    "sides-alike": "two sides of a comparison are not told apart by a telling word",
    "term-unknown": "the words defined are no term: not marked, and no plain rare noun",
    "two-formulas": "two formulas are of one thing, and no title tells them apart",
    # the card
    "duplicate": "the document gives the same note twice",
    "empty-side": "a side of the author's own card says nothing",
    "long-answer": "the answer is too long to be recalled at once",
    "long-front": "the front is too long to be read at a glance",
    "low-score": "its score is under the one that the settings ask for",
    "markup": "signs of markup are left in the words",
    "no-answer": "the answer has no word",
    "no-fact": "it has fewer than two telling words",
    "no-hole": "the author's own text hides nothing",
    "praise": "it has more words of praise than telling ones",
    "unbalanced": "a bracket or quotation mark has lost its partner",
    # other documents
    "ambiguous": "another note has the same front and another answer, and was there first",
    "same-note": "another note asks the same, and was there first",
    # people
    "dropped": "a correction drops it",
    "held-back": "its correction is faulty; it waits until that is mended",
    "replaced": "a correction keeps an older note for the same sentence",
}


def reason(code: str) -> str:
    """What a code means, "" for one that nobody described."""
    return REASONS.get(code, "")
