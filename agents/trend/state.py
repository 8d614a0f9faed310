"""What the table of trends keeps: the rhythm of a partition, the past of each subject, the stories of its latest days.

Three kinds of row, told apart by a tag: `Rhythm` under one key, `Past` under the id of a subject, and `Hour` under the
id and the hour.
"""

from collections.abc import Callable

import msgspec

RHYTHM_KEY = "@"
"""No id of an entity or media topic is called so."""


class Beat(msgspec.Struct, array_like=True):
    """How a partition's news spread over the hours of the day and the days of the week, up to some day."""

    days: float = 0.0
    """Days on which there was news; like all that follows, each day counts less than the next."""
    weekdays_seen: list[float] = msgspec.field(default_factory=lambda: [0.0] * 7)
    """The same days by day of the week."""
    articles: float = 0.0
    hours: list[float] = msgspec.field(default_factory=lambda: [0.0] * 24)
    """Articles by hour of the day."""
    weekdays: list[float] = msgspec.field(default_factory=lambda: [0.0] * 7)
    """Articles by day of the week."""


class Rhythm(msgspec.Struct, array_like=True, tag="rhythm", tag_field="row"):
    """The rhythm of the news in a partition."""

    day: int
    """The latest day that it has seen."""
    beats: dict[int, Beat]
    """For each of the latest days, what was known at its beginning: of the days before the day before."""
    counts: dict[int, int]
    """Articles by hour, of `day` and the day before, which are not in any beat yet."""


class Level(msgspec.Struct, array_like=True):
    """How often a subject was named, up to some day; each day counts less than the next."""

    stories: float = 0.0
    hours: dict[int, float] = {}
    """Stories by hour of the day."""
    weekdays: dict[int, float] = {}
    """Stories by day of the week."""
    scatter: list[float] = []
    """By length of window, the shortest first: how far windows were from what was expected, squared, beyond what chance
    alone gives."""
    scatter_weight: list[float] = []
    """The squares of what was expected, to set it off against."""
    pairs: dict[str, float] = {}
    """Stories by an entity that they name too, the most frequent; only ids greater than the subject's own."""
    pair_floor: float = 0.0
    """The most that an entity may have which `pairs` does not hold."""


class Past(msgspec.Struct, array_like=True, tag="past", tag_field="row"):
    """All that is known of a subject's past, and of its latest days."""

    latest: int
    """The latest hour in which it was named: its own time."""
    before: Level
    """What was known at the beginning of the day before that of `latest`."""
    now: Level
    """What was known at the beginning of the day of `latest`: of the days before the day before."""
    counts: dict[int, int]
    """Stories by hour, of the day of `latest` and the two days before."""
    published: dict[str, int]
    """A checksum of each trend that was published for the same days: by hour, or by pair and hour."""
    name_ar: str = ""
    name_en: str | None = None
    type: str = ""
    """Of an entity; empty for a media topic."""
    known: bool = False


class Story(msgspec.Struct, array_like=True, frozen=True):
    """A story as the article that was published first tells it."""

    second: int
    """When that was published."""
    id: str
    """The article's id."""
    source: str
    """The outlet's id."""
    title: str
    fingerprint: str
    others: list[str]
    """Ids of the other entities that it names."""
    names: dict[str, tuple[str, str]] = {}
    """Of those of them whose pair the subject owns, in Arabic and English; empty where there is none."""

    @property
    def order(self) -> tuple[int, str]:
        """Earlier stories come first, in the same order everywhere."""
        return self.second, self.id


class Hour(msgspec.Struct, array_like=True, tag="hour", tag_field="row"):
    """The stories of one hour that name a subject."""

    stories: list[Story]
    """The earliest of them, in their order."""


Row = Rhythm | Past | Hour

load: Callable[[bytes], Row] = msgspec.msgpack.Decoder(Row).decode
"""From a value in the table to a row."""
dump: Callable[[Row], bytes] = msgspec.msgpack.Encoder().encode
"""From a row to a value."""


def hour_key(subject: str, hour: int) -> str:
    """Return the key of a subject's stories of an hour."""
    return f"{subject}@{hour}"
