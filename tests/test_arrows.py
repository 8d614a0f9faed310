"""Who may import whom: the arrows of the house, read from the imports."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STAGES = ("clean", "tag_entities", "tag_topics", "count", "group", "trend", "alert")
ROOMS_OF_NAMES = ("match", "find", "unify", "quotes")
"""Folders of tag_entities whose passes do not know each other."""
CLIENTS = ("faust", "mode", "aiokafka")
"""Packages that speak to Kafka; pure modules import none of them."""
SPEAKING = (
    "agents.worker",
    "agents.commands",
    "agents.serve.consume",
    "agents.push.replay",
    "agents.push.send",
    "streams.store.filling",
    "agents.notify.run",
    "streams.reachability",
    "streams.removal",
    "streams.status",
    "streams.table",
    "streams.topic_ids",
    "streams.topic_admin",
    "streams.topic_reader",
    "streams.lag",
    "streams.header_names",
    "streams.partition",
    "streams.local_kafka",
)
"""What speaks to Kafka, or reckons as it does; everything else is pure."""


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def imports() -> dict[str, frozenset[str]]:
    """Return what each module of streams/ and agents/ imports, by name: own modules, and packages of others."""
    files = {name_of(file): file for room in ("streams", "agents") for file in sorted((ROOT / room).rglob("*.py"))}
    return {name: frozenset(imported(name, file, files)) for name, file in files.items()}


def imported(name: str, file: Path, modules: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in modules else str(node.module)


def within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def against(sources: tuple[str, ...], targets: tuple[str, ...], *, but: tuple[str, ...] = ()) -> set[tuple[str, str]]:
    """Return the imports that lead from modules of some packages, those in `but` left out, to others."""
    return {
        (source, target)
        for source, found in imports().items()
        for target in found
        if within(source, *sources) and not within(source, *but) and within(target, *targets)
    }


def test_streams_never_import_agents():
    """What flows does not know who acts."""
    assert against(("streams",), ("agents",)) == set()


def test_worker_and_stage_know_no_stage():
    """The worker loads stages by their names; what a stage is stands below all of them."""
    known = (*(f"agents.{stage}" for stage in STAGES), "agents.offline", "agents.commands", "agents.arabic")
    assert against(("agents.worker", "agents.stage"), known) == set()
    assert against(("agents.stage",), ("agents",)) == set()


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_another(stage):
    """Stages meet in records only."""
    others = tuple(f"agents.{other}" for other in STAGES if other != stage)
    assert against((f"agents.{stage}",), others) == set()


def test_stages_do_not_look_up():
    """A stage knows nothing of what runs it, but for its agent.py, which registers it with the worker."""
    stages = tuple(f"agents.{stage}" for stage in STAGES)
    above = ("agents.offline", "agents.commands", "agents.cli", "agents.evaluate", "agents.push")
    assert against(stages, above) == set()
    assert against(stages, ("agents.worker",), but=tuple(f"{stage}.agent" for stage in stages)) == set()


def test_the_row_of_stages_does_not_look_up():
    """What runs stages without Kafka knows neither who calls it nor the worker."""
    assert against(("agents.offline",), ("agents.commands", "agents.evaluate", "agents.worker")) == set()


def test_arabic_knows_streams_only():
    """What stages share about the language stands below them."""
    above = {found for found in against(("agents.arabic",), ("agents",)) if not within(found[1], "agents.arabic")}
    assert above == set()


def test_the_dashboard_knows_streams_and_arabic_only():
    """What is served is read from the output topics, and shares nothing with the stages but how Arabic is written."""
    found = {found for found in against(("agents.serve",), ("agents",)) if not within(found[1], "agents.serve")}
    assert {target for _, target in found} == {"agents.arabic.folding", "agents.arabic.clitics"}


@pytest.mark.parametrize("room", ROOMS_OF_NAMES)
def test_rooms_of_names_do_not_know_each_other(room):
    """match, find, unify and quotes meet in the draft only."""
    others = tuple(f"agents.tag_entities.{other}" for other in ROOMS_OF_NAMES if other != room)
    assert against((f"agents.tag_entities.{room}",), others) == set()


def test_nobody_imports_training():
    """What makes the models is not needed by what uses them."""
    assert against(("streams", "agents"), ("agents.training",), but=("agents.training",)) == set()


def test_pure_modules_speak_to_no_kafka():
    """Faust is the worker's alone, and what is pure imports no client of Kafka."""
    assert against(("streams", "agents"), ("faust", "mode"), but=("agents.worker",)) == set()
    assert against(("streams", "agents"), CLIENTS, but=SPEAKING) == set()


def test_no_module_imports_itself_by_others():
    """There are no circles: the modules can be put into an order in which each imports earlier ones only."""
    left = {name: {target for target in found if target in imports()} for name, found in imports().items()}
    while done := {name for name, found in left.items() if not found & left.keys()}:
        left = {name: found for name, found in left.items() if name not in done}
    assert left == {}
