"""The standard input, made fit for a thread that reads it."""

import sys
from typing import BinaryIO


def standard_input() -> BinaryIO:
    """Return the standard input with a buffer of its own.

    A thread reads from it. At its end the interpreter closes the buffer of sys.stdin, and aborts when a thread is
    waiting in it.
    """
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError):
        return sys.stdin.buffer
