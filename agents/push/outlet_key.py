"""The key that a page goes under: its outlet, so that an outlet's pages stay together."""

import msgspec

from agents.clean.fields.ids import UNKNOWN_OUTLET, outlet_of
from agents.clean.read.field_names import field_of, plain

FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])
NAMED_BY = ("source", "url")
"""The fields that tell an outlet."""


def outlet_key(value: bytes) -> bytes | None:
    """Return the id of the outlet that a page names, by its source or its address; None where it names none."""
    try:
        fields = FIELDS.decode(value)
        found: dict[str, str] = {}
        for name, raw in fields.items():
            field = field_of(name)
            if field in NAMED_BY and (name == field or field not in found):
                text = msgspec.json.decode(raw)
                if isinstance(text, str) and (name == field or plain(field, text)):
                    found[field] = text
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    outlet = outlet_of(found.get("source"), found.get("url"))
    return None if outlet == UNKNOWN_OUTLET else outlet.encode("utf-8", "replace")
