"""One thing, one id: names brought together."""
