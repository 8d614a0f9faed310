"""tagged -> enriched and mentions: the Faust shell of the media topics stage."""

from agents.tag_topics.step import make_step
from agents.worker.app import Rasid


def register(app: Rasid) -> None:
    """Have the app run this stage."""
    app.carry(make_step(app.settings))
