"""Whether a rule that comes true says something."""

from agents.alert.ledger import MAX_ENTRIES, MAX_KNOWN
from agents.alert.match import MAX_TITLE_CHARACTERS, MAX_URL_BYTES
from agents.alert.rules import Rule, Silence
from streams.records.alerts import AlertArticle, Entry, QuietHours, RuleState, Threshold
from streams.records.articles import Source
from streams.records.codec import encode
from streams.settings import LEAST_REQUEST_BYTES, MOST_ID_BYTES
from tests.agents.alert.articles import STORIES, article, said

EACH = {"id": "r", "outlets": ["x.example"]}
OTHER = Source(id="y.example", name="Y")


def test_each_article_once():
    """A later revision of an article says nothing again."""
    alerts = said(Rule(**EACH), [article(1), article(2), article(1, 13)])
    assert [alert.id for alert in alerts] == ["r:a1", "r:a2"]


def test_a_threshold_counts_stories_in_its_window():
    """Copies of a text count once, articles before the window no more; it is said once a window."""
    rule = Rule(**EACH, threshold=Threshold(count=3, hours=2))
    articles = [article(0, 8), article(1, 12), article(2, 12.5), article(6, 12.6), article(3, 13), article(4, 13.5)]
    alerts = said(rule, articles)
    assert [(alert.id, alert.evidence.count) for alert in alerts] == [("r:3@2026-03-01T13:00:00Z", 3)]


def test_a_threshold_of_articles_and_of_outlets():
    """What is counted is what the rule says."""
    same = [article(number, fingerprint=STORIES[0]) for number in range(3)]
    by_articles = said(Rule(**EACH, threshold=Threshold(count=3, hours=2, of="articles")), same)
    by_outlets = said(Rule(**EACH, threshold=Threshold(count=2, hours=2, of="outlets")), same)
    assert (len(by_articles), len(by_outlets)) == (1, 0)


def test_a_threshold_begins_anew_after_its_window():
    """When the window has passed, it can be reached again."""
    rule = Rule(**EACH, threshold=Threshold(count=2, hours=1, of="articles"))
    alerts = said(rule, [article(0, 8), article(1, 8.2), article(2, 8.4), article(3, 11), article(4, 11.1)])
    assert [alert.evidence.count for alert in alerts] == [2, 2]


def test_articles_without_an_hour_reach_no_threshold():
    """A day alone is in no window of hours."""
    rule = Rule(**EACH, threshold=Threshold(count=1, hours=1))
    assert said(rule, [article(published_precision="day")]) == []


def test_quiet_minutes_and_so_many_a_day():
    """What is not said is counted, and told with the next alert."""
    quiet = said(Rule(**EACH, quiet_minutes=60), [article(0, 8), article(1, 8.5), article(2, 9.5)])
    daily = said(Rule(**EACH, per_day=1), [article(0, 8), article(1, 9), article(2, 26), article(3, 27)])
    assert [(alert.id, alert.suppressed) for alert in quiet] == [("r:a0", 0), ("r:a2", 1)]
    assert [(alert.id, alert.suppressed) for alert in daily] == [("r:a0", 0), ("r:a2", 1)]


def test_quiet_hours_over_midnight():
    """Quiet hours are of the clock that the rule names."""
    hours = QuietHours(from_="23:00", to="06:00", timezone="Asia/Riyadh")  # 20:00 to 03:00 UTC
    alerts = said(Rule(**EACH, quiet_hours=hours), [article(0, 19), article(1, 21), article(2, 25), article(3, 28)])
    assert [alert.id for alert in alerts] == ["r:a0", "r:a3"]


def test_an_outlet_that_is_silent():
    """A silence is said once, by the time of others' pages, and again after the outlet was heard."""
    rule = Rule(id="r", outlets=["x.example"], silent=Silence(hours=2))
    others = [article(n, hour, source=OTHER) for n, hour in enumerate((9, 10, 10.5, 11, 14), 1)]
    alerts = said(rule, [article(0, 8), *others, article(9, 14.5), article(10, 17, source=OTHER)])
    assert [alert.evidence.silence.hours for alert in alerts if alert.evidence.silence] == [2.0, 2.5]


def test_a_partition_that_is_behind_makes_nobody_silent():
    """The clock of a silence is that of the partition which is furthest behind."""
    rule = Rule(id="r", outlets=["x.example"], silent=Silence(hours=2))
    articles = [article(0, 8, source=OTHER), article(1, 9.9, source=OTHER), article(2, 8.5), article(3, 10.4)]
    assert said(rule, articles, partitions=[0, 1, 0, 0]) == []


def test_what_is_remembered_of_a_rule_can_be_published():
    """With as many articles as a threshold remembers, each with the longest id, title and address."""
    longest = "ع" * (MOST_ID_BYTES // 2)
    shown = AlertArticle(
        id=longest,
        title="ع" * MAX_TITLE_CHARACTERS,
        source="س" * 253,
        url="u" * MAX_URL_BYTES,
        published_at="2026-02-01T10:00:00Z",
        matched=["loc:egypt"],
    )
    entry = Entry(moment=1_769_940_000.123, fingerprint=STORIES[0], article=shown)
    state = RuleState(known=[longest] * MAX_KNOWN, entries=[entry] * MAX_ENTRIES)
    assert LEAST_REQUEST_BYTES / 4 < len(encode(state)) < LEAST_REQUEST_BYTES


def test_an_endless_address_is_left_out_of_an_alert():
    """The rule's row would keep it for each article; one that fits stands there."""
    long, short = f"https://x.example/{'a' * MAX_URL_BYTES}", "https://x.example/a"
    alerts = said(Rule(**EACH), [article(1, url=long), article(2, url=short)])
    assert [alert.evidence.articles[0].url for alert in alerts] == [None, short]
