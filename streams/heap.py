"""How long-lived processes use memory."""

import ctypes
import gc
import threading
import time

_M_ARENA_MAX = -8
"""glibc's parameter for the number of heaps."""
_M_MMAP_THRESHOLD = -3
"""The same for the size from which on a piece of memory stands for itself, and goes back whole."""
LARGE_BYTES = 128 * 2**10
SECONDS_BETWEEN_TRIMS = 60.0
YOUNG_OBJECTS = 20_000
"""New objects after which Python looks for garbage that refers to itself: articles leave hardly any."""


def share_heap() -> None:
    """Have all threads that start from now on allocate from one heap.

    Else glibc gives each some heaps of its own: what RocksDB's threads and the consumer's let go of is no use to the
    others then. Where there is another C library, nothing happens.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, 1)
        mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES)


def keep_trimmed() -> None:
    """Give memory that was let go of back to the machine, each minute until the process ends.

    What batches, blocks and buffers leave between what stays is some sixth of a worker's memory otherwise. Where
    there is another C library, nothing happens.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        threading.Thread(target=_trim_again, args=(trim,), name="trim", daemon=True).start()


def _trim_again(trim: "ctypes._NamedFuncPointer") -> None:
    while True:
        time.sleep(SECONDS_BETWEEN_TRIMS)
        trim(0)


def settle() -> None:
    """Leave what is loaded out of all garbage collections from now on, and have these come less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
