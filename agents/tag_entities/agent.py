"""articles -> tagged: the Faust shell of the entities stage."""

from typing import TYPE_CHECKING

from agents.flow import Flow
from agents.tag_entities.step import make_step

if TYPE_CHECKING:
    from agents.app import Rasid


def register(app: "Rasid") -> None:
    """Have the app run this stage."""
    step = make_step(app.settings)
    app.carry(Flow(app, step, app.publisher, app.settings), reads=step.reads)
