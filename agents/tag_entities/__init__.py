"""article -> tagged article: entities, quotes and dates."""
