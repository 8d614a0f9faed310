"""What answers cost by themselves: the questions of readers put to the API in this process, in processor time."""

import asyncio
import shutil
import tempfile
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp

from agents.serve.live.status import Status
from agents.serve.store.database import Database
from agents.serve.web.app import create_app
from agents.serve.web.context import Context
from agents.serve.web.gate import Rules
from bench.dashboard_questions import kind_of, questions
from bench.table import Figure

QUESTIONS = 2_000
QUESTIONS_A_STATE = 40
"""After so many the store counts as changed: 200 a second beside five transactions."""
SHOWN_KINDS = 12


def answered(filled: Path, prefix: str) -> list[Figure]:
    """Return the mean cost of an answer over a filled store, and of the kinds that take most of it.

    What is worked out beside, for who asks next, counts for whom it was done beside.
    """
    took: defaultdict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="rasid-bench-") as folder:
        store = shutil.copytree(filled, Path(folder) / "store")
        asked = list(islice(questions(store), QUESTIONS))
        with Database(store, prefix) as database:
            context = Context(store=database)
            app = create_app(context, Rules(per_second=QUESTIONS, burst=QUESTIONS))
            asyncio.run(_ask(app, context.status, asked, took))
    whole = sum(map(sum, took.values()))
    kinds = sorted(took, key=lambda kind: -sum(took[kind]))[:SHOWN_KINDS]
    return [
        Figure("an answer", whole / len(asked), "ms", f"processor time, mean of {len(asked):,}"),
        *(
            Figure(f"of them {kind}", sum(took[kind]) / len(took[kind]), "ms", f"{sum(took[kind]) / whole:.0%} of all")
            for kind in kinds
        ),
    ]


async def _ask(app: ASGIApp, status: Status, asked: list[str], took: defaultdict[str, list[float]]) -> None:
    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        if message.get("status", 200) != 200:  # noqa: PLR2004 - HTTP's OK
            raise RuntimeError(f"{path} is answered with {message['status']}")

    for number, path in enumerate(asked):
        status.version += number % QUESTIONS_A_STATE == 0
        bare, _, query = path.partition("?")
        scope = {"type": "http", "method": "GET", "path": unquote(bare), "raw_path": bare.encode(), "root_path": ""}
        scope |= {"query_string": query.encode(), "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 1)}
        began = time.process_time()
        await app(scope, receive, send)
        took[kind_of(path)].append((time.process_time() - began) * 1000)
