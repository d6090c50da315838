"""Identity: which note is which from one build to the next, kept in committed text files."""

from cardsmith.ledger.asks import Ask, asks
from cardsmith.ledger.identities import identify
from cardsmith.ledger.losses import Gone, gone, lost
from cardsmith.ledger.marks import digest, guid
from cardsmith.ledger.notes import KnownNote, Parts, known
from cardsmith.ledger.numbers import hidden, holes
from cardsmith.ledger.reading import read
from cardsmith.ledger.record import KnownDocument, Record, Waived
from cardsmith.ledger.rekeying import same_asked
from cardsmith.ledger.renames import aliases
from cardsmith.ledger.slugs import fold_subject, slug, slugs
from cardsmith.ledger.sources import Source, marks
from cardsmith.ledger.stamps import Delivery, first_time, modified, stamp
from cardsmith.ledger.updates import Tomb, latest, released, retired, tombs, waiting
from cardsmith.ledger.writing import write

__all__ = [
    "Ask",
    "Delivery",
    "Gone",
    "KnownDocument",
    "KnownNote",
    "Parts",
    "Record",
    "Source",
    "Tomb",
    "Waived",
    "aliases",
    "asks",
    "digest",
    "first_time",
    "fold_subject",
    "gone",
    "guid",
    "hidden",
    "holes",
    "identify",
    "known",
    "latest",
    "lost",
    "marks",
    "modified",
    "read",
    "released",
    "retired",
    "same_asked",
    "slug",
    "slugs",
    "stamp",
    "tombs",
    "waiting",
    "write",
]
