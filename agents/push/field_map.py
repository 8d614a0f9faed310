"""`--map text=body,published_at=date`: which of a crawler's own fields a raw page's are taken from."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

from agents.clean.read.field_names import holds_body, plain, understand
from agents.clean.read.raw_page import STRINGS
from streams.settings import SettingsError

FIELDS = ("id", *STRINGS)


def parse(text: str) -> dict[str, str]:
    """Return the crawler's name of each field that `FIELD=NAME,FIELD=NAME` names.

    Raises
    ------
    streams.settings.SettingsError
        When it is not written so, or names no field of a raw page.
    """
    names = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        field, equals, name = (part.strip() for part in pair.partition("="))
        if not equals or not name:
            raise SettingsError(f"push_map: {pair!r} is not written as FIELD=NAME, such as text=body")
        if field not in FIELDS:
            raise SettingsError(f"push_map: a raw page has no field {field!r}; it has {', '.join(FIELDS)}")
        names[field] = name
    return names


class Adapter(NamedTuple):
    """What is changed of each page before it is sent."""

    names: Mapping[str, str] = {}
    """The crawler's names, by field; a name with dots goes into objects."""
    source: str = ""
    """The outlet of pages that name none."""
    url: str = ""
    """The address of a page that has none."""

    def adapt(self, value: bytes) -> bytes:
        """Return a page with its fields renamed and filled in; as it is, where there is nothing to do."""
        if not (self.names or self.source or self.url):
            return value
        try:
            fields = orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
        if not isinstance(fields, dict):
            return value
        self._rename(fields)
        if self.source or self.url:
            understand(fields)
            fields["source"] = fields.get("source") or self.source or None
            fields["url"] = fields.get("url") or self.url or None
        return orjson.dumps(fields)

    def _rename(self, fields: dict[str, Any]) -> None:
        for field, name in self.names.items():
            holder, last = _holder(fields, name)
            if holder is None or (holder is fields and last == field):
                continue
            found = plain(field, holder[last])
            if found is None:
                continue
            del holder[last]
            if field in fields:
                # What stood there is kept under the name that has become free.
                holder[last] = fields[field]
            fields[field] = found


def fields_without_body(value: bytes) -> list[str] | None:
    """Return the fields of a page that has no text or HTML under any name; None where it has, or is no object."""
    try:
        fields = orjson.loads(value)
    except orjson.JSONDecodeError:
        return None
    return list(fields) if isinstance(fields, dict) and not holds_body(fields) else None


def _holder(fields: dict[str, Any], name: str) -> tuple[dict[str, Any] | None, str]:
    """Return the object that holds a name, and the name in it; None where there is none."""
    if name in fields:
        return fields, name
    *path, last = name.split(".")
    holder: Any = fields
    for part in path:
        holder = holder.get(part) if isinstance(holder, dict) else None
    return (holder, last) if isinstance(holder, dict) and last in holder else (None, last)
