"""Whether an answer is one: no refusal, no placeholder, more than a few words."""

import re
from typing import Final

from cardsmith.markup import flat, sentences
from cardsmith.model import Answer, Blocks, Code, Image, Math, Paragraph, Sentence

__all__ = ["all_blocks", "declines", "is_placeholder", "is_short", "is_stub"]

_REFUSAL: Final = re.compile(
    r"\W*(?:i(?:'m| am|’m) (?:sorry\b|unable to|not able to|afraid)|sorry, (?:but )?i\b"
    r"|(?:unfortunately, )?i (?:cannot|can ?not|can't|can’t|could not|couldn't) "
    r"(?:answer|provide|help|assist|find|fulfill)|as an ai\b"
    r"|i (?:do not|don't|don’t) have (?:access|enough|any|sufficient|the) "
    r"|based on the (?:available|gathered|provided) (?:information|context|text), "
    r"(?:i (?:cannot|can't)"
    r"|there is no (?:specific |direct |clear )?(?:mention|data|information)))",
    re.IGNORECASE,
)
_EDGE: Final = r"[\s*_()\[\]<>!.…]*"
_PLACEHOLDER: Final = re.compile(
    rf"{_EDGE}(?:to-?do|tbd|tba|tbc|fixme|wip|work in progress|coming soon|placeholder"
    r"|see (?:above|below)|lorem ipsum\b.*|todo:.*|(?-i:TODO|FIXME|TBD)\b.*"
    r"|(?:still |yet )?to be (?:added|announced|completed|continued|decided|determined|done"
    r"|filled in|written)|not (?:yet )?(?:written|answered)(?: yet)?|under construction"
    r"|(?:answer|text|content)(?: goes)? here|write (?:me|this|something)(?: here)?"
    rf"|\.\.+|…|\?\?+|--+|__+){_EDGE}",
    re.IGNORECASE | re.DOTALL,
)
# scripts without spaces: about two signs a word
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)
_LONGEST: Final = 200
_STUB: Final = 6
_SHORT: Final = 25


def all_blocks(answer: Answer) -> Blocks:
    """The blocks of an answer, in their order."""
    inner = (block for section in answer.sections for block in section.blocks)
    return (*answer.intro, *inner, *answer.closing)


def declines(blocks: Blocks) -> Sentence | None:
    """The first sentence, where it declines to answer."""
    first = next(sentences(blocks), None)
    return first if first and _REFUSAL.match(flat(first.runs)) else None


def is_placeholder(blocks: Blocks) -> bool:
    """Whether there is nothing but a mark that something is still to be written."""
    match blocks:
        case (Paragraph(sentences=inner),):
            runs = [run for each in inner for run in each.runs]
            if any(isinstance(run, Code | Image | Math) for run in runs):
                return False
            text = " ".join(flat(each.runs) for each in inner)
            return len(text) <= _LONGEST and bool(_PLACEHOLDER.fullmatch(text))
        case _:
            return False


def is_stub(blocks: Blocks) -> bool:
    """Whether there is one sentence of a few words: too little to make a card from."""
    return 0 < _words(blocks) <= _STUB


def is_short(blocks: Blocks) -> bool:
    """Whether there is one sentence that fits on the back of a card."""
    return 0 < _words(blocks) <= _SHORT


def _words(blocks: Blocks) -> int:
    """How many words a single sentence has, 0 for anything else."""
    match blocks:
        case (Paragraph(sentences=(only,)),):
            text = flat(only.runs)
            return max(len(text.split()), len(_UNSPACED.findall(text)) // 2)
        case _:
            return 0
