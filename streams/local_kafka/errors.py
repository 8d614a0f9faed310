"""What can go wrong with the local Kafka."""


class KafkaError(RuntimeError):
    """The local Kafka cannot be had, started or stopped; the message says what to do."""
