"""What speaks for a bearer of a surface."""

import pytest

from agents.tag_entities.draft import ModelName
from agents.tag_entities.match.weights import KIND_BEFORE, MODEL_AGREES, NOT_READ_OTHERWISE
from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نشرت صحيفة الوطن تقريرا عن مصر", "org:al-watan"),
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
        ("غرق شخص في سيول جدة", ["loc:jeddah"]),
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
        "وأضاف المهاجم هدفا للنادي المصري قبل نهاية المباراة في الملعب الأولمبي بالرياض."
    )
    entities, _, _ = tagged(text)
    known = [identifier for identifier in entities if ":ar:" not in identifier]
    assert known == ["org:fc-barcelona", "org:al-ahly", "loc:riyadh"]


def evidence(text, **known):
    """Return the evidence for each name that was decided."""
    draft = draft_of(text, "Decide", **known)
    return {draft.tokens.text[name.start : name.end]: set(name.evidence) for name in draft.names}


def test_evidence_is_kept_with_its_weight():
    """A word of its kind, and the country's name."""
    found = evidence("نشرت صحيفة الوطن تقريرا عن مصر")
    assert (KIND_BEFORE in found["الوطن"], KIND_BEFORE in found["مصر"]) == (True, False)


def test_what_a_model_sees_speaks_too():
    """Its type agrees with a bearer's, or not."""
    text = "وصل الوفد إلى الرباط مساء"
    sure = evidence(text, model_names=[ModelName(3, 4, "LOC", 0.9)])
    unsure = evidence(text, model_names=[ModelName(3, 4, "LOC", 0.4)])
    assert (MODEL_AGREES in sure["الرباط"], unsure) == (True, {})


@pytest.mark.parametrize(
    ("text", "piece"),
    [("زار المغرب وفد من فرنسا", NOT_READ_OTHERWISE), ("سافر إلى المغرب أمس", NOT_READ_OTHERWISE)],
)
def test_an_exception_that_does_not_hold_speaks_for_the_name(text, piece):
    """المغرب is the country where no time of day stands before it."""
    assert piece in evidence(text)["المغرب"]


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
