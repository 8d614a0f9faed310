"""The known entities: read from the packaged file and the user's own."""
