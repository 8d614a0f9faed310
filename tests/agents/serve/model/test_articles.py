"""Articles in the read model: counted once, replaced by their revisions, taken out without a trace."""

import msgspec
import orjson

from agents.serve.model.records import Incoming
from streams.records.articles import Source
from tests.agents.serve.filled import EGYPT, Filled, article, named, quote, story

TEXT = "مصر تمضي\nقال الرئيس «مصر ماضية»."


def full(id_, **changes):
    egypt = named(EGYPT, TEXT, "مصر")
    return article(
        id_,
        **{"title": "مصر تمضي", "text": TEXT, "entities": [egypt], "quotes": [quote(TEXT, "مصر ماضية", None)]}
        | changes,
    )


def test_an_article_that_comes_twice_counts_once():
    """A worker that was killed sends again what it had sent: nothing is counted twice."""
    once, twice = Filled(full("a")), Filled(full("a"), full("a"))

    assert twice.tables() == once.tables()


def test_a_revision_takes_the_place_of_the_one_before():
    """What only the earlier revision said is found and counted no more."""
    later = full("a", title="الأردن", text="الأردن\nخبر آخر.", entities=[], quotes=[], media_topics=[])
    filled = Filled(full("a"), later, full("b"))

    assert filled.ids("articles?q=ماضية") == ["b"]
    assert filled.ids("articles?q=الأردن") == ["a"]
    assert filled.ids("articles?entity=loc:egypt") == ["b"]
    assert filled.tables()["named"] == [(1, 1772361000, 2, 2)]


def test_an_older_revision_that_comes_late_changes_nothing():
    """Revisions have numbers, and the highest stands."""
    filled = Filled()
    first, second = (msgspec.to_builtins(full("a", title=title)) for title in ("قديم", "جديد"))
    records = [
        Incoming("enriched", 0, 0, 0, b"a", msgspec.json.encode(second | {"revision": 2})),
        Incoming("enriched", 0, 1, 0, b"a", msgspec.json.encode(first | {"revision": 1})),
    ]
    events = filled.add(*records)

    assert [orjson.loads(event.data)["title"] for event in events] == ["جديد"]
    assert filled.get("/api/v1/articles/a").json()["title"] == "جديد"


def test_a_batch_is_one_piece_of_the_full_text_index():
    """However many articles it has: small pieces would be merged again and again."""
    filled = Filled(full("a"), full("b"), full("c"))
    with filled.database.reading() as db:
        pieces = db.execute("SELECT count(DISTINCT segid) FROM texts_idx").fetchone()[0]

    assert pieces == 1


def test_revisions_of_one_batch_are_found_by_the_last():
    """What is found by its words is written at the end of a batch, in the order in which it came."""
    filled = Filled(full("a"), full("b"), full("a", title="عمان", text="عمان\nخبر آخر."), full("a"))

    assert filled.ids("articles?q=عمان") == []
    assert filled.ids("articles?q=ماضية") == ["b", "a"]


def test_all_revisions_are_told_with_an_article():
    """Each with when it came and where its page stands."""
    filled = Filled()
    for number, title in ((1, "قديم"), (2, "جديد")):
        value = msgspec.json.encode(msgspec.to_builtins(full("a", title=title)) | {"revision": number})
        filled.add(Incoming("enriched", 0, number, 0, b"a", value))
    found = filled.get("/api/v1/articles/a").json()

    assert [(one["revision"], one["title"]) for one in found["revisions"]] == [(1, "قديم"), (2, "جديد")]


def test_a_visit_that_found_nothing_new_is_counted():
    """Repeats count, though the article itself comes after them."""
    repeat = {
        "schema": "rasid.repeat/1",
        "id": "a",
        "origin": {"topic": "rasid.pages", "partition": 0, "offset": 9},
        "first_origin": {"topic": "rasid.pages", "partition": 0, "offset": 0},
        "revision": 1,
        "received_at": "2026-03-01T12:30:00Z",
    }
    found = Filled(repeat, repeat, full("a")).get("/api/v1/articles/a").json()

    assert (found["repeats"], found["last_visit"]) == (2, "2026-03-01T12:30:00Z")


def test_what_is_older_than_the_store_keeps_is_taken_out_whole():
    """Nothing is left of an article that was received before the days that are kept."""
    old = full("old", received_at="2026-01-01T00:00:00Z", published_at="2026-01-01T00:00:00Z")
    filled = Filled(old, days=30)
    filled.add(full("new"))

    assert filled.ids("articles") == ["new"]
    assert filled.ids("articles?q=ماضية") == ["new"]
    assert [
        row for rows in ("named", "about", "quoted") for row in filled.tables()[rows] if 1772361000 not in row
    ] == []
    assert filled.tables()["entity_hours"] == Filled(full("new")).tables()["entity_hours"]
    assert filled.tables()["series"] == Filled(full("new")).tables()["series"]


def test_a_story_goes_with_the_last_of_its_articles():
    """One of which an article is still kept stays."""
    times = {"received_at": "2026-01-01T00:00:00Z", "published_at": "2026-01-01T00:00:00Z"}
    filled = Filled(
        full("old", **times), full("older", **times), story("s1", "old", "older"), story("s2", "old", "new")
    )
    filled.add(full("new"))

    assert filled.ids("stories?window=all") == ["s2"]
    with filled.database.reading() as db:
        assert db.execute("SELECT story FROM story_articles WHERE story = 's1'").fetchall() == []


def test_a_day_counts_in_days_and_a_month_in_neither():
    """As the counting stage does: an article counts where its date is that precise."""
    filled = Filled(
        full("day", published_precision="day"),
        full("month", published_precision="month"),
        full("none", published_at=None, published_precision=None),
    )

    assert filled.tables()["entity_hours"] == []
    assert [row[2] for row in filled.tables()["entity_days"]] == [1]


def test_an_outlet_that_changes_its_name_has_the_latest():
    """An outlet is one row, whatever it is called."""
    filled = Filled(full("a"), full("b", source=Source(id="al-fanar", name="صحيفة الفنار", country="EG")))

    assert [(one["name"], one["articles"]) for one in filled.items("outlets")] == [("صحيفة الفنار", 2)]


def test_a_record_that_cannot_be_read_is_left_out():
    """The rest of its transaction is applied."""
    filled = Filled(Incoming("enriched", 0, 0, 0, b"x", b"{"), full("a"))

    assert filled.ids("articles") == ["a"]
