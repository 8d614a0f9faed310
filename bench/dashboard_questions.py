"""What readers of the page ask of a dashboard, drawn by chance from what its store holds."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode

from agents.serve.store.packing import unpack
from agents.serve.store.readers import FILE_NAME
from bench.dashboard_records import SEED

DRAWN = 2_000
"""Articles that questions are made of."""
VIEWS = {"now": 15, "narrowed": 15, "entity": 25, "article": 15, "story": 10, "names": 10, "words": 10, "pipeline": 5}
"""How often each view of the page is opened, of all of them; `narrowed`: what is now, by one filter."""
MIN_LETTERS = 4
"""Of a word that is searched for."""
WORDS = 2
"""That are searched for together."""


class Facts(NamedTuple):
    """What of one article questions are made of."""

    id: str
    outlet: str
    country: str
    entities: list[tuple[str, str]]
    """Id and name."""
    topics: list[str]
    words: list[str]
    story: str


def questions(store: Path) -> Iterator[str]:
    """Yield addresses for ever, those of a view one after the other, as the page asks them when somebody opens it."""
    chance = random.Random(SEED)  # noqa: S311 - sample questions
    facts = _facts(store, chance)
    while True:
        view = chance.choices(list(VIEWS), list(VIEWS.values()))[0]
        yield from _of_view(view, chance.choice(facts), chance)


def _facts(store: Path, chance: random.Random) -> list[Facts]:
    """Return what some of the store's articles hold: what many articles name is drawn often."""
    with closing(sqlite3.connect(f"file:{store / FILE_NAME}?mode=ro", uri=True)) as db:
        count = db.execute("SELECT max(n) FROM articles").fetchone()[0]
        found = []
        for number in sorted(chance.sample(range(1, count + 1), min(count, DRAWN))):
            record = unpack(db.execute("SELECT record FROM articles WHERE n = ?", (number,)).fetchone()[0])
            words = [word for word in record["text"].split() if word.isalpha() and len(word) >= MIN_LETTERS]
            row = db.execute("SELECT story FROM story_articles WHERE article = ?", (record["id"],)).fetchone()
            if row is None or len(words) < WORDS:
                continue
            found.append(
                Facts(
                    record["id"],
                    record["source"]["id"],
                    record["source"]["country"] or "SA",
                    [(entity["id"], entity["name_ar"]) for entity in record["entities"]] or [("loc:egypt", "مصر")],
                    [topic["id"] for topic in record["media_topics"]] or ["medtop:11000000"],
                    words,
                    row[0],
                )
            )
        return found


def _of_view(view: str, facts: Facts, chance: random.Random) -> list[str]:
    entity, name = chance.choice(facts.entities)
    outlet, topic = {"outlet": facts.outlet}, {"topic": chance.choice(facts.topics)}
    path = f"entities/{quote(entity, safe='')}"
    views = {
        "now": _now({}),
        "narrowed": _now(chance.choice([outlet, {"country": facts.country}, topic])),
        "entity": [
            _address(path),
            _address("trends", subject=entity, window="all", sort="at", limit=50),
            _address(f"{path}/quotes", by="true", limit=5),
            _address(f"{path}/articles", limit=8),
            _address("stories", entity=entity, limit=6),
        ],
        "article": [_address(f"articles/{quote(facts.id, safe='')}")],
        "story": [_address(f"stories/{quote(facts.story, safe='')}"), _address("articles", story=facts.story)],
        # As it is typed: the name's beginning is asked for first.
        "names": [_address("search/entities", q=typed, limit=20) for typed in (name[: len(name) // 2] or name, name)],
        "words": [_address("articles", q=" ".join(chance.sample(facts.words, WORDS)), limit=50)],
        "pipeline": [
            _address("health"),
            _address("rejected", limit=1),
            _address("outlets", window="168h", limit=200),
            _address("outlets", window="720h", sort="silent", limit=200),
        ],
    }
    return views[view]


def _now(narrow: dict[str, str]) -> list[str]:
    """Return what the first view asks, for all or by one filter."""
    outlets = {name: value for name, value in narrow.items() if name != "topic"}
    return [
        *(_address("trends", window="24h", direction=way, limit=12, **outlets) for way in ("rising", "falling")),
        *(_address("entities", window="24h", type=kind, limit=10, **narrow) for kind in ("PER", "LOC", "ORG")),
        _address("media-topics", window="24h", limit=60),
        _address("entities", window="24h", type="LOC", limit=200, **narrow),
        _address("alerts", limit=5, **outlets),
        _address("articles", limit=12, **narrow),
    ]


def _address(path: str, **parameters: str | int) -> str:
    return f"/api/v1/{path}" + (f"?{urlencode(parameters)}" if parameters else "")


def kind_of(path: str) -> str:
    """Return which list an address asks, and by which parameters; for an id stands `…`."""
    parts, _, parameters = path.removeprefix("/api/v1/").partition("?")
    names = "&".join(one.partition("=")[0] for one in parameters.split("&") if not one.startswith(("limit", "window")))
    words = ["…" if "%3A" in part or part.startswith("b") else part for part in parts.split("/")]
    return "/".join(words) + (f"?{names}" if names else "")
