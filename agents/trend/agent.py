"""trend-mentions -> trends: the Faust shell of the trend stage."""

from agents.trend.step import make_step
from agents.worker.app import Rasid


def register(app: Rasid) -> None:
    """Have the app run this stage."""
    app.carry(make_step(app.settings))
