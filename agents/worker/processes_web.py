"""/metrics and /healthz of several processes as those of one worker."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import aiohttp
import orjson
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Metric, generate_latest
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import Collector

from agents.worker.processes import Child

ASK_SECONDS = 4.0
"""How long a process may take to answer: less than who asks the parent waits."""


class Answer(NamedTuple):
    """What a process answered."""

    status: int
    body: bytes


NO_ANSWER = Answer(0, b"")


class _Collected(Collector):
    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def merged(expositions: Mapping[int, str]) -> bytes:
    """Return the metrics of several processes as one exposition, each sample with the number of its process."""
    families: dict[str, Metric] = {}
    for number, exposition in expositions.items():
        for found in text_string_to_metric_families(exposition):
            family = families.setdefault(found.name, Metric(found.name, found.documentation, found.type))
            for sample in found.samples:
                labels = {**sample.labels, "process": str(number)}
                family.add_sample(sample.name, labels, sample.value, sample.timestamp, sample.exemplar)
    registry = CollectorRegistry()
    registry.register(_Collected(families.values()))
    return generate_latest(registry)


class Pages:
    """The parent's pages.

    Parameters
    ----------
    children
        The processes.
    port_of
        The port of a process's own pages on this machine.
    """

    def __init__(self, children: Iterable[Child], port_of: Callable[[Child], int]) -> None:
        self._children = list(children)
        self._port_of = port_of

    async def serve(self, host: str, port: int) -> web.AppRunner:
        """Serve them; who is given the runner cleans it up."""
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        app.router.add_get("/healthz", self._healthz)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, host, port).start()
        return runner

    async def _ask(self, path: str) -> dict[int, Answer]:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ASK_SECONDS)) as session:
            answers = await asyncio.gather(*(self._ask_one(session, child, path) for child in self._children))
        return {child.number: answer for child, answer in zip(self._children, answers, strict=True)}

    async def _ask_one(self, session: aiohttp.ClientSession, child: Child, path: str) -> Answer:
        try:
            async with session.get(f"http://127.0.0.1:{self._port_of(child)}{path}") as response:
                return Answer(response.status, await response.read())
        except (aiohttp.ClientError, TimeoutError):
            return NO_ANSWER

    async def _metrics(self, _: web.Request) -> web.Response:
        answers = await self._ask("/metrics")
        answered = {
            number: answer.body.decode()
            for number, answer in answers.items()
            if answer.status == web.HTTPOk.status_code
        }
        return web.Response(body=merged(answered), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _healthz(self, _: web.Request) -> web.Response:
        answers = await self._ask("/healthz")
        healthy = all(answer.status == web.HTTPOk.status_code for answer in answers.values())
        body: dict[str, Any] = {
            "healthy": healthy,
            "processes": [
                {"process": child.number, "pid": child.pid, "starts": child.starts, **_said(answers[child.number])}
                for child in self._children
            ],
        }
        return web.json_response(body, status=200 if healthy else 503)


def _said(answer: Answer) -> dict[str, Any]:
    """Return what a process says of itself."""
    if answer is NO_ANSWER:
        return {"healthy": False, "answers": False}
    said: dict[str, Any] = orjson.loads(answer.body)
    return said
