"""Whatever stands on a topic: a stage takes it or refuses it with a reason, and never falls over it."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.serve.model.kinds import KINDS
from agents.serve.model.read_model import ReadModel
from agents.serve.model.records import Incoming
from agents.serve.store.database import Database
from agents.stage import Step
from streams.rejection import Reason
from tests.fuzz import inputs
from tests.fuzz.stages import RECEIVED_MS, feed

STAGES = range(10)
"""Places of the stages in the order of the flow."""


def values_of(samples):
    """Return values for a topic: samples with something changed in them, damaged bytes, anything that JSON can hold."""
    sample = st.sampled_from(samples)
    return st.one_of(
        sample.flatmap(lambda value: inputs.changed(orjson.loads(value))).map(inputs.as_json),
        sample.flatmap(inputs.damaged),
        inputs.values.map(inputs.as_json),
        st.none(),
    )


@pytest.mark.parametrize("place", STAGES)
@given(data=st.data())
def test_a_stage_takes_a_record_or_says_why_not(stages, samples, place, data):
    """No record stops a worker or fails a stage's function, and what is published and kept can be read again."""
    stage = stages[place]
    step = stage.step
    good = [value for value in samples[step.reads] if value[:1] == b"{" and value[-1:] == b"}"]
    batch = data.draw(st.lists(values_of(good), min_size=1, max_size=3))
    processed, partition = feed(stage, batch)
    again, _ = feed(stage, batch)

    assert [reject for reject in processed.rejections if reject.reason is Reason.STAGE_FAILED] == []
    assert processed.outs == again.outs
    assert all(isinstance(orjson.loads(out.value), dict) for out in processed.outs if out.value is not None)
    if not isinstance(step, Step):
        kept = [step.dump(state) for state in partition.states.values()]
        assert [step.dump(step.load(value)) for value in kept] == kept


@given(data=st.data())
def test_the_dashboard_takes_a_record_or_passes_it_over(samples, data):
    """No record of an output topic stops the read model, and it answers queries afterwards."""
    topics = data.draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=4))
    records = [
        Incoming(topic, 0, at, RECEIVED_MS, b"key", data.draw(values_of(samples[topic])))
        for at, topic in enumerate(topics)
    ]
    with Database(None) as database:
        model = ReadModel(database)
        model.apply(records, {(record.topic, 0): record.offset + 1 for record in records})
        assert model.version == 1
