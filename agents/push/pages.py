"""Raw pages from files, folders and pipes, one at a time and in bounded memory."""

import gzip
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import msgspec
import orjson

from agents.push.decode import UndecodableError, decode
from agents.push.stdin import standard_input

LINES = (".jsonl", ".ndjson", ".jl")
SUFFIXES = (*LINES, ".json", ".txt", ".html", ".htm")
"""What is taken from a folder, each also with .gz behind it."""
GZIP = b"\x1f\x8b"
SNIFFED_BYTES = 512
"""Bytes by which a file is judged to be binary."""
ITEMS = msgspec.json.Decoder(list[msgspec.Raw])
NOT_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
MAX_FILE_BYTES = 64 * 2**20
"""A .json file is read whole; a larger one has to be written one page a line."""


@dataclass(frozen=True, slots=True)
class Page:
    """One raw page, ready to be sent."""

    value: bytes
    file: str
    """As it was named; - is the standard input."""
    number: int = 0
    """Of the line, or of the list's item; 1 is the first, 0 is for a file that is one page."""

    @property
    def where(self) -> str:
        """File and number, as compilers write them."""
        return f"{self.file}:{self.number}" if self.number else self.file


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that cannot be read as a page."""

    where: str
    why: str


class Pages:
    """Reads pages from paths; iterate over it once.

    JSON Lines go as they are, byte for byte: whether a line is a good page is for the first stage to say. The same
    holds for a .json file with one page, and for the items of a .json file that holds a list. A .txt or .html file
    becomes a page with its `text` or `html`, and its name in the field `file`.

    Parameters
    ----------
    paths
        Files, folders, or "-" for the standard input; a file of no known suffix is read as JSON Lines.
    max_bytes
        The largest page that is taken, in bytes.
    stdin
        What "-" reads.
    """

    def __init__(self, paths: Iterable[str], max_bytes: int, stdin: BinaryIO | None = None) -> None:
        self._paths = list(paths)
        self._max = max_bytes
        self._stdin = stdin
        self._done = 0
        self._open: BinaryIO | None = None

    def total(self) -> int | None:
        """Return the bytes of all files; None when some of them cannot be known beforehand."""
        size = 0
        for path in self._paths:
            named = Path(path)
            if path == "-" or (named.exists() and not named.is_file() and not named.is_dir()):
                return None
            size += sum(_size(file) for file, _ in self._files(named))
        return size

    def consumed(self) -> int:
        """Return the bytes read so far."""
        try:
            return self._done + (self._open.tell() if self._open is not None else 0)
        except (OSError, ValueError):
            return self._done

    def __iter__(self) -> Iterator[Page | Failure]:
        for path in self._paths:
            if path == "-":
                yield from self._guarded("-", ".jsonl", self._stdin or standard_input())
                continue
            found = False
            for file, suffix in self._files(Path(path)):
                found = True
                try:
                    with file.open("rb") as opened:
                        yield from self._guarded(str(file), suffix, opened)
                except OSError as error:
                    yield Failure(str(file), error.strerror or str(error))
                self._done += _size(file)
            if not found:
                yield Failure(path, f"no file in it ends in {', '.join(SUFFIXES)}")

    def _files(self, path: Path) -> Iterator[tuple[Path, str]]:
        """Yield the files of a path with the suffix that says what each holds; a folder's by name."""
        if not path.is_dir():
            yield path, _suffix(path.name) or LINES[0]
            return
        for folder, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                if suffix := _suffix(name):
                    yield Path(folder, name), suffix

    def _guarded(self, where: str, suffix: str, raw: BinaryIO) -> Iterator[Page | Failure]:
        """Read one file; whatever goes wrong in it ends this file alone."""
        self._open = raw if raw.seekable() else None
        try:
            stream = unpacked(raw)
            if suffix in LINES:
                yield from self._lines(where, stream)
            else:
                yield from self._whole(where, suffix, stream)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            yield Failure(where, f"broken gzip: {error}")
        except OSError as error:
            yield Failure(where, error.strerror or str(error))
        finally:
            self._open = None

    def _lines(self, where: str, stream: io.BufferedReader) -> Iterator[Page | Failure]:
        head = stream.peek(SNIFFED_BYTES)[:SNIFFED_BYTES]
        if b"\0" in head:
            yield Failure(where, "holds NUL bytes: it is no JSON Lines in UTF-8")
            return
        number = 0
        while line := stream.readline(self._max + 2):
            number += 1
            if len(line) > self._max and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):
                    line = stream.readline(self._max)
                yield Failure(f"{where}:{number}", f"larger than {self._max} bytes")
            elif (stripped := line.rstrip(b"\r\n")) and not stripped.isspace():
                yield Page(stripped, where, number)

    def _whole(self, where: str, suffix: str, stream: io.BufferedReader) -> Iterator[Page | Failure]:
        limit = MAX_FILE_BYTES if suffix == ".json" else self._max
        data = stream.read(limit + 1)
        if len(data) > limit:
            hint = "; write one page a line, in a .jsonl file" if suffix == ".json" else ""
            yield Failure(where, f"larger than {limit} bytes{hint}")
        elif suffix == ".json":
            yield from self._json(where, data)
        else:
            field = "text" if suffix == ".txt" else "html"
            try:
                text = decode(data, declares=field == "html")
            except UndecodableError as error:
                yield Failure(where, str(error))
                return
            yield self._fitting(Page(orjson.dumps({field: text, "file": Path(where).name}), where))

    def _json(self, where: str, data: bytes) -> Iterator[Page | Failure]:
        """Yield a file's one page as it is, a list's items as they stand in it; a misnamed JSON Lines file's lines."""
        try:
            for number, item in enumerate(ITEMS.decode(data.removeprefix(b"\xef\xbb\xbf")), 1):
                yield self._fitting(Page(bytes(item), where, number))
        except NOT_JSON:
            if _is_lines(data):
                yield from self._lines(where, io.BufferedReader(cast("io.RawIOBase", io.BytesIO(data))))
            else:
                yield self._fitting(Page(data, where))

    def _fitting(self, page: Page) -> Page | Failure:
        return page if len(page.value) <= self._max else Failure(page.where, f"larger than {self._max} bytes")


def unpacked(raw: BinaryIO) -> io.BufferedReader:
    """Return what a stream holds, and of a gzip what is packed in it."""
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw))
    if stream.peek(2)[:2] == GZIP:
        stream = io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=stream)))
    return stream


def _suffix(name: str) -> str | None:
    """Return the suffix that says what a file holds, .gz taken away; None for one that says nothing."""
    suffix = Path(name.lower().removesuffix(".gz")).suffix
    return suffix if suffix in SUFFIXES else None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _is_lines(data: bytes) -> bool:
    """Whether each of the first two lines is a JSON value of its own, so that the file is JSON Lines."""
    first = [line for line in data[:MAX_FILE_BYTES].split(b"\n", 2)[:2] if line.strip()]
    try:
        return len(first) > 1 and all(msgspec.json.decode(line, type=msgspec.Raw) for line in first)
    except NOT_JSON:
        return False
