"""Who acts: a folder a stage, named by its verb; the worker and the command that put them together."""

import os

# A worker is one core's work, and more workers are more cores: numpy's own threads only get in each other's way. This
# must be said before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
