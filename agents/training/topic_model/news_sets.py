"""The news of many countries and years: texts of which nothing is known but, of some, the section."""

import gzip
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from agents.tag_topics.concepts.seeds import topic_id
from agents.training.topic_model.corpus import Text, article

MAX_TEXTS: Mapping[str, int] = {
    "afnd_source6_dz": 1_000,
    "algeria_rss_2025": 1_000,
    "aljazirah_sa_2022": 1_000,
    "alriyadh_sample": 1_000,
    "ant_jawharafm": 5_000,
    "ant_multisource_2018": 16_000,
    "cnn_aljazeera_factcheck_2024": 5_000,
    "hespress_2019_21": 5_000,
    "hespress_aljazeera_2022": 5_000,
    "iraq_telegram_2026": 4_000,
    "morocco_2019": 1_000,
    "rss_4outlets_2025_06": 1_000,
    "wikinews": 1_000,
}
"""How many texts of a set are taken at most, so that none drowns the others."""
SECTIONS = Path("topics/category_to_iptc.json")
"""What the sections of the sets mean: by set and section a number of the top level, several, or none."""
NOISY_SECTIONS = frozenset({"societe", "faits-divers", "style", "travel", "technology"})
"""Sections under which outlets also put what is about something else."""
MAX_TEXT_CHARACTERS = 3_000
_MIN_KEY_LETTERS, _KEY_LETTERS = 40, 80
_NO_LETTERS = re.compile(r"\W+")


def texts(data: Path, labelled: Collection[tuple[str, int]]) -> Iterator[Text]:
    """Yield texts of the news sets, none twice.

    Parameters
    ----------
    data
        Holds the sets.
    labelled
        Set and row of those that a reader has labelled: they and their copies are left out.
    """
    meanings = orjson.loads((data / SECTIONS).read_bytes())
    sets = {name: _rows(data, name) for name in MAX_TEXTS}
    known = {_key(sets[name][row]) for name, row in labelled if name in sets}
    for name, rows in sets.items():
        left = MAX_TEXTS[name]
        for number in sorted(range(len(rows)), key=lambda number: _shuffled(name, number)):
            row, key = rows[number], _key(rows[number])
            if not left or len(key) < _MIN_KEY_LETTERS or key in known:
                continue
            known.add(key)
            left -= 1
            section = (row.get("category") or "").strip()
            meant = None if section in NOISY_SECTIONS else meanings.get(f"news/{name}", {}).get(section)
            topics = [meant] if isinstance(meant, str) else meant or []
            made = article(f"{name}:{number}", row.get("title") or "", row["text"][:MAX_TEXT_CHARACTERS])
            yield Text(made, name, tuple(map(topic_id, topics)))


def _rows(data: Path, name: str) -> Sequence[Mapping[str, Any]]:
    lines = gzip.decompress((data / "news" / name / f"{name}-dev.jsonl.gz").read_bytes()).splitlines()
    return [orjson.loads(line) for line in lines]


def _key(row: Mapping[str, Any]) -> str:
    """Return the first letters of a text: copies differ in spacing and marks."""
    return _NO_LETTERS.sub("", row["text"] or "")[:_KEY_LETTERS]


def _shuffled(name: str, number: int) -> str:
    return hashlib.sha256(f"{name}:{number}".encode()).hexdigest()
