"""Compile the lexicon from the curated files and from packages that are needed here only."""
