"""The standard streams, made fit for any text and for threads."""

import codecs
import io
import sys
from typing import BinaryIO


def take_any_text() -> None:
    """Let both outputs take every character.

    Where the locale says ASCII, as it does in containers and in cron, UTF-8 is written all the same, as click does.
    What has no UTF-8 (halves of surrogate pairs in file names), or no place in the terminal's charset, is escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else stream.encoding, errors="backslashreplace")


def standard_input() -> BinaryIO:
    """Give the standard input with a buffer of its own.

    A thread reads from it. At its end the interpreter closes the buffer of sys.stdin, and aborts when a thread is
    waiting in it.
    """
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError):
        return sys.stdin.buffer
