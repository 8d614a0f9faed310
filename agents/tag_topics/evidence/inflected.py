"""Seeds of one word in the forms that have become words of their own.

A word that is not known is looked up without what is glued to it, so that `للاجئين` speaks for the seed `لاجئ`; but one
that another phrase or the word model knows as it stands (`للانتخابات`, `انتخابية`) is found as that, and would say
nothing. Such forms get the weight of the seed.
"""

from collections.abc import Iterable, Iterator, Sequence

from agents.tag_topics.concepts.seeds import Seed

_PREFIXES = ("", "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وبال")
_AFTER_ANY = ("ها", "هم", "ون", "ين")
_FOR_HEH = ("ات", "تها", "ته", "تهم", "تين", "اتها", "اته", "اتهم")
"""Endings that stand in place of the ه of a seed."""
_PLURALS = ("ات", "اتها", "اته", "اتهم")
"""Endings of long words without ه, too."""
_LEAST, _LONG = 3, 5


def inflected(seeds: Sequence[Seed], known: Iterable[str]) -> list[Seed]:
    """Give the seeds that forms of seeds of one word add.

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
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < _LEAST:
            continue
        if prefix:
            yield rest
        if rest.endswith("يه") and len(rest) > _LONG:
            yield rest[:-1]
        for ending in _FOR_HEH:
            stem = rest[: -len(ending)]
            if rest.endswith(ending) and len(stem) >= _LEAST - 1:
                yield stem + "ه"
        for ending in (*_AFTER_ANY, *_PLURALS):
            stem = rest[: -len(ending)]
            if rest.endswith(ending) and len(stem) >= (_LONG if ending in _PLURALS else _LEAST + 1):
                yield stem
