"""What "these receptors" or "this method" inside a sentence stands for, where that is certain."""

from typing import Final

from cardsmith.cards.sentences.earlier import Before
from cardsmith.cards.sentences.genera import GENERA
from cardsmith.cards.sentences.labels import Label
from cardsmith.cards.sentences.referents import (
    DEMONSTRATIVES,
    Referent,
    same_noun,
    verb_follows,
)
from cardsmith.grammar import NounGroup, Reading, stem

__all__ = ["inner", "labelled"]

# "this phase" is one of what the text is about, and seldom what the label names
_TIMES: Final = frozenset("act case event feature group period phase point term wave".split())
_FRONTS: Final = frozenset({"At", "During", "In", "Under", "With"})


def inner(reading: Reading, earlier: Before) -> tuple[int, Referent] | None:
    """What "these receptors" inside a sentence stands for, and where it begins."""
    for group in reading.nouns:
        pointer = reading.tokens[group.start]
        if group.start and pointer.text in DEMONSTRATIVES and group.end > group.start + 1:
            found = same_noun(reading, group, earlier)
            return None if found is None else (pointer.start, found)
    return None


def labelled(reading: Reading, label: Label) -> tuple[int, Referent] | None:
    """The label for "this method" in the first sentence under it, and where that begins.

    "In this method, dyes ...", "Made by a Greek, this method ...": where one is named only.
    """
    small = [token.text.casefold() for token in reading.tokens]
    groups = [each for each in reading.nouns if small[each.start] in DEMONSTRATIVES]
    pointing = sum(map(small.count, DEMONSTRATIVES))
    if len(groups) != 1 or pointing != 1 or label.deed or not _names_one(label):
        return None
    (group,) = groups
    noun = reading.tokens[group.head]
    same = stem(noun.text) == stem(label.head)
    sort = same or noun.text.casefold() in GENERA - _TIMES
    if group.plural is not label.plural or not sort or not _leads(reading, group):
        return None
    article = "the " if same and not group.plural else ""
    end = reading.tokens[group.end - 1].end
    return reading.tokens[group.start].start, Referent(
        label.text, end, is_label=True, article=article
    )


def _names_one(label: Label) -> bool:
    return label.text[:1].isalnum() and not any(sign in label.text for sign in (" and ", ":", "."))


def _leads(reading: Reading, group: NounGroup) -> bool:
    """Whether a group is all of "In this method," or the subject behind what leads a sentence."""
    tokens = reading.tokens
    after = tokens[group.end].text if group.end < len(tokens) else ""
    if group.start == 1 and tokens[0].text in _FRONTS:
        return after == ","
    opens = tokens[0].tag in {"VBN", "JJ"} or tokens[0].text in {"Like", "Unlike"}
    return opens and tokens[group.start - 1].text == "," and verb_follows(reading, group.end)
