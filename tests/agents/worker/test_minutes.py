"""The line that a worker logs each minute."""

from prometheus_client import CollectorRegistry, Counter

from agents.worker.minutes import sentence, totals


def test_stages_in_the_order_of_the_flow():
    """Stages stand in their order, with what they rejected; one that did nothing is left out."""
    processed = {"count": 1200, "clean": 640, "tag_topics": 0}
    found = sentence(processed, {"clean": 2}, ["clean", "tag_entities", "tag_topics", "count"])
    assert found == "clean 640 (2 rejected), count 1,200 records in the last minute"


def test_totals_by_stage():
    """Reasons of one stage are added up."""
    counter = Counter("c", "c", ["stage", "reason"], registry=CollectorRegistry())
    for stage, reason in (("clean", "empty"), ("clean", "too_large"), ("count", "empty")):
        counter.labels(stage, reason).inc()
    assert totals(counter) == {"clean": 2, "count": 1}
