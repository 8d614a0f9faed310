"""Given and family names, from arabic-name-romanizer's index (MIT; from Wikidata and the Algerian corpus, both CC0)."""

import sqlite3

from agents.arabic.folding import fold
from agents.training.lexicon.packages import data_file

_ARAB = (
    "DZ MA TN MR EG SA AE QA KW BH OM YE IQ JO PS SY LB SD LY SO DJ KM".split()  # noqa: SIM905 - reads better so
)
_MIN_LETTERS = 3


def _counts(role: str) -> dict[str, int]:
    path = data_file("arabic_name_romanizer", "resources", "names.sqlite3")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        rows = connection.execute(
            f"SELECT arabic_key, SUM(count) FROM units WHERE role = ? AND country IN ({','.join('?' * len(_ARAB))})"  # noqa: S608 - placeholders only
            " GROUP BY arabic_key ORDER BY arabic_key",
            (role, *_ARAB),
        ).fetchall()
    counts: dict[str, int] = {}
    for name, count in rows:
        folded = fold(name).replace(" ", "")
        counts[folded] = counts.get(folded, 0) + count
    return counts


def given(min_bearers: int = 2) -> list[str]:
    """Return the given names that `min_bearers` people of the index bear, folded, عبد glued to what follows it."""
    return sorted(
        name for name, count in _counts("given").items() if count >= min_bearers and len(name) >= _MIN_LETTERS
    )


def family(min_bearers: int = 2) -> list[str]:
    """Return the family names that `min_bearers` people of the index bear, folded."""
    return sorted(
        name for name, count in _counts("surname").items() if count >= min_bearers and len(name) >= _MIN_LETTERS
    )
