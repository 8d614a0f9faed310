"""Where an installed package keeps its data, found without importing it: some do much on import."""

import importlib.util
from pathlib import Path


def data_file(package: str, *path: str) -> Path:
    """Return the path of a package's file.

    Raises
    ------
    ModuleNotFoundError
        When the package is not installed, as `make lexicon` and `make models` do it.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            f"{package} is not installed: it belongs to the dependency groups `lexicon` and `train`"
        )
    return Path(spec.submodule_search_locations[0]).joinpath(*path)
