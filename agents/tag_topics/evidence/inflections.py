"""Seeds of one word in the forms that have become words of their own.

A word that is not known is looked up without what is glued to it, so that `للاجئين` speaks for the seed `لاجئ`; but one
that another phrase or the word model knows as it stands (`للانتخابات`, `انتخابية`) is found as that, and would say
nothing. Such forms get the weight of the seed.
"""

from collections.abc import Iterable, Iterator, Sequence

from agents.arabic import wordlist
from agents.tag_topics.concepts.seeds import Seed

_AFFIXES = wordlist.load("agents.tag_topics", "affixes.toml")
_PREFIXES = ("", *_AFFIXES.phrases("prefixes_of_inflections"))
_ENDINGS = _AFFIXES.phrases("endings")
_ENDINGS_FOR_HEH = _AFFIXES.phrases("endings_for_heh")
_PLURAL_ENDINGS = _AFFIXES.phrases("plural_endings")
_MIN_FORM_LETTERS = 3
_MIN_STEM_LETTERS_WITH_HEH = 3
_MIN_STEM_LETTERS = 4
_MIN_PLURAL_STEM_LETTERS = 5
_MIN_ADJECTIVE_LETTERS = 6
"""Of a feminine adjective, in يه: shorter ones are nouns (حيه)."""


def find_inflections(seeds: Sequence[Seed], known: Iterable[str]) -> list[Seed]:
    """Return the seeds that forms of seeds of one word add.

    Parameters
    ----------
    seeds
        All of them.
    known
        Every word that has a number of its own.
    """
    of_word: dict[str, list[Seed]] = {}
    for seed in seeds:
        if len(seed.words) == 1 and seed.weight:
            of_word.setdefault(seed.words[0], []).append(seed)
    own = {(seed.concept, seed.words[0]) for seed in seeds if len(seed.words) == 1}
    found: list[Seed] = []
    for word in known:
        base = next((form for form in _bases(word) if form in of_word), None)
        if base and word not in of_word:
            found += [seed._replace(words=(word,)) for seed in of_word[base] if (seed.concept, word) not in own]
    return found


def _bases(word: str) -> Iterator[str]:
    """Return the seeds that a word may be a form of, the likeliest first."""
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < _MIN_FORM_LETTERS:
            continue
        if prefix:
            yield rest
        if rest.endswith("يه") and len(rest) >= _MIN_ADJECTIVE_LETTERS:
            yield rest[:-1]
        for ending in _ENDINGS_FOR_HEH:
            stem = rest[: -len(ending)] + "ه"
            if rest.endswith(ending) and len(stem) >= _MIN_STEM_LETTERS_WITH_HEH:
                yield stem
        for ending in (*_ENDINGS, *_PLURAL_ENDINGS):
            stem = rest[: -len(ending)]
            needed = _MIN_PLURAL_STEM_LETTERS if ending in _PLURAL_ENDINGS else _MIN_STEM_LETTERS
            if rest.endswith(ending) and len(stem) >= needed:
                yield stem
