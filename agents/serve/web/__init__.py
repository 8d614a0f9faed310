"""The API: addresses, limits and answers."""
