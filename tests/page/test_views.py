"""Each view shows what the records hold."""

import csv
import io
import re
from urllib.parse import quote

import pytest

from tests.page import newsroom
from tests.page.conftest import SETTLED

STORY = f"#/story/{quote('story:الفنار-1')}"
LAVROV = "#/entity/per:sergey-lavrov"
TALKS = "سيرغي لافروف يزور السعودية"
LATER = "لافروف في الرياض"


def texts(locator):
    return [text.strip() for text in locator.all_inner_texts()]


def test_now_says_what_rises_and_why(visit):
    """A trend shows its subject in Arabic, what was expected, and on a click the articles that made it."""
    page = visit()
    trend = page.locator(".rising-part .trend").filter(has_not_text="+")
    trend.get_by_role("button").click()
    trend.locator(".evidence .headline").first.wait_for()

    assert trend.locator(".subject .entity").inner_text() == "سيرغي لافروف"
    assert "3 قصص" in trend.inner_text()
    assert LATER in texts(trend.locator(".evidence .headline"))
    assert "صدى الخليج" in texts(trend.locator(".evidence .outlet"))


def test_now_says_what_falls_apart_from_what_rises(visit):
    """Neither list has what belongs to the other, and the entity's curve says which way it went."""
    page = visit()
    falling = page.locator(".falling-part .trend")
    falling.first.wait_for()
    rising = texts(page.locator(".rising-part .arrow + .subject"))
    egypt = visit("#/entity/loc:egypt")
    egypt.locator(".curve .mark title").first.wait_for(state="attached")

    assert texts(falling.locator(".subject .entity")) == ["مصر"]
    assert falling.locator(".arrow").get_attribute("aria-label") == "هابط"
    assert len(rising) == 2
    assert egypt.locator(".curve .mark title").first.text_content().startswith("هابط")


def test_now_names_both_of_a_pair(visit):
    """A pair, of which the record has ids alone, is shown by its names."""
    page = visit()
    pair = page.locator(".trend .pair .entity")
    pair.first.wait_for()

    assert sorted(texts(pair)) == ["السعودية", "سيرغي لافروف"]


def test_now_ranks_names_topics_and_countries(visit):
    """People, places, organisations, media topics and countries each have their list, with figures and small curves."""
    page = visit()
    lists = page.locator(".names")
    egypt = page.locator(".tile").filter(has_text="مصر")

    assert texts(lists.nth(0).locator(".entity")) == ["فيصل بن فرحان", "سيرغي لافروف"]
    assert texts(lists.nth(2).locator(".entity")) == ["البنك الدولي", "الأمم المتحدة"]
    assert lists.locator(".spark").count() == 7
    assert lists.nth(1).locator(".spark").first.get_attribute("aria-label") == "المجموع 26، الذروة 2"
    assert texts(page.locator(".topics-part .topic")) == ["اقتصاد", "دبلوماسية"]
    assert egypt.locator(".tile-count").inner_text() == "13"
    assert page.locator(".elsewhere").inner_text().split() == ["بلدان", "أخرى", "روسيا", "3"]


def test_now_shows_alerts_with_their_evidence(visit):
    """A rule that came true has its name, how grave it is, what was left unsaid before, and its article."""
    page = visit()
    alert = page.locator(".alert")
    alert.locator("summary").click()
    alert.locator(".headline").wait_for()

    assert "زيارات لافروف" in alert.inner_text()
    assert alert.locator(".severity").inner_text() == "تنبيه"
    assert "ومرتان قبله بلا إشعار" in alert.inner_text()
    assert alert.locator(".original").get_attribute("href") == "https://1.example/news"


def test_filters_stand_in_the_address(visit):
    """A filter that is chosen goes into the address; the address alone gives the same view."""
    page = visit()
    page.locator("select[name=outlet]").select_option(label="صدى الخليج")
    page.wait_for_function("() => location.hash.includes('outlet=')")
    page.wait_for_function("() => document.querySelectorAll('.names').length === 3")
    same = visit(page.evaluate("location.hash"))
    same.wait_for_function("() => document.querySelectorAll('select[name=country] option').length === 5")
    countries = same.locator("select[name=country] option").all_inner_texts()

    assert same.locator("select[name=outlet]").input_value() == "صدى-الخليج"
    assert sorted(countries) == sorted(["الكل", "مصر", "السعودية", "لبنان", "العراق"])
    assert "كل الوسائل والمواضيع" in same.locator(".topics-part").inner_text()
    assert "لكل الوسائل والمواضيع" in same.locator(".names").first.inner_text()
    assert same.locator(".rising-part .trend").count() == 2
    assert same.locator(".alert").count() == 0
    assert texts(same.locator(".names").first.locator(".entity")) == ["فيصل بن فرحان", "سيرغي لافروف"]
    assert same.locator(".tile", has_text="مصر").get_attribute("data-level") == "0"


def test_trends_are_those_of_the_outlet_that_is_chosen(visit):
    """With none of its articles in the evidence nothing rises."""
    page = visit(f"#/now?outlet={quote(newsroom.SILENT.id)}&window=all")
    page.locator(".rising-part .quiet").wait_for()

    assert page.locator(".rising-part .trend").count() == 0


def test_filters_that_hold_nothing_can_be_cleared(visit):
    """Where filters leave nothing, the view says so and a button takes them away."""
    page = visit("#/search?in=articles&q=غواصة")
    page.get_by_role("button", name="احذف المرشحات").click()
    page.locator(".long-row").first.wait_for()

    assert page.evaluate("location.hash") == "#/search?in=articles"


def test_an_entity_has_its_curve_company_quotes_and_originals(visit):
    """The view of a person: trends in the curve, who is named beside, what was said, and the way to each original."""
    page = visit(LAVROV)
    page.locator(".quote").first.wait_for()
    page.locator(".curve .mark").first.wait_for(state="attached")
    company = page.locator(".company .nodes a")
    original = page.locator(".wide .original").first

    assert page.locator("h1").inner_text() == "سيرغي لافروف"
    assert page.locator(".quote blockquote").first.inner_text() == "المباحثات كانت مفيدة"
    assert {link.get_attribute("href") for link in company.all()} == {
        f"#/entity/{quote(id_, safe='')}" for id_ in ("loc:russia", "loc:saudi-arabia", "per:faisal-bin-farhan")
    }
    assert original.get_attribute("href") == "https://3.example/news"
    assert set(original.get_attribute("rel").split()) >= {"noopener", "noreferrer"}
    assert page.locator(".bars .outlet").count() == 3
    assert texts(page.locator(".bars li", has=page.locator(".outlet")).locator(".bar-value")) == ["1", "1", "1"]
    assert texts(page.locator(".bars li", has=page.locator(".topic")).locator(".bar-value")) == ["3"]
    assert texts(page.locator(".narrow .article-item .headline")) == [TALKS]


def test_what_is_said_about_an_entity_is_a_click_away(visit):
    """What it said and what others say that names it are two lists."""
    page = visit("#/entity/loc:egypt")
    page.get_by_text("لا أقوال.").wait_for()
    page.get_by_role("button", name="قيل عنه").click()
    page.locator(".quote").first.wait_for()

    assert page.locator(".quote blockquote").first.inner_text() == "قرض جديد إلى مصر"
    assert page.locator(".quote .entity").first.inner_text() == "البنك الدولي"
    assert page.get_by_role("button", name="قيل عنه").get_attribute("aria-pressed") == "true"


def test_the_figures_of_a_curve_stand_in_a_table(visit):
    """Who cannot see the curve reads its figures."""
    page = visit(LAVROV)
    page.get_by_text("الأرقام في جدول").click()
    page.locator(".figures td").first.wait_for()

    assert texts(page.locator(".figures td")) == ["1", "1", "1"]


def test_a_story_shows_the_order_and_the_differences(visit):
    """Who was first, how much later the others came, and what the second left out and added."""
    page = visit(STORY)
    page.locator(".difference ins").first.wait_for()
    page.get_by_label("قارن بـ").select_option(index=1)
    page.get_by_text("النصان متطابقان").wait_for()
    same = page.locator(".difference ins").count()
    page.get_by_label("قارن بـ").select_option(index=0)
    page.locator(".difference ins").first.wait_for()

    assert texts(page.locator(".timeline .outlet")) == ["الفنار", "صدى الخليج", "مرآة بيروت"]
    assert texts(page.locator(".timeline .when")) == ["الأول", "بعد ساعة", "بعد 4 ساعات"]
    assert same == 0
    assert any("وصريحة" in text for text in texts(page.locator(".difference ins")))
    assert "فيصل بن فرحان" in texts(page.locator(".narrow .chips .entity"))
    assert texts(page.locator(".narrow .quote blockquote")) == ["المباحثات كانت مفيدة"]


def test_an_article_shows_its_text_with_names_marked(visit):
    """Each mention is a link to its entity and covers exactly the name."""
    page = visit(f"#/article/{quote('الفنار-1')}")
    marked = page.locator(".reading-text .mention.PER")

    assert texts(marked) == ["سيرغي لافروف", "سيرغي لافروف", "فيصل بن فرحان", "سيرغي لافروف"]
    assert page.locator(".reading-text p").count() == 3
    assert page.get_by_role("link", name="القصة كاملة").get_attribute("href") == STORY.replace(":", "%3A")


def test_an_article_shows_its_revisions(visit):
    """Each with its title; one that was never changed has none to show."""
    page = visit(f"#/article/{quote('الفنار-4')}")
    first = visit(f"#/article/{quote('الفنار-1')}")

    assert texts(page.locator(".card", has_text="المراجعات").locator("li .meta span").filter(has_text="المراجعة")) == [
        "المراجعة 1",
        "المراجعة 2",
    ]
    assert first.locator(".card", has_text="المراجعات").count() == 0


def test_search_in_stories(visit):
    """A tab of its own, in which each story leads to its view."""
    page = visit("#/search?in=entities")
    page.get_by_role("link", name="قصص").first.click()
    page.locator(".long-row .headline").first.wait_for()

    assert page.evaluate("location.hash") == "#/search?in=stories"
    assert texts(page.locator(".long-row .headline")) == [TALKS]


@pytest.mark.parametrize(
    ("address", "field", "value", "rows"),
    [
        ("#/search?in=articles", "genre", "opinion", 0),
        ("#/search?in=articles", "to", "2020-01-01", 0),
        ("#/search?in=articles", "from", "2099-01-01", 0),
        ("#/search?in=entities&window=all", "type", "ORG", 2),
        ("#/search?in=entities&window=all", "sort", "mentions", 7),
        ("#/search?in=stories", "window", "24h", 1),
    ],
)
def test_each_filter_of_search_narrows_its_list(visit, address, field, value, rows):
    """What is chosen stands in the address, and the list has what it lets through."""
    page = visit(address)
    page.locator(f"main [name={field}]").wait_for()
    control = page.locator(f"main [name={field}]")
    if field in {"from", "to"}:
        control.fill(value)
    else:
        control.select_option(value)
    page.wait_for_function("(wanted) => location.hash.includes(wanted)", arg=f"{field}={value}")
    page.wait_for_function(SETTLED)
    page.locator(".long-row, .state").first.wait_for()

    assert page.locator(f"main [name={field}]").input_value() == value
    assert page.locator(".long-row").count() == rows


@pytest.mark.parametrize("asked", ["لافروف", "Lavrov"])
def test_search_finds_names_in_both_scripts(visit, asked):
    """A name in Arabic or English leads to its entity."""
    page = visit("#/search")
    page.locator("main input[name=q]").fill(asked)
    page.locator("main input[name=q]").press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.long-row').length === 1")
    fields = page.locator("main select").evaluate_all("(all) => all.map((one) => one.name)")
    page.locator(".long-row a").click()
    page.locator("h1", has_text="سيرغي لافروف").wait_for()

    assert fields == ["type"]
    assert page.evaluate("location.hash") == "#/entity/per%3Asergey-lavrov"


def test_search_in_articles_by_words_and_outlet(visit):
    """Words and filters hold together, and the list can be downloaded."""
    page = visit(f"#/search?in=articles&q=القرض&outlet={quote('صدى-الخليج')}")
    page.locator(".long-row").first.wait_for()
    export = page.get_by_role("link", name="CSV").get_attribute("href")

    shown = texts(page.locator(".long-row .headline"))
    rows = list(csv.DictReader(io.StringIO(page.request.get(export).text().removeprefix("\ufeff"))))

    assert shown == ["البنك الدولي يقرض مصر"]
    assert [row["title"] for row in rows] == ["البنك الدولي يقرض مصر"]


def test_views_are_saved_in_the_browser(visit):
    """A saved view is still there after the page was loaded anew, leads to its address, and can be deleted."""
    page = visit("#/search?in=articles&q=القرض")
    page.locator(".menu summary").click()
    page.get_by_label("اسم العرض").fill("قروض")
    page.get_by_role("button", name="احفظ").click()
    page.goto(page.url.split("#")[0] + "#/pipeline")
    page.reload()
    page.goto(page.url.split("#")[0] + "#/now")
    page.locator(".menu summary").click()
    page.get_by_role("link", name="قروض").click()
    page.wait_for_function("() => location.hash.startsWith('#/search')")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="احذف العرض «قروض»").click()

    assert page.locator(".saved-list a").count() == 0


def test_the_pipeline_says_what_was_rejected_and_who_is_silent(visit):
    """Rejections by reason with samples, the outlet that stopped, and how much the store holds."""
    page = visit("#/pipeline")
    page.locator(".reason", has_text="not_arabic").locator("summary").click()
    page.locator(".samples li").first.wait_for()
    silent = page.locator(".card", has_text="وسائل صمتت")

    assert texts(page.locator(".reason .bar-value")) == ["2", "1"]
    assert sorted(text.split("\n")[0] for text in texts(page.locator(".samples li"))) == ["English (en)", "French (fr)"]
    assert texts(silent.locator(".outlet")) == ["منبر الرافدين"]
    assert re.search(r"مقالات\s+\d+", page.locator(".facts").inner_text())


def test_the_pipeline_says_how_far_each_stage_is_behind(visit, dashboard):
    """Records by stage, a word for the whole, and how much comes in and is rejected by minute."""
    dashboard.fall_behind("pages", 1_234)
    page = visit("#/pipeline")
    row = page.locator("tbody tr").filter(has_text="1,234")
    while row.count() == 0:  # an answer from before may be given once more
        page.reload()
        page.locator("tbody tr").first.wait_for()
    rows = [text.split("\t") for text in texts(page.locator("tbody tr").filter(has_text="pages"))]
    state = page.locator(".live-state").first.inner_text()
    dashboard.fall_behind("pages", 0)

    assert ["clean", "pages", "1,234"] in [[cell.strip() for cell in row] for row in rows]
    assert state == "متأخر"
    assert texts(page.locator(".ranked.single .who")) == ["مقالات في الدقيقة", "مرفوضات في الدقيقة"]


def test_what_is_not_there_is_said(visit):
    """An address of something that the store does not hold says so, and offers to try again."""
    page = visit("#/entity/per:nobody", expected="404")

    assert "لا وجود لهذا في المخزن" in page.locator(".state.failed").inner_text()
    assert page.get_by_role("button", name="أعد المحاولة").is_visible()
