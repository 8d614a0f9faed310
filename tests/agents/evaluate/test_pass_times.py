"""How long passes take."""

from agents.evaluate.articles import article_of_news
from agents.evaluate.pass_times import MODEL, microseconds
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.name_model import NameModel
from tests.agents.evaluate.test_news import ROW


def test_each_pass_and_the_model_are_timed():
    """All take some time, also those that find nothing."""
    costs = microseconds(Watched(packaged(), ""), NameModel.load(), [article_of_news(ROW)] * 2, 2)
    assert ({"Surfaces", "People", MODEL} <= costs.keys(), min(costs.values()) > 0) == (True, True)


def test_without_a_model_only_passes_are_timed():
    """There is no time of what is not there."""
    assert MODEL not in microseconds(Watched(packaged(), ""), None, [article_of_news(ROW)], 1)
