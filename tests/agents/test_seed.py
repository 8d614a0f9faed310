"""The page that everything began with: a scraped report on a telephone call of two foreign ministers."""

import os
from pathlib import Path

import orjson
import pytest

from agents.offline import Pipeline
from agents.stage import Incoming
from streams.records.enriched import EnrichedArticle
from streams.settings import Settings

SEED = Path(os.environ.get("RASID_SHARED_DATA", "../shared/data")) / "seed" / "article.txt"
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not SEED.exists(), reason="../shared/data is not here; it is no part of the repository"),
]

ENTITIES = {
    "per:sergey-lavrov": {"سيرغي لافروف", "لافروف"},
    "per:antony-blinken": {"أنتوني بلينكن", "بلينكن"},
    "per:vladimir-putin": {"فلاديمير بوتين", "بوتين"},
    "per:joe-biden": {"جو بايدن", "بايدن"},
    "per:alexei-navalny": {"ألكسي نافالني", "نافالني"},
    "loc:russia": {"روسيا"},
    "loc:united-states": {"الولايات المتحدة", "أمريكا"},
    "loc:syria": {"سوريا"},
    "loc:libya": {"ليبيا"},
    "loc:ukraine": {"أوكرانيا"},
    "org:white-house": {"البيت الأبيض"},
    "org:kremlin": {"الكرملين"},
    "misc:new-start": {"ستارت 3"},
    "misc:inf-treaty": {"معاهدة الحد من الصواريخ متوسطة وقصيرة المدى"},
    "misc:open-skies-treaty": {"اتفاقية السماء المفتوحة"},
    "misc:coronavirus": {"كورونا", "فيروس كورونا"},
    "org:rt": {"روسيا اليوم"},
}


@pytest.fixture(scope="module")
def article() -> EnrichedArticle:
    """Give the seed page enriched, as if it had been received on the day of the report."""
    value = orjson.dumps({"text": SEED.read_text(encoding="utf-8"), "published_at": "2021-02-04T20:00:00Z"})
    result = Pipeline(Settings()).enrich([Incoming("rasid.pages", 0, 0, 1_612_470_000_000, None, value)])[0]
    assert isinstance(result, EnrichedArticle)
    return result


def test_title_and_section(article: EnrichedArticle):
    """The title stands without the section that was glued before it; the section has its standard name."""
    assert article.title == "أمريكا وروسيا تتفقان على محاربة كورونا في أول اتصال بين وزيري خارجيتهما"
    assert article.section == "politics"
    assert article.title not in article.paragraphs


def test_headings(article: EnrichedArticle):
    """The five sub-headings are headings."""
    assert len(article.headings) == 5
    assert "ترحيب بالحد من الأسلحة" in article.headings


def test_chrome(article: EnrichedArticle):
    """The three closing lines and the repeated title are chrome, each with its reason."""
    reasons = [line.reason for line in article.chrome]
    assert reasons == ["title_repeated", "copyright", "newsletter", "social"]


def test_outlets(article: EnrichedArticle):
    """The outlet is the one that republished the report from another."""
    assert (article.source.name, article.republished_from) == ("موجز نيوز", "الوطن")


@pytest.mark.parametrize("entity", ENTITIES)
def test_each_entity_is_one_over_its_surfaces(article: EnrichedArticle, entity: str):
    """Every named person, place, body and treaty is one entity, and its surfaces are found."""
    surfaces = [{m.surface for m in found.mentions} for found in article.entities if found.id == entity]
    assert len(surfaces) == 1
    assert ENTITIES[entity] <= surfaces[0]


def test_the_ministry(article: EnrichedArticle):
    """The Russian foreign ministry is one entity, with and without the word for ministry."""
    found = [entity for entity in article.entities if "وزارة الخارجية الروسية" in {m.surface for m in entity.mentions}]
    assert len(found) == 1
    assert "الخارجية الروسية" in {mention.surface for mention in found[0].mentions}


def test_nothing_is_invented(article: EnrichedArticle):
    """No person stands in the list that the page does not name."""
    people = {entity.id for entity in article.entities if entity.type == "PER"}
    assert people == {entity for entity in ENTITIES if entity.startswith("per:")}


def test_quotes(article: EnrichedArticle):
    """The direct quotes are Lavrov's or of the ministry's statement; one that nobody said to be his has no speaker."""
    ministry = next(e.id for e in article.entities if "وزارة الخارجية الروسية" in {m.surface for m in e.mentions})
    speakers = {quote.text[:12]: quote.speaker for quote in article.quotes if quote.direct}
    assert speakers["لافروف وبلين"] == ministry
    assert speakers["الجانب الروس"] == "per:sergey-lavrov"
    assert speakers.get("التشديد على ") in {None, ministry}


def test_cited_and_dates(article: EnrichedArticle):
    """Russia Today is cited; the year and the relative day are dates."""
    assert "org:rt" in article.cited
    assert {("العام 2026", "2026"), ("اليوم الخميس", "2021-02-04")} <= {(d.surface, d.value) for d in article.dates}


def test_media_topics(article: EnrichedArticle):
    """Diplomacy, arms control or weapons, and health or an epidemic are what it is about."""
    ids = {topic.id for topic in article.media_topics} | {b for topic in article.media_topics for b in topic.broader}
    assert "medtop:11000000" in ids
    assert ids & {"medtop:20000078", "medtop:20000602", "medtop:20000598", "medtop:16000000"}
    assert "medtop:07000000" in ids
