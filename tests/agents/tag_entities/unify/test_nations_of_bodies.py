"""Bodies that say no nation are those of the country that their article is about."""

import msgspec
import pytest

from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.nations_of_bodies import NationsOfBodies
from agents.tag_entities.word_kinds import WordKinds


def ids(tagger, article, *paragraphs):
    """Return the ids of an article's organisations."""
    record = tagger.tag([article(*paragraphs)])[0]
    return [entity.id for entity in record.entities if entity.type == "ORG"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("وزارة الصحة تطلق حملة في الرباط والدار البيضاء", "org:moroccan-health-ministry"),
        ("وزارة الصحة تطلق حملة في عمان وإربد بالأردن", "org:jordanian-health-ministry"),
        ("المجلس الأعلى للشباب يجتمع في الجزائر العاصمة", "org:ar:المجلس-الاعلي-للشباب:dz"),
    ],
)
def test_one_name_is_another_body_in_another_country(tagger, article, title, body):
    """A ministry gets the id that it has with its nation, another public body its country's code."""
    assert body in ids(tagger, article, title, "وجاء في البيان أن العمل سيبدأ قريبا.")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("المحكمة الاتحادية العليا في أبوظبي تؤيد الحكم", "org:ar:المحكمه-الاتحاديه-العليا:ae"),
        ("المحكمة الاتحادية العليا في بغداد تؤيد الحكم", "org:federal-supreme-court-of-iraq"),
        ("المحكمة الاتحادية العليا تؤيد الحكم", "org:federal-supreme-court-of-iraq"),
    ],
)
def test_a_body_in_another_country_is_not_the_one_that_is_known(tagger, article, title, body):
    """Where the place right behind it is another country's; elsewhere the one known body of that name is meant."""
    assert ids(tagger, article, title, "وجاء في البيان أن الحكم نهائي.") == [body]


def test_the_ministry_with_its_nation_is_the_same(tagger, article):
    """With and without the nation, one article has one ministry."""
    found = ids(tagger, article, "وزارة الصحة المغربية تطلق حملة", "وقالت وزارة الصحة إن الحملة ستبدأ في فاس.")
    assert found == ["org:moroccan-health-ministry"]


def test_where_no_country_is_told_it_stays_open(tagger, article):
    """An article that speaks of no country leaves the body without one."""
    record = tagger.tag([article("وزارة الصحة تطلق حملة", "وجاء في البيان أن العمل سيبدأ قريبا.")])[0]
    assert [(entity.id, entity.country) for entity in record.entities] == [("org:ar:وزاره-الصحه", None)]


def test_bodies_of_many_countries_have_none(tagger, article):
    """An Arab organisation is no country's, wherever it meets."""
    found = ids(tagger, article, "المنظمة العربية للتنمية الإدارية تجتمع في الرباط", "وقال رئيسها إن العمل سيبدأ.")
    assert [entity for entity in found if entity.endswith(":ma")] == []


def test_places_and_bodies_tell_their_country(tagger, article):
    """The record says the country of places and organisations, and none of people."""
    record = tagger.tag([article("إيمانويل ماكرون في الرباط", "زار ماكرون وزارة الصحة المغربية.")])[0]
    assert {entity.id: entity.country for entity in record.entities} == {
        "per:emmanuel-macron": None,
        "loc:rabat": "MA",
        "org:moroccan-health-ministry": "MA",
    }


def test_the_outlets_country_speaks_where_the_text_does_not(tagger, article):
    """An article that names no country is about that of its outlet."""
    made = article("وزارة الصحة تطلق حملة", "وجاء في البيان أن العمل سيبدأ قريبا.")
    at_home = msgspec.structs.replace(made, source=msgspec.structs.replace(made.source, country="MA"))
    assert [entity.id for entity in tagger.tag([at_home])[0].entities] == ["org:moroccan-health-ministry"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("نقابة المحامين تعلن الإضراب في نابلس ورام الله", "org:ar:نقابه-المحامين:ps"),
        ("النيابة العامة تأمر بحبس المتهم في طرابلس وبنغازي بليبيا", "org:libyan-public-prosecution"),
        ("مجلس القضاء الأعلى يؤجل الجلسة في بغداد والبصرة", "org:supreme-judicial-council-of-iraq"),
    ],
)
def test_a_body_that_each_country_has_is_its_countrys(tagger, article, title, body):
    """Whatever it is called, where its name holds no name; the lexicon's where it has that country's."""
    assert body in ids(tagger, article, title, "وجاء في البيان أن العمل سيبدأ قريبا.")


def test_the_nation_in_a_name_is_heard(tagger, article):
    """A team under its nation's adjective and under its country's name is one."""
    found = ids(tagger, article, "المنتخب الموزمبيقي يخسر", "وكان منتخب الموزمبيق لكرة القدم قد فاز في مباراة الذهاب.")
    assert set(found) == {"org:mozambique-national-football-team"}


@pytest.mark.parametrize(
    ("title", "paragraph", "body"),
    [
        (
            "دراسة عن الهواء",
            "لندن، المملكة المتحدة (CNN) -- قالت وكالة حماية المناخ إن فرنسا تنتظر.",
            "org:ar:وكاله-حمايه-المناخ:fr",
        ),
        (
            "دراسة عن الهواء",
            "لندن، المملكة المتحدة -- قالت وكالة حماية المناخ إنها تنتظر.",
            "org:ar:وكاله-حمايه-المناخ:gb",
        ),
        (
            "أنباء عن مصر والقاهرة",
            "قالت لجنة الشؤون الصحية في البرلمان التركي إن مصر تنتظر.",
            "org:ar:لجنه-الشوون-الصحيه:tr",
        ),
        (
            "أنباء عن مصر والقاهرة",
            "قالت لجنة الشؤون الصحية بالبرلمان التركي إن مصر تنتظر.",
            "org:ar:لجنه-الشوون-الصحيه:tr",
        ),
        (
            "أنباء عن مصر والقاهرة",
            "قالت لجنة الشؤون الصحية، في البرلمان التركي إن مصر تنتظر.",
            "org:ar:لجنه-الشوون-الصحيه:eg",
        ),
        ("أنباء عن مصر", "قال هيئة فقهاء المسلمين إن مصر تنتظر.", "org:ar:هييه-فقهاء-المسلمين"),
        ("أنباء عن مصر", "قالت منظمة حماية البحار إن مصر تنتظر.", "org:ar:منظمه-حمايه-البحار"),
    ],
)
def test_a_body_is_not_of_every_country_that_is_named(tagger, article, title, paragraph, body):
    """An outlet's desk tells no country, the whole that a body is part of does, and what is of many lands has none."""
    assert body in ids(tagger, article, title, paragraph)


def test_a_game_alone_is_no_body_of_a_nation():
    """A body that is called by nothing but football stays what the text calls it."""
    body = EntityRef("org:ar:كره-القدم", "كرة القدم", None, "ORG", None)
    lexicon = packaged()
    assert NationsOfBodies(lexicon, WordKinds(lexicon))._national(body, None) == body


def test_a_name_of_nations_alone_is_no_body_of_one():
    """What a text calls by the adjectives of nations only, as a summit is, stays what the text calls it."""
    lexicon = packaged()
    body = EntityRef.of_text("ORG", "المصرية الأردنية")
    assert NationsOfBodies(lexicon, WordKinds(lexicon))._national(body, lexicon.known("loc:egypt")) == body


def test_a_body_without_its_nation_is_the_lexicons(tagger, article):
    """مجلس النواب in Rabat has the id that مجلس النواب المغربي has, and is no other than that."""
    found = ids(tagger, article, "مجلس النواب يجتمع في الرباط", "وجاء في بيان من الدار البيضاء أن العمل سيبدأ قريبا.")
    assert found == ["org:house-of-representatives-morocco"]
