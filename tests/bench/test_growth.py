"""What things that grow are measured with."""

import xml.etree.ElementTree as ET

import msgspec
import orjson

from agents.group.partition import Partition
from agents.group.state import State
from agents.memory_rows import MemoryRows
from agents.tag_entities.lexicon.user_file import parse
from bench import data
from bench.growth import functions, plot, remembered


def test_made_entities_are_such_as_a_user_can_add():
    """Each line is an entry by the rules, with an id of its own."""
    lines = list(functions._made(50))
    extra = parse(b"\n".join(lines), "made")
    assert len({entry.id for entry in extra.entries}) == len(lines) == 50


def test_a_longer_page_has_the_texts_of_several():
    """It is the first page, with the others' texts behind its own."""
    pages = data._made(3)
    joined = orjson.loads(functions._joined(pages))
    texts = [orjson.loads(page)["text"] for page in pages]
    assert (joined["id"], joined["text"]) == (orjson.loads(pages[0])["id"], "\n".join(texts))


def test_lines_are_drawn():
    """Each line has its points from left to right, and its name beside it."""
    drawn = ET.fromstring(plot.lines({"memory": [(1, 1), (10, 2)], "cost": [(1, 1), (3, 1.5), (10, 4)]}, "growth"))  # noqa: S314 - our own
    space = {"s": "http://www.w3.org/2000/svg"}
    points = [line.get("points", "").split() for line in drawn.findall("s:polyline", space)]
    names = [text.text for text in drawn.findall("s:text", space) if text.text in {"memory", "cost"}]
    assert ([len(line) for line in points], names) == ([2, 3], ["memory", "cost"])
    assert all(line == sorted(line, key=lambda point: float(point.split(",")[0])) for line in points)


def test_made_articles_are_remembered():
    """A partition reads the rows as its own, and has each article once."""
    filled = [MemoryRows[State]() for _ in range(2)]
    for number, key, value in remembered.rows(30, 2):
        filled[number].put(key, msgspec.json.decode(value, type=State))
    for number, rows in enumerate(filled):
        partition = Partition(rows, number, 2, hours=72, kept=100)
        ids = [one.article.card.id for state in rows.states.values() for one in state.articles]
        assert vars(partition)["_index"].articles == len(ids) == len(set(ids))

    assert {len(rows.keys()) for rows in filled} == {2}
