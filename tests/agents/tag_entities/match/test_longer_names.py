"""Names that go on behind known ones."""

import pytest

from agents.arabic.folding import fold
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
        ("فاز الحزب الجمهوري الأمريكي أمس", "الحزب الجمهوري"),
    ],
)
def test_where_names_end(text, name):
    """Fathers and houses belong to a name; a time of day, a nationality do not."""
    draft = draft_of(text, "Decide")
    assert [draft.tokens.text[found.start : found.end] for found in draft.names][:1] == [name]


@pytest.mark.parametrize(
    ("text", "name", "linked"),
    [
        ("كشفت فضيحة ايران جيت الكثير", "ايران جيت", False),
        ("وصل وفد حركة الشباب الوطني للبيئة أمس", "حركة الشباب الوطني للبيئة", False),
        ("هاجمت حركة الشباب الإرهابية القاعدة", "حركة الشباب", True),
        ("فاز في كأس العالم لكرة السلة أمس", "كأس العالم لكرة السلة", False),
        ("فاز في كأس العالم لكرة القدم أمس", "كأس العالم لكرة القدم", True),
        ("فاز في كأس العالم للناشئين أمس", "كأس العالم للناشئين", False),
    ],
)
def test_another_thing_begins_as_a_known_one(text, name, linked):
    """A scandal or a paper as a place, a group whose adjective is its last word's, the cup of another game."""
    draft = draft_of(text, "Decide")
    found = {draft.tokens.text[found.start : found.end]: found.entity.known is not None for found in draft.names}
    assert found.get(fold(name)) is linked
