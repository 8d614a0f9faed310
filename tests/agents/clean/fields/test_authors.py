"""Authors by the metadata, and several authors told apart."""

import pytest

from agents.clean.fields.authors import complete_byline
from agents.clean.read.html_metadata import Metadata
from streams.records.articles import Byline

OUTLET = frozenset(["النسيم"])


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        (("هدى البرغوثي",), ["هدى البرغوثي"]),
        (("هدى البرغوثي، خالد النمر",), ["هدى البرغوثي", "خالد النمر"]),
        (("John Smith and Mona Khalil",), ["John Smith", "Mona Khalil"]),
        (("بقلم هدى البرغوثي",), ["هدى البرغوثي"]),
        (("admin",), []),
        (("Super User",), []),
        (("https://www.facebook.com/nasimnews",), []),
        (("@nasimnews",), []),
        (("news@nasim.example",), []),
        (("صحيفة النسيم",), []),
        (("النسيم",), []),
        (("النسيم الإخبارية",), []),
        (("مدير الموقع",), []),
        (("فريق التحرير",), []),
        (("admin", "هدى البرغوثي"), ["هدى البرغوثي"]),
    ],
)
def test_only_people_are_authors(names: tuple[str, ...], authors: list[str]) -> None:
    """No addresses, accounts, offices or outlets."""
    byline = complete_byline(Byline(), Metadata(authors=names), OUTLET)
    assert (byline.authors, byline.author) == (authors, "، ".join(authors) or None)


def test_an_agency_among_the_authors_is_the_agency() -> None:
    """Whether it is called a person or an organisation."""
    found = [
        complete_byline(Byline(), metadata, OUTLET)
        for metadata in (Metadata(authors=("هدى البرغوثي، رويترز",)), Metadata(organisations=("Reuters",)))
    ]
    assert [(byline.authors, byline.agency) for byline in found] == [(["هدى البرغوثي"], "رويترز"), ([], "رويترز")]


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("هدى السالمي", ["هدى السالمي"]),
        ("هدى السالمي، خالد النمر", ["هدى السالمي", "خالد النمر"]),
        ("هدى السالمي وخالد النمر", ["هدى السالمي", "خالد النمر"]),
        ("أحمد وليد النمر", ["أحمد وليد النمر"]),
    ],
)
def test_authors_that_the_page_shows_are_told_apart(author: str, authors: list[str]) -> None:
    """They go before those of the metadata, and stay as they stand."""
    byline = complete_byline(Byline(author=author), Metadata(authors=("سعاد الراوي",)), OUTLET)
    assert (byline.author, byline.authors) == (author, authors)
