"""Makes the model of media topics: not needed where it runs."""
