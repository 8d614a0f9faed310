"""Whatever stands on a topic: a stage takes it or refuses it with a reason, and never falls over it."""

from random import Random

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agents.serve.model.kinds import KINDS
from agents.serve.model.read_model import ReadModel
from agents.serve.model.records import Incoming
from agents.serve.store.database import Database
from agents.stage import Step
from streams.rejection import Reason
from tests.fuzz.seeded import value_by
from tests.fuzz.stages import RECEIVED_MS, feed

STAGES = range(10)
"""Places of the stages in the order of the flow."""


seeds = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize("place", STAGES)
@example(seed=6237387)
@example(seed=10217)
@given(seed=seeds)
def test_a_stage_takes_a_record_or_says_why_not(stages, samples, place, seed):
    """No record stops a worker or fails a stage's function, and what is published and kept can be read again."""
    stage = stages[place]
    step = stage.step
    good = [value for value in samples[step.reads] if value[:1] == b"{" and value[-1:] == b"}"]
    random = Random(seed)
    batch = [value_by(random, good) for _ in range(random.randint(1, 3))]
    processed, partition = feed(stage, batch)
    again, _ = feed(stage, batch)

    assert [reject for reject in processed.rejections if reject.reason is Reason.STAGE_FAILED] == []
    assert processed.outs == again.outs
    assert all(isinstance(orjson.loads(out.value), dict) for out in processed.outs if out.value is not None)
    if not isinstance(step, Step):
        kept = [step.dump(state) for state in partition.states.values()]
        assert [step.dump(step.load(value)) for value in kept] == kept


@given(seed=seeds)
def test_the_dashboard_takes_a_record_or_passes_it_over(samples, seed):
    """No record of an output topic stops the read model."""
    random = Random(seed)
    topics = random.choices(sorted(KINDS), k=random.randint(1, 4))
    records = [
        Incoming(topic, 0, at, RECEIVED_MS, b"key", value_by(random, samples[topic])) for at, topic in enumerate(topics)
    ]
    with Database(None) as database:
        model = ReadModel(database)
        positions = {(record.topic, 0): record.offset + 1 for record in records}
        model.apply(records, positions)
        assert model.positions() == positions
