"""How long-lived processes use memory."""

import ctypes
import gc

_M_ARENA_MAX = -8
"""glibc's parameter for the number of heaps."""
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


def settle() -> None:
    """Leave what is loaded out of all garbage collections from now on, and have these come less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
