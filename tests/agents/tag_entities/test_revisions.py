"""How a visit is told as new, as a revision, or as a repeat."""

from msgspec.structs import replace

from agents.memory_rows import MemoryRows
from agents.tag_entities.revisions import Revision, Revisions, digest, repeat, rounds
from streams.records.origin import Origin
from streams.settings import Settings

SETTINGS = Settings(revisions_kept_days=30)


def row(visited_at: str) -> Revision:
    return Revision("d", 3, Origin(topic="pages", partition=1, offset=5), visited_at)


def visit(article, received_at: str):
    return replace(article("عنوان", "فقرة أولى."), received_at=received_at)


def test_the_content_is_title_and_paragraphs(article):
    """Another date or section is no other content; another title, paragraph, or cut between paragraphs is."""
    one = article("عنوان", "فقرة", "أخرى")
    same = replace(one, section="world", published_at=None, origin=Origin(topic="pages", partition=3, offset=1))
    others = [article("عنوان آخر", "فقرة", "أخرى"), article("عنوان", "فقرة أخرى"), article("عنوان فقرة", "أخرى")]
    assert digest(same) == digest(one)
    assert len({digest(other) for other in (one, *others)}) == 4


def test_an_article_is_known_for_thirty_days_after_the_last_visit(article):
    """Counted from the page's own time of receipt; a visit that comes late, with an earlier one, knows it too."""
    rows: MemoryRows[Revision] = MemoryRows()
    revisions = Revisions(rows, SETTINGS)
    rows.put("a-عنوان", row("2026-01-01T12:00:00.000Z"))
    moments = ("2025-12-01T00:00:00.000Z", "2026-01-31T12:00:00.000Z", "2026-01-31T12:00:00.001Z")
    assert [revisions.known(visit(article, at)) is not None for at in moments] == [True, True, False]


def test_a_visit_lengthens_what_is_known_and_an_earlier_one_does_not_shorten_it(article):
    """The latest of all visits counts, in whatever order they come."""
    rows: MemoryRows[Revision] = MemoryRows()
    revisions = Revisions(rows, SETTINGS)
    for at in ("2026-01-20T00:00:00.000Z", "2026-01-10T00:00:00.000Z"):
        revisions.visited(visit(article, at), row("2026-01-15T00:00:00.000Z"))
        assert rows.states["a-عنوان"].visited_at == max(at, "2026-01-15T00:00:00.000Z")


def test_a_repeat_says_where_the_content_came_from_first(article):
    """It names the page of the visit, and the page and the number of the revision that it found again."""
    found = repeat(visit(article, "2026-01-20T00:00:00.000Z"), row("2026-01-15T00:00:00.000Z"))
    assert (found.id, found.origin.offset, found.first_origin.offset, found.revision, found.received_at) == (
        "a-عنوان",
        0,
        5,
        3,
        "2026-01-20T00:00:00.000Z",
    )


def test_sweeping_takes_out_only_what_is_no_longer_known_to_any_page_that_can_still_come():
    """A few keys each time, all of them in the end; what could be asked for by a page that waits for a week stays."""
    rows: MemoryRows[Revision] = MemoryRows()
    for day in range(1, 29):
        rows.put(f"a{day}", row(f"2026-01-{day:02}T00:00:00.000Z"))
    revisions = Revisions(rows, SETTINGS)
    gone = [revisions.sweep("2026-02-24T00:00:00.000Z", 1) for _ in range(14)]
    assert {len(of_one) for of_one in gone} <= {0, 1, 2}
    assert sorted(key for of_one in gone for key in of_one) == sorted(f"a{day}" for day in range(1, 11))
    assert len(rows.states) == 18


def test_rounds_hold_each_key_once():
    """The second of a key comes in the second round, at its own index."""
    assert list(rounds(["a", "b", "a", "c", "a", "b"])) == [[0, 1, 3], [2, 5], [4]]
