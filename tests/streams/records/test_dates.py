"""Times in records."""

import pytest

from streams.records.dates import check_times


def test_times_that_are_none_are_named():
    """With the field; a record that holds one is refused where it is decoded."""
    with pytest.raises(ValueError, match="moment: Invalid isoformat"):
        check_times(at="2026-03-01T10:30:00Z", moment="5:00Z")


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00Z", "9999-12-31T23:00:00Z"])
def test_no_day_can_be_taken_from_or_added_to_the_ends_of_the_calendar(time):
    """So such a time is none."""
    with pytest.raises(ValueError, match="at: the year"):
        check_times(at=time)


def test_a_time_may_be_missing():
    """Whether it must be there is for the record's type to say."""
    assert check_times(at=None) is None
