"""All generated files under docs/."""

import json
from pathlib import Path
from typing import Any

from streams.contract import asyncapi, pages, records_page, schemas


def files() -> dict[str, str]:
    """Return the text of each generated file, by its path under docs/."""
    made = {
        "records.md": records_page.render(),
        "topics.md": pages.topics(),
        "settings.md": pages.settings(),
        "metrics.md": pages.metrics_page(),
        "rejections.md": pages.rejections(),
        "asyncapi.json": _json(asyncapi.document()),
    }
    return made | {f"schemas/{topic}.json": _json(schemas.schema(topic)) for topic in schemas.records_by_topic()}


def write(folder: Path) -> None:
    """Write the generated files into a folder."""
    for path, text in files().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
