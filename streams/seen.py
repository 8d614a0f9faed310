"""The anti-replay window: which records a table partition has applied (the idea is RFC 6479's).

A record is known by where it stands in a topic whose partitions come in order: the one that the stage reads, or the one
before it. Not by its raw page: a table partition whose records come from several partitions, each at its own pace, can
get a page long after those that stood behind it.
"""

from collections.abc import Mapping

from streams.records.origin import Origin

WIDTH = 1025
"""Offsets that a window tells apart: the highest and the 1,024 below it; what is older counts as applied."""
_FULL = (1 << WIDTH) - 1


class Seen:
    """Per partition the highest applied offset and a bitmap of those below it.

    At most 256 offsets of a partition are in flight, so that what is sent a second time after the window has passed was
    applied before.
    """

    def __init__(self) -> None:
        self._windows: dict[int, tuple[int, int]] = {}

    def holds(self, origin: Origin) -> bool:
        """Whether this origin was applied."""
        window = self._windows.get(origin.partition)
        if window is None or origin.offset > window[0]:
            return False
        behind = window[0] - origin.offset
        return behind >= WIDTH or bool(window[1] >> behind & 1)

    def latest(self) -> dict[int, int]:
        """Return the highest applied offset of each partition."""
        return {partition: highest for partition, (highest, _) in self._windows.items()}

    def add(self, origin: Origin) -> None:
        """Remember an origin as applied."""
        highest, applied = self._windows.get(origin.partition, (origin.offset, 0))
        if origin.offset > highest:
            ahead = origin.offset - highest
            applied = (applied << ahead) & _FULL if ahead < WIDTH else 0
            highest = origin.offset
        behind = highest - origin.offset
        if behind < WIDTH:
            applied |= 1 << behind
        self._windows[origin.partition] = (highest, applied)

    def dump(self) -> dict[str, tuple[int, str]]:
        """Return the windows for the progress record: partition to highest offset and bitmap in hexadecimal."""
        return {str(partition): (highest, f"{applied:x}") for partition, (highest, applied) in self._windows.items()}

    @classmethod
    def load(cls, windows: Mapping[str, tuple[int, str]]) -> "Seen":
        """Take up what `dump` gave."""
        seen = cls()
        seen._windows = {int(partition): (highest, int(bits, 16)) for partition, (highest, bits) in windows.items()}
        return seen
