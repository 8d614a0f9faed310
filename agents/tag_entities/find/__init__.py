"""Names that no list holds."""
