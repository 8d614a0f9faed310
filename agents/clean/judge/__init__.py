"""Each line by itself: whether it is chrome, and of which kind."""
