"""The lists of the API, each over a store filled from records."""

import msgspec
import pytest

from agents.serve.answers.articles import quote_item
from agents.serve.query import stories
from streams.records.articles import Source
from streams.rejection import Reason
from tests.agents.serve.filled import (
    EGYPT,
    NOW,
    QUOTED,
    SISI,
    Filled,
    alert,
    article,
    counted,
    named,
    quote,
    rejected,
    story,
    trend,
)

PAIR = {"kind": "pair", "id": "pair", "name_ar": "", "name_en": "", "ids": [EGYPT.id, SISI.id]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("window=24h", [("loc:egypt", 3), ("per:abdel-fattah-el-sisi", 2)]),
        ("window=30d&type=LOC", [("loc:egypt", 4)]),
        ("window=all", [("loc:egypt", 40), ("per:abdel-fattah-el-sisi", 10)]),
        ("window=24h&outlet=gulf", [("loc:egypt", 1)]),
        ("window=24h&country=EG", [("per:abdel-fattah-el-sisi", 2), ("loc:egypt", 2)]),
        ("window=all&topic=medtop:04000000", [("loc:egypt", 3), ("per:abdel-fattah-el-sisi", 2)]),
        ("window=24h&sort=last_seen", [("per:abdel-fattah-el-sisi", 2)]),
    ],
)
def test_entities_are_counted_in_a_window(filled, query, expected):
    """By publication, back from the newest; with a filter, in the articles that it lets through."""
    found = [(item["id"], item["count"]) for item in filled.items(f"entities?{query}")]

    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["b", "a", "c", "old"]),
        ("entity=per:abdel-fattah-el-sisi", ["a", "c"]),
        ("topic=medtop:04000000", ["a", "c", "old"]),
        ("topic=medtop:20000170&entity=per:abdel-fattah-el-sisi", ["a", "c"]),
        ("outlet=gulf", ["b"]),
        ("country=EG&from=2026-03-01", ["a", "c"]),
        ("genre=opinion", ["b"]),
        ("to=2026-02-01", ["old"]),
        ("to=2026-03-01T09:00:00Z", ["old"]),
        ("q=السيسى", ["c"]),
        ('q="مصر بخير"', ["c"]),
        ('q="بخير مصر"', []),
        ("q=رئيس", ["b", "a", "old"]),
        ("entity=nobody", []),
    ],
)
def test_articles_are_filtered(filled, query, expected):
    """All conditions hold together; the newest come first."""
    assert filled.ids(f"articles?{query}") == expected


SORTS = ("count", "articles", "stories", "mentions", "last_seen")
PAGED = [
    "articles",
    "articles?q=رئيس",
    f"articles?entity={EGYPT.id}",
    f"entities/{EGYPT.id}/articles",
    f"entities/{EGYPT.id}/quotes",
    *(f"entities?window={window}&sort={sort}" for window in ("30d", "all") for sort in SORTS),
    *(f"stories?sort={sort}" for sort in ("last_seen", "articles", "outlets")),
    *(f"trends?window=all&sort={sort}" for sort in ("surprise", "at")),
    "alerts",
    *(f"outlets?window=all&sort={sort}" for sort in ("articles", "last_seen", "silent")),
    "media-topics?window=all",
    "rejected",
]


@pytest.mark.parametrize("name", PAGED)
def test_pages_of_a_list_make_up_the_whole(filled, name):
    """Following `next` gives each item once, in the order of the whole list, undated entities and equals among them."""
    undated = [msgspec.structs.replace(EGYPT, id=f"loc:{n}") for n in range(3)]
    filled.add(
        article(
            "q1",
            text=QUOTED,
            entities=[named(EGYPT, QUOTED, "مصر"), *undated],
            quotes=[quote(QUOTED, "مصر بخير", None)],
        ),
        article(
            "q2", text=QUOTED, entities=[named(EGYPT, QUOTED, "مصر")], quotes=[quote(QUOTED, "مصر بخير", EGYPT.id)]
        ),
        *[counted(one, 5, stories=2, mentions=7) for one in undated],
        *[story(f"story:{n}", "a", *["b"] * (n // 2)) for n in range(4)],
        *[trend(f"loc:{n}", "2026-03-01T09:00:00Z", 3.0 + n // 2) for n in range(4)],
        *[alert(f"{n}", "war") for n in range(3)],
        *[rejected(f"{n}") for n in range(3)],
    )
    mark = "&" if "?" in name else "?"
    whole, path, found = filled.items(name), f"/api/v1/{name}{mark}limit=1", []
    cursor = ""
    while cursor is not None:
        answer = filled.get(path + (f"&cursor={cursor}" if cursor else "")).json()
        found += answer["items"]
        cursor = answer["next"]

    assert len(whole) > 1
    assert found == whole


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("stories?window=24h", ["story:new", "story:both"]),
        ("stories?outlet=gulf", ["story:both"]),
        ("stories?sort=outlets", ["story:both", "story:new", "story:far"]),
        ("trends?kind=pair", ["pair|2026-03-01T08:00:00Z"]),
        ("trends?direction=falling", ["loc:iraq|2026-03-01T09:00:00Z"]),
        ("trends?sort=at", ["loc:iraq|2026-03-01T09:00:00Z", "pair|2026-03-01T08:00:00Z"]),
        ("alerts?from=2026-03-01T11:00:00Z", ["late"]),
        ("alerts?to=2026-02-28", ["early"]),
        ("outlets?country=AE", ["gulf"]),
        ("outlets?sort=silent", ["gulf", "al-fanar"]),
        ("outlets?sort=last_seen", ["al-fanar", "gulf"]),
        ("outlets?window=7d", ["gulf", "al-fanar"]),
        ("media-topics?broader=medtop:04000000", ["medtop:20000170"]),
        ("rejected?reason=wrong_type", ["r2"]),
        ("entities?window=7d&type=LOC", ["loc:egypt"]),
        ("entities?window=all&sort=stories", [SISI.id, "loc:egypt"]),
        ("entities?window=all&sort=mentions", ["loc:egypt", SISI.id]),
        ("search/entities?q=مصر&type=PER", []),
        ("search/entities?q=مصر&limit=1", ["loc:egypt"]),
    ],
)
def test_other_parameters_of_lists(query, expected):
    """Each lets through what it says, in the order that it says."""
    gulf = Source(id="gulf", name="الخليج", country="AE")
    filled = Filled(
        article("a"),
        article("b", source=gulf, entities=[EGYPT], received_at="2026-03-01T11:00:00Z"),
        counted(EGYPT, 4, stories=2, mentions=9),
        counted(SISI, 4, stories=3, mentions=5),
        story("story:both", "a", "b", sources=["al-fanar", "gulf"]),
        story("story:new", "a", last_seen="2026-03-01T10:45:00Z"),
        story("story:far", "x", first_seen="2026-01-01T10:00:00Z", last_seen="2026-01-01T10:00:00Z", sources=[]),
        trend("pair", "2026-03-01T08:00:00Z", 4.0) | {"subject": PAIR},
        trend("loc:iraq", "2026-03-01T09:00:00Z", 3.0, direction="falling"),
        alert("late", "war", "2026-03-01T11:30:00Z"),
        alert("early", "war", "2026-02-28T10:00:00Z"),
        rejected("r1"),
        rejected("r2", "tag_entities", Reason.WRONG_TYPE),
    )

    assert filled.ids(query) == expected


def test_an_entity_is_told_with_its_company(filled):
    """Totals are the counting table's; names stand beside every id."""
    found = filled.get("/api/v1/entities/loc:egypt").json()

    assert (found["articles"], found["iso"]) == (40, "EG")
    assert found["with"] == [
        {"id": SISI.id, "name_ar": SISI.name_ar, "name_en": SISI.name_en, "type": "PER", "articles": 7}
    ]
    assert found["outlets_named"] == [{"id": "al-fanar", "name": "الفنار", "country": "EG", "articles": 30}]
    assert found["media_topics"][0]["name_en"] == "business"
    assert filled.ids("entities/loc:egypt/articles?limit=2") == ["b", "a"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["السيسي عائد", "مصر بخير"]),
        ("by=", ["مصر بخير"]),
        ("about=", ["السيسي عائد"]),
        ("about=loc:egypt", ["مصر بخير"]),
        ("by=loc:egypt", []),
        ("by=per:abdel-fattah-el-sisi&about=loc:egypt", ["مصر بخير"]),
    ],
)
def test_quotes_are_found_by_who_speaks_and_of_whom(filled, query, expected):
    """An entity's own words, and the words about it."""
    found = filled.items(f"entities/{SISI.id}/quotes?{query}")

    assert [item["text"] for item in found] == expected


@pytest.mark.parametrize("kept", [{}, {"speaker_words": "مصدر أمني"}])
def test_a_quote_has_the_words_of_an_unnamed_source(kept):
    """An article that was kept before there were such words has none."""
    said = {
        "text": "الأمر قريب",
        "start": 0,
        "end": 10,
        "speaker": None,
        "verb": None,
        "direct": True,
        "headline": False,
    }
    kept_article = dict.fromkeys(("id", "url", "title", "source", "published_at")) | {"entities": []}

    item = quote_item(kept_article | {"quotes": [said | kept]}, 0)

    assert item["speaker_words"] == kept.get("speaker_words")


@pytest.mark.parametrize(
    "query",
    ["السيسي", "سيسى", "عبدالفتاح السيسي", "el-sisi", "Sissi", "عبد الفتاح السيسس", "abdel fatah", "السيس"],
)
def test_an_entity_is_found_though_it_is_spelt_otherwise(query):
    """Hamza, ى, the article and one wrong letter make no difference."""
    together = SISI.name_ar.replace("عبد ", "عبد") if query.startswith("عبدال") else SISI.name_ar
    filled = Filled(
        article(
            "a", entities=[type(SISI)(**{f: getattr(SISI, f) for f in SISI.__struct_fields__} | {"name_ar": together})]
        )
    )

    assert filled.ids(f"search/entities?q={query}") == [SISI.id]


@pytest.mark.parametrize("few", [1, 500])
def test_stories_are_found_by_whom_their_articles_name(few, monkeypatch):
    """Whether few articles name it, whose stories are looked up, or many, of which the latest are tried."""
    monkeypatch.setattr(stories, "FEW_ARTICLES", few)
    others = article("c", entities=[SISI])
    filled = Filled(article("a"), article("b"), others, story("story:a", "a", "b"), story("story:c", "c"))

    assert filled.ids("stories?entity=loc:egypt") == ["story:a"]
    assert filled.ids("stories?entity=loc:nowhere") == []


def test_stories_are_told_in_the_order_of_outlets():
    """Who carried it, in which order, and whom it names; its articles say which story they belong to."""
    filled = Filled(article("a"), article("b"), story("story:a", "a", "b", "gone"), story("story:z", "z"))
    found = filled.get("/api/v1/stories/story:a").json()

    assert filled.ids("stories") == ["story:z", "story:a"]
    assert filled.ids("stories?sort=articles") == ["story:a", "story:z"]
    assert [(one["id"], one["kept"]) for one in found["told"]] == [("a", True), ("b", True), ("gone", False)]
    assert (found["entities"][0]["id"], found["entities"][0]["articles"]) == (SISI.id, 2)
    assert filled.ids("articles?story=story:a") == ["b", "a"]
    assert filled.get("/api/v1/articles/a").json()["story"] == "story:a"


def test_trends_and_alerts_are_listed():
    """The most surprising trend of the window first, the latest alert first; a correction takes its trend's place."""
    filled = Filled(
        article("a"),
        trend("loc:egypt", "2026-03-01T09:00:00Z", 3.0),
        trend("loc:egypt", "2026-03-01T09:00:00Z", 4.0),
        trend("loc:iraq", "2026-03-01T10:00:00Z", 9.5),
        trend("loc:syria", "2026-02-01T10:00:00Z", 20.0),
        alert("1", "war", "2026-03-01T10:00:00Z"),
        alert("2", "peace"),
    )

    assert [item["surprise"] for item in filled.items("trends")] == [9.5, 4.0]
    assert [item["subject"]["id"] for item in filled.items("trends?window=all&subject=loc:syria")] == ["loc:syria"]
    assert filled.ids("alerts") == ["2", "1"]
    assert filled.ids("alerts?rule=war") == ["1"]


def test_trends_and_alerts_are_listed_by_outlet_and_country():
    """Those of which an outlet stands in the evidence; a silent outlet is evidence too."""
    told = {"id": "a", "title": "", "source": "al-fanar"}
    silence = {"outlet": "as-sahifa", "last": "2026-03-01T01:00:00Z", "hours": 9.0}
    filled = Filled(
        article("a"),
        article("b", source=Source(id="as-sahifa", name="الصحيفة", country="IQ")),
        trend("loc:egypt", "2026-03-01T09:00:00Z", 3.0),
        trend("loc:iraq", "2026-03-01T10:00:00Z", 9.5, outlets=["as-sahifa", "unknown"]),
        alert("1", "war") | {"evidence": {"articles": [told]}},
        alert("2", "peace") | {"evidence": {"silence": silence}},
    )

    assert [item["subject"]["id"] for item in filled.items("trends?outlet=al-fanar")] == ["loc:egypt"]
    assert [item["subject"]["id"] for item in filled.items("trends?country=IQ")] == ["loc:iraq"]
    assert filled.ids("alerts?outlet=as-sahifa") == ["2"]
    assert filled.ids("alerts?country=EG") == ["1"]
    assert filled.items("trends?country=SY") == filled.items("alerts?outlet=unknown") == []
    assert filled.get("/api/v1/export.ndjson?list=alerts&country=IQ").text.count("\n") == 1


def test_outlets_media_topics_and_countries_have_volumes(filled):
    """Articles of the window by hour, those below a media topic included."""
    outlets, topics = filled.items("outlets"), filled.items("media-topics")

    assert [(one["id"], one["articles"], one["last_seen"]) for one in outlets] == [
        ("al-fanar", 2, NOW),
        ("gulf", 1, NOW),
    ]
    assert outlets[0]["hours"] == {"2026-03-01T09": 1, "2026-03-01T10": 1}
    assert {one["id"]: one["articles"] for one in topics} == {"medtop:20000170": 2, "medtop:04000000": 2}
    assert [one["name_en"] for one in filled.items("media-topics?broader=")] == ["economy, business and finance"]
    assert filled.items("countries") == [{"country": "EG", "articles": 2}, {"country": "AE", "articles": 1}]
    assert filled.items("countries?window=all")[0] == {"country": "EG", "articles": 3}
    assert filled.get("/api/v1/export.csv?list=countries").text.splitlines()[1:] == ["EG,2", "AE,1"]


def test_rejections_are_listed_by_stage_and_reason():
    """Where the original stands, without the original itself."""
    filled = Filled(rejected("1"), rejected("2", "tag_entities", Reason.WRONG_TYPE), rejected("3"))
    whole = filled.get("/api/v1/rejected?stage=clean").json()

    assert [item["id"] for item in whole["items"]] == ["3", "1"]
    assert [(one["stage"], one["reason"], one["count"]) for one in whole["reasons"]] == [
        ("clean", "not_json", 2),
        ("tag_entities", "wrong_type", 1),
    ]
    assert filled.get("/api/v1/health").json()["rejections_per_minute"][-1] == 3
    assert whole["items"][0]["original"] == {"topic": "rasid.pages", "partition": 0, "offset": 7, "size": 2}


def test_health_tells_stages_and_rates(filled):
    """What each stage is behind, and how many articles came in by minute."""
    found = filled.get("/api/v1/health").json()

    assert found["healthy"] is True
    assert {"stage": "clean", "topic": "pages", "behind": 0} in found["stages"]
    assert (found["articles_per_minute"][-1], found["rejections_per_minute"][-2:]) == (4, [0, 0])
    assert found["held"]["articles"] == 4


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("articles/none", 404),
        ("entities/none", 404),
        ("stories/none", 404),
        ("articles?from=yesterday", 400),
        ("articles?limit=1000", 400),
        ("articles?cursor=nonsense", 400),
        ("articles?colour=red", 400),
        ("entities?window=1y", 400),
        ("entities/loc:egypt/quotes?by=x&about=y", 400),
        (f"articles?q={'x' * 300}", 400),
        ("export.csv?list=articles&colour=red", 400),
        ("nowhere", 404),
    ],
)
def test_errors_are_problem_details(filled, path, status):
    """With what is wrong and what to do, as RFC 9457 has it."""
    answer = filled.get(f"/api/v1/{path}")

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_a_failure_of_our_own_is_a_problem_too(filled):
    """Without a word of what it was, which stands in the log."""
    filled.database.close()
    answer = filled.get("/api/v1/articles", raises=False)

    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "sqlite" not in answer.text.lower()


def test_prometheus_sees_outlets_and_trends(filled):
    """The gauges are those of the store as it is when they are asked for."""
    gulf = Source(id="gulf", name="الخليج", country="AE")
    filled.add(article("old", source=gulf, received_at="2026-03-01T10:59:59Z"))
    filled.add(trend("loc:egypt", "2026-03-01T09:00:00Z", 3.0))
    said = filled.get("/metrics").text

    assert 'rasid_dashboard_outlet_articles_last_hour{outlet="gulf"} 1.0' in said
    assert 'rasid_dashboard_trends{direction="rising",kind="entity"} 1.0' in said
    assert 'rasid_dashboard_outlet_age_seconds{outlet="gulf"}' in said
