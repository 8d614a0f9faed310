"""`python -m streams.contract FOLDER` writes the generated pages and schemas into a folder, usually docs."""

import sys
from pathlib import Path

from streams.contract.generate import write

if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and the folder
        sys.exit(__doc__)
    write(Path(sys.argv[1]))
