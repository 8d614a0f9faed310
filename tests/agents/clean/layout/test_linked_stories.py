"""Pass `linked_stories`: stories that related links name."""

from tests.agents.clean.pages import SENTENCES, TICKER, TITLE, cleaned, explained, page


def test_paragraphs_of_the_story_that_a_link_names_are_not_the_articles() -> None:
    """Whole paragraphs below a related title are taken out with it."""
    other = (
        "إقرأ أيضاً",
        "فوز المنتخب الوطني ببطولة الشطرنج المدرسية",
        "أحرز المنتخب الوطني لقب بطولة الشطرنج المدرسية بعد جولة حاسمة أمام المنتخب المضيف في قاعة المدينة.",
        "وتسلم لاعبو المنتخب الكأس من رئيس اتحاد الشطرنج وسط احتفال المدرسين وزملائهم من التلاميذ.",
    )
    assert cleaned(page(below=other)).paragraphs == list(SENTENCES)


def test_the_articles_own_paragraphs_behind_a_link_stay() -> None:
    """They speak of what the article speaks of."""
    text = "\n".join([TITLE, *SENTENCES[:2], "اقرأ أيضا", TICKER[0], *SENTENCES[2:]])
    assert cleaned(text).paragraphs == list(SENTENCES)


def test_the_pass_says_what_it_cut_off() -> None:
    """Below the label all is another story's."""
    story = "أحرز المنتخب الوطني لقب بطولة الشطرنج المدرسية بعد جولة حاسمة أمام المنتخب المضيف في قاعة المدينة."
    more = "وتسلم لاعبو المنتخب الكأس من رئيس اتحاد الشطرنج وسط احتفال المدرسين وزملائهم من التلاميذ."
    lines = explained(page(below=("اقرأ أيضا", "فوز المنتخب الوطني ببطولة الشطرنج المدرسية", story, more)))
    assert lines[story][1:] == ("chrome", "related", "linked_stories")


def test_a_report_with_a_dateline_below_a_link_is_another_though_it_speaks_of_the_same() -> None:
    """An outlet's newest reports are often of the article's subject."""
    title = "هيئة الموانئ تعلن موعد وصول سفن الحاويات إلى الرصيف"
    report = f"شراع الجنوب - صلالة {SENTENCES[0]}"
    article = cleaned(page(below=("أهم الأخبار", title, report)), source="شراع الجنوب")
    assert article.paragraphs == list(SENTENCES)
