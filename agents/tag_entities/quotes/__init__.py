"""Quotes, and who spoke them."""
