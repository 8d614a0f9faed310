"""Dates in running text: found, read, and resolved against a day."""
