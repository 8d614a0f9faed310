"""Everybody can use the page: by keyboard, on a phone, in both languages, in both themes, with 10,000 entities."""

import re
from urllib.parse import quote

from streams.records.codec import encode
from tests.page import newsroom

MANY = 10_000
STALL_MS = 200.0
"""Of one task of the page; what is longer a reader feels (Interaction to Next Paint is good up to 200 ms)."""
TRIES = 4
"""Of which the best counts: a busy machine holds everything up."""
STORY = f"#/story/{quote('story:الفنار-1')}"
VIEWS = {
    "now": "#/now",
    "entity": "#/entity/per:sergey-lavrov",
    "story": STORY,
    "article": f"#/article/{quote('الفنار-1')}",
    "search": "#/search?in=articles",
    "pipeline": "#/pipeline",
}
KEY = re.compile(r"\b[a-z]+_[a-z_]+\b|undefined|NaN|\[object|\{\d\}")
"""What a text without its words would look like."""
NAMES = frozenset({"not_arabic", "no_text", "tag_entities", "tag_topics"})
"""Codes that are shown as they are."""


MAX_TABS = 120
NAMELESS = """
() => [...document.querySelectorAll("button, a[href], input, select, summary, svg[role], [role=img]")]
  .filter((one) => !(one.ariaLabel || one.textContent.trim() || one.labels?.length))
  .map((one) => one.outerHTML)
"""
"""What a reader of the screen could not call by a name."""
NARROW = """
() => [...document.querySelectorAll(".card")]
  .filter((one) => one.offsetParent && one.offsetWidth < 0.8 * document.documentElement.clientWidth)
  .map((one) => one.textContent.slice(0, 40))
"""
"""Parts that do not take a phone's width."""
SMALL = """
() => [...document.querySelectorAll("button, select, input")]
  .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 24)
  .map((one) => one.outerHTML)
"""
"""What is pressed and has fewer than the 24 pixels that WCAG 2.2 asks for."""


def said(page):
    """Return all that a page says and calls things."""
    named = page.evaluate("() => [...document.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel).join(' ')")
    return f"{page.locator('body').inner_text()} {named}"


def test_each_view_can_be_read_and_heard(visit, turn):
    """Landmarks and one heading are there, every control and every picture has a name, and no word is missing."""
    page = visit("#/search?in=stories")
    found = {}
    for name, address in VIEWS.items():
        turn(page, address)
        ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
        found[name] = {
            "without a name": page.evaluate(NAMELESS),
            "landmarks": [page.locator(f"body > {mark}").count() for mark in ("header", "main", "footer")],
            "headings": page.locator("h1").count(),
            "ids twice": len(ids) - len(set(ids)),
            "without words": set(KEY.findall(said(page))) - NAMES,
            "direction": page.locator("html").get_attribute("dir"),
        }
    good = {
        "without a name": [],
        "landmarks": [1, 1, 1],
        "headings": 1,
        "ids twice": 0,
        "without words": set(),
        "direction": "rtl",
    }

    assert found == dict.fromkeys(VIEWS, good)


def test_each_view_fits_a_phone_in_english(visit, turn):
    """At 360 pixels nothing has to be moved sideways, what is pressed is large enough, and no word is missing."""
    page = visit("#/search?in=stories", width=360, language="en", theme="dark")
    found = {}
    for name, address in VIEWS.items():
        turn(page, address)
        found[name] = {
            "too wide": page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            ),
            "too small": page.evaluate(SMALL),
            "too narrow": page.evaluate(NARROW),
            "without words": set(KEY.findall(said(page))) - NAMES,
            "direction": page.locator("html").get_attribute("dir"),
        }
    good = {"too wide": 0, "too small": [], "too narrow": [], "without words": set(), "direction": "ltr"}

    assert found == dict.fromkeys(VIEWS, good)
    assert page.locator("nav a").first.inner_text() == "Now"


def test_the_language_switch_is_remembered(visit):
    """A click turns the page round, and the next visit begins so."""
    page = visit()
    page.get_by_role("button", name="English").click()
    page.locator("nav a", has_text="Now").wait_for()
    page.reload()
    page.locator("nav a", has_text="Now").wait_for()

    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.evaluate("() => document.activeElement.tagName") == "BODY"


def test_the_theme_follows_the_reader(visit):
    """Dark where the reader's system is dark, until a click changes it."""
    page = visit("#/pipeline", theme="dark")
    dark = page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    page.locator("#theme").click()
    light = page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")

    assert (dark, light) == ("rgb(17, 22, 28)", "rgb(246, 245, 241)")


def test_the_keyboard_alone_leads_from_search_to_an_entity(visit):
    """Ctrl and K, a name, Enter, Tab to the row, Enter: and the focus stands in the new view."""
    page = visit()
    page.keyboard.press("Tab")
    skip = page.evaluate("() => document.activeElement.id")
    page.keyboard.press("Enter")
    content = page.evaluate("() => document.activeElement.id")
    page.keyboard.press("Control+k")
    page.keyboard.type("فيصل")
    page.keyboard.press("Enter")
    page.locator(".long-row a").first.wait_for()
    tab_to(page, ".long-row")
    page.keyboard.press("Enter")
    page.locator("h1", has_text="فيصل بن فرحان").wait_for()

    assert (skip, content) == ("skip", "content")
    assert page.evaluate("() => document.activeElement.id") == "content"
    assert page.title().startswith("فيصل بن فرحان")


def tab_to(page, selector):
    """Press Tab until the focus stands in what a selector names."""
    for _ in range(MAX_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.closest(selector) !== null", selector):
            return
    raise AssertionError(f"no way by Tab to {selector}")


def test_arrow_keys_move_in_a_list(visit):
    """Down, up, a page and to both ends; where the focus stands is always in sight."""
    page = visit("#/search?in=articles")
    page.locator(".long-row a").first.wait_for()
    tab_to(page, ".long-row")
    stood = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "Home", "PageDown"):
        page.keyboard.press(key)
        stood.append(page.evaluate("() => Number(document.activeElement.closest('.long-row').ariaPosInSet)"))

    assert stood[:5] == [2, 3, 2, 29, 1]
    assert stood[5] > 1


def test_arrow_keys_read_a_curve(visit):
    """Each press says one figure with its time."""
    page = visit("#/entity/per:sergey-lavrov")
    tab_to(page, ".curve")
    said_by_keys = []
    for key in ("End", "ArrowLeft", "ArrowLeft", "Home"):
        page.keyboard.press(key)
        said_by_keys.append(page.locator(".reading").inner_text())

    assert len(set(said_by_keys)) == 4
    assert [text.rpartition("·")[2].strip() for text in said_by_keys] == ["0", "0", "1", "0"]


def test_switches_filters_and_saved_views_by_keyboard(visit):
    """Every one is reached by Tab and answers to Enter, letters and Escape."""
    page = visit("#/search?in=articles")
    tab_to(page, "select[name=genre]")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => location.hash.includes('genre=news')")
    page.locator(".long-row a").first.wait_for()
    tab_to(page, ".menu summary")
    page.keyboard.press("Enter")
    tab_to(page, ".save-form input")
    page.keyboard.type("أخبار")
    page.keyboard.press("Enter")
    saved = page.locator(".saved-list a").all_inner_texts()
    page.keyboard.press("Escape")
    closed = page.evaluate("() => [document.querySelector('.menu').open, document.activeElement.tagName]")
    page.keyboard.press("Enter")
    tab_to(page, ".saved-list a")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash.includes('genre=news')")
    entity = visit("#/entity/per:faisal-bin-farhan")
    tab_to(entity, ".switch [aria-pressed=false]")
    pressed = entity.evaluate("() => document.activeElement.textContent")
    entity.keyboard.press("Enter")

    assert saved == ["أخبار"]
    assert closed == [False, "SUMMARY"]
    assert entity.get_by_role("button", name=pressed, exact=True).get_attribute("aria-pressed") == "true"


def test_evidence_opens_by_keyboard(visit):
    """The button says what it is about and whether it is open."""
    page = visit()
    button = page.get_by_role("button", name=re.compile("لماذا.*سيرغي لافروف")).first
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".evidence .headline").first.wait_for()
    opened = button.get_attribute("aria-expanded")
    page.keyboard.press("Enter")

    assert (opened, button.get_attribute("aria-expanded")) == ("true", "false")


def scroll_to_the_end(page):
    """Reach the last row of a list, and return how many rows stood in the document and the longest task in ms."""
    page.evaluate(
        "() => { window.stalls = [];"
        "new PerformanceObserver((list) => window.stalls.push(...list.getEntries().map((one) => one.duration)))"
        ".observe({ type: 'longtask' }); }"
    )
    rows = []
    while "المزيد" in page.locator(".count").inner_text():
        before = page.locator(".count").inner_text()
        page.evaluate(
            "() => { const list = document.querySelector('.long-list'); list.scrollTop = list.scrollHeight; }"
        )
        page.wait_for_function("(before) => document.querySelector('.count').textContent !== before", arg=before)
        rows.append(page.locator(".long-row").count())
    page.locator(".long-list").focus()
    page.keyboard.press("End")
    page.wait_for_function("() => document.activeElement.closest('.long-row') !== null")
    return max(rows), max(page.evaluate("() => window.stalls"), default=0)


def test_ten_thousand_entities_without_a_stall(visit, dashboard):
    """All of them can be reached, only the rows in sight stand in the document, and no task holds the reader up."""
    records = newsroom.many_counts(MANY)
    dashboard.tell("entity-counts", [(newsroom.key_of(record), encode(record)) for record in records])
    stalls: list[float] = []
    while min(stalls, default=STALL_MS) >= STALL_MS and len(stalls) < TRIES:
        page = visit("#/search?in=entities&window=all")
        rows, longest = scroll_to_the_end(page)
        stalls.append(longest)
    last = page.evaluate("() => document.activeElement.closest('.long-row').ariaPosInSet")

    assert int(last) >= MANY
    assert rows < 60
    assert min(stalls) < STALL_MS
