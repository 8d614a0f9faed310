"""What a process and those that it started take."""

import os
from pathlib import Path


def processor_seconds(pid: int) -> list[float]:
    """Return the processor time of a process and of each that it started."""
    found = [Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split() for each in _family(pid)]
    return [(int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") for fields in found]


def peak_megabytes(pid: int) -> list[float]:
    """Return the most memory that a process and each that it started have had."""
    found = [Path(f"/proc/{each}/status").read_text(encoding="ascii").splitlines() for each in _family(pid)]
    return [next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024 for lines in found]


def _family(pid: int) -> list[str]:
    return [str(pid), *Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
