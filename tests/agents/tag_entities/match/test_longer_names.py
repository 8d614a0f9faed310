"""Names that go on behind known ones."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    "text",
    [
        "أوضح المهندس أحمد بن عبدالعزيز الفارس أن المشروع اكتمل",
        "توفي في الكويت ناصر محمد فرج الملقب بكرداش",
        "قدم الأستاذ محمد أحمد المسلم محاضرة",
        "استقبل الأمير عبدالله بن عبدالعزيز بن مساعد آل سعود الوفد",
    ],
)
def test_a_longer_name_than_a_known_one_is_another_mans(tagged, text):
    """Another name behind or before somebody's, or another grandfather, makes it somebody else's."""
    entities, _, _ = tagged(text)
    assert [e.known for e in entities.values() if e.type == "PER"] == [False]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال محمد بن سلمان بن عبد العزيز آل سعود ذلك", "محمد بن سلمان بن عبد العزيز ال سعود"),
        ("قال محمد بن سلمان صباح الأحد", "محمد بن سلمان"),
        ("فاز الحزب الجمهوري الحر في أمريكا", "الحزب الجمهوري الحر"),
        ("فاز الحزب الجمهوري الأمريكي أمس", "الحزب الجمهوري"),
    ],
)
def test_where_names_end(text, name):
    """Fathers and houses belong to a name; a time of day, a nationality do not."""
    draft = draft_of(text, "Decide")
    assert [draft.tokens.text[found.start : found.end] for found in draft.names][:1] == [name]
