"""The user's own topics: a file, read or refused."""

from pathlib import Path

import pytest

from agents.tag_topics.concepts import taxonomy, user_topics
from agents.tag_topics.concepts.seeds import Seed, SeedError
from agents.tag_topics.concepts.taxonomy import Concept


def load(tmp_path: Path, text: str) -> tuple[dict[str, Concept], list[Seed]]:
    file = tmp_path / "topics.txt"
    file.write_text(text, encoding="utf-8")
    return user_topics.load(file, taxonomy.load())


def test_a_topic_and_more_phrases(tmp_path: Path) -> None:
    """A new topic gets its names and place; a shipped one only more phrases."""
    concepts, phrases = load(tmp_path, "[my:ports] ports | موانئ | 20000337\n! ميناء\n[20000639]\n+ سفارة\n")
    new = Concept(id="my:ports", name_ar="موانئ", name_en="ports", broader="medtop:20000337")
    assert concepts == {"my:ports": new}
    assert phrases == [Seed("my:ports", ("ميناء",), 6), Seed("medtop:20000639", ("سفاره",), 3)]


@pytest.mark.parametrize("text", ["[my:ports]\n! ميناء", "[my:ports] ports | | my:sea\n! ميناء", "! ميناء"])
def test_says_what_is_wrong(tmp_path: Path, text: str) -> None:
    """A topic without a name or under one that does not exist, and phrases without a topic, are errors."""
    with pytest.raises(SeedError, match=r"topics\.txt"):
        load(tmp_path, text)


def test_says_where_it_is_no_utf8(tmp_path: Path) -> None:
    """A file in another encoding is refused, not half read."""
    file = tmp_path / "topics.txt"
    file.write_bytes("[my:ports] ports\n! ميناء".encode("cp1256"))
    with pytest.raises(SeedError, match=r"topics\.txt: not UTF-8 at byte 19"):
        user_topics.load(file, taxonomy.load())
