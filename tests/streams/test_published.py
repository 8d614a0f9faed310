"""How long pages took and how many each outlet has, as the metrics say it."""

from streams import metrics
from streams.outgoing import Out, PublishedPage
from streams.published import Published


def out(topic: str, outlet: str, received_at: str = "2026-01-01T00:00:00.000Z") -> Out:
    return Out(topic, b"", page=PublishedPage(received_at, outlet))


def seconds(topic: str) -> float:
    return metrics.PAGE_SECONDS.labels(topic)._sum.get()


def pages(outlet: str) -> float:
    return metrics.OUTLET_PAGES.labels(outlet)._value.get()


def test_a_page_is_timed_from_its_kafka_timestamp():
    """What is in Kafka since 1 January is two and a half seconds old at 2.5 s into that day."""
    before = seconds("enriched")
    Published().note([out("enriched", "timed.example")], 1767225602.5)

    assert (round(seconds("enriched") - before, 3), pages("timed.example")) == (2.5, 1)


def test_a_clock_that_is_behind_gives_no_negative_time():
    """A producer's clock may be ahead of the worker's."""
    before = seconds("enriched")
    Published().note([out("enriched", "ahead.example")], 1767225600.0 - 60)

    assert seconds("enriched") == before


def test_outlets_beyond_the_bound_are_counted_together():
    """Whoever writes pages chooses the names; the number of counts is bounded all the same."""
    before = pages("other")
    names = ["first.example", "second.example", "third.example", "first.example"]
    Published(max_outlets=2).note([out("enriched", name) for name in names], 1767225600.0)

    assert (pages("first.example"), pages("second.example"), pages("other") - before) == (2, 1, 1)


def test_other_records_are_not_noted():
    """A record of no single page has no time, and an article on its way is no page that came out."""
    before = seconds("mentions")
    Published().note([Out("mentions", b""), out("articles", "on-its-way.example")], 1767225700.0)

    assert (seconds("mentions"), pages("on-its-way.example")) == (before, 0)
