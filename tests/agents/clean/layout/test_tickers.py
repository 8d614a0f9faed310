"""Pass `tickers`: strips of headlines in front of the text."""

from tests.agents.clean.pages import SENTENCES, TICKER, TITLE, cleaned, laid_out, page


def test_a_blurb_above_the_title_is_not_the_article() -> None:
    """A headline with a date right below it begins the article, whatever stands above."""
    blurb = "انطلقت أعمال المشروعات الكبرى قبل عامين، نقدم هنا آخر المستجدات المتعلقة بها والتقارير المصورة والتعليقات."
    article = cleaned("\n".join(["المشروعات الكبرى", "المشروعات الكبرى", blurb, TITLE, "12 يناير 2026", *SENTENCES]))
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


def test_a_strip_of_headlines_is_no_first_paragraph() -> None:
    """A ticker flattened to one long line stands in front of the title, not of the text."""
    strip = "عاجل " + " ".join(["وفاة فنان قدير بعد صراع طويل مع المرض", "القبض على لص دراجات في حي الزهور"] * 3)
    article = cleaned(page(strip))
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


def test_a_first_paragraph_below_its_title_is_no_strip_of_headlines() -> None:
    """Though what follows has other words, and a heading of its own."""
    first = "فيما تتواصل الجهود لإنهاء الخلاف على أجور العمال في مدن الشمال، يدخل إضراب سائقي القطارات يومه الخامس."
    article = cleaned("\n".join(["إضراب في الشمال وأزمة في المصانع.. آخر التطورات", first, TITLE, *SENTENCES]))
    assert article.paragraphs == [first, *SENTENCES]


def test_the_text_begins_behind_a_ticker() -> None:
    """What follows has a title of its own."""
    strip = " ".join(TICKER)
    before, after = (laid_out(page(strip), upto) for upto in ("digest", "tickers"))
    assert (before.lines[before.start].text, after.lines[after.start].text) == (strip, SENTENCES[0])


def test_a_given_title_leaves_no_ticker_to_skip() -> None:
    """The text begins behind the title already."""
    given = laid_out(page(" ".join(TICKER)), "tickers", told_title=TITLE)
    assert given.lines[given.start].text == SENTENCES[0]


def test_the_beginnings_of_other_articles_above_a_dated_title_are_no_text() -> None:
    """Each of them speaks of something else."""
    leads = [
        "استقبل أمين المدينة صباحا وفدا من جمعية هواة الطيور، واطلع معهم على خطط المحمية وبرامج التشجير فيها.",
        "شاركت مدارس القرى في مسابقة الخط والرسم، وفازت طالبات الصف الخامس بأجمل لوحة عن نخيل الواحات القديمة.",
    ]
    article = cleaned("\n".join([*leads, TITLE, "[12/01/2026 01:10]", "صلالة - العمانية", *SENTENCES]))
    assert (article.title, article.paragraphs, article.published_at) == (TITLE, list(SENTENCES), "2026-01-12T01:10:00Z")


def test_the_beginning_of_another_article_above_the_text_is_no_paragraph() -> None:
    """It breaks off, and speaks of something else."""
    teaser = (
        "أعلن اتحاد الكرة مواعيد بطولة الشباب التي تقام هذا العام في ثلاث مدن على ملاعب جديدة للمرة الأولى. وأوضح..."
    )
    article = cleaned("\n".join([teaser, "رئيس التحرير: وليد الحربي", "مساحة إعلانية", *SENTENCES]))
    assert (article.title, article.paragraphs) == ("", list(SENTENCES))


def test_a_strip_of_headlines_between_two_copies_of_the_title_is_no_paragraph() -> None:
    """Nor where the first copy is the one that is taken for the title."""
    strip = " ".join(TICKER) + "! بريطانيا تطور سلاحا جديدا"
    article = cleaned("\n".join([TITLE, "رئيس التحرير: سالم الهاشمي", strip, "شؤون عربية", TITLE, *SENTENCES]))
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))
