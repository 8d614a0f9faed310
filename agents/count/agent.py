"""mentions -> entity-counts: the Faust shell of the counting stage."""

from agents.count.step import make_step
from agents.worker.app import Rasid


def register(app: Rasid) -> None:
    """Have the app run this stage."""
    app.carry(make_step(app.settings))
