"""Raw pages of any kind through all pure stages."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.offline import Pipeline
from streams.records.articles import Article
from streams.records.codec import encode
from streams.records.enriched import EnrichedArticle
from streams.rejection import Reason
from tests.fuzz import inputs
from tests.fuzz.stages import PAGES, incoming

GOOD = [msgspec.json.decode(page) for page in PAGES[:-8]]
LINES = [line for page in GOOD for line in str(page.get("text") or "").splitlines() if line.strip()]
FIELDS = ("id", "url", "source", "title", "published_at", "fetched_at", "lang", "author", "section", "tags", "timezone")

fields_of_pages = st.dictionaries(st.sampled_from(FIELDS), inputs.values, max_size=4)


@pytest.fixture(scope="module")
def pipeline(fuzz_settings):
    """Return all pure stages."""
    return Pipeline(fuzz_settings)


def outcome(pipeline, page):
    """Return what becomes of a page, after what holds of every outcome was seen."""
    value = page if isinstance(page, bytes) else inputs.as_json(page)
    result = pipeline.enrich(incoming("pages", [value]))[0]
    if not isinstance(result, EnrichedArticle):
        assert result.reason is not Reason.STAGE_FAILED, result.detail
        return result
    read = msgspec.json.decode(encode(result), type=EnrichedArticle)
    assert read == result
    text = result.text
    spans = [(one.start, one.end, one.surface) for entity in result.entities for one in entity.mentions]
    spans += [(one.start, one.end, one.surface) for one in result.dates]
    spans += [(one.start, one.end, one.text) for one in result.quotes]
    assert [span for span in spans if text[span[0] : span[1]] != span[2]] == []
    return result


@given(data=st.data())
def test_a_changed_page_becomes_an_article_or_is_refused(pipeline, data):
    """Fields of other types and strange values give an article whose offsets hold, or a reason."""
    page = data.draw(st.sampled_from(GOOD).flatmap(inputs.changed))
    assert outcome(pipeline, page) is not None


@given(data=st.data())
def test_a_damaged_page_becomes_an_article_or_is_refused(pipeline, data):
    """Bytes that are cut, doubled and overwritten are no accident."""
    page = data.draw(st.sampled_from(PAGES).flatmap(inputs.damaged))
    assert outcome(pipeline, page) is not None


@given(fields=fields_of_pages, text=inputs.lines(LINES))
def test_any_text_becomes_an_article_or_is_refused(pipeline, fields, text):
    """Lines of news and of nonsense, under any fields."""
    assert outcome(pipeline, {**fields, "text": text}) is not None


@given(fields=fields_of_pages, html=inputs.html(), good=st.sampled_from(LINES))
def test_any_html_becomes_an_article_or_is_refused(pipeline, fields, html, good):
    """A soup of tags with a line of news in it, under any fields."""
    assert outcome(pipeline, {**fields, "html": f"{html}<p>{good}</p>"}) is not None


@given(text=inputs.lines(LINES))
def test_names_are_found_or_not_in_any_text(pipeline, text):
    """What the tagger finds stands where it says, whatever was not cleaned before."""
    found = pipeline.tagger.tag([article_of(text)])[0]
    mentions = [one for entity in found.entities for one in entity.mentions]
    assert [one for one in mentions if text[one.start : one.end] != one.surface] == []


def article_of(text):
    """Return an article with a text as it is."""
    record = {
        "schema": "rasid.article/1",
        "id": "a",
        "origin": {"topic": "rasid.pages", "partition": 0, "offset": 0},
        "received_at": "2026-03-01T10:30:00.000Z",
        "source": {"id": "a", "name": "a"},
        "language": "ar",
        "title": text.partition("\n")[0],
        "text": text,
        "byline": {},
        "fingerprint": "",
    }
    return msgspec.convert(record, Article)
