"""Countries that stand for their teams."""

import pytest

from tests.agents.tag_entities.drafts import draft_of

MATCH = "يلتقي منتخب المغرب مع نظيره منتخب تونس، وقال المدرب إن المغرب جاهز، وتقام المباراة في المغرب."


def ids_of(text, country, section):
    """Return what a country's name means, each time that it stands alone."""
    draft = draft_of(text, "Teams", section=section)
    return [name.entity.id for name in draft.names if draft.as_published(name.start, name.end) == country]


@pytest.mark.parametrize(
    ("text", "section", "ids"),
    [
        (MATCH, "sport", ["org:morocco-national-football-team", "loc:morocco"]),
        (MATCH, None, ["loc:morocco", "loc:morocco"]),
        ("قال المدرب إن المغرب جاهز", "sport", ["loc:morocco"]),
    ],
)
def test_a_country_that_plays_is_its_team(text, section, ids):
    """In an article about sport that names a team, and not behind في."""
    assert ids_of(text, "المغرب", section) == ids


def test_a_word_of_a_match_tells_a_team():
    """A country against which a team wins is a team, though the text names it nowhere else."""
    ids = ids_of("فاز منتخب المغرب أمس في الفوز على كندا", "كندا", "sport")
    assert ids == ["org:canada-national-football-team"]


def test_a_nation_within_a_state_has_its_team():
    """England plays for itself, and is a place elsewhere."""
    assert ids_of("فاز منتخب إيران بعد أن ودعت أهداف إنجلترا الشباك", "إنجلترا", "sport") == [
        "org:england-national-football-team"
    ]
    assert ids_of("فاز منتخب إيران في إنجلترا", "إنجلترا", "sport") == ["loc:england"]


def test_a_town_is_the_club_of_its_name_that_the_article_names():
    """In a headline, where nothing beside it tells; a town behind في stays one."""
    draft = draft_of(
        "دهوك يقلب الطاولة\nفاز دهوك أمام الزوراء في مدينة دهوك ضمن الدوري العراقي", "Teams", section="sport"
    )
    found = [name.entity.id for name in draft.names if draft.as_published(name.start, name.end) == "دهوك"]
    assert found == ["org:duhok-sc", "org:duhok-sc", "loc:duhok"]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("يتقدم الترجي على المنستير بفارق نقطتين", ["org:ar:المنستير"]),
        ("تعادل سوسة مع بنزرت سلبا في الدوري التونسي", ["org:ar:سوسه", "org:ar:بنزرت"]),
        ("فاز الترجي في المنستير على بنزرت", ["loc:monastir", "loc:bizerte"]),
        ("اتفقت سوسة مع بنزرت على المشروع", ["loc:sousse", "loc:bizerte"]),
    ],
)
def test_a_town_that_plays_is_a_club(text, towns):
    """On a side of a match, where a club or a league is named."""
    draft = draft_of(text, "Teams")
    found = [name.entity.id for name in draft.names if name.entity.known is None or name.entity.type == "LOC"]
    assert found == towns


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("قال رئيس الجامعة التونسية لكرة السلة إن المنتخب التونسي فاز", "org:tunisia-national-basketball-team"),
        ("فاز منتخب تونس لكرة اليد على ضيفه", "org:tunisia-national-handball-team"),
        ("فاز المنتخب التونسي لكرة القدم، وخسر فريق كرة السلة", "org:tunisia-national-football-team"),
    ],
)
def test_the_game_of_an_article_is_its_teams(text, team):
    """When it tells of one game that is not football."""
    teams = [name.entity.id for name in draft_of(text, "Teams", section="sport").names if name.entity.type == "ORG"]
    assert team in teams
    assert len([each for each in teams if "national" in each]) == 1


@pytest.mark.parametrize(
    ("text", "town", "kept"),
    [
        ("خسر الترجي في الدوري، ولعب لنادي خيخون", "خيخون", False),
        ("فاز الترجي في لشبونة البرتغالية", "لشبونة", True),
    ],
)
def test_what_stands_beside_a_town_makes_a_club_of_it(text, town, kept):
    """A town is feminine and athletic in nothing."""
    draft = draft_of(text, "Teams", section="sport")
    types = [name.entity.type for name in draft.names if draft.as_published(name.start, name.end) == town]
    assert types == ["LOC" if kept else "ORG"]
