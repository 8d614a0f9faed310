"""pages -> articles: the Faust shell of the cleaning stage, which keeps a profile of each outlet."""

from agents.clean.step import make_step
from agents.worker.app import Rasid


def register(app: Rasid) -> None:
    """Have the app run this stage."""
    app.carry(make_step(app.settings))
