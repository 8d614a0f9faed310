"""What the lexicon's surfaces mean in a text."""
