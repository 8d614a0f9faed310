"""The key that a page goes under."""

import pytest

from agents.push.outlet_key import outlet_key


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('{"source": "مرصد الضفة", "url": "https://x.example/1"}', "مرصد-الضفه"),
        ('{"url": "https://www.x.example/1", "text": "x"}', "x.example"),
        ('{"link": "http://m.x.example/2", "body": "x"}', "x.example"),
        ('{"publisher": "مرصد الضفة", "site": "https://x.example"}', "مرصد-الضفه"),
        ('{"text": "x"}', None),
        ('{"source": 5, "url": null}', None),
        ("[1]", None),
        ("not json", None),
        ('{"a":' * 5000, None),
    ],
)
def test_pages_of_an_outlet_have_one_key(value, expected):
    """Its name, else its host; a page that tells neither has none."""
    key = outlet_key(value.encode())
    assert (key and key.decode()) == expected
