"""Lists of words that the passes read."""
