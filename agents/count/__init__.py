"""mentions -> per-entity counting tables."""
