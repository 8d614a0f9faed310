"""Where surfaces stand."""

from agents.training.annotations.places import places, places_of

TEXT = "وصل وزير الخارجية إلى القاهرة، وزار بالقاهرة متحف القاهرة للفنون وشكر للأناضول القاهري"


def words(found):
    """Give the words at places of the text."""
    return [TEXT[start:end] for start, end in found]


def test_proclitics_stay_outside():
    """A name is found behind its proclitics and alone, but not inside another word."""
    assert [start for start, _ in places_of(TEXT, "القاهرة")] == [
        TEXT.index("القاهرة"),
        TEXT.index("بالقاهرة") + 1,
        TEXT.index("متحف القاهرة") + len("متحف "),
    ]
    assert places_of(TEXT, "القاهر") == []


def test_the_article_goes_behind_lil():
    """Behind لل a name stands without its article."""
    assert words(places_of(TEXT, "الأناضول")) == ["أناضول"]


def test_places_inside_other_things():
    """A place inside a longer name of another thing is not a place of the shorter one."""
    museum, city = places(TEXT, [["متحف القاهرة للفنون"], ["القاهرة"]])
    assert words(museum) == ["متحف القاهرة للفنون"]
    assert words(city) == ["القاهرة", "القاهرة"]
    assert all(end <= museum[0][0] for _, end in city)


def test_places_inside_the_same_thing():
    """A shorter name of the same thing keeps its places inside the longer one."""
    (museum,) = places(TEXT, [["متحف القاهرة للفنون", "متحف القاهرة"]])
    assert words(museum) == ["متحف القاهرة", "متحف القاهرة للفنون"]


def test_things_that_stand_inside_others_alone():
    """A thing that stands nowhere but inside the names of others keeps these places."""
    assert [words(found) for found in places(TEXT, [["وزير الخارجية"], ["الخارجية"]])] == [
        ["وزير الخارجية"],
        ["الخارجية"],
    ]
