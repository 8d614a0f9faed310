"""What a row does with each relation, and with a revision."""

import msgspec

from agents.group.rows import MAX_ARTICLES, MAX_CANDIDATES, Member, Row
from agents.group.stories import Change, apply, related, revise
from streams.records.bands import BandedArticle, Relation
from streams.records.origin import Origin
from streams.records.stories import Card, Story
from tests.agents.group.texts import compared, edited, text

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


def told(id_: str, hour: int = 0, body: str = text(1), **changes: object) -> BandedArticle:
    """Return an article as relations carry it."""
    return compared(card(id_, hour, **changes), body)


def member(article: BandedArticle, via: str = "a") -> Member:
    return Member(article=article, via=via)


A, B, C = told("a", 0), told("b", 1), told("c", 2)
STORY_OF_A = Row(article=A, members=[member(B)], changed=NOW)


def test_the_later_of_two_is_the_child():
    """Whichever is named first, the earlier article is the parent."""
    assert related(A, B) == related(B, A) == Relation(kind="similar", child=B, parent=A)


def test_a_lone_child_asks_its_parent():
    """A row that belongs nowhere asks whom it is told of."""
    change = apply(None, Relation(kind="similar", child=B, parent=A), WINDOW, NOW)

    assert change == Change(
        Row(article=B, asked=A, changed=NOW), [Relation(kind="join", child=B, parent=A)], stories={}
    )


def test_a_join_makes_and_publishes_the_story():
    """The parent's row keeps the story, which has its id, and the child hears of it."""
    joining = told("b", 1, source="t")

    change = apply(None, Relation(kind="join", child=joining, parent=A), WINDOW, NOW)

    assert change.relations == [Relation(kind="accept", child=joining, parent=A, story="a")]
    assert change.stories == {
        "story:a": Story(
            id="story:a",
            origin=B.card.origin,
            title="title of a",
            articles=["a", "b"],
            sources=["s", "t"],
            parent="a",
            first_seen="2026-01-01T00:00:00Z",
            last_seen="2026-01-01T01:00:00Z",
        )
    }


def test_an_article_that_belongs_to_a_story_stays_there():
    """The first parent is the last: what else it is told of it only remembers."""
    row = Row(article=C, story="a", changed=NOW)

    changes = [
        apply(row, Relation(kind=kind, child=C, parent=B, story="b"), WINDOW, NOW) for kind in ("similar", "adopt")
    ]

    assert [change.row and (change.row.story, change.row.asked) for change in changes] == [("a", None)] * 2
    assert [relation.kind for change in changes for relation in change.relations] == ["adopt"]


def test_an_accepted_article_is_of_the_story():
    """It waits no more, and remembers by whom it came."""
    row = Row(article=C, asked=A, changed=NOW)

    change = apply(row, Relation(kind="accept", child=C, parent=A, story="a"), WINDOW, NOW)

    assert change == Change(Row(article=C, story="a", candidates=[A], changed=NOW), [], stories={})


def test_a_join_travels_on_to_the_story():
    """A parent that is of a story passes the question on to who keeps it."""
    change = apply(Row(article=B, story="a", changed=NOW), Relation(kind="join", child=C, parent=B), WINDOW, NOW)

    assert change.relations == [Relation(kind="join", child=C, parent=B, story="a")]


def test_a_join_by_a_member_is_accepted():
    """Who is like a member joins, and is known to be there by it."""
    change = apply(STORY_OF_A, Relation(kind="join", child=C, parent=B, story="a"), WINDOW, NOW)

    assert change.row is not None
    assert [(each.id, each.via) for each in change.row.members] == [("b", "a"), ("c", "b")]


def test_a_join_by_an_article_that_left_goes_back_to_it():
    """It is told that it left, and then asked again: by that time it may belong elsewhere."""
    gone = told("d", 1)

    change = apply(STORY_OF_A, Relation(kind="join", child=C, parent=gone, story="a"), WINDOW, NOW)

    assert change == Change(
        STORY_OF_A,
        [
            Relation(kind="release", child=gone, parent=gone, story="a"),
            Relation(kind="join", child=C, parent=gone),
        ],
        stories={},
    )


def test_who_waits_for_an_answer_holds_later_articles():
    """They go where it goes."""
    waiting = Row(article=B, asked=A, changed=NOW)

    held = apply(waiting, Relation(kind="join", child=C, parent=B), WINDOW, NOW)
    passed = apply(held.row, Relation(kind="accept", child=B, parent=A, story="a"), WINDOW, NOW)

    assert held.relations == []
    assert passed.relations == [Relation(kind="join", child=C, parent=B, story="a")]


def test_who_waits_for_an_answer_refuses_an_earlier_article_and_adopts_it_later():
    """Only later ones are held, or two could wait for each other for ever."""
    waiting = Row(article=B, asked=told("x"), changed=NOW)

    refused = apply(waiting, Relation(kind="join", child=A, parent=B), WINDOW, NOW)
    passed = apply(refused.row, Relation(kind="accept", child=B, parent=B, story="x"), WINDOW, NOW)

    assert [relation.kind for relation in refused.relations] == ["refuse"]
    assert passed.relations == [Relation(kind="adopt", child=A, parent=B, story="x")]


def test_a_refused_article_lets_in_who_waits():
    """When it can join nobody, it begins a story of its own."""
    waiting = Row(article=B, asked=A, held=[C], changed=NOW)

    change = apply(waiting, Relation(kind="refuse", child=B, parent=A), WINDOW, NOW)

    assert change.relations == [Relation(kind="accept", child=C, parent=B, story="b")]


def test_the_keeper_of_a_published_story_adopts_an_earlier_article():
    """When an earlier article comes late the story keeps its id, and the earlier one is asked to join."""
    row = Row(article=B, members=[member(C, "b")], changed=NOW)

    change = apply(row, Relation(kind="similar", child=B, parent=A), WINDOW, NOW)

    assert change.relations == [Relation(kind="adopt", child=A, parent=B, story="b")]


def test_the_earliest_article_is_the_storys_parent_even_when_it_joins_late():
    """The id stays, parent and title are those of the article published first."""
    row = Row(article=B, members=[member(C, "b")], changed=NOW)

    story = apply(row, Relation(kind="join", child=A, parent=B), WINDOW, NOW).stories["story:b"]

    assert story is not None
    assert (story.id, story.parent, story.title) == ("story:b", "a", "title of a")


def test_two_published_stories_stay_two():
    """Who keeps a story that is out is not adopted by another."""
    row = Row(article=A, members=[member(C)], changed=NOW)

    change = apply(row, Relation(kind="adopt", child=A, parent=B, story="b"), WINDOW, NOW)

    assert (change.relations, change.stories) == ([], {})


def test_a_second_join_of_the_same_article_changes_nothing():
    """It is answered, and nothing is published."""
    change = apply(STORY_OF_A, Relation(kind="join", child=B, parent=A), WINDOW, NOW + 1)

    assert (change.row, change.stories) == (STORY_OF_A, {})


def test_an_article_from_outside_the_window_does_not_join():
    """A story is bounded in time."""
    late = told("d", 73)

    change = apply(None, Relation(kind="join", child=late, parent=A), WINDOW, NOW)

    assert change == Change(None, [Relation(kind="refuse", child=late, parent=A)], stories={})


def test_an_article_without_a_date_may_join_whenever_it_was_received():
    """Where it stands in time is not known."""
    undated = told("d", 500, published_at=None)

    story = apply(None, Relation(kind="join", child=undated, parent=A), WINDOW, NOW).stories["story:a"]

    assert story is not None
    assert (story.articles, story.last_seen) == (["a", "d"], "2026-01-01T00:00:00Z")


def test_a_story_is_bounded_in_articles():
    """A phrase that is found without end makes no endless record."""
    row = Row(article=A, members=[member(told(f"m{n}")) for n in range(MAX_ARTICLES - 1)], changed=NOW)

    change = apply(row, Relation(kind="join", child=B, parent=A), WINDOW, NOW)

    assert (change.row, change.stories) == (row, {})


def test_a_row_is_bounded_in_candidates():
    """Of all that an article is like, the first few are remembered."""
    row: Row | None = Row(article=C, story="x", changed=NOW)

    for number in range(MAX_CANDIDATES + 5):
        row = apply(row, Relation(kind="similar", child=C, parent=told(f"d{number}")), WINDOW, NOW).row

    assert row is not None
    assert len(row.candidates) == MAX_CANDIDATES


def test_a_revision_with_a_like_text_stays_and_shows_in_the_story():
    """Title and outlet are those of the latest revision."""
    newer = told("b", 1, edited(text(1), 5), revision=2, title="another title", source="t")

    change = revise(STORY_OF_A, newer, WINDOW, NOW)
    story = change.stories["story:a"]

    assert change.relations == []
    assert story is not None
    assert (story.articles, story.sources) == (["a", "b"], ["s", "t"])


def test_a_revision_with_another_text_leaves_and_a_story_of_one_is_gone():
    """What is left is an article alone, which is no story."""
    newer = told("b", 1, text(2), revision=2)

    change = revise(STORY_OF_A, newer, WINDOW, NOW)

    assert change == Change(None, [Relation(kind="release", child=newer, parent=A, story="a")], {"story:a": None})


def test_when_the_keeper_of_a_story_leaves_the_others_go_together():
    """The earliest of them hears of the others, and they find each other under another id."""
    row = Row(article=A, members=[member(C), member(B)], changed=NOW)
    newer = told("a", 0, text(2), revision=2)

    change = revise(row, newer, WINDOW, NOW)

    assert change == Change(
        None,
        [
            Relation(kind="release", child=B, parent=newer, story="a", others=[C]),
            Relation(kind="release", child=C, parent=newer, story="a"),
        ],
        {"story:a": None},
    )


def test_a_released_article_asks_whom_else_it_is_like():
    """What it was told of while it was of the story is of use now."""
    row = Row(article=C, story="a", candidates=[B], changed=NOW)

    change = apply(row, Relation(kind="release", child=C, parent=A, story="a"), WINDOW, NOW)

    assert change.relations == [Relation(kind="join", child=C, parent=B)]


def test_a_candidate_with_another_text_is_one_no_more():
    """Candidates are alike as they are now."""
    row = Row(article=C, story="a", candidates=[B], changed=NOW)

    change = revise(row, told("b", 1, text(2), revision=2), WINDOW, NOW)

    assert change.row == msgspec.structs.replace(row, candidates=[])
