"""Pages written as a table: CSV or tab-separated, the names of the fields in the first row."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

import orjson

from agents.push.decode import ARABIC_8_BIT, MARKS
from agents.push.page import Failure, NoPagesError, Page, too_large

DELIMITERS = ",;\t|"
_TOLD_DELIMITER = re.compile(rf"\"?sep=([{re.escape(DELIMITERS)}])\"?\s*", re.IGNORECASE)
"""The line in front of the header by which spreadsheets are told the delimiter."""
SNIFFED_BYTES = 2**16
"""Bytes by which the encoding is judged."""
MAX_HEADER_CHARACTERS = 20_000
MAX_COLUMNS = 200
MAX_ROW_PAGES = 4
"""How many times a page's size a row may have: one that is larger than a page is told of, and the next read."""


def read(stream: io.BufferedReader, where: str, max_bytes: int) -> Iterator[Page | Failure]:
    """Yield a page for each row, of the cells that hold something.

    Raises
    ------
    NoPagesError
        When the first row names no fields.
    """
    text = io.TextIOWrapper(stream, encoding=_encoding(stream), errors="replace", newline="")
    try:
        yield from _rows(text, where, max_bytes)
    finally:
        text.detach()


def _rows(text: io.TextIOWrapper, where: str, max_bytes: int) -> Iterator[Page | Failure]:
    delimiter, names = _header(text)
    lines = _Lines(text, max_bytes)
    # The module's limit is the whole process's, and may be higher by another's setting: `_Lines` bounds a row itself.
    csv.field_size_limit(max(csv.field_size_limit(), lines.max_row_characters))
    number = 1
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=delimiter), 2):
            lines.begin_row()
            if len(row) > len(names):
                yield Failure(f"{where}:{number}", f"has {len(row)} cells, the header {len(names)}")
            elif row:
                value = orjson.dumps({name: cell for name, cell in zip(names, row, strict=False) if cell})
                good = len(value) <= max_bytes
                yield Page(value, where, number) if good else Failure(f"{where}:{number}", too_large(max_bytes))
    except csv.Error as error:
        yield Failure(f"{where}:{number + 1}", f"no CSV from here on: {error}")


def _header(text: io.TextIOWrapper) -> tuple[str, list[str]]:
    """Return the delimiter and the names that the first row gives the columns."""
    header = text.readline(MAX_HEADER_CHARACTERS)
    while header and not header.strip():
        header = text.readline(MAX_HEADER_CHARACTERS)
    told = _TOLD_DELIMITER.fullmatch(header)
    header = text.readline(MAX_HEADER_CHARACTERS) if told else header
    delimiter = told[1] if told else max(DELIMITERS, key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    if len(names) > MAX_COLUMNS or len(set(names)) < len(names) or not all(names):
        raise NoPagesError(
            "its first row is no header: each column needs a name of its own there, as in url,title,text"
        )
    return delimiter, names


class _Lines:
    """The lines of a text, none of them held in memory that is larger than a page, nor a row of them that is by far."""

    def __init__(self, text: io.TextIOWrapper, max_characters: int) -> None:
        self._text = text
        self._max_characters = max_characters
        self._characters = 0
        self.max_row_characters = MAX_ROW_PAGES * max_characters

    def begin_row(self) -> None:
        """Count the characters of the next row."""
        self._characters = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._max_characters)
        if not line:
            raise StopIteration
        if len(line) == self._max_characters and not line.endswith("\n"):
            raise csv.Error(f"a line of more than {self._max_characters} characters")
        self._characters += len(line)
        if self._characters > self.max_row_characters:
            raise csv.Error(f"a row of more than {self.max_row_characters} characters: is a quote missing?")
        # Lone surrogates, which no JSON holds, do not come out of a decoder; NUL bytes do.
        return line.replace("\0", "")


def _encoding(stream: io.BufferedReader) -> str:
    """Return the encoding by its mark, else UTF-8, else windows-1256, in which spreadsheets save Arabic."""
    head = stream.peek(SNIFFED_BYTES)[:SNIFFED_BYTES]
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return ARABIC_8_BIT
    return "utf-8"
