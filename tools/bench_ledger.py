"""How long a record takes: ``bench_ledger.py [--notes N] [--edited N]``.

Makes a ledger of that many notes, then loads it, finds the notes of edited documents again, brings
the record up to date and saves it: seconds of one core, and the most memory at a time. What a build
holds besides (the notes that it made) is made small and told apart.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from cardsmith.build import ledgers
from cardsmith.build.staging import Staging
from cardsmith.ledger import (
    Ask,
    Delivery,
    KnownDocument,
    Parts,
    Record,
    Source,
    aliases,
    digest,
    gone,
    guid,
    identify,
    known,
    same_asked,
    stamp,
)
from cardsmith.model import QA, Cloze, Front, Hole, Note, Paragraph, Sentence, Span, Text

clock: Final = time.process_time
NOTES_EACH: Final = 8
SUBJECTS: Final = 40
HERE: Final = Span("a.md", 1, 1)
RELEASE: Final = 1_790_000_000


def main() -> None:
    """Make a ledger in a folder of its own, measure it in a process of its own."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--notes", type=int, default=300_000)
    told.add_argument("--edited", type=int, default=400, help="documents that were edited")
    told.add_argument("--in", dest="folder", type=Path, help=argparse.SUPPRESS)
    wanted = told.parse_args()
    if wanted.folder:
        _measure(wanted.folder, wanted.notes, wanted.edited)
        return
    with TemporaryDirectory() as folder:
        _save(Path(folder), _record(wanted.notes))
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        print(
            f"{wanted.notes:,} notes: {size / 1e6:.0f} MB, {size / wanted.notes:.0f} bytes a note"
        )
        again = [sys.executable, __file__, f"--notes={wanted.notes}", f"--edited={wanted.edited}"]
        subprocess.run([*again, "--in", folder], check=True)  # noqa: S603


def _measure(folder: Path, notes: int, edited: int) -> None:
    base = _memory()
    started = clock()
    record = ledgers.load(folder)
    loaded = clock()
    print(f"load   {loaded - started:5.2f} s  {_memory():4.0f} MB, {base:.0f} before")
    sources = [Source(_front(at), f"text {at}") for at in range(notes // NOTES_EACH)]
    made = list(_made(notes, edited))
    kept_memory = _memory()
    started = clock()
    renamed = aliases(sources, record)
    record, found = same_asked(record, sources, made)
    kept = list(identify(made, record))
    gone(record, sources, [note.key for note in made])
    matched = clock()
    print(f"match  {matched - started:5.2f} s  {len(found):,} notes known again")
    fields = [(each, f"fields of {each.note.name}") for each in kept]
    homes = {source.front.key: source.front.subjects[0] for source in sources}
    asks = {note.key: _asks(note.name) for note in made}
    started_again = clock()
    now = stamp(record, Delivery(RELEASE, sources, fields, homes, renamed, asks=asks))
    stamped = clock()
    print(f"stamp  {stamped - started_again:5.2f} s")
    _save(folder, now)
    saved = clock()
    print(f"save   {saved - stamped:5.2f} s  {_memory():4.0f} MB, of it {kept_memory:.0f} before")


def _save(folder: Path, record: Record) -> None:
    with Staging(folder) as staging:
        ledgers.save(folder, record, staging)
        staging.commit()


def _memory() -> float:
    """The most memory so far in MB; what Linux tells of a process includes that of its parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def _vocabulary() -> list[str]:
    chance = random.Random(0)  # noqa: S311  # a bench is no secret
    letters = "abcdefghijklmnopqrstuvwxyz"
    return ["".join(chance.choices(letters, k=chance.randint(3, 10))) for _ in range(4000)]


WORDS: Final = _vocabulary()


def _front(at: int) -> Front:
    key = f"{_words(random.Random(at), 9).replace(' ', '-')}-{at}"  # noqa: S311
    subject = f"Subject {at % SUBJECTS:02}"
    return Front(key, key, str(at), f"Question {at}?", (subject,), (), (), "", "2026-01-01", HERE)


def _sentence(at: int) -> str:
    return f"{_words(random.Random(at), 14).capitalize()}."  # noqa: S311


def _name(at: int) -> str:
    return f"{_words(random.Random(at), 4).replace(' ', '-')}-{at:08x}"  # noqa: S311


def _asks(name: str) -> tuple[Ask, ...]:
    mark = digest(name)
    return (Ask(mark[:8], mark[8:12]),)


def _record(notes: int) -> Record:
    documents: dict[str, KnownDocument] = {}
    lines = {}
    for at in range(notes // NOTES_EACH):
        source = Source(_front(at), f"text {at}")
        key = source.front.key
        home = source.front.subjects[0]
        words = _words(random.Random(at), 16).replace(" ", ";")  # noqa: S311
        question, text = source.traits
        documents[key] = KnownDocument(key, key, str(at), question, text, home, words)
        for number in range(at * NOTES_EACH, (at + 1) * NOTES_EACH):
            each = known(_parts(key, number))
            lines[each.key] = each
    subjects = {each.home for each in documents.values()}
    return Record(documents, lines, tuple(sorted(subjects)))


def _parts(document: str, number: int) -> Parts:
    name = _name(number)
    kind = "cloze" if number % 2 else "fact"
    sentence = _sentence(number)
    return Parts(
        document=document,
        name=f"{kind}/{name}",
        guid=guid(f"{document}/{kind}/{name}"),
        modified=RELEASE - 1000,
        digest=digest(f"fields of {name}"),
        type="cloze" if number % 2 else "qa",
        numbers={sentence.split(" ")[3]: 1} if number % 2 else {},
        asks=_asks(name),
        front=sentence,
        back="" if number % 2 else sentence[:40],
    )


def _made(notes: int, edited: int) -> Iterator[Note]:
    """The notes of the next build: those of edited documents with a word more, and another key."""
    for number in range(notes):
        at = number // NOTES_EACH
        name, sentence = _name(number), ""
        if at < edited:
            name, sentence = f"{name}-edited", _sentence(number).replace(".", " again.")
        kind = "cloze" if number % 2 else "fact"
        yield Note(_key(at), kind, name, _body(kind, sentence), "", "", (), HERE, 50)


KEYS: Final[dict[int, str]] = {}


def _key(at: int) -> str:
    return KEYS.setdefault(at, _front(at).key) if at not in KEYS else KEYS[at]


def _body(kind: str, sentence: str) -> QA | Cloze:
    if not sentence:
        return _EMPTY[kind]
    if kind == "fact":
        answer = sentence[:40]
        return QA((_paragraph(sentence),), (_paragraph(answer),))
    words = sentence.split(" ")
    before, term, after = " ".join(words[:3]), words[3], " ".join(words[4:])
    runs = (Text(f"{before} "), Hole((Text(term),), term), Text(f" {after}"))
    return Cloze((Paragraph((Sentence(runs, HERE),), HERE),))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Sentence((Text(text),), HERE),), HERE)


_EMPTY: Final = {"fact": QA((), ()), "cloze": Cloze(())}

if __name__ == "__main__":
    main()
