"""Bytes to texts: raw pages, their encoding, their HTML and what it says of itself."""
