"""The process that runs stages against Kafka: the only code that imports Faust."""
