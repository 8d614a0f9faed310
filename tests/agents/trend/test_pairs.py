"""What pairs and media topics are called in trends."""

from agents.trend.pairs import named
from agents.trend.state import Story
from streams.records.mentions import MentionedEntity
from streams.records.trends import PairedEntity, Subject
from tests.agents.trend.made import EGYPT, final, news, past, run

SUDAN = "loc:sudan"
EGYPT_NAMED = MentionedEntity(id=EGYPT, name_ar="مصر", name_en="Egypt", type="LOC", known=True, count=1)
TOPIC = "medtop:11000000"


def story(**names: tuple[str, str]) -> Story:
    return Story(0, "a", "s", "t", "f", list(names), {f"loc:{id_}": both for id_, both in names.items()})


def test_a_pair_that_the_partition_half_owns_has_both_names():
    """The name of the entity of another partition comes with the article; both stand apart too."""
    told = {"names": {SUDAN: ("السودان", "Sudan")}, "entities": [EGYPT_NAMED], "with_": [EGYPT, SUDAN]}
    found = final(run([*past(), *news(12, **told)]))
    pairs = {trend.subject.id: trend.subject for trend in found.values() if trend.subject.kind == "pair"}
    assert pairs == {
        "loc:egypt+loc:sudan": Subject(
            kind="pair",
            id="loc:egypt+loc:sudan",
            name_ar="مصر + السودان",
            name_en="Egypt + Sudan",
            ids=[EGYPT, SUDAN],
            entities=[
                PairedEntity(id=EGYPT, name_ar="مصر", name_en="Egypt"),
                PairedEntity(id=SUDAN, name_ar="السودان", name_en="Sudan"),
            ],
        )
    }


def test_a_media_topic_has_its_names():
    """They come with the article too."""
    told = {"entities": [], "with_": [], "media_topics": [TOPIC], "names": {TOPIC: ("سياسة", "politics")}}
    found = final(run([*past(), *news(12, **told)]))
    assert {(t.subject.kind, t.subject.id, t.subject.name_ar, t.subject.name_en) for t in found.values()} == {
        ("media_topic", TOPIC, "سياسة", "politics")
    }


def test_without_an_english_name_the_arabic_one_stands_in():
    """Where neither has one there is none."""
    egypt = Subject(kind="entity", id=EGYPT, name_ar="مصر", name_en="Egypt")
    nobody = Subject(kind="entity", id="loc:a", name_ar="أ")
    other = [[story(b=("ب", ""))], [story(b=("ب", "")), story()]]
    assert [named(subject, "loc:b", other).name_en for subject in (egypt, nobody)] == ["Egypt + ب", None]


def test_the_name_of_a_pair_is_the_same_in_whatever_order_stories_came():
    """Of several that articles give an entity the greatest is taken; an article of an older version gives none."""
    subject = Subject(kind="entity", id=EGYPT, name_ar="مصر")
    stories = [story(b=("ب", "B")), story(b=("باء", "Baa")), story()]
    found = [named(subject, "loc:b", [order]) for order in (stories, stories[::-1], stories[2:])]
    assert [pair.name_ar for pair in found] == ["مصر + باء", "مصر + باء", None]
