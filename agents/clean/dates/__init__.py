"""Dates as pages show them, beside their articles."""
