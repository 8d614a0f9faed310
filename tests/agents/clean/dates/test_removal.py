"""What is left of a line without its dates."""

import pytest

from agents.clean.dates.removal import without_dates


@pytest.mark.parametrize("line", ["رامي حداد | منذ 3 ساعات", "رامي حداد - منذ ساعتين", "رامي حداد، 5 أغسطس 2015"])
def test_a_name_beside_a_date_stays(line: str) -> None:
    """What is cut out of a line is its date, however it is written."""
    assert without_dates(line).strip(" |-،") == "رامي حداد"
