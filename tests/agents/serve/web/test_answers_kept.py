"""Answers that are kept: the same while nothing changes, with an ETag that says so."""

from tests.agents.serve.filled import Filled, article


def test_an_answer_that_is_known_is_not_sent_again():
    """Who sends the ETag gets 304 and no body until something changed."""
    filled = Filled(article("a"))
    etag = filled.get("/api/v1/articles").headers["etag"]
    same = filled.get("/api/v1/articles", headers={"if-none-match": f'"other", W/{etag}'})
    filled.add(article("b"))
    changed = filled.get("/api/v1/articles", headers={"if-none-match": etag})

    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", etag)
    assert (changed.status_code, len(changed.json()["items"])) == (200, 2)


def test_when_the_store_changed_is_said():
    """As HTTP writes dates."""
    filled = Filled(article("a"))
    filled.context.status.changed_at = 1_772_366_400

    assert filled.get("/api/v1/articles").headers["last-modified"] == "Sun, 01 Mar 2026 12:00:00 GMT"


def test_an_error_is_never_kept():
    """What was not there a moment ago may be there now."""
    filled = Filled()
    missing, filled_now = filled.get("/api/v1/articles/a"), filled.add(article("a"))

    assert missing.status_code == 404
    assert len(filled_now) == 1
    assert filled.get("/api/v1/articles/a").status_code == 200
