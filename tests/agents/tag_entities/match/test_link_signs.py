"""What speaks for a bearer of a surface."""

import pytest

from agents.tag_entities.draft import ModelName
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.match.link_signs import IN_SHORT_TEXT, SHORT_WORDS, LinkSigns
from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرت صحيفة المدينة تقريرا عن جدة", "org:al-madina-newspaper"),
        ("نشرت صحيفة الجريدة الكويتية تقريرا", "org:al-jarida"),
        ("أعلنت حركة حماس في غزة موقفها", "org:hamas"),
        ("فاز نادي النصر السعودي في الرياض", "org:al-nassr"),
    ],
)
def test_a_word_beside_it_makes_a_name_of_a_common_word(tagged, text, found):
    """صحيفة, حركة and نادي tell what the word behind them is."""
    entities, _, _ = tagged(text)
    assert any(entity.startswith(found) for entity in entities)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أكدت الرياض موقفها من الأزمة", ["loc:riyadh"]),
        ("وصل الوفد إلى الرباط مساء", ["loc:rabat"]),
        ("أصيب اللاعب بقطع في الرباط الصليبي", []),
        ("تأخرت صلاة المغرب دقائق", []),
    ],
)
def test_a_capital_needs_little_to_be_known(tagged, text, found):
    """A capital whose name is a word too is known without its country beside it, and the word is still a word."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


def test_a_match_report_needs_no_section(tagged):
    """Words of play make clubs of برشلونة and الأهلي; النادي المصري is any Egyptian club; من عمر names no Omar."""
    text = (
        "سجل برشلونة هدف التعادل في الدقيقة الثالثة من عمر الشوط الثاني في مرمى الأهلي المصري، "
        "وأضاف المهاجم هدفا للنادي المصري قبل نهاية المباراة في الرياض."
    )
    entities, _, _ = tagged(text)
    known = [identifier for identifier in entities if ":ar:" not in identifier]
    assert known == ["org:fc-barcelona", "org:al-ahly", "loc:riyadh"]


def evidence(text, **known):
    """Return the names of the evidence for each name that was decided."""
    draft = draft_of(text, "Decide", **known)
    return {draft.tokens.text[name.start : name.end]: {one.name for one in name.evidence} for name in draft.names}


def test_evidence_is_kept():
    """The word before, and how likely the link is."""
    found = evidence("سافر الوفد إلى دمشق وبيروت")
    told = "LOC behind الي"
    assert (told in found["دمشق"], told in found["بيروت"], "link" in found["بيروت"]) == (True, False, True)


def test_what_a_model_sees_speaks_too():
    """Its type agrees with a bearer's."""
    sight = [ModelName(3, 4, "LOC", 0.9)]
    assert "the model sees this, its type, 3" in evidence("وصل الوفد إلى الرباط مساء", model_names=sight)["الرباط"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قالت مصادر محلية في اليمن لـ«الشرق الأوسط» إن المدينة تحررت", "org:asharq-al-awsat"),
        ("قالت مصادر محلية في اليمن إن الشرق الأوسط لن يهدأ", "loc:middle-east"),
    ],
)
def test_an_outlet_is_told(text, found):
    """Quoted behind ل it is the outlet, however sure the place is of which it bears the name."""
    sight = (ModelName(6, 8, "LOC", 0.9),) if "لـ" in text else ()
    assert found in [name.entity.id for name in draft_of(text, "Decide", model_names=sight).names]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("وقع الوزير الاتفاق أمس", []),
        ("القذائف تدمر الأبنية", []),
        ("وصل الجيش إلى تدمر في سوريا", ["loc:palmyra", "loc:syria"]),
        ("قالت سوريا والأردن إن مدينة جبلة تضررت", ["loc:syria", "loc:jordan", "loc:jableh"]),
        ("قالت الجزائر إنها سترسل المساعدات من وهران إلى حلب", ["loc:algeria", "loc:oran", "loc:aleppo"]),
    ],
)
def test_what_the_article_and_the_words_beside_tell(text, linked):
    """Agreements and verbs are no clubs and towns; a town is linked where its country is named, a large one anyhow."""
    assert [name.entity.id for name in draft_of(text, "Decide").names if name.entity.known] == linked


def test_a_town_is_not_that_of_a_country_that_nothing_speaks_of():
    """Many share a name: this one is of Algeria, whatever the lexicon has."""
    names = draft_of("قال والي الجزائر إن بلدية جبلة في ولاية وهران تضررت", "Decide").names
    assert "loc:jableh" not in [name.entity.id for name in names]


def test_a_name_with_its_fathers_is_told():
    """However little the article speaks of him otherwise."""
    assert "a name with its fathers" in evidence("قال محمد بن سلمان بن عبد العزيز آل سعود ذلك").popitem()[1]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("وصل الوفد إلى تدمر مساء أمس", True),
        ("وصل الوفد إلى تدمر في سوريا مساء أمس", False),
        ("وصل الوفد إلى تدمر مساء أمس، " + "وقال كل من حضر كلاما " * SHORT_WORDS, False),
    ],
)
def test_a_short_text_does_not_name_all_countries(text, silent):
    """What it does not tell is a sign of its own, as long as it tells of none of the bearers' countries."""
    draft = draft_of(text, "SureNames")
    surface = next(each for each in draft.surfaces if each.key == "تدمر")
    signs = LinkSigns(packaged()).read(draft, surface, {})
    assert [IN_SHORT_TEXT in each for each in signs] == [silent] * len(surface.bearers)
