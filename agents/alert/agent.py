"""enriched, trends -> hits -> alerts: the Faust shells of the alert stage."""

from agents.alert.step import live_matcher, make_alert_step, make_article_step, make_trend_step
from agents.worker.app import Rasid


def register(app: Rasid) -> None:
    """Have the app run this stage."""
    matcher = live_matcher(app.settings)
    app.carry(make_article_step(app.settings, matcher))
    app.carry(make_trend_step(app.settings, matcher))
    app.carry(make_alert_step())
