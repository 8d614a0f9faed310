"""How a worker's threads share memory."""

import subprocess
import sys

PROGRAM = """
import ctypes, sys, threading
from agents.worker.heap import share_heap
if sys.argv[1] == "shared":
    share_heap()
malloc = ctypes.CDLL(None).malloc
malloc.restype = ctypes.c_void_p
malloc.argtypes = [ctypes.c_size_t]
places = [malloc(2000)]
thread = threading.Thread(target=lambda: places.append(malloc(2000)))
thread.start()
thread.join()
print(abs(places[0] - places[1]) < 2**32)
"""


def _one_heap(how: str) -> bool:
    """Whether two threads of a process allocate near each other."""
    run = subprocess.run([sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, check=True)
    return run.stdout.strip() == "True"


def test_threads_allocate_from_one_heap():
    """What a second thread allocates comes from the first one's heap, which it would not by itself."""
    assert (_one_heap("shared"), _one_heap("apart")) == (True, False)
