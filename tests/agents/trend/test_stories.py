"""The stories of a subject's hours."""

import itertools

from agents.trend import stories
from agents.trend.state import Level, Past, Story
from agents.trend.stories import MAX_STORIES
from tests.agents.trend.made import HOUR, TODAY, Memory, fingerprint

SUBJECT = "loc:egypt"
NOON = TODAY // HOUR + 12


def story(number: int, second: int = 0, *, text: int | None = None, others: tuple[str, ...] = ()) -> Story:
    print_ = fingerprint(number if text is None else text)
    return Story(NOON * HOUR + second, f"a{number}", f"o{number}", "", print_, list(others))


def told(*articles: Story) -> dict[int, list[str]]:
    """Return the ids of the stories by hour from noon, after articles have come in."""
    rows, past = Memory(), Past(NOON, Level(), Level(), {}, {})
    for article in articles:
        stories.add(rows, SUBJECT, past, article)
    return {
        hour - NOON: [each.id for each in stories.of_hour(rows, SUBJECT, past, hour)]
        for hour in sorted(past.counts)
        if past.counts[hour]
    }


def test_stories_stand_by_hour_in_their_order():
    """Whatever the order in which they come in."""
    assert told(story(1, 50), story(2, 10), story(3, HOUR)) == {0: ["a2", "a1"], 1: ["a3"]}


def test_a_copy_is_the_story_of_the_earliest():
    """In every order in which three copies come in."""
    copies = [story(1, 2 * HOUR, text=1), story(2, HOUR, text=1), story(3, 0, text=1)]

    assert all(told(*order) == {0: ["a3"]} for order in itertools.permutations(copies))


def test_a_text_comes_again_after_hours():
    """What is published seven hours later is another story."""
    assert told(story(1, 0, text=1), story(2, 7 * HOUR, text=1)) == {0: ["a1"], 7: ["a2"]}


def test_an_hour_remembers_the_earliest():
    """Of many stories the first so many, in whatever order they come in."""
    many = [story(n, n) for n in range(MAX_STORIES + 9)]

    assert told(*reversed(many)) == told(*many) == {0: [f"a{n}" for n in range(MAX_STORIES)]}


def test_companions_are_those_of_greater_ids():
    """A pair belongs to the smaller id."""
    rows, past = Memory(), Past(NOON, Level(), Level(), {}, {})
    for number in range(3):
        stories.add(rows, SUBJECT, past, story(number, number, others=("loc:algeria", "per:a")))

    assert dict(stories.companions(rows, SUBJECT, past, NOON // 24)) == {"per:a": 3}
