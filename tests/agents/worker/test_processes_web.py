"""The pages of several processes."""

import asyncio

import aiohttp
import orjson
from aiohttp import web

from agents.commands.web_port import any_free_port
from agents.worker.processes import Child
from agents.worker.processes_web import Pages, merged

ONE = """# HELP rasid_records_processed_total Records
# TYPE rasid_records_processed_total counter
rasid_records_processed_total{stage="clean"} 3.0
"""
TWO = """# HELP rasid_records_processed_total Records
# TYPE rasid_records_processed_total counter
rasid_records_processed_total{stage="clean"} 4.0
# HELP rasid_lag_records Lag
# TYPE rasid_lag_records gauge
rasid_lag_records{topic="a",partition="0"} 7.0
"""


def test_metrics_are_told_apart_by_process():
    """Each sample gets the number of its process, and each metric is described once."""
    lines = merged({1: ONE, 2: TWO}).decode().splitlines()
    samples = [line for line in lines if not line.startswith("#")]
    assert samples == [
        'rasid_records_processed_total{process="1",stage="clean"} 3.0',
        'rasid_records_processed_total{process="2",stage="clean"} 4.0',
        'rasid_lag_records{partition="0",process="2",topic="a"} 7.0',
    ]
    assert [line for line in lines if line.startswith("# TYPE")] == [
        "# TYPE rasid_records_processed_total counter",
        "# TYPE rasid_lag_records gauge",
    ]


async def answered(healthy: list[bool | None]) -> tuple[int, dict[str, object], str]:
    """Ask the parent's pages, with processes that are healthy, not, or not there."""
    runners, ports = [], {}
    for number, state in enumerate(healthy, 1):
        ports[number] = any_free_port()
        if state is None:
            continue
        app = web.Application()
        status, exposition = (200 if state else 503), ONE

        async def healthz(_: web.Request, status: int = status) -> web.Response:
            return web.json_response({"healthy": status == 200, "lag": {}}, status=status)

        async def metrics(_: web.Request, exposition: str = exposition) -> web.Response:
            return web.Response(text=exposition)

        app.router.add_get("/healthz", healthz)
        app.router.add_get("/metrics", metrics)
        runners.append(web.AppRunner(app))
        await runners[-1].setup()
        await web.TCPSite(runners[-1], "127.0.0.1", ports[number]).start()
    children = [Child(number, list) for number in ports]
    port = any_free_port()
    runners.append(await Pages(children, lambda child: ports[child.number]).serve("127.0.0.1", port))
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/healthz") as health:
            status, body = health.status, orjson.loads(await health.read())
        async with session.get(f"http://127.0.0.1:{port}/metrics") as shown:
            exposition = await shown.text()
    for runner in runners:
        await runner.cleanup()
    return status, body, exposition


def test_healthy_is_when_all_are():
    """Both answer 200: so does the parent, with what each of them said."""
    status, body, exposition = asyncio.run(answered([True, True]))
    said = {"pid": None, "starts": 0, "healthy": True, "lag": {}}
    assert (status, body) == (200, {"healthy": True, "processes": [{"process": 1, **said}, {"process": 2, **said}]})
    assert exposition.count("rasid_records_processed_total{") == 2


def test_one_that_is_not_healthy_or_not_there_is_told():
    """The parent says 503, and which it is; the metrics of the others are shown."""
    status, body, exposition = asyncio.run(answered([True, False, None]))
    processes = body["processes"]
    assert isinstance(processes, list)
    assert (status, [process["healthy"] for process in processes]) == (503, [True, False, False])
    assert processes[2]["answers"] is False
    assert exposition.count("rasid_records_processed_total{") == 2
