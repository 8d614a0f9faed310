"""A local single-node Apache Kafka: its jars, its Java, and starting and stopping it."""
