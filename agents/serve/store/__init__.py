"""The database that holds the read model."""
