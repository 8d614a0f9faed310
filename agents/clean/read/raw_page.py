"""Raw bytes to a raw page: what is wrong with them is refused with a reason, or repaired as docs/cleaning.md says."""

import re
from typing import Any

import orjson

from agents.clean.dates.stamps import text_of_number
from agents.clean.read.field_names import plain, understand
from agents.clean.read.mojibake import repair
from streams.records.pages import RawPage
from streams.rejection import Reason, Reject
from streams.settings import Settings

STRINGS = ("url", "source", "title", "text", "html", "published_at", "fetched_at", "lang")
"""The fields of a raw page that hold a string, next to the id."""
_READ = ("title", "text", "html")
_TIMES = ("published_at", "fetched_at")
_BOM = b"\xef\xbb\xbf"

_LINE_BREAKS = dict.fromkeys((11, 12, 133, 8232, 8233), "\n")
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A, 0x0D)}
_REPAIR: dict[int, str | None] = {**_CONTROLS, **_LINE_BREAKS}
_NEEDS_REPAIR = re.compile("[" + "".join(map(re.escape, map(chr, sorted(_REPAIR)))) + "]")
_SURROGATE = re.compile(
    rb"(\\\\)|(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_BAD_IN_ID = re.compile("[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")


def decode_page(value: bytes | None, settings: Settings) -> RawPage:
    """Read a raw page from the bytes of a Kafka record.

    Parameters
    ----------
    value
        UTF-8 JSON, an object; None for a record without a value.
    settings
        Of which `max_page_bytes`, `max_depth` and `max_id_bytes` count here.

    Raises
    ------
    Reject
        TOO_LARGE, NOT_AN_OBJECT, NOT_UTF8, NOT_JSON, TOO_DEEP, BAD_ID, WRONG_TYPE or NO_TEXT.
    """
    if not value:
        raise Reject(Reason.NOT_AN_OBJECT, "the record has no value")
    if len(value) > settings.max_page_bytes:
        raise Reject(Reason.TOO_LARGE, f"{len(value)} bytes, more than max_page_bytes = {settings.max_page_bytes}")
    fields = _load(value, settings.max_depth)
    if not isinstance(fields, dict):
        raise Reject(Reason.NOT_AN_OBJECT, f"JSON {_kind(fields)} instead of an object")
    understand(fields)
    page_id = _id(fields.pop("id", None), settings.max_id_bytes)
    strings = {name: _string(name, fields.pop(name, None)) for name in STRINGS}
    if not (_shows(strings["text"]) or _shows(strings["html"])):
        raise Reject(Reason.NO_TEXT, "neither text nor html holds anything to read")
    return RawPage(id=page_id, **strings, extra=fields)


def _load(value: bytes, max_depth: int) -> Any:
    value = value.removeprefix(_BOM)
    if value.count(b"[") + value.count(b"{") > max_depth and _depth(value) > max_depth:
        raise Reject(Reason.TOO_DEEP, f"nested more than max_depth = {max_depth} levels")
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError as error:
        try:
            value.decode()
        except UnicodeDecodeError as bad:
            raise Reject(Reason.NOT_UTF8, f"{bad.reason} at byte {bad.start}") from error
        if "surrogate" in str(error):
            return _load_repaired(value)
        raise Reject(Reason.NOT_JSON, str(error)) from error


def _load_repaired(value: bytes) -> Any:
    r"""Read JSON whose \\u escapes hold halves of surrogate pairs: each half becomes U+FFFD."""
    try:
        return orjson.loads(_SURROGATE.sub(lambda found: found[0] if found[1] or found[2] else rb"\ufffd", value))
    except orjson.JSONDecodeError as error:
        raise Reject(Reason.NOT_JSON, str(error)) from error


def _depth(value: bytes) -> int:
    """Return how deep brackets nest outside strings; of what is not JSON, something near it."""
    depth = deepest = 0
    for token in re.finditer(rb'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', value, re.DOTALL):
        first = token[0][:1]
        if first in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif first in b"]}":
            depth -= 1
    return deepest


def _id(value: Any, max_bytes: int) -> str | None:
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # databases number their pages
    if not isinstance(value, str):
        raise Reject(Reason.WRONG_TYPE, f"id: {_kind(value)} instead of a string")
    page_id = value.strip()
    if not page_id:
        raise Reject(Reason.BAD_ID, "the id is empty")
    size = len(page_id.encode())
    if size > max_bytes:
        raise Reject(Reason.BAD_ID, f"{size} bytes, more than max_id_bytes = {max_bytes}")
    bad = _BAD_IN_ID.search(page_id)
    if bad:
        raise Reject(Reason.BAD_ID, f"the id holds the control character U+{ord(bad[0]):04X}")
    return page_id


def _string(name: str, value: Any) -> str | None:
    if isinstance(value, list):
        value = plain(name, value) or value  # as Scrapy's loaders fill each field
    if value is None:
        return None
    if isinstance(value, str):
        text = repair(value) if name in _READ else value
        return text.translate(_REPAIR) if not _is_printable(text) and _NEEDS_REPAIR.search(text) else text
    if name in _TIMES:  # what is no time is as good as none
        return text_of_number(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    raise Reject(Reason.WRONG_TYPE, f"{name}: {_kind(value)} instead of a string")


def _is_printable(text: str) -> bool:
    """Whether the lines of a text hold nothing but what is printed, as most do: a quick look."""
    return all(map(str.isprintable, text.split("\n")))


def _shows(text: str | None) -> bool:
    """Whether there is anything in it but white space."""
    return bool(text) and not text.isspace() if text is not None else False


def _kind(value: Any) -> str:
    """Return the JSON name of a value's type."""
    names = {dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number"}
    return names.get(type(value), "null")
