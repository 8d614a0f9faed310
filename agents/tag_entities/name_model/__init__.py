"""Names that no lexicon has: a small network in whole numbers, or an encoder that is much slower."""
