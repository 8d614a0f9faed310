"""Pages written as JSON: one a line, a list, or pretty-printed, whatever the file's ending says."""

import io
import re
from collections.abc import Iterator

import msgspec
import orjson

from agents.push.page import Failure, NoPagesError, Page, too_large

BOM = b"\xef\xbb\xbf"
SNIFFED_BYTES = 512
"""Bytes by which a file is judged to be binary."""
CHUNK_BYTES = 2**16
SHOWN_CHARACTERS = 60
"""Of a line that is no page, in the message."""
IS_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
NOT_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_STRUCTURE = re.compile(rb'["\[\]{}]')
_IN_STRING = re.compile(rb'["\\]')
_BETWEEN = re.compile(rb"[^\s,\[\]]")
_OBJECT = re.compile(rb"\{")


def read(stream: io.BufferedReader, where: str, max_bytes: int) -> Iterator[Page | Failure]:
    """Yield the pages of a JSON file, each as it stands in it, byte for byte.

    Where the first line is an object, each line is a page, and a bad one is for the first stage to refuse. Else the
    file is a list of objects, or objects over several lines each.

    Raises
    ------
    NoPagesError
        When its first value is no JSON object.
    """
    head = stream.peek(SNIFFED_BYTES)[:SNIFFED_BYTES]
    if b"\0" in head:
        raise NoPagesError("holds NUL bytes: it is no JSON in UTF-8")
    number, line = 0, b""
    while not line.strip() and (line := stream.readline(max_bytes + 2)):
        number += 1
        line = line.removeprefix(BOM) if number == 1 else line
    if not line.strip():
        return
    is_cut = len(line) > max_bytes and not line.endswith(b"\n") and not line.lstrip().startswith(b"[")
    yield from (_lines if is_cut or _is_object(line) else _values)(stream, where, max_bytes, number, line)


def _lines(stream: io.BufferedReader, where: str, max_bytes: int, number: int, line: bytes) -> Iterator[Page | Failure]:
    while line:
        if len(line) > max_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes)
            yield Failure(f"{where}:{number}", too_large(max_bytes))
        elif (stripped := line.rstrip(b"\r\n")) and not stripped.isspace():
            yield Page(stripped, where, number)
        line = stream.readline(max_bytes + 2)
        number += 1


def _values(
    stream: io.BufferedReader, where: str, max_bytes: int, number: int, line: bytes
) -> Iterator[Page | Failure]:
    """Yield the objects of a list, or of a file in which they follow each other."""
    if line.lstrip()[:1] not in (b"{", b"["):
        raise NoPagesError(f"line {number} is no JSON object, but {_shown(line)}; write one page a line")
    for found, value in enumerate(_Splitter(stream, line, max_bytes), 1):
        if value is None:
            yield Failure(f"{where}:{found}", too_large(max_bytes))
        elif _is_object(value):
            yield Page(value, where, found)
        elif found == 1:
            raise NoPagesError(f"its first item is no JSON object, but {_shown(value)}; write one page a line")
        else:
            yield Failure(f"{where}:{found}", f"no JSON object, but {_shown(value)}")


class _Splitter:
    """Cuts a stream of JSON into its outermost objects, without reading what is in them.

    Iterating gives the bytes of each, and of what else stands between them; None in the place of an object that is too
    large. One that never ends is given as it is.
    """

    def __init__(self, stream: io.BufferedReader, head: bytes, max_bytes: int) -> None:
        self._stream = stream
        self._buffer = head
        self._at = 0
        self._max_bytes = max_bytes

    def __iter__(self) -> Iterator[bytes | None]:
        while self._skip(_BETWEEN):
            yield self._object() if self._buffer.startswith(b"{", self._at) else self._junk()

    def _more(self) -> bool:
        """Read on, into a buffer that was gone through."""
        self._buffer, self._at = self._stream.read1(CHUNK_BYTES), 0
        return bool(self._buffer)

    def _skip(self, pattern: re.Pattern[bytes]) -> bool:
        """Go on to what a pattern finds; False when it finds nothing up to the end."""
        while (found := pattern.search(self._buffer, self._at)) is None:
            if not self._more():
                return False
        self._at = found.start()
        return True

    def _junk(self) -> bytes:
        """Return the beginning of what is no object, and go on to the next."""
        junk = self._buffer[self._at : self._at + 4 * SHOWN_CHARACTERS]
        self._skip(_OBJECT)
        return junk.partition(b"{")[0]

    def _object(self) -> bytes | None:
        parts: list[bytes] = []
        size = 0
        begin, depth, in_string = self._at, 0, False
        while True:
            while (found := (_IN_STRING if in_string else _STRUCTURE).search(self._buffer, self._at)) is not None:
                token, self._at = found[0], found.end()
                if token == b"\\":
                    self._at += 1
                elif token == b'"':
                    in_string = not in_string
                else:
                    depth += 1 if token in b"[{" else -1
                    if not depth:
                        return self._joined(parts, self._buffer[begin : self._at], size)
            # A backslash at the very end covers the first byte to come.
            covered = max(0, self._at - len(self._buffer))
            if size <= self._max_bytes:
                parts.append(self._buffer[begin:])
            size += len(self._buffer) - begin
            if not self._more():
                return self._joined(parts, b"", size)
            begin, self._at = 0, covered

    def _joined(self, parts: list[bytes], last: bytes, size: int) -> bytes | None:
        return b"".join([*parts, last]) if size + len(last) <= self._max_bytes else None


def _is_object(value: bytes) -> bool:
    try:
        IS_OBJECT.decode(value)
    except NOT_JSON:
        # Halves of surrogate pairs and the like are mended by the first stage.
        return value.lstrip()[:2].startswith(b"{") and value.rstrip().endswith(b"}") and _is_lenient_object(value)
    return True


def _is_lenient_object(value: bytes) -> bool:
    try:
        return isinstance(orjson.loads(value.decode("utf-8", "replace")), dict)
    except orjson.JSONDecodeError as error:
        return "surrogate" in str(error)


def _shown(value: bytes) -> str:
    """Return the beginning of what is no page, for a message."""
    text = " ".join(value[: 4 * SHOWN_CHARACTERS].decode("utf-8", "replace").split())
    return f"«{text[:SHOWN_CHARACTERS]}…»" if len(text) > SHOWN_CHARACTERS else f"«{text}»"
