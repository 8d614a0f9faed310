"""Further training begins with the weights of the file. Needs PyTorch."""

from importlib.resources import files

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is for training only")

from agents.tag_entities import name_model
from agents.tag_entities.name_model.model import FILE
from agents.training.name_model.further import student_of


def test_the_student_of_a_file_makes_the_same_file():
    """The arrays of the shipped file come back from its student as they were."""
    with files(name_model).joinpath(FILE).open("rb") as file, np.load(file) as arrays:
        stored = {name: arrays[name] for name in arrays.files}
    made = student_of(stored).integers()
    assert [name for name, array in made.items() if not np.array_equal(array, stored[name])] == []
