"""`python -m streams.contract FOLDER` writes the generated pages and schemas into a folder, usually docs."""

import sys
from pathlib import Path

from streams.contract.generate import write

if __name__ == "__main__":
    match sys.argv:
        case [_, folder]:
            write(Path(folder))
        case _:
            sys.exit(__doc__)
