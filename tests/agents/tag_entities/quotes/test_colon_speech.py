"""Speech behind a colon, without quotation marks."""


def test_behind_a_verb(tagged):
    """What follows a verb's colon is reported speech, to the next report."""
    _, quotes, _ = tagged("وقال سيرغي لافروف للصحفيين: لا يمكن أن نقبل هذا الشرط، وأضاف أنه سيعود.")
    assert [(quote.text, quote.speaker) for quote in quotes] == [
        ("لا يمكن أن نقبل هذا الشرط", "per:sergey-lavrov"),
    ]


def test_headline(tagged):
    """What stands in the title is marked."""
    _, quotes, _ = tagged("سيرغي لافروف: المحادثات كانت بناءة جدا\nأكد سيرغي لافروف أن الوفد سيعود غدا.")
    assert [quote.headline for quote in quotes] == [True, False]


def test_outlet_in_quotation_marks(found):
    """Who is named in quotation marks speaks behind the colon, without quotation marks as well."""
    quotes = found("“منظمة الصحة العالمية”: جدري القرود حالة طوارئ صحية تستدعي القلق الدولي\nعقد اجتماع في جنيف.")
    assert [(quote.speaker.id, quote.direct) for quote in quotes] == [("org:world-health-organization", False)]
