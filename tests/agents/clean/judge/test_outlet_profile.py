"""Profiles: what an outlet repeats is learned, bounded, and forgotten."""

import random

from agents.clean.judge.outlet_profile import (
    LINES,
    WINDOW,
    ZONES,
    Profile,
    keys_of_line,
    learn,
    share_of_pages,
    zone_shown,
)
from agents.clean.read.line_words import fold_lines
from streams.records.codec import Codec, encode
from tests.agents.clean.pages import SENTENCES, cleaned, page


def keys_of(line: str) -> tuple[str, ...]:
    """Return the keys of a line."""
    folded, words, _ = fold_lines([line])
    return keys_of_line(line, folded[0], words[0]).own


OWN = "خدمات الميناء والشحن لقراء الشراع"
"""A line that no lexicon knows, that could be a heading, and that an outlet shows on every page."""


def story(number: int) -> tuple[str, list[str]]:
    """Make an article that no other article is like."""
    rng = random.Random(number)
    letters = "ابتجحدرسصطعفقكلمنهوي"
    word = lambda: "".join(rng.choices(letters, k=rng.randint(3, 8)))  # noqa: E731 - shorter than a function
    return " ".join(word() for _ in range(8)), [" ".join(word() for _ in range(30)) + "." for _ in range(4)]


def after(pages: int, line: str = OWN) -> Profile | None:
    """Learn from pages that show a line below the second paragraph."""
    profile: Profile | None = None
    for number in range(pages):
        title, body = story(number)
        text = "\n".join([title, *body[:2], line, *body[2:]])
        profile = learn(profile, cleaned(text, profile, source="شراع الجنوب"))
    return profile


def test_what_an_outlet_repeats_is_its_own() -> None:
    """A line that looks like a heading is taken for one at first, and for chrome once it has come often."""
    text = page(between=(OWN,))
    assert cleaned(text, source="شراع الجنوب").headings == [OWN]
    known = cleaned(text, after(30), source="شراع الجنوب")
    assert (known.headings, [(line.text, line.reason) for line in known.chrome]) == ([], [(OWN, "recurring")])


def test_an_outlet_is_not_judged_by_two_pages() -> None:
    """Two copies of a story share a heading; that makes it no chrome."""
    assert cleaned(page(between=(OWN,)), after(2), source="شراع الجنوب").headings == [OWN]


def test_numbers_in_a_line_do_not_make_it_another() -> None:
    """Counters and dates change from page to page."""
    assert keys_of("القراءات 120") == keys_of("القراءات ٧")


def test_a_long_line_is_known_by_its_ends() -> None:
    """A disclaimer that names another source on every page is one line nevertheless."""
    one = "هذا النص مأخوذ كما هو من صحيفة الساحل ولا يسأل عنه إلا ناشره"
    other = "هذا النص مأخوذ كما هو من وكالة أخرى بعيدة ولا يسأل عنه إلا ناشره"
    assert set(keys_of(one)) & set(keys_of(other))


def test_a_profile_is_bounded() -> None:
    """After hundreds of pages it is no larger than a record should be."""
    profile = after(2 * WINDOW)
    assert profile is not None
    assert len(profile.lines) <= LINES
    assert len(encode(profile)) < 16_000


def test_what_an_outlet_gives_up_is_forgotten() -> None:
    """A line that stands no more counts for less and less."""
    profile = after(40)
    old = share_of_pages(profile, keys_of(OWN))
    for number in range(1000, 1000 + 3 * WINDOW):
        title, body = story(number)
        profile = learn(profile, cleaned("\n".join([title, *body]), profile, source="شراع الجنوب"))
    assert old == 1.0
    assert share_of_pages(profile, keys_of(OWN)) == 0.0


def test_a_profile_survives_its_topic() -> None:
    """What is read back is what was written."""
    profile = after(5)
    assert profile is not None
    assert Codec(Profile).decode(encode(profile)) == profile


def test_learning_is_a_function() -> None:
    """The old profile stays as it was, and the same page gives the same bytes."""
    profile = after(5)
    assert profile is not None
    article = cleaned("\n".join([story(7)[0], *SENTENCES]), profile, source="شراع الجنوب")
    before = encode(profile)
    assert encode(learn(profile, article)) == encode(learn(profile, article))
    assert encode(profile) == before


def test_a_page_that_comes_again_teaches_nothing() -> None:
    """An article that is crawled every hour is not taken for what the outlet repeats."""
    title, body = story(1)
    text = "\n".join([title, *body])
    profile: Profile | None = None
    for _ in range(40):
        profile = learn(profile, cleaned(text, profile, source="شراع الجنوب"))
    assert cleaned(text, profile, source="شراع الجنوب").paragraphs == body


def test_a_page_that_is_fetched_again_teaches_nothing() -> None:
    """Else an article that a crawler fetches every hour would come to be its outlet's chrome."""
    profile = after(5)
    text = page()
    for _ in range(40):
        profile = learn(profile, cleaned(text, profile, source="شراع الجنوب"))
    assert cleaned(text, profile, source="شراع الجنوب").paragraphs == list(SENTENCES)


def test_a_paragraph_that_many_reports_share_is_no_chrome() -> None:
    """What went before stands in every third report on an affair."""
    profile: Profile | None = None
    for number in range(60):
        title, body = story(number)
        shared = [SENTENCES[3]] if number % 3 == 0 else []
        profile = learn(profile, cleaned("\n".join([title, *body, *shared]), profile, source="شراع الجنوب"))
    assert cleaned(page(), profile, source="شراع الجنوب").paragraphs == list(SENTENCES)


def test_the_zone_that_pages_show_is_learned() -> None:
    """The one that most show; of equals the one shown last. UTC, which machines write, is none."""
    profile: Profile | None = None
    for number, zone in enumerate(["GMT+2", "GMT+3", "GMT+3", "GMT", "GMT+4", "GMT+5", "GMT+6"]):
        title, body = story(number)
        profile = learn(profile, cleaned("\n".join([title, f"9 يناير 2026 10:30 {zone}", *body]), profile))
    assert zone_shown(profile) == "+03:00"
    assert profile is not None
    assert len(profile.zones) == ZONES
