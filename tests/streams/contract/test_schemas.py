"""What Rasid makes of its sample pages is what the schemas say."""

from importlib.resources import files

import jsonschema
import orjson
import pytest

from agents.count.tally import add
from agents.group.step import make_sketch_step
from agents.offline import Pipeline
from agents.stage import Incoming, run
from agents.tag_topics.mentions import mentions
from streams.contract.asyncapi import document
from streams.contract.schemas import components, references, schema
from streams.records.codec import encode
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.origin import Origin
from streams.records.progress import Progress
from streams.records.rejected import Rejected
from streams.records.stories import Story
from streams.seen import Seen
from streams.settings import Settings

RECEIVED_MS = 1_790_000_000_000


def _lines(name):
    return files("agents.commands.demo").joinpath(name).read_bytes().splitlines()


def _validator(topic):
    return jsonschema.Draft7Validator(schema(topic))


def _wrong(topic, values):
    validator = _validator(topic)
    return [error.message for value in values for error in validator.iter_errors(orjson.loads(value))]


@pytest.fixture(scope="module", name="results")
def _results():
    values = [*_lines("pages.jsonl"), *_lines("bad-pages.jsonl")]
    incoming = [
        Incoming("rasid.pages", 0, offset, RECEIVED_MS, b"key", value, [("h", b"v")])
        for offset, value in enumerate(values)
    ]
    return Pipeline(Settings()).enrich(incoming)


@pytest.fixture(scope="module", name="articles")
def _articles(results):
    return [result for result in results if isinstance(result, EnrichedArticle)]


@pytest.mark.parametrize("topic", ["pages", "enriched", "mentions", "rejected", "bands", "stories", "progress"])
def test_schemas_are_schemas(topic):
    """Draft 7 takes them as they are."""
    jsonschema.Draft7Validator.check_schema(schema(topic))


def test_sample_pages_are_raw_pages():
    """The schema takes every sample page, as the clean stage does."""
    assert _wrong("pages", _lines("pages.jsonl")) == []


@pytest.mark.parametrize("page", [{"id": "x"}, {"text": ""}, {"text": None, "html": " "}, {"text": ["a"]}, []])
def test_what_is_no_raw_page_is_told(page):
    """Without anything to read, or with a field of another type, it is none."""
    assert not _validator("pages").is_valid(page)


def test_enriched_articles(articles):
    """Each enriched sample page is as the schema says, and there are some."""
    assert (len(articles) > 40, _wrong("enriched", map(encode, articles))) == (True, [])


def test_an_enriched_article_has_all_of_its_fields(articles):
    """A field left out is told."""
    value = orjson.loads(encode(articles[0]))
    del value["section"]

    assert [error.message for error in _validator("enriched").iter_errors(value)] == [
        "'section' is a required property"
    ]


def test_rejected_pages(results):
    """Each refused sample page is as the schema says, and there are some."""
    rejected = [encode(result) for result in results if isinstance(result, Rejected)]

    assert (len(rejected) > 4, _wrong("rejected", rejected)) == (True, [])


def test_mentions_and_counts(articles):
    """What the counting stage reads and writes is as the schemas say."""
    settings = Settings()
    counts: dict[str, EntityCount] = {}
    by_partition = mentions([(article, None) for article in articles], settings.entity_partitions)
    for record in by_partition.values():
        for article in record.articles:
            for entity in article.entities:
                counts[entity.id] = add(counts.get(entity.id), article, entity, settings)

    assert (bool(counts), _wrong("mentions", map(encode, by_partition.values()))) == (True, [])
    assert _wrong("entity-counts", map(encode, counts.values())) == []


def test_bands(articles):
    """What the grouping stage passes between its partitions is as the schema says."""
    step = make_sketch_step(Settings())
    incoming = [
        Incoming("rasid.enriched", 0, at, RECEIVED_MS, None, encode(article)) for at, article in enumerate(articles)
    ]
    outs = [out.value for out in run(step, incoming).outs]

    assert (bool(outs), _wrong("bands", outs)) == (True, [])


def test_stories_and_progress():
    """A story and a progress record are as the schemas say."""
    origin = Origin(topic="rasid.pages", partition=0, offset=7)
    seen = Seen()
    seen.add(origin)
    story = Story(id="story:a", origin=origin, title="عنوان", articles=["a", "b"], sources=["x"], parent="a")

    assert _wrong("stories", [encode(story)]) == []
    assert _wrong("progress", [encode(Progress(stage="count", seen=seen.dump()))]) == []


def test_the_asyncapi_document_refers_to_what_is_in_it():
    """Every reference leads somewhere."""
    made = document()
    parts = {*made["channels"], *made["components"]["messages"], *made["components"]["schemas"]}

    assert set(references(made)) - parts == set()


def test_components_are_named_as_records():
    """A part that no record uses is not among them."""
    assert {"EnrichedArticle", "Entity", "Reason"} <= set(components("#/{name}"))
