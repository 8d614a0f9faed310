"""The media topics, and the words that speak for each."""
