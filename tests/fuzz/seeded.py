"""Hostile records by a seed alone: for tests whose function under test is too much for shrinking."""

import copy
from random import Random
from typing import Any

import orjson

from tests.fuzz.inputs import MARKS, MOMENTS, WORDS, as_json, places

NUMBERS = (0, -1, 1, 2**31, 2**53, 2**63 - 1, -(2**63), 2**70, 1e308, 5e-324, 253402300800, True, None)
MAX_DEPTH = 3


def value_by(random: Random, samples: list[bytes]) -> bytes | None:
    """Return a value for a topic: a sample with something changed in it, damaged bytes, anything, or none."""
    sample = random.choice(samples)
    kind = random.randrange(8)
    if kind < 5:
        return as_json(_changed(random, orjson.loads(sample)))
    if kind == 5:
        return _damaged(random, sample)
    return as_json(_anything(random)) if kind == 6 else random.choice((None, b"", sample))


def _changed(random: Random, value: Any) -> Any:
    for _ in range(random.randint(0, 4)):
        found = list(places(value))
        if not found:
            return _anything(random)
        holder, key = random.choice(found)
        what = random.choice(("replace", "twist", "twist", "remove", "double", "add"))
        if what == "replace":
            holder[key] = _anything(random)
        elif what == "twist":
            holder[key] = _alike(random, holder[key])
        elif what == "remove":
            del holder[key]
        elif what == "double" and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif isinstance(holder, dict):
            holder[_text(random)] = _anything(random)
    return value


def _alike(random: Random, value: Any) -> Any:
    if isinstance(value, str):
        return random.choice((_text(random), value[random.randint(0, len(value)) :], value * 3, ""))
    if isinstance(value, list):
        return copy.deepcopy(random.choice(([], value * 2, value[::-1], value[:1])))
    if isinstance(value, dict):
        return {}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return random.choice((*NUMBERS, value + 1, -value))
    return random.choice((True, False, None))


def _anything(random: Random, depth: int = 0) -> Any:
    kind = random.randrange(6 if depth < MAX_DEPTH else 4)
    if kind < 2:
        return _text(random)
    if kind < 4:
        return random.choice(NUMBERS)
    inside = [_anything(random, depth + 1) for _ in range(random.randint(0, 3))]
    return inside if kind == 4 else {_text(random): value for value in inside}


def _text(random: Random) -> str:
    return random.choice(("", " ")).join(random.choices((*WORDS, *MARKS, *MOMENTS), k=random.randint(0, 12)))


def _damaged(random: Random, data: bytes) -> bytes:
    for _ in range(random.randint(1, 4)):
        first = random.randint(0, len(data))
        last = first + random.randint(0, 40)
        wild = random.randbytes(random.randint(0, 8))
        choices = (data[:first] + data[last:], data[:first] + wild + data[last:], data[:first], data[first:last] + data)
        data = random.choice(choices)
    return data
