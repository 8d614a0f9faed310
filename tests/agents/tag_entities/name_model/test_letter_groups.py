"""The groups of letters of words."""

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from agents.tag_entities.name_model.letter_groups import BUCKETS, MAX_STEM_LETTERS, groups

WORDS = st.text(st.characters() | st.sampled_from("ابتثجحخ"), max_size=30)


def _one_by_one(word: str, stem: str) -> set[int]:
    """Return the rows of a word, each group cut out and hashed by itself."""
    edged = f"<{stem[:MAX_STEM_LETTERS]}>"
    beginnings = {("p", word[:size]) for size in range(1, 5) if size <= len(word)}
    endings = {("s", word[-size:]) for size in range(1, 5) if size <= len(word)}
    inner = {("g", edged[at : at + size]) for size in (3, 4) for at in range(len(edged) - size + 1)}
    return {
        crc32(group.encode("utf-8", "surrogatepass"), crc32(kind.encode())) % BUCKETS
        for kind, group in beginnings | endings | inner
    }


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_groups_are_hashed_as_zlib_hashes_them(pairs):
    """Each word has the rows of its groups, in whatever alphabet it is written, and whatever stands beside it."""
    numbers, rows = groups([word for word, _ in pairs], [stem for _, stem in pairs])
    found = [set(rows[numbers == number].tolist()) for number in range(len(pairs))]
    assert found == [_one_by_one(word, stem) for word, stem in pairs]
