"""How a worker's threads share memory."""

import ctypes

_M_ARENA_MAX = -8
"""glibc's parameter for the number of heaps."""


def share_heap() -> None:
    """Have all threads that start from now on allocate from one heap.

    Else glibc gives each some heaps of its own: what RocksDB's threads and the consumer's let go of is no use to the
    others then. Where there is another C library, nothing happens.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, 1)
