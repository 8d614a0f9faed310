"""Other ways to put the same functions on Kafka, measured beside a worker."""
