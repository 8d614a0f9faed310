"""Who stands at the topics, besides the stages and commands that are there."""

EXTERNAL = frozenset({"users", "producers"})
"""Programs that are not Rasid's."""
