"""The words that a model has met, each with all that the model knows of it apart from where it stands."""

import numpy as np

from agents.arabic.clitics import PROCLITICS
from agents.arabic.folding import fold
from agents.tag_entities.name_model.features import Lexical, Phrases
from agents.tag_entities.name_model.network import Network

Array = np.ndarray

_BATCH_WORDS = 256
"""New words that are computed at once: what fits a processor's cache."""
_MIN_LETTERS_TO_LEAN = 3
"""Letters of a word that leans on what it is elsewhere in a text; shorter ones may be anything."""
_MIN_LETTERS_TO_PEEL = 5
"""Letters of a word that a proclitic is taken off."""
_ROOM_ROWS = 1 << 17
"""Words that there is room for from the beginning: what is not used yet takes no memory, and growing takes it twice."""
_ARRAYS = ("vectors", "opens", "follows", "bare", "_met")


class Memory(dict[str, int]):
    """Words to their numbers: a new word gets the next one, and `learn` computes all new words at once.

    Numbers hold until words are forgotten.

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
        self.vectors: Array = np.zeros((_ROOM_ROWS, network.width), np.uint8)
        """(words and more, width): what the network makes of each word."""
        self.opens: Array = np.zeros(_ROOM_ROWS, bool)
        """Whether `begins` is something."""
        self.follows: Array = np.zeros(_ROOM_ROWS, bool)
        """Whether a listed name has the word as its second."""
        self.bare: Array = np.zeros(_ROOM_ROWS, np.int32)
        """A number for the word without a proclitic, below 0 for a very short one."""
        self._bare: dict[str, int] = {}
        self._met: Array = np.zeros(_ROOM_ROWS, np.int32)
        """When each word was last met, in calls of `meet`."""
        self._calls = 0

    def __missing__(self, token: str) -> int:
        """Return the next number, for a new word."""
        number = len(self)
        self[token] = number
        form = fold(token)
        self.forms.append(token if form == token else form)  # one string of the two, for most words
        return number

    def learn(self) -> None:
        """Compute the words asked for since the last time."""
        first, new = len(self.begins), self.forms[len(self.begins) :]
        if not new:
            return
        if len(self.vectors) < len(self.forms):
            self._resize(first, len(self.forms) + _ROOM_ROWS)
        stems: list[str] = []
        for begin in range(0, len(new), _BATCH_WORDS):
            words = self._lexical(new[begin : begin + _BATCH_WORDS])
            done = first + begin
            self.vectors[done : done + len(words.stems)] = self._network.words(words)
            stems += words.stems
        for number, (form, stem) in enumerate(zip(new, stems, strict=True), first):
            self.begins.append(self._phrases.begins(form, stem))
            bare = _without_proclitic(form)
            self.bare[number] = (
                self._bare.setdefault(bare, len(self._bare)) if len(bare) >= _MIN_LETTERS_TO_LEAN else -1
            )
        self.opens[first : first + len(new)] = [bool(form) for form in self.begins[first:]]
        self.follows[first : first + len(new)] = [form in self._phrases.seconds for form in new]

    def _resize(self, words: int, rows: int) -> None:
        """Have room for so many words, of which the first are there already."""
        for name in _ARRAYS:
            old = getattr(self, name)
            new = np.zeros((rows, *old.shape[1:]), old.dtype)
            new[:words] = old[:words]
            setattr(self, name, new)

    def meet(self, words: Array) -> None:
        """Note that words, by their numbers, are in use."""
        self._calls += 1
        self._met[words] = self._calls

    def forget(self) -> None:
        """Forget the half of the words, or more, that were not met for the longest time; the others get new numbers."""
        met = self._met[: len(self)]
        kept = np.flatnonzero(met > np.partition(met, len(met) // 2)[len(met) // 2])
        tokens = list(self)
        self.clear()
        self.update((tokens[number], new) for new, number in enumerate(kept.tolist()))
        self.forms = [self.forms[number] for number in kept]
        self.begins = [self.begins[number] for number in kept]
        for name in _ARRAYS:
            array = getattr(self, name)
            array[: len(kept)] = array[kept]
        if len(self.vectors) > _ROOM_ROWS:
            self._resize(len(kept), _ROOM_ROWS)
        of_bare = self.bare[: len(kept)]
        numbers = np.unique(of_bare[of_bare >= 0])
        of_bare[of_bare >= 0] = np.searchsorted(numbers, of_bare[of_bare >= 0])
        renumbered = dict(zip(numbers.tolist(), range(len(numbers)), strict=True))
        self._bare = {word: renumbered[old] for word, old in self._bare.items() if old in renumbered}


def _without_proclitic(form: str) -> str:
    """Return a word without a first letter that may be a proclitic: where it is none, all its occurrences lack it."""
    if len(form) >= _MIN_LETTERS_TO_PEEL and form[0] in PROCLITICS:
        return "ا" + form[1:] if form.startswith("لل") else form[1:]
    return form
