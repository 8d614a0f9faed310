"""Raw pages from files, folders and pipes, one at a time and in bounded memory."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from agents.push.field_map import Adapter, fields_without_body
from agents.push.forms import ENDINGS, FORMS, Form, form_of
from agents.push.packing import BROKEN, BombError, unpacked
from agents.push.page import Failure, NoPagesError, Page, too_large
from agents.push.stdin import standard_input

STDIN = "-"
PIPED = FORMS["json"]
"""What the standard input is when nobody says."""
MAX_NAMED_FIELDS = 12
"""Fields that a message names."""


class Pages:
    """Reads pages from paths; iterate over it once.

    Pages that are written as JSON go as they are, byte for byte, unless something is to be changed of them: whether one
    is good is for the first stage to say. Of other files a page is made of each entry, row, record or of the whole.

    Parameters
    ----------
    paths
        Files, folders, or "-" for the standard input.
    max_bytes
        The largest page that is taken, in bytes.
    stdin
        What "-" reads.
    adapter
        What is changed of each page.
    form
        What files of an ending that says nothing, and the standard input, are.
    """

    def __init__(
        self,
        paths: Iterable[str],
        max_bytes: int,
        stdin: BinaryIO | None = None,
        *,
        adapter: Adapter | None = None,
        form: Form | None = None,
    ) -> None:
        self._paths = list(paths)
        self._max = max_bytes
        self._stdin = stdin
        self._adapter = adapter or Adapter()
        self._form = form
        self._begun: Iterator[Page | Failure] | None = None
        self._done = 0
        self._open: BinaryIO | None = None

    def total(self) -> int | None:
        """Return the bytes of all files; None when some of them cannot be known beforehand."""
        size = 0
        for path in self._paths:
            named = Path(path)
            if path == STDIN or (named.exists() and not named.is_file() and not named.is_dir()):
                return None
            size += sum(_size(file) for file, _ in self._files(named))
        return size

    def consumed(self) -> int:
        """Return the bytes read so far."""
        try:
            return self._done + (self._open.tell() if self._open is not None else 0)
        except (OSError, ValueError):
            return self._done

    def check(self) -> list[Failure]:
        """Return what can be said against the paths before anything is sent: missing, of no known form, no pages in it.

        The first page of each is looked at; of the standard input it is waited for.
        """
        failures = []
        for path in self._paths:
            for file, form in [(None, PIPED)] if path == STDIN else self._files(Path(path)):
                if form is not None and form.is_one_page and file is not None and file.is_file():
                    continue
                if file is None:
                    items = self._begun = self._piped()
                    first = next(items, None)
                    self._begun = chain([] if first is None else [first], items)
                else:
                    first = next(self._file(file, form), None)
                if isinstance(first, Failure) and first.where == (path if file is None else str(file)):
                    failures.append(first)
            failures += self._nothing_in(path)
        self._done = 0
        return failures

    def __iter__(self) -> Iterator[Page | Failure]:
        for path in self._paths:
            if path == STDIN:
                yield from self._begun or self._piped()
                continue
            for file, form in self._files(Path(path)):
                yield from self._file(file, form)
                self._done += _size(file)
            yield from self._nothing_in(path)

    def _files(self, path: Path) -> Iterator[tuple[Path, Form | None]]:
        """Yield the files of a path with their forms; a folder's by name, hidden ones and those of no form left out."""
        if not path.is_dir():
            yield path, form_of(path.name) or self._form
            return
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and (form := form_of(name)):
                    yield Path(folder, name), form

    def _nothing_in(self, path: str) -> list[Failure]:
        if path == STDIN or not Path(path).is_dir() or next(self._files(Path(path)), None) is not None:
            return []
        return [Failure(path, f"no file in it ends in {', '.join(ENDINGS)}")]

    def _piped(self) -> Iterator[Page | Failure]:
        return self._guarded(STDIN, self._form or PIPED, self._stdin or standard_input())

    def _file(self, file: Path, form: Form | None) -> Iterator[Page | Failure]:
        try:
            with file.open("rb") as opened:
                if form is None:
                    known = f"it is none of {', '.join(ENDINGS)}"
                    yield Failure(str(file), f"its ending does not say what it holds; {known}: say it with --format")
                    return
                yield from self._guarded(str(file), form, opened)
        except OSError as error:
            yield Failure(str(file), error.strerror or str(error))

    def _guarded(self, where: str, form: Form, raw: BinaryIO) -> Iterator[Page | Failure]:
        """Read one file; whatever goes wrong in it ends this file alone."""
        self._open = raw if raw.seekable() else None
        is_first = True
        try:
            for item in form.read(unpacked(raw), where, self._max):
                adapted = self._adapted(item) if isinstance(item, Page) else item
                if is_first and isinstance(adapted, Page):
                    _see_body(adapted)
                    is_first = False
                yield adapted
        except (NoPagesError, BombError) as error:
            yield Failure(where, str(error))
        except BROKEN as error:
            yield Failure(where, f"broken, cut or badly packed: {error}")
        except OSError as error:
            yield Failure(where, error.strerror or str(error))
        finally:
            self._open = None

    def _adapted(self, page: Page) -> Page | Failure:
        value = self._adapter.adapt(page.value)
        if value is page.value:
            return page
        fits = len(value) <= self._max
        return Page(value, page.file, page.number) if fits else Failure(page.where, too_large(self._max))


def _see_body(page: Page) -> None:
    """See whether a file's first page has anything to read.

    Raises
    ------
    NoPagesError
        When it has not: then its fields are called otherwise, and so are those of the pages after it.
    """
    if (names := fields_without_body(page.value)) is None:
        return
    shown = ", ".join(names[:MAX_NAMED_FIELDS]) + (", …" if len(names) > MAX_NAMED_FIELDS else "")
    raise NoPagesError(
        "its first page has neither text nor html, nor another name of these that is known. "
        f"Its fields are {shown or 'none'}: say which holds the text with --map text=NAME, or html=NAME"
    )


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
