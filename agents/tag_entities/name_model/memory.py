"""The words that a model has met, each with all that the model knows of it apart from where it stands."""

import numpy as np

from agents.arabic.folding import fold
from agents.tag_entities.name_model.features import Lexical, Phrases
from agents.tag_entities.name_model.network import Network

Array = np.ndarray

_AT_ONCE = 512
"""New words that are computed at once."""
_SHORT = 2
"""Letters of words that may be anything, whatever they are elsewhere in a text."""


class Memory(dict[str, int]):
    """Token to a number, given when it is first asked for; `learn` computes what was asked for since.

    Parameters
    ----------
    lexical, phrases, network
        The model's parts that know words.
    """

    def __init__(self, lexical: Lexical, phrases: Phrases, network: Network) -> None:
        super().__init__()
        self._lexical, self._phrases, self._network = lexical, phrases, network
        self.forms: list[str] = []
        """Each word's folded form."""
        self.begins: list[str] = []
        """The form of each word that a listed name of several words begins with, or nothing."""
        self.vectors: Array = np.zeros((4096, network.width), np.int8)
        """(words and more, width): what the network makes of each word."""
        self.opens: Array = np.zeros(4096, bool)
        """Whether `begins` is something."""
        self.bare: Array = np.zeros(4096, np.int32)
        """A number for the word without a proclitic, below 0 for a very short one."""
        self._bare: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        number = len(self)
        self[token] = number
        self.forms.append(fold(token))
        return number

    def learn(self) -> None:
        """Compute the words asked for since the last time."""
        first, new = len(self.begins), self.forms[len(self.begins) :]
        if not new:
            return
        while len(self.vectors) < len(self.forms):
            self.vectors = np.concatenate([self.vectors, np.zeros_like(self.vectors)])
            self.opens = np.concatenate([self.opens, np.zeros_like(self.opens)])
            self.bare = np.concatenate([self.bare, np.zeros_like(self.bare)])
        for at in range(0, len(new), _AT_ONCE):
            words = [self._lexical(form) for form in new[at : at + _AT_ONCE]]
            rows = np.fromiter((row for word in words for row in word.rows), np.int32)
            starts = np.cumsum([0, *(len(word.rows) for word in words[:-1])])
            vectors, stems = (np.array([word[i] for word in words], np.int32) for i in (1, 2))
            done = first + at
            self.vectors[done : done + len(words)] = self._network.words(rows, starts, vectors, stems)
        for number, form in enumerate(new, first):
            self.begins.append(self._phrases.begins(form, self._lexical.stem(form)))
            bare = _without_proclitic(form)
            self.bare[number] = self._bare.setdefault(bare, len(self._bare)) if len(bare) > _SHORT else -1
        self.opens[first : first + len(new)] = [bool(form) for form in self.begins[first:]]


def _without_proclitic(form: str) -> str:
    """Take a first letter off that may be a proclitic: where it is none, it is missing at the word's every place."""
    if len(form) > _SHORT + 2 and form[0] in "وفبلك":
        return "ا" + form[1:] if form.startswith("لل") else form[1:]
    return form
