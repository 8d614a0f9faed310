"""The words that a model has met."""

import numpy as np
import pytest

from agents.tag_entities.name_model.memory import Memory
from agents.tag_entities.name_model.model import NameModel

WORDS = [f"{front}{number}" for number in range(40) for front in ("مدينة", "ومدينة")]


@pytest.fixture
def memory(model: NameModel) -> Memory:
    """Return a memory with nothing in it."""
    made = model._memory
    return Memory(made._lexical, made._phrases, made._network)


@pytest.fixture(scope="module")
def model() -> NameModel:
    """Return the model that ships."""
    return NameModel.load()


def _meet(memory: Memory, words: list[str]) -> None:
    numbers = [memory[word] for word in words]
    memory.learn()
    memory.meet(np.array(numbers))


def test_words_met_lately_are_kept_as_they_are(memory: Memory) -> None:
    """After forgetting, the words that were met last have the same vectors, and their bare forms the same twins."""
    _meet(memory, WORDS)
    late = WORDS[-20:]
    before = {word: memory.vectors[memory[word]].tolist() for word in late}
    _meet(memory, late)
    memory.forget()
    twins = [memory.bare[memory[word]] for word in late]
    assert list(memory) == late
    assert {word: memory.vectors[memory[word]].tolist() for word in late} == before
    assert twins[::2] == twins[1::2]
    assert sorted(twins[::2]) == list(range(10))


def test_a_word_comes_again(memory: Memory) -> None:
    """A word that was forgotten is learned again, and its bare form is again that of its twin."""
    _meet(memory, WORDS)
    before = memory.vectors[memory["مدينة3"]].tolist()
    _meet(memory, ["ومدينة3"])
    memory.forget()
    _meet(memory, ["مدينة3", "مدينة7"])
    assert memory.vectors[memory["مدينة3"]].tolist() == before
    assert memory.bare[memory["مدينة3"]] == memory.bare[memory["ومدينة3"]] != memory.bare[memory["مدينة7"]]
