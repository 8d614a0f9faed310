"""What is read: a raw page, or why something cannot be read as one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One raw page, ready to be sent."""

    value: bytes
    file: str
    """As it was named; - is the standard input."""
    number: int = 0
    """Of the line, or of the item in its file; 1 is the first, 0 is for a file that is one page."""

    @property
    def where(self) -> str:
        """File and number, as compilers write them."""
        return f"{self.file}:{self.number}" if self.number else self.file


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that cannot be read as a page."""

    where: str
    why: str


class NoPagesError(ValueError):
    """A file as a whole holds no pages in the form that its ending promises; the message says why and what to do."""


def too_large(max_bytes: int) -> str:
    """Return why a page is not taken that is larger than so many bytes."""
    return f"larger than {max_bytes} bytes"
