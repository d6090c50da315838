"""Tag the sentences of documents with spaCy: ``tag_corpus.py FOLDER MODEL TRAIN TEST``.

FOLDER holds documents, MODEL is what ``spacy.load`` takes; TRAIN and TEST are written, a sentence
a line, ``word tag`` pairs between tabs. The 400 documents whose paths hash lowest are for testing.
Needs spaCy and an English model in the same virtual environment as cardsmith; nothing else of
cardsmith does. Then ``train_tagger.py cardsmith/grammar/tagger.bin TRAIN EWT.tsv*4`` learns
the data file, the treebank four times.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from cardsmith.grammar.tokens import OPAQUE, cut_words, mask, normal
from cardsmith.markup import flat, sentences
from cardsmith.model import Code, Document, Image, Math, Runs
from cardsmith.parser import parse

HELD_OUT = 400
STAND_IN = "X"  # what spaCy sees of code and formulas


def hashed(path: Path) -> str:
    """What a path hashes to: the order of the documents, the same on every machine."""
    return hashlib.sha256("/".join(path.parts[-2:]).encode()).hexdigest()


def texts(document: Document) -> Iterator[str]:
    """Every sentence and title of an answer, code and formulas made opaque."""
    answer = document.answer
    for section in answer.sections:
        if section.title:
            yield section.title
    for blocks in (answer.intro, *(section.blocks for section in answer.sections), answer.closing):
        for sentence in sentences(blocks):
            yield opaque(sentence.runs)


def opaque(runs: Runs) -> str:
    """The text of runs with code, formulas and pictures made opaque."""
    spans = []
    at = 0
    for run in runs:
        if isinstance(run, Code | Math | Image):
            spans.append((at, at + len(run.text)))
        at += len(run.text)
    return mask(flat(runs), spans)


def cut(paths: Iterable[Path]) -> Iterator[tuple[list[str], list[bool]]]:
    """The words of every sentence, and which of them white space follows."""
    for path in paths:
        for document in parse(path.name, path.read_bytes()):
            for text in texts(document) if isinstance(document, Document) else ():
                spans = cut_words(text)
                if spans:
                    words = [normal(text[start:end]) for start, end in spans]
                    yield words, [text[end : end + 1].isspace() for _, end in spans]


def tag(nlp: Any, paths: Iterable[Path], out: Path) -> None:
    """Write the tagged sentences of the documents."""

    def docs() -> Iterator[tuple[Doc, list[str]]]:
        for words, spaces in cut(paths):
            shown = [STAND_IN if word == OPAQUE else word for word in words]
            yield Doc(nlp.vocab, words=shown, spaces=spaces), words

    with out.open("w", encoding="utf-8") as lines:
        for doc, words in nlp.pipe(docs(), as_tuples=True, batch_size=256):
            pairs = (f"{word} {token.tag_}" for word, token in zip(words, doc, strict=True))
            lines.write("\t".join(pairs) + "\n")


def main(folder: str, model: str, train: str, test: str) -> None:
    """Tag a folder of documents, some of them apart."""
    nlp = spacy.load(model, exclude=["ner", "lemmatizer", "parser"])
    paths = sorted(Path(folder).rglob("*.md"), key=hashed)
    tag(nlp, paths[:HELD_OUT], Path(test))
    tag(nlp, paths[HELD_OUT:], Path(train))


if __name__ == "__main__":
    main(*sys.argv[1:])
