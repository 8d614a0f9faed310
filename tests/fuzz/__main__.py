"""`python -m tests.fuzz --minutes 60`: the fuzz tests again and again, each round with other examples."""

import secrets
import subprocess
import sys
import time
from pathlib import Path

import click

FOLDER = Path(__file__).parent


@click.command()
@click.option("--minutes", type=float, default=60, show_default=True, help="After which no file of tests is begun.")
@click.option("--only", default="", help="A file of tests: test_push.py.")
def main(minutes: float, only: str) -> None:
    """Run the fuzz tests until the time is over; a test that fails is shown, and the others go on."""
    end = time.monotonic() + 60 * minutes
    files = [FOLDER / only] if only else sorted(FOLDER.glob("test_*.py"))
    failed: dict[str, int] = {}
    rounds = 0
    while time.monotonic() < end:
        rounds += 1
        for file in files:
            if time.monotonic() >= end:
                break
            seed = secrets.randbelow(2**32)
            command = [sys.executable, "-m", "pytest", "-q", str(file), "--hypothesis-profile=long"]
            result = subprocess.run(
                [*command, f"--hypothesis-seed={seed}"], capture_output=True, text=True, check=False
            )
            print(f"round {rounds}, seed {seed}, {file.name}: {result.stdout.strip().splitlines()[-1]}", flush=True)
            if result.returncode:
                failed[file.name] = failed.get(file.name, 0) + 1
                print(result.stdout + result.stderr, flush=True)
    print(f"{rounds} rounds; failed: {failed or 'none'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
