"""Bytes to raw pages: what is refused, with which code, and what is repaired."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.clean.read.raw_page import decode_page
from streams.records.pages import RawPage
from streams.rejection import Reason, Reject
from streams.settings import Settings

SETTINGS = Settings(max_page_bytes=10_000)


def decoded(**fields: Any) -> RawPage:
    """Decode a page that an encoder made of these fields."""
    return decode_page(json.dumps(fields).encode(), SETTINGS)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, Reason.NOT_AN_OBJECT),
        (b"", Reason.NOT_AN_OBJECT),
        (b"null", Reason.NOT_AN_OBJECT),
        (b'["text"]', Reason.NOT_AN_OBJECT),
        (b'"text"', Reason.NOT_AN_OBJECT),
        (b"{", Reason.NOT_JSON),
        (b'{"text": "a"} {"text": "b"}', Reason.NOT_JSON),
        (b'{"text": "a", "score": NaN}', Reason.NOT_JSON),
        (b'{"text": "a", "score": Infinity}', Reason.NOT_JSON),
        (b'{"text": "a", "score": 1e999}', Reason.NOT_JSON),
        (b'{"text": "\xc7\xe1"}', Reason.NOT_UTF8),
        ('{"text": "a"}'.encode("utf-16"), Reason.NOT_UTF8),
        (b'{"text": 5}', Reason.WRONG_TYPE),
        (b'{"text": ["a", 5]}', Reason.WRONG_TYPE),
        (b'{"text": "a", "title": ["a", "b"]}', Reason.WRONG_TYPE),
        (b'{"text": "a", "title": {}}', Reason.WRONG_TYPE),
        (b'{"text": "a", "url": true}', Reason.WRONG_TYPE),
        (b'{"text": "a", "id": 1.5}', Reason.WRONG_TYPE),
        (b'{"text": "a", "id": true}', Reason.WRONG_TYPE),
        (b"{}", Reason.NO_TEXT),
        (b'{"text": ""}', Reason.NO_TEXT),
        (b'{"text": " \\n\\t\\u00a0"}', Reason.NO_TEXT),
        (b'{"text": null, "html": null}', Reason.NO_TEXT),
        (b'{"text": "\\u0000\\u0007"}', Reason.NO_TEXT),
        (b'{"text": "a", "id": ""}', Reason.BAD_ID),
        (b'{"text": "a", "id": " "}', Reason.BAD_ID),
        (b'{"text": "a", "id": "a\\nb"}', Reason.BAD_ID),
        (b'{"text": "a", "id": "a\\u202eb"}', Reason.BAD_ID),
        (b'{"text": "a", "id": "a\\u200bb"}', Reason.BAD_ID),
        (b'{"text": "a", "id": "' + b"x" * 513 + b'"}', Reason.BAD_ID),
        (b'{"text": "a", "extra": ' + b"[" * 200 + b"]" * 200 + b"}", Reason.TOO_DEEP),
        (b"[" * 5000, Reason.TOO_DEEP),
        (b'{"text": "' + b"a" * 10_000 + b'"}', Reason.TOO_LARGE),
    ],
)
def test_bad_input_is_refused_with_its_reason(value: bytes | None, reason: Reason) -> None:
    """Each kind of bad input has one code."""
    with pytest.raises(Reject) as refusal:
        decode_page(value, SETTINGS)
    assert refusal.value.reason == reason


def test_unknown_fields_travel_along() -> None:
    """What Rasid does not know stays with the page, as it came."""
    assert decoded(text="نص", crawl={"depth": 2}, tags=["a"]).extra == {"crawl": {"depth": 2}, "tags": ["a"]}


def test_a_byte_order_mark_is_dropped() -> None:
    """Some producers write one in front."""
    assert decode_page(b'\xef\xbb\xbf{"text": "a"}', SETTINGS) == RawPage(text="a")


def test_of_a_key_that_stands_twice_the_last_value_counts() -> None:
    """As with every JSON reader."""
    assert decode_page(b'{"text": "a", "text": "b"}', SETTINGS) == RawPage(text="b")


def test_numbers_can_be_ids() -> None:
    """Databases number their pages."""
    assert decoded(id=478924, text="a").id == "478924"


@pytest.mark.parametrize("stamp", [1438799100, 1438799100.7, 1438799100000])
def test_time_stamps_become_times(stamp: float) -> None:
    """Seconds and milliseconds since 1970 are what crawlers write."""
    assert decoded(text="a", published_at=stamp).published_at == "2015-08-05T18:25:00Z"


def test_control_characters_are_taken_out_of_texts() -> None:
    """Line separators become line feeds, other controls go; marks of direction are Arabic's own and stay."""
    assert decoded(text="\u200fأ\u0000ب\u2028ج\x0bد\x85ه\u202c\t\r\n").text == "\u200fأب\nج\nد\nه\u202c\t\r\n"


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    """What a Python crawler writes of broken text is readable nevertheless; a whole pair and a quoted escape stay."""
    assert decode_page(rb'{"text": "a\ud800b \ud83d\ude00 \\ud800"}', SETTINGS).text == "a\ufffdb 😀 \\ud800"


@pytest.mark.parametrize(
    ("right", "wrong"), [("utf-8", "latin-1"), ("utf-8", "cp1256"), ("cp1256", "latin-1"), ("cp1256", "cp1252")]
)
def test_a_text_read_with_the_wrong_charset_is_repaired(right: str, wrong: str) -> None:
    """«الخبر» that came as «ÇáÎÈÑ» or «Ø§Ù„» is Arabic again."""
    meant = "أعلنت هيئة الموانئ أن أعمال التوسعة في الرصيف الجنوبي ستنتهي قبل نهاية العام."
    assert decoded(text=meant.encode(right).decode(wrong)).text == meant


def test_a_part_read_with_the_wrong_charset_is_repaired_alone() -> None:
    """Where the rest of the text is right."""
    meant = "أعلنت هيئة الموانئ أن أعمال التوسعة في الرصيف الجنوبي ستنتهي قبل نهاية العام."
    part = meant.encode().decode("latin-1")
    assert decoded(text=f"{meant}\n{part}\n{meant}").text == f"{meant}\n{meant}\n{meant}"
    assert decoded(html=f"<p>{meant}</p><p>{part}</p>").html == f"<p>{meant}</p><p>{meant}</p>"


def test_windows_1256_read_as_iso_8859_6_is_repaired() -> None:
    """Bytes that the wrong charset leaves open came as they stand."""
    meant = "أعلنت هيئة الموانئ في القاهرة أن أعمال التوسعة في الرصيف الجنوبي ستنتهي قبل نهاية العام، وفق الخطة."
    decoder = [bytes([byte]).decode("iso8859-6", "replace") for byte in range(256)]
    wrong = "".join(chr(byte) if decoder[byte] == "\ufffd" else decoder[byte] for byte in meant.encode("cp1256"))
    assert decoded(text=wrong).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Çelik İstanbul'da, Ümit Özdağ ile görüştü; Ağaoğlu ve Şükrü de oradaydı.",
        "Café à la crème brûlée, naïveté, où être né",
    ],
)
def test_other_languages_are_not_taken_for_broken_arabic(text: str) -> None:
    """Nothing is repaired that is not certainly broken."""
    assert decoded(text=text).text == text


@given(st.binary(max_size=300))
def test_no_bytes_are_an_accident(value: bytes) -> None:
    """Any bytes give a page or a documented refusal."""
    try:
        decode_page(value, SETTINGS)
    except Reject as reject:
        assert reject.reason in Reason  # noqa: PT017 - either outcome is right


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
names = st.sampled_from(["id", "url", "source", "title", "text", "html", "published_at", "fetched_at", "lang", "x"])


@given(st.dictionaries(names, json_values, max_size=6))
def test_no_object_is_an_accident(fields: dict[str, Any]) -> None:
    """Any JSON object gives a page or a documented refusal, and the same one twice."""
    value = json.dumps(fields).encode()
    outcomes = []
    for _ in range(2):
        try:
            outcomes.append(repr(decode_page(value, SETTINGS)))
        except Reject as reject:
            outcomes.append(str(reject))
    assert outcomes[0] == outcomes[1]


def test_depth_is_counted_in_linear_time() -> None:
    """Quotation marks that never close do not make the scan for brackets start over."""
    value = b"[" * 65 + b'"' + b'\\"' * 1_500_000
    with pytest.raises(Reject) as refusal:
        decode_page(value, Settings())
    assert refusal.value.reason == Reason.TOO_DEEP


def test_lists_of_strings_are_joined() -> None:
    """Crawlers whose loaders fill each field with a list have paragraphs in that of the text, one item in others."""
    page = decoded(title=["عنوان"], text=["سطر", "وسطر"], url=["shiraa.example/1"], published_at=["2026-01-12"])
    assert (page.title, page.text, page.url, page.published_at) == (
        "عنوان",
        "سطر\nوسطر",
        "shiraa.example/1",
        "2026-01-12",
    )
