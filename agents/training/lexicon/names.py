"""Given and family names, from arabic-name-romanizer's index (MIT; from Wikidata and the Algerian corpus, both CC0)."""

import sqlite3

from agents.arabic.folding import fold
from agents.training.lexicon.packages import data_file

_ARAB = (
    "DZ MA TN MR EG SA AE QA KW BH OM YE IQ JO PS SY LB SD LY SO DJ KM".split()  # noqa: SIM905 - reads better so
)


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


def given(least: int = 2) -> list[str]:
    """Give the given names borne by `least` people of the index or more, folded, عبد glued to what follows it."""
    return sorted(name for name, count in _counts("given").items() if count >= least and len(name) > 2)  # noqa: PLR2004 - letters


def family(least: int = 2) -> list[str]:
    """Give the family names borne by `least` people of the index or more, folded."""
    return sorted(name for name, count in _counts("surname").items() if count >= least and len(name) > 2)  # noqa: PLR2004 - letters
