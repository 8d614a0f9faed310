"""Why a page can be refused: the documented list of reason codes, what is mended instead, and the exception."""

from enum import StrEnum


class Reason(StrEnum):
    """A reason code of a rejected record; the value is what stands in the record."""

    NOT_UTF8 = "not_utf8"
    """The bytes are not UTF-8 (a byte order mark in front is dropped, not refused)."""
    NOT_JSON = "not_json"
    """The bytes are not one JSON value; NaN and Infinity are not JSON."""
    NOT_AN_OBJECT = "not_an_object"
    """The JSON value is not an object; null and an empty value are of this kind."""
    WRONG_TYPE = "wrong_type"
    """A known field holds a value of another type."""
    WRONG_SCHEMA = "wrong_schema"
    """The record names a schema or a major version that this stage does not read."""
    TOO_DEEP = "too_deep"
    """The JSON nests deeper than the limit."""
    TOO_LARGE = "too_large"
    """The text, the page or a derived record is larger than the limit."""
    BAD_ID = "bad_id"
    """The id is empty, too long, or holds control characters."""
    NO_TEXT = "no_text"
    """Neither text nor html is there, or nothing but white space and hidden marks is in it."""
    NO_ARTICLE = "no_article"
    """Nothing is left of the page once its chrome is taken out."""
    NOT_ARABIC = "not_arabic"
    """The article is in another language; the detail names it."""
    STAGE_FAILED = "stage_failed"
    """The stage's function raised on this record alone; the detail names the exception."""


REPAIRS = (
    ("a byte order mark in front", "dropped"),
    ("control characters in a string, but for tab and line breaks", "dropped"),
    ("vertical tab, form feed, U+0085, U+2028, U+2029", "line feeds"),
    (
        "title, text, html or a part of them read with the wrong charset (`ÇáÎÈÑ`, `Ø§Ù„Ø®Ø¨Ø±`)",
        "read anew where it is certain which",
    ),
    ("text that runs backwards, as PDFs have it (`ندرألا`)", "put right, line by line"),
    ("text whose lines were broken at the width of a page", "one line for each paragraph"),
    ("tags, character references and CDATA in title or text", "read; a text of tags is read as HTML"),
    ("HTML that nests deeper than 256 levels", "its wrappers are left out"),
    ("more than 20,000 lines, or 200,000 characters in them", "those are read, and `truncated` says so"),
    ("half of a surrogate pair in an escape (`\\ud83d`)", "U+FFFD"),
    ("the same key twice in an object", "the last one counts"),
    ("null in a known field", "as if the field were missing"),
    ("a number as id", "its digits"),
    ("white space around the id", "dropped"),
    (
        "a number in published_at or fetched_at",
        "seconds since 1970 or parts of them, or 20250314; none where that is no time",
    ),
    ("published_at that is no date, or more than a day after the page was received", "no date from this field"),
    ("fields that Rasid does not know", "they travel along in `extra`"),
    ("text and html, both", "the html is read; the text, where that holds no article"),
    ("bidi marks, zero-width characters, tatweel, diacritics", "they stay in the text, and names are found past them"),
    ("presentation forms (`ﷲ`, `ﻷ`)", "they stay in the text, and are read as the letters that they stand for"),
)
"""What is odd about a page and no reason to refuse it, and what becomes of it."""


class Reject(Exception):  # noqa: N818 - an outcome of a stage, not a fault of the program
    """Raised by a stage's pure function: this record goes to the topic `rejected`.

    Parameters
    ----------
    reason
        One of the documented codes.
    detail
        What was found, for a person to read; cut to 500 characters.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail[:500]
