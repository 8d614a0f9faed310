"""How long-lived processes use memory."""

import subprocess
import sys

PROGRAM = """
import ctypes, sys, threading
from streams.heap import share_heap
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


HOLES = """
import ctypes, time
from pathlib import Path
from streams import heap
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
resident = lambda: int(Path("/proc/self/statm").read_text().split()[1])
places = [libc.malloc(2000) for _ in range(50_000)]
for place in places:
    ctypes.memset(place, 1, 2000)
for number, place in enumerate(places):
    if number % 100:
        libc.free(place)
left, heap.SECONDS_BETWEEN_TRIMS = resident(), 0.01
heap.keep_trimmed()
deadline = time.monotonic() + 30
while resident() > left / 2 and time.monotonic() < deadline:
    time.sleep(0.01)
print(resident() <= left / 2)
"""


def _one_heap(how: str) -> bool:
    """Whether two threads of a process allocate near each other."""
    run = subprocess.run([sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, check=True)
    return run.stdout.strip() == "True"


def test_threads_allocate_from_one_heap():
    """What a second thread allocates comes from the first one's heap, which it would not by itself."""
    assert (_one_heap("shared"), _one_heap("apart")) == (True, False)


def test_what_is_loaded_is_collected_no_more():
    """Objects that are there are frozen, and collections come less often."""
    program = "import gc; from streams import heap; heap.settle(); print(gc.get_freeze_count(), gc.get_threshold())"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    frozen, threshold = run.stdout.strip().split(" ", 1)
    assert (int(frozen) > 1000, threshold) == (True, "(20000, 10, 10)")


def test_what_was_let_go_of_goes_back():
    """Holes between what stays are no longer the process's memory."""
    run = subprocess.run([sys.executable, "-c", HOLES], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True"
