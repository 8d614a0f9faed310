"""What the entities stage does with visits: tags what is new, and says repeat of the rest."""

from collections.abc import Sequence
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from agents.memory_rows import MemoryRows
from agents.stage import Incoming
from agents.table_stage import Arrival, finish
from agents.tag_entities.revisions import Revision
from agents.tag_entities.step import make_answer, make_step
from agents.tag_entities.tagger import Tagger
from streams.outgoing import Out
from streams.records.articles import Article, Source
from streams.records.codec import encode
from streams.records.origin import Origin
from streams.records.rejected import REPLAY_HEADER
from streams.records.tagged import Pipeline, TaggedArticle
from streams.rejection import Reason, Reject
from streams.settings import Settings

DAYS = "2026-01-{:02}T00:00:00.000Z"


class Plain:
    """Tags nothing, and fails on a title that says so."""

    def tag(self, articles: Sequence[Article]) -> list[TaggedArticle]:
        """Return the articles as they are."""
        if any(article.title == "boom" for article in articles):
            raise ValueError("boom")
        made = []
        for article in articles:
            kept = {name: getattr(article, name) for name in Article.__struct_fields__ if name != "schema"}
            made.append(TaggedArticle(**kept, pipeline=Pipeline(version="1", lexicon="1")))
        return made


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Tagger, "load", lambda _: Plain())


def visit(id_: str, title: str, offset: int, day: int = 1, *, replayed: bool = False) -> Arrival[Article, Incoming]:
    article = Article(
        id=id_,
        origin=Origin(topic="rasid.pages", partition=0, offset=offset),
        received_at=DAYS.format(day),
        source=Source(id="s", name="s"),
        language="ar",
        title=title,
        text=title,
        fingerprint="",
    )
    headers = ((REPLAY_HEADER, b"x"),) if replayed else ()
    incoming = Incoming("rasid.articles", 1, offset, 0, id_.encode(), encode(article), headers)
    return Arrival(incoming, article, [])


class Stage:
    """The stage with a partition of its table."""

    def __init__(self, **changes: Any) -> None:
        self.rows: MemoryRows[Revision] = MemoryRows()
        settings = Settings(**changes)
        self.applier = make_step(settings).open(self.rows, 1)
        self.answer = make_answer(settings)

    def apply(self, batch: Sequence[Arrival[Article, Incoming]]) -> Sequence[list[Out] | Reject]:
        """Return what becomes of a batch."""
        return finish(self.applier(batch), self.answer)

    def told(self, *batches: Sequence[Arrival[Article, Incoming]]) -> list[Any]:
        """Return what becomes of each visit: its topic and revision, what it replaces, or why it is rejected."""
        said: list[Any] = []
        for batch in batches:
            for result in self.apply(batch):
                if isinstance(result, Reject):
                    said.append(result.reason)
                    continue
                for out in result:
                    value = orjson.loads(out.value) if out.value is not None else {}
                    replaces = value.get("replaces") or value.get("first_origin") or {}
                    said.append((out.topic, value.get("revision"), replaces.get("offset")))
        return said


def test_a_visit_that_finds_nothing_new_is_a_repeat():
    """The first visit is tagged, the next says where the content came from, another title is the next revision."""
    visits = [
        visit("a", "one", 0),
        visit("a", "one", 1),
        visit("a", "two", 2),
        visit("a", "two", 3),
        visit("b", "one", 4),
    ]
    assert Stage().told(visits) == [
        ("tagged", 1, None),
        ("repeats", 1, 0),
        ("tagged", 2, 0),
        ("repeats", 2, 2),
        ("tagged", 1, None),
    ]


def test_what_comes_back_is_a_revision():
    """An article that is as it was before its last revision is another revision, not a repeat of the first."""
    assert Stage().told([visit("a", title, n) for n, title in enumerate(("one", "two", "one"))]) == [
        ("tagged", 1, None),
        ("tagged", 2, 0),
        ("tagged", 3, 1),
    ]


def test_a_visit_that_fails_leaves_no_revision():
    """The next visit with the same content, in the same batch, is judged by what was known before the failure."""
    first = visit("a", "one", 0)
    assert Stage().told([first, visit("a", "boom", 1), visit("a", "boom", 2), visit("a", "one", 3)]) == [
        ("tagged", 1, None),
        Reason.STAGE_FAILED,
        Reason.STAGE_FAILED,
        ("repeats", 1, 0),
    ]
    assert Stage().told([visit("a", "boom", 0), visit("a", "one", 1)]) == [Reason.STAGE_FAILED, ("tagged", 1, None)]


def test_what_is_too_large_to_publish_leaves_no_revision():
    """It is rejected however often it comes, and never a repeat of what did not come out."""
    stage = Stage(max_request_bytes=2000)
    assert stage.told([visit("a", "x" * 2000, n) for n in range(2)]) == [Reason.TOO_LARGE] * 2
    assert stage.rows.states == {}


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(("one", "two", "boom"))), min_size=1, max_size=24),
    st.lists(st.integers(1, 8), min_size=1, max_size=6),
)
def test_batches_make_no_difference(visits: list[tuple[str, str]], sizes: list[int]):
    """Whatever the batches are, each visit gives the same, and the rows are the same in the end."""
    monkey = pytest.MonkeyPatch()
    monkey.setattr(Tagger, "load", lambda _: Plain())
    arrivals = [visit(id_, title, n) for n, (id_, title) in enumerate(visits)]
    parts = []
    start = 0
    while start < len(arrivals):
        size = sizes[len(parts) % len(sizes)]
        parts.append(arrivals[start : start + size])
        start += size
    batched, single = Stage(), Stage()
    monkey.undo()
    assert batched.told(*parts) == single.told(*([arrival] for arrival in arrivals))
    assert batched.rows.states == single.rows.states


def test_an_article_that_nobody_visits_is_forgotten_and_the_next_stage_is_told():
    """After thirty days a visit with the same content is a first one; two weeks later an unvisited row goes."""
    stage = Stage()
    assert stage.told([visit("a", "one", 0), visit("b", "one", 1)]) == [("tagged", 1, None)] * 2
    later = visit("b", "one", 2)
    later = later._replace(record=replace(later.record, received_at="2026-02-02T00:00:00.000Z"))
    assert stage.told([later]) == [("tagged", 1, None)]
    much_later = visit("c", "one", 3)
    much_later = much_later._replace(record=replace(much_later.record, received_at="2026-02-15T00:00:00.000Z"))
    results = stage.apply([much_later])
    outs = results[0]
    assert not isinstance(outs, Reject)
    assert [(out.topic, out.key, out.value is None) for out in outs] == [
        ("tagged", b"c", False),
        ("tagged", b"a", True),
    ]
    assert sorted(stage.rows.states) == ["b", "c"]


def test_a_page_that_was_put_back_is_no_repeat():
    """It may have been refused by a later stage, and would else never come out."""
    assert Stage().told([visit("a", "one", 0), visit("a", "one", 1, replayed=True), visit("a", "one", 2)]) == [
        ("tagged", 1, None),
        ("tagged", 2, 0),
        ("repeats", 2, 1),
    ]


def test_without_revisions_each_visit_is_an_article():
    """Nothing is kept, and nothing is a repeat."""
    stage = Stage(revisions="off")
    assert stage.told([visit("a", "one", 0), visit("a", "one", 1)], [visit("a", "two", 2)]) == [("tagged", 1, None)] * 3
    assert stage.rows.states == {}


def test_a_time_of_receipt_that_is_none_is_refused():
    """Revisions are known for so many days after it."""
    incoming = visit("a", "one", 0).incoming
    broken = incoming._replace(value=(incoming.value or b"").replace(b"2026-01-01T", b"soon"))
    with pytest.raises(Reject) as refused:
        make_step(Settings()).decode(broken)
    assert refused.value.reason == Reason.WRONG_TYPE
