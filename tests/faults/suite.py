"""`make faults`: every case of the fault suite, one after the other, into a report that it can go on from."""

import argparse
import asyncio
import logging
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from streams.local_kafka import broker
from tests.faults.cases.listed import CASES
from tests.faults.mutations import MUTATIONS, seen_in
from tests.faults.scene import SOAK_MINUTES, Result, Run, play_out

PAGES = 5000
"""Of a case, at least; `make test` takes fewer."""
WITHOUT = "without-"
"""In front of the name of a guard that is taken away: then the case must be wrong."""
NAMES = (*CASES, *(f"{WITHOUT}{name}" for name in MUTATIONS))
INTERRUPTED = 130
"""The exit code of what Ctrl-C ended."""
MAX_WRONG = 20
"""Of what is wrong in a case, how much the report keeps."""


class Report(msgspec.Struct):
    """What was run so far; a suite that finds it goes on behind it."""

    seed: int
    results: list[Result] = []


def main() -> int:
    """Run what is not in the report yet; return 1 if any case of it is wrong."""
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # of brokers that are gone, as they are meant to be
    options = _options()
    path = Path(options.report)
    report = _read(path, options.seed)
    folder = Path(tempfile.mkdtemp(prefix="rasid-faults-"))
    shared, address = folder, ""
    try:
        for number, (name, seed) in enumerate(_planned(report.seed, options.case or list(NAMES), options.hours)):
            if any((result.case, result.seed) == (name, seed) for result in report.results):
                continue
            if shared != (of_round := folder / f"broker-{seed}"):  # which the topics of all rounds would fill
                broker.stop(shared)
                shared, address = of_round, broker.start(of_round).address or ""
            print(f"{time.strftime('%H:%M:%S')} {name}, seed {seed}: {_meaning(name)}", flush=True)
            result = _play(name, address, folder / f"{number}-{name}", seed, options)
            report.results.append(result)
            _write(path, report)
            print(f"{time.strftime('%H:%M:%S')} {_line(result)}", flush=True)
            if not result.verdict.wrong:
                shutil.rmtree(folder / f"{number}-{name}")
    except KeyboardInterrupt:
        print(f"\ninterrupted; the same command goes on from {path}, where {len(report.results)} cases stand")
        return INTERRUPTED
    finally:
        broker.stop(shared)
    print(table(report))
    wrong = sum(bool(result.verdict.wrong) for result in report.results)
    if wrong:
        print(f"data and logs of what is wrong: {folder}")
    else:
        shutil.rmtree(folder)
    return min(wrong, 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.suite", description=__doc__)
    parser.add_argument("--seed", type=int, help="of pages and faults; else the report's, else a random one")
    parser.add_argument("--hours", type=float, default=0.0, help="go round, with other seeds, for so long; else once")
    parser.add_argument("--case", action="append", choices=NAMES, help="this one only; may be given again")
    parser.add_argument("--pages", type=int, default=PAGES, help="pages of a case, at least")
    parser.add_argument("--minutes", type=float, default=SOAK_MINUTES, help="how long the soak lasts")
    parser.add_argument("--report", default="faults.json", help="file to write, and to go on from")
    return parser.parse_args()


def _planned(seed: int, names: list[str], hours: float) -> Iterator[tuple[str, int]]:
    """Yield cases with their seeds: each once, and on with the next seeds until the time is over."""
    deadline = time.monotonic() + hours * 3600
    yield from ((name, seed) for name in names)
    while time.monotonic() < deadline:
        seed += 1
        for name in names:
            if time.monotonic() < deadline:
                yield name, seed


def _play(name: str, address: str, folder: Path, seed: int, options: argparse.Namespace) -> Result:
    mutation = MUTATIONS.get(name.removeprefix(WITHOUT))
    case = CASES[name] if mutation is None else mutation.play_as()
    result = asyncio.run(play_out(case, address, folder, Run(seed, options.pages, options.minutes)))
    if mutation is not None:
        seen = seen_in(result.verdict.wrong, mutation)
        result.verdict.wrong = {} if seen else {"not seen": f"{mutation.shows}; but {result.verdict.wrong}"}
    result.verdict.wrong = dict(list(result.verdict.wrong.items())[:MAX_WRONG])
    return result


def _meaning(name: str) -> str:
    mutation = MUTATIONS.get(name.removeprefix(WITHOUT))
    return CASES[name].meaning if mutation is None else f"without: {mutation.guard}"


def _read(path: Path, seed: int | None) -> Report:
    if path.exists():
        report = msgspec.json.decode(path.read_bytes(), type=Report)
        if seed in {None, report.seed}:
            return report
    return Report(secrets.randbelow(100_000) if seed is None else seed)


def _write(path: Path, report: Report) -> None:
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(msgspec.json.format(msgspec.json.encode(report)))
    new.replace(path)


def _line(result: Result) -> str:
    found = result.verdict
    counted = f"{found.pushed} pages = {found.enriched} + {found.repeats} + {found.rejected}, {found.trends} trends"
    state = f"WRONG: {dict(list(found.wrong.items())[:2])}" if found.wrong else "right"
    took = f"on again in {result.slowest:.0f} s, {result.seconds:.0f} s in all, {result.peak_mb} MB"
    return f"{result.case}: {counted}, {took}: {state}"


def table(report: Report) -> str:
    """Return the report as a table: for each case how often it ran, what it handled, and how often it was right."""
    head = f"{'case':26} {'runs':>4} {'right':>5} {'pages':>7} {'enriched':>8} {'repeats':>7} {'rejected':>8}"
    lines = [f"{head} {'trends':>7} {'starts':>6} {'slowest s':>9} {'peak MB':>7}"]
    for name in dict.fromkeys(result.case for result in report.results):
        of_case = [result for result in report.results if result.case == name]
        found = [result.verdict for result in of_case]
        lines.append(
            f"{name:26} {len(of_case):4} {sum(not one.wrong for one in found):5} {sum(one.pushed for one in found):7} "
            f"{sum(one.enriched for one in found):8} {sum(one.repeats for one in found):7} "
            f"{sum(one.rejected for one in found):8} {sum(one.trends for one in found):7} "
            f"{sum(result.starts for result in of_case):6} {max(result.slowest for result in of_case):9.0f} "
            f"{max(result.peak_mb for result in of_case):7}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
