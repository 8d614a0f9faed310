"""The grouping of articles in one process, with no broker: the same partitions, their records passed by hand."""

from collections import deque
from collections.abc import Sequence

from agents.group.partition import Partition
from agents.group.state import State
from agents.group.step import Sketched, banded
from agents.memory_rows import MemoryRows
from streams.records.bands import Bands
from streams.records.stories import Story


class Grouping:
    """All partitions of the grouping table.

    Parameters
    ----------
    partitions
        How many there are.
    hours, kept
        As for a `Partition`.
    """

    def __init__(self, partitions: int = 8, *, hours: int = 72, kept: int = 10_000) -> None:
        self.stories: dict[str, Story] = {}
        """The stories so far, by id."""
        self._partitions = [
            Partition(MemoryRows[State](), number, partitions, hours=hours, kept=kept) for number in range(partitions)
        ]
        self._offset = 0

    def add(self, batch: Sequence[Sketched], timestamp_ms: int = 0) -> None:
        """Group articles after those before; `timestamp_ms` is Kafka's time of their records."""
        waiting = deque(banded(batch, len(self._partitions)).items())
        while waiting:
            number, bands = waiting.popleft()
            outcome = self._partitions[number].apply(bands, self._offset, timestamp_ms)
            self._offset += 1
            waiting.extend((to, Bands(relations=relations)) for to, relations in outcome.relations.items())
            for id_, story in outcome.stories.items():
                if story is None:
                    self.stories.pop(id_, None)
                else:
                    self.stories[id_] = story

    def story_of(self) -> dict[str, str]:
        """Return the story id of each article that has one, by article id."""
        return {article: story.id for story in self.stories.values() for article in story.articles}
