"""How records of the output topics change the read model."""
