"""files, folders and stdin -> the raw topic."""
