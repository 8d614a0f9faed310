"""articles -> stories: near-duplicates find each other."""
