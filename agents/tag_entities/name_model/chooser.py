"""Which of the name models tags: the small one that ships, or a neural one from a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from agents.tag_entities.name_model.model import NameModel, NameSpan
from agents.tag_entities.name_model.neural import NeuralModel


class NameTagger(Protocol):
    """What both models are."""

    version: str
    """What records name it by."""
    folds: bool
    """Whether hamza, ة/ه, diacritics and the like do not matter to it, so that it may be given folded words."""

    def spans(self, sentences: Sequence[Sequence[str]], texts: Sequence[int] = ()) -> list[list[NameSpan]]:
        """Return each sentence's names: first token, token after the last, type, score (0 to 1).

        Parameters
        ----------
        texts
            How many of the sentences each text has: in a text, words may lean on what they are elsewhere in it.
        """


def choose(path: str) -> NameTagger:
    """Load the model of a file, or the one that ships when the path is empty.

    Raises
    ------
    SettingsError
        When the file is not there, or is no model.
    """
    return NeuralModel.load(Path(path)) if path else NameModel.load()
