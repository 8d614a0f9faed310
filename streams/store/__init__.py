"""Where table partitions keep their committed bytes while a worker owns them."""
