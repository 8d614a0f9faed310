"""The rows of the trend stage, as large as they get."""

from agents.tag_entities.draft import MAX_NAME_CHARACTERS
from agents.trend.partition import MAX_COMPANIONS, MAX_TITLE_CHARACTERS
from agents.trend.state import Hour, Story, dump
from agents.trend.stories import MAX_STORIES
from streams.settings import LEAST_REQUEST_BYTES, MOST_ID_BYTES


def test_a_full_hour_can_be_published():
    """As many stories as an hour remembers, each naming as many others as are kept, with the longest names."""
    name = "ع" * (MAX_NAME_CHARACTERS - 2)
    others = [f"{name}{number:02}" for number in range(MAX_COMPANIONS)]
    story = Story(
        second=1_769_940_000,
        id="ع" * (MOST_ID_BYTES // 2),
        source="س" * 253,
        title="ع" * MAX_TITLE_CHARACTERS,
        fingerprint="f" * 16,
        others=others,
        names=dict.fromkeys(others, (name, name)),
    )
    assert LEAST_REQUEST_BYTES / 16 < len(dump(Hour([story] * MAX_STORIES))) < LEAST_REQUEST_BYTES
