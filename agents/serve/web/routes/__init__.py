"""The addresses under /api/v1, a file for each subject."""
