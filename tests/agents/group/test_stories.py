"""What a row does with each relation."""

from agents.group.stories import MAX_ARTICLES, Change, Row, apply, related
from streams.records.bands import Relation
from streams.records.origin import Origin
from streams.records.stories import Card, Story

WINDOW = 72 * 3_600_000
NOW = 1_800_000_000_000


def card(id_: str, hour: int = 0, source: str = "s", **changes: object) -> Card:
    values = {
        "id": id_,
        "origin": Origin(topic="pages", partition=0, offset=hour),
        "source": source,
        "title": f"title of {id_}",
        "published_at": f"2026-01-01T{hour % 24:02}:00:00Z",
        "at": NOW + hour * 3_600_000,
    }
    return Card(**(values | changes))


A, B, C = card("a", 0), card("b", 1), card("c", 2)


def test_the_later_of_two_is_the_child():
    """Whichever is named first, the earlier article is the parent."""
    assert related(A, B) == related(B, A) == Relation(kind="similar", child=B, parent=A)


def test_a_lone_child_points_to_its_parent_and_joins():
    """A row that belongs nowhere goes where it is told."""
    change = apply(None, Relation(kind="similar", child=B, parent=A), WINDOW, NOW)

    assert change == Change(row=Row(card=B, parent=A, changed=NOW), relation=Relation(kind="join", child=B, parent=A))


def test_a_join_makes_and_publishes_the_story():
    """The parent's row becomes the root, and the story has its id."""
    change = apply(None, Relation(kind="join", child=card("b", 1, "t"), parent=A), WINDOW, NOW)

    assert change.story == Story(
        id="story:a",
        origin=B.origin,
        title="title of a",
        articles=["a", "b"],
        sources=["s", "t"],
        parent="a",
        first_seen="2026-01-01T00:00:00Z",
        last_seen="2026-01-01T01:00:00Z",
    )


def test_an_article_that_belongs_to_a_story_stays_there():
    """The first parent is the last: neither another likeness nor an adoption moves a child."""
    row = Row(card=C, parent=A, changed=NOW)

    changes = [apply(row, Relation(kind=kind, child=C, parent=B), WINDOW, NOW) for kind in ("similar", "adopt")]

    assert changes == [Change(), Change()]


def test_a_join_travels_on_to_the_root():
    """A parent that points further passes the child on."""
    change = apply(Row(card=B, parent=A, changed=NOW), Relation(kind="join", child=C, parent=B), WINDOW, NOW)

    assert change == Change(relation=Relation(kind="join", child=C, parent=A))


def test_the_root_of_a_published_story_adopts_an_earlier_article():
    """When an earlier article comes late the story keeps its id, and the earlier one is asked to join."""
    row = Row(card=B, members=[C], changed=NOW)

    change = apply(row, Relation(kind="similar", child=B, parent=A), WINDOW, NOW)

    assert change == Change(relation=Relation(kind="adopt", child=A, parent=B))


def test_the_earliest_article_is_the_storys_parent_even_when_it_joins_late():
    """The id stays, parent and title are those of the article published first."""
    change = apply(Row(card=B, members=[C], changed=NOW), Relation(kind="join", child=A, parent=B), WINDOW, NOW)

    assert change.story is not None
    assert (change.story.id, change.story.parent, change.story.title) == ("story:b", "a", "title of a")


def test_two_published_stories_stay_two():
    """The root of a story that is out is not adopted by another."""
    row = Row(card=A, members=[C], changed=NOW)

    assert apply(row, Relation(kind="adopt", child=A, parent=B), WINDOW, NOW) == Change()


def test_a_second_join_of_the_same_article_changes_nothing():
    """Relations may come twice."""
    row = Row(card=A, members=[B], changed=NOW)

    assert apply(row, Relation(kind="join", child=B, parent=A), WINDOW, NOW + 1) == Change()


def test_an_article_from_outside_the_window_does_not_join():
    """A story is bounded in time."""
    late = card("d", 73)

    assert apply(None, Relation(kind="join", child=late, parent=A), WINDOW, NOW) == Change()


def test_an_article_without_a_date_may_join_whenever_it_was_received():
    """Where it stands in time is not known."""
    undated = card("d", 500, published_at=None)

    story = apply(None, Relation(kind="join", child=undated, parent=A), WINDOW, NOW).story

    assert story is not None
    assert (story.articles, story.last_seen) == (["a", "d"], "2026-01-01T00:00:00Z")


def test_a_story_is_bounded_in_articles():
    """A phrase that is found without end makes no endless record."""
    row = Row(card=A, members=[card(f"m{n}") for n in range(MAX_ARTICLES - 1)], changed=NOW)

    assert apply(row, Relation(kind="join", child=B, parent=A), WINDOW, NOW) == Change()
