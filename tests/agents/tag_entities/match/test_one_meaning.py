"""One name, one meaning."""

from tests.agents.tag_entities.drafts import draft_of


def found(text):
    """Return surface and id of the names that the pass adds."""
    draft = draft_of(text, "OneMeaning", section="sport")
    return [
        (draft.tokens.text[name.start : name.end], name.entity.id)
        for name in draft.names
        if name.found_by == "OneMeaning"
    ]


def test_a_club_means_the_same_elsewhere():
    """What نادي makes a club once is the club where nothing stands beside it."""
    text = "الدوري السعودي: قاد المدرب الهلال السعودي للفوز بنتيجة 5-0 على نادي الاتفاق. ومن بعد ذلك كان الاتفاق هناك"
    assert found(text) == [("الاتفاق", "org:al-ettifaq")]


def test_a_word_that_nothing_decides_stays_open():
    """Where no name of that form was decided, none is added."""
    assert found("كانت الحياة في الوطن صعبة") == []


def test_a_town_means_the_same_elsewhere():
    """Behind a verb or a preposition, and not behind a noun, whose adjective it is."""
    text = "في السودان قصفت القوات مدينة الأبيض، ثم دخلت الأبيض، وعادت إلى الأبيض في البيت الأبيض واللون الأبيض"
    assert found(text) == [("الابيض", "loc:el-obeid")] * 2
