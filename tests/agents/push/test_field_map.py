"""A crawler's own names of fields."""

import orjson
import pytest

from agents.push.field_map import Adapter, parse
from streams.settings import SettingsError


def adapted(page, **options):
    """Adapt a page given as a dict, and give a dict."""
    return orjson.loads(Adapter(**options).adapt(orjson.dumps(page)))


def test_names_are_read_as_they_are_written_on_the_command_line():
    """Spaces do not count."""
    assert parse("text=body, published_at = date,") == {"text": "body", "published_at": "date"}


@pytest.mark.parametrize("text", ["text", "text=", "author=by", "body=text"])
def test_what_is_written_otherwise_is_said(text):
    """The message names the fields that there are."""
    with pytest.raises(SettingsError, match="push_map"):
        parse(text)


def test_fields_are_renamed_and_others_travel_along():
    """What stood under the wanted name takes the one that became free; dots go into objects; lists are joined."""
    page = {"nass": ["سطر", "سطر"], "text": "ملخص", "meta": {"at": 5, "by": "x"}, "n": 1}
    names = {"text": "nass", "published_at": "meta.at", "title": "none"}
    assert adapted(page, names=names) == {
        "text": "سطر\nسطر",
        "nass": "ملخص",
        "published_at": 5,
        "meta": {"by": "x"},
        "n": 1,
    }


def test_outlet_and_address_are_filled_in_where_there_are_none():
    """A page that says it, under whatever name, keeps its own."""
    own = adapted({"text": "x", "publisher": "الصباح", "link": "https://x.example/1"}, source="غيرها", url="https://y")
    filled = adapted({"text": "x"}, source="الصباح", url="https://x.example/1")
    assert own == filled == {"text": "x", "source": "الصباح", "url": "https://x.example/1"}


@pytest.mark.parametrize("value", [b"not json", b"[1]", b'{"text": "a" }'])
def test_nothing_to_do_leaves_the_bytes(value):
    """What is no page is for the first stage to refuse."""
    assert Adapter().adapt(value) is value
    assert Adapter({"text": "body"}).adapt(value[:8]) == value[:8]
