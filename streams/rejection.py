"""Why a page can be refused: the documented list of reason codes, and the exception that carries one."""

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
    """Neither text nor html is there, or there is nothing but white space in it."""
    NO_ARTICLE = "no_article"
    """Nothing is left of the page once its chrome is taken out."""
    NOT_ARABIC = "not_arabic"
    """The article is in another language; the detail names it."""
    STAGE_FAILED = "stage_failed"
    """The stage's function raised on this record alone; the detail names the exception."""


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
