"""What stands in a page's text stays text."""

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import msgspec
import pytest

from agents.serve.web.gate import Rules
from streams.records.articles import Source
from streams.records.codec import encode
from streams.records.entities import Entity, Mention
from streams.records.tagged import Quote
from tests.page import newsroom
from tests.page.dashboard import Dashboard

SCRIPT = "<script>alert(1)</script>"
IMAGE = '<img src=x onerror="alert(2)">'
BREAKING_OUT = "\"'><svg onload=alert(3)>"
ENTITY = f"per:ar:{BREAKING_OUT}"
SOURCE = Source(id=BREAKING_OUT, name=IMAGE, country=None)
NUMBER = 7_000
KEY_WORD = "a word of this test's own"
ARTICLE = f"{SOURCE.id}-{NUMBER}"
VIEWS = (
    "#/now",
    "#/search?in=articles&q=alert",
    "#/search?in=entities&window=all&q=alert",
    "#/pipeline",
    f"#/article/{quote(ARTICLE, safe='')}",
    f"#/entity/{quote(ENTITY, safe='')}",
    f"#/story/{quote('story:' + ARTICLE, safe='')}",
    f"#/search?in=articles&topic={quote(IMAGE)}&outlet={quote(BREAKING_OUT)}&genre={quote(SCRIPT)}",
)


@pytest.fixture(scope="module")
def hostile(dashboard):
    """Publish an article that is markup wherever it can be."""
    text = newsroom.TALKS._replace(title=SCRIPT, body=f"{IMAGE}\n{BREAKING_OUT} {SCRIPT}", quote=None)
    whole = f"{text.title}\n{text.body}"
    name = Mention(start=whole.index(BREAKING_OUT), end=whole.index(BREAKING_OUT) + len(BREAKING_OUT), surface="")
    entity = Entity(
        id=ENTITY, name_ar=IMAGE, name_en=SCRIPT, type="PER", known=False, count=1, salience=1.0, mentions=[name]
    )
    quoted = Quote(text=IMAGE, start=len(SCRIPT) + 1, end=len(SCRIPT) + 1 + len(IMAGE), speaker=ENTITY, direct=True)
    topic = msgspec.structs.replace(newsroom.TOPICS["diplomacy"], id=IMAGE, name_ar=SCRIPT)
    article = newsroom.article(
        NUMBER,
        text,
        SOURCE,
        datetime.now(UTC),
        0.1,
        url="javascript:alert(4)",
        entities=[entity],
        quotes=[quoted],
        media_topics=[topic],
    )
    rejected = msgspec.structs.replace(newsroom.rejections(datetime.now(UTC))[0], id=SCRIPT, detail=IMAGE)
    found = {
        "enriched": [article],
        "entity-counts": newsroom.counts([article]),
        "stories": newsroom.stories([article, article, article]),
        "trends": newsroom.trends([article]),
        "alerts": [msgspec.structs.replace(newsroom.alerts([article])[0], name=IMAGE, rule=SCRIPT)],
        "rejected": [rejected],
    }
    for topic_name, records in found.items():
        dashboard.tell(topic_name, [(newsroom.key_of(record), encode(record)) for record in records])


MADE = (
    "() => document.querySelectorAll('main img, main script, main [onload], main [onerror], [href^=javascript]').length"
)
"""How many elements a text has become."""
SHOWN = "() => document.querySelector('main').innerText.includes('alert(')"
"""Whether a view shows the text; one that never does fails by waiting for it."""


@pytest.mark.usefixtures("hostile")
def test_markup_is_shown_and_never_run(visit, turn):
    """No view makes an element of it: no dialog opens, no image is asked for, no link runs a script."""
    page = visit("#/search?in=stories")
    made = {}
    for view in VIEWS:
        turn(page, view)
        for opener in page.locator(".why, .reason summary, .alert summary").all():
            opener.click()
        page.wait_for_function("() => !document.querySelector('[aria-busy=true], .state.loading')")
        page.wait_for_function(SHOWN)
        made[view] = page.evaluate(MADE)

    assert made == dict.fromkeys(VIEWS, 0)


@pytest.mark.usefixtures("hostile")
def test_the_title_is_shown_as_it_is(visit):
    """An article titled as a script is called just that, in the text and on the tab."""
    page = visit(VIEWS[4])

    assert page.locator("h1").inner_text() == SCRIPT
    assert page.title().startswith(SCRIPT)
    assert page.locator(".original").count() == 0


def test_the_policy_holds(visit, dashboard):
    """The page is served with a policy that allows no inline script or style, and the page itself forbids more."""
    page = visit("#/pipeline", expected="TrustedHTML")
    policy = page.request.get(dashboard.address).headers["content-security-policy"]
    refused = page.evaluate(
        "() => { try { document.createElement('p').innerHTML = '<b>x</b>'; return false; } catch { return true; } }"
    )

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert refused


def test_a_token_opens_the_dashboard(visit, tmp_path):
    """Without it the page asks for it, a wrong one opens nothing, and the right one opens the live stream too."""
    guarded = Dashboard(tmp_path, Rules(token=KEY_WORD))
    for topic, values in newsroom.values(datetime.now(UTC) - timedelta(days=100)).items():
        guarded.tell(topic, values)
    guarded.start()
    try:
        page = visit(f"{guarded.address}#/now", expected="401")
        page.get_by_label("المفتاح").first.fill("guess")
        page.get_by_role("button", name="ادخل").first.click()
        page.get_by_text("لم يُقبل المفتاح").first.wait_for()
        shut = page.locator(".entity").count()
        page.get_by_label("المفتاح").first.fill(KEY_WORD)
        page.get_by_role("button", name="ادخل").first.click()
        page.locator(".names .entity").first.wait_for()
        page.locator(".live-state.on").wait_for()
        # All that this store holds is old; the page then shows all of it.
        page.wait_for_function("() => location.hash === '#/now?window=all'")
        page.close()
    finally:
        guarded.stop()

    assert shut == 0
