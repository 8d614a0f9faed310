"""The stages' functions on a lexicon that is some times as large, and on pages that are some times as long."""

import multiprocessing
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

import msgspec
import orjson

from agents.clean import step as clean
from agents.tag_entities import step as tag_entities
from agents.tag_entities.lexicon.lexicon import Known, packaged
from agents.tag_topics import step as tag_topics
from bench.again import Chain
from streams.settings import Settings

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

SEED = 1
WARM_PAGES = 64
NAME_WORDS = (2, 3)
"""Words of a made entity's name."""


class Cost(NamedTuple):
    """What the functions take."""

    milliseconds: float
    """Of a page, in processor time."""
    megabytes: float
    """Of the process, when it is done."""
    seconds: float
    """To load."""


def alone(function: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
    """Return what a function gives in a process of its own, whose memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *arguments, **named).result()


def with_lexicon(factor: int, pages: Sequence[bytes]) -> Cost:
    """Return what pages take with made entities beside those of the lexicon."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        for line in _made((factor - 1) * len(packaged().entities)):
            file.write(line + b"\n")
        file.flush()
        return alone(_cost, pages, file.name if factor > 1 else "")


def with_length(factor: int, pages: Sequence[bytes]) -> Cost:
    """Return what pages take whose texts are some pages' after one another."""
    joined = [_joined(pages[start : start + factor]) for start in range(0, len(pages) - factor + 1, factor)]
    return alone(_cost, joined, "")


def _joined(pages: Sequence[bytes]) -> bytes:
    first, *others = map(orjson.loads, pages)
    return orjson.dumps(first | {"text": "\n".join([first["text"], *(page["text"] for page in others)])})


def _made(count: int) -> Iterator[bytes]:
    """Yield lines of a user's file: entities as the lexicon has them, their names of words of the same kind's names."""
    chance = random.Random(SEED)  # noqa: S311 - sample data
    known: list[Known] = packaged().entities
    words: dict[str, list[str]] = defaultdict(list)
    for entity in known:
        words[entity.type].extend(entity.ar.split())
    for number in range(count):
        model = chance.choice(known)
        name = " ".join(chance.choices(words[model.type], k=chance.choice(NAME_WORDS)))
        entry = {"ar": name, "en": f"Made {number}", "type": model.type, "kind": model.kind}
        yield orjson.dumps({"id": f"{model.type.lower()}:made-{number}", **entry})


def _cost(pages: Sequence[bytes], lexicon_extra: str) -> Cost:
    settings = msgspec.structs.replace(Settings(article_partitions=1), lexicon_extra=lexicon_extra)
    began = time.process_time()
    chain = Chain([step.make_step(settings) for step in (clean, tag_entities, tag_topics)], settings)
    loaded = time.process_time() - began
    warm = min(WARM_PAGES, len(pages) // 2)
    chain.put(pages[:warm])
    taken = chain.put(pages[warm:])
    return Cost(taken / (len(pages) - warm) * 1000, resident_megabytes("self"), loaded)


def resident_megabytes(pid: int | str) -> float:
    """Return the memory that a process has."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(float(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
