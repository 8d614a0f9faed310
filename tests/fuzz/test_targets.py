"""What atheris feeds with bytes, fed without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz import inputs
from tests.fuzz.targets import TARGETS
from tests.fuzz.test_push import SAMPLES


@pytest.mark.parametrize("name", sorted(TARGETS))
@given(data=st.data())
def test_a_target_takes_any_bytes(name, data):
    """Damaged pages and feeds, and bytes of any kind."""
    drawn = st.sampled_from(SAMPLES["html"] + SAMPLES["feed"]).flatmap(inputs.damaged)
    assert TARGETS[name](data.draw(st.one_of(drawn, st.binary(max_size=200)))) is None
