"""What of a worker's log lines is said."""

import logging

import orjson

from agents.stage import attempt
from agents.worker.logs import FIELDS, REST_SECONDS, JsonFormatter, Repeats
from streams.records.origin import Origin


def record(name: str, message: str, at: float, level: int = logging.ERROR) -> logging.LogRecord:
    made = logging.LogRecord(name, level, __file__, 1, message, ("127.0.0.1",) if "%s" in message else None, None)
    made.created = at
    return made


def said(records: list[logging.LogRecord]) -> list[str]:
    repeats = Repeats()
    return [line.getMessage() for line in records if repeats.filter(line)]


def test_a_library_says_the_same_once():
    """A line of a library that comes again and again is said once in a while, with how many were left out."""
    lines = [record("aiokafka.conn", "cannot connect to %s", at) for at in (0.0, 1.0, 2.0, REST_SECONDS + 1)]
    assert said(lines) == ["cannot connect to 127.0.0.1", "cannot connect to 127.0.0.1 (and 2 more like it before)"]


def test_own_lines_are_all_said():
    """A line of Rasid's own is said each time."""
    assert said([record("agents.worker.app", "assigned", at) for at in (0.0, 1.0)]) == ["assigned", "assigned"]


def test_services_come_and_go_in_silence():
    """Faust's lines on its services are not said, its errors without the place in the tree."""
    lines = [
        record("agents.worker.app", "[^---ConsumerThread]: Starting...", 0.0, logging.INFO),
        record("agents.worker.app", "[^-Rasid]: Crashed", 1.0),
    ]
    assert said(lines) == ["Crashed"]


def test_lines_without_end_take_no_memory_without_end():
    """Of lines that are each another, no more than so many are remembered."""
    repeats = Repeats()
    for number in range(5000):
        repeats.filter(record("aiokafka", f"request {number}", 0.0))
    assert len(repeats._said) <= 1000


def test_a_line_of_json_says_which_record_it_is_about():
    """With the fields that are known, and no others."""
    line = record("agents.stage", "failed", 0.0)
    line.stage, line.partition, line.offset = "clean", 3, 41
    said = orjson.loads(JsonFormatter().format(line))

    assert {name: said[name] for name in FIELDS if name in said} == {"stage": "clean", "partition": 3, "offset": 41}


def test_a_record_on_which_a_stage_failed_is_named(caplog):
    """By its raw page's place and its id, so that it can be looked up."""

    class Record:
        origin = Origin(topic="t.pages", partition=2, offset=7)
        id = "some-article"

    def fail(_: object) -> list[object]:
        raise ValueError("no")

    with caplog.at_level(logging.ERROR, logger="agents.stage"):
        attempt("tag_topics", fail, [Record()])
    said = {name: getattr(caplog.records[0], name) for name in FIELDS}

    assert said == {"stage": "tag_topics", "topic": "t.pages", "partition": 2, "offset": 7, "article": "some-article"}
