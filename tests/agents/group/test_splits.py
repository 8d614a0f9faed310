"""What of a story holds together when one of its articles has another text."""

from agents.group.rows import Member
from agents.group.splits import Split, split
from streams.records.bands import BandedArticle
from streams.records.origin import Origin
from streams.records.stories import Card
from tests.agents.group.texts import compared, text

HOUR_MS = 3_600_000
WINDOW = 72 * HOUR_MS
WORDS = text(1, 200).split()


def told(id_: str, body: str, hour: int = 0) -> BandedArticle:
    """Return an article with a text."""
    origin = Origin(topic="pages", partition=0, offset=hour)
    card = Card(id=id_, origin=origin, source="s", title="", published_at="2026-01-01T00:00:00Z", at=hour * HOUR_MS)
    return compared(card, body)


def part(start: int, end: int) -> str:
    """Return some words of one report."""
    return " ".join(WORDS[start:end])


ROOT = told("root", part(0, 120))


def kept_and_released(found: Split) -> tuple[list[tuple[str, str]], list[list[str]]]:
    return (
        [(member.id, member.via) for member in found.kept],
        [[article.card.id for article in together] for together in found.released],
    )


def test_who_is_still_like_another_one_stays():
    """A revised article that is like the first one stays, and so does who came by it."""
    members = [Member(article=told("a", part(5, 120)), via="root"), Member(article=told("b", part(10, 120)), via="a")]

    found = split(ROOT, members, "a", WINDOW)

    assert [member.id for member in found.kept] == ["a", "b"]
    assert found.released == []


def test_who_came_by_an_article_that_left_stays_by_another():
    """It is like the first article too."""
    members = [Member(article=told("a", text(9)), via="root"), Member(article=told("b", part(10, 120)), via="a")]

    assert kept_and_released(split(ROOT, members, "a", WINDOW)) == ([("b", "root")], [["a"]])


def test_who_was_held_by_the_article_alone_leaves_as_well():
    """A text between two versions held them together; it is gone, and they are two."""
    members = [
        Member(article=told("between", text(9)), via="root"),
        Member(article=told("far", part(100, 200)), via="between"),
        Member(article=told("further", part(105, 200)), via="far"),
        Member(article=told("near", part(5, 120)), via="root"),
    ]

    found = split(ROOT, members, "between", WINDOW)

    assert kept_and_released(found) == ([("near", "root")], [["between"], ["far", "further"]])


def test_when_the_first_article_is_another_the_rest_leaves_together():
    """What is left of the story is one text still."""
    members = [Member(article=told(id_, part(0, 120)), via="root") for id_ in ("a", "b", "c")]

    found = split(told("root", text(9)), members, "root", WINDOW)

    assert kept_and_released(found) == ([], [["a", "b", "c"]])


def test_an_article_that_moved_out_of_the_window_leaves():
    """Its text is the same, its date is of another week."""
    moved = told("a", part(0, 120), hour=100)

    found = split(ROOT, [Member(article=moved, via="root")], "a", WINDOW)

    assert kept_and_released(found) == ([], [["a"]])
