"""Articles as they come from a topic."""

import pytest

from streams.records.codec import Codec, encode
from streams.records.tagged import TaggedArticle
from streams.rejection import Reason, Reject
from tests.agents.tag_topics.samples import article


def test_a_time_of_arrival_that_is_none_is_refused():
    """At later stages too: metrics and trends reckon with it, when it is too late to refuse."""
    value = encode(article("a title")).replace(b"2026-01-01T", b"soon")
    with pytest.raises(Reject) as refused:
        Codec(TaggedArticle).decode(value)
    assert (refused.value.reason, "received_at" in refused.value.detail) == (Reason.WRONG_TYPE, True)
