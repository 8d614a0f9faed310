"""What an article says for a media topic, as numbers."""
