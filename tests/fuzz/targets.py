"""What `tests.fuzz.guided` feeds with bytes: each raises when they do something that they must not."""

import io
from datetime import datetime

import orjson

from agents.arabic.dates.find import find_dates
from agents.arabic.folding import fold
from agents.clean.dates.clock import Clock
from agents.clean.dates.field_dates import read_field
from agents.clean.step import clean_record
from agents.push.forms import FORMS
from agents.push.page import Page
from agents.push.pages import STDIN, Pages
from agents.stage import Incoming
from streams.rejection import Reason, Reject
from streams.settings import Settings

MAX_BYTES = 50_000
RECEIVED_MS = 1_790_000_000_000
SETTINGS = Settings()
CLOCK = Clock.at("2026-09-21T13:33:20.000Z", "Asia/Riyadh")


def html(data: bytes) -> None:
    """Clean a page of HTML."""
    page = orjson.dumps({"html": data.decode(errors="replace"), "url": "https://a.example/1"})
    try:
        clean_record(Incoming("rasid.pages", 0, 0, RECEIVED_MS, b"", page), lambda _: None, SETTINGS)
    except Reject as reject:
        if reject.reason is Reason.STAGE_FAILED:
            raise


def feeds(data: bytes) -> None:
    """Read a feed."""
    for item in Pages([STDIN], MAX_BYTES, io.BytesIO(data), form=FORMS["feed"]):
        if isinstance(item, Page) and not isinstance(orjson.loads(item.value), dict):
            raise TypeError(f"no page: {item.value!r}")


def dates(data: bytes) -> None:
    """Look for dates in a text, and read it as a field with a date."""
    text = data.decode(errors="replace")
    end = 0
    for found in find_dates(fold(text), CLOCK.received.date()):
        if not end <= found.start < found.end:
            raise ValueError(f"{found} begins before {end}")
        end = found.end
    if (moment := read_field(text, CLOCK)) is not None:
        datetime.fromisoformat(moment.text())


TARGETS = {"html": html, "feeds": feeds, "dates": dates}
