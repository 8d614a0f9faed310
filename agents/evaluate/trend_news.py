"""A made stream of news for `rasid evaluate trends`: rhythms, heavy tails, copies, a backfill, an outage, and bursts.

Everything is drawn from one seed. Nothing in it is Arabic or real: trends look at who is named when, by whom, and at
fingerprints.
"""

import base64
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from streams.records.mentions import MentionedEntity, MentioningArticle
from streams.records.origin import Origin

FIRST_SECOND = 1_767_225_600
"""2026-01-01, a Thursday."""
HOUR = 3600
DAY_HOURS = 24
OUTLETS = 40
AGENCY_SHARE = 0.05
"""Of the stories: those that other outlets copy."""
DELAY_SECONDS = 900.0
"""Until an average page is crawled."""
MAX_DELAY_SECONDS = 5 * HOUR
WARM_DAYS = 9
"""Nothing is planted before."""
STORM_COPIES = 30
BURST_HOURS = (2, 6)
FOUND_HOURS = 2
"""Within which a burst is to be found."""
TIMES = (3.0, 30.0)
MIN_BURST_STORIES = 6.0
"""Expected in the first two hours: with fewer a burst cannot be told from chance."""
BURST_GAP_HOURS = 72
FINGERPRINT_BYTES = 32


@dataclass(frozen=True)
class Burst:
    """A planted burst: an entity is named several times as often for some hours."""

    entity: int
    second: int
    """When it begins."""
    hours: int
    times: float
    early: list[int] = field(default_factory=list)
    """When those of its stories came in that did so in the first two hours."""

    @property
    def end(self) -> int:
        """The second at which it ends."""
        return self.second + self.hours * HOUR


@dataclass(frozen=True)
class Scale:
    """How large a stream is made."""

    entities: int = 2000
    days: int = 60
    busiest: float = 400.0
    """Stories a day of the entity that is named most; the n-th has an n-th of them."""
    bursts: int = 200
    storms: int = 100
    """Agency texts that thirty outlets carry within an hour."""
    backfill: int = 20_000
    """Old pages that come in within two hours."""


class News:
    """The stream.

    Parameters
    ----------
    seed
        Of all chance in it.
    scale
        How much of everything.
    """

    def __init__(self, seed: int, scale: Scale) -> None:
        self.scale = scale
        self.bursts: list[Burst] = []
        self.storms: list[tuple[int, int]] = []
        """Entity and second of each agency text that many carry."""
        self._chance = np.random.default_rng(seed)
        self._number = 0
        chance, count = self._chance, scale.entities
        self._rates = scale.busiest / DAY_HOURS / np.arange(1, count + 1)
        self._shapes = chance.uniform(3.0, 30.0, count)
        """Of the gamma by which an entity's rate changes from hour to hour: the smaller the wilder."""
        self._shifts = chance.integers(-2, 3, count)
        """Hours by which an entity's day is earlier or later."""
        self._swings = chance.uniform(0.2, 0.9, count)
        self._weekends = chance.uniform(0.5, 1.3, count)
        """How much of a working day's news Friday and Saturday have."""
        self._company = chance.integers(0, count, (count, 4))
        weights = 1.0 / np.arange(1, OUTLETS + 1) ** 0.7
        self._outlets: NDArray[np.float64] = weights / weights.sum()
        self._plant()

    @property
    def backfill_second(self) -> int:
        """When the old pages come in."""
        return FIRST_SECOND + self.scale.days * 2 // 3 * DAY_HOURS * HOUR

    def articles(self) -> Iterator[MentioningArticle]:
        """Yield the stream's articles in the order in which they come in."""
        waiting: defaultdict[int, list[tuple[int, MentioningArticle]]] = defaultdict(list)
        planted: defaultdict[int, list[Burst]] = defaultdict(list)
        for burst in self.bursts:
            for hour in range((burst.second - FIRST_SECOND) // HOUR, (burst.end - FIRST_SECOND) // HOUR + 1):
                planted[hour].append(burst)
        storms = {(second - FIRST_SECOND) // HOUR: (entity, second) for entity, second in self.storms}
        for hour in range(self.scale.days * DAY_HOURS):
            made = [*self._usual(hour), *self._of_bursts(hour, planted[hour])]
            if hour in storms:
                made += self._storm(*storms[hour])
            if FIRST_SECOND + hour * HOUR == self.backfill_second:
                made += self._backfill()
            for received, article in made:
                waiting[(received - FIRST_SECOND) // HOUR].append((received, article))
            yield from (article for _, article in sorted(waiting.pop(hour, []), key=lambda entry: entry[0]))

    def expected(self, hour: int) -> NDArray[np.float64]:
        """Return the stories that each entity is expected to have in an hour, bursts left out."""
        of_day = 2 * np.pi * ((hour + self._shifts) % DAY_HOURS - 13) / DAY_HOURS
        weekend = (hour // DAY_HOURS) % 7 in {1, 2}
        rates: NDArray[np.float64] = self._rates * (1 + self._swings * np.cos(of_day))
        return rates * (self._weekends if weekend else 1.0)

    def _plant(self) -> None:
        chance, hours = self._chance, self.scale.days * DAY_HOURS
        last: dict[int, int] = {}
        while len(self.bursts) < self.scale.bursts:
            hour = int(chance.integers(WARM_DAYS * DAY_HOURS, hours - DAY_HOURS))
            entity = int(chance.integers(self.scale.entities))
            times = float(np.exp(chance.uniform(np.log(TIMES[0]), np.log(TIMES[1]))))
            if FOUND_HOURS * (times - 1) * self.expected(hour)[entity] < MIN_BURST_STORIES:
                continue
            if abs(last.get(entity, -hours) - hour) >= BURST_GAP_HOURS:
                last[entity] = hour
                second = FIRST_SECOND + hour * HOUR + int(chance.integers(HOUR))
                length = int(chance.integers(BURST_HOURS[0], BURST_HOURS[1] + 1))
                self.bursts.append(Burst(entity, second, length, times))
        for hour in chance.choice(
            np.arange(WARM_DAYS * DAY_HOURS, hours - DAY_HOURS), self.scale.storms, replace=False
        ):
            self.storms.append((int(chance.integers(self.scale.entities)), FIRST_SECOND + int(hour) * HOUR + 60))

    def _usual(self, hour: int) -> Iterator[tuple[int, MentioningArticle]]:
        chance = self._chance
        counts = chance.poisson(self.expected(hour) * chance.gamma(self._shapes, 1.0 / self._shapes))
        for entity in np.repeat(np.arange(self.scale.entities), counts).tolist():
            second = FIRST_SECOND + hour * HOUR + int(chance.integers(HOUR))
            named = [entity, int(self._company[entity, chance.integers(4)])] if chance.random() < 1 / 3 else [entity]
            fingerprint = self._fingerprint()
            yield from self._article(named, second, fingerprint)
            if chance.random() < AGENCY_SHARE:
                for _ in range(int(chance.integers(3, STORM_COPIES))):
                    yield from self._article(named, second + int(chance.integers(3 * HOUR)), fingerprint)

    def _of_bursts(self, hour: int, bursts: list[Burst]) -> Iterator[tuple[int, MentioningArticle]]:
        begin = FIRST_SECOND + hour * HOUR
        for burst in bursts:
            mean = (burst.times - 1) * self.expected(hour)[burst.entity]
            for second in begin + self._chance.integers(HOUR, size=self._chance.poisson(mean)):
                if burst.second <= second < burst.end:
                    for received, article in self._article([burst.entity], int(second), self._fingerprint()):
                        if received < burst.second + FOUND_HOURS * HOUR:
                            burst.early.append(received)
                        yield received, article

    def _storm(self, entity: int, second: int) -> Iterator[tuple[int, MentioningArticle]]:
        fingerprint = self._fingerprint()
        for _ in range(STORM_COPIES):
            yield from self._article([entity], second + int(self._chance.integers(HOUR // 2)), fingerprint)

    def _backfill(self) -> Iterator[tuple[int, MentioningArticle]]:
        """Make old pages: half of them from all times, half of a single week, all named by the entities' own shares."""
        chance, now = self._chance, self.backfill_second
        shares = self._rates / self._rates.sum()
        for entity in chance.choice(self.scale.entities, self.scale.backfill, p=shares).tolist():
            days = chance.uniform(2, 700) if chance.random() < 1 / 2 else chance.uniform(2, 9)
            received = now + int(chance.integers(2 * HOUR))
            yield from self._article([entity], int(now - days * DAY_HOURS * HOUR), self._fingerprint(), received)

    def _article(
        self, named: list[int], second: int, fingerprint: str, received: int | None = None
    ) -> Iterator[tuple[int, MentioningArticle]]:
        chance = self._chance
        outlet = int(chance.choice(OUTLETS, p=self._outlets)) if received is None else int(chance.integers(OUTLETS))
        if outlet == 0 and self._is_out(second):
            return
        if received is None:
            received = second + int(min(MAX_DELAY_SECONDS, chance.exponential(DELAY_SECONDS)))
        self._number += 1
        ids = [entity_id(entity) for entity in dict.fromkeys(named)]
        yield (
            received,
            MentioningArticle(
                article_id=f"a{self._number}",
                origin=Origin(topic="made", partition=0, offset=self._number),
                published_at=_time(second),
                published_precision="second",
                published_from="field",
                received_at=_time(received),
                title=f"Article {self._number}",
                source=f"outlet-{outlet}",
                fingerprint=fingerprint,
                entities=[MentionedEntity(id=id_, name_ar=id_, type="PER", known=True, count=1) for id_ in ids],
                with_=ids,
            ),
        )

    def _is_out(self, second: int) -> bool:
        """Whether the largest outlet is silent: for three days in the middle."""
        middle = FIRST_SECOND + self.scale.days // 2 * DAY_HOURS * HOUR
        return middle <= second < middle + 3 * DAY_HOURS * HOUR

    def _fingerprint(self) -> str:
        return base64.b64encode(self._chance.bytes(FINGERPRINT_BYTES)).rstrip(b"=").decode()


def entity_id(number: int) -> str:
    """Return the id of an entity."""
    return f"per:made-{number:04}"


def _time(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
