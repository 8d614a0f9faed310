"""An entity keeps its number from one lexicon to the next."""

from agents.tag_entities.lexicon.lexicon import packaged
from agents.training.lexicon.numbering import in_shipped_order, shipped_ids


def test_reads_the_ids_of_the_shipped_lexicon():
    """The order is that of the lexicon's entities."""
    assert shipped_ids() == [entity.id for entity in packaged().entities]


def test_keeps_numbers_and_puts_new_ones_behind():
    """Whatever order the files give, the known ids keep theirs; one that is gone leaves no hole."""
    assert in_shipped_order(["new", "c", "a", "newer"], ["a", "b", "c"]) == ["a", "c", "new", "newer"]
