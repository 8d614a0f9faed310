"""What the API answers, as records of the store and of the topics are shown."""
