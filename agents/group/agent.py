"""enriched -> bands -> stories: the Faust shells of the grouping stage.

The first sketches articles and sends each where its bands are; it keeps nothing. The second owns a partition of bands
and of the grouping table with it: it finds what is alike, settles with the other partitions what belongs to which
story, and publishes stories.
"""

from agents.group.step import make_sketch_step, make_story_step
from agents.worker.app import Rasid


def register(app: Rasid) -> None:
    """Have the app run this stage."""
    app.carry(make_sketch_step(app.settings))
    app.carry(make_story_step(app.settings))
