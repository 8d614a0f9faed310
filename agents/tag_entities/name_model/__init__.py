"""Names that no lexicon has: a small network in whole numbers, or an encoder that is much slower.

Unless it is told before it is imported, onnxruntime keeps an id of the machine in the user's cache and sends Microsoft
word of each process and model.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
