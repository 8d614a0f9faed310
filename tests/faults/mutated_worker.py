"""`rasid worker` with something changed in its process, such as a guard taken away: the first argument names it."""

import sys

from agents.cli import main
from tests.faults.mutations import PATCHES

if __name__ == "__main__":
    PATCHES[sys.argv.pop(1)]()
    main()
