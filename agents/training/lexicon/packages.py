"""Where an installed package keeps its data, found without importing it: some do much on import."""

import importlib.util
from pathlib import Path


def data_file(package: str, *path: str) -> Path:
    """Give the path of a package's file.

    Raises
    ------
    ModuleNotFoundError
        When the package is not installed; `make lexicon` installs the group `lexicon`.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed: it belongs to the dependency group `lexicon`")
    return Path(spec.submodule_search_locations[0]).joinpath(*path)
