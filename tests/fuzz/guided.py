"""Inputs that atheris finds by the code that they reach, for one of `tests.fuzz.targets`, with libFuzzer's options.

    .venv/bin/pip install atheris==3.0.0
    .venv/bin/python -m tests.fuzz.guided html -max_total_time=600 build/fuzz/html

It is no dependency of the project: nothing else needs it.
"""

import importlib
import sys
from pathlib import Path

INSTRUMENTED = ["agents.arabic", "agents.clean", "agents.push"]


def main() -> None:
    """Feed a target until it fails or the time is over; what reaches new code is kept in the folder that is named."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=INSTRUMENTED):
        target = importlib.import_module("tests.fuzz.targets").TARGETS[sys.argv.pop(1)]
    for argument in sys.argv[1:]:
        if not argument.startswith("-"):
            Path(argument).mkdir(parents=True, exist_ok=True)
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
