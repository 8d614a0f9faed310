"""Who acts: a folder a stage, named by its verb; the worker and the command that put them together."""
