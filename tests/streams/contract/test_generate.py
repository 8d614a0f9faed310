"""The generated pages are what is committed, and say something of every field, topic, setting and metric."""

import importlib
import pkgutil
from pathlib import Path

import msgspec
import pytest

from streams import records
from streams.contract.actors import EXTERNAL
from streams.contract.generate import files
from streams.contract.meanings import meaning
from streams.records.pages import RawPage
from streams.topics import TOPICS

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"


@pytest.mark.parametrize("path", sorted(files()))
def test_the_committed_page_is_the_generated_one(path):
    """A change of the code has its pages with it; `make docs` writes them."""
    assert (DOCS / path).read_text(encoding="utf-8") == files()[path]


def test_no_schema_is_left_of_a_topic_that_is_gone():
    """The folder of schemas holds what is generated and nothing else."""
    found = {f"schemas/{file.name}" for file in (DOCS / "schemas").iterdir()}

    assert found == {path for path in files() if path.startswith("schemas/")}


def test_every_field_says_what_it_means():
    """No record has a field without a docstring."""
    modules = [
        importlib.import_module(f"streams.records.{module.name}") for module in pkgutil.iter_modules(records.__path__)
    ]
    structs = {s for m in modules for s in vars(m).values() if isinstance(s, type) and issubclass(s, msgspec.Struct)}
    missing = []
    for struct in structs:
        for field in msgspec.structs.fields(struct):
            try:
                meaning(struct, field.name)
            except KeyError:
                missing.append(f"{struct.__name__}.{field.name}")

    assert missing == []


def test_a_class_without_a_docstring_under_its_field_is_told():
    """What says nothing is an error, not an empty cell."""
    with pytest.raises(KeyError, match=r"RawPage\.nothing"):
        meaning(RawPage, "nothing")


def test_who_stands_at_a_topic_is_there():
    """Who writes or reads a topic is a program of others, a command, or a room of agents/."""
    actors = {actor for topic in TOPICS.values() for actor in (*topic.written_by, *topic.read_by)}
    words = {"push", "rejected list", "rejected show", "rejected replay", "every stage", "stages with a table"}
    rooms = {folder.parent.name for folder in (ROOT / "agents").glob("*/__init__.py")}

    assert actors - EXTERNAL - words - rooms == set()
