"""Which events a client of the live stream wants."""

from agents.serve.model.records import Event
from agents.serve.query.filters import StreamFilter
from agents.serve.search_words import PROCLITICS, words

MAX_WORDS = 12


class Wanted:
    """A stream's filter, ready to be held against events.

    Parameters
    ----------
    given
        As it stands in the address.
    """

    def __init__(self, given: StreamFilter) -> None:
        self._given = given
        self._kinds = frozenset(given.kinds.split(","))
        self.words = tuple(words(given.q or "")[:MAX_WORDS])
        self.key = tuple(value for name, value in given if name != "last_event_id")
        """The same where the same is wanted."""

    def holds(self, event: Event, found: frozenset[str]) -> bool:
        """Whether an event is wanted.

        Parameters
        ----------
        event
            Any.
        found
            The words of the event's text; needed only where the filter has words.
        """
        if event.kind not in self._kinds:
            return False
        given = self._given
        if event.kind != "article" and given.q:
            return False
        return (
            {given.entity, given.topic} - {None} <= event.ids
            and given.outlet in {None, *event.outlets}
            and given.country in {None, *event.countries}
            and given.genre in {None, event.genre}
            and all(any(clitic + word in found for clitic in PROCLITICS) for word in self.words)
        )


def words_of(event: Event) -> frozenset[str]:
    """Return the words of an event's text."""
    return frozenset(words(event.text))
