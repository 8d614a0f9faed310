"""Training of the name model; nothing here is imported when Rasid runs."""
