"""A document for other programs: all that the parser understood, as values that JSON can hold."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from cardsmith.markup import flat
from cardsmith.model import (
    Answer,
    Block,
    Blocks,
    CodeBlock,
    Document,
    Entry,
    Formula,
    Front,
    Gapped,
    Hole,
    Image,
    Link,
    Listing,
    Pair,
    Paragraph,
    Run,
    Runs,
    Section,
    Sentence,
    Span,
    Table,
    Written,
)

__all__ = ["Beside", "Values", "no_values", "plain_values"]

Values: TypeAlias = Mapping[str, object]
# more to tell of a sentence
Beside: TypeAlias = Callable[[Sentence], Values]

_NO_VALUES: Final[Values] = MappingProxyType({})


def no_values(_: Sentence) -> Values:
    """Nothing more to tell of a sentence."""
    return _NO_VALUES


def plain_values(document: Document, beside: Beside = no_values) -> dict[str, object]:
    """A document with every part of the model, in this order of keys.

    - document: ``path, line, column, key, slug, id, question, subjects, keywords, related, url,
      date, answer, written``
    - ``answer``: ``intro`` (blocks), ``sections``, ``closing_title``, ``closing`` (blocks),
      ``skipped`` (sections)
    - section: ``line, column, group, number, title, nature, blocks``
    - block, by ``kind``: all have ``kind, line, column``, then a ``paragraph`` has ``sentences``,
      ``code`` has ``language, text``, ``formula`` has ``text``, ``table`` has ``header`` (a list of
      cells, each a list of runs) and ``rows``, ``list`` has ``marker, entries``
    - entry: ``line, column, number, label, blocks``
    - sentence: ``line, column, text`` (without markup), ``runs``, then what ``beside`` gives
    - run, by ``kind``: all have ``kind, text``; a ``link`` has ``href``, an ``image`` has ``src``,
      a ``hole`` has ``term, number, hint, runs``; the other kinds are ``text, strong, emphasis,
      raised, lower, code, math``; what is marked (``==words==``) has ``marked`` true
    - ``written``, by ``kind``: all have ``kind, line, column, title``; a ``pair`` has ``question``
      and ``answer`` (blocks), ``gapped`` has ``text`` (blocks)

    Lines and columns count from 1; what is not there is ``""``, ``[]`` or, as a number, 0.
    """
    return {
        **_front(document.front),
        "answer": _answer(document.answer, beside),
        "written": [_written(card) for card in document.written],
    }


def _front(front: Front) -> dict[str, object]:
    return {
        "path": front.span.path,
        **_place(front.span),
        "key": front.key,
        "slug": front.slug,
        "id": front.id,
        "question": front.question,
        "subjects": list(front.subjects),
        "keywords": list(front.keywords),
        "related": list(front.related),
        "url": front.url,
        "date": front.date,
    }


def _place(span: Span) -> dict[str, object]:
    return {"line": span.line, "column": span.column}


def _answer(answer: Answer, beside: Beside) -> dict[str, object]:
    return {
        "intro": _blocks(answer.intro, beside),
        "sections": [_section(section, beside) for section in answer.sections],
        "closing_title": answer.closing_title,
        "closing": _blocks(answer.closing, beside),
        "skipped": [_section(section, beside) for section in answer.skipped],
    }


def _section(section: Section, beside: Beside) -> dict[str, object]:
    return {
        **_place(section.span),
        "group": section.group,
        "number": section.number,
        "title": section.title,
        "nature": str(section.nature),
        "blocks": _blocks(section.blocks, beside),
    }


def _written(card: Written) -> dict[str, object]:
    place = {**_place(card.span), "title": card.title}
    match card:
        case Pair(question=question, answer=answer):
            both = {
                "question": _blocks(question, no_values),
                "answer": _blocks(answer, no_values),
            }
            return {"kind": "pair", **place, **both}
        case Gapped(text=text):
            return {"kind": "gapped", **place, "text": _blocks(text, no_values)}


def _blocks(blocks: Blocks, beside: Beside) -> list[dict[str, object]]:
    return [_block(block, beside) for block in blocks]


def _block(block: Block, beside: Beside) -> dict[str, object]:
    place = _place(block.span)
    match block:
        case Paragraph(sentences=sentences):
            inner = [_sentence(each, beside) for each in sentences]
            return {"kind": "paragraph", **place, "sentences": inner}
        case CodeBlock(text=text, language=language):
            return {"kind": "code", **place, "language": language, "text": text}
        case Formula(text=text):
            return {"kind": "formula", **place, "text": text}
        case Table(header=header, rows=rows):
            cells = [[_runs(cell) for cell in row] for row in (header, *rows)]
            return {"kind": "table", **place, "header": cells[0], "rows": cells[1:]}
        case Listing(entries=entries, marker=marker):
            listed = [_entry(entry, beside) for entry in entries]
            return {"kind": "list", **place, "marker": str(marker), "entries": listed}


def _entry(entry: Entry, beside: Beside) -> dict[str, object]:
    return {
        **_place(entry.span),
        "number": entry.number,
        "label": entry.label,
        "blocks": _blocks(entry.blocks, beside),
    }


def _sentence(sentence: Sentence, beside: Beside) -> dict[str, object]:
    return {
        **_place(sentence.span),
        "text": flat(sentence.runs),
        "runs": _runs(sentence.runs),
        **beside(sentence),
    }


def _runs(runs: Runs) -> list[dict[str, object]]:
    return [_run(run) for run in runs]


def _run(run: Run) -> dict[str, object]:
    told: dict[str, object] = {"kind": type(run).__name__.lower(), "text": run.text}
    if not isinstance(run, Image | Hole) and run.marked:
        told["marked"] = True
    match run:
        case Link(href=href):
            return {**told, "href": href}
        case Image(src=src):
            return {**told, "src": src}
        case Hole(term=term, number=number, hint=hint):
            hidden = {"term": term, "number": number, "hint": hint, "runs": _runs(run.runs)}
            return {**told, **hidden}
        case _:
            return told
