"""articles -> tagged: the Faust shell of the entities stage."""

from typing import TYPE_CHECKING

from agents.tag_entities.step import make_step
from agents.worker.stateless import Flow

if TYPE_CHECKING:
    from agents.worker.app import Rasid


def register(app: "Rasid") -> None:
    """Have the app run this stage."""
    step = make_step(app.settings)
    app.carry(Flow(app, step, app.publisher, app.settings), reads=step.reads)
