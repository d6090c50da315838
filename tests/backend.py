"""A collection of the real Anki, as far as all tests of decks need one."""

from pathlib import Path

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)

__all__ = ["DIALOG", "EVERYTHING", "Anki", "Counts", "State", "counted"]

# notes that are new, updated, the same and conflicting
Counts = tuple[int, int, int, int]
State = list[list[object]]

DIALOG = ImportAnkiPackageOptions()
# what the add-on AnkiConnect imports with
EVERYTHING = ImportAnkiPackageOptions(
    merge_notetypes=True, with_scheduling=True, with_deck_configs=True
)


class Anki:
    """A collection in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.col = Collection(str(folder / "collection.anki2"))

    def close(self) -> None:
        self.col.close()

    def imported(self, path: Path, options: ImportAnkiPackageOptions = DIALOG):  # type: ignore[no-untyped-def]  # the backend's own kind of log
        """Import a package or a text file; what the importer tells of it."""
        if path.suffix == ".txt":
            about = self.col.get_csv_metadata(str(path), None)
            return self.col.import_csv(ImportCsvRequest(path=str(path), metadata=about)).log
        asked = ImportAnkiPackageRequest(package_path=str(path), options=options)
        return self.col.import_anki_package(asked).log

    def note(self, guid: str):  # type: ignore[no-untyped-def]  # the backend's own kind of note
        (found,) = self.col.find_notes(f"ID:{guid}")
        return self.col.get_note(found)

    def rows(self, query: str) -> State:
        db = self.col.db
        assert db is not None
        return [list(row) for row in db.execute(query)]


def counted(log) -> Counts:  # type: ignore[no-untyped-def]  # the backend's own kind of log
    return len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)
