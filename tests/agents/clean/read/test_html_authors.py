"""Authors of JSON-LD, in all the shapes that sites give them."""

from typing import Any

import pytest

from agents.clean.read.html_authors import Authors, read_authors

NODES = {"#1": {"@type": "Person", "@id": "#1", "name": "هدى البرغوثي"}, "#2": {"@id": "#2", "author": {"@id": "#2"}}}


@pytest.mark.parametrize(
    ("value", "people", "organisations"),
    [
        ("هدى السالمي", ("هدى السالمي",), ()),
        ({"@type": "Person", "name": "هدى السالمي"}, ("هدى السالمي",), ()),
        ([{"name": "هدى السالمي"}, "خالد النمر", {"@id": "#1"}], ("هدى السالمي", "خالد النمر", "هدى البرغوثي"), ()),
        ({"@type": "NewsMediaOrganization", "name": "رويترز"}, (), ("رويترز",)),
        ({"@type": "Person", "name": {"@value": "هدى السالمي"}}, ("هدى السالمي",), ()),
        ({"@id": "#2"}, (), ()),
        ([[[[[["عميق"]]]]]], (), ()),
        ({"name": 5}, (), ()),
        (None, (), ()),
    ],
)
def test_authors_are_read(value: Any, people: tuple[str, ...], organisations: tuple[str, ...]) -> None:
    """Names, objects, lists, references; people apart from organisations."""
    assert read_authors(value, lambda: NODES) == Authors(people, organisations)
