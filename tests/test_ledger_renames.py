"""Documents that are known again under another file name."""

from dataclasses import replace

from builders import front
from casefiles import CASES, check
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.ledger import Delivery, Record, Source, aliases, stamp

MAY = 1_777_593_600


def source(line: str) -> Source:
    """A document as ``key; id; question; text``."""
    key, name, question, text = (cell.strip() for cell in line.split(";"))
    return Source(replace(front(key, question), id=name), text)


def renames(given_text: str) -> str:
    """Builds in a row, each a paragraph; the keys that the last one gives to its documents."""
    record = Record()
    told: dict[str, str] = {}
    for paragraph in given_text.split("\n\n"):
        lines = paragraph.splitlines()
        unread = frozenset(
            line.removeprefix("unread: ") for line in lines if line.startswith("unread: ")
        )
        found = [source(line) for line in lines if not line.startswith("unread: ")]
        changed = aliases(found, record, unread)
        told = {each.front.key: changed.get(each.front.key, each.front.key) for each in found}
        named = [
            replace(each, front=replace(each.front, key=told[each.front.key])) for each in found
        ]
        homes = {each.front.key: "Biology" for each in named}
        record = stamp(record, Delivery(MAY, named, (), homes, changed, unread))
    return "\n".join(f"{key} is {known}" for key, known in told.items())


def test_a_document_is_known_again_under_another_file_name() -> None:
    check(CASES / "ledger" / "renames.txt", renames)


CROWDS = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", "a~2"]),
    st.tuples(st.sampled_from("123"), st.sampled_from(["", "Why?", "How?"]), st.sampled_from("xy")),
)


@given(st.lists(st.tuples(CROWDS, st.frozensets(st.sampled_from("abcd"))), max_size=6))
def test_however_files_are_renamed_no_two_documents_share_a_key(
    history: list[tuple[dict[str, tuple[str, str, str]], frozenset[str]]],
) -> None:
    record = Record()
    for crowd, faulty in history:
        unread = faulty - set(crowd)
        found = [
            Source(replace(front(key), id=name, question=question), text)
            for key, (name, question, text) in crowd.items()
        ]
        changed = aliases(found, record, unread)
        named = [
            replace(
                each, front=replace(each.front, key=changed.get(each.front.key, each.front.key))
            )
            for each in found
        ]
        keys = [each.front.key for each in named]
        assert len(set(keys)) == len(keys)
        homes = dict.fromkeys(keys, "Biology")
        record = stamp(record, Delivery(MAY, named, (), homes, changed, unread))
        assert not aliases_of_nothing_new(found, record)
        assert aliases(found[::-1], record, unread) == changed


def aliases_of_nothing_new(found: list[Source], record: Record) -> bool:
    """Whether a file has another key now than the build before gave it."""
    own = {each.own: key for key, each in record.documents.items() if not each.absent}
    again = aliases(found, record)
    return any(own[each.front.key] != again.get(each.front.key, each.front.key) for each in found)
