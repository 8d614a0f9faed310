"""Why names are what they are."""

from agents.tag_entities.explain import explain
from agents.tag_entities.match.link_odds import MIN_ODDS
from agents.tag_entities.tagger import TextToTag


def explained(tagger, text):
    """Explain a text that stands alone."""
    return explain(tagger.read([TextToTag(text)])[0])


def test_each_name_tells_its_pass(tagger):
    """Decide names what lexicons know, a reader composed names, the model names of no list, ShortNames surnames."""
    found = explained(tagger, "زار كارستن بودلوف مستشفى سان رافائيل في جدة. وقال بودلوف إن العمل انتهى.")
    assert [(name.surface, name.found_by) for name in found.names] == [
        ("كارستن بودلوف", "ModelNames"),
        ("مستشفى سان رافائيل", "NamedInstitutions"),
        ("جدة", "Decide"),
        ("بودلوف", "ShortNames"),
    ]


def test_evidence_that_was_weighed_adds_up(tagger):
    """A common word is linked by named signs, most of which speak for it, and the odds that follow."""
    found = explained(tagger, "نشرت صحيفة الوطن السعودية تقريرا عن جدة")
    evidence = next(name.evidence for name in found.names if name.surface == "الوطن")
    signs = {one.name: one.weight for one in evidence}
    assert (signs["outlet behind صحيفه"] > 0, signs["link"] >= MIN_ODDS) == (True, True)


def test_surfaces_that_name_nothing_are_open(tagger):
    """A surface that too little speaks for is listed with those who could be meant."""
    found = explained(tagger, "التقى المدير نظيره المصري في جدة")
    assert [(surface.surface, surface.could_be) for surface in found.open] == [("المصري", ["org:al-masry"])]


def test_offsets_are_into_the_text_as_published(tagger):
    """Diacritics and tatweel do not move them."""
    text = "زار الوفدُ مدينـة جَدّة أمسِ"
    found = explained(tagger, text)
    assert [text[name.start : name.end] for name in found.names] == [name.surface for name in found.names] == ["جَدّة"]


def test_each_quote_tells_its_rules(tagger):
    """A quote says what made it one and how its speaker was found."""
    found = explained(tagger, "قال لافروف إن بلاده ستدعم جهود الإغاثة في السودان خلال العام الحالي.")
    assert [(quote.direct, quote.speaker, bool(quote.found_by and quote.speaker_by)) for quote in found.quotes] == [
        (False, "per:sergey-lavrov", True)
    ]
