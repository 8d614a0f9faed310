"""HTML pages that were read before: a crawler brings the same page again and again, and parsing it costs the most."""

import hashlib

from agents.clean.read.html import Document

MAX_BYTES = 64_000_000
"""Bytes of documents that a process keeps, at most: some 1,800 pages of 5,000 characters."""
_MAX_SHARE = 16
"""One document takes at most one in so many of them: no page can drive out all others."""
_KEY_BYTES = 16
_BYTES_OF_CHARACTER = 4
"""Arabic takes two of them in Python, and four in a line with an emoji."""
_BYTES_OF_LINE = 250
"""What Python takes for a line besides its characters."""
_BYTES_OF_DOCUMENT = 1500


class ReadPages:
    """Documents by the page that they were read from; the one that was asked for longest ago goes first.

    Reading is a pure function of the page, so whether a document is still kept changes nothing but the time it takes.

    Parameters
    ----------
    max_bytes
        Bytes that the documents take at most, about.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._kept: dict[bytes, tuple[Document, int]] = {}
        self.size = 0
        """Bytes that the documents take, about."""

    def __len__(self) -> int:
        """Return how many documents are kept."""
        return len(self._kept)

    def get(self, key: bytes) -> Document | None:
        """Return a page's document, if it is kept."""
        found = self._kept.pop(key, None)
        if found is None:
            return None
        self._kept[key] = found  # at the end, as the one that was asked for last
        return found[0]

    def keep(self, key: bytes, document: Document) -> None:
        """Keep a page's document, and let go of others until there is room for it."""
        size = _size(document)
        if size > self._max_bytes // _MAX_SHARE or key in self._kept:
            return
        self.size += size
        while self.size > self._max_bytes:
            self.size -= self._kept.pop(next(iter(self._kept)))[1]
        self._kept[key] = document, size


def key_of_page(html: str, url: str | None) -> bytes:
    """Return what tells a page from any other: a hash of all that its reading depends on."""
    found = hashlib.blake2b(digest_size=_KEY_BYTES)
    for part in (url or "", html):
        content = part.encode("utf-8", "surrogatepass")
        found.update(len(content).to_bytes(8))
        found.update(content)
    return found.digest()


def _size(document: Document) -> int:
    """Return about how many bytes a document takes."""
    told = document.metadata
    strings = (document.texts, document.kept, told.tags, told.authors, told.organisations, filter(_is_text, told))
    characters = sum(len(string) for group in strings for string in group)
    return _BYTES_OF_DOCUMENT + _BYTES_OF_CHARACTER * characters + _BYTES_OF_LINE * len(document.texts)


def _is_text(value: object) -> bool:
    return isinstance(value, str)
