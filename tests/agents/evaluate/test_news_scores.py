"""Each measure of annotated news, on articles small enough to count by hand."""

import pytest

from agents.evaluate.news_scores import as_json, measure
from agents.evaluate.scores import Hits
from tests.agents.evaluate.samples import enriched, entity, quote

BROADER = {"leaf": {"branch", "root"}, "branch": {"root"}, "root": set(), "other": set()}


def thing(name, kind, *surfaces, **more):
    return {"name": name, "type": kind, "surfaces": list(surfaces or [name]), **more}


def speech(begins, speaker=None, **more):
    return {"begins": begins, "speaker": speaker, **more}


def scored(article=None, entities=(), quotes=(), must=(), ok=()):
    topics = {"must": list(must), "ok": list(ok)}
    row = {"id": "n1", "entities": list(entities), "quotes": list(quotes), "topics": topics}
    return measure([row], {"n1": article} if article else {}, BROADER)


def test_a_thing_is_found_by_one_surface_whatever_its_spelling():
    """«القاهره» is القاهرة; the other thing is missed, and of its type."""
    scores = scored(
        enriched("n1", [entity("loc:1", "LOC", "القاهره")]),
        [thing("القاهرة", "LOC"), thing("مدحت سعيد", "PER")],
    )
    assert [scores.entities[name] for name in ("all", "LOC", "PER")] == [Hits(1, 0, 1), Hits(1, 0, 0), Hits(0, 0, 1)]


def test_another_type_is_wrong_but_found_as_any_type():
    """A club that came out as a place: missed as a body, wrong as a place, right where the type does not count."""
    scores = scored(enriched("n1", [entity("loc:1", "LOC", "الشارقة")]), [thing("الشارقة", "ORG")])
    assert [scores.entities[name] for name in ("all", "LOC", "ORG", "any type")] == [
        Hits(0, 1, 1),
        Hits(0, 1, 0),
        Hits(0, 0, 1),
        Hits(1, 0, 0),
    ]


@pytest.mark.parametrize(
    "more", [{"alt_type": "ORG"}, {"alt_type": ["MISC", "ORG"]}, {"who": "national football team"}]
)
def test_a_second_type_of_the_annotation_counts(more):
    """A museum that acts, a country that plays."""
    scores = scored(enriched("n1", [entity("org:1", "ORG", "المغرب")]), [thing("المغرب", "LOC", **more)])
    assert scores.entities["LOC"] == Hits(1, 0, 0)


@pytest.mark.parametrize("found", [[], [entity("org:1", "ORG", "هسبريس")]])
def test_what_is_optional_is_neither_missed_nor_wrong(found):
    """The outlet's own mark."""
    scores = scored(enriched("n1", found), [thing("هسبريس", "ORG", own_outlet=True)])
    assert scores.entities["all"] == Hits()


def test_a_thing_under_two_ids_is_split():
    """A president and his surname."""
    found = [entity("per:1", "PER", "أحمد سليم"), entity("per:2", "PER", "سليم")]
    scores = scored(enriched("n1", found), [thing("أحمد سليم", "PER", "أحمد سليم", "سليم")])
    assert (scores.split, scores.split_share, scores.merged) == (1, 1.0, 0)


def test_an_id_with_two_things_is_merged():
    """Two brothers of one surname."""
    found = [entity("per:1", "PER", "أحمد سليم", "كريم سليم")]
    scores = scored(enriched("n1", found), [thing("أحمد سليم", "PER"), thing("كريم سليم", "PER")])
    assert (scores.merged, scores.split, scores.entities["PER"]) == (1, 0, Hits(2, 0, 0))


def test_a_quote_is_found_by_how_it_begins_and_counts_once():
    """Reported speech without its أن; a second annotated speech of the same words is missed."""
    scores = scored(
        enriched("n1", [], [quote("أن الخطة تبدأ الشهر المقبل"), quote("لا علاقة لنا بالأمر")]),
        quotes=[speech("الخطة تبدأ الشهر"), speech("الخطة تبدأ الشهر")],
    )
    assert scores.quotes == Hits(right=1, wrong=1, missed=1)


def test_another_beginning_of_the_annotation_counts():
    """The words after أن where only the core stands between quotation marks."""
    scores = scored(
        enriched("n1", [], [quote("تصل المساعدات غدا")]), quotes=[speech("ستكون كافية", alt_begins="تصل المساعدات غدا")]
    )
    assert scores.quotes == Hits(right=1)


def test_speech_in_a_title_is_counted_apart():
    """One found, one not; neither is one of the quotes."""
    scores = scored(
        enriched("n1", [], [quote("لن نقبل بالعرض")]),
        quotes=[speech("لن نقبل بالعرض", headline=True), speech("سنعود غدا", headline=True)],
    )
    assert (scores.headlines, scores.quotes) == (Hits(right=1, missed=1), Hits())


def test_speakers_are_counted_of_the_quotes_found():
    """One right by a surface, one wrong, one quote without a speaker, one quote missed: four speakers are wanted."""
    people = [thing("سعاد حسن", "PER", "سعاد حسن", "حسن"), thing("بشير علي", "PER")]
    found = [entity("per:1", "PER", "حسن"), entity("per:2", "PER", "بشير علي")]
    quotes = [
        quote("الأولى من الكلمات", "per:1"),
        quote("الثانية من الكلمات", "per:1"),
        quote("الثالثة من الكلمات"),
    ]
    expected = [
        speech("الأولى من الكلمات", "سعاد حسن"),
        speech("الثانية من الكلمات", "بشير علي"),
        speech("الثالثة من الكلمات", "بشير علي"),
        speech("الرابعة من الكلمات", "بشير علي"),
        speech("بلا قائل هنا"),
    ]
    scores = scored(enriched("n1", found, quotes), people, expected)
    assert (scores.speakers, scores.speakers.recall) == (Hits(right=1, wrong=1, missed=3), 0.25)


@pytest.mark.parametrize("more", [{"alt_speaker": "بشير علي"}, {"alt_speakers": ["فلان", "بشير علي"]}])
def test_another_speaker_of_the_annotation_counts(more):
    """A spokesman and the body that he speaks for."""
    found = [entity("per:1", "PER", "بشير علي")]
    scores = scored(
        enriched("n1", found, [quote("نحن على الطريق", "per:1")]),
        [thing("بشير علي", "PER"), thing("الوزارة", "ORG")],
        [speech("نحن على الطريق", "الوزارة", **more)],
    )
    assert scores.speakers == Hits(right=1)


def test_topics_are_right_below_what_is_wanted_and_no_mistake_above_it():
    """One of two that must be given is; of three labels the one of another branch is wrong."""
    scores = scored(enriched("n1", topics=["leaf", "root", "other"]), must=["branch", ["none", "neither"]])
    assert (scores.topics, scores.labels) == (Hits(right=1, missed=1), Hits(right=2, wrong=1))


def test_an_article_is_hit_by_any_topic_that_it_must_get():
    """One of the alternatives is enough; a topic that is only no mistake is none."""
    hit = scored(enriched("n1", topics=["other"]), must=[["leaf", "other"]])
    missed = scored(enriched("n1", topics=["other"]), must=["leaf"], ok=["other"])
    assert [(s.topical, s.topical_hit, s.labels.right) for s in (hit, missed)] == [(1, 1, 1), (1, 0, 1)]


def test_an_article_that_was_refused_has_all_missed():
    """A page that cleaning rejects counts like one in which nothing was found."""
    scores = scored(None, [thing("القاهرة", "LOC")], [speech("سنعود غدا", "القاهرة")], must=["leaf"])
    assert (scores.entities["all"], scores.quotes, scores.speakers, scores.topics) == (Hits(missed=1),) * 4


def test_mistakes_name_the_article_and_the_words():
    """What was missed, by type, and what was wrong."""
    scores = scored(enriched("n1", [entity("loc:1", "LOC", "الشارقة")]), [thing("سعاد حسن", "PER")])
    assert scores.mistakes == [
        ("missed PER", "n1", "سعاد حسن"),
        ("wrong LOC", "n1", "الشارقة: loc:1"),
    ]


def test_the_figures_have_the_names_of_the_annotators_tool():
    """So that both can be compared key by key."""
    figures = as_json(scored(enriched("n1", [entity("loc:1", "LOC", "القاهرة")]), [thing("القاهرة", "LOC")]))
    assert (list(figures), figures["entities"]["LOC"]) == (
        ["articles", "entities", "split", "merged", "quotes", "headline_quotes_found", "speakers", "topics"],
        {"P": 1.0, "R": 1.0, "F1": 1.0, "tp": 1, "fp": 0, "fn": 0},
    )
