"""Pass `teasers`: beginnings of other articles below the text."""

from tests.agents.clean.pages import OTHER, SENTENCES, cleaned, explained, laid_out, page


def test_teasers_below_the_text_are_links() -> None:
    """A headline of another subject, and the beginning of what it tells."""
    teaser = ("فريق السد يفوز ببطولة الشباب لكرة اليد!", f"{OTHER[1].rstrip('.')}، ثم عاد اللاعبون إلى مدينتهم ...")
    assert cleaned(page(below=teaser)).paragraphs == list(SENTENCES)


def test_a_headline_with_a_whole_paragraph_is_no_teaser() -> None:
    """Only what is cut short is one."""
    found = laid_out(page(below=("فريق السد يفوز ببطولة الشباب لكرة اليد!", OTHER[1])), "teasers")
    assert found.lines[found.end - 1].text == OTHER[1]


def test_the_pass_says_what_is_a_teaser() -> None:
    """The beginning that is shown is its."""
    teaser = f"{OTHER[1].rstrip('.')}، ثم عاد اللاعبون إلى مدينتهم ..."
    lines = explained(page(below=("فريق السد يفوز ببطولة الشباب لكرة اليد!", teaser)))
    assert lines[teaser][1:] == ("chrome", "related", "teasers")


def test_beginnings_of_other_articles_are_related() -> None:
    """Several in a row without headlines; one alone, or those of a text that is written so, stay."""
    openings = [
        "تمكن فريق السد من بلوغ نهائي بطولة الشباب لكرة اليد بعد فوزه مساء السبت على ضيفه بنتيجة كبيرة في…",
        "سجلت أسعار الحديد في الأسواق المحلية تراجعا كبيرا خلال الأسبوع الماضي بعد انخفاض الطلب من شركات المقاولات…",
    ]
    assert cleaned(page(below=tuple(openings))).paragraphs == list(SENTENCES)
    assert cleaned(page(below=(openings[0],))).paragraphs == [*SENTENCES, openings[0]]
