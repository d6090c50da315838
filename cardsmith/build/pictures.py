"""The pictures that documents show: read from their folder, named by what is in them."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Picture, Span

__all__ = ["load"]

# what Anki shows on every platform, by the first bytes of the file
_SIGNS: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"RIFF", "webp"),
    (b"<svg", "svg"),
    (b"<?xml", "svg"),
)


def load(shown: Iterable[tuple[str, Span]]) -> tuple[dict[str, Picture], tuple[Diagnostic, ...]]:
    """The pictures by the path that documents show them under, and what is missing, each once."""
    found: dict[str, Picture] = {}
    missing: list[Diagnostic] = []
    for src, span in dict(reversed(list(shown))).items():
        picture = _picture(src)
        if isinstance(picture, Picture):
            found[src] = picture
        else:
            missing.append(Diagnostic(span, "missing-image", picture))
    return dict(sorted(found.items())), tuple(sorted(missing))


def _picture(src: str) -> Picture | str:
    """The picture, or what to do about it."""
    if "://" in src or src.startswith("data:"):
        return f"{src}: is on the web; put a copy beside the document, decks work offline"
    try:
        content = Path(src).read_bytes()
    except OSError as fault:
        return f"{src}: cannot be read ({fault.strerror or fault}); check the path of the picture"
    kind = next((kind for sign, kind in _SIGNS if content.lstrip().startswith(sign)), None)
    if kind is None:
        return f"{src}: is no picture that Anki shows; use PNG, JPEG, GIF, WebP or SVG"
    return Picture(f"cs-{sha256(content).hexdigest()[:24]}.{kind}", content)
