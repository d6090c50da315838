"""The ways in which people edit documents, each done to a small collection."""

from collections.abc import Callable
from pathlib import Path

from projects import ROME, write

REPUBLIC = "content/history/end-of-the-roman-republic.md"
HEART = "content/biology/the-heart.md"
PUMP = """---
id: 7
date: 2026-02-01
question: How does the heart move blood?
subject: Biology
keywords: atrium, ventricle, aorta, pacemaker
answer: |
  1. **Chambers**: The left ventricle pumps blood through the aorta into the body. The right
  ventricle pumps blood through the pulmonary artery into the lungs.

  2. **Rhythm**: The sinoatrial node sets the rhythm of the heart with about 70 beats a minute.

  3. **Valves**: The mitral valve keeps blood from flowing back into the left atrium.
---
"""


def edit(folder: Path, name: str, *pairs: tuple[str, str]) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def retitles(folder: Path) -> None:
    edit(folder, HEART, ("**Rhythm**", "**Beat**"))


def rewords(folder: Path) -> None:
    edit(folder, REPUBLIC, ("won the naval battle", "then won the great naval battle"))


def rewrites(folder: Path) -> None:
    edit(
        folder,
        HEART,
        (
            "The mitral valve keeps blood from flowing back into the left atrium.",
            "Between the left chambers stands the mitral valve, whose flaps close at each beat.",
        ),
    )


def another_number(folder: Path) -> None:
    edit(folder, HEART, ("70 beats", "60 beats"))


def inserts_in_front(folder: Path) -> None:
    edit(
        folder,
        HEART,
        (
            "  1. **Chambers**",
            "  1. **Wall**: The myocardium is a thick muscle that contracts "
            "without any command of the brain.\n\n  1. **Chambers**",
        ),
    )


def deletes(folder: Path) -> None:
    path = folder / HEART
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  2. **Rhythm**"), text.index("  3. **Valves**")
    path.write_text(text[:start] + text[end:], encoding="utf-8")


def reorders(folder: Path) -> None:
    path = folder / HEART
    text = path.read_text(encoding="utf-8")
    second, third = text.index("  2. **Rhythm**"), text.index("  3. **Valves**")
    end = text.rindex("---")
    moved = text[third:end].rstrip() + "\n\n" + text[second:third].rstrip() + "\n"
    path.write_text(text[:second] + moved + text[end:], encoding="utf-8")


def splits(folder: Path) -> None:
    """The third section becomes a document of its own."""
    path = folder / HEART
    text = path.read_text(encoding="utf-8")
    third, end = text.index("  3. **Valves**"), text.rindex("---")
    path.write_text(text[:third].rstrip() + "\n" + text[end:], encoding="utf-8")
    own = text[: text.index("  1. **Chambers**")].replace("id: 7", "id: 8")
    own = own.replace("How does the heart move blood?", "What do valves do?")
    write(folder, "content/biology/valves.md", own + text[third:])


def merges(folder: Path) -> None:
    """The fall of the republic becomes a part of another document."""
    text = ROME[ROME.index("  Julius") : ROME.rindex("---")]
    (folder / REPUBLIC).unlink()
    write(
        folder,
        "content/history/rome.md",
        f"---\nid: 9\nquestion: What is worth knowing about Rome?\nsubject: History\n"
        f"keywords: Octavian, Actium\nanswer: |\n{text}---\n",
    )


def another_question(folder: Path) -> None:
    edit(folder, HEART, ("How does the heart move blood?", "What keeps the blood in motion?"))


def another_subject(folder: Path) -> None:
    write(
        folder,
        "content/medicine/the-heart.md",
        PUMP.replace("subject: Biology", "subject: Medicine"),
    )
    (folder / HEART).unlink()


def another_file(folder: Path) -> None:
    (folder / HEART).rename(folder / "content/biology/how-the-heart-moves-blood.md")


def another_id(folder: Path) -> None:
    edit(folder, HEART, ("id: 7", "id: 4711"))


def other_keywords(folder: Path) -> None:
    edit(folder, HEART, ("atrium, ventricle, aorta, pacemaker", "mitral valve, lungs"))


def no_keywords(folder: Path) -> None:
    edit(folder, HEART, ("keywords: atrium, ventricle, aorta, pacemaker\n", ""))


def markup(folder: Path) -> None:
    edit(folder, HEART, ("left ventricle", "**left ventricle**"), ("about 70", "about  70"))


def inflects(folder: Path) -> None:
    edit(folder, HEART, ("The mitral valve keeps", "Mitral valves keep"))


def another_folder_of_that_name(folder: Path) -> None:
    write(folder, "content/medicine/the-heart.md", PUMP.replace("Biology", "Medicine"))


def removes(folder: Path) -> None:
    (folder / HEART).unlink()


def all_of_it(folder: Path) -> None:
    for each in (reorders, rewords, retitles, inflects, another_number, another_id, other_keywords):
        each(folder)
    another_file(folder)


# how many notes of the first release the second one no longer has
EDITS: tuple[tuple[Callable[[Path], None], int], ...] = (
    (retitles, 0),
    (rewords, 0),
    (rewrites, 1),
    (another_number, 1),
    (inserts_in_front, 0),
    (deletes, 1),
    (reorders, 0),
    (splits, 0),
    (merges, 1),
    (another_question, 0),
    (another_subject, 0),
    (another_file, 0),
    (another_id, 0),
    (other_keywords, 0),
    (no_keywords, 0),
    (markup, 0),
    (inflects, 0),
    (another_folder_of_that_name, 0),
    (removes, 5),
    (all_of_it, 1),
)
