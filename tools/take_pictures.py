"""Take the pictures of the README: a card, front and back, day and night, and a page of a quiz.

usage: take_pictures.py DECK.apkg KEYWORD QUIZ.pdf FOLDER

The deck is imported into a new collection with Anki's own importer and drawn by Chromium; needs the
development dependencies, Chromium and pdftoppm.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

WIDTH, HEIGHT = 420, 560
CHROMIUM = (
    "chromium --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
PAGE = """<!doctype html><html class="{root}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><base href="file://{media}/">
<body class="card card1 {body}"><div id="qa">{card}</div></body></html>"""


def main() -> None:
    """Draw both sides of the first card that a search for KEYWORD finds, and the quiz."""
    deck, keyword, quiz, out = sys.argv[1:]
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        cards(Path(deck).resolve(), keyword, folder, Path(scratch))
    for page, name in ((1, "quiz"), (5, "quiz-key")):
        span = ["-f", str(page), "-l", str(page), "-singlefile"]
        run("pdftoppm", "-r", "72", "-png", *span, quiz, str(folder / name))


def cards(deck: Path, keyword: str, folder: Path, scratch: Path) -> None:
    """Import the deck, draw the card."""
    collection = Collection(str(scratch / "collection.anki2"))
    options = ImportAnkiPackageOptions()
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(deck), options=options)
    )
    card = collection.get_card(collection.find_cards(keyword, order="c.due asc")[0])
    sides = (("front", card.question()), ("back", card.answer()))
    for (side, html), (name, root, body) in (
        (side, look)
        for side in sides
        for look in (("", "", ""), ("-night", "night-mode", "nightMode night_mode"))
    ):
        page = scratch / "card.html"
        media = collection.media.dir()
        page.write_text(PAGE.format(root=root, body=body, media=media, card=html), "utf-8")
        target = folder / f"card-{side}{name}.png"
        run(*CHROMIUM, f"--screenshot={target.resolve()}", f"--window-size={WIDTH},{HEIGHT}", page)
    collection.close()


def run(*words: str | Path) -> None:
    """Run a program, quietly."""
    subprocess.run([str(word) for word in words], check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    main()
